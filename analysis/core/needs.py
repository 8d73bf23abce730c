"""What processors may ask for instead of the file, each computed once for all who ask.

A need is a frozen dataclass: equal needs are one computation. `requires` names the needs it is
made from; `start` gives its running state, fed once per block and once more at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from analysis.core.signal import Regroup, Signal, Sound, Spectra
from analysis.core.transform import rfft

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class View:
    """One step of a pass: what each need yields for the newest block of samples.

    `start` and `end` count frames from the beginning of the interval; `last` is set on the final
    step, whose block of samples is empty and which only carries what was still held back.
    """

    def __init__(self, start: int, end: int, *, last: bool) -> None:
        self.start = start
        self.end = end
        self.last = last
        self._made: dict[Need[Any], Any] = {}

    def put(self, need: "Need[T]", made: T) -> None:
        self._made[need] = made

    def __getitem__(self, need: "Need[T]") -> T:
        return cast(T, self._made[need])


class Running(Protocol[T_co]):
    """The state of a need during one pass."""

    def step(self, view: View) -> T_co: ...


@dataclass(frozen=True)
class Need(Generic[T]):
    """Something computed from the sound, block by block."""

    def requires(self) -> "tuple[Need[Any], ...]":
        return ()

    def start(self, sound: Sound) -> Running[T]:
        raise NotImplementedError


@dataclass(frozen=True)
class Samples(Need[Signal]):
    """The samples themselves: (channels, n), or (1, n) as the mean of the channels.

    `rate` None is the rate of the recording; else resampled by soxr (HQ, linear phase).
    """

    mono: bool = False
    rate: int | None = None

    def requires(self) -> tuple[Need[Any], ...]:
        if self.rate is not None:
            return (Samples(mono=self.mono),)
        return (Samples(),) if self.mono else ()

    def start(self, sound: Sound) -> Running[Signal]:
        if self.rate is not None:
            return _Resampled(self, sound)
        if not self.mono:
            raise TypeError("the engine itself supplies the samples as they are")
        return _Mono()


class _Mono:
    def step(self, view: View) -> Signal:
        signal = view[Samples()]
        if len(signal) == 1:
            return signal
        mono = signal[0].copy()
        for channel in signal[1:]:  # in this order for any block size
            mono += channel
        mono *= np.float32(1 / len(signal))
        return np.asarray(mono[np.newaxis], np.float32)


class _Resampled:
    def __init__(self, need: Samples, sound: Sound) -> None:
        import soxr

        rate = need.rate or sound.sample_rate
        channels = 1 if need.mono else sound.channels
        self._source = Samples(mono=need.mono)
        self._same = rate == sound.sample_rate
        self._group = Regroup(1 << 15)
        self._stream = soxr.ResampleStream(
            sound.sample_rate, rate, channels, dtype="float32", quality="HQ"
        )

    def step(self, view: View) -> Signal:
        signal = view[self._source]
        if self._same:
            return signal
        rows = self._group.push(np.ascontiguousarray(signal.T))
        made = [
            self._stream.resample_chunk(rows[i : i + self._group.size])
            for i in range(0, len(rows), self._group.size)
        ]
        if view.last:
            rest = self._group.flush(signal.T)
            made.append(self._stream.resample_chunk(np.ascontiguousarray(rest), last=True))
        out = np.concatenate(made) if made else np.zeros((0, len(signal)), np.float32)
        return np.ascontiguousarray(out.reshape(-1, len(signal)).T)


@dataclass(frozen=True)
class Stft(Need[Spectra]):
    """Power spectra of the mono mix, Hann window: (k, window // 2 + 1), |X|^2 in float32.

    Row k is centred on sample k * hop (the sound is taken as silent before and after), so a
    sound of n frames has 1 + n // hop rows. Divide by `full_scale` to have a sine of amplitude 1
    read 1.
    """

    window: int = 2048
    hop: int = 512

    @property
    def full_scale(self) -> float:
        return float((hann(self.window).sum(dtype=np.float64) / 2) ** 2)

    def requires(self) -> tuple[Need[Any], ...]:
        return (Samples(mono=True),)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Stft(self)


def hann(length: int) -> NDArray[np.float32]:
    """Periodic Hann window, (length,) float32."""
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)).astype(np.float32)


class _Stft:
    _BATCH = 128  # rows at once: 1 MB of frames stays in the cache

    def __init__(self, need: Stft) -> None:
        self._need = need
        self._window = hann(need.window)
        self._buffer = np.zeros(need.window // 2, np.float32)
        self._batch = np.empty((self._BATCH, need.window), np.float32)

    def step(self, view: View) -> Spectra:
        need = self._need
        parts = [self._buffer, view[Samples(mono=True)][0]]
        if view.last:
            # Rows end with the one centred on the last multiple of hop <= n.
            parts.append(np.zeros(need.window // 2, np.float32))
        signal = np.concatenate(parts)
        rows = max(0, 1 + (len(signal) - need.window) // need.hop)
        out = np.empty((rows, need.window // 2 + 1), np.float32)
        if rows:
            frames = np.lib.stride_tricks.sliding_window_view(signal, need.window)[:: need.hop]
            for i in range(0, rows, self._BATCH):
                part = frames[i : i + self._BATCH]
                batch = np.multiply(part, self._window, out=self._batch[: len(part)])
                _power(batch, out[i : i + len(part)])
        self._buffer = signal[rows * need.hop :].copy()
        return out


def _power(frames: NDArray[np.float32], out: NDArray[np.float32]) -> None:
    parts = rfft()(frames).view(np.float32)
    np.multiply(parts, parts, out=parts)
    np.add(parts[:, 0::2], parts[:, 1::2], out=out)


@dataclass(frozen=True)
class Mel(Need[Spectra]):
    """Power in triangular bands equally spaced in mel: (k, bands), full-scale sine = about 1.

    Mel by O'Shaughnessy, 2595 log10(1 + f / 700); bands from 0 Hz to `f_max` (None: Nyquist).
    """

    bands: int = 40
    window: int = 2048
    hop: int = 512
    f_max: float | None = None

    def requires(self) -> tuple[Need[Any], ...]:
        return (Stft(self.window, self.hop),)

    def start(self, sound: Sound) -> Running[Spectra]:
        return _Mel(self, sound.sample_rate)


class _Mel:
    def __init__(self, need: Mel, sample_rate: int) -> None:
        self._stft = Stft(need.window, need.hop)
        top = min(need.f_max or sample_rate / 2, sample_rate / 2)
        filters = mel_filters(need.bands, need.window, sample_rate, top)
        self._filters = (filters / self._stft.full_scale).astype(np.float32).T.copy()
        self._group = Regroup(64)

    def step(self, view: View) -> Spectra:
        spectra = view[self._stft]
        parts = [self._apply(group) for group in self._groups(spectra)]
        if view.last:
            parts.append(self._apply(self._group.flush(spectra)))
        return np.concatenate(parts) if parts else np.zeros((0, self._filters.shape[1]), np.float32)

    def _groups(self, spectra: Spectra) -> Iterator[Spectra]:
        rows = self._group.push(spectra)
        for i in range(0, len(rows), self._group.size):
            yield rows[i : i + self._group.size]

    def _apply(self, rows: Spectra) -> Spectra:
        return np.asarray(rows @ self._filters, np.float32)


def mel_filters(bands: int, window: int, sample_rate: int, f_max: float) -> NDArray[np.float64]:
    """Triangular filters with peak 1: (bands, window // 2 + 1).

    A band narrower than the spacing of the bins is widened to reach its nearest bin.
    """
    top = 2595 * np.log10(1 + f_max / 700)
    edges = 700 * (10 ** (np.linspace(0, top, bands + 2) / 2595) - 1)
    bins = np.arange(window // 2 + 1) * sample_rate / window
    spacing = sample_rate / window
    rising = np.maximum(edges[1:-1] - edges[:-2], spacing)[:, np.newaxis]
    falling = np.maximum(edges[2:] - edges[1:-1], spacing)[:, np.newaxis]
    centre = edges[1:-1, np.newaxis]
    return np.clip(np.minimum((bins - centre) / rising + 1, (centre - bins) / falling + 1), 0, 1)


@dataclass(frozen=True)
class BucketStats:
    """Per channel and bucket, all (channels, n): least and greatest sample, sums in float64."""

    least: NDArray[np.float32]
    greatest: NDArray[np.float32]
    total: NDArray[np.float64]
    squares: NDArray[np.float64]
    counts: NDArray[np.int64]
    """(n,) frames in each bucket: `size`, save in the last of the sound."""


@dataclass(frozen=True)
class Buckets(Need[BucketStats]):
    """Extremes and sums over consecutive stretches of `size` frames."""

    size: int = 256

    def requires(self) -> tuple[Need[Any], ...]:
        return (Samples(),)

    def start(self, sound: Sound) -> Running[BucketStats]:
        return _Buckets(self.size, sound.channels)


class _Buckets:
    def __init__(self, size: int, channels: int) -> None:
        self._size = size
        self._rest = np.zeros((channels, 0), np.float32)

    def step(self, view: View) -> BucketStats:
        signal = view[Samples()]
        if self._rest.shape[1]:
            signal = np.concatenate([self._rest, signal], axis=1)
        whole = signal.shape[1] // self._size
        stats = self._measure(signal[:, : whole * self._size], self._size)
        self._rest = signal[:, whole * self._size :].copy()
        if view.last and self._rest.shape[1]:
            tail = self._measure(self._rest, self._rest.shape[1])
            stats = BucketStats(
                *(
                    np.concatenate([getattr(stats, name), getattr(tail, name)], axis=-1)
                    for name in ("least", "greatest", "total", "squares", "counts")
                )
            )
        return stats

    @staticmethod
    def _measure(signal: Signal, size: int) -> BucketStats:
        folded = signal.reshape(len(signal), -1, size)
        # einsum over the short contiguous axis: the order of summation is fixed by `size` alone
        squares = np.einsum("cns,cns->cn", folded, folded)
        return BucketStats(
            folded.min(axis=2),
            folded.max(axis=2),
            folded.sum(axis=2).astype(np.float64),
            squares.astype(np.float64),
            np.full(folded.shape[1], size, np.int64),
        )
