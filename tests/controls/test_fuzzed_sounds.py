"""Control of tests/analysis/core/test_fuzzed.py: a planted crash, hang or bare error is seen."""

from collections import Counter
from pathlib import Path

import pytest

from analysis.core.job import Limits
from tests.analysis.fuzzed import examine, fuzzed_sounds

PLANTED = "tests.analysis.plugins:"


@pytest.mark.parametrize(
    ("plugin", "verdict"),
    [("Crashing", "crashed"), ("Sleeping", "hung"), ("Failing", "unexplained")],
    ids=["crash", "hang", "error"],
)
def test_a_planted_fault_goes_red(tmp_path: Path, plugin: str, verdict: str) -> None:
    tmp_path.chmod(0o711)
    whole = [each for each in fuzzed_sounds(48) if each.injury == "misnamed"][:3]
    limits = Limits(base_s=3.0, slowness=1.0)
    without = examine(whole, tmp_path, processors=("level",), limits=limits)
    planted = examine(
        whole, tmp_path, processors=("level",), plugins=(PLANTED + plugin,), limits=limits
    )
    read = sum(each.verdict in ("ok", "partial") for each in without)
    seen = Counter(each.verdict for each in planted)[verdict]  # type: ignore[index]
    print(f"{len(whole)} files examined, {read} were read; with {plugin}, {seen} {verdict}")
    assert read > 0
    assert seen == read
