"""Loudness against the EBU's own test signals and two other implementations (S-15, A-01)."""

import re
from itertools import pairwise

import av
import numpy as np
import pyloudnorm
import pytest

from analysis.core.pipe import NodeResult, array_decoder, loudness
from analysis.processors.loudness import k_weighting
from tests import signals


def measured(signal: signals.Signal, rate: int = 48_000) -> NodeResult:
    return (array_decoder(signal, rate) | loudness).run()["loudness"]


def steps(*parts: tuple[float, float], rate: int = 48_000) -> signals.Signal:
    """Stereo 1000 Hz sines of (dBFS, seconds), one after the other, as in EBU Tech 3341."""
    return np.concatenate(
        [signals.sine(1000, s, rate=rate, db=db, channels=2) for db, s in parts], axis=1
    )


def test_a_997_hz_sine_of_minus_6_in_stereo_reads_minus_6() -> None:
    stereo = signals.sine(997, 5, rate=48_000, db=-6.02, channels=2)
    assert measured(stereo).value("integrated") == pytest.approx(-6.0, abs=0.03)
    assert measured(stereo[:1]).value("integrated") == pytest.approx(-9.03, abs=0.03)


def test_the_filters_at_48_khz_are_those_of_the_standard() -> None:
    """Tables 1 and 2 of ITU-R BS.1770."""
    shelf, high_pass = k_weighting(48_000)
    expected = [1.53512485958697, -2.69169618940638, 1.19839281085285]
    assert shelf[:3] == pytest.approx(expected, abs=1e-8)
    assert shelf[4:] == pytest.approx([-1.69065929318241, 0.73248077421585], abs=1e-8)
    assert high_pass[:3] == pytest.approx([1, -2, 1])
    assert high_pass[4:] == pytest.approx([-1.99004745483398, 0.99007225036621], abs=1e-8)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(-23.0, 20.0)], -23.0),
        ([(-33.0, 20.0)], -33.0),
        ([(-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)], -23.0),
        ([(-72.0, 10.0), (-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0), (-72.0, 10.0)], -23.0),
        ([(-26.0, 20.0), (-20.0, 20.1), (-26.0, 20.0)], -23.0),
    ],
    ids=["case 1", "case 2", "case 3", "case 4", "case 5"],
)
def test_integrated_loudness_passes_ebu_tech_3341(
    parts: list[tuple[float, float]], expected: float
) -> None:
    found = measured(steps(*parts))
    assert found.value("integrated") == pytest.approx(expected, abs=0.1)
    assert found["integrated"].unit == "LUFS"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((-20, -30), 10.0), ((-20, -15), 5.0), ((-40, -20), 20.0), ((-50, -35, -20, -35, -50), 15.0)],
    ids=["case 1", "case 2", "case 3", "case 4"],
)
def test_loudness_range_passes_ebu_tech_3342(levels: tuple[int, ...], expected: float) -> None:
    found = measured(steps(*((float(level), 20.0) for level in levels)))
    assert found.value("range") == pytest.approx(expected, abs=1.0)


@pytest.mark.parametrize(
    ("divisor", "phase", "db", "expected"),
    [(4, 0, -6.02, -6.0), (4, 45, -6.02, -6.0), (6, 60, -6.02, -6.0), (8, 67.5, -6.02, -6.0)],
    ids=["case 15", "case 16", "case 17", "case 18"],
)
def test_true_peak_passes_ebu_tech_3341(
    divisor: int, phase: float, db: float, expected: float
) -> None:
    """Cases 15 to 18, tolerance +0.2 / -0.4 dB; the samples of case 16 stay 3 dB below."""
    signal = signals.sine(
        48_000 / divisor, 1, rate=48_000, db=db, channels=2, phase=np.radians(phase)
    )
    signal[:, :480] *= np.linspace(0, 1, 480, dtype=np.float32)  # the EBU's signals fade in
    signal[:, -480:] *= np.linspace(1, 0, 480, dtype=np.float32)
    found = measured(signal).value("true_peak")
    assert found is not None
    assert expected - 0.4 <= found <= expected + 0.2


def by_libav(signal: signals.Signal, rate: int) -> dict[str, float]:
    """What ffmpeg's ebur128 filter logs at its end, by PyAV."""
    graph = av.filter.Graph()
    layout = "mono" if len(signal) == 1 else "stereo"
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout=layout)
    meter = graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(signal.T).reshape(1, -1), format="flt", layout=layout
    )
    frame.sample_rate = rate
    frame.pts = 0
    source.push(frame)
    source.push(None)
    last: dict[str, str] = {}
    peak = -np.inf
    while True:
        try:
            pulled = sink.pull()
        except (av.error.EOFError, av.error.BlockingIOError):
            break
        last = dict(pulled.metadata) or last
        peak = max(peak, *(float(v) for k, v in last.items() if re.search(r"true_peaks_ch", k)))
    return {
        "integrated": float(last["lavfi.r128.I"]),
        "range": float(last["lavfi.r128.LRA"]),
        "true_peak": 20 * np.log10(peak),
    }


