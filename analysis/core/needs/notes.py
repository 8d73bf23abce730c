"""What a trained model hears of notes, and the notes themselves, for all who ask for them."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.core import weights
from analysis.core.model_cards import BASIC_PITCH
from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.samples import Samples
from analysis.core.note_creation import COLUMNS, LOWEST, notes_of
from analysis.core.resample import Resampler
from analysis.core.signal import Signal, Sound

RATE = 22_050
HOP = 256
_WINDOW = 2 * RATE - HOP
_OVERLAP = 30  # frames that neighbouring windows share, half and half
_STEP = _WINDOW - _OVERLAP * HOP
FRAMES = 172 - _OVERLAP
"""Frames that one window answers for."""


class Activations(NamedTuple):
    """What one window says: (k, 88) each, 0 to 1; column 0 is A0, MIDI 21."""

    notes: NDArray[np.float32]
    onsets: NDArray[np.float32]


def sample_of(frame: int) -> int:
    """Sample (at 22 050 Hz) on which a frame is centred, counted from the start of the interval.

    Windows are 36 164 samples apart and have 142 frames of 256: each restarts the count.
    """
    window, within = divmod(frame, FRAMES)
    return window * _STEP + within * HOP


@dataclass(frozen=True)
class NoteActivations(Need[list[Activations]]):
    """Basic Pitch on windows of 2 s of the mono mix at 22 050 Hz, as its own inference cuts them.

    Bittner et al., *A Lightweight Instrument-Agnostic Model for Polyphonic Note Transcription*,
    ICASSP 2022. Frames beyond the end of the sound are left out.
    """

    @property
    def samples(self) -> Samples:
        return Samples(mono=True, rate=RATE)

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.samples,)

    def start(self, sound: Sound) -> Running[list[Activations]]:
        return _NoteActivations(self)

    @staticmethod
    def preload() -> None:
        """Load the model now."""
        weights.session(BASIC_PITCH)
        Resampler.preload()


class _NoteActivations:
    def __init__(self, need: NoteActivations) -> None:
        self._samples = need.samples
        self._session = weights.session(BASIC_PITCH)
        self._held: list[Signal] = [np.zeros((1, _OVERLAP // 2 * HOP), np.float32)]
        self._count = _OVERLAP // 2 * HOP
        self._heard = 0
        self._windows = 0

    def step(self, view: View) -> list[Activations]:
        signal = view[self._samples]
        self._held.append(signal)
        self._count += signal.shape[1]
        self._heard += signal.shape[1]
        made: list[Activations] = []
        while self._count >= _WINDOW or (view.last and self._count > 0 and self._heard):
            held = np.concatenate(self._held, axis=1)
            made.append(self._of(held[0, :_WINDOW], last=view.last))
            self._held = [held[:, _STEP:].copy()]
            self._count = self._held[0].shape[1]
        return [each for each in made if len(each.notes)]

    def _of(self, samples: NDArray[np.float32], *, last: bool) -> Activations:
        window = np.zeros((1, _WINDOW, 1), np.float32)
        window[0, : len(samples), 0] = samples
        notes, onsets = weights.run(
            self._session,
            ["StatefulPartitionedCall:1", "StatefulPartitionedCall:2"],
            {"serving_default_input_2:0": window},
        )
        half = _OVERLAP // 2
        frames = FRAMES
        if last:
            left = self._heard - self._windows * _STEP
            frames = min(FRAMES, max(0, -(-left // HOP)))
        self._windows += 1
        kept = slice(half, half + frames)
        return Activations(
            np.asarray(notes[0, kept], np.float32), np.asarray(onsets[0, kept], np.float32)
        )


class Note(NamedTuple):
    """One note; times in seconds from the start of the interval."""

    start_s: float
    end_s: float
    midi: int
    confidence: float
    """Its mean activation, 0 to 1."""


@dataclass(frozen=True)
class NoteBatch:
    """The notes that begin in a stretch, in the order of time; none that follows is earlier."""

    notes: tuple[Note, ...]
    until_s: float
    """The stretch ends here; the next one begins."""


@dataclass(frozen=True)
class Notes(Need[list[NoteBatch]]):
    """Notes out of the activations, by the rules of Basic Pitch, in stretches of two minutes.

    Stretches share 6 windows (10 s), half and half; a note belongs to the stretch in which it
    begins and may reach into what is shared. Within one stretch they are those of the reference.
    """

    onset_threshold: float = 0.5
    frame_threshold: float = 0.3
    least: int = 11
    """Frames; notes of so many or fewer are left out."""
    lowest: int = LOWEST
    highest: int = LOWEST + COLUMNS - 1
    windows: int = 75
    """Of one stretch."""

    @property
    def activations(self) -> NoteActivations:
        return NoteActivations()

    def requires(self) -> tuple[Need[Any], ...]:
        return (self.activations,)

    def start(self, sound: Sound) -> Running[list[NoteBatch]]:
        return _Notes(self)


_SHARED = 6


class _Notes:
    def __init__(self, need: Notes) -> None:
        self._need = need
        self._held: list[Activations] = []
        self._first = 0  # window that the stretch begins with

    def step(self, view: View) -> list[NoteBatch]:
        made: list[NoteBatch] = []
        for window in view[self._need.activations]:
            self._held.append(window)
            if len(self._held) > self._need.windows:
                made.append(self._stretch(self._held[: self._need.windows], last=False))
                gone = self._need.windows - _SHARED
                self._held, self._first = self._held[gone:], self._first + gone
        if view.last and self._held:
            made.append(self._stretch(self._held, last=True))
            self._held = []
        return made

    def _stretch(self, windows: list[Activations], *, last: bool) -> NoteBatch:
        need, first = self._need, self._first * FRAMES
        frames = np.concatenate([window.notes for window in windows])
        found = notes_of(
            frames,
            np.concatenate([window.onsets for window in windows]),
            onset_threshold=need.onset_threshold,
            frame_threshold=need.frame_threshold,
            least=need.least,
            lowest=need.lowest,
            highest=need.highest,
        )
        half = _SHARED // 2 * FRAMES
        start = half if self._first else 0
        end = len(frames) if last else len(frames) - half
        notes = [
            Note(
                sample_of(first + note.start) / RATE,
                sample_of(first + note.end) / RATE,
                note.midi,
                note.amplitude,
            )
            for note in found
            if start <= note.start < end
        ]
        return NoteBatch(tuple(sorted(notes)), sample_of(first + end) / RATE)
