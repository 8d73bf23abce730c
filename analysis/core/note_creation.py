"""Notes from the activations of Basic Pitch: a port of its `note_creation.py`.

Copyright 2022 Spotify AB, licensed under the Apache License, Version 2.0
(http://www.apache.org/licenses/LICENSE-2.0); from basic-pitch 0.4.0. Changed by Sonotheque: only
the notes are made (no MIDI, no bends); the greatest activation left is looked up by a maximum kept
per frame, not by reading the whole matrix each time; silence is not divided by. Same notes.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LOWEST = 21
"""MIDI number of the first of the 88 columns: A0, 27.5 Hz."""
COLUMNS = 88
_ENERGY_TOLERANCE = 11  # frames that a note may be weak in before it is over

Matrix = NDArray[np.float32]


class FrameNote(NamedTuple):
    """A note in frames `[start, end)`; `amplitude` is its mean activation, 0 to 1."""

    start: int
    end: int
    midi: int
    amplitude: float


def notes_of(
    frames: Matrix,
    onsets: Matrix,
    *,
    onset_threshold: float,
    frame_threshold: float,
    least: int,
    lowest: int = LOWEST,
    highest: int = LOWEST + COLUMNS - 1,
) -> list[FrameNote]:
    """Return the notes of a stretch, first those with an onset, then what is left sounding.

    Parameters
    ----------
    frames, onsets : (n, 88) in 0 to 1; not changed.
    least : notes of so many frames or fewer are left out.
    lowest, highest : MIDI numbers; what lies outside is not looked at.
    """
    if len(frames) < 3:
        return []
    frames, onsets = frames.copy(), onsets.copy()
    for matrix in (frames, onsets):
        matrix[:, : lowest - LOWEST] = 0
        matrix[:, highest - LOWEST + 1 :] = 0
    left = frames.astype(np.float64)
    notes = _from_onsets(
        frames, with_inferred(onsets, frames), left, onset_threshold, frame_threshold, least
    )
    return notes + _from_what_is_left(frames, left, frame_threshold, least)


def with_inferred(onsets: Matrix, frames: Matrix) -> NDArray[np.float64]:
    """Add to the onsets the sudden rises of activations, scaled to the same maximum."""
    level = frames.astype(np.float64)
    rise = np.zeros(level.shape)
    np.minimum(level[2:] - level[1:-1], level[2:] - level[:-2], out=rise[2:])
    np.maximum(rise, 0, out=rise)
    greatest = rise.max()
    if greatest > 0:
        np.multiply(rise, onsets.max(), out=rise)
        np.divide(rise, greatest, out=rise)
    return np.maximum(rise, onsets, out=rise)


def _from_onsets(
    frames: Matrix,
    onsets: NDArray[np.float64],
    left: NDArray[np.float64],
    onset_threshold: float,
    frame_threshold: float,
    least: int,
) -> list[FrameNote]:
    """Follow each onset, the last first, until its activation has been weak for a while."""
    inside = onsets[1:-1]
    peaks = (inside > onsets[:-2]) & (inside > onsets[2:]) & (inside >= onset_threshold)
    rows, columns = np.nonzero(peaks)
    notes = []
    for start, column in zip((rows + 1)[::-1].tolist(), columns[::-1].tolist(), strict=True):
        if start >= len(frames) - 1:
            continue
        at, weak = start + 1, 0
        while at < len(frames) - 1 and weak < _ENERGY_TOLERANCE:
            weak = weak + 1 if left[at, column] < frame_threshold else 0
            at += 1
        end = at - weak
        if end - start <= least:
            continue
        left[start:end, max(0, column - 1) : column + 2] = 0
        notes.append(_note(frames, start, end, column))
    return notes


def _from_what_is_left(
    frames: Matrix, left: NDArray[np.float64], frame_threshold: float, least: int
) -> list[FrameNote]:
    """Follow the greatest activation left to both sides, as long as there is one (Melodia's way).

    What is followed is taken away together with the semitones beside it.
    """
    greatest = left.max(axis=1)
    notes: list[FrameNote] = []
    while True:
        middle = int(greatest.argmax())
        if not greatest[middle] > frame_threshold:
            return notes
        column = int(left[middle].argmax())
        left[middle, column] = 0
        beside = slice(max(0, column - 1), column + 2)
        at, weak = middle + 1, 0
        while at < len(frames) - 1 and weak < _ENERGY_TOLERANCE:
            weak = weak + 1 if left[at, column] < frame_threshold else 0
            left[at, beside] = 0
            at += 1
        last, end = at, at - 1 - weak
        at, weak = middle - 1, 0
        while at > 0 and weak < _ENERGY_TOLERANCE:
            weak = weak + 1 if left[at, column] < frame_threshold else 0
            left[at, beside] = 0
            at -= 1
        start = at + 1 + weak
        touched = slice(max(0, at), last + 1)
        greatest[touched] = left[touched].max(axis=1)
        if end - start > least:
            notes.append(_note(frames, start, end, column))


def _note(frames: Matrix, start: int, end: int, column: int) -> FrameNote:
    return FrameNote(start, end, column + LOWEST, float(frames[start:end, column].mean()))
