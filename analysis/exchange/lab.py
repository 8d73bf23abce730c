"""LAB: one label a line, `start end label`, as in MIREX and HTK's tools (times in seconds)."""

from analysis.exchange.document import Document, Format, OddFile, number_in, text_of
from analysis.exchange.layers import one_line, only_layer, read_back, read_document, span_of

_NOTHING = "-"


def write(document: Document) -> bytes:
    """Return one layer as lines."""
    lines = [
        f"{text_of(span.start_s)} {text_of(span.end_s)} {one_line(span.label) or _NOTHING}"
        for span in only_layer(document).spans
    ]
    return ("\n".join(lines) + "\n" if lines else "").encode()


def read(data: bytes) -> Document:
    """Read it back.

    Raises
    ------
    OddFile
    """
    spans = []
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        parts = line.split(maxsplit=2)
        start, end = (number_in(part, f"Line {number}") for part in [*parts, "", ""][:2])
        if start is None or end is None:
            raise OddFile(f"Line {number}: two times and a label are wanted.")
        label = parts[2].strip() if len(parts) > 2 else ""
        spans.append(span_of(start, end, "" if label == _NOTHING else label))
    return read_document([read_back("labels", spans)])


FORMAT = Format("lab", "lab", "text/plain", "LAB", write, read, holds_marks_only=True)
