"""What lasts is harmonic and what strikes is percussive (S-72)."""

import librosa
import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, harmonic_percussive
from tests import signals


def run(signal: signals.Signal, **params: int) -> NodeResult:
    steps = array_decoder(signal, signals.RATE) | harmonic_percussive(**params)
    return steps.run()["harmonic_percussive"]


@pytest.mark.parametrize("seed", range(5))
def test_tones_last_and_clicks_strike(seed: int) -> None:
    rng = np.random.default_rng(seed)
    tone = signals.harmonic(float(rng.uniform(200, 900)), 3)
    lasting = run(tone)
    assert (lasting.value("mean_share") or 0) < 0.05
    level = 10 * np.log10(np.mean(tone.astype(np.float64) ** 2))
    found = np.median(lasting.frames("harmonic").values[20:-20])
    assert found == pytest.approx(level, abs=0.3)
    at = list(np.arange(0.2, 2.8, 0.25) + rng.uniform(0, 0.05, 11))
    strokes = run(signals.clicks(at, 3))
    assert (strokes.value("mean_share") or 0) > 0.8


def test_a_stroke_in_a_tone_is_seen_in_time() -> None:
    signal = signals.harmonic(300, 3) + signals.clicks([1.5], 3)
    share = run(signal).frames("share")
    at = float(share.times[np.nanargmax(share.values[10:-10]) + 10])
    assert at == pytest.approx(1.505, abs=0.03)
    assert np.nanmedian(share.values) < 0.05


@pytest.mark.parametrize("size", [9, 31])
def test_masks_are_those_of_librosa(size: int) -> None:
    signal = signals.harmonic(262, 2) + signals.clicks([0.5, 1.1], 2) + signals.noise(2, db=-45)
    found = run(signal, frames=size, bins=size)
    spectra = librosa.stft(signal[0], n_fft=2048, hop_length=512, pad_mode="constant")
    _, mask = librosa.decompose.hpss(np.abs(spectra), kernel_size=size, power=2.0, mask=True)
    power = np.abs(spectra) ** 2
    expected = (power * mask).sum(axis=0) / power.sum(axis=0)
    # Librosa mirrors the sound at its ends, we take it as silent.
    inner = slice(size, -size)
    np.testing.assert_allclose(found.frames("share").values[inner], expected[inner], atol=0.01)


def test_silence_has_no_share() -> None:
    found = run(signals.silence(1))
    assert np.isnan(found.frames("share").values).all()
    assert found.value("mean_share") is None
    assert found["mean_share"].label == "silence"
    assert len(run(signals.noise(1)).frames("share").values) == 1 + signals.RATE // 512
