"""What a file is, told by its samples and never by its name.

The archive does not decode: who does (analysis, in its killable child) registers a probe when it
starts. Without one, libsndfile alone answers, so that the archive runs on its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive.errors import NotSound

if TYPE_CHECKING:
    import soundfile


@dataclass(frozen=True)
class SoundFacts:
    """What was found in a file; None where the container does not say."""

    format: str
    codec: str
    mime_type: str
    sample_rate: int
    channels: int
    bit_depth: int | None
    frame_count: int | None
    duration_s: float | None
    is_whole: bool = True
    note: str = ""


#: Takes a path, raises NotSound with a plain reason.
Probe = Callable[[Path], SoundFacts]

_registered: list[Probe] = []


def register_probe(probe: Probe) -> None:
    """Let `probe` answer from now on."""
    _registered[:] = [probe]


def probe(path: Path) -> SoundFacts:
    """Tell what sound the file holds.

    Raises
    ------
    NotSound : it holds none that can be read; the sentence says what it is instead.
    """
    return _registered[0](path) if _registered else by_libsndfile(path)


_FORMATS = {
    "WAV": ("wav", "audio/wav"),
    "WAVEX": ("wav", "audio/wav"),
    "RF64": ("rf64", "audio/wav"),
    "W64": ("w64", "audio/x-w64"),
    "AIFF": ("aiff", "audio/aiff"),
    "AU": ("au", "audio/basic"),
    "CAF": ("caf", "audio/x-caf"),
    "FLAC": ("flac", "audio/flac"),
    "OGG": ("ogg", "audio/ogg"),
    "MP3": ("mp3", "audio/mpeg"),
    "MPEG": ("mp3", "audio/mpeg"),
}
#: libsndfile's subtype, as codec (named as ffmpeg does) and bits per sample.
_CODECS = {
    "PCM_U8": ("pcm_u8", 8),
    "PCM_S8": ("pcm_s8", 8),
    "PCM_16": ("pcm_s16", 16),
    "PCM_24": ("pcm_s24", 24),
    "PCM_32": ("pcm_s32", 32),
    "FLOAT": ("pcm_f32", 32),
    "DOUBLE": ("pcm_f64", 64),
    "MPEG_LAYER_III": ("mp3", None),
}


def by_libsndfile(path: Path) -> SoundFacts:
    """Tell what libsndfile reads of the file. It opens no other file than this one."""
    import soundfile

    if path.stat().st_size == 0:
        raise NotSound("The file is empty (0 bytes).")
    try:
        with soundfile.SoundFile(path) as sound:
            frames, is_whole = _readable_frames(sound)
            if not frames:
                raise NotSound("The file has the form of a sound, but holds no samples at all.")
            name, mime_type = _FORMATS.get(sound.format, (sound.format.lower(), ""))
            codec, bits = _CODECS.get(sound.subtype, (sound.subtype.lower(), None))
            return SoundFacts(
                format=name,
                codec="flac" if name == "flac" else codec,
                mime_type=mime_type or "application/octet-stream",
                sample_rate=sound.samplerate,
                channels=sound.channels,
                bit_depth=bits,
                frame_count=frames,
                duration_s=frames / sound.samplerate,
                is_whole=is_whole,
                note="" if is_whole else "The file ends before its header says.",
            )
    except soundfile.LibsndfileError as error:
        # libsndfile's own words would show where the file lies.
        raise NotSound("The file is in no sound format that can be read here.") from error


def _readable_frames(sound: "soundfile.SoundFile") -> tuple[int, bool]:
    """Return how many frames can be read, and whether these are all that the header promises."""
    promised, read = int(sound.frames), 0
    try:
        while block := len(sound.read(65_536, dtype="float32", always_2d=True)):
            read += block
    except RuntimeError:  # libsndfile's error, whose class is imported with the library
        return read, False
    return read, read >= promised
