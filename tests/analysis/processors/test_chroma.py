"""Pitch classes are those that sound, and those of librosa on the same spectra."""

import librosa
import numpy as np
import pytest

from analysis.core.needs import Stft
from analysis.core.needs.chroma import PITCH_CLASSES, chroma_filters
from analysis.core.pipe import array_decoder, chroma
from tests import signals


@pytest.mark.parametrize("rate", [22_050, 44_100])
@pytest.mark.parametrize("tuning", [0.0, -0.31, 0.45])
def test_weights_are_those_of_librosa(rate: int, tuning: float) -> None:
    theirs = librosa.filters.chroma(sr=rate, n_fft=2048, tuning=tuning)
    np.testing.assert_allclose(chroma_filters(2048, rate, tuning), theirs, atol=1e-5)


@pytest.mark.parametrize("midi", range(48, 84, 5))
def test_a_tone_is_of_its_class(midi: int) -> None:
    hertz = 440 * 2 ** ((midi - 69) / 12)
    pipe = array_decoder(signals.harmonic(hertz, 2), signals.RATE) | chroma(window=8192, hop=2048)
    mean = pipe.run()["chroma"].vector("mean")
    assert mean.axis.labels == PITCH_CLASSES
    assert PITCH_CLASSES[int(mean.values.argmax())] == PITCH_CLASSES[midi % 12]


def test_frames_are_librosa_s_divided_by_their_greatest() -> None:
    signal = signals.harmonic(196, 2) + 0.5 * signals.harmonic(330, 2)
    found = (array_decoder(signal, signals.RATE) | chroma).run()["chroma"].frames("chroma")
    spectra = np.abs(librosa.stft(signal[0], n_fft=2048, hop_length=512, pad_mode="constant")) ** 2
    theirs = librosa.feature.chroma_stft(S=spectra, sr=signals.RATE, norm=np.inf, tuning=0.0).T
    assert Stft(2048, 512).full_scale > 0
    np.testing.assert_allclose(found.values, theirs, atol=2e-3)


def test_silence_has_no_class() -> None:
    found = (array_decoder(signals.silence(1), signals.RATE) | chroma).run()["chroma"]
    assert not found.frames("chroma").values.any()
    assert not found.vector("mean").values.any()
