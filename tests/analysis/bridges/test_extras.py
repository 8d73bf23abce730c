"""aubio and Vamp are used where they are there, and named with the reason where not (S-20)."""

from importlib.util import find_spec

import numpy as np
import pytest

from analysis.core.pipe import StepFactory, array_decoder
from analysis.core.registry import OPTIONAL, discover, load
from config import doctor
from tests import signals

EXTRAS = {"aubio_pitch": "aubio", "vamp_host": "vamp"}


@pytest.mark.parametrize("name", EXTRAS)
def test_a_missing_library_is_the_reason(name: str) -> None:
    found = load({name: OPTIONAL[name], "level": "analysis.processors.level:Level"})
    if find_spec(EXTRAS[name]) is None:
        (broken,) = found.broken
        assert broken.name == name
        assert broken.reason.startswith("It needs ")
        assert f"pip install 'sonotheque[{EXTRAS[name]}]'" in broken.reason
        said = [told.said for told in doctor.processors() if told.state is doctor.State.OK]
        assert any(name in each and "is not available" in each for each in said)
    else:
        assert name in found.processors
    assert "level" in found.processors


@pytest.mark.skipif(find_spec("aubio") is None, reason="aubio is not installed (extra aubio)")
def test_aubio_finds_a_pitch() -> None:
    step = StepFactory("aubio_pitch")
    found = (array_decoder(signals.harmonic(330, 2), signals.RATE) | step).run()["aubio_pitch"]
    assert np.median(found.frames("pitch").values) == pytest.approx(330, rel=0.02)


@pytest.mark.skipif(find_spec("vamp") is None, reason="no Vamp host is installed (extra vamp)")
def test_a_vamp_plug_in_is_named_and_never_given() -> None:
    step = StepFactory("vamp_host")(plugin="/tmp/evil:plugin")  # noqa: S108 - a name, no file
    found = (array_decoder(signals.noise(1), signals.RATE) | step).run()["vamp_host"]
    assert found.outcome.status == "failed"
    assert "is installed here" in found.outcome.message
    assert "vamp_host" in discover().processors
