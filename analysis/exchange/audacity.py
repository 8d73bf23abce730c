"""Audacity's label track: `start TAB end TAB label`, in seconds."""

from analysis.exchange.document import Document, Format, OddFile, number_in, text_of
from analysis.exchange.layers import one_line, only_layer, read_back, read_document, span_of


def write(document: Document) -> bytes:
    """Return one layer as a label track."""
    lines = [
        f"{text_of(span.start_s)}\t{text_of(span.end_s)}\t{one_line(span.label)}\n"
        for span in only_layer(document).spans
    ]
    return "".join(lines).encode()


def read(data: bytes) -> Document:
    """Read a label track; lines that begin with a backslash (frequencies) are passed over.

    Raises
    ------
    OddFile
    """
    spans = []
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("\\"):
            continue
        parts = line.split("\t", 2)
        start, end = (number_in(part, f"Line {number}") for part in [*parts, "", ""][:2])
        if start is None or end is None:
            raise OddFile(f"Line {number}: two times with a tab between them are wanted.")
        spans.append(span_of(start, end, parts[2] if len(parts) > 2 else ""))
    return read_document([read_back("labels", spans)])


FORMAT = Format(
    "audacity", "txt", "text/plain", "Audacity labels", write, read, holds_marks_only=True
)
