"""Run a program that refuses to be root, when root is what we are: `python unroot.py WAY ARGV…`.

PostgreSQL will not start as root, and its data or its binaries may lie below a folder that only
root may enter (/root). Two ways out, tried by `config.postgres` in this order:

`namespace`
    A user namespace in which root is called 65534 ("nobody"). The program sees itself as nobody
    while every file stays root's: nothing is chowned, nothing becomes unreachable.
`user`
    Where namespaces are refused (many containers): become 65534 for good and keep, of all of
    root's rights, only the one to pass through folders. The data folder must be nobody's.

Standard library only: it runs as a script, before anything of ours is imported.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

NOBODY = 65534
CLONE_NEWUSER = 0x10000000
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _check(answer: int, what: str) -> None:
    if answer != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def enter_namespace() -> None:
    """Enter a user namespace in which our own user and group are called 65534."""
    user, group = os.geteuid(), os.getegid()
    _check(_libc().unshare(CLONE_NEWUSER), "unshare")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} {user} 1", encoding="ascii")
    # Who maps a group without rights in the outer namespace must first give up setgroups.
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} {group} 1", encoding="ascii")


def become_nobody() -> None:
    """Become 65534, keeping across exec only the right to pass through folders."""
    libc = _libc()
    _check(libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0), "prctl")
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    header = struct.pack("=Ii", CAPABILITY_VERSION_3, 0)
    # The narrower right first; Docker's default set holds only the wider one.
    for capability in (CAP_DAC_READ_SEARCH, CAP_DAC_OVERRIDE):
        bit = 1 << capability
        sets = struct.pack("=6I", bit, bit, bit, 0, 0, 0)
        if libc.capset(header, sets) == 0:
            _check(libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0), "prctl")
            return


WAYS = {"namespace": enter_namespace, "user": become_nobody}


def main(arguments: Sequence[str]) -> None:
    way, *argv = arguments
    WAYS[way]()
    os.execv(argv[0], argv)  # noqa: S606 (to become another program is what this one is for)


if __name__ == "__main__":
    main(sys.argv[1:])
