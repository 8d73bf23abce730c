"""The migrated database that runs copy is that of the sources as they stand."""

from pathlib import Path

import pytest

from tests.made_database import digest_of


@pytest.mark.parametrize(
    "changed",
    [
        "archive/migrations/0001_initial.py",
        "archive/trees.py",
        "fixtures/records/countries.csv",
        "requirements.lock",
    ],
)
def test_a_change_of_what_it_comes_of_makes_it_anew(tmp_path: Path, changed: str) -> None:
    source = tmp_path / changed
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text("x = 1\n")
    before = digest_of(tmp_path)
    assert digest_of(tmp_path) == before
    source.write_text("x = 2\n")
    after = digest_of(tmp_path)
    assert after != before
    source.rename(source.with_name("renamed.lock"))
    assert digest_of(tmp_path) != after


def test_what_python_compiles_for_itself_changes_nothing(tmp_path: Path) -> None:
    before = digest_of(tmp_path)
    (tmp_path / "archive" / "__pycache__").mkdir(parents=True)
    (tmp_path / "archive" / "__pycache__" / "trees.pyc").write_bytes(b"compiled")
    assert digest_of(tmp_path) == before
