"""What formats of labels have in common: layers of marks, and what they cannot hold."""

from collections.abc import Sequence
from dataclasses import replace
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
            f"{document.processor or 'These results'} found neither events nor segments; "
            "this format holds only those."
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


def joined(documents: Sequence[Document]) -> Document:
    """Return the layers of several results of one item as one document, on the item's timeline.

    A layer is named `processor.output`, of a stem beside the item's timeline `…/stem`; what
    several parts tell of the same is one layer.
    """
    layers: dict[str, Told] = {}
    for document in documents:
        for told in document.marks():
            name = f"{document.processor}.{told.name}"
            name += f"/{document.stem}" if document.stem else ""
            spans = tuple(
                span._replace(start_s=span.start_s + document.begins_s) for span in told.spans
            )
            before = layers.get(name)
            layers[name] = replace(
                told, name=name, spans=(*before.spans, *spans) if before else spans
            )
    first = documents[0]
    if len({(each.processor, each.version) for each in documents}) > 1:
        first = replace(first, processor="", version="")
    ends = max(each.begins_s + each.duration_s for each in documents)
    return replace(first, iri="", begins_s=0.0, duration_s=ends, outputs=tuple(layers.values()))


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
