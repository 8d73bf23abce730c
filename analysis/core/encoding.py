"""A sound file made of stretches of recordings, in the child: cut to the sample, block by block."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from analysis.core.job import Cut, Encoded, Encoding, Limits, Progress
from analysis.core.signal import Signal
from analysis.io.recording import Recording
from analysis.io.sound_files import KINDS, writer

_BLOCK = 1 << 16


def encode(
    encoding: Encoding,
    sources: Sequence[int],
    limits: Limits,
    tell: Callable[[Progress], None],
) -> Encoded:
    """Write `sound.{extension}` in the current folder.

    The first cut says the rate and the depth, the widest one the channels; the others are turned
    into that. Withheld stretches are zeros.
    """
    kind = KINDS[encoding.extension]
    recordings = {
        number: Recording(sources[number], limits)
        for number in dict.fromkeys(cut.source for cut in encoding.cuts)
    }
    first = recordings[encoding.cuts[0].source].opened
    rate = kind.rate_for(first.sample_rate)
    widest = max(each.opened.channels for each in recordings.values())
    channels = kind.channels_for(widest)
    bits = first.bit_depth
    if bits is None and not first.codec.startswith("pcm_f"):
        bits = 24  # of what was compressed with losses
    written = writer(
        f"sound.{encoding.extension}",
        kind,
        rate=rate,
        channels=channels,
        bits=bits,
        tags=encoding.tags,
    )
    done = 0
    for cut in encoding.cuts:
        done += _silence(written.append, channels, round(cut.gap_s * rate))
        recording = recordings[cut.source]
        for block in _at_rate(_heard(recording, cut), recording.opened.sample_rate, rate):
            written.append(_mixed(block, channels))
            done += block.shape[1]
            tell(Progress("analysing", done / rate, total_s=encoding.duration_s))
    written.close()
    return Encoded(done, rate, channels)


def _silence(append: Callable[[Signal], None], channels: int, frames: int) -> int:
    for at in range(0, frames, _BLOCK):
        append(np.zeros((channels, min(_BLOCK, frames - at)), np.float32))
    return frames


def _heard(recording: Recording, cut: Cut) -> Iterator[Signal]:
    at = cut.start_frame
    for block in recording.blocks(cut.start_frame, cut.end_frame, _BLOCK):
        after = at + block.shape[1]
        for low, high in cut.silent:
            if low < after and high > at:
                block = block.copy()
                block[:, max(low, at) - at : high - at] = 0
        at = after
        yield block


def _at_rate(blocks: Iterator[Signal], rate: int, wanted: int) -> Iterator[Signal]:
    """Resample by soxr where the file has another rate; as long as it was, to the frame."""
    if rate == wanted:
        yield from blocks
        return
    import soxr

    stream, taken, given = None, 0, 0
    for block in blocks:
        stream = stream or soxr.ResampleStream(rate, wanted, len(block), dtype="float32")
        taken += block.shape[1]
        made = stream.resample_chunk(np.ascontiguousarray(block.T)).reshape(-1, len(block)).T
        given += made.shape[1]
        yield made
    if stream is not None:
        empty = np.zeros((0, len(block)), np.float32)
        rest = stream.resample_chunk(empty, last=True).reshape(-1, len(block)).T
        yield rest[:, : max(0, round(taken * wanted / rate) - given)]


def _mixed(block: Signal, channels: int) -> Signal:
    """Return the block in so many channels: one is the mean of all, and goes to each of several."""
    if len(block) == channels:
        return np.ascontiguousarray(block)
    mono = block.mean(axis=0, keepdims=True, dtype=np.float32)
    if len(block) == 1 or channels == 1:
        return np.repeat(mono, channels, axis=0)
    more = np.zeros((channels - len(block), block.shape[1]), np.float32)
    return np.concatenate([block, more])
