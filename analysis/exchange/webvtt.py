"""WebVTT: what browsers show beside a sound. Times to the millisecond, as the format has them."""

import re

from analysis.core.spans import Span
from analysis.exchange.document import Document, Format, OddFile
from analysis.exchange.layers import one_line, only_layer, read_back, read_document, span_of

_TIMES = re.compile(r"^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3}) --> (?:(\d+):)?(\d\d):(\d\d)\.(\d{3})")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def write(document: Document) -> bytes:
    """Return one layer as cues; a moment lasts a millisecond, the shortest that there is."""
    told = ["WEBVTT\n"]
    for span in only_layer(document).spans:
        start, end = _milliseconds(span.start_s), _milliseconds(span.end_s)
        text = one_line(span.label) or _number(span)
        for plain, coded in _ENTITIES:
            text = text.replace(plain, coded)
        told.append(f"\n{_clock(start)} --> {_clock(max(end, start + 1))}\n{text or '-'}\n")
    return "".join(told).encode()


def _number(span: Span) -> str:
    return "" if span.value is None else f"{span.value:g}"


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.{rest:03d}"


def read(data: bytes) -> Document:
    """Read cues; what else there may be in such a file is passed over.

    Raises
    ------
    OddFile : it does not begin with WEBVTT.
    """
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    if not text.startswith("WEBVTT"):
        raise OddFile("The first line: WEBVTT is wanted.")
    spans = []
    for block in re.split(r"\n{2,}", text)[1:]:
        lines = block.strip().split("\n")
        timed = ((n, _TIMES.match(line)) for n, line in enumerate(lines))
        at, found = next(((n, match) for n, match in timed if match), (0, None))
        if found is None:
            continue
        parts = [int(each or 0) for each in found.groups()]
        start, end = (h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (parts[:4], parts[4:]))
        said = " ".join(lines[at + 1 :])
        for plain, coded in reversed(_ENTITIES):
            said = said.replace(coded, plain)
        spans.append(span_of(start, end, "" if said == "-" else said))
    return read_document([read_back("cues", spans)])


FORMAT = Format("webvtt", "vtt", "text/vtt", "WebVTT", write, read, holds_marks_only=True)
