"""ELAN's EAF 3.0: a tier of time-aligned annotations for each output; times in milliseconds."""

from xml.etree import ElementTree as Tree

from analysis.core.spans import Span
from analysis.exchange.document import Document, Format, OddFile, Told
from analysis.exchange.layers import apart, layers_of, read_back, read_document, span_of
from analysis.exchange.parsing import element_of, written

_TYPE = "default-lt"


def write(document: Document) -> bytes:
    """Return the layers as tiers. A moment lasts a millisecond, the shortest that there is.

    Raises
    ------
    OddFile : there is no layer, or spans overlap.
    """
    root = Tree.Element(
        "ANNOTATION_DOCUMENT",
        AUTHOR="",
        DATE=document.computed_at or "1970-01-01T00:00:00+00:00",
        FORMAT="3.0",
        VERSION="3.0",
    )
    header = Tree.SubElement(root, "HEADER", MEDIA_FILE="", TIME_UNITS="milliseconds")
    if document.item:
        Tree.SubElement(
            header, "MEDIA_DESCRIPTOR", MEDIA_URL=document.item, MIME_TYPE="audio/x-wav"
        )
    order = Tree.SubElement(root, "TIME_ORDER")
    slots = annotations = 0
    for layer in layers_of(document):
        tier = Tree.SubElement(
            root, "TIER", TIER_ID=layer.name, LINGUISTIC_TYPE_REF=_TYPE, ANNOTATOR=_maker(document)
        )
        for span in apart(layer):
            annotations += 1
            ends = _milliseconds(span)
            for number, at in enumerate(ends, slots + 1):
                Tree.SubElement(order, "TIME_SLOT", TIME_SLOT_ID=f"ts{number}", TIME_VALUE=str(at))
            outer = Tree.SubElement(tier, "ANNOTATION")
            aligned = Tree.SubElement(
                outer,
                "ALIGNABLE_ANNOTATION",
                ANNOTATION_ID=f"a{annotations}",
                TIME_SLOT_REF1=f"ts{slots + 1}",
                TIME_SLOT_REF2=f"ts{slots + 2}",
            )
            Tree.SubElement(aligned, "ANNOTATION_VALUE").text = span.label
            slots += 2
    Tree.SubElement(
        root,
        "LINGUISTIC_TYPE",
        LINGUISTIC_TYPE_ID=_TYPE,
        TIME_ALIGNABLE="true",
        GRAPHIC_REFERENCES="false",
    )
    return written(root)


def _maker(document: Document) -> str:
    return f"{document.processor} {document.version}".strip()


def _milliseconds(span: Span) -> tuple[int, int]:
    start = round(span.start_s * 1000)
    return start, max(start + 1, round(span.end_s * 1000))


def read(data: bytes) -> Document:
    """Read the tiers whose annotations have times of their own.

    Raises
    ------
    OddFile
    """
    root = element_of(data, "ANNOTATION_DOCUMENT")
    slots = {
        slot.get("TIME_SLOT_ID", ""): slot.get("TIME_VALUE")
        for slot in root.iterfind("TIME_ORDER/TIME_SLOT")
    }
    layers: list[Told] = []
    for tier in root.iterfind("TIER"):
        spans = []
        for aligned in tier.iterfind("ANNOTATION/ALIGNABLE_ANNOTATION"):
            ends = [slots.get(aligned.get(f"TIME_SLOT_REF{n}", "")) for n in (1, 2)]
            if ends[0] is None or ends[1] is None:
                raise OddFile(f"Annotation {aligned.get('ANNOTATION_ID')} has no times.")
            start, end = (int(each) / 1000 for each in ends if each is not None)
            spans.append(span_of(start, end, aligned.findtext("ANNOTATION_VALUE") or ""))
        layers.append(read_back(tier.get("TIER_ID", ""), spans))
    return read_document(layers)


FORMAT = Format("eaf", "eaf", "text/x-eaf+xml", "ELAN", write, read, holds_marks_only=True)
