"""Control of analysis/core/test_confinement.py: with the wall down, the intruder gets through."""

from pathlib import Path

from tests.analysis import sandboxed
from tests.analysis.plugins import ATTEMPTS

work, tone, listeners = sandboxed.work, sandboxed.tone, sandboxed.listeners


def test_without_the_wall_the_intruder_gets_through(
    work: Path, tone: Path, listeners: tuple[int, str]
) -> None:
    found = sandboxed.intrude(work, tone, listeners, confined=False)
    through = [name for name, said in found.attempts.items() if said.startswith("GOT THROUGH: ")]
    print(f"{len(through)} of {len(ATTEMPTS)} attempts got through: {', '.join(through)}")
    assert "the neighbour's secret" in found.attempts["read_beside"]
    assert "hello" in found.attempts["connect_tcp"]
    assert "hello" in found.attempts["connect_unix"]
    assert len(through) >= 9
