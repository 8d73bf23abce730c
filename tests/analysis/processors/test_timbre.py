"""Partials and envelopes that are known have the descriptors of the Timbre Toolbox (S-22)."""

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import NodeResult, array_decoder, attack, harmonics, pitch
from tests import signals


def tone(
    hertz: float, amplitudes: NDArray[np.float64], seconds: float, *, stretch: float = 0.0
) -> signals.Signal:
    """Partials at n f0 sqrt(1 + stretch n^2), as of a stiff string."""
    t = signals.times(seconds)
    wave = np.zeros(len(t))
    for n, amplitude in enumerate(amplitudes, 1):
        at = n * hertz * np.sqrt(1 + stretch * n * n) / np.sqrt(1 + stretch)
        wave += amplitude * np.sin(2 * np.pi * at * t + n * n)
    return np.asarray(wave, np.float32)[np.newaxis]


def partials_of(signal: signals.Signal, **params: float) -> NodeResult:
    return (array_decoder(signal, signals.RATE) | harmonics(**params)).run()["harmonics"]


def steady(found: NodeResult, name: str) -> float:
    return float(np.nanmedian(found.frames(name).values[8:-8]))


@pytest.mark.parametrize("seed", range(8))
def test_shares_of_partials_are_as_they_were_mixed(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hertz = float(rng.uniform(150, 700))
    amplitudes = 0.2 * rng.uniform(0.15, 1, 10) / np.arange(1, 11) ** 0.5
    found = partials_of(tone(hertz, amplitudes, 2), partials=10)
    total = amplitudes.sum()
    assert steady(found, "tristimulus1") == pytest.approx(amplitudes[0] / total, abs=0.02)
    assert steady(found, "tristimulus2") == pytest.approx(amplitudes[1:4].sum() / total, abs=0.02)
    assert steady(found, "tristimulus3") == pytest.approx(amplitudes[4:].sum() / total, abs=0.02)
    squares = amplitudes**2
    ratio = 10 * np.log10(squares[0::2].sum() / squares[1::2].sum())
    assert steady(found, "odd_to_even") == pytest.approx(ratio, abs=0.3)
    assert steady(found, "inharmonicity") < 0.01
    assert steady(found, "noisiness") < 0.02
    means = dict(zip(found.vector("mean").axis.labels, found.vector("mean").values, strict=True))
    assert means["odd_to_even"] == pytest.approx(ratio, abs=0.6)


@pytest.mark.parametrize("stretch", [1e-4, 4e-4, 1e-3])
def test_a_stiff_string_is_inharmonic_by_what_it_is_stretched(stretch: float) -> None:
    amplitudes = 0.2 / np.arange(1, 9)
    found = partials_of(tone(220, amplitudes, 2, stretch=stretch), partials=8)
    n = np.arange(1, 9)
    at = n * np.sqrt(1 + stretch * n * n) / np.sqrt(1 + stretch)
    heard = array_decoder(tone(220, amplitudes, 2, stretch=stretch), signals.RATE) | pitch
    f0 = np.median(heard.run()["pitch"].frames("f0").values) / 220
    expected = 2 / f0 * (np.abs(at - n * f0) * amplitudes**2).sum() / (amplitudes**2).sum()
    assert steady(found, "inharmonicity") == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("seed", range(4))
def test_noise_beside_the_partials_is_measured(seed: int) -> None:
    rng = np.random.default_rng(seed)
    wave = tone(400, 0.2 / np.arange(1, 21), 3)
    shares = []
    for db in (-60, -30, -20):
        noisy = wave + signals.noise(3, db=db, seed=int(rng.integers(1000)))
        shares.append(steady(partials_of(noisy), "noisiness"))
    assert shares == sorted(shares)
    power = float(np.mean(wave.astype(np.float64) ** 2))
    # Of the noise, what lies below partial 20 and not within 3 bins of one.
    bin_hz = signals.RATE / 4096
    beside = (8000 / (signals.RATE / 2)) * (1 - 7 * bin_hz / 400)
    assert shares[2] == pytest.approx(0.01 * beside / (power + 0.01 * 8000 / 22050), rel=0.15)


def test_a_clarinet_is_odd_and_what_has_no_pitch_has_no_partials() -> None:
    odd = 0.3 * np.array([1, 0.001, 0.6, 0.001, 0.4, 0.001, 0.2, 0.001])
    assert steady(partials_of(tone(250, odd, 1), partials=8), "odd_to_even") > 20
    for nothing in (signals.silence(1), signals.noise(0.02)):
        found = partials_of(nothing)
        assert np.isnan(found.frames("inharmonicity").values).all()
        assert np.isnan(found.vector("mean").values).all()


def sounds(at: list[float], attack_s: float, decay_s: float, seconds: float) -> signals.Signal:
    """Noise that rises in a straight line and then falls to 1/e in `decay_s`."""
    rng = np.random.default_rng(1)
    t = signals.times(seconds)
    envelope = np.zeros(len(t))
    for each in at:
        since = t - each
        rise = np.clip(since / attack_s, 0, 1)
        envelope = np.maximum(envelope, rise * np.exp(-np.maximum(since - attack_s, 0) / decay_s))
    wave = envelope * np.sign(rng.standard_normal(len(t))) * 0.5
    return np.asarray(wave + 1e-5 * rng.standard_normal(len(t)), np.float32)[np.newaxis]


@pytest.mark.parametrize("seed", range(6))
def test_attack_centroid_and_length_are_those_of_the_envelope(seed: int) -> None:
    rng = np.random.default_rng(seed)
    attack_s = float(rng.uniform(0.02, 0.15))
    decay_s = float(rng.uniform(0.15, 0.4))
    at = [0.5, 3.0, 5.5]
    found = (array_decoder(sounds(at, attack_s, decay_s, 8), signals.RATE) | attack).run()["attack"]
    spans = found.spans("attacks")
    np.testing.assert_allclose([span.start_s for span in spans], at, atol=0.02 + 0.15 * attack_s)
    for span in spans:  # from 10 % to 100 %
        assert 10 ** (span.value or 0) == pytest.approx(0.9 * attack_s, abs=0.012)
    t = np.arange(0, 2.4, 0.001)
    envelope = np.where(t < attack_s, t / attack_s, np.exp(-(t - attack_s) / decay_s))
    heard = envelope > 0.15
    centroid = (t * envelope)[heard].sum() / envelope[heard].sum() - 0.1 * attack_s
    assert found.value("temporal_centroid") == pytest.approx(centroid, abs=0.015)
    assert found.value("effective_duration") == pytest.approx(
        (envelope > 0.4).sum() / 1000, abs=0.015
    )


def test_silence_has_no_attacks() -> None:
    found = (array_decoder(signals.silence(2), signals.RATE) | attack).run()["attack"]
    assert found.spans("attacks") == []
    assert found.value("log_attack_time") is None
    assert found["log_attack_time"].label == "no sound begins"
    assert (array_decoder(signals.noise(0.01), signals.RATE) | attack).run()["attack"].spans(
        "attacks"
    ) == []
