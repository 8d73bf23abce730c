"""What stands around a process that runs strangers' queries: no network, bounded memory, a leash.

The guard keeps SERVICE out; this is for the day when the guard and Oxigraph read one text in two
ways. Linux; standard library only. Where nothing stands, `doctor` and the worker's greeting say so.
"""

import ctypes
import os
import resource
import signal
import struct
import sys
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
_BIND_AND_CONNECT_TCP = 3


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def die_with(parent: int) -> None:
    """Be killed when the parent goes, however it goes; also if it is gone already."""
    if sys.platform == "linux":
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def limit_memory(size: int) -> None:
    """Bound the address space: what would grow beyond it fails or is ended by the kernel."""
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def cut_network() -> str:
    """Leave the network for an empty one; return which wall stands: namespace, landlock or none.

    To be called before the process has threads.
    """
    if sys.platform != "linux":
        return "none"
    libc = _libc()
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(_CLONE_NEWNET) == 0 or _in_own_user_namespace(libc):
        return "namespace"
    return "landlock" if _landlock(libc) else "none"


def _in_own_user_namespace(libc: ctypes.CDLL) -> bool:
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    # We stay who we are: the store's files are opened under our own name.
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        # As bytes: after unshare() no codec may be looked up in a library that only root reads.
        Path(f"/proc/self/{name}").write_bytes(text.encode())
    return True


def _landlock(libc: ctypes.CDLL) -> bool:
    """Refuse TCP (Landlock version 4); files are left as they are."""
    attributes = struct.pack("=QQ", 0, _BIND_AND_CONNECT_TCP)
    size, none = ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    ruleset = libc.syscall(_LANDLOCK_CREATE, attributes, size, none)
    if ruleset < 0:
        return False
    refused = libc.syscall(_LANDLOCK_RESTRICT, ruleset, none) == 0
    os.close(ruleset)
    return bool(refused)
