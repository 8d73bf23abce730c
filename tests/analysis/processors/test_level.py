"""Level against what the amplitudes say (S-15)."""

import math

import numpy as np
import pytest

from analysis.core.pipe import array_decoder, level
from tests import signals


def test_a_full_scale_sine_reads_0_peak_and_minus_3_rms() -> None:
    found = (array_decoder(signals.sine(1000, 2), signals.RATE) | level).run()["level"]
    assert found.value("peak") == pytest.approx(0, abs=0.01)
    assert found.value("rms") == pytest.approx(-3.01, abs=0.01)
    assert found.value("dc_offset") == pytest.approx(0, abs=1e-4)
    assert found["peak"].unit == "dBFS"


@pytest.mark.parametrize("channels", [1, 2, 8, 32])
def test_rms_is_over_all_channels(channels: int) -> None:
    signal = signals.silence(1, channels=channels)
    signal[0] = 0.5
    found = (array_decoder(signal, 8000) | level).run()["level"]
    assert found.value("peak") == pytest.approx(20 * math.log10(0.5))
    assert found.value("rms") == pytest.approx(10 * math.log10(0.25 / channels), abs=1e-6)
    assert found.value("dc_offset") == pytest.approx(0.5 / channels)


def test_a_constant_offset_is_told_with_its_sign() -> None:
    signal = signals.sine(1000, 1, db=-20) - np.float32(0.25)
    found = (array_decoder(signal, signals.RATE) | level).run()["level"]
    assert found.value("dc_offset") == pytest.approx(-0.25, abs=1e-5)


def test_digital_silence_has_no_level_and_says_so() -> None:
    found = (array_decoder(signals.silence(1), signals.RATE) | level).run()["level"]
    assert found.value("peak") is None
    assert found.value("rms") is None
    assert found["peak"].label == found["rms"].label == "digital silence"
    assert found.value("dc_offset") == 0


def test_one_sample_has_a_level() -> None:
    found = (array_decoder([-0.5], 48_000) | level).run()["level"]
    assert found.value("peak") == pytest.approx(-6.02, abs=0.01)
    assert found.value("rms") == pytest.approx(-6.02, abs=0.01)
