"""What formats of labels have in common: layers of marks, and what they cannot hold."""

from itertools import pairwise

from analysis.core.spans import Span
from analysis.exchange.document import Document, OddFile, Told


def layers_of(document: Document) -> tuple[Told, ...]:
    """Return the outputs that become layers.

    Raises
    ------
    OddFile : there are none.
    """
    layers = document.marks()
    if not layers:
        raise OddFile(
            f"{document.processor} found neither events nor segments; this format holds only those."
        )
    return layers


def only_layer(document: Document) -> Told:
    """Return the one output that becomes the file.

    Raises
    ------
    OddFile : there is none, or there are several.
    """
    layers = layers_of(document)
    if len(layers) > 1:
        names = ", ".join(each.name for each in layers)
        raise OddFile(f"This format holds one layer; choose one of {names}.")
    return layers[0]


def apart(told: Told) -> tuple[Span, ...]:
    """Return the spans in the order of time, none over another.

    Raises
    ------
    OddFile : two of them overlap.
    """
    spans = tuple(sorted(told.spans, key=lambda span: (span.start_s, span.duration_s)))
    for before, after in pairwise(spans):
        if after.start_s < before.end_s - 1e-9:
            raise OddFile(
                f"{told.name}: what begins at {after.start_s:g} s overlaps what ends at "
                f"{before.end_s:g} s; this format has no overlaps."
            )
    return spans


def one_line(text: str) -> str:
    """Return a label without breaks and tabs, which end it in formats of lines."""
    return " ".join(text.split())


def span_of(start: float, end: float, label: str) -> Span:
    """Return a stretch, by its two ends.

    Raises
    ------
    OddFile : it ends before it begins.
    """
    if not 0 <= start <= end:
        raise OddFile(f"A label from {start:g} to {end:g} s cannot be.")
    return Span(start, end - start, label)


def read_back(name: str, spans: list[Span], *, title: str = "") -> Told:
    """Return a layer that was read: events where nothing in it lasts."""
    lasting = any(span.duration_s > 0 for span in spans)
    return Told(name, "segments" if lasting else "events", title, spans=tuple(spans))


def read_document(layers: list[Told], duration_s: float = 0.0) -> Document:
    """Return a document of layers that somebody else wrote."""
    return Document("", "", tuple(layers), duration_s=duration_s)
