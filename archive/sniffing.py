"""What a file is, told by its content and never by its name.

The archive does not decode: who does (analysis, in its killable child) registers a probe when it
starts, and that one answers. Without it, as when the archive runs alone, the first bytes do: they
tell a sound from what is none, and leave open what only a decoder can say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import puremagic

from archive.errors import NotSound

HEAD = 4096


@dataclass(frozen=True)
class SoundFacts:
    """What was found in a file; None where nobody said.

    `format` is the container and `codec` what is in it, in the words of `analysis.io.formats`
    (wav, flac, ogg; pcm_s16, vorbis): `archive.playable` goes by them. A file that is not
    `is_whole` is kept as partial, with the `note`.
    """

    format: str
    codec: str
    mime_type: str
    sample_rate: int | None
    channels: int | None
    bit_depth: int | None
    frame_count: int | None
    duration_s: float | None
    is_whole: bool = True
    note: str = ""


#: Takes a path, raises NotSound with a plain reason that names no path.
SoundProbe = Callable[[Path], SoundFacts]

_registered: list[SoundProbe] = []
_glances: list[SoundProbe] = []


def register_probe(probe: SoundProbe, glance: SoundProbe | None = None) -> None:
    """Let `probe` answer from now on, and `glance` where the beginning is enough."""
    _registered[:] = [probe]
    _glances[:] = [glance] if glance else []


def probe(path: Path) -> SoundFacts:
    """Tell what sound the file holds.

    Raises
    ------
    NotSound : it holds none that can be read; the sentence says what it is instead.
    """
    return (_registered or [by_first_bytes])[-1](path)


def glance(path: Path) -> SoundFacts:
    """Tell what sound the file seems to hold: by its header and first samples, in little time.

    Its length is what the header says, and no damage is found: that is for `probe`.

    Raises
    ------
    NotSound : it holds none that can be read; the sentence says what it is instead.
    """
    return (_glances or [by_first_bytes])[-1](path)


#: puremagic's extension: container and media type.
_CONTAINERS = {
    ".wav": ("wav", "audio/wav"),
    ".aiff": ("aiff", "audio/aiff"),
    ".caf": ("caf", "audio/x-caf"),
    ".au": ("au", "audio/basic"),
    ".flac": ("flac", "audio/flac"),
    ".ogg": ("ogg", "audio/ogg"),
    ".oga": ("ogg", "audio/ogg"),
    ".mp3": ("mp3", "audio/mpeg"),
    ".mpga": ("mp3", "audio/mpeg"),
    ".aac": ("aac", "audio/aac"),
    ".m4a": ("mp4", "audio/mp4"),
    ".wvp": ("wavpack", "audio/x-wavpack"),
}


def by_first_bytes(path: Path) -> SoundFacts:
    """Tell the container from the first bytes; nothing of it is decoded."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise NotSound("The file is empty (0 bytes).")
    for extension in _likeliest(head):
        if extension in _CONTAINERS:
            name, mime_type = _CONTAINERS[extension]
            return SoundFacts(name, "", mime_type, None, None, None, None, None)
    raise NotSound(_what_else(head))


def _likeliest(head: bytes) -> list[str]:
    """Return the extensions that puremagic believes in most, all alike."""
    try:
        found = puremagic.magic_string(head)
    except puremagic.PureError:
        return []
    best = max(match.confidence for match in found)
    return [match.extension for match in found if match.confidence == best]


def _what_else(head: bytes) -> str:
    try:
        is_text = "\0" not in head[: len(head) & ~3].decode("utf-8")
    except UnicodeDecodeError:
        is_text = False
    if is_text:
        return "The file is text, not a sound, whatever its name says."
    return "The file is in no sound format that is known here."
