"""Triples of a file, faults and all: what can be read is read, the rest is reported by line.

Vocabularies are edited by hand. One misplaced full stop in seven thousand lines is a fault of that
entry, not of the file: the parser goes on behind it. In Turtle as people lay it out, the next line
shows how the one before should have ended (a comma, a semicolon, a full stop); where more can be
read so, it is, and the report says at which lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from archive.errors import ArchiveError
from archive.importers.records import Problem

#: The largest file that is read: all of it is held at once.
LARGEST = 200_000_000
MOST_FAULTS = 100

#: Lines that go on with an entry (another value, the next predicate with its first value), or begin
#: another.
_VALUE = re.compile(r"[ \t]+\"")
_PREDICATE = re.compile(r"[ \t]+(?:a|[\w-]*:[\w-]+|<[^<>\s]*>)[ \t]+[\"<\w]")
_ENDS_IN_TEXT = re.compile(r"\"(?:@[\w-]+|\^\^\S+)?$")
_SUBJECT = re.compile(r"(?:[\w-]*:|<)")


class OddRdf(ArchiveError):
    """A file that cannot be read as RDF."""

    code = "ODD_RDF"


def read_rdf(path: Path) -> tuple[list[Any], list[Problem]]:
    """Return a file's triples, and what could not be read.

    Raises
    ------
    OddRdf : there is no such file, it is too large, or it is none of the forms that are known.
    """
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
    if form is None:
        raise OddRdf(f"{path.name}: use Turtle (.ttl), N-Triples (.nt), .rdf or .jsonld.")
    try:
        if path.stat().st_size > LARGEST:
            raise OddRdf(f"{path.name} is larger than {LARGEST:,} bytes: split it.")
        data = path.read_bytes()
    except OSError as error:
        raise OddRdf(f"{path.name} cannot be read: {error.strerror}.") from error
    triples, faults = _parsed(data, form)
    if faults and form == ox.RdfFormat.TURTLE:
        mended, lines = _mended(data)
        again, left = _parsed(mended, form)
        if len(left) < len(faults):
            triples, faults = again, left
            faults += [
                f"line {line} ends otherwise than the line after it demands; it was read as meant"
                for line in lines
            ]
    return triples, [Problem(path.name, f"{fault}.") for fault in faults]


def _parsed(data: bytes, form: ox.RdfFormat) -> tuple[list[Any], list[str]]:
    triples: list[Any] = []
    faults: list[str] = []
    reading = iter(ox.parse(input=data, format=form))
    while len(faults) < MOST_FAULTS:
        try:
            triples.extend(_some(reading))
            break
        except (SyntaxError, ValueError) as error:
            faults.append(str(error))
    return triples, faults


def _some(reading: Iterator[Any]) -> Iterator[Any]:
    yield from reading


def _mended(data: bytes) -> tuple[bytes, list[int]]:
    """Return Turtle with the stops within entries as they were meant, and the lines mended."""
    text = data.decode("utf-8", "replace")
    if '"""' in text or "'''" in text:  # a text of several lines may hold anything
        return data, []
    lines = text.splitlines()
    mended: list[int] = []
    spoken = [number for number, line in enumerate(lines) if line.strip()]
    for number, after in pairwise(spoken):
        line, meant = lines[number].rstrip(), _meant(lines[after], is_apart=after - number > 1)
        stop = line[-1] if line.endswith((".", ",", ";")) else ""
        is_whole = bool(stop) or len(line.split()) > 1 or _ENDS_IN_TEXT.search(line)
        if meant and is_whole and stop != meant and not line.lstrip().startswith(("#", "@")):
            lines[number] = line.removesuffix(stop).rstrip() + f" {meant}"
            mended.append(number + 1)
    return "\n".join(lines).encode(), mended


def _meant(following: str, *, is_apart: bool) -> str:
    """Return how a line must end so that the one that follows it can stand there."""
    if _VALUE.match(following):
        return ","
    if _PREDICATE.match(following):
        return ";"
    return "." if is_apart and _SUBJECT.match(following) else ""
