"""One result with all its outputs, as files tell it: whoever made it and whatever wrote it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalError
from analysis.core.job import OutputKind
from analysis.core.processor import Axis
from analysis.core.spans import Span
from analysis.core.wire import JSON

#: Numbers of one output in a file of text, at most: NumPy and HDF5 hold more.
MOST_NUMBERS = 2_000_000


class OddFile(SignalError):
    """A file that is not what its format promises; the sentence says where."""


class TooLong(SignalError):
    """An output has more numbers than a file of text should hold."""


@dataclass(frozen=True)
class Told:
    """One output. Times are seconds from the start of the sound; NaN is "no value here"."""

    name: str
    kind: OutputKind
    title: str = ""
    unit: str = ""
    value: float | None = None
    label: str = ""
    axis: Axis = field(default_factory=Axis)
    t0_s: float = 0.0
    period_s: float = 0.0
    values: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    """Of a vector (k,), of frames (n,) or (n, k)."""
    spans: tuple[Span, ...] = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Told):
            return NotImplemented
        mine, theirs = (replace(each, values=_NONE).__dict__ for each in (self, other))
        mine, theirs = ({**told, "values": None} for told in (mine, theirs))
        return mine == theirs and bool(
            np.array_equal(self.values, other.values, equal_nan=True)
            and self.values.shape == other.values.shape
        )

    __hash__ = None  # type: ignore[assignment]

    def times(self) -> NDArray[np.float64]:
        """Return the moment of each frame."""
        return self.t0_s + np.arange(len(self.values), dtype=np.float64) * self.period_s


_NONE = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Document:
    """A result, with what explains it."""

    processor: str
    version: str
    outputs: tuple[Told, ...]
    iri: str = ""
    item: str = ""
    """The item's address."""
    title: str = ""
    part: int = 1
    """Which part of the item's sound it is of, in their order."""
    stem: int = 0
    """0 is the item's own timeline; others run beside it."""
    begins_s: float = 0.0
    """Where the part begins on the item's timeline: times of outputs count from there."""
    computed_at: str = ""
    """ISO 8601."""
    duration_s: float = 0.0
    params: dict[str, JSON] = field(default_factory=dict)
    effects: tuple[dict[str, JSON], ...] = ()
    libraries: dict[str, str] = field(default_factory=dict)

    def marks(self) -> tuple[Told, ...]:
        """Return the outputs that are events or segments."""
        return tuple(each for each in self.outputs if each.kind in ("events", "segments"))


@dataclass(frozen=True)
class Format:
    """A kind of file: how it is written and read, and what it can hold."""

    name: str
    extension: str
    mime_type: str
    label: str
    write: Callable[[Document], bytes]
    read: Callable[[bytes], Document]
    holds_marks_only: bool = False
    write_all: Callable[[Sequence[Document]], bytes] | None = None
    """Several results in one file; None where it holds layers of marks, which are put together."""
    read_all: Callable[[bytes], tuple[Document, ...]] | None = None


def numbers_of(values: NDArray[np.floating[Any]]) -> list[float | None]:
    """Return float32 numbers as the shortest decimals that give them back; NaN as None."""
    return [None if math.isnan(each) else float(str(each)) for each in values.astype(np.float32)]


def text_of(number: float | None) -> str:
    """Return a number as the shortest text that gives it back; nothing for None."""
    return "" if number is None else repr(float(number))


def number_in(text: str, where: str) -> float | None:
    """Return the number that a text is; None for none.

    Raises
    ------
    OddFile : it is no number.
    """
    if not text.strip():
        return None
    try:
        return float(text)
    except ValueError:
        raise OddFile(f"{where}: {text[:40]!r} is no number.") from None


def bounded(told: Told, most: int = MOST_NUMBERS) -> Told:
    """Return the output, if a file of text should hold it.

    Raises
    ------
    TooLong
    """
    if told.values.size > most:
        raise TooLong(
            f"{told.name} has {told.values.size} numbers; such a file holds at most "
            f"{most}: take NumPy or HDF5."
        )
    return told


def only_one(found: Sequence[Document]) -> Document:
    """Return the one document of a file.

    Raises
    ------
    OddFile : it holds another number of them.
    """
    if len(found) != 1:
        raise OddFile(f"The file holds {len(found)} results.")
    return found[0]
