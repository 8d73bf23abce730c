"""Timed text, whatever file it stands in: cues, what is wrong with others, and the limits.

Readers never stop at the first odd line: they give the good cues and, beside them, one problem per
bad one, with its line. There is a small reader for each format here because none of the libraries
at hand does that: webvtt-py raises at the first odd cue and drops voices in nested tags, pycaption
and ttconv map onto models of rendered captions (regions, styles) that lose speakers and open ends,
and what reads LRC is unkept.
"""

import codecs
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from archive.errors import ArchiveError

#: Ten hours of speech in short lines are some 20,000 cues and 2 MB.
MOST_CUES = 50_000
MOST_BYTES = 10_000_000
LONGEST_CUE = 10_000
LONGEST_SPEAKER = 120
#: 1,000 hours: what lies beyond is a slip of the pen.
LATEST_S = 3_600_000.0
#: Problems told one by one; the rest is counted.
MOST_PROBLEMS = 100

#: What neither PostgreSQL nor XML can hold, and line ends that are none of ours.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class NotTimedText(ArchiveError):
    """A file that is none of the formats, or too large to be taken."""

    code = "NOT_TIMED_TEXT"


@dataclass(frozen=True)
class Cue:
    """A text for a stretch of time ``[start_s, end_s)``; without an end it is a moment."""

    start_s: float
    end_s: float | None = None
    text: str = ""
    speaker: str = ""
    #: Where it stands in the file that it came from; nothing of what it says.
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Problem:
    """One cue that was left out, or something in it; lines are counted from 1."""

    line: int
    message: str


@dataclass
class TimedText:
    """What a file says: its cues in the order of time, and what could not be read."""

    cues: list[Cue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    title: str = ""
    language: str = ""
    #: Problems beyond the first `MOST_PROBLEMS`.
    problems_untold: int = 0

    def refuse(self, line: int, message: str) -> None:
        """Write a problem down."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line, message))
        else:
            self.problems_untold += 1

    def take(self, line: int, cue: Cue) -> None:
        """Take a cue in if it can be; else write down why not.

        Raises
        ------
        NotTimedText : there are too many.
        """
        if "\r" in cue.text:  # by a character reference
            cue = replace(cue, text="\n".join(lines_of(cue.text)))
        why = _odd(cue)
        if why:
            self.refuse(line, why)
            return
        if len(self.cues) >= MOST_CUES:
            raise NotTimedText(
                f"Line {line}: a track holds at most {MOST_CUES} cues; split the file."
            )
        self.cues.append(replace(cue, line=line))

    def leave_out(self, why: Callable[[Cue], str | None]) -> None:
        """Leave out the cues about which there is something to say, and write it down."""
        good = []
        for cue in self.cues:
            sentence = why(cue)
            if sentence:
                self.refuse(cue.line, sentence)
            else:
                good.append(cue)
        self.cues = good

    def in_time(self) -> "TimedText":
        """Put the cues in the order of time; those that begin together stay as they stood."""
        self.cues.sort(key=lambda cue: cue.start_s)
        return self

    @property
    def problem_count(self) -> int:
        return len(self.problems) + self.problems_untold


def _odd(cue: Cue) -> str | None:
    if not math.isfinite(cue.start_s) or cue.start_s < 0:
        return "The cue begins before the recording does."
    if cue.start_s > LATEST_S or (cue.end_s or 0) > LATEST_S:
        return f"The cue lies beyond {LATEST_S / 3600:.0f} hours."
    if cue.end_s is not None and cue.end_s < cue.start_s:
        return f"The cue ends at {cue.end_s:.3f} s, before it begins at {cue.start_s:.3f} s."
    if len(cue.text) > LONGEST_CUE:
        return f"The cue has {len(cue.text)} characters; {LONGEST_CUE} are possible."
    if len(cue.speaker) > LONGEST_SPEAKER:
        return f"The speaker's name has more than {LONGEST_SPEAKER} characters."
    if _UNWRITABLE.search(cue.text) or _UNWRITABLE.search(cue.speaker):
        return "The cue holds a character that cannot be written."
    return None


def decoded(content: bytes) -> str:
    """Return the text of a file, in UTF-8 or, if its first bytes say so, UTF-16.

    Raises
    ------
    NotTimedText : too large, or no text; the sentence says where.
    """
    refuse_huge(len(content))
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotTimedText(
            f"Line {line} is not text in UTF-8: save the file as UTF-8 and send it again."
        ) from None


def refuse_huge(size: int) -> None:
    """Refuse a file before it is read.

    Raises
    ------
    NotTimedText : it is larger than any that could be taken.
    """
    if size > MOST_BYTES:
        raise NotTimedText(
            f"The file has {size} bytes; timed text of up to {MOST_BYTES} is taken. Split it."
        )


def lines_of(text: str) -> list[str]:
    """Return the lines; only CR and LF end one, so that U+2028 stays what it is: text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def milliseconds(seconds: float) -> int:
    """Return the time as files write it, to the nearest thousandth.

    >>> milliseconds(0.0005), milliseconds(61.2)
    (0, 61200)
    """
    return round(seconds * 1000)


def clock(seconds: float, *, hours: bool = True) -> str:
    """Return the time as ``hh:mm:ss.mmm``, or ``mm:ss.mmm`` with as many minutes as it takes.

    >>> clock(3723.5), clock(3723.5, hours=False)
    ('01:02:03.500', '62:03.500')
    """
    whole, thousandths = divmod(milliseconds(seconds), 1000)
    minutes, second = divmod(whole, 60)
    if not hours:
        return f"{minutes:02}:{second:02}.{thousandths:03}"
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}.{thousandths:03}"
