"""Become another program that ends when its parent does: `python leash.py PARENT ARGV…`.

A script of its own rather than a `preexec_fn`, which may dead-lock in a parent that has threads.
Standard library only. Where the kernel knows no such thing (macOS), the program just runs.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1


def main(arguments: Sequence[str]) -> None:
    parent, *argv = arguments
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != int(parent):
            sys.exit("The parent ended before its child began.")
    os.execv(argv[0], argv)  # noqa: S606 (to become another program is what this one is for)


if __name__ == "__main__":
    main(sys.argv[1:])
