"""Programme loudness, loudness range and true peak by EBU R 128."""

import math
from array import array
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.core.biquad import Biquads
from analysis.core.errors import NotApplicable
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.processors.true_peak import TruePeak

_SAMPLES = Samples()
_MIN_RATE = 4_000
FLOOR = -120.0
"""LUFS in the curves where there is digital silence."""
_ABSOLUTE_GATE = -70.0


class Loudness(Processor[Params]):
    """ITU-R BS.1770-5 and EBU Tech 3341/3342, at any sample rate from 4 kHz.

    K-weighting from the analogue prototypes of the standard's 48 kHz filters. Momentary: 400 ms,
    short-term: 3 s, both every 100 ms, given at the middle of their window. Integrated: gated at
    -70 LUFS and 10 LU below the mean. Range: 10th to 95th percentile of the short-term values
    above -70 LUFS and 20 LU below their mean. Channels weigh 1, save in five and six channels,
    which are taken as L R C (LFE) Ls Rs. A 997 Hz sine of -6.02 dBFS in both channels of a
    stereo file reads -6.0 LUFS, in a mono file -9.0. Exact.
    """

    id = "loudness"
    version = "1.0.0"
    kind = "analyzer"
    label = "Loudness"
    description = "EBU R 128: integrated loudness, loudness range, true peak, and their course."
    needs: ClassVar[tuple[Need[Any], ...]] = (_SAMPLES,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("integrated", "value", "Integrated loudness", "LUFS"),
        Provides("range", "value", "Loudness range", "LU"),
        Provides("true_peak", "value", "True peak", "dBTP"),
        Provides("momentary_max", "value", "Greatest momentary loudness", "LUFS"),
        Provides("short_term_max", "value", "Greatest short-term loudness", "LUFS"),
        Provides("momentary", "frames", "Momentary loudness", "LUFS"),
        Provides("short_term", "frames", "Short-term loudness", "LUFS"),
    )
    cost = 900.0
    bytes_per_s = 100.0

    @classmethod
    def preload(cls) -> None:
        Biquads.preload()

    def wants(self, sound: Sound) -> tuple[Need[Any], ...]:
        if sound.sample_rate < _MIN_RATE:
            raise NotApplicable(
                f"Loudness is defined by filters that need a sample rate of {_MIN_RATE} Hz; "
                f"this sound has {sound.sample_rate} Hz."
            )
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        rate, channels = sound.sample_rate, sound.channels
        self._out = out
        self._filter = Biquads(k_weighting(rate), channels)
        self._tenths = _Tenths(rate, channel_weights(channels))
        self._true_peak = TruePeak(rate, channels)
        hop = rate / 10
        self._momentary = _Windows(4, out.curve("momentary", hop=hop, t0_s=0.2))
        self._short_term = _Windows(30, out.curve("short_term", hop=hop, t0_s=1.5))

    def block(self, view: View) -> None:
        signal = view[_SAMPLES]
        self._true_peak.push(signal, last=view.last)
        tenths = self._tenths.push(self._filter(signal))
        self._momentary.push(tenths)
        self._short_term.push(tenths)

    def close(self, frames: int) -> None:
        out = self._out
        too_short = "shorter than 400 ms"
        blocks, windows = self._momentary.powers(), self._short_term.powers()
        integrated = gated_loudness(blocks)
        silent = too_short if not len(blocks) else "never above -70 LUFS"
        out.value("integrated", integrated, label=silent if integrated is None else "")
        loudness_range = range_of(windows)
        silent = "shorter than 3 s" if not len(windows) else "never above -70 LUFS"
        out.value("range", loudness_range, label=silent if loudness_range is None else "")
        peak = self._true_peak.peak
        out.value(
            "true_peak",
            20 * math.log10(peak) if peak > 0 else None,
            label="" if peak > 0 else "digital silence",
        )
        for name, powers, needed in (
            ("momentary_max", blocks, too_short),
            ("short_term_max", windows, "shorter than 3 s"),
        ):
            most = float(powers.max()) if len(powers) else 0.0
            label = "digital silence" if len(powers) else needed
            out.value(name, _lufs(most) if most > 0 else None, label="" if most > 0 else label)


