"""Waiting until what was started answers."""

import time
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

PATIENCE_S = 90.0


class NotReady(RuntimeError):
    """Something that was started does not answer."""


def wait_for_site(url: str, *, patience_s: float = PATIENCE_S) -> None:
    """Return once the home page is served; raise NotReady when it is not within the time."""
    deadline = time.monotonic() + patience_s
    told = "nothing yet"
    while time.monotonic() < deadline:
        try:
            with urlopen(Request(f"{url}/"), timeout=5) as reply:  # noqa: S310 (our own address)
                if reply.status == HTTPStatus.OK:
                    return
        except HTTPError as error:
            told = f"{error.code} {error.reason}"
        except (URLError, OSError) as error:
            told = str(error)
        time.sleep(0.1)
    raise NotReady(f"{url} did not answer within {patience_s:.0f} s ({told}): see var/log/web.log.")
