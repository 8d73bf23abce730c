"""Chunks of a sound: their own parts are the whole of it, once."""

import numpy as np
import pytest

from analysis.core.needs import Chunk, Chunks, Samples, View
from analysis.core.signal import Signal, Sound


def chunks_of(signal: Signal, need: Chunks, block: int) -> list[Chunk]:
    running = need.start(Sound(sample_rate=100, channels=len(signal), frames=signal.shape[1]))
    made: list[Chunk] = []
    for at in [*range(0, signal.shape[1], block), signal.shape[1]]:
        part = signal[:, at : at + block]
        view = View(at, at + part.shape[1], last=at >= signal.shape[1])
        view.put(Samples(mono=need.mono), part)
        made += running.step(view)
    return made


@pytest.mark.parametrize("seed", range(20))
def test_their_own_parts_are_the_whole_sound_once(seed: int) -> None:
    """For any overlap, also one of more than half a chunk, and the same for any blocks."""
    rng = np.random.default_rng(seed)
    seconds = float(rng.uniform(1, 5))
    need = Chunks(
        seconds=seconds,
        overlap_s=float(rng.uniform(0, 0.9 * seconds)),
        grid=int(rng.integers(1, 20)),
        mono=bool(seed % 2),
    )
    channels = 1 if need.mono else 3
    signal = rng.standard_normal((channels, int(rng.integers(1, 3000)))).astype(np.float32)
    made = chunks_of(signal, need, int(rng.integers(1, 700)))
    own = np.concatenate([chunk.signal[:, chunk.own] for chunk in made], axis=1)
    np.testing.assert_array_equal(own, signal)
    for chunk in made:
        assert chunk.start % need.grid == 0
        assert chunk.start <= chunk.keep_start < chunk.keep_end
        inside = signal[:, chunk.start : chunk.start + chunk.signal.shape[1]]
        np.testing.assert_array_equal(chunk.signal, inside)
    again = chunks_of(signal, need, 97)
    assert [(c.start, c.keep_start, c.keep_end) for c in again] == [
        (c.start, c.keep_start, c.keep_end) for c in made
    ]
    hop = need.grid
    frames = [chunk.kept(hop, -(-chunk.signal.shape[1] // hop)) for chunk in made]
    at = [c.start // hop + np.arange(f.start, f.stop) for c, f in zip(made, frames, strict=True)]
    np.testing.assert_array_equal(np.concatenate(at), np.arange(-(-signal.shape[1] // hop)))
