"""The models of analysis."""

from analysis.models.computation import Computation, Output, OutputKind, Pass, Result
from analysis.models.preset import Preset
from analysis.models.run import Run, RunItem, RunItemComputation
from analysis.models.status import FINAL, Status

__all__ = [
    "FINAL",
    "Computation",
    "Output",
    "OutputKind",
    "Pass",
    "Preset",
    "Result",
    "Run",
    "RunItem",
    "RunItemComputation",
    "Status",
]
