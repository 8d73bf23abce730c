"""The formats of timed text: which there are, which one a file is, how it is read and written."""

from collections.abc import Callable
from dataclasses import dataclass

from archive.annotations import lrc, ttml, webvtt
from archive.annotations.cues import NotTimedText, TimedText, decoded


@dataclass(frozen=True)
class Format:
    """One format; `name` stands in `Track.format`, the extension in addresses and file names."""

    name: str
    extension: str
    mime_type: str
    read: Callable[[bytes], TimedText]
    write: Callable[[TimedText], str]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("lrc", "lrc", lrc.MIME_TYPE, lambda data: lrc.read(decoded(data)), lrc.write),
        Format(
            "webvtt", "vtt", webvtt.MIME_TYPE, lambda data: webvtt.read(decoded(data)), webvtt.write
        ),
        Format("ttml", "ttml", ttml.MIME_TYPE, ttml.read, ttml.write),
    )
}
BY_EXTENSION = {each.extension: each for each in FORMATS.values()} | {
    "dfxp": FORMATS["ttml"],
    "xml": FORMATS["ttml"],
}


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises
    ------
    NotTimedText : there is none.
    """
    if name not in FORMATS:
        raise NotTimedText(f"{name[:20]!r} is no format of timed text: {', '.join(FORMATS)} are.")
    return FORMATS[name]


def recognised(content: bytes, file_name: str = "") -> Format:
    """Say by its first words, and where they are silent by its name, what a file is.

    Raises
    ------
    NotTimedText : it is none of the formats, or empty.
    """
    begins = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if begins.startswith(b"WEBVTT"):
        return FORMATS["webvtt"]
    if begins.startswith(b"<"):
        return FORMATS["ttml"]
    named = BY_EXTENSION.get(file_name.rpartition(".")[2].lower())
    if named is not None and begins:
        return named
    if begins.startswith(b"["):
        return FORMATS["lrc"]
    raise NotTimedText(
        "This is no timed text: an LRC file has lines such as [00:12.00]words, "
        'a WebVTT file begins with "WEBVTT", TTML is XML.'
    )
