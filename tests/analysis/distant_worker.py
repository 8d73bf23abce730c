"""A worker as the house's own that notes every file it opens (`--app` with this module).

OPENED names the file of notes, one path a line. Its children open nothing: they stand behind the
wall, and are fed by descriptor.
"""

import os
import sys

from config.celery import app

__all__ = ["app"]

_NOTES = os.open(os.environ["OPENED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str):
        path = arguments[0]
        if path.startswith(os.environ["OPENED_BELOW"]):
            os.write(_NOTES, path.encode() + b"\n")


sys.addaudithook(_note)
