"""What librosa's functions declare of themselves, tried out: how `librosa.json` is made.

A function of `librosa.feature`, `.onset` or `.beat` is listed when it can be called with samples
and their rate alone. Of its other parameters those are offered whose default is a number, a truth
or one of the words in its docstring; its ranges are read there (`n_mfcc : int > 0 [scalar]`).
What takes a callable, an array, a path or any keywords is left at its default.
"""

import inspect
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from analysis.bridges.listed import Algorithm, ListedOutput
from analysis.core.wire import JSON

RATE = 22_050
_TRIED_S = 6.0
_MODULES = ("feature", "onset", "beat")
_GIVEN = {"y", "sr"}
_LEFT_OUT = {"dtype", "pad_mode", "window", "freq", "win_length"}
_MOVED = {"beat.tempo"}  # an old name of feature.tempo
_OUTWARD = re.compile(r"(^|_)(file|path|url|model|callback)", re.IGNORECASE)


def algorithms() -> list[Algorithm]:
    """Return all that can be listed, by name."""
    import librosa

    found = []
    for module in _MODULES:
        inside = getattr(librosa, module)
        for name in sorted(inside.__all__ if hasattr(inside, "__all__") else dir(inside)):
            function = getattr(inside, name)
            is_old = f"{module}.{name}" in _MOVED
            if inspect.isfunction(function) and not name.startswith("_") and not is_old:
                listed = _of(f"{module}.{name}", function)
                if listed is not None:
                    found.append(listed)
    return found


def _of(name: str, function: Callable[..., Any]) -> Algorithm | None:
    signature = inspect.signature(function)
    names = set(signature.parameters)
    needed = {
        each.name
        for each in signature.parameters.values()
        if each.default is inspect.Parameter.empty
        and each.kind not in (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    }
    if not names >= _GIVEN or needed - _GIVEN or any(_OUTWARD.search(each) for each in names):
        return None
    told = _declared(function.__doc__ or "")
    parameters = {}
    for each in signature.parameters.values():
        if each.name not in _GIVEN | _LEFT_OUT:
            schema = _schema(each.default, told.get(each.name, ""))
            if schema is not None:
                parameters[each.name] = schema
    outputs = _tried(function)
    if not outputs:
        return None
    return Algorithm(
        name=name,
        description=_first_sentence(function.__doc__ or ""),
        fed="whole",
        parameters=parameters,
        outputs=tuple(outputs),
        positions=tuple(each.name for each in outputs),
    )


def _declared(text: str) -> dict[str, str]:
    """Return what stands behind the colon of each parameter in a docstring of numpy's form."""
    return dict(re.findall(r"^    (\w+) : (.+)$", text, flags=re.MULTILINE))


def _schema(default: object, told: str) -> dict[str, JSON] | None:
    schema: dict[str, JSON] = {"description": told[:200] or "As librosa's manual says."}
    if isinstance(default, bool):
        return schema | {"type": "boolean", "default": default}
    if isinstance(default, int | float) and np.isfinite(default):
        kind = "integer" if isinstance(default, int) and "float" not in told else "number"
        return schema | {"type": kind, "default": default} | _range(told)
    words: list[JSON] = list(re.findall(r"[\"']([\w-]+)[\"']", told))
    if isinstance(default, str) and told.startswith("{") and default in words:
        return schema | {"type": "string", "enum": words, "default": default}
    return None


def _range(told: str) -> dict[str, JSON]:
    bounds: dict[str, JSON] = {}
    for sign, number in re.findall(r"(>=|<=|>|<) ?(-?\d+(?:\.\d+)?)", told):
        names = {">=": "minimum", "<=": "maximum"}
        names |= {">": "exclusiveMinimum", "<": "exclusiveMaximum"}
        bounds[names[sign]] = float(number) if "." in number else int(number)
    between = re.search(r"[Ii]n (?:the )?(?:range )?\[?\(?(-?[\d.]+), ?(-?[\d.]+)[\])]", told)
    if between:
        bounds |= {"minimum": float(between.group(1)), "maximum": float(between.group(2))}
    return bounds


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    return f"{re.split(r'[.](?: |$)', line, maxsplit=1)[0][:300]}."


def _tried(function: Callable[..., Any]) -> list[ListedOutput]:
    """Return the outputs by what two sounds, one twice as long, give; nothing when it fails."""
    rng = np.random.default_rng(1)
    shapes = []
    try:
        for seconds in (_TRIED_S, 2 * _TRIED_S):
            strokes = 1 + 50 * (np.arange(round(seconds * RATE)) % (RATE // 2) < RATE // 100)
            sound = (0.01 * strokes * rng.standard_normal(len(strokes))).astype(np.float32)
            found = function(y=sound, sr=RATE)
            outputs = found if isinstance(found, tuple) else (found,)
            shapes.append([np.shape(each) for each in outputs])
            if any(np.iscomplexobj(each) for each in outputs):
                return []
    except Exception:  # noqa: BLE001 - whatever a library raises: it is not listed
        return []
    return [
        _output(name, first, second)
        for name, first, second in zip(_names(function, len(shapes[0])), *shapes, strict=True)
    ]


def _names(function: Callable[..., Any], count: int) -> list[str]:
    """Return the names of what is returned, from the docstring."""
    text = (function.__doc__ or "").partition("Returns\n")[2]
    found = re.findall(r"^    (\w+) : ", text, flags=re.MULTILINE)
    return found[:count] if len(found) >= count else [f"output_{n + 1}" for n in range(count)]


def _output(name: str, first: tuple[int, ...], second: tuple[int, ...]) -> ListedOutput:
    title = name.replace("_", " ").capitalize()
    if not first or first == (1,):
        return ListedOutput(name.lower(), "value", title)
    frames = 1 + round(_TRIED_S * RATE) // 512
    if abs(first[-1] - frames) <= 1 and len(first) <= 2 and second[-1] > first[-1] + 50:
        return ListedOutput(name.lower(), "frames", title)
    return ListedOutput(name.lower(), "vector", title)
