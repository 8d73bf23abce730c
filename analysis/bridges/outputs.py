"""What an algorithm of another library returned, handed over by its types."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.bridges.listed import Algorithm, ListedOutput
from analysis.core.errors import NotApplicable, SignalError
from analysis.core.processor import Axis, CurveSink, Outputs


class OddAnswer(SignalError):
    """An algorithm returned what its library does not declare."""


def promised(name: str, seconds: float | None, longest_s: float) -> None:
    """Refuse a sound that is longer than what is held at once.

    Raises
    ------
    NotApplicable
    """
    if seconds is not None and seconds > longest_s:
        raise NotApplicable(
            f"{name} takes the whole sound at once: up to {longest_s:.0f} s; this one has "
            f"{seconds:.0f} s. Choose an interval of it."
        )


def give(out: Outputs, listed: Algorithm, found: Sequence[Any]) -> None:
    """Hand over what was found in a whole sound."""
    for told, value in _typed(listed, found):
        if told.kind == "label":
            out.label(told.name, str(value)[:1000])
        elif told.kind == "value":
            numbers = np.atleast_1d(np.asarray(value, np.float64)).ravel()
            out.value(
                told.name,
                float(numbers[0]) if len(numbers) else None,
                label="" if len(numbers) and np.isfinite(numbers[0]) else "none found",
            )
        else:
            found_here = np.asarray(value, np.float32).ravel()
            out.vector(told.name, found_here, places(len(found_here)))


def give_frames(
    out: Outputs,
    listed: Algorithm,
    found: Sequence[Any],
    curves: dict[str, CurveSink],
    *,
    hop: float,
    t0_s: float,
) -> None:
    """Hand over what was found in one frame; the first one says how many columns there are."""
    for told, value in _typed(listed, found):
        row = np.atleast_1d(np.asarray(value, np.float32)).ravel()
        if told.name not in curves:
            axis = places(len(row)) if len(row) > 1 else None
            curves[told.name] = out.curve(told.name, hop=hop, t0_s=t0_s, axis=axis)
        curves[told.name].append(row if len(row) == 1 else row[np.newaxis])


def _typed(listed: Algorithm, found: Sequence[Any]) -> list[tuple[ListedOutput, Any]]:
    if len(found) != len(listed.positions):
        raise OddAnswer(
            f"{listed.name} returned {len(found)} things; {len(listed.positions)} are declared."
        )
    by_name = dict(zip(listed.positions, found, strict=True))
    return [(told, by_name[told.name]) for told in listed.outputs]


def places(count: int) -> Axis:
    """Return an axis that only counts: what the places are is the library's affair."""
    return Axis("1", values=tuple(float(n) for n in range(count)))
