"""What Essentia declares of its algorithms, tried out: how `essentia.json` is made.

An algorithm is listed when it takes one of a few sorts of input (the names and types of its inputs
say which), when no parameter could be a path, an address or a model, and when two short sounds
give outputs of one size. It is tried in a process of its own: some end the process.
"""

import re
import subprocess
import sys
from typing import Any

from analysis.bridges.listed import Algorithm, Fed, ListedOutput
from analysis.core.wire import JSON

RATE = 44_100
FRAME, HOP = 2048, 512
_FED: dict[tuple[str, ...], Fed] = {
    ("spectrum",): "spectrum",
    ("array",): "spectrum",
    ("frame",): "frame",
    ("frequencies", "magnitudes"): "peaks",
    ("signal",): "whole",
    ("audio",): "whole",
}
_OUTWARD = re.compile(
    r"(^|_)(file|path|url|graph|model|yaml|callback)|(File|Path|URL|Url|Graph|Model|Yaml)"
)
#: They change or make sound, cut it up, or are parts of others; not measures.
_CATEGORIES = {"Synthesis", "Input/output", "Filters", "Transformations"}
_NOT_MEASURES = re.compile(
    r"^(Tensorflow|Frame|Overlap|NoiseAdder|UnaryOperator|Trimmer|Scale|Clipper|Resample|MaxFilter"
    r"|Slicer|MonoWriter|Envelope|Derivative|Windowing|Welch|Audio2|IFFT|FFT|BPF|Spline|Histogram"
    r"|MovingAverage|MedianFilter|AudioOnsetsMarker|EqualLoudness|ReplayGain$)"
)
_SET_HERE: dict[str, JSON] = {
    "sampleRate": float(RATE),
    "inputSize": FRAME // 2 + 1,
    "spectrumSize": FRAME // 2 + 1,
    "frameSize": FRAME,
    "hopSize": HOP,
}
_UNIT = re.compile(r"\[(Hz|s|dB|bpm|BPM|LUFS|cents?|%)\]")
_UNITS = {"bpm": "1/min", "BPM": "1/min", "cents": "cent"}


def algorithms() -> list[Algorithm]:
    """Return all that can be listed, by name."""
    import essentia.standard as es

    found = []
    for name in sorted(es.algorithmNames()):
        listed = _of(name, getattr(es, name).__struct__)
        if listed is not None and _is_steady(listed):
            found.append(listed)
    return found


def _of(name: str, told: dict[str, Any]) -> Algorithm | None:
    inputs = tuple(each["name"] for each in told["inputs"])
    fed = _FED.get(inputs)
    if fed is None or any(each["type"] != "vector_real" for each in told["inputs"]):
        return None
    if told["category"] in _CATEGORIES or _NOT_MEASURES.match(name):
        return None
    words = [each["name"] for each in told["parameters"]]
    if any(_OUTWARD.search(word) for word in words):
        return None
    set_here = {
        n: v for n, v in _SET_HERE.items() if n in words and (fed != "whole" or n[0] == "s")
    }
    parameters = {}
    for each in told["parameters"]:
        schema = _schema(each)
        if schema is not None and each["name"] not in set_here:
            parameters[each["name"]] = schema
    outputs = [_output(each, fed) for each in told["outputs"]]
    return Algorithm(
        name=name,
        description=_sentence(told["description"]),
        fed=fed,
        parameters=parameters,
        outputs=tuple(each for each in outputs if each is not None),
        positions=tuple(each.name if each else "" for each in outputs),
        set_here=set_here,
    )


def _output(told: dict[str, Any], fed: Fed) -> ListedOutput | None:
    kinds = {"real": "value", "integer": "value", "string": "label", "vector_real": "vector"}
    kind = kinds.get(told["type"])
    if kind is None or (fed != "whole" and kind == "label"):
        return None
    unit = _UNIT.search(told["description"])
    named = _UNITS.get(unit.group(1), unit.group(1)) if unit else "1"
    name = re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", told["name"]).lower()
    return ListedOutput(
        name=name,
        kind="frames" if fed != "whole" else kind,  # type: ignore[arg-type]  # of the table above
        title=_sentence(told["description"]).rstrip("."),
        unit=named,
    )


def _sentence(text: str) -> str:
    """Return the first sentence of a description, in one line."""
    line = " ".join(text.split())
    first = re.split(r"(?<=[a-z)\]])\.\s", line + " ", maxsplit=1)[0].strip().rstrip(".")
    return f"{first[:1].upper()}{first[1:300]}."


def _schema(told: dict[str, Any]) -> dict[str, JSON] | None:
    """Return the JSON Schema of a parameter from its declared range; None: it is not offered."""
    text, range_, said = told["type"], (told["range"] or "").strip(), told["default"] or ""
    schema: dict[str, JSON] = {"description": _sentence(told["description"])}
    if text == "bool":
        return schema | {"type": "boolean", "default": said == "true"}
    if text == "string":
        choices: list[JSON] = list(_choices(range_))
        return schema | {"type": "string", "enum": choices, "default": said} if choices else None
    if text in ("integer", "real"):
        number = int if text == "integer" else float
        schema["type"] = "integer" if text == "integer" else "number"
        if range_.startswith("{"):
            schema["enum"] = [number(each) for each in _choices(range_)]
        else:
            schema |= _bounds(range_, number)
        return schema | {"default": number(said)}
    if text == "vector_real":
        values: list[JSON] = [float(each) for each in re.findall(r"-?[\d.]+(?:e-?\d+)?", said)]
        bounds = _bounds(range_, float)
        return schema | {"type": "array", "items": {"type": "number"}, "default": values} | bounds
    return None


def _choices(range_: str) -> list[str]:
    return [each.strip() for each in range_.strip("{}").split(",")] if range_[:1] == "{" else []


def _bounds(range_: str, number: type[int] | type[float]) -> dict[str, JSON]:
    found = re.fullmatch(r"([\[(])\s*([^,]+),\s*([^\])]+)([\])])", range_)
    if not found:
        return {}
    bounds: dict[str, JSON] = {}
    opening, low, high, closing = found.groups()
    if "inf" not in low:
        bounds["minimum" if opening == "[" else "exclusiveMinimum"] = number(float(low))
    if "inf" not in high:
        bounds["maximum" if closing == "]" else "exclusiveMaximum"] = number(float(high))
    return bounds


def _is_steady(listed: Algorithm) -> bool:
    """Try it on two sounds in a process of its own."""
    if not listed.outputs:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - this program, and names of the library's own
            [sys.executable, "-m", "analysis.bridges.trying", listed.name, listed.fed],
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
