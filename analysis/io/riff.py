"""What the header of a WAV promises, against what the file holds (libsndfile does not tell)."""

import os
import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """Size of the data chunk as declared and as present, in frames."""

    declared: int
    present: int


def wav_promise(descriptor: int) -> Promise | None:
    """Walk the chunks of a RIFF or RF64 file up to `data`; None when there is no sense in them."""
    size = os.fstat(descriptor).st_size
    head = os.pread(descriptor, 12, 0)
    if len(head) < 12 or head[:4] == b"RIFX":
        return None
    at, align, long_size = 12, 0, 0
    for _ in range(1000):  # a header has a few chunks; a hostile one may have millions
        name_and_size = os.pread(descriptor, 8, at)
        if len(name_and_size) < 8:
            return None
        name, length = struct.unpack("<4sI", name_and_size)
        if name == b"ds64":
            long_size = _field(descriptor, "<8xQ8x", at + 8)
        elif name == b"fmt ":
            align = _field(descriptor, "<12xH", at + 8)
        elif name == b"data":
            if not align:
                return None
            declared = long_size if length == 0xFFFFFFFF and long_size else length
            return Promise(declared // align, max(0, size - at - 8) // align)
        at += 8 + length + length % 2
    return None


def _field(descriptor: int, form: str, at: int) -> int:
    """Return one number of a chunk; 0 where the file ends before it."""
    size = struct.calcsize(form)
    read = os.pread(descriptor, size, at)
    return int(struct.unpack(form, read)[0]) if len(read) == size else 0
