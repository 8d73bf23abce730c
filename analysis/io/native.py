"""Reading by libsndfile: the fast and exact way for WAV, AIFF, FLAC, W64, RF64, CAF and AU."""

import os
from collections.abc import Iterator

import numpy as np
import soundfile

from analysis.core.signal import Signal
from analysis.io.opened import Broken, Opened

_CODECS: dict[str, tuple[str, int | None]] = {
    "PCM_U8": ("pcm_u8", 8),
    "PCM_S8": ("pcm_s8", 8),
    "PCM_16": ("pcm_s16", 16),
    "PCM_24": ("pcm_s24", 24),
    "PCM_32": ("pcm_s32", 32),
    "FLOAT": ("pcm_f32", 32),
    "DOUBLE": ("pcm_f64", 64),
    "ALAC_16": ("alac", 16),
    "ALAC_20": ("alac", 20),
    "ALAC_24": ("alac", 24),
    "ALAC_32": ("alac", 32),
    "ULAW": ("pcm_mulaw", None),
    "ALAW": ("pcm_alaw", None),
    "IMA_ADPCM": ("adpcm_ima", None),
    "MS_ADPCM": ("adpcm_ms", None),
    "GSM610": ("gsm", None),
}


class NativeReader:
    """One open file; raises soundfile.LibsndfileError when it cannot be opened."""

    def __init__(self, descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        self._file = soundfile.SoundFile(os.dup(descriptor), closefd=True)
        subtype = str(self._file.subtype)
        codec, bits = _CODECS.get(subtype, (subtype.lower(), None))
        self.opened = Opened(
            codec="flac" if self._file.format == "FLAC" else codec,
            sample_rate=int(self._file.samplerate),
            channels=int(self._file.channels),
            bit_depth=bits,
            frames=int(self._file.frames),
            decoder=f"libsndfile {soundfile.__libsndfile_version__}",
            may_hold_nan=subtype in ("FLOAT", "DOUBLE"),
        )

    def blocks(self, start: int, size: int) -> Iterator[Signal]:
        """Blocks of at most `size` frames from frame `start`.

        Raises
        ------
        Broken : with the frame up to which all was well.
        """
        at = start
        step = size
        if 0 < start < self.opened.frames:
            self._seek(start)
        while at < self.opened.frames:
            try:
                block = self._file.read(step, dtype="float32", always_2d=True)
            except soundfile.LibsndfileError as error:
                if step <= 1024:
                    raise Broken(at, "libsndfile cannot read on") from error
                # The frames before the damage are good: come closer in smaller steps.
                step = max(1024, step // 8)
                self._seek(at)
                continue
            if not len(block):
                raise Broken(at, "the file ends before its header says")
            at += len(block)
            yield np.ascontiguousarray(block.T)

    def _seek(self, frame: int) -> None:
        try:
            self._file.seek(frame)
        except soundfile.LibsndfileError as error:
            raise Broken(frame, "libsndfile cannot go there") from error

    def close(self) -> None:
        self._file.close()
