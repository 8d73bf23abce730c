"""What a need is: a frozen dataclass, equal ones are one computation, fed block by block."""

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, cast

from analysis.core.signal import Sound

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class View:
    """One step of a pass: what each need yields for the newest block of samples.

    `start` and `end` count frames from the beginning of the interval; `last` is set on the final
    step, whose block of samples is empty and which only carries what was still held back.
    """

    def __init__(self, start: int, end: int, *, last: bool) -> None:
        self.start = start
        self.end = end
        self.last = last
        self._made: dict[Need[Any], Any] = {}

    def put(self, need: "Need[T]", made: T) -> None:
        self._made[need] = made

    def __getitem__(self, need: "Need[T]") -> T:
        return cast(T, self._made[need])


class Running(Protocol[T_co]):
    """The state of a need during one pass."""

    def step(self, view: View) -> T_co: ...


@dataclass(frozen=True)
class Need(Generic[T]):
    """Something computed from the sound, block by block."""

    def requires(self) -> "tuple[Need[Any], ...]":
        return ()

    def start(self, sound: Sound) -> Running[T]:
        raise NotImplementedError
