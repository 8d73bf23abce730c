"""What the tests of providers stand on."""

from tests.processes import house

__all__ = ["house"]
