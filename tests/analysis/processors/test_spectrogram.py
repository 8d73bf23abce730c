"""Spectrogram tiles show tones where they are, as loud as they are (S-15)."""

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import NodeResult, array_decoder, spectrogram
from tests import signals


def columns(found: NodeResult, level: int = 0) -> NDArray[np.uint8]:
    """All columns of one level: (columns, 256)."""
    start = f"{found['tiles'].directory}/{level}/"
    paths = [p for p in found.files("tiles") if start in str(p)]
    assert [int(p.name) for p in paths] == list(range(len(paths)))
    return np.concatenate([np.frombuffer(p.read_bytes(), np.uint8).reshape(-1, 256) for p in paths])


def run(signal: signals.Signal, rate: int = signals.RATE) -> NodeResult:
    return (array_decoder(signal, rate) | spectrogram).run()["spectrogram"]


@pytest.mark.parametrize("rate", [10_000, 44_100, 300_000])
@pytest.mark.parametrize("band", [5, 100, 250])
def test_a_tone_stands_in_its_band_at_its_level(band: int, rate: int) -> None:
    frequency = (band + 0.5) * rate / 2 / 256  # a bin in the middle of the band
    picture = columns(run(signals.sine(frequency, 1, rate=rate, db=-12), rate))
    middle = picture[len(picture) // 2]
    assert middle.argmax() == band
    assert middle[band] / 255 * 120 - 120 == pytest.approx(-12, abs=0.5)
    others = np.delete(middle, [band - 1, band, band + 1])
    assert others.max() / 255 * 120 - 120 < -50


def test_silence_is_0_and_a_full_scale_tone_255() -> None:
    assert columns(run(signals.silence(1))).max() == 0
    loud = columns(run(signals.sine(4.5 * 22_050 / 256, 1)))
    assert loud.max() == 255


def test_columns_stand_at_multiples_of_the_hop() -> None:
    signal = signals.silence(3)
    signal[0, 512 * 100] = 1.0
    found = run(signal)
    manifest = found["tiles"].data
    picture = columns(found)
    assert manifest["levels"] == [1 + signal.shape[1] // 512, 65]
    assert len(picture) == 1 + signal.shape[1] // 512
    assert picture.max(axis=1).argmax() == 100
    assert (columns(found, 1) == np.maximum.reduceat(picture, np.arange(0, 259, 4))).all()
    assert manifest["hop"] == 512
    assert manifest["minDb"] == -120
    assert manifest["bands"] == 256


@pytest.mark.slow
def test_above_half_an_hour_the_finest_level_is_the_loudest_of_four() -> None:
    rate = 4_000
    signal = signals.silence(1801, rate=rate)
    signal[0, rate * 900] = 1.0
    found = run(signal, rate)
    picture = columns(found)
    assert found["tiles"].data["hop"] == 2048
    assert len(picture) == -(-(1 + signal.shape[1] // 512) // 4)
    lit = np.flatnonzero(picture.max(axis=1))
    assert rate * 900 // 2048 in lit
    assert len(lit) <= 3
