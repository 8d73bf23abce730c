"""What the tests of runs stand on."""

from tests.processes import house

__all__ = ["house"]
