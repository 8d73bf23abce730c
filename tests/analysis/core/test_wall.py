"""The filter of system calls, run by hand: what it refuses on either machine."""

import re
import struct
from pathlib import Path

import pytest

from analysis.core.wall import _AUDIT_ARCH, _REFUSED, filter_for

ALLOW, REFUSE = 0x7FFF0000, 0x00050001


def answer(program: list[tuple[int, int, int, int]], arch: int, number: int) -> int:
    """Run classic BPF as the kernel does, on struct seccomp_data."""
    data = struct.pack("<II", number, arch)
    at, held = 0, 0
    while True:
        code, if_true, if_false, operand = program[at]
        at += 1
        if code == 0x20:
            (held,) = struct.unpack_from("<I", data, operand)
        elif code == 0x15:
            at += if_true if held == operand else if_false
        elif code == 0x35:
            at += if_true if held >= operand else if_false
        else:
            assert code == 0x06
            return operand


@pytest.mark.parametrize("machine", sorted(_REFUSED))
def test_each_listed_call_is_refused_and_no_other(machine: str) -> None:
    program, arch = filter_for(machine), _AUDIT_ARCH[machine]
    refused = {number for number in range(600) if answer(program, arch, number) == REFUSE}
    assert refused == set(_REFUSED[machine])
    assert len(refused) >= 36
    assert {answer(program, arch, n) for n in range(600)} == {ALLOW, REFUSE}


@pytest.mark.parametrize("machine", sorted(_REFUSED))
def test_another_numbering_does_not_slip_by(machine: str) -> None:
    """A 32-bit or x32 call has other numbers for the same things."""
    program, arch = filter_for(machine), _AUDIT_ARCH[machine]
    others = [0x40000003, *(a for a in _AUDIT_ARCH.values() if a != arch)]
    assert all(answer(program, other, 0) == REFUSE for other in others)
    assert all(answer(program, arch, 0x40000000 + n) == REFUSE for n in range(600))


def test_the_numbers_are_those_of_this_machine() -> None:
    """Against the C headers, where they are."""
    header = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if not header.exists():
        pytest.skip("no C headers here")
    found = re.findall(r"#define __NR_(\w+) (\d+)", header.read_text())
    names = {int(number): name for name, number in found}
    listed = {names[number] for number in _REFUSED["x86_64"]}
    wanted = "socket connect bind execve execveat fork vfork ptrace kill mount unshare setns bpf"
    assert set(wanted.split()) <= listed
