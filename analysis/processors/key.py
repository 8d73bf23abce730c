"""In which key a piece is."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from analysis.core.needs import Hpcp, Need, View
from analysis.core.needs.peaks import algorithm
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.statistics import Moments
from analysis.core.transform import rfft
from analysis.processors.tonality import peaks_of

_SIZE = 36
_STEP_S = 10.0


@dataclass(frozen=True)
class KeyParams(Params):
    profile: Literal["bgate", "krumhansl", "temperley", "edma", "edmm", "shaath"] = param(
        "bgate", "With which profile of the degrees of a scale the pitch classes are compared."
    )
    reference: float = param(
        440.0, "Frequency of A4; `tuning` tells it.", unit="Hz", minimum=400.0, maximum=480.0
    )


class Key(Processor[KeyParams]):
    """Correlation of the mean harmonic pitch class profile with those of 24 keys (Essentia).

    The profile has 36 bins an octave, from the peaks of `dissonance`, with four harmonics.
    `strength` is the greatest correlation, `certainty` how far it is above the second. Segments
    are of 10 s, joined where the key stays; their confidence is the correlation. Only major and
    minor are known: of other music the pitch histogram says more. Exact.
    """

    Params: ClassVar[type[Params]] = KeyParams
    id = "key"
    version = "1.0.0"
    kind = "detector"
    label = "Key"
    description = "Major or minor key of the whole and of each part, with its strength."
    reference = "Gómez, Tonal Description of Polyphonic Audio, INFORMS J. Computing 18(3), 2006"
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("key", "label", "Key"),
        Provides("strength", "value", "Strength of the key", "1"),
        Provides("certainty", "value", "Certainty of the key", "1"),
        Provides("profile", "vector", "Mean pitch class profile", "1"),
        Provides("segments", "segments", "Key over time"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 200.0
    bytes_per_s = 50.0

    @classmethod
    def preload(cls) -> None:
        algorithm("Key")
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._hpcp = Hpcp(peaks_of(sound), _SIZE, self.params.reference)
        return (self._hpcp,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._compute = algorithm("Key", pcpSize=_SIZE, profileType=self.params.profile)
        self._all = Moments(_SIZE)
        self._hop = self._hpcp.peaks.hop
        self._frames_a_step = max(1, round(_STEP_S * sound.sample_rate / self._hop))
        self._part, self._in_part, self._parts = Moments(_SIZE), 0, 0
        self._segments = KeySegments(out, self._frames_a_step * self._hop / sound.sample_rate)

    def block(self, view: View) -> None:
        rows = view[self._hpcp]
        sounding = rows[rows.max(axis=1) > 0] if len(rows) else rows
        self._all.push(sounding)
        at = 0
        while at < len(rows):
            taken = rows[at : at + self._frames_a_step - self._in_part]
            self._part.push(taken[taken.max(axis=1) > 0])
            self._in_part += len(taken)
            at += len(taken)
            if self._in_part == self._frames_a_step:
                self._end_part()

    def _end_part(self) -> None:
        if self._part.count:
            key, scale, strength, _ = self._compute(self._part.mean.astype(np.float32))
            self._segments.add(self._parts, f"{key} {scale}", float(strength))
        self._part, self._in_part = Moments(_SIZE), 0
        self._parts += 1

    def close(self, frames: int) -> None:
        if self._in_part:
            self._end_part()
        self._segments.finish(frames / self._rate)
        axis = Axis("semitone", values=tuple(round(n / 3, 4) for n in range(_SIZE)))
        self._out.vector("profile", np.nan_to_num(self._all.mean), axis)
        if not self._all.count:
            for name in ("strength", "certainty"):
                self._out.value(name, None, label="no tones")
            return
        key, scale, strength, certainty = self._compute(self._all.mean.astype(np.float32))
        self._out.label("key", f"{key} {scale}")
        self._out.value("strength", strength)
        self._out.value("certainty", certainty)


class KeySegments:
    """Joins steps of one key into one segment."""

    def __init__(self, out: Outputs, step_s: float) -> None:
        self._sink, self._step_s = out.segments("segments"), step_s
        self._first, self._last, self._key = 0, -1, ""
        self._strengths: list[float] = []

    def add(self, step: int, key: str, strength: float) -> None:
        if key != self._key or step != self._last + 1:
            self._tell(np.inf)
            self._first, self._key = step, key
        self._last = step
        self._strengths.append(strength)

    def finish(self, end_s: float) -> None:
        self._tell(end_s)

    def _tell(self, end_s: float) -> None:
        if self._strengths:
            confidence = float(np.clip(np.mean(self._strengths), 0, 1))
            end = min(end_s, (self._last + 1) * self._step_s)
            self._sink.add(self._first * self._step_s, end, label=self._key, confidence=confidence)
        self._strengths = []
