"""The planner: which shared computations a set of processors needs, each once, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.core.needs import Need, Samples
from analysis.core.processor import Processor
from analysis.core.signal import Sound


@dataclass(frozen=True)
class Plan:
    """Shared needs in the order in which they can be computed, without the samples themselves."""

    shared: tuple[Need[Any], ...]
    seconds: float
    """CPU seconds expected for the processors of a sound of known length; 0 when unknown."""


def order(wanted: Iterable[Need[Any]]) -> tuple[Need[Any], ...]:
    """Every need and what it is made from, once each, sources first."""
    ordered: dict[Need[Any], None] = {}

    def add(need: Need[Any]) -> None:
        if need in ordered or need == Samples():
            return
        for source in need.requires():
            add(source)
        ordered[need] = None

    for need in wanted:
        add(need)
    return tuple(ordered)


def plan(processors: Iterable[Processor[Any]], sound: Sound) -> Plan:
    """Merge the needs of all processors for one sound."""
    listed = list(processors)
    shared = order(need for processor in listed for need in processor.wants(sound))
    duration = sound.duration_s or 0.0
    return Plan(shared, sum(duration / processor.cost for processor in listed))
