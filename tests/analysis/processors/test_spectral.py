"""Descriptors of the spectrum have the values that their definitions give."""

import librosa
import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, spectral
from tests import signals


def run(signal: signals.Signal, **params: float) -> NodeResult:
    return (array_decoder(signal, signals.RATE) | spectral(**params)).run()["spectral"]


def steady(found: NodeResult, name: str) -> float:
    values = found.frames(name).values
    return float(np.median(values[len(values) // 4 : -len(values) // 4]))


@pytest.mark.parametrize("seed", range(5))
def test_a_sine_is_all_at_one_place(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hertz, db = float(rng.uniform(800, 15_000)), float(rng.uniform(-30, 0))
    found = run(signals.sine(hertz, 1, db=db))
    assert steady(found, "centroid") == pytest.approx(hertz, rel=0.02)
    assert steady(found, "rolloff") == pytest.approx(hertz, abs=2 * signals.RATE / 2048)
    assert steady(found, "energy") == pytest.approx(1.5 * 10 ** (db / 10), rel=0.02)
    assert steady(found, "flatness") < 1e-3
    assert steady(found, "crest") > 200
    assert steady(found, "entropy") < 0.25


def test_noise_is_everywhere() -> None:
    found = run(signals.noise(3, db=-12))
    half = signals.RATE / 2
    assert steady(found, "centroid") == pytest.approx(half / 2, rel=0.05)
    assert steady(found, "spread") == pytest.approx(half / np.sqrt(12), rel=0.05)
    assert steady(found, "rolloff") == pytest.approx(0.85 * half, rel=0.05)
    assert steady(found, "flatness") == pytest.approx(np.exp(-np.euler_gamma), abs=0.03)
    assert steady(found, "kurtosis") == pytest.approx(1.8, abs=0.1)  # of a uniform distribution
    assert abs(steady(found, "skewness")) < 0.15


def test_centroid_and_rolloff_are_those_of_librosa() -> None:
    signal = signals.harmonic(262, 2) + signals.noise(2, db=-35)
    found = run(signal, rolloff=0.85)
    magnitude = np.abs(librosa.stft(signal[0], n_fft=2048, hop_length=512, pad_mode="constant"))
    centroid = librosa.feature.spectral_centroid(S=magnitude, sr=signals.RATE)[0]
    np.testing.assert_allclose(found.frames("centroid").values, centroid, rtol=1e-3)
    flatness = librosa.feature.spectral_flatness(S=magnitude, amin=1e-20)[0]
    np.testing.assert_allclose(found.frames("flatness").values, flatness, rtol=1e-2)


def test_what_changes_is_seen_in_flux_and_what_does_not_is_not() -> None:
    quiet, loud = signals.silence(1), signals.sine(1000, 1)
    found = run(np.concatenate([quiet, loud], axis=1))
    for name in ("flux", "difference", "kl", "mkl"):
        values = np.nan_to_num(found.frames(name).values)
        at = int(values.argmax()) * 512 / signals.RATE
        assert at == pytest.approx(1.0, abs=0.05), name
        assert np.median(values[-40:-4]) < 0.05 * values.max(), name


def test_silence_has_no_shape() -> None:
    found = run(signals.silence(1))
    assert np.isnan(found.frames("centroid").values).all()
    assert np.isnan(found.vector("mean").values).all()
