"""Praat's TextGrid, in its long text form: a tier for each output."""

import re
from itertools import pairwise

from analysis.core.spans import Span
from analysis.exchange.document import Document, Format, OddFile, Told, text_of
from analysis.exchange.layers import apart, layers_of, read_document, span_of

_TOKEN = re.compile(r'"(?:[^"]|"")*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|<exists>')


def write(document: Document) -> bytes:
    """Return the layers as tiers: intervals for segments, points for events.

    Raises
    ------
    OddFile : there is no layer, or segments overlap.
    """
    layers = layers_of(document)
    end = max(document.duration_s, *(span.end_s for told in layers for span in told.spans), 0.001)
    told = [
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n',
        f"xmin = 0\nxmax = {text_of(end)}\ntiers? <exists>\nsize = {len(layers)}\nitem []:\n",
    ]
    for number, layer in enumerate(layers, 1):
        told.append(f"    item [{number}]:\n")
        told += _points(layer, end) if layer.kind == "events" else _intervals(layer, end)
    return "".join(told).encode()


def _points(layer: Told, end: float) -> list[str]:
    told = [_head("TextTier", layer.name, end, "points", len(layer.spans))]
    for number, span in enumerate(sorted(layer.spans, key=lambda span: span.start_s), 1):
        told.append(
            f"        points [{number}]:\n            number = {text_of(span.start_s)}\n"
            f"            mark = {_quoted(span.label)}\n"
        )
    return told


def _intervals(layer: Told, end: float) -> list[str]:
    filled = _filled(apart(layer), end)
    told = [_head("IntervalTier", layer.name, end, "intervals", len(filled))]
    for number, (start, until, label) in enumerate(filled, 1):
        told.append(
            f"        intervals [{number}]:\n            xmin = {text_of(start)}\n"
            f"            xmax = {text_of(until)}\n            text = {_quoted(label)}\n"
        )
    return told


def _filled(spans: tuple[Span, ...], end: float) -> list[tuple[float, float, str]]:
    """Return intervals that leave no gap, as Praat wants them; a gap bears no text."""
    filled: list[tuple[float, float, str]] = []
    at = 0.0
    for span in spans:
        if span.start_s > at:
            filled.append((at, span.start_s, ""))
        if span.duration_s > 0:
            filled.append((span.start_s, span.end_s, span.label))
        at = max(at, span.end_s)
    if at < end:
        filled.append((at, end, ""))
    return filled


def _head(of: str, name: str, end: float, what: str, size: int) -> str:
    return (
        f'        class = "{of}"\n        name = {_quoted(name)}\n        xmin = 0\n'
        f"        xmax = {text_of(end)}\n        {what}: size = {size}\n"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def read(data: bytes) -> Document:
    """Read a TextGrid in the long or the short text form, UTF-8 or UTF-16.

    Raises
    ------
    OddFile
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        tokens = _Tokens(_TOKEN.findall(_without_names(data.decode(encoding))))
        if tokens.text() != "ooTextFile" or tokens.text() != "TextGrid":
            raise OddFile("This is no TextGrid.")
        _, end = tokens.number(), tokens.number()
        tokens.next()  # <exists>
        layers = [_tier(tokens) for _ in range(int(tokens.number()))]
    except (IndexError, ValueError, UnicodeDecodeError) as error:
        raise OddFile(f"The TextGrid ends too soon or is damaged: {error}.") from error
    return read_document(layers, end)


def _without_names(text: str) -> str:
    """Leave out the indices of the long form: their numbers are no values."""
    outside = re.compile(r'("(?:[^"]|"")*")|\[\d*\]')
    return outside.sub(lambda found: found.group(1) or "", text)


def _tier(tokens: "_Tokens") -> Told:
    of, name = tokens.text(), tokens.text()
    tokens.number(), tokens.number()
    size = int(tokens.number())
    if of == "TextTier":
        spans = [Span(tokens.number(), 0.0, tokens.text()) for _ in range(size)]
        return Told(name, "events", spans=tuple(spans))
    found = [(tokens.number(), tokens.number(), tokens.text()) for _ in range(size)]
    for before, after in pairwise(found):
        if after[0] < before[1] - 1e-9:
            raise OddFile(f"Tier {name!r}: intervals overlap at {after[0]:g} s.")
    return Told(name, "segments", spans=tuple(span_of(*each) for each in found if each[2]))


class _Tokens:
    """The values of a TextGrid, one after the other, whatever stands between them."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at = tokens, 0

    def next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def number(self) -> float:
        return float(self.next())

    def text(self) -> str:
        token = self.next()
        if not token.startswith('"'):
            raise ValueError(f"a text is wanted where {token} stands")
        return token[1:-1].replace('""', '"')


FORMAT = Format(
    "textgrid", "TextGrid", "text/plain", "Praat TextGrid", write, read, holds_marks_only=True
)
