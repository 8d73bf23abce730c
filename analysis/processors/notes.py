"""Which notes are played, several at once."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from analysis.core.errors import InvalidParameters, SignalTooShort
from analysis.core.model_cards import BASIC_PITCH
from analysis.core.needs import Need, NoteActivations, Notes, View
from analysis.core.needs.notes import HOP, RATE, sample_of
from analysis.core.note_creation import COLUMNS, LOWEST
from analysis.core.params import Params, param
from analysis.core.processor import Axis, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.weights import ModelCard

_HIGHEST = LOWEST + COLUMNS - 1
_POOLED = 4  # frames of the model in one row of the roll: 46 ms
_NAMES = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")


@dataclass(frozen=True)
class NotesParams(Params):
    onset: float = param(
        0.5, "How clearly a note must begin.", unit="1", minimum=0.05, maximum=0.95
    )
    sustain: float = param(
        0.3, "How clearly it must go on sounding.", unit="1", minimum=0.05, maximum=0.95
    )
    min_s: float = param(
        0.1277, "Notes of this length or shorter are left out.", unit="s", minimum=0.0, maximum=5.0
    )
    lowest: int = param(LOWEST, "Lowest note, as MIDI number.", minimum=LOWEST, maximum=_HIGHEST)
    highest: int = param(
        _HIGHEST, "Highest note, as MIDI number.", minimum=LOWEST, maximum=_HIGHEST
    )

    def __post_init__(self) -> None:
        if self.highest < self.lowest:
            raise InvalidParameters(
                f"The highest note ({self.highest}) is below the lowest ({self.lowest})."
            )


class NoteTranscription(Processor[NotesParams]):
    """Basic Pitch: a note has a beginning, an end, a semitone and a confidence.

    A note's value is its MIDI number (69 is A4, 440 Hz), its confidence the mean activation over
    it; it is the same as the reference implementation gives for sounds of up to two minutes, with
    times that do not drift. `activations` is the roll before anything is decided: for each 46 ms
    the greatest activation of each of the 88 semitones. Exact.
    """

    Params: ClassVar[type[Params]] = NotesParams
    id = "notes"
    version = "1.0.0"
    kind = "detector"
    label = "Notes"
    description = "Notes with pitch, beginning, duration and confidence, also several at once."
    reference = (
        "Bittner, Bosch, Rubinstein, Meseguer-Brocal & Ewert, A Lightweight Instrument-Agnostic "
        "Model for Polyphonic Note Transcription and Multipitch Estimation, ICASSP 2022"
    )
    merge = (
        "The model hears windows of 2 s that share 30 frames, as its reference has it. Notes are "
        "made of stretches of two minutes that share 10 s, half and half: a note belongs to the "
        "stretch in which it begins."
    )
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("activations", "frames", "Notes as they are heard", "1"),
        Provides("notes", "segments", "Notes", "MIDI", "Value: the number of the semitone."),
        Provides("count", "value", "Number of notes", "1"),
        Provides("lowest", "value", "Lowest note", "MIDI"),
        Provides("highest", "value", "Highest note", "MIDI"),
    )
    libraries: ClassVar[tuple[str, ...]] = ("onnxruntime", "basic-pitch", "soxr")
    models: ClassVar[tuple[ModelCard, ...]] = (BASIC_PITCH,)
    cost = 40.0

    @classmethod
    def preload(cls) -> None:
        NoteActivations.preload()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        p = self.params
        least = round(p.min_s * RATE / HOP)
        self._notes = Notes(p.onset, p.sustain, least, p.lowest, p.highest)
        self._activations = self._notes.activations
        return (self._activations, self._notes)

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out
        self._roll = Roll()
        self._curve = out.curve(
            "activations",
            hop=_POOLED * HOP * sound.sample_rate / RATE,
            axis=Axis("MIDI", values=tuple(float(LOWEST + n) for n in range(COLUMNS))),
        )
        self._segments = out.segments("notes")
        self._count, self._lowest, self._highest = 0, _HIGHEST + 1, LOWEST - 1

    def block(self, view: View) -> None:
        for window in view[self._activations]:
            self._curve.append(self._roll.push(window.notes))
        if view.last:
            self._curve.append(self._roll.finish())
        for batch in view[self._notes]:
            for note in batch.notes:
                self._segments.add(
                    note.start_s,
                    note.end_s,
                    label=name_of(note.midi),
                    value=float(note.midi),
                    confidence=min(1.0, note.confidence),
                )
                self._count += 1
                self._lowest = min(self._lowest, note.midi)
                self._highest = max(self._highest, note.midi)

    def close(self, frames: int) -> None:
        if not self._roll.rows:
            raise SignalTooShort("There is no sound to find notes in.")
        self._out.value("count", float(self._count))
        for name, found in (("lowest", self._lowest), ("highest", self._highest)):
            number = float(found) if self._count else None
            self._out.value(name, number, label="" if self._count else "no note")


def name_of(midi: int) -> str:
    """Return the name of a semitone: 69 is A4."""
    return f"{_NAMES[midi % 12]}{midi // 12 - 1}"


class Roll:
    """Activations on an even grid of 46 ms: row k is the greatest around sample k * 1024.

    The model's windows restart its count of frames, so its frames are not evenly apart; each goes
    to the row whose middle is nearest.
    """

    def __init__(self) -> None:
        self._frame = 0
        self._at = 0
        self._open = np.zeros((1, COLUMNS), np.float32)
        self.rows = 0

    def push(self, frames: np.ndarray[Any, np.dtype[np.float32]]) -> Any:
        """Take the next frames, (n, 88); give out the rows that are full."""
        done = []
        for frame in frames:
            row = (sample_of(self._frame) + _POOLED * HOP // 2) // (_POOLED * HOP)
            self._frame += 1
            while row > self._at:
                done.append(self._open)
                self._open, self._at = np.zeros((1, COLUMNS), np.float32), self._at + 1
            np.maximum(self._open, frame, out=self._open)
        self.rows += len(done)
        return np.concatenate(done) if done else np.zeros((0, COLUMNS), np.float32)

    def finish(self) -> Any:
        """Give out the last row, if its middle is within what was heard."""
        within = self._frame and sample_of(self._frame - 1) >= self._at * _POOLED * HOP
        self.rows += 1 if within else 0
        return self._open if within else self._open[:0]
