"""Lists in the formats that others read: CSV, M3U8, JSPF.

Titles are what people typed. A spreadsheet takes a cell that begins with `=` for a formula, and a
player takes a line for an address: neither is let through.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import orjson

from graphql_api.playlists.lines import Line

COLUMNS = ("number", "title", "code", "item", "start_s", "end_s", "length_s", "sound", "text")
#: With one of these a spreadsheet begins a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Head:
    """What a list says of itself."""

    iri: str
    title: str
    description: str
    #: The name that its owner shows; empty where they show none.
    owner: str


@dataclass(frozen=True)
class Format:
    """One kind of file."""

    mime_type: str
    write: Callable[[Head, Sequence[Line]], bytes]


def as_csv(_: Head, lines: Sequence[Line]) -> bytes:
    """Return a table (RFC 4180) in UTF-8, with a head."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, line in enumerate(lines, start=1):
        texts = (line.title, line.item.code or "", line.iri)
        seconds = (line.start_s, line.end_s, line.length_s)
        last = (line.address or "", line.text)
        writer.writerow(
            [
                number,
                *map(harmless, texts),
                *("" if each is None else f"{each:g}" for each in seconds),
                *map(harmless, last),
            ]
        )
    return out.getvalue().encode()


def as_m3u8(head: Head, lines: Sequence[Line]) -> bytes:
    """Return a playlist for players: what its reader hears, each with its address."""
    said = ["#EXTM3U", f"#PLAYLIST:{_one_line(head.title)}"]
    for line in lines:
        if line.address is None:
            continue
        length = -1 if line.length_s is None else round(line.length_s, 3)
        said += [f"#EXTINF:{length:g},{_one_line(line.title)}", line.address]
    return ("\n".join(said) + "\n").encode()


def as_jspf(head: Head, lines: Sequence[Line]) -> bytes:
    """Return a playlist as JSON (JSPF 1); tracks that one may not hear have no location."""
    about = {
        "title": head.title,
        "annotation": head.description,
        "creator": head.owner,
        "identifier": head.iri,
    }
    tracks = [_track(line, number) for number, line in enumerate(lines, start=1)]
    said = {"playlist": {**{name: text for name, text in about.items() if text}, "track": tracks}}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _track(line: Line, number: int) -> dict[str, object]:
    said: dict[str, object] = {
        "identifier": [line.iri],
        "title": line.title,
        "trackNum": number,
        "info": line.iri,
    }
    if line.address is not None:
        said["location"] = [line.address]
    if line.length_s is not None:
        said["duration"] = round(line.length_s * 1000)
    if line.text:
        said["annotation"] = line.text
    return said


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs.

    >>> harmless("=1+1"), harmless("Song"), harmless(" @x")
    ("'=1+1", 'Song', "' @x")
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _one_line(text: str) -> str:
    return " ".join(text.split())


FILES: Mapping[str, Format] = {
    "csv": Format("text/csv; charset=utf-8; header=present", as_csv),
    "m3u8": Format("audio/x-mpegurl; charset=utf-8", as_m3u8),
    "jspf": Format("application/json; charset=utf-8", as_jspf),
}