def music(rate: int, channels: int) -> signals.Signal:
    """Fifteen seconds with loud and soft stretches, tones and noise."""
    rng = np.random.default_rng(3)
    t = signals.times(15, rate)
    swell = 0.02 + 0.4 * np.abs(np.sin(2 * np.pi * 0.15 * t)) ** 3
    tone = np.sin(2 * np.pi * 220 * t) + 0.5 * np.sin(2 * np.pi * 3520 * t)
    wave = [swell * (tone + rng.standard_normal(len(t)) * 0.3) * 0.5 for _ in range(channels)]
    return np.clip(np.array(wave), -1, 1).astype(np.float32)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
def test_it_agrees_with_ffmpeg(rate: int, channels: int) -> None:
    signal = music(rate, channels)
    ours, theirs = measured(signal, rate), by_libav(signal, rate)
    assert ours.value("integrated") == pytest.approx(theirs["integrated"], abs=0.1)
    assert ours.value("range") == pytest.approx(theirs["range"], abs=0.2)
    assert ours.value("true_peak") == pytest.approx(theirs["true_peak"], abs=0.3)


@pytest.mark.parametrize("rate", [8_000, 10_000, 11_025, 22_050, 44_100, 96_000, 192_000, 300_000])
def test_it_agrees_with_pyloudnorm_at_any_rate(rate: int) -> None:
    signal = music(rate, 2)
    meter = pyloudnorm.Meter(rate, filter_class="DeMan")
    expected = meter.integrated_loudness(signal.T.astype(np.float64))
    assert measured(signal, rate).value("integrated") == pytest.approx(expected, abs=0.06)


def test_the_curves_stand_in_the_middle_of_their_windows() -> None:
    signal = np.concatenate(
        [signals.silence(2, rate=48_000), signals.sine(1000, 3, rate=48_000)], 1
    )
    found = measured(signal)
    momentary, short_term = found.frames("momentary"), found.frames("short_term")
    assert len(momentary.values) == 50 - 4 + 1
    assert len(short_term.values) == 50 - 30 + 1
    assert momentary.times[0] == pytest.approx(0.2)
    assert short_term.times[0] == pytest.approx(1.5)
    assert momentary.values[0] == pytest.approx(-120)  # digital silence: the floor
    before, after = momentary.times < 1.75, momentary.times > 2.25
    assert (momentary.values[before] < -100).all()
    assert momentary.values[after] == pytest.approx(-3.01, abs=0.1)
    assert found.value("momentary_max") == pytest.approx(-3.01, abs=0.1)


def test_silence_and_shortness_say_why_there_is_no_value() -> None:
    silent = measured(signals.silence(5, rate=48_000, channels=2))
    assert [silent.value(n) for n in ("integrated", "range", "true_peak")] == [None] * 3
    assert silent["integrated"].label == "never above -70 LUFS"
    assert silent["true_peak"].label == "digital silence"
    short = measured(signals.sine(1000, 0.3, rate=48_000))
    assert short["integrated"].label == "shorter than 400 ms"
    assert short["range"].label == "shorter than 3 s"
    assert short.value("true_peak") == pytest.approx(0, abs=0.2)


def test_below_4_khz_it_is_skipped_with_a_reason() -> None:
    found = measured(signals.noise(2, rate=2_000), 2_000)
    assert found.outcome.status == "skipped"
    assert "4000 Hz" in found.outcome.message


def test_true_peak_looks_at_every_place_that_could_hold_it() -> None:
    """Against interpolating everything: what is passed over could not have won."""
    from analysis.processors.true_peak import TruePeak, _interpolators

    filters = _interpolators(4)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        signal = (rng.standard_normal((1, 3000)) * rng.uniform(0.01, 0.3)).astype(np.float32)
        meter = TruePeak(48_000, 1)
        edges = sorted({0, 3000, *rng.integers(0, 3000, 3).tolist()})
        for a, b in pairwise(edges):
            meter.push(signal[:, a:b], last=False)
        meter.push(signal[:, :0], last=True)
        padded = np.pad(signal[0], 12)
        everything = max(np.abs(np.convolve(padded, taps[::-1])).max() for taps in filters)
        expected = max(float(everything), float(np.abs(signal).max()))
        assert meter.peak == pytest.approx(expected, rel=1e-5)
