"""What readers of sound have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from analysis.core.errors import SignalError
from analysis.core.signal import Signal


@dataclass(frozen=True)
class Opened:
    """What a file says of itself once open; `frames` 0 when it does not say."""

    codec: str
    sample_rate: int
    channels: int
    bit_depth: int | None
    frames: int
    decoder: str
    may_hold_nan: bool
    frames_exact: bool = True
    """False where `frames` is libav's estimate from the bit rate."""


class Broken(SignalError):
    """Decoding cannot go on; everything before frame `at` was good."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at


class Reader(Protocol):
    opened: Opened

    def blocks(self, start: int, size: int) -> Iterator[Signal]: ...

    def close(self) -> None: ...
