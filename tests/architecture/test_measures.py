"""Benchmarks say what they measured against which goal, and a missed goal is an exit code."""

import io
import json
import sys
import types
from pathlib import Path

import pytest

import tests.benchmarks
from tests.benchmarks import measures
from tests.benchmarks.measures import Goal, Measure

LINE = {"id", "ours", "peer", "ratio", "goal", "met", "unit", "how", "samples", "peer_version"}


def test_a_measure_is_one_line_with_its_ratio_and_goal() -> None:
    goal = Goal("at_most", 0.125, "ratio", "CPU s")
    told = measures.line(Measure("P-1a", 1.0, "CPU s", "how", peer=11.8, peer_version="0.11"), goal)
    assert set(told) == LINE
    assert told["ratio"] == pytest.approx(0.0847, abs=1e-4)
    assert told["goal"] == "<= 0.125 x the peer"
    assert told["met"] is True


@pytest.mark.parametrize(
    ("goal", "ours", "peer", "met"),
    [
        (Goal("at_most", 120, "ours", "s"), 121.0, None, False),
        (Goal("at_most", 120, "ours", "s"), 120.0, None, True),
        (Goal("at_least", 6, "ratio", "triples/s"), 5.0, 1.0, False),
        (Goal("at_least", 6, "ratio", "triples/s"), 7.0, 1.0, True),
        (Goal("at_most", 3, "ratio", "s"), 1.0, None, False),
    ],
    ids=["over", "at the bound", "under", "above", "no peer was measured"],
)
def test_a_goal_is_met_or_not(goal: Goal, ours: float, peer: float | None, met: bool) -> None:
    assert goal.is_met_by(Measure("P-13", ours, "s", "how", peer=peer)) is met


def test_every_goal_of_the_design_has_a_bound() -> None:
    names = set(measures.goals())
    print(f"{len(names)} clauses")
    bounded = {name.rstrip("abc") for name in names if name.startswith("P-")}
    assert bounded == {f"P-{number}" for number in range(1, 15)}


def test_the_runner_finds_modules_by_id_and_tells_what_it_does_not_know(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert measures.modules(tests.benchmarks)["P-13"] == "tests.benchmarks.p13"
    assert measures.run(tests.benchmarks, ["P-99"]) == 2
    assert "There is no P-99" in capsys.readouterr().err


@pytest.mark.parametrize(("seconds", "code"), [(100, 0), (130, 1)], ids=["met", "missed"])
def test_a_missed_goal_is_an_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, code: int
) -> None:
    (tmp_path / "p13.py").write_text(
        "from tests.benchmarks.measures import Measure\n"
        f"def measure():\n    yield Measure('P-13', {seconds}, 's', 'how')\n"
    )
    (tmp_path / "__init__.py").write_text("")
    package = types.ModuleType("some_benchmarks")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "some_benchmarks", package)
    monkeypatch.delitem(sys.modules, "some_benchmarks.p13", raising=False)
    out = io.StringIO()
    assert measures.run(package, [], out) == code
    assert json.loads(out.getvalue())["id"] == "P-13"
