"""Feature plans of Yaafe, as lists of our processors (S-21).

    nodes_of("mfcc: MFCC blockSize=512 stepSize=256 CepsNbCoeffs=13")

gives the processor and parameters of each line. Yaafe itself is no longer to be had for today's
Python; what a plan asks for is measured by our processors, so numbers are of the same kind and not
the same to the digit. What none of ours measures is refused, naming the line.
Mathieu et al., *YAAFE, an easy to use and efficient audio feature extraction software*, ISMIR 2010.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.core.errors import SignalError
from analysis.core.registry import discover
from analysis.core.wire import JSON

Values = dict[str, str]
_LINE = re.compile(r"(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<feature>[A-Za-z]\w*)(?P<rest>.*)")
_PAIR = re.compile(r"(?P<key>[A-Za-z]\w*)=(?P<value>\S+)")


class OddPlan(SignalError):
    """A line that asks for what is not measured here, or that is no line of a plan."""

    def __init__(self, number: int, line: str, why: str) -> None:
        super().__init__(f"Line {number} of the feature plan, {line[:120]!r}: {why}")
        self.number = number


@dataclass(frozen=True)
class PlannedNode:
    """One feature of a plan as one of our processors; `outputs` are where the feature stands."""

    name: str
    processor: str
    params: dict[str, JSON]
    outputs: tuple[str, ...]


@dataclass(frozen=True)
class _Feature:
    processor: str
    outputs: tuple[str, ...]
    params: dict[str, tuple[str, Callable[[str], JSON]]]
    """Their parameter -> ours, and what reads its value."""
    as_ours: dict[str, tuple[str, ...]]
    """Theirs that ours has not, with the values for which both do the same."""


def _natural(text: str) -> int:
    return int(text)


def nodes_of(plan: str) -> list[PlannedNode]:
    """Return the nodes of a plan, in its order; empty lines and those that begin with # are none.

    Raises
    ------
    OddPlan : naming the line, and what of it has no place here.
    """
    nodes: list[PlannedNode] = []
    for number, line in enumerate(plan.splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        node = _node(number, text)
        if any(each.name == node.name for each in nodes):
            raise OddPlan(number, text, f"the name {node.name!r} is taken by an earlier line.")
        nodes.append(node)
    return nodes


def _node(number: int, line: str) -> PlannedNode:
    found = _LINE.fullmatch(line)
    if found is None:
        raise OddPlan(number, line, "a line is `name: Feature key=value key=value`.")
    rest = found["rest"]
    if ">" in rest:
        step = rest.partition(">")[2].split()[0] if rest.partition(">")[2].split() else ""
        raise OddPlan(number, line, f"what is made of a feature ({step}) is not computed here.")
    feature = _FEATURES.get(found["feature"])
    if feature is None:
        known = ", ".join(sorted(_FEATURES))
        why = f"no processor here measures {found['feature']}; there are {known}."
        raise OddPlan(number, line, why)
    params = _params(number, line, feature, rest)
    try:
        discover().get(feature.processor).Params.read(params)
    except SignalError as error:
        raise OddPlan(number, line, str(error)) from error
    return PlannedNode(found["name"], feature.processor, params, feature.outputs)


def _params(number: int, line: str, feature: _Feature, rest: str) -> dict[str, JSON]:
    params: dict[str, JSON] = {}
    for word in rest.split():
        pair = _PAIR.fullmatch(word)
        if pair is None:
            raise OddPlan(number, line, f"{word!r} is not key=value.")
        if pair["value"] in feature.as_ours.get(pair["key"], ()):
            continue
        if pair["key"] in feature.as_ours:
            may = " or ".join(feature.as_ours[pair["key"]])
            raise OddPlan(number, line, f"{word!r} has no place here: only {may} does.")
        if pair["key"] not in feature.params:
            known = ", ".join(sorted((*feature.params, *feature.as_ours)))
            why = f"the parameter {pair['key']!r} has no place here; {known} have."
            raise OddPlan(number, line, why)
        ours, read = feature.params[pair["key"]]
        try:
            params[ours] = read(pair["value"])
        except ValueError:
            raise OddPlan(number, line, f"{word!r} is no number.") from None
    return params


def _with_the_first(text: str) -> int:
    return int(text) + 1  # they leave out the 0th coefficient, ours keeps it


_Readers = dict[str, tuple[str, Callable[[str], JSON]]]
_FRAMES: _Readers = {"blockSize": ("window", _natural), "stepSize": ("hop", _natural)}
#: Their window is Hann's by default, as ours is; ours has no other.
_HANN = {"FFTWindow": ("Hanning", "Hann"), "FFTLength": ("0",)}
_MEL: _Readers = {**_FRAMES, "MelNbFilters": ("bands", _natural)}
_SPECTRAL = {
    "SpectralRolloff": ("rolloff",),
    "SpectralFlatness": ("flatness",),
    "SpectralFlux": ("flux",),
    "SpectralDecrease": ("decrease",),
    "SpectralSlope": ("slope",),
    "SpectralShapeStatistics": ("centroid", "spread", "skewness", "kurtosis"),
}
_FEATURES: dict[str, _Feature] = {
    "MFCC": _Feature(
        "mfcc",
        ("coefficients",),
        {**_MEL, "CepsNbCoeffs": ("count", _with_the_first)},
        {**_HANN, "CepsIgnoreFirstCoeff": ("1",)},
    ),
    "MelSpectrum": _Feature(
        "mel",
        ("levels",),
        {**_MEL, "MelMaxFreq": ("f_max", float)},
        {**_HANN, "MelMinFreq": ("0",)},
    ),
} | {name: _Feature("spectral", told, _FRAMES, _HANN) for name, told in _SPECTRAL.items()}
