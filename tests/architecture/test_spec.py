"""tests/spec.toml says the truth about which tests there are."""

import re
from pathlib import Path

import pytest

from tests.architecture import spec

SHARED = spec.ROOT.parent / "shared" / "spec"
HERE = "tests/architecture/test_spec.py"


def test_every_promise_names_tests_that_exist() -> None:
    promises = spec.read()
    print(f"{len(promises)} promises, {sum(map(len, promises.values()))} tests")
    assert len(promises) >= 20
    assert spec.faults(promises) == []


def test_every_promise_is_one_of_the_specification() -> None:
    if not SHARED.is_dir():
        pytest.skip("the specification (../shared/spec) is not beside this clone")
    pages = [*SHARED.glob("*.md"), SHARED.parent / "design.md"]
    known = {
        promise
        for page in pages
        for promise in re.findall(r"\b[TSLGAWREFP]-\d+[a-z]?", page.read_text(encoding="utf-8"))
    }
    assert sorted(set(spec.read()) - known) == []


@pytest.mark.parametrize(
    ("promise", "nodes", "fault"),
    [
        ("R11", [f"{HERE}::test_a_fault_is_found"], "no id of the specification"),
        ("R-11", [], "names no test"),
        ("R-11", ["tests/nowhere.py::test_x"], "there is no file"),
        ("R-11", [f"{HERE}::test_of_nothing"], "has no test"),
        ("R-11", [HERE], "name the test in it"),
        ("R-11", [f"{HERE}::test_a_fault_is_found"] * 2, "names a test twice"),
    ],
    ids=["id", "empty", "file", "test", "no name", "twice"],
)
def test_a_fault_is_found(promise: str, nodes: list[str], fault: str) -> None:
    (found,) = spec.faults({promise: nodes})
    assert fault in found


def test_what_is_there_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "x.test.ts").write_text('test("zooms to the end", () => {})', encoding="utf-8")
    assert spec.faults({"W-01": ["x.test.ts::zooms to the end"]}, tmp_path) == []
    assert spec.faults({"R-11": [f"{HERE}::test_a_fault_is_found"]}) == []


def test_every_row_is_shown_or_owed() -> None:
    said = spec.read_ids()
    assert spec.unsaid(said) == []
    assert spec.unsaid(set(said) - {"R-11", "W-46"}) == ["R-11", "W-46"]
