"""Which sound formats are read here, told by the first bytes and never by the name.

The demuxer is chosen here and forced on libav, so that no file can choose it: libav's own probing
takes an ffconcat or HLS list named `.wav` for what it is, and opens the files that it names (X-20).
"""

from dataclasses import dataclass, field

from analysis.core.errors import SourceRejected

HEAD = 4096
"""Bytes from the beginning that `sniff` wants to see."""


@dataclass(frozen=True)
class Format:
    """A container that is read: by libsndfile where `native`, else by one libav demuxer."""

    name: str
    mime_type: str
    demuxer: str
    native: bool = False
    browser_codecs: frozenset[str] = field(default_factory=frozenset)
    """Codecs in this container that every current browser plays."""


_PCM = frozenset({"pcm_u8", "pcm_s16", "pcm_s24", "pcm_s32", "pcm_f32"})
WAV = Format("wav", "audio/wav", "wav", native=True, browser_codecs=_PCM)
RF64 = Format("rf64", "audio/wav", "wav", native=True)
W64 = Format("w64", "audio/x-w64", "w64", native=True)
AIFF = Format("aiff", "audio/aiff", "aiff", native=True)
CAF = Format("caf", "audio/x-caf", "caf", native=True)
AU = Format("au", "audio/basic", "au", native=True)
FLAC = Format("flac", "audio/flac", "flac", native=True, browser_codecs=frozenset({"flac"}))
OGG = Format("ogg", "audio/ogg", "ogg", browser_codecs=frozenset({"vorbis", "opus", "flac"}))
MP3 = Format("mp3", "audio/mpeg", "mp3", browser_codecs=frozenset({"mp3"}))
AAC = Format("aac", "audio/aac", "aac")
MP4 = Format("mp4", "audio/mp4", "mov", browser_codecs=frozenset({"aac", "mp3", "flac"}))
MATROSKA = Format(
    "matroska", "audio/webm", "matroska", browser_codecs=frozenset({"opus", "vorbis"})
)
WAVPACK = Format("wavpack", "audio/x-wavpack", "wv")
APE = Format("ape", "audio/x-ape", "ape")
ASF = Format("asf", "audio/x-ms-wma", "asf")
TTA = Format("tta", "audio/x-tta", "tta")
TAK = Format("tak", "audio/x-tak", "tak")
MUSEPACK = Format("musepack", "audio/x-musepack", "mpc8")
DSF = Format("dsf", "audio/x-dsf", "dsf")
AMR = Format("amr", "audio/amr", "amr")
AVI = Format("avi", "video/x-msvideo", "avi")

_MAGIC: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"fLaC", FLAC),
    (0, b"OggS", OGG),
    (0, b"caff", CAF),
    (0, b".snd", AU),
    (0, b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb", W64),
    (4, b"ftyp", MP4),
    (4, b"moov", MP4),
    (0, b"\x1aE\xdf\xa3", MATROSKA),
    (0, b"wvpk", WAVPACK),
    (0, b"MAC ", APE),
    (0, b"0&\xb2u\x8ef\xcf\x11", ASF),
    (0, b"TTA1", TTA),
    (0, b"tBaK", TAK),
    (0, b"MPCK", MUSEPACK),
    (0, b"DSD ", DSF),
    (0, b"#!AMR", AMR),
)
_IFF = {
    (b"RIFF", b"WAVE"): WAV,
    (b"RIFX", b"WAVE"): WAV,
    (b"RF64", b"WAVE"): RF64,
    (b"BW64", b"WAVE"): RF64,
    (b"FORM", b"AIFF"): AIFF,
    (b"FORM", b"AIFC"): AIFF,
    (b"RIFF", b"AVI "): AVI,
}
_PLAYLISTS = (b"ffconcat", b"#EXTM3U", b"[playlist]", b"<?xml", b"<MPD", b"#EXTINF")


def sniff(head: bytes) -> Format:
    """Tell the container from the first `HEAD` bytes of a file.

    Raises
    ------
    SourceRejected : with a sentence that says what the file is instead.
    """
    if not head:
        raise SourceRejected("The file is empty (0 bytes).")
    found = _IFF.get((head[:4], head[8:12]))
    if found:
        return found
    for at, magic, kind in _MAGIC:
        if head[at : at + len(magic)] == magic:
            return kind
    if head[:3] == b"ID3":
        return _after_id3(head)
    if len(head) > 3 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return AAC if head[1] & 0xF6 == 0xF0 else MP3
    raise SourceRejected(_what_else(head))


def _after_id3(head: bytes) -> Format:
    size = (head[6] & 127) << 21 | (head[7] & 127) << 14 | (head[8] & 127) << 7 | head[9] & 127
    rest = head[10 + size :]
    if rest[:4] == b"fLaC":
        return FLAC
    if len(rest) > 1 and rest[0] == 0xFF and rest[1] & 0xF6 == 0xF0:
        return AAC
    return MP3


def _what_else(head: bytes) -> str:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(_PLAYLISTS):
        return (
            "The file is a list that names other files, not a sound; deposit the sounds themselves."
        )
    try:
        words = head[: len(head) & ~3].decode("utf-8", errors="strict")
    except UnicodeDecodeError as error:
        # a multi-byte character cut at the end of the head is still text
        words = "" if error.start < len(head) - 4 else "text"
    if words and "\x00" not in words:
        return "The file is text, not a sound, whatever its name says."
    if not any(head):
        return "The file begins with zeros only; no sound format does."
    shown = head[:8].hex(" ")
    return f"The file is in no sound format that is read here (it begins with {shown})."


def named(name: str) -> Format | None:
    """The format that `SoundInfo.format` names."""
    kinds = {kind.name: kind for kind in (*_IFF.values(), *(kind for _, _, kind in _MAGIC))}
    return ({"mp3": MP3, "aac": AAC} | kinds).get(name)


def plays_in_browser(kind: Format | None, codec: str, sample_rate: int, channels: int) -> bool:
    """True when every current browser plays such a file itself, at the speed it was recorded."""
    if kind is None:
        return False
    return codec in kind.browser_codecs and 8_000 <= sample_rate <= 48_000 and channels <= 2
