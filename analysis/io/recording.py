"""A sound being read: sniffed, bounded, cleaned of what is no number, and judged at the end."""

import contextlib
import os
from collections.abc import Iterator

import numpy as np

from analysis.core.errors import SourceRejected
from analysis.core.job import Integrity, Limits, SoundInfo
from analysis.core.signal import Signal, Sound
from analysis.io.formats import FLAC, HEAD, RF64, WAV, Format, sniff
from analysis.io.opened import Broken, Opened, Reader
from analysis.io.riff import wav_promise

_TOO_LOUD = np.float32(1e9)
"""Beyond this a float sample is damage, not sound: its square would leave float32."""


class Recording:
    """One file, read once from `start` to `end` (native frames).

    Raises
    ------
    SourceRejected : no sound, or beyond the limits, with a sentence that says which.
    """

    def __init__(self, descriptor: int, limits: Limits) -> None:
        self._limits = limits
        self._promised = 0
        with contextlib.ExitStack() as opening:
            self._descriptor = os.dup(descriptor)
            opening.callback(os.close, self._descriptor)
            self.kind: Format = sniff(os.pread(descriptor, HEAD, 0))
            self._reader = self._open()
            opening.callback(self._close_reader)
            self.opened: Opened = self._reader.opened
            self._check()
            self._closing = opening.pop_all()
        self._notes: list[str] = []
        self._lost = 0
        self._nonfinite = 0
        self._decoded_end = 0
        self._reached_end = False

    def _open(self) -> Reader:
        if self.kind.native and self._has_data():
            reader = self._try_native()
            if reader:
                return reader
        from analysis.io.libav import LibavReader

        return LibavReader(self._descriptor, self.kind)

    def _has_data(self) -> bool:
        """False for a WAV whose recorder crashed before it wrote the length: libav reads those."""
        if self.kind not in (WAV, RF64):
            return True
        promise = wav_promise(self._descriptor)
        if promise is None:
            return True
        self._promised = promise.declared
        return promise.declared > 0 or promise.present == 0

    def _try_native(self) -> Reader | None:
        """libsndfile, if it opens the file and reads its beginning."""
        import soundfile

        from analysis.io.native import NativeReader

        try:
            with contextlib.closing(NativeReader(self._descriptor)) as reader:
                next(reader.blocks(0, 4096), None)
        except (soundfile.LibsndfileError, Broken):
            return None
        return NativeReader(self._descriptor)

    def _check(self) -> None:
        told, limits = self.opened, self._limits
        if not 1 <= told.channels <= limits.max_channels:
            raise SourceRejected(
                f"The sound has {told.channels} channels; up to {limits.max_channels} are read."
            )
        if not limits.min_rate <= told.sample_rate <= limits.max_rate:
            raise SourceRejected(
                f"The sample rate is {told.sample_rate} Hz; "
                f"rates from {limits.min_rate} to {limits.max_rate} Hz are read."
            )
        if told.frames > limits.max_duration_s * told.sample_rate:
            raise SourceRejected(
                f"The sound says it lasts {told.frames / told.sample_rate / 3600:.0f} hours; "
                f"up to {limits.max_duration_s / 3600:.0f} are read."
            )

    def sound(self, start: int, end: int | None) -> Sound:
        """What the interval promises, before its first sample is read."""
        told = self.opened
        frames: int | None = None
        if told.frames:
            frames = max(0, min(told.frames, told.frames if end is None else end) - start)
        elif end is not None:
            frames = end - start
        return Sound(
            sample_rate=told.sample_rate,
            channels=told.channels,
            frames=frames,
            format=self.kind.name,
            codec=told.codec,
            bit_depth=told.bit_depth,
            is_whole_file=start == 0 and (end is None or (told.frames > 0 and end >= told.frames)),
            is_damaged=self.kind.native and told.decoder.startswith("libav"),
        )

    def blocks(self, start: int, end: int | None, size: int) -> Iterator[Signal]:
        """(channels, <= size) float32 blocks of `[start, end)`, all but the last of full size."""
        at = start
        for block in self._whole_blocks(start, size):
            if end is not None and at + block.shape[1] > end:
                block = np.ascontiguousarray(block[:, : end - at])
            at += block.shape[1]
            self._decoded_end = at
            if at > self._limits.max_duration_s * self.opened.sample_rate:
                raise SourceRejected("The sound goes on for longer than any that is read here.")
            if block.shape[1]:
                yield self._cleaned(block)
            if end is not None and at >= end:
                return
        self._judge_end(start)

    def _whole_blocks(self, start: int, size: int) -> Iterator[Signal]:
        """The reader's blocks, cut to the same grid whatever went wrong in between."""
        rest: Signal | None = None
        for block in self._mended(start, size):
            if rest is not None:
                block = np.concatenate([rest, block], axis=1)
                rest = None
            while block.shape[1] >= size:
                yield np.ascontiguousarray(block[:, :size])
                block = block[:, size:]
            if block.shape[1]:
                rest = block
        if rest is not None:
            yield np.ascontiguousarray(rest)

    def _mended(self, start: int, size: int) -> Iterator[Signal]:
        try:
            yield from self._reader.blocks(start, size)
        except Broken as broken:
            if self.kind is not FLAC or self.opened.decoder.startswith("libav"):
                self._notes.append(f"{broken}, at {broken.at / self.opened.sample_rate:.2f} s")
                return
            at = broken.at
        else:
            return
        # libsndfile stops at the first damage in a FLAC; libav finds the next good frame.
        yield from self._second_reader(at, size)

    def _second_reader(self, at: int, size: int) -> Iterator[Signal]:
        from analysis.io.libav import LibavReader

        try:
            second = LibavReader(self._descriptor, self.kind)
        except SourceRejected:
            return
        told = second.opened
        if (told.sample_rate, told.channels) != (self.opened.sample_rate, self.opened.channels):
            second.close()
            return
        self._reader.close()
        self._reader = second
        try:
            yield from second.blocks(at, size)
        except Broken as broken:
            self._notes.append(str(broken))
        self._lost += second.lost
        if second.lost:
            self._notes.append(f"a stretch after {at / told.sample_rate:.2f} s is silent")
        elif second.reached >= told.frames:
            self._notes.append(f"a stretch after {at / told.sample_rate:.2f} s may sound wrong")

    def _cleaned(self, block: Signal) -> Signal:
        if not self.opened.may_hold_nan:
            return block
        # NaN compares false, so one comparison finds NaN, infinities and absurd values.
        if np.abs(block).max() < _TOO_LOUD:
            return block
        bad = ~(np.abs(block) < _TOO_LOUD)
        self._nonfinite += int(bad.sum())
        return np.where(bad, np.float32(0), block)

    def _judge_end(self, start: int) -> None:
        """The end of the file was reached: is it where the file says?"""
        self._reached_end = True
        if self._decoded_end <= start:
            if start:
                raise SourceRejected("The interval begins after the end of the sound.")
            raise SourceRejected(
                f"The file is {self.kind.name} in form, but holds no samples at all."
            )
        promised = max(self._promised, self.opened.frames if self.opened.frames_exact else 0)
        missing = promised - self._decoded_end
        rate = self.opened.sample_rate
        lossless = self.opened.bit_depth is not None
        if missing > (0 if lossless else rate // 10):
            self._lost += missing
            self._notes.append(
                f"it ends at {self._decoded_end / rate:.2f} s, "
                f"though it says that it lasts {promised / rate:.2f} s"
            )

    def info(self) -> SoundInfo:
        """What the sound turned out to be; call after the blocks."""
        told = self.opened
        notes = list(self._notes)
        if self._nonfinite:
            notes.append(f"{self._nonfinite} samples were not numbers and are silent")
        errors = getattr(self._reader, "errors", 0)
        if errors and not notes:
            notes.append(f"{errors} damaged packets were left out")
        integrity: Integrity = "partial" if notes else "ok"
        frames = self._decoded_end
        if not self._reached_end:
            frames = max(frames, told.frames)
        return SoundInfo(
            format=self.kind.name,
            codec=told.codec,
            sample_rate=told.sample_rate,
            channels=told.channels,
            bit_depth=told.bit_depth,
            frames=frames,
            duration=frames / told.sample_rate,
            integrity=integrity,
            note=f"The sound is damaged: {'; '.join(notes)}." if notes else "",
            seconds_lost=self._lost / told.sample_rate,
            nonfinite_samples=self._nonfinite,
            mime_type=self.kind.mime_type,
            decoder=self._reader.opened.decoder,
        )

    def _close_reader(self) -> None:
        self._reader.close()

    def close(self) -> None:
        """Let go of the file; safe to call again."""
        self._closing.close()
