"""Another sample rate, portion by portion, the same bits for any portions."""

import numpy as np

from analysis.core.signal import Regroup, Signal


class Resampler:
    """soxr HQ, linear phase, on (channels, n) float32."""

    def __init__(self, rate: int, to: int, channels: int) -> None:
        import soxr

        self._channels = channels
        self._group = Regroup(1 << 15)
        self._stream = (
            soxr.ResampleStream(rate, to, channels, dtype="float32", quality="HQ")
            if rate != to
            else None
        )

    @staticmethod
    def preload() -> None:
        """Load the library now."""
        import soxr

        soxr.ResampleStream(44_100, 48_000, 1, dtype="float32")

    def push(self, signal: Signal, *, last: bool) -> Signal:
        """Take the next (channels, n), give back what is ready; all that is left with `last`."""
        if self._stream is None:
            return signal
        size = self._group.size
        rows = self._group.push(np.ascontiguousarray(signal.T))
        made = [self._stream.resample_chunk(rows[i : i + size]) for i in range(0, len(rows), size)]
        if last:
            rest = self._group.flush(signal.T)
            made.append(self._stream.resample_chunk(np.ascontiguousarray(rest), last=True))
        out = np.concatenate(made) if made else np.zeros((0, self._channels), np.float32)
        return np.ascontiguousarray(out.reshape(-1, self._channels).T)