class _Tenths:
    """Weighted power in tenths of a second; the k-th ends before floor((k + 1) * rate / 10)."""

    def __init__(self, rate: int, weights: NDArray[np.float64]) -> None:
        self._rate, self._weights = rate, weights
        self._rest = np.zeros((len(weights), 0))
        self._index = 0

    def push(self, signal: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._rest.shape[1]:
            signal = np.concatenate([self._rest, signal], axis=1)
        first = self._index * self._rate // 10
        whole = ((first + signal.shape[1]) * 10 + 9) // self._rate - self._index
        edges = (np.arange(self._index, self._index + whole + 1) * self._rate // 10) - first
        while whole > 0 and edges[-1] > signal.shape[1]:
            edges, whole = edges[:-1], whole - 1
        if whole <= 0:
            self._rest = signal
            return np.zeros(0)
        powers = np.zeros(whole)
        used = signal[:, : edges[-1]]
        for weight, channel in zip(self._weights, used, strict=True):
            powers += weight * np.add.reduceat(channel * channel, edges[:-1])
        self._rest = signal[:, edges[-1] :].copy()
        self._index += whole
        return powers / np.diff(edges)


class _Windows:
    """Mean power of `length` tenths, at each tenth: a curve on disk and the powers for gating.

    The powers stay in memory, 8 bytes a tenth of a second: 3 MB for ten hours.
    """

    def __init__(self, length: int, curve: Any) -> None:
        self._length, self._curve = length, curve
        self._held = np.zeros(0)
        self._powers = array("d")

    def push(self, tenths: NDArray[np.float64]) -> None:
        held = np.concatenate([self._held, tenths])
        count = len(held) - self._length + 1
        if count <= 0:
            self._held = held
            return
        power = np.zeros(count)
        for offset in range(self._length):  # one order of summation for every window
            power += held[offset : offset + count]
        power /= self._length
        self._powers.frombytes(power.tobytes())
        floor = 10 ** ((FLOOR + 0.691) / 10)
        self._curve.append(_lufs_array(np.maximum(power, floor)))
        self._held = held[count:]

    def powers(self) -> NDArray[np.float64]:
        return np.frombuffer(self._powers, np.float64) if self._powers else np.zeros(0)


def k_weighting(sample_rate: int) -> NDArray[np.float64]:
    """The two filters of BS.1770 at any rate: a shelf for the head, a high pass (RLB).

    From the analogue parameters that give the standard's coefficients at 48 kHz (De Man, AES
    Convention 145, 2018): agrees with the standard's table to 1e-9 there.
    """
    gain, q, f0 = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = math.tan(math.pi * f0 / sample_rate)
    vh = 10 ** (gain / 20)
    vb = vh**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = [
        (vh + vb * k / q + k * k) / a0,
        2 * (k * k - vh) / a0,
        (vh - vb * k / q + k * k) / a0,
        1.0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0,
    ]
    q, f0 = 0.5003270373238773, 38.13547087602444
    k = math.tan(math.pi * f0 / sample_rate)
    a0 = 1 + k / q + k * k
    high_pass = [1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]
    return np.array([shelf, high_pass])


def channel_weights(channels: int) -> NDArray[np.float64]:
    surround = {5: [1, 1, 1, 1.41, 1.41], 6: [1, 1, 1, 0, 1.41, 1.41]}
    return np.array(surround.get(channels, [1] * channels), np.float64)


def gated_loudness(powers: NDArray[np.float64]) -> float | None:
    """Integrated loudness of 400 ms blocks; None when none passes the gate."""
    above = powers[powers > _power(_ABSOLUTE_GATE)]
    if not len(above):
        return None
    above = above[above > above.mean() / 10]
    return _lufs(float(above.mean()))


def range_of(powers: NDArray[np.float64]) -> float | None:
    """Loudness range of 3 s windows by EBU Tech 3342; None when none passes the gate."""
    above = powers[powers > _power(_ABSOLUTE_GATE)]
    if not len(above):
        return None
    above = np.sort(above[above > above.mean() / 100])
    low, high = (above[round((len(above) - 1) * share)] for share in (0.1, 0.95))
    return _lufs(float(high)) - _lufs(float(low))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _lufs(power: float) -> float:
    return -0.691 + 10 * math.log10(power)


def _lufs_array(power: NDArray[np.float64]) -> NDArray[np.float32]:
    return (-0.691 + 10 * np.log10(power)).astype(np.float32)
