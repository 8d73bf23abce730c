"""Whether one voice is heard or several."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import SignalTooShort
from analysis.core.model_cards import BASIC_PITCH
from analysis.core.needs import Need, Note, NoteActivations, Notes, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.weights import ModelCard

_CELL_S = 0.02
_STEP = 25  # cells between the frames of the curve: 0.5 s
_NOTES = Notes()
_LEAST_SOUNDING = 0.05  # of a window: less says nothing
_WIDTH = 0.05  # of the curve from overlap to probability
MONO, POLY = "monophonic", "polyphonic"


@dataclass(frozen=True)
class PolyphonyParams(Params):
    threshold: float = param(
        0.15, "Overlap from which it counts as polyphonic.", unit="1", minimum=0.0, maximum=1.0
    )
    window_s: float = param(
        6.0, "How much of the sound each frame looks at.", unit="s", minimum=1.0, maximum=60.0
    )


class Polyphony(Processor[PolyphonyParams]):
    """Share of the sounding time in which two or more of the notes of `notes` sound at once.

    Every 0.5 s, over the window around it; not a number where notes sound less than a twentieth of
    it. `probability` is 1 / (1 + exp((threshold - overlap) / 0.05)): 0.5 at the threshold, 0.88
    at 0.1 above it. Segments are where it is on one side of 0.5; their confidence is the mean
    probability of their own label. Exact.
    """

    Params: ClassVar[type[Params]] = PolyphonyParams
    id = "polyphony"
    version = "1.0.0"
    kind = "detector"
    label = "One voice or several"
    description = "How much notes overlap at each moment: monophonic or polyphonic."
    reference = (
        "After the overlap of notes; the aim is that of Lachambre, André-Obrecht & Pinquier, "
        "Distinguishing monophonies from polyphonies using Weibull bivariate distributions, "
        "IEEE TASLP 19(6), 2011"
    )
    merge = "As `notes`."
    needs: ClassVar[tuple[Need[Any], ...]] = (_NOTES,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("overlap", "frames", "Overlap of notes", "1"),
        Provides("probability", "frames", "Probability of several voices", "1"),
        Provides("segments", "segments", "One voice or several", labels=(MONO, POLY)),
        Provides("overall", "value", "Overlap of notes, overall", "1"),
        Provides("texture", "label", "Texture"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("onnxruntime", "basic-pitch", "soxr")
    models: ClassVar[tuple[ModelCard, ...]] = (BASIC_PITCH,)
    cost = 40.0

    @classmethod
    def preload(cls) -> None:
        NoteActivations.preload()

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        hop = _STEP * _CELL_S * sound.sample_rate
        self._overlap, self._probability = (
            out.curve("overlap", hop=hop),
            out.curve("probability", hop=hop),
        )
        self._segments = out.segments("segments")
        self._cells = Cells(max(1, round(self.params.window_s / _CELL_S / 2)))
        self._segment: tuple[str, int, list[float]] | None = None
        self._frame = 0

    def block(self, view: View) -> None:
        for batch in view[_NOTES]:
            self._cells.take(batch.notes)
            self._told(self._cells.until(batch.until_s))

    def _told(self, overlaps: list[float]) -> None:
        if not overlaps:
            return
        curve = np.array(overlaps, np.float32)
        with np.errstate(over="ignore"):
            sure = 1 / (1 + np.exp((self.params.threshold - curve.astype(np.float64)) / _WIDTH))
        self._overlap.append(curve)
        self._probability.append(sure.astype(np.float32))
        for probability in sure.tolist():
            self._step(probability)

    def _step(self, probability: float) -> None:
        label = POLY if probability >= 0.5 else MONO
        confidence = max(probability, 1 - probability)
        if math.isnan(probability):
            self._end()
        elif self._segment is not None and self._segment[0] == label:
            self._segment[2].append(confidence)
        else:
            self._end()
            self._segment = (label, self._frame, [confidence])
        self._frame += 1

    def _end(self, end_s: float = math.inf) -> None:
        """Tell the segment that ends at this frame; a frame stands for the 0.5 s around it."""
        if self._segment is None:
            return
        label, first, confidences = self._segment
        self._segment = None
        step = _STEP * _CELL_S
        self._segments.add(
            max(0.0, (first - 0.5) * step),
            min(end_s, (self._frame - 0.5) * step),
            label=label,
            confidence=math.fsum(confidences) / len(confidences),
        )

    def close(self, frames: int) -> None:
        duration = frames / self._rate
        if duration < _STEP * _CELL_S:
            raise SignalTooShort("Telling one voice from several needs at least 0.5 s.")
        self._told(self._cells.finish(duration))
        self._end(duration)
        overall = self._cells.overall
        self._out.value("overall", overall, label="" if overall is not None else "no note")
        if overall is not None:
            self._out.label("texture", POLY if overall >= self.params.threshold else MONO)


class Cells:
    """Counts of notes in cells of 20 ms, kept only as long as a window or a note needs them."""

    def __init__(self, half: int) -> None:
        self._half = half
        self._counts: NDArray[np.int32] = np.zeros(0, np.int32)
        self._first = 0  # cell that the counts begin with
        self._frame = 0
        self._counted = 0  # cells that are in the sums
        self._sounding = self._several = 0

    def take(self, notes: tuple[Note, ...]) -> None:
        """Add notes that begin no earlier than what `until` has finished."""
        for note in notes:
            start, end = round(note.start_s / _CELL_S), round(note.end_s / _CELL_S)
            self._grow(end)
            self._counts[start - self._first : end - self._first] += 1

    def _grow(self, end: int) -> None:
        lacking = end - self._first - len(self._counts)
        if lacking > 0:
            self._counts = np.concatenate([self._counts, np.zeros(lacking, np.int32)])

    def until(self, seconds: float) -> list[float]:
        """Return the overlaps of the frames whose windows end before `seconds`."""
        end = math.floor(seconds / _CELL_S)
        return self._frames(lambda middle: middle + self._half < end, end)

    def finish(self, seconds: float) -> list[float]:
        """Return the overlaps of the frames that are left, up to the end of the sound."""
        end = math.ceil(seconds / _CELL_S)
        return self._frames(lambda middle: middle * _CELL_S <= seconds, end)

    def _frames(self, is_ready: Any, end: int) -> list[float]:
        made = []
        self._grow(end)
        while is_ready(self._frame * _STEP):
            middle = self._frame * _STEP
            window = slice(max(0, middle - self._half - self._first), middle + self._half)
            made.append(_overlap(self._counts[window.start : window.stop - self._first]))
            self._frame += 1
        counted = self._counts[max(0, self._counted - self._first) : end - self._first]
        self._sounding += int((counted >= 1).sum())
        self._several += int((counted >= 2).sum())
        self._counted = max(self._counted, end)
        gone = min(self._frame * _STEP - self._half, end) - self._first
        if gone > 0:
            self._counts, self._first = self._counts[gone:].copy(), self._first + gone
        return made

    @property
    def overall(self) -> float | None:
        """Over all cells so far; None where no note sounds."""
        return self._several / self._sounding if self._sounding else None


def _overlap(counts: NDArray[np.int32]) -> float:
    sounding = int((counts >= 1).sum())
    if sounding < max(1, _LEAST_SOUNDING * len(counts)):
        return math.nan
    return int((counts >= 2).sum()) / sounding
