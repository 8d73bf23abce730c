"""What the tests of runs and of the sandbox stand on."""

from tests.analysis.sandboxed import listeners, tone, work
from tests.processes import house

__all__ = ["house", "listeners", "tone", "work"]
