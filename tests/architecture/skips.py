"""Say which tests were skipped without leave: `python -m tests.architecture.skips REPORT LIST`."""

import sys
from pathlib import Path
from xml.etree import ElementTree


def skipped(report: Path) -> dict[str, str]:
    """Return the reason of each test that a JUnit report holds as skipped."""
    root = ElementTree.parse(report).getroot()  # noqa: S314 (pytest wrote it a moment ago)
    found = {}
    for case in root.iter("testcase"):
        skip = case.find("skipped")
        if skip is not None:
            file = case.get("classname", "").replace(".", "/") + ".py"
            name = case.get("name", "").partition("[")[0]
            found[f"{file}::{name}"] = skip.get("message", "")
    return found


def allowed(listed: Path) -> set[str]:
    lines = listed.read_text(encoding="utf-8").splitlines()
    return {line.split("#")[0].strip() for line in lines} - {""}


def main(report: str, listed: str) -> int:
    found = skipped(Path(report))
    without_leave = {node: why for node, why in found.items() if node not in allowed(Path(listed))}
    for node, why in sorted(without_leave.items()):
        sys.stdout.write(f"skipped without leave: {node} ({why})\n")
    sys.stdout.write(f"{len(found)} skipped, {len(without_leave)} without leave\n")
    return 1 if without_leave else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
