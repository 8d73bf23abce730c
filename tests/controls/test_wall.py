"""Control of tests/analysis/test_sandbox.py: with the wall down, the same intruder gets through."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.analysis import test_sandbox
from tests.analysis.plugins import ATTEMPTS

work, tone = test_sandbox.work, test_sandbox.tone


@pytest.fixture
def listeners(tmp_path: Path) -> Iterator[tuple[int, str]]:
    yield from test_sandbox.listeners.__wrapped__(tmp_path)  # type: ignore[attr-defined]


def test_without_the_wall_the_intruder_gets_through(
    work: Path, tone: Path, listeners: tuple[int, str]
) -> None:
    found = test_sandbox.intrude(work, tone, listeners, confined=False)
    through = [name for name, said in found.attempts.items() if said.startswith("GOT THROUGH: ")]
    print(f"{len(through)} of {len(ATTEMPTS)} attempts got through: {', '.join(through)}")
    assert "the neighbour's secret" in found.attempts["read_beside"]
    assert "hello" in found.attempts["connect_tcp"]
    assert "hello" in found.attempts["connect_unix"]
    assert len(through) >= 9
