"""CI fails on a test that is skipped without leave."""

from pathlib import Path

import pytest

from tests.architecture import skips

REPORT = """<testsuites><testsuite>
<testcase classname="tests.x.test_y" name="test_ran"/>
<testcase classname="tests.x.test_y" name="test_skipped[one]">
<skipped message="no Redis"/></testcase>
</testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ("", 1),
        ("# tests/x/test_y.py::test_skipped\n", 1),
        ("tests/x/test_y.py::test_skipped # why", 0),
    ],
    ids=["unlisted", "commented out", "listed"],
)
def test_a_skip_needs_leave(tmp_path: Path, listed: str, code: int) -> None:
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "skips.txt").write_text(listed, encoding="utf-8")
    assert skips.main(str(tmp_path / "report.xml"), str(tmp_path / "skips.txt")) == code
