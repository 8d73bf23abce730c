"""Hum, cut ends, false stereo and noise levels that are known (issue 5, row 2)."""

import numpy as np
import pytest

from analysis.core.pipe import NodeResult, array_decoder, cuts, false_stereo, hum, noise_level
from tests import signals
from tests.analysis.processors.test_faults import run


def humming(mains: float, seconds: float, rate: int, db: float) -> signals.Signal:
    """Hum with harmonics that fall."""
    parts = [
        signals.sine(k * mains, seconds, rate=rate, db=db - 6 * n, phase=float(k))
        for n, k in enumerate((1, 2, 3, 5))
    ]
    return np.asarray(sum(parts), np.float32)


@pytest.mark.parametrize("rate", [8_000, 44_100])
@pytest.mark.parametrize("seed", range(4))
def test_hum_is_found_with_its_frequency_and_level(seed: int, rate: int) -> None:
    rng = np.random.default_rng(seed)
    family = float(rng.choice([50.0, 60.0]))
    mains = family * float(rng.uniform(0.993, 1.007))
    db = float(rng.uniform(-50, -30))
    signal = signals.music(seed, 40, rate)
    start, end = 12.0, 32.0
    signal[:, round(start * rate) : round(end * rate)] += humming(mains, 20, rate, db)
    found = run(signal, rate, hum)
    (span,) = found.spans("segments")
    assert span.label == f"{family:.0f} Hz"
    assert span.start_s == pytest.approx(start, abs=8)
    assert span.end_s == pytest.approx(end, abs=8)
    assert found.value("frequency") == pytest.approx(mains, abs=0.1)
    power = sum(10 ** ((db - 6 * n) / 10) / 2 for n in range(4))
    assert found.value("level") == pytest.approx(10 * np.log10(power), abs=2.5)
    assert found.value("fraction") == pytest.approx((span.end_s - span.start_s) / 40, abs=0.01)


@pytest.mark.parametrize(
    "signal",
    [
        signals.music(3, 40),
        signals.noise(30, db=-15),
        signals.silence(20),
        signals.chirp(40, 130, 40),
        signals.sine(55.0, 30, db=-20),
        np.concatenate([signals.sine(50, 1.5), signals.silence(6), signals.noise(20)], axis=1),
    ],
    ids=["music", "noise", "silence", "glide", "A1", "short"],
)
def test_what_is_no_hum_is_not_told(signal: signals.Signal) -> None:
    found = run(signal, signals.RATE, hum)
    assert found.spans("segments") == []
    assert found.value("frequency") is None
    assert found.value("fraction") == 0


def labels(found: NodeResult) -> tuple[str, str]:
    return found["start"].label, found["end"].label


@pytest.mark.parametrize("seed", range(5))
def test_ends_in_the_middle_of_a_sound_are_cut(seed: int) -> None:
    rng = np.random.default_rng(seed)
    whole = np.concatenate(
        [signals.silence(0.5), 2 * signals.music(seed, 8), signals.silence(0.5)], axis=1
    ) + signals.noise(9, db=float(rng.uniform(-90, -60)), seed=seed)
    assert labels(run(whole, signals.RATE, cuts)) == ("clean", "clean")
    loud = np.flatnonzero(np.abs(whole[0]) > 0.2)
    first, last = int(loud[len(loud) // 4]), int(loud[3 * len(loud) // 4])
    found = run(whole[:, first:last], signals.RATE, cuts)
    assert labels(found) == ("cut", "cut")
    begin, end = found.spans("cuts")
    assert (begin.start_s, end.start_s) == pytest.approx((0, (last - first) / signals.RATE))
    part = whole[:, first : first + 512]
    level = 10 * np.log10(np.mean(part.astype(np.float64) ** 2))
    assert begin.value == pytest.approx(level, abs=0.1)
    assert labels(run(whole[:, first:], signals.RATE, cuts)) == ("cut", "clean")


def test_steady_noise_is_cut_and_silence_is_not() -> None:
    assert labels(run(signals.noise(3), signals.RATE, cuts)) == ("cut", "cut")
    assert labels(run(signals.silence(3), signals.RATE, cuts)) == ("clean", "clean")
    part = array_decoder(signals.noise(3), signals.RATE)
    assert (part | cuts).run()["cuts"].outcome.status == "done"


@pytest.mark.parametrize("seed", range(4))
def test_two_channels_are_told_from_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    gain = np.float32(rng.uniform(0.1, 1))
    left, other = signals.music(seed, 5), signals.music(seed + 100, 5)
    parts = [
        ("stereo", np.concatenate([left, gain * left + other])),
        ("same in both", np.concatenate([left, gain * left])),
        ("inverted", np.concatenate([left, -gain * left])),
        ("one is silent", np.concatenate([left, 0 * left])),
    ]
    order = rng.permutation(4)
    signal = np.concatenate([parts[n][1] for n in order], axis=1)
    spans = run(signal, signals.RATE, false_stereo).spans("segments")
    assert [span.label for span in spans] == [parts[n][0] for n in order]
    np.testing.assert_allclose([span.start_s for span in spans], [0, 5, 10, 15], atol=1e-6)
    for name, part in parts:
        found = run(part, signals.RATE, false_stereo)
        assert found["kind"].label == name
        if name == "same in both":
            assert found.value("correlation") == pytest.approx(1, abs=1e-6)
            assert found.value("balance") == pytest.approx(-20 * np.log10(gain), abs=0.01)
        elif name == "inverted":
            assert found.value("correlation") == pytest.approx(-1, abs=1e-6)
    assert run(left, signals.RATE, false_stereo)["kind"].label == "one channel"
    assert (
        run(signals.silence(2, channels=2), signals.RATE, false_stereo)["kind"].label == "silence"
    )


@pytest.mark.parametrize("rate", [16_000, 44_100])
@pytest.mark.parametrize("snr", [0, 10, 20, 40])
def test_noise_under_a_sound_that_pauses_is_measured(snr: int, rate: int) -> None:
    rng = np.random.default_rng(snr + rate)
    parts: list[signals.Signal] = []
    total = 0.0
    while total < 30:
        sounding = float(rng.uniform(0.3, 1.5))
        parts += [
            signals.music(len(parts), sounding, rate),
            signals.silence(0.6 * sounding, rate=rate),
        ]
        total += 1.6 * sounding
    sound = np.concatenate(parts, axis=1)
    power = float(np.mean(sound.astype(np.float64) ** 2))
    db = 10 * np.log10(power) - snr
    noise = signals.noise(sound.shape[1] / rate, rate=rate, db=db)
    found = run(sound + noise, rate, noise_level)
    assert found.value("snr") == pytest.approx(snr, abs=2)
    assert found.value("level") == pytest.approx(db, abs=2)


def test_noise_alone_has_nothing_above_it() -> None:
    found = run(signals.noise(20, db=-33), signals.RATE, noise_level)
    assert found.value("level") == pytest.approx(-33, abs=2)
    snr = found.value("snr")
    assert snr is None or snr < -3
    silent = run(signals.silence(10), signals.RATE, noise_level)
    assert silent.value("snr") is None
    assert silent.value("level") is None
    assert run(signals.noise(0.5), signals.RATE, noise_level)["snr"].label == "too short"
