"""What a benchmark or a fault tells, and how it is held against its goal.

A module of `tests.benchmarks` (or `tests.faults`) takes part by having a function

    def measure() -> Iterator[Measure]: ...

and a name that is its id in small letters without the hyphen (`p13.py` for P-13). Goals are those
of ../shared/design.md section 6, in `goals.toml`; each clause of one has a letter (P-1a).
"""

import importlib
import json
import operator
import pkgutil
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

GOALS = Path(__file__).with_name("goals.toml")
BOUNDS: Mapping[str, tuple[str, Callable[[float, float], bool]]] = {
    "at_most": ("<=", operator.le),
    "at_least": (">=", operator.ge),
}


@dataclass(frozen=True)
class Measure:
    """One figure, beside the same figure of a peer measured in the same run where there is one."""

    id: str
    ours: float
    unit: str
    how: str
    peer: float | None = None
    peer_version: str = ""
    samples: int = 1

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer if self.peer else None


@dataclass(frozen=True)
class Goal:
    """A bound on our figure, or on its ratio to the peer's."""

    bound: str
    value: float
    of: str
    unit: str

    def __str__(self) -> str:
        sign = BOUNDS[self.bound][0]
        return f"{sign} {self.value:g} {'x the peer' if self.of == 'ratio' else self.unit}"

    def is_met_by(self, measure: Measure) -> bool:
        figure = measure.ratio if self.of == "ratio" else measure.ours
        return figure is not None and BOUNDS[self.bound][1](figure, self.value)


def goals(path: Path = GOALS) -> dict[str, Goal]:
    found = {}
    for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
        (bound,) = BOUNDS.keys() & row.keys()
        found[name] = Goal(bound, float(row[bound]), row.get("of", "ours"), row["unit"])
    return found


def line(measure: Measure, goal: Goal | None) -> dict[str, Any]:
    """Return what is printed of a measure, as one JSON object."""
    return {
        "id": measure.id,
        "ours": measure.ours,
        "peer": measure.peer,
        "ratio": measure.ratio,
        "goal": str(goal) if goal else None,
        "met": goal.is_met_by(measure) if goal else None,
        "unit": measure.unit,
        "how": measure.how,
        "samples": measure.samples,
        "peer_version": measure.peer_version,
    }


def modules(package: ModuleType) -> dict[str, str]:
    """Return the module of each id: those of the package whose names are ids."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    return {
        f"{name[0].upper()}-{name[1:]}": f"{package.__name__}.{name}"
        for name in sorted(names)
        if name[1:].isdigit()
    }


def run(package: ModuleType, only: list[str], out: TextIO = sys.stdout) -> int:
    """Measure what was asked for, or all; return 1 if a goal was missed."""
    known = modules(package)
    unknown = set(only) - set(known)
    if unknown:
        sys.stderr.write(f"There is no {', '.join(sorted(unknown))}: only {', '.join(known)}.\n")
        return 2
    bounds, missed = goals(), False
    for name in only or known:
        measures: Iterator[Measure] = importlib.import_module(known[name]).measure()
        for measure in measures:
            told = line(measure, bounds.get(measure.id))
            missed |= told["met"] is False
            out.write(json.dumps(told) + "\n")
            out.flush()
    return 1 if missed else 0
