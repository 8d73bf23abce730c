"""Sonic Visualiser's layers (SVL): points in sample frames, a model for each output."""

from xml.etree import ElementTree as Tree

from analysis.core.spans import Span
from analysis.exchange.document import Document, Format, OddFile, Told, number_in, text_of
from analysis.exchange.layers import layers_of, read_back, read_document
from analysis.exchange.parsing import element_of, written

#: Frames a second: times are kept to a microsecond whatever the sound's own rate is.
RATE = 1_000_000


def write(document: Document) -> bytes:
    """Return a model of points without duration for events, of regions for segments."""
    root = Tree.Element("sv")
    data = Tree.SubElement(root, "data")
    display = Tree.SubElement(root, "display")
    for number, layer in enumerate(layers_of(document)):
        regions = layer.kind == "segments"
        Tree.SubElement(
            data,
            "model",
            {
                "id": str(2 * number),
                "name": layer.name,
                "sampleRate": str(RATE),
                "start": "0",
                "end": str(round(document.duration_s * RATE)),
                "type": "sparse",
                "dimensions": "3" if regions else "1",
                "resolution": "1",
                "notifyOnAdd": "true",
                "dataset": str(2 * number + 1),
                **({"subtype": "region", "units": layer.unit} if regions else {}),
            },
        )
        dataset = Tree.SubElement(
            data, "dataset", id=str(2 * number + 1), dimensions="3" if regions else "1"
        )
        for span in layer.spans:
            Tree.SubElement(dataset, "point", _point(span, regions=regions))
        Tree.SubElement(
            display,
            "layer",
            id=str(1000 + number),
            type="regions" if regions else "timeinstants",
            name=layer.name,
            model=str(2 * number),
        )
    return written(root)


def _point(span: Span, *, regions: bool) -> dict[str, str]:
    told = {"frame": str(round(span.start_s * RATE)), "label": span.label}
    if regions:
        told |= {
            "duration": str(round(span.duration_s * RATE)),
            "value": text_of(span.value or 0.0),
        }
    return told


def read(data: bytes) -> Document:
    """Read the sparse models of a file.

    Raises
    ------
    OddFile
    """
    root = element_of(data, "sv")
    datasets = {each.get("id"): each for each in root.iterfind("data/dataset")}
    layers: list[Told] = []
    for model in root.iterfind("data/model"):
        if model.get("type") != "sparse" or model.get("dataset") not in datasets:
            continue
        rate = number_in(model.get("sampleRate", ""), "sampleRate")
        if not rate:
            raise OddFile(f"Model {model.get('name')!r} has no sample rate.")
        spans = [_span(point, rate) for point in datasets[model.get("dataset")].iterfind("point")]
        layers.append(read_back(model.get("name", ""), spans))
    return read_document(layers)


def _span(point: Tree.Element, rate: float) -> Span:
    frame, duration, value = (
        number_in(point.get(name, ""), f"A point's {name}")
        for name in ("frame", "duration", "value")
    )
    if frame is None or frame < 0:
        raise OddFile("A point has no frame.")
    return Span(frame / rate, (duration or 0.0) / rate, point.get("label", ""), value)


FORMAT = Format(
    "svl", "svl", "application/xml", "Sonic Visualiser", write, read, holds_marks_only=True
)
