"""The models of analysis."""

from analysis.models.computation import (
    MOST_SPANS,
    Computation,
    Output,
    OutputKind,
    Pass,
    Result,
    Span,
)
from analysis.models.preset import Experience, Preset
from analysis.models.run import Run, RunItem, RunItemComputation
from analysis.models.status import FINAL, WANTING, WELL, Priority, Status

__all__ = [
    "FINAL",
    "MOST_SPANS",
    "WANTING",
    "WELL",
    "Computation",
    "Experience",
    "Output",
    "OutputKind",
    "Pass",
    "Preset",
    "Priority",
    "Result",
    "Run",
    "RunItem",
    "RunItemComputation",
    "Span",
    "Status",
]
