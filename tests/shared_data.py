"""Real data that is not part of the project: where it lies, and a mark for tests that read it."""

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("SONOTHEQUE_DATA", Path(__file__).parents[2] / "shared" / "data"))


def reads(name: str) -> pytest.MarkDecorator:
    """Return the mark of a test that is skipped where that file is not."""
    return pytest.mark.skipif(
        not (DATA / name).exists(), reason=f"../shared/data/{name} is not here"
    )
