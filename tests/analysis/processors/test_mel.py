"""Mel levels and cepstra are those of librosa on the same spectra (S-17)."""

import librosa
import numpy as np
import pytest

from analysis.core.needs import Stft, mel_filters
from analysis.core.pipe import array_decoder, mel, mfcc
from tests import signals


def by_librosa(signal: signals.Signal, rate: int, bands: int) -> np.ndarray:
    """Power in the same bands, (bands, frames): librosa's transform, HTK's mel, peak 1."""
    power = librosa.feature.melspectrogram(
        y=signal.mean(axis=0), sr=rate, n_fft=2048, hop_length=512, n_mels=bands, htk=True,
        norm=None, pad_mode="constant", power=2.0,
    )  # fmt: skip
    return power / Stft(2048, 512).full_scale


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000])
def test_bands_agree_with_librosa_where_they_are_wider_than_a_bin(rate: int) -> None:
    rng = np.random.default_rng(rate)
    signal = signals.harmonic(float(rng.uniform(80, 900)), 2.0, rate=rate) + signals.noise(
        2.0, rate=rate, db=-40
    )
    found = (array_decoder(signal, rate) | mel(bands=40)).run()["mel"].frames("levels")
    expected = 10 * np.log10(np.maximum(by_librosa(signal, rate, 40), 1e-10)).T
    ours = mel_filters(40, 2048, rate, rate / 2)
    theirs = librosa.filters.mel(sr=rate, n_fft=2048, n_mels=40, htk=True, norm=None)
    same = np.abs(ours - theirs).max(axis=1) < 1e-3
    assert same.sum() >= 20
    assert found.values.shape == expected.shape
    np.testing.assert_allclose(found.values[:, same], expected[:, same], atol=0.05)


@pytest.mark.parametrize("seed", range(6))
def test_a_sine_stands_in_its_own_band(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hertz, db = float(rng.uniform(300, 9000)), float(rng.uniform(-40, -3))
    found = (array_decoder(signals.sine(hertz, 1.0, db=db), signals.RATE) | mel(bands=64)).run()
    frames = found["mel"].frames("levels")
    middle = frames.values[len(frames.values) // 2]
    centres = np.array(frames.axis.values)
    at = int(middle.argmax())
    assert abs(np.log(centres[at] / hertz)) < np.log(centres[at + 1] / centres[at - 1]) / 2
    assert middle[at] == pytest.approx(db, abs=3.1)


def test_silence_reads_the_floor() -> None:
    found = (array_decoder(signals.silence(1), signals.RATE) | mel | mfcc).run()
    np.testing.assert_allclose(found["mel"].frames("levels").values, -100, rtol=1e-6)
    cepstra = found["mfcc"].frames("coefficients").values
    np.testing.assert_allclose(cepstra[:, 0], -100 * np.sqrt(40), rtol=1e-5)
    np.testing.assert_allclose(cepstra[:, 1:], 0, atol=1e-3)


def test_cepstra_are_the_orthonormal_transform_of_the_levels() -> None:
    signal = signals.harmonic(220, 2) + signals.noise(2, db=-30)
    found = (array_decoder(signal, signals.RATE) | mel(bands=40) | mfcc(count=20)).run()
    levels = found["mel"].frames("levels").values
    expected = librosa.feature.mfcc(S=levels.T, n_mfcc=20).T
    cepstra = found["mfcc"].frames("coefficients")
    np.testing.assert_allclose(cepstra.values, expected, atol=2e-3)
    assert cepstra.axis.labels[:2] == ("c0", "c1")
    mean = found["mfcc"].vector("mean")
    np.testing.assert_allclose(mean.values, expected.mean(axis=0), atol=2e-3)
    np.testing.assert_allclose(
        found["mfcc"].vector("deviation").values, expected.std(axis=0), atol=5e-3
    )
