"""TTML: the W3C's timed text in XML (https://www.w3.org/TR/ttml2/), as far as words go.

Paragraphs are cues. Times may be a clock's, with a fraction or frames, or an offset in h, m, s, ms,
f or t; they count from where the paragraph's division begins. Speakers are `ttm:agent`s. Styles and
regions are read over. A document type is refused: entities are how small files grow.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from archive.annotations.cues import Cue, NotTimedText, TimedText, clock, refuse_huge

MIME_TYPE = "application/ttml+xml"

_TT = "http://www.w3.org/ns/ttml"
_PARAMETER = f"{_TT}#parameter"
_METADATA = f"{_TT}#metadata"
_XML = "http://www.w3.org/XML/1998/namespace"
_CLOCK = re.compile(r"(\d{2,}):(\d{2}):(\d{2})(?:\.(\d+)|:(\d{2,}))?", re.ASCII)
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)", re.ASCII)
_SPACES = re.compile(r"[ \t\n\r]+")
_TIMED = {"body", "div", "p", "span"}
DEEPEST = 50


def read(content: str | bytes) -> TimedText:
    """Read a document.

    Raises
    ------
    NotTimedText : no XML, or no TTML; the sentence says in which line.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    refuse_huge(len(data))
    reader = _Reader()
    parser = expat.ParserCreate(
        "utf-8" if isinstance(content, str) else None, namespace_separator=" "
    )
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.refuse_document_type
    parser.StartElementHandler = lambda name, attributes: reader.start(
        name, attributes, parser.CurrentLineNumber
    )
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat names it so
    except expat.ExpatError as error:
        raise NotTimedText(
            f"Line {error.lineno}: this is no XML ({expat.ErrorString(error.code)})."
        ) from None
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        raise NotTimedText(f"The document cannot be decoded: {str(error)[:80]}.") from None
    return reader.found.in_time()


