"""Which chords follow each other."""

from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import Hpcp, Need, View
from analysis.core.needs.peaks import algorithm
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.spans import Span, merged
from analysis.core.transform import rfft
from analysis.processors.tonality import peaks_of

_WINDOW_S = 2.0
_GROUP = 256  # frames that are answered for at once


class Chords(Processor[Params]):
    """The triad whose profile the pitch classes of two seconds about a frame resemble most.

    Essentia's ChordsDetection on the pitch class profile of `key` (36 bins), 24 major and minor
    triads. The confidence is the correlation with the triad's profile. Frames without any tone
    are in no segment. Labels are as in Essentia: A, Bb, C#m. Exact: frames are computed in groups
    of 256, with a second of context on both sides.
    """

    id = "chords"
    version = "1.0.0"
    kind = "detector"
    label = "Chords"
    description = "Major and minor chords as segments, with how well each fits."
    reference = "Gómez, Tonal Description of Music Audio Signals, PhD thesis, UPF 2006, section 4"
    merge = "Groups of frames with a second of context; equal neighbours become one segment."
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("chords", "segments", "Chords"),
        Provides("change_rate", "value", "Chord changes", "1/s"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("essentia",)
    cost = 200.0
    bytes_per_s = 50.0

    @classmethod
    def preload(cls) -> None:
        algorithm("ChordsDetection")
        rfft()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        self._hpcp = Hpcp(peaks_of(sound), 36)
        return (self._hpcp,)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._rate = out, sound.sample_rate
        self._hop = self._hpcp.peaks.hop
        self._sink = out.segments("chords")
        self._margin = int(np.ceil(_WINDOW_S / 2 * sound.sample_rate / self._hop)) + 1
        self._compute = algorithm(
            "ChordsDetection",
            hopSize=self._hop,
            sampleRate=float(sound.sample_rate),
            windowSize=_WINDOW_S,
        )
        self._rows = np.zeros((0, 36), np.float32)
        self._first = 0  # number of the first frame in `_rows`
        self._next = 0  # number of the first frame that was not answered for
        self._waiting: list[Span] = []
        self._count = 0

    def block(self, view: View) -> None:
        self._rows = np.concatenate([self._rows, view[self._hpcp]])
        while self._first + len(self._rows) >= self._next + _GROUP + self._margin:
            self._answer(self._next + _GROUP)

    def _answer(self, until: int) -> None:
        """Tell of the frames up to `until`, which have all the context that there is."""
        low = max(self._first, self._next - self._margin)
        rows = self._rows[low - self._first : until + self._margin - self._first]
        chords, strengths = self._compute(list(rows))
        spans: list[Span] = []
        for frame in range(self._next, until):
            at = frame - low
            if rows[at].max() > 0:
                spans.append(self._span(frame, chords[at], strengths[at]))
        self._tell(spans)
        self._next = until
        keep = max(self._first, until - self._margin)
        self._rows = self._rows[keep - self._first :].copy()
        self._first = keep

    def _span(self, frame: int, chord: str, strength: float) -> Span:
        # A frame stands for the hop about its centre.
        start = max(0, frame * self._hop - self._hop // 2) / self._rate
        end = (frame * self._hop + self._hop - self._hop // 2) / self._rate
        return Span(start, end - start, chord, None, float(np.clip(strength, 0, 1)))

    def _tell(self, spans: list[Span]) -> None:
        """Join equal neighbours; the last one waits, for it may go on."""
        joined = merged([*self._waiting, *spans], gap_s=1.5 / self._rate)
        self._waiting = joined[-1:]
        for span in joined[:-1]:
            self._add(span)

    def _add(self, span: Span, end_s: float = np.inf) -> None:
        end = min(end_s, span.end_s)
        if end > span.start_s:
            self._sink.add(span.start_s, end, label=span.label, confidence=span.confidence)
            self._count += 1

    def close(self, frames: int) -> None:
        held = self._first + len(self._rows)
        if held > self._next:
            self._answer(held)
        for span in self._waiting:
            self._add(span, frames / self._rate)
        seconds = frames / self._rate
        self._out.value("change_rate", max(0, self._count - 1) / seconds if seconds else None)
