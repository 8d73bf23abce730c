"""Known answers of the processor, and the contract that every processor keeps."""

import numpy as np
import pytest

from analysis.contract import ProcessorContract, signals
from analysis.core.pipe import StepFactory, array_decoder

brightness = StepFactory("brightness")


class TestContract(ProcessorContract):
    """What a site relies on: schema, blocks of any size, odd sounds, the wall, memory."""

    processors = ("brightness",)


@pytest.mark.parametrize("low", [200, 440, 999])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_two_tones_have_the_share_of_the_higher(low: float, share: float) -> None:
    t = signals.times(2)
    tones = np.sqrt(1 - share) * np.sin(2 * np.pi * low * t)
    tones += np.sqrt(share) * np.sin(2 * np.pi * 5000 * t)
    signal = (0.3 * tones).astype(np.float32)[np.newaxis]
    found = (array_decoder(signal, signals.RATE) | brightness).run()["brightness"]
    assert found.value("mean_brightness") == pytest.approx(share, abs=0.01)
    assert np.nanmedian(found.frames("brightness").values) == pytest.approx(share, abs=0.01)


def test_silence_has_none() -> None:
    found = (array_decoder(signals.silence(1), signals.RATE) | brightness).run()["brightness"]
    assert found.value("mean_brightness") is None
    assert found["mean_brightness"].label == "silence"


def test_a_limit_beyond_the_sound_is_told() -> None:
    pipe = array_decoder(signals.noise(1), signals.RATE) | brightness(above_hz=30_000.0)
    node = pipe.run()["brightness"].outcome
    assert node.status == "skipped"
    assert node.message == "There is nothing above 30000 Hz at a sample rate of 44100 Hz."
