"""LRC: lyrics, one line of text each, with the time at which it begins.

A line lasts until the next one begins; a line without words ends the one before it; the last is
open. ``[ti:…]`` is the title, ``[la:…]`` the language, ``[offset:±ms]`` moves the whole earlier.
Several times before one text repeat it. Times of single words (enhanced LRC) are read over.

    [ti:Berceuse]
    [00:12.00]Dodo, l'enfant do
    [00:15.30]
"""

import re
from itertools import zip_longest

from archive.annotations.cues import (
    LATEST_S,
    MOST_CUES,
    Cue,
    NotTimedText,
    TimedText,
    clock,
    lines_of,
    milliseconds,
)

MIME_TYPE = "application/x-lrc"

_TIME = re.compile(r"\[(\d{1,5}):(\d{1,2})(?:[.:](\d{1,3}))?\]")
_TAG = re.compile(r"\[([A-Za-z#][A-Za-z0-9_# ]*):(.*)\]\s*")
_WORD_TIME = re.compile(r"<\d{1,5}:\d{1,2}(?:[.:]\d{1,3})?>[ ]?")
_BROKEN_TIME = re.compile(r"\[\d+:[^\]]*\]")


def read(text: str) -> TimedText:
    """Read a file's text: good lines, and what is wrong with others."""
    found = TimedText()
    begun: list[tuple[float, int, str]] = []
    offset_s = 0.0
    for number, line in enumerate(lines_of(text), start=1):
        times, words = _times(line)
        if times:
            if _BROKEN_TIME.match(words):
                found.refuse(number, f"{words[:20]!r} is no time: write [mm:ss.xx].")
            else:
                begun += [(at, number, words) for at in times]
                if len(begun) > 2 * MOST_CUES:  # each may be ended by a line without words
                    raise NotTimedText(
                        f"Line {number}: a track holds at most {MOST_CUES} cues; split the file."
                    )
        elif tag := _TAG.fullmatch(line.strip()):
            offset_s = _tagged(found, tag[1].strip().lower(), tag[2].strip(), offset_s, number)
        elif line.strip():
            found.refuse(number, f"The line does not begin with a time: {line.strip()[:40]!r}.")
    _close(found, [(max(0.0, at - offset_s), number, words) for at, number, words in begun])
    return found.in_time()


def write(timed: TimedText) -> str:
    """Write what LRC can say: no speakers, no overlaps, text on one line each."""
    lines = [f"[{tag}:{value}]" for tag, value in _tags(timed) if value]
    cues = timed.cues
    for cue, following in zip_longest(cues, cues[1:]):
        words = " ".join(cue.text.split("\n"))
        lines.append(f"[{clock(cue.start_s, hours=False)}]{words}")
        ends = cue.end_s
        if ends is not None and (
            following is None or milliseconds(ends) < milliseconds(following.start_s)
        ):
            lines.append(f"[{clock(ends, hours=False)}]")
    return "".join(f"{line}\n" for line in lines)


def _tags(timed: TimedText) -> list[tuple[str, str]]:
    return [("ti", " ".join(timed.title.split())), ("la", timed.language)]


def _times(line: str) -> tuple[list[float], str]:
    """Return the times before a line's text, in seconds, and the text."""
    at, times = 0, []
    while match := _TIME.match(line, at):
        minutes, seconds, fraction = match.groups()
        if int(seconds) >= 60:
            break
        thousandths = int((fraction or "0").ljust(3, "0"))
        times.append((int(minutes) * 60_000 + int(seconds) * 1000 + thousandths) / 1000)
        at = match.end()
    return times, _WORD_TIME.sub("", line[at:]).strip(" \t") if times else line


def _tagged(found: TimedText, tag: str, value: str, offset_s: float, line: int) -> float:
    if tag == "ti":
        found.title = value
    elif tag == "la":
        found.language = value
    elif tag == "offset":
        try:
            shift = int(value) / 1000
        except ValueError:
            shift = LATEST_S
        if abs(shift) < LATEST_S:
            return shift
        found.refuse(line, f"The offset {value[:20]!r} is no number of milliseconds.")
    return offset_s


def _close(found: TimedText, begun: list[tuple[float, int, str]]) -> None:
    """Give each line its end: where the next one begins."""
    begun.sort(key=lambda each: each[0])
    ends = (at for at, _, _ in begun[1:])
    for (at, number, words), end in zip_longest(begun, ends):
        if words:
            found.take(number, Cue(at, end, words))
