"""Which masters a browser plays itself, at the speed at which they were recorded.

The rest is heard through the listening copy that an analysis makes. The same rule stands in
`analysis.io.formats` beyond the wall (signal code knows no archive); a test compares the two.
"""

from archive.models import File

_PCM = {"pcm_u8", "pcm_s16", "pcm_s24", "pcm_s32", "pcm_f32"}
_CODECS = {
    "wav": _PCM,
    "flac": {"flac"},
    "ogg": {"vorbis", "opus", "flac"},
    "mp3": {"mp3"},
    "mp4": {"aac", "mp3", "flac"},
    "matroska": {"opus", "vorbis"},
}
LOWEST_HZ, HIGHEST_HZ, MOST_CHANNELS = 8_000, 48_000, 2


def plays_in_browser(file: File) -> bool:
    """Return whether every current browser plays the master as it is."""
    return (
        file.codec in _CODECS.get(file.format, set())
        and file.sample_rate is not None
        and LOWEST_HZ <= file.sample_rate <= HIGHEST_HZ
        and file.channels is not None
        and 1 <= file.channels <= MOST_CHANNELS
    )
