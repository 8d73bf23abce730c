"""The same recording is known again, and others are not (issue 5, row 2)."""

from pathlib import Path

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from analysis.core.fingerprints import best_match, words_of
from analysis.core.pipe import array_decoder, decoder, fingerprint
from tests import signals


def prints(signal: signals.Signal, rate: int = signals.RATE) -> NDArray[np.float32]:
    found = (array_decoder(signal, rate) | fingerprint).run()["fingerprint"]
    return found.frames("words").values


def speech_like(seed: int, seconds: float, rate: int = signals.RATE) -> signals.Signal:
    """Music with noise: something in every band."""
    noise = signals.noise(seconds, rate=rate, db=-45, seed=seed)
    return np.asarray(signals.music(seed, seconds, rate) + noise, np.float32)


@pytest.mark.parametrize(
    ("suffix", "subtype"), [("ogg", "VORBIS"), ("mp3", None), ("wav", "PCM_U8")]
)
def test_what_was_encoded_again_is_the_same(
    tmp_path: Path, suffix: str, subtype: str | None
) -> None:
    signal = speech_like(1, 30)
    path = signals.write(tmp_path / f"x.{suffix}", signal * np.float32(0.6), subtype=subtype)
    again = (decoder(path) | fingerprint).run()["fingerprint"].frames("words").values
    match = best_match(prints(signal), again)
    assert match is not None
    assert match.is_same
    assert abs(match.offset) <= 1
    assert match.bit_error_rate < 0.15


@pytest.mark.parametrize("seed", range(5))
def test_a_part_is_found_where_it_was_cut_out(seed: int) -> None:
    """At another rate, level and with noise; from both sides."""
    rng = np.random.default_rng(seed)
    whole = speech_like(seed, 60)
    start_s, length_s = float(rng.uniform(5, 30)), float(rng.uniform(10, 20))
    start, end = round(start_s * signals.RATE), round((start_s + length_s) * signals.RATE)
    part = whole[:, start:end] * np.float32(rng.uniform(0.2, 1))
    part = part + signals.noise(part.shape[1] / signals.RATE, db=-45, seed=seed + 50)
    first, second = prints(whole), prints(part)
    match = best_match(first, second)
    assert match is not None
    assert match.is_same
    assert match.offset * 256 / 5500 == pytest.approx(start_s, abs=0.05)
    assert match.frames >= len(second) - 2
    back = best_match(second, first)
    assert back is not None
    assert back.offset == -match.offset
    assert back.bit_error_rate == match.bit_error_rate


def test_another_rate_makes_no_difference() -> None:
    signal = speech_like(3, 20)
    other = soxr.resample(signal[0], signals.RATE, 48_000).astype(np.float32)[np.newaxis]
    first = prints(signal)
    match = best_match(first, prints(other, 48_000))
    assert match is not None
    assert (match.offset, match.bit_error_rate < 0.02) == (0, True)


def test_other_sounds_are_others() -> None:
    made = [prints(speech_like(seed, 40)) for seed in range(10, 15)]
    made.append(prints(signals.noise(40)))
    for n, first in enumerate(made):
        for second in made[n + 1 :]:
            match = best_match(first, second)
            assert match is not None
            assert not match.is_same
            assert match.bit_error_rate > 0.38


def test_silence_has_no_words_and_the_short_are_not_compared() -> None:
    silent = prints(signals.silence(10))
    assert np.isnan(silent).all()
    assert best_match(silent, silent) is None
    short = prints(speech_like(1, 1))
    assert best_match(short, short) is None
    assert best_match(np.zeros((0, 2), np.float32), short) is None
    same = best_match(short, short, least_frames=10)
    assert same is not None
    assert (same.offset, same.bit_error_rate, same.frames) == (0, 0, len(short))
    words = words_of(prints(speech_like(2, 5)))
    assert words.dtype == np.uint32
    assert len(set(words.tolist())) > 50
