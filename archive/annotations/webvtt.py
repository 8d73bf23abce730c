"""WebVTT: what browsers show beside a sound (W3C, https://www.w3.org/TR/webvtt1/).

Voices (``<v Name>``) are speakers; other tags are read over, character references are read. What
this module writes it reads again to the millisecond: a moment, which WebVTT does not know, is a
cue of one thousandth of a second whose identifier begins with ``moment-``.
"""

import html
import re

from archive.annotations.cues import (
    Cue,
    NotTimedText,
    TimedText,
    clock,
    lines_of,
    milliseconds,
)

MIME_TYPE = "text/vtt"

_MOMENT = "moment-"
_MOMENT_LASTS_MS = 1
_TIME = r"(?:(\d{2,6}):)?(\d{2}):(\d{2})\.(\d{3})"
_TIMING = re.compile(rf"[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(?:[ \t\f].*)?", re.ASCII)
_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.[^ \t\n]*)?[ \t]+(.*)", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
#: A class that says nothing: what stands for an empty line within a cue, which would end it.
_EMPTY_LINE = "<c></c>"
_READ_OVER = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


def read(text: str) -> TimedText:
    """Read a file's text.

    Raises
    ------
    NotTimedText : its first line does not say that it is WebVTT.
    """
    lines = lines_of(text.removeprefix("\ufeff"))
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise NotTimedText('Line 1: a WebVTT file begins with the word "WEBVTT".')
    found = TimedText(title=lines[0][6:].strip().removeprefix("-").strip())
    block: list[str] = []
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line:
            block.append(line)
            continue
        if block:
            _read_block(found, block, number - len(block))
        block = []
    return found.in_time()


def write(timed: TimedText) -> str:
    """Write cues, speakers and the title."""
    title = " ".join(timed.title.replace("-->", "→").split())
    language = f"Language: {timed.language}\n" if timed.language else ""
    blocks = [f"WEBVTT{' - ' if title else ''}{title}\n{language}"]
    blocks += [_block(number, cue) for number, cue in enumerate(timed.cues, start=1)]
    return "\n".join(blocks)


def _block(number: int, cue: Cue) -> str:
    is_moment = cue.end_s is None
    start = milliseconds(cue.start_s)
    end = start + _MOMENT_LASTS_MS if cue.end_s is None else milliseconds(cue.end_s)
    lines = [f"{_MOMENT if is_moment else ''}{number}"]
    lines.append(f"{clock(start / 1000)} --> {clock(end / 1000)}")
    voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
    if cue.text or voice:
        words = [_escaped(line) for line in cue.text.split("\n")]
        words[0] = voice + words[0]
        lines += [line or _EMPTY_LINE for line in words]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _read_block(found: TimedText, block: list[str], first: int) -> None:
    """Read one block of lines: a cue, or what is read over."""
    timing = next((i for i, line in enumerate(block[:2]) if "-->" in line), None)
    if timing is None:
        # The first block may be the header's own lines, such as "Language: fr".
        header = dict(re.findall(r"^(\w+): *(.+)$", "\n".join(block), re.MULTILINE))
        if first == 2 and header:
            found.language = header.get("Language", "").strip()
        elif not _READ_OVER.match(block[0]):
            found.refuse(first, f"There is no time in this block: {block[0][:40]!r}.")
        return
    match = _TIMING.fullmatch(block[timing])
    if match is None:
        found.refuse(
            first + timing,
            f"{block[timing][:40]!r} is no time: write 00:01:02.300 --> 00:01:04.000.",
        )
        return
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if start is None or end is None:
        found.refuse(first + timing, "A minute and a second are at most 59.")
        return
    is_moment = timing == 1 and block[0].startswith(_MOMENT)
    if is_moment and milliseconds(end) == milliseconds(start) + _MOMENT_LASTS_MS:
        end = None
    for text, speaker in _voices("\n".join(block[timing + 1 :])):
        found.take(first + timing, Cue(start, end, text, speaker))


def _seconds(parts: tuple[str | None, ...]) -> float | None:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    if minutes > 59 or seconds > 59:
        return None
    return ((hours * 60 + minutes) * 60_000 + seconds * 1000 + thousandths) / 1000


def _voices(marked: str) -> list[tuple[str, str]]:
    """Return what each speaker of a cue says, without tags, and the speaker's name."""
    spoken: list[tuple[list[str], str]] = [([], "")]
    at = 0
    for tag in _TAG.finditer(marked):
        spoken[-1][0].append(marked[at : tag.start()])
        at = tag.end()
        if voice := _VOICE.fullmatch(tag[1]):
            spoken.append(([], " ".join(_unescaped(voice[1]).split())))
    spoken[-1][0].append(marked[at:])
    said = [(_unescaped("".join(words)), speaker) for words, speaker in spoken]
    if len(said) == 1:
        return said
    # What stands before the first voice is somebody's only if it is more than a line's end.
    several = len(said) > 2
    return [
        (text.strip("\n") if several else text, speaker)
        for text, speaker in said
        if speaker or text.strip()
    ]


def _unescaped(text: str) -> str:
    """Read references that end in a semicolon; a lone ampersand stays."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
