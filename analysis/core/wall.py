"""The wall around a child that decodes foreign bytes (D-06, R-21): Linux, standard library only.

`close_in(work)` is called after the imports and before the first foreign byte is read. It gives
the process an empty network namespace, the work folder as its whole file system, another user
where it is root, no privileges, and a filter that refuses sockets, programs, processes and
tracing. Each part is tried on its own and what stands is told; what a kernel refuses is replaced:
Landlock where there are no namespaces.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.core.job import Limits

_CLONE_NEWNS, _CLONE_NEWIPC = 0x00020000, 0x08000000
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
OTHER_UID = 65534
"""Nobody: owns nothing, and what it makes in the work folder the parent (root) can read."""

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Standing:
    """Which parts of the wall stand."""

    user: str
    files: str
    network: str
    syscalls: str


def _must(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def die_with_parent(parent: int) -> None:
    """Be killed when the parent goes, however it goes; also if it is gone already."""
    _must(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def set_limits(limits: Limits) -> None:
    """Bounds that the kernel keeps: memory, CPU time, file size, descriptors, processes."""
    cpu = int(limits.wall_s(limits.max_duration_s))
    for what, value in (
        (resource.RLIMIT_AS, limits.address_space),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _lower(what, value)


def limit_cpu(seconds: float) -> None:
    """Tighten the CPU bound once the length of the sound is known."""
    _lower(resource.RLIMIT_CPU, int(seconds) + 1)


def _lower(what: int, value: int) -> None:
    hard = resource.getrlimit(what)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (value, value))


def close_in(work: Path, parent: int) -> Standing:
    """Shut the process in its work folder; the current folder becomes the root of everything."""
    os.chdir(work)
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(".", OTHER_UID, OTHER_UID)
    network = "empty namespace" if _works(_new_namespaces, is_root) else "none"
    files = "empty root" if network != "none" and _works(os.chroot, ".") else "none"
    if files != "none":
        os.chdir("/")
    user = "same uid"
    if is_root and _works(_become_nobody):
        user = f"other uid {OTHER_UID}"
    _must(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _works(_drop_capabilities)
    if files == "none" or network == "none":
        abi = landlock_abi()
        if abi and _works(_landlock, abi):
            files = "landlock" if files == "none" else files
            if network == "none" and abi >= 4:
                network = "landlock"
    _works(resource.setrlimit, resource.RLIMIT_NPROC, (0, 0))
    syscalls = "seccomp" if _works(_seccomp) else "none"
    if network == "none" and syscalls != "none":
        network = "seccomp"
    # A change of user clears the signal that the parent's death sends.
    die_with_parent(parent)
    return Standing(user, files, network, syscalls)


def _works(call: Callable[..., object], *args: object) -> bool:
    try:
        call(*args)
    except (OSError, ValueError):
        return False
    return True


def _new_namespaces(is_root: bool) -> None:  # noqa: FBT001 - called through _works
    uid, gid = os.getuid(), os.getgid()
    spaces = _CLONE_NEWNET | _CLONE_NEWNS | _CLONE_NEWIPC
    if is_root and _libc.unshare(spaces) == 0:
        return
    _must(_libc.unshare(spaces | _CLONE_NEWUSER), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {uid} 1"),
        ("gid_map", f"{gid} {gid} 1"),
    ):
        Path(f"/proc/self/{name}").write_text(text)


def _become_nobody() -> None:
    os.setgroups([])
    os.setresgid(OTHER_UID, OTHER_UID, OTHER_UID)
    os.setresuid(OTHER_UID, OTHER_UID, OTHER_UID)


def _drop_capabilities() -> None:
    """A new user namespace gives every capability in it: give them back."""
    header = struct.pack("=Ii", 0x20080522, 0)
    _must(_libc.capset(header, struct.pack("=6I", 0, 0, 0, 0, 0, 0)), "capset")


def landlock_abi() -> int:
    """Version of Landlock in this kernel, 0 where there is none."""
    return max(0, int(_libc.syscall(444, None, ctypes.c_size_t(0), ctypes.c_uint32(1))))


def _landlock(abi: int) -> None:
    """Refuse every file but those below the current folder, and TCP from version 4 on."""
    fs = (1 << 13) - 1
    fs |= (1 << 13 if abi >= 2 else 0) | (1 << 14 if abi >= 3 else 0) | (1 << 15 if abi >= 5 else 0)
    attributes = struct.pack("=QQ", fs, 3) if abi >= 4 else struct.pack("=Q", fs)
    ruleset = _must(
        _libc.syscall(444, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)),
        "landlock_create_ruleset",
    )
    here = os.open(".", os.O_PATH | os.O_DIRECTORY)
    rule = struct.pack("=Qi", fs & ~1, here)  # everything but running programs
    _must(_libc.syscall(445, ruleset, 1, rule, 0), "landlock_add_rule")
    _must(_libc.syscall(446, ruleset, 0), "landlock_restrict_self")
    os.close(here)
    os.close(ruleset)


_REFUSED: dict[str, tuple[int, ...]] = {
    # socket socketpair connect bind accept accept4 sendto sendmsg execve execveat fork vfork
    # ptrace process_vm_readv process_vm_writev mount umount2 pivot_root chroot setns unshare
    # bpf io_uring_setup userfaultfd perf_event_open keyctl add_key request_key open_by_handle_at
    # kexec_load init_module finit_module pidfd_open pidfd_getfd
    # kill tkill rt_sigqueueinfo pidfd_send_signal
    "x86_64": (
        41, 53, 42, 49, 43, 288, 44, 46, 59, 322, 57, 58,
        101, 310, 311, 165, 166, 155, 161, 308, 272,
        321, 425, 323, 298, 250, 248, 249, 304,
        246, 175, 313, 434, 438,
        62, 200, 129, 424,
    ),
    "aarch64": (
        198, 199, 203, 200, 202, 242, 206, 211, 221, 281,
        117, 270, 271, 40, 39, 41, 51, 268, 97,
        280, 425, 282, 241, 219, 217, 218, 265,
        104, 105, 273, 434, 438,
        129, 130, 138, 424,
    ),
}  # fmt: skip
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ERRNO with EPERM


def filter_for(machine: str) -> list[tuple[int, int, int, int]]:
    """Return the filter as classic BPF: (code, jump if true, jump if false, operand)."""
    if machine not in _REFUSED:
        raise ValueError(machine)
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    numbers = _REFUSED[machine]
    return [
        (load, 0, 0, 4),  # the architecture, then the number of the call
        (equal, 1, 0, _AUDIT_ARCH[machine]),
        (give, 0, 0, _REFUSE),
        (load, 0, 0, 0),
        (at_least, len(numbers) + 1, 0, 0x40000000),  # the x32 numbers of x86_64
        *((equal, len(numbers) - i, 0, number) for i, number in enumerate(numbers)),
        (give, 0, 0, _ALLOW),
        (give, 0, 0, _REFUSE),
    ]


def _seccomp() -> None:
    """Answer EPERM to every call by which a decoder could leave its folder."""
    program = filter_for(platform.machine())
    code = b"".join(struct.pack("=HBBI", *line) for line in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    filter_ = struct.pack("@HxxxxxxQ", len(program), ctypes.addressof(buffer))
    _must(_libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, filter_, 0, 0), "seccomp")
