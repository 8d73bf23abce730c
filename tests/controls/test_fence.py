"""Control of analysis/workers/test_workers.py: without the token, a late commit gets in."""

from pathlib import Path

import pytest

from analysis.models import Result, Status
from tests.analysis.worker_processes import know_odd_processors
from tests.analysis.workers.test_workers import late_commit
from tests.processes import House, house

__all__ = ["house"]


def test_without_the_check_of_the_token_a_late_commit_gets_in(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another worker holds the lease, the late one ends the pass and shows its results."""
    know_odd_processors(monkeypatch)
    status, (late, _other) = late_commit(house, tmp_path, ODD_UNFENCED="1")
    got_in = Result.objects.count()
    print(f"2 results examined, {got_in} were written by a worker whose lease had passed on")
    assert status == Status.DONE
    assert got_in >= 2
    assert "is no longer ours" not in late.said()
