"""The melody that stands out of music, and its vibrato."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.errors import NotApplicable
from analysis.core.needs import Chunk, Chunks, Need, View
from analysis.core.needs.peaks import algorithm
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.resample import Resampler
from analysis.core.signal import Sound

_RATE = 44_100
_HOP = 128
_EACH = 4  # of so many frames one is kept
_CHUNKS = Chunks(rate=_RATE, seconds=45.0, overlap_s=6.0, grid=_HOP * _EACH)
_MOST_HOURS = 4.0
_LEAST_RATE = 8_000
_WINDOW_S, _STEP_S = 0.6, 0.1
_SLOW_HZ, _FAST_HZ = 3.5, 9.0
VIBRATO = "vibrato"


@dataclass(frozen=True)
class MelodyParams(Params):
    f_min: float = param(80.0, "Lowest note.", unit="Hz", minimum=40.0, maximum=2000.0)
    f_max: float = param(2000.0, "Highest note.", unit="Hz", minimum=100.0, maximum=8000.0)
    voicing: float = param(
        0.2,
        "The greater, the more faint contours belong to the melody.",
        minimum=-1.0,
        maximum=1.4,
    )
    vibrato_cents: float = param(
        40.0, "Least vibrato, from trough to crest.", unit="cents", minimum=10.0, maximum=600.0
    )


class Melody(Processor[MelodyParams]):
    """MELODIA on stretches of 45 s, after an equal-loudness filter (Essentia), at 44.1 kHz.

    `f0` every 11.6 ms, NaN where no melody is heard, with its confidence: salience of the contour
    over the greatest of its stretch. What is melody is decided among the contours of one stretch.
    Vibrato: windows of 0.6 s of an unbroken contour in cents, less their straight line, whose
    strongest frequency from 3.5 to 9 Hz holds 60 % of the power and moves at least
    `vibrato_cents` from trough to crest; value of a segment: its rate. Of a voice over
    chords two thirds of the frames are heard, 98 % of these within 50 cents; the rate of vibrato is
    right within 0.3 Hz, its extent within 20 %. Refused above 4 hours. Exact.
    """

    Params: ClassVar[type[Params]] = MelodyParams
    id = "melody"
    version = "1.0.0"
    kind = "detector"
    label = "Predominant melody and vibrato"
    description = "Pitch of the voice that leads in music of several, and where it has vibrato."
    reference = (
        "Salamon & Gómez, Melody Extraction from Polyphonic Music Signals Using Pitch Contour "
        "Characteristics, IEEE TASLP 20(6), 2012; Herrera & Bonada, Vibrato Extraction and "
        "Parameterization in the SMS Framework, DAFx 1998"
    )
    needs: ClassVar[tuple[Need[Any], ...]] = (_CHUNKS,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("f0", "frames", "Predominant melody", "Hz"),
        Provides("confidence", "frames", "Confidence of the melody", "1"),
        Provides("vibrato", "segments", "Vibrato", "Hz", "Each with its rate.", (VIBRATO,)),
        Provides("voiced_fraction", "value", "Part of the time with a melody", "1"),
        Provides("vibrato_rate", "value", "Rate of the vibrato", "Hz"),
        Provides("vibrato_extent", "value", "Extent of the vibrato", "cents", "Trough to crest."),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia", "soxr")
    merge = (
        "each stretch of 45 s tells the frames of its own 39 s in the middle; vibrato is looked "
        "for in the frames so joined."
    )
    cost = 25.0

    @classmethod
    def preload(cls) -> None:
        algorithm("PredominantPitchMelodia")
        algorithm("EqualLoudness")
        Resampler.preload()
        np.fft.rfft(np.ones(4))

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        if sound.sample_rate < _LEAST_RATE:
            raise NotApplicable(
                f"A melody is looked for from {_LEAST_RATE} Hz on; this sound has "
                f"{sound.sample_rate} Hz."
            )
        if (sound.duration_s or 0) > _MOST_HOURS * 3600:
            raise NotApplicable(
                f"Melodies are looked for in up to {_MOST_HOURS:g} hours; ask for a part of this "
                "sound."
            )
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        hop = _HOP * _EACH * sound.sample_rate / _RATE
        self._f0, self._sure = out.curve("f0", hop=hop), out.curve("confidence", hop=hop)
        self._vibrato = Vibrato(out, self.params.vibrato_cents, _HOP * _EACH / _RATE)
        self._frames = self._voiced = 0

    def block(self, view: View) -> None:
        for chunk in view[_CHUNKS]:
            f0, confidence = self._of(chunk)
            self._f0.append(f0)
            self._sure.append(confidence)
            self._vibrato.push(f0)
            self._frames += len(f0)
            self._voiced += int(np.isfinite(f0).sum())

    def _of(self, chunk: Chunk) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        signal = chunk.signal[0]
        count = -(-len(signal) // (_HOP * _EACH))
        f0, confidence = np.zeros(count, np.float32), np.zeros(count, np.float32)
        if len(signal) >= 2048 and np.abs(signal).max() > 1e-5:
            # A new one for each stretch: it keeps nothing of the stretch before.
            melodia = algorithm(
                "PredominantPitchMelodia",
                sampleRate=float(_RATE),
                hopSize=_HOP,
                minFrequency=self.params.f_min,
                maxFrequency=self.params.f_max,
                voicingTolerance=self.params.voicing,
            )
            loud = algorithm("EqualLoudness", sampleRate=float(_RATE))(signal)
            pitch, salience = melodia(loud)
            taken = min(count, -(-len(pitch) // _EACH))
            f0[:taken], confidence[:taken] = pitch[::_EACH][:taken], salience[::_EACH][:taken]
        greatest = float(confidence.max(initial=0.0))
        confidence = confidence / np.float32(greatest) if greatest > 0 else confidence
        own = chunk.kept(_HOP * _EACH, count)
        f0[f0 <= 0] = np.nan
        return f0[own], np.clip(confidence[own], 0, 1)

    def close(self, frames: int) -> None:
        self._out.value("voiced_fraction", self._voiced / self._frames if self._frames else None)
        self._vibrato.finish()


class Vibrato:
    """Finds vibrato in a pitch curve that arrives in portions."""

    def __init__(self, out: Outputs, least_cents: float, period_s: float) -> None:
        self._out, self._least, self._period_s = out, least_cents, period_s
        self._sink = out.segments("vibrato")
        self._window = round(_WINDOW_S / period_s)
        self._step = round(_STEP_S / period_s)
        self._held, self._first = np.zeros(0, np.float32), 0
        self._open: list[tuple[int, float, float, float]] = []
        self._all: list[tuple[float, float]] = []

    def push(self, f0: NDArray[np.float32]) -> None:
        self._held = np.concatenate([self._held, f0])
        at = 0
        while at + self._window <= len(self._held):
            found = self._of_window(self._held[at : at + self._window])
            if found is not None:
                if self._open and self._first + at > self._open[-1][0] + self._window:
                    self._tell()
                self._open.append((self._first + at, *found))
            at += self._step
        self._held = self._held[at:]
        self._first += at

    def _of_window(self, f0: NDArray[np.float32]) -> tuple[float, float, float] | None:
        """Rate in Hz, extent in cents and share of the power; None where there is none."""
        if not np.isfinite(f0).all():
            return None
        cents = 1200 * np.log2(f0.astype(np.float64))
        at = np.arange(len(cents)) - (len(cents) - 1) / 2
        cents -= cents.mean() + at * (at * cents).sum() / (at * at).sum()
        if np.abs(cents).max() > 400:  # a step from note to note
            return None
        size = 16 * self._window
        power = np.abs(np.fft.rfft(cents * np.hanning(len(cents)), size)) ** 2
        hertz = np.arange(len(power)) / (size * self._period_s)
        inside = np.flatnonzero((hertz >= _SLOW_HZ) & (hertz <= _FAST_HZ))
        peak = int(inside[power[inside].argmax()])
        lobe = np.abs(hertz - hertz[peak]) <= 1.5 / _WINDOW_S
        share = float(power[lobe].sum() / (power.sum() + 1e-20))
        extent = 2 * np.sqrt(2) * float(np.sqrt(np.mean(cents**2)))
        if share < 0.6 or extent < self._least or peak in (inside[0], inside[-1]):
            return None
        return float(hertz[peak]), extent, min(1.0, share)

    def _tell(self) -> None:
        start, end = self._open[0][0], self._open[-1][0] + self._window
        rates, extents, shares = zip(*(each[1:] for each in self._open), strict=True)
        rate = float(np.median(rates))
        self._sink.add(
            start * self._period_s,
            end * self._period_s,
            label=VIBRATO,
            value=rate,
            confidence=float(np.mean(shares)),
        )
        self._all.append((rate, float(np.median(extents))))
        self._open = []

    def finish(self) -> None:
        if self._open:
            self._tell()
        why = "" if self._all else "no vibrato"
        rates, extents = (
            np.mean([each[n] for each in self._all]) if self._all else None for n in (0, 1)
        )
        self._out.value("vibrato_rate", None if rates is None else float(rates), label=why)
        self._out.value("vibrato_extent", None if extents is None else float(extents), label=why)
