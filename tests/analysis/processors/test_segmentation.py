"""Parts of one timbre end where another begins (issue 5, row 2)."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, segmentation
from tests import signals


def run(signal: signals.Signal, rate: int = signals.RATE, **params: float) -> NodeResult:
    return (array_decoder(signal, rate) | segmentation(**params)).run()["segmentation"]


def hiss(seconds: float, rate: int) -> signals.Signal:
    return np.diff(signals.noise(seconds + 1 / rate, rate=rate, db=-30), axis=1)


def rumble(seconds: float, rate: int) -> signals.Signal:
    wave = signals.noise(seconds, rate=rate, db=-20)[0]
    return np.convolve(wave, np.full(24, 1 / 24), "same").astype(np.float32)[np.newaxis]


def music(seconds: float, rate: int) -> signals.Signal:
    return signals.music(round(seconds * 100), seconds, rate)


KINDS: tuple[Callable[[float, int], signals.Signal], ...] = (hiss, music, rumble)


@pytest.mark.parametrize("rate", [16_000, 44_100])
@pytest.mark.parametrize("seed", range(5))
def test_parts_end_where_the_sound_becomes_another(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    lengths = rng.uniform(11, 25, 6)
    kinds = [int(rng.integers(3))]
    for _ in lengths[1:]:
        kinds.append((kinds[-1] + int(rng.integers(1, 3))) % 3)
    parts = [KINDS[kind](float(length), rate) for kind, length in zip(kinds, lengths, strict=True)]
    signal = np.concatenate(parts, axis=1)
    found = run(signal, rate)
    spans = found.spans("parts")
    assert found.value("count") == len(spans)
    assert spans[0].start_s == 0
    assert spans[-1].end_s == pytest.approx(signal.shape[1] / rate)
    for before, after in pairwise(spans):
        assert before.end_s == pytest.approx(after.start_s)
    edges = np.cumsum([part.shape[1] for part in parts])[:-1] / rate
    begins = [span.start_s for span in spans[1:]]
    for edge in edges:
        assert min(abs(begin - edge) for begin in begins) < 1.0, edge
    # Random notes may themselves become others.
    assert len(begins) <= len(edges) + 1
    for span in spans[1:]:
        assert (span.value or 0) > 0
        assert 0 < (span.confidence or 0) <= 1


@pytest.mark.parametrize("kind", KINDS, ids=["hiss", "music", "rumble"])
def test_what_stays_the_same_is_one_part(kind: Callable[[float, int], signals.Signal]) -> None:
    (span,) = run(kind(60, signals.RATE)).spans("parts")
    assert span.end_s == pytest.approx(60, abs=0.01)


def test_loudness_alone_divides_and_short_sounds_are_one_part() -> None:
    signal = np.concatenate([signals.noise(10, db=-50), signals.noise(10, db=-15)], axis=1)
    _, second = run(signal).spans("parts")
    assert second.start_s == pytest.approx(10, abs=0.5)
    assert len(run(signals.noise(1)).spans("parts")) == 1
    assert len(run(signals.silence(30)).spans("parts")) == 1
    assert len(run(signals.noise(0.05)).spans("parts")) == 0