def write(timed: TimedText) -> str:
    """Write cues, speakers, title and language."""
    speakers = {
        name: f"speaker-{number}"
        for number, name in enumerate(
            dict.fromkeys(cue.speaker for cue in timed.cues if cue.speaker), start=1
        )
    }
    language = quoteattr(timed.language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tt xmlns="{_TT}" xmlns:ttm="{_METADATA}" xml:lang={language} xml:space="preserve">',
        "<head><metadata>",
        *([f"<ttm:title>{escape(timed.title)}</ttm:title>"] if timed.title else []),
        *(
            f'<ttm:agent xml:id="{key}" type="person"><ttm:name type="full">{escape(name)}'
            "</ttm:name></ttm:agent>"
            for name, key in speakers.items()
        ),
        "</metadata></head>",
        "<body><div>",
        *(_paragraph(cue, speakers) for cue in timed.cues),
        "</div></body></tt>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _paragraph(cue: Cue, speakers: Mapping[str, str]) -> str:
    end = f' end="{clock(cue.end_s)}"' if cue.end_s is not None else ""
    agent = f' ttm:agent="{speakers[cue.speaker]}"' if cue.speaker else ""
    words = escape(cue.text).replace("\n", "<br/>")
    return f'<p begin="{clock(cue.start_s)}"{end}{agent}>{words}</p>'


@dataclass
class _Element:
    """One that is open: its time, and how it treats spaces."""

    name: str
    begin: Fraction
    end: Fraction | None
    keeps_spaces: bool
    #: Whether it or one around it says when it begins.
    is_timed: bool = False
    is_odd: bool = False


@dataclass
class _Paragraph:
    line: int
    at: _Element
    agent: str
    words: list[tuple[str, bool]] = field(default_factory=list)
    #: Of spans in it: when they begin and end, if the paragraph itself does not say.
    spans: list[tuple[Fraction, Fraction | None]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(words if keeps else _SPACES.sub(" ", words) for words, keeps in self.words)


class _Reader:
    def __init__(self) -> None:
        self.found = TimedText()
        self._open: list[_Element] = []
        self._paragraph: _Paragraph | None = None
        self._agents: dict[str, str] = {}
        self._agent = ""
        self._kept: list[str] | None = None
        self._frame_rate = Fraction(30)
        self._tick_rate = Fraction(1)

    def refuse_document_type(self, *_: object) -> None:
        raise NotTimedText("The document has a document type (DOCTYPE): take it out.")

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open and (local != "tt" or not space.startswith(_TT)):
            raise NotTimedText(f"Line {line}: this is XML, but no TTML: it begins with <{local}>.")
        if len(self._open) >= DEEPEST:
            raise NotTimedText(f"Line {line}: elements lie more than {DEEPEST} deep.")
        if local == "tt":
            self._read_parameters(attributes)
        element = self._timed(local, attributes, line)
        self._open.append(element)
        if local == "p":
            agent = attributes.get(f"{_METADATA} agent", "").split()
            self._paragraph = _Paragraph(line, element, agent[0] if agent else "")
        elif local == "br" and self._paragraph is not None:
            self._paragraph.words.append(("\n", True))
        elif local == "span" and self._paragraph is not None:
            self._read_span(self._paragraph, element, attributes)
        elif local == "agent":
            self._agent = attributes.get(f"{_XML} id", "")
        if local == "title" or (local == "name" and self._agent):
            self._kept = []

    def _read_span(
        self, paragraph: _Paragraph, span: _Element, attributes: Mapping[str, str]
    ) -> None:
        if "begin" in attributes:
            paragraph.spans.append((span.begin, span.end))
        if not paragraph.agent:
            paragraph.agent = attributes.get(f"{_METADATA} agent", "")

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self._open.pop()
        if local == "p" and self._paragraph is not None:
            self._close(self._paragraph)
            self._paragraph = None
        elif local == "title" and self._kept is not None:
            self.found.title = self.found.title or " ".join("".join(self._kept).split())
            self._kept = None
        elif local == "name" and self._kept is not None:
            self._agents[self._agent] = " ".join("".join(self._kept).split())
            self._kept = None
        elif local == "agent":
            self._agent = ""

    def characters(self, text: str) -> None:
        if self._kept is not None:
            self._kept.append(text)
        elif self._paragraph is not None and self._open[-1].name in {"p", "span"}:
            self._paragraph.words.append((text, self._open[-1].keeps_spaces))

    def _close(self, paragraph: _Paragraph) -> None:
        element = paragraph.at
        if element.is_odd:
            return
        begin, end, text = element.begin, element.end, paragraph.text
        if not element.keeps_spaces:
            text = "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")
        if not element.is_timed:
            if not paragraph.spans:
                if text:
                    self.found.refuse(paragraph.line, "The paragraph does not say when it begins.")
                return
            begin = min(start for start, _ in paragraph.spans)
            ends = [each for _, each in paragraph.spans]
            end = None if None in ends else max(each for each in ends if each is not None)
        speaker = self._agents.get(paragraph.agent, paragraph.agent)
        self.found.take(
            paragraph.line,
            Cue(float(begin), None if end is None else float(end), text, speaker),
        )

    def _timed(self, name: str, attributes: Mapping[str, str], line: int) -> _Element:
        """Return the element with its time on the document's own timeline."""
        around = self._open[-1] if self._open else _Element("", Fraction(0), None, False)  # noqa: FBT003 - a dataclass
        space = attributes.get(f"{_XML} space")
        keeps = around.keeps_spaces if space is None else space == "preserve"
        element = _Element(name, around.begin, around.end, keeps, around.is_timed, around.is_odd)
        if name not in _TIMED or element.is_odd:
            return element
        if attributes.get("timeContainer") == "seq":
            return self._odd(element, line, "parts that follow each other (seq) cannot be read")
        told = {each: attributes[each] for each in ("begin", "end", "dur") if each in attributes}
        times = {each: self._time(text) for each, text in told.items()}
        for each, time in times.items():
            if time is None:
                return self._odd(element, line, f"{told[each][:40]!r} is no time")
        if (begin := times.get("begin")) is not None:
            element.begin, element.is_timed = around.begin + begin, True
        if (end := times.get("end")) is not None:
            element.end = around.begin + end
        if (lasts := times.get("dur")) is not None:
            until = element.begin + lasts
            element.end = until if end is None or element.end is None else min(element.end, until)
        return element

    def _odd(self, element: _Element, line: int, why: str) -> _Element:
        self.found.refuse(line, f"In <{element.name}>: {why}.")
        element.is_odd = True
        return element

    def _time(self, text: str) -> Fraction | None:
        """Return seconds (section 12.3.1 of TTML2); None if it is no time."""
        text = text.strip()
        if len(text) > 40:
            return None
        if match := _CLOCK.fullmatch(text):
            hours, minutes, seconds, fraction, frames = match.groups()
            if int(minutes) > 59 or int(seconds) > 60:
                return None
            whole = Fraction((int(hours) * 60 + int(minutes)) * 60 + int(seconds))
            if fraction:
                return whole + Fraction(f"0.{fraction}")
            return whole + (int(frames) / self._frame_rate if frames else 0)
        if match := _OFFSET.fullmatch(text):
            metric = {
                "h": Fraction(3600),
                "m": Fraction(60),
                "s": Fraction(1),
                "ms": Fraction(1, 1000),
                "f": 1 / self._frame_rate,
                "t": 1 / self._tick_rate,
            }
            return Fraction(match[1]) * metric[match[2]]
        return None

    def _read_parameters(self, attributes: Mapping[str, str]) -> None:
        self.found.language = attributes.get(f"{_XML} lang", "").strip()
        rate = _positive(attributes.get(f"{_PARAMETER} frameRate"))
        multiplier = attributes.get(f"{_PARAMETER} frameRateMultiplier", "").split()
        if rate:
            self._frame_rate = rate
        if len(multiplier) == 2:
            above, below = (_positive(each) for each in multiplier)
            if above and below:
                self._frame_rate = self._frame_rate * above / below
        ticks = _positive(attributes.get(f"{_PARAMETER} tickRate"))
        # Without a tick rate: the frame rate if there is one, else 1 (section 7.2.14).
        self._tick_rate = ticks or (self._frame_rate if rate else Fraction(1))


def _positive(text: str | None) -> Fraction | None:
    return Fraction(text) if text and re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII) else None
