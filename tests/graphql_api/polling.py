"""The site's ASGI application with its event feed turned into a poll: for the control alone."""

import time

from config.asgi import application

# isort: split
from archive.feed import Wake, Wakeups  # the models load after Django is set up

__all__ = ["application"]

EVERY_S = 0.1


def _again_and_again(self: Wakeups, wake: Wake) -> Wake:
    self._settles_at = time.monotonic() + EVERY_S
    return wake


Wakeups._woken = _again_and_again  # type: ignore[method-assign]
