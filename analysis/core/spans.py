"""Moments and stretches of a sound, as detectors tell them and as files keep them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch, or a moment where it lasts 0 s; times in seconds from the start of the interval.

    `value` has the unit of its output; `confidence` is from 0 to 1.
    """

    start_s: float
    duration_s: float
    label: str = ""
    value: float | None = None
    confidence: float | None = None

    @property
    def end_s(self) -> float:
        return self.start_s + self.duration_s


def merged(spans: Iterable[Span], gap_s: float = 1e-9) -> list[Span]:
    """Make one stretch of neighbours of one label that are no further apart than the gap.

    They come back in the order of time; confidences are weighted by length.
    """
    made: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start_s, each.label)):
        last = made[-1] if made else None
        if last is None or last.label != span.label or span.start_s - last.end_s > gap_s:
            made.append(span)
            continue
        made[-1] = last._replace(
            duration_s=max(last.end_s, span.end_s) - last.start_s,
            confidence=_weighted(last, span),
        )
    return made


def _weighted(a: Span, b: Span) -> float | None:
    if a.confidence is None or b.confidence is None:
        return None
    length = a.duration_s + b.duration_s
    if not length:
        return max(a.confidence, b.confidence)
    return (a.confidence * a.duration_s + b.confidence * b.duration_s) / length


class Joiner:
    """Makes one stretch of those that follow each other closely, as they come, and tells it.

    Values are added up. Stretches come in the order of their beginnings; one is told when the
    next is too far away, or at the end.
    """

    def __init__(self, gap_s: float, tell: Callable[[Span], None]) -> None:
        self._gap_s, self._tell = gap_s, tell
        self._held: Span | None = None

    def push(self, start_s: float, end_s: float, value: float) -> None:
        held = self._held
        if held is not None and start_s - held.end_s <= self._gap_s:
            value += held.value or 0.0
            start_s, end_s = held.start_s, max(held.end_s, end_s)
        elif held is not None:
            self._tell(held)
        self._held = Span(start_s, end_s - start_s, value=value)

    def finish(self) -> None:
        if self._held is not None:
            self._tell(self._held)
        self._held = None
