"""Effects change what stands behind them, and nothing else (S-01, S-14)."""

import numpy as np
import pytest
from scipy import signal as scipy_signal

from analysis.contract.checks import contents
from analysis.core.errors import InvalidParameters
from analysis.core.pipe import (
    Pipe,
    array_decoder,
    filter,
    gain,
    level,
    live_decoder,
    onset,
    resample,
    spectral,
    technical,
    waveform,
)
from tests import signals


@pytest.mark.parametrize("db", [-47.3, -6.0, 0.0, 12.5])
def test_gain_moves_the_level_by_as_much(db: float) -> None:
    song = array_decoder(signals.noise(2, db=-20, channels=2), signals.RATE)
    found = ((song | level) + (song | gain(gain_db=db) | level)).run()
    before, after = found["level"], found["level-2"]
    for name in ("peak", "rms"):
        moved = (after.value(name) or 0) - (before.value(name) or 0)
        assert moved == pytest.approx(db, abs=1e-4)
    assert after.outcome.effects[0].effect == "gain"
    assert before.outcome.effects == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_filter_lets_through_what_its_response_says(seed: int) -> None:
    rng = np.random.default_rng(seed)
    corner = float(rng.uniform(200, 4000))
    order = int(rng.integers(1, 9))
    sections = scipy_signal.butter(order, corner, "highpass", output="sos", fs=signals.RATE)
    for factor in (0.5, 1.0, 2.0):
        song = array_decoder(signals.sine(corner * factor, 3, db=-6), signals.RATE)
        pipe = song | filter(passes="high", low_hz=corner, order=order) | level
        _, response = scipy_signal.sosfreqz(sections, [corner * factor], fs=signals.RATE)
        expected = -9.01 + 20 * np.log10(abs(response[0]))
        assert pipe.run()["level"].value("rms") == pytest.approx(expected, abs=0.3)


def test_another_rate_keeps_the_sound_and_its_length() -> None:
    song = array_decoder(signals.sine(1000, 2, db=-6), signals.RATE)
    found = (song | resample(rate=8000) | technical | level | spectral(window=512)).run()
    assert found["technical"].value("sample_rate") == 8000
    assert found["technical"].value("duration") == pytest.approx(2, abs=1e-3)
    assert found["level"].value("rms") == pytest.approx(-9.01, abs=0.05)
    centroid = found["spectral"].frames("centroid")
    assert np.nanmedian(centroid.values) == pytest.approx(1000, rel=0.02)
    assert centroid.times[-1] == pytest.approx(2, abs=0.07)


def test_chains_share_their_beginning_and_do_not_touch_each_other() -> None:
    song = array_decoder(signals.noise(1, db=-20), signals.RATE)
    half = song | gain(gain_db=-6)
    pipes = (song | level) + (half | level) + (half | gain(gain_db=-6) | level | waveform)
    found = pipes.run()
    levels = [found[key].value("rms") for key in ("level", "level-2", "level-3")]
    assert np.diff([each or 0 for each in levels]) == pytest.approx([-6, -6], abs=1e-4)
    assert found["waveform"].outcome.status == "done"


def test_results_behind_effects_do_not_depend_on_the_block_size() -> None:
    song = array_decoder(signals.harmonic(220, 3), signals.RATE)
    chain = song | gain(gain_db=-3) | filter(passes="band", low_hz=100.0, high_hz=4000.0)
    pipe: Pipe = chain | resample(rate=22_050) | level | onset | spectral
    found = [contents(pipe.run(block=block)) for block in (1 << 16, 5_000, 257)]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 15


def test_what_cannot_be_is_said_and_spoils_nothing_else() -> None:
    song = array_decoder(signals.noise(1, rate=8000), 8000)
    found = ((song | level) + (song | filter(passes="high", low_hz=5000.0) | level)).run()
    assert found["level"].outcome.status == "done"
    assert found["level-2"].outcome.status == "skipped"
    assert "needs a sample rate above 10000 Hz" in found["level-2"].outcome.message
    with pytest.raises(InvalidParameters, match="lets nothing through"):
        filter(passes="band", low_hz=500.0, high_hz=100.0)
    with pytest.raises(InvalidParameters, match="one decoder"):
        (song | level) + (array_decoder(signals.noise(1), signals.RATE) | level)


@pytest.mark.parametrize("size", [1, 333, 44_100])
def test_chunks_that_come_live_give_what_the_whole_gives(size: int) -> None:
    whole = signals.harmonic(330, 0.05 if size == 1 else 2)
    chunks = (whole[:, at : at + size] for at in range(0, whole.shape[1], size))
    live = (live_decoder(chunks, signals.RATE) | level | onset).run()
    stored = (array_decoder(whole, signals.RATE) | level | onset).run()
    assert live.outcome.hdf5_sha256 != ""
    for name in ("level", "onset"):
        assert live[name].outcome.outputs == stored[name].outcome.outputs
