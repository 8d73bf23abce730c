"""Which tests show which promise: `tests/spec.toml`, read and checked.

    "R-11" = ["tests/archive/test_access.py::test_an_embargo_ends_on_its_day"]
    "T-09" = { owed = "facets come with search" }

Ids are those of ../shared/spec/. A test is a Python node (parameters left out) or, of the front
end, `file.test.ts::part of its name`. `python -m tests.architecture.spec` says what is wrong.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "spec.toml"
#: How many rows the specification has by letter: each is shown by a test or owed with a reason.
ROWS = {"T": 53, "S": 78, "L": 25, "G": 36, "W": 46, "R": 36}
PROMISE = re.compile(r"[TSLGAWREFP]-\d+[a-z]?")


def read(path: Path = SPEC) -> dict[str, list[str]]:
    """Return the tests of each promise."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {promise: list(told) for promise, told in table.items() if isinstance(told, list)}


def owed(path: Path = SPEC) -> dict[str, str]:
    """Return why each promise that no test shows is still owed."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        promise: str(told.get("owed", ""))
        for promise, told in table.items()
        if isinstance(told, dict)
    }


def read_ids(path: Path = SPEC) -> list[str]:
    """Return every id of which something is said."""
    return list(tomllib.loads(path.read_text(encoding="utf-8")))


def faults(promises: dict[str, list[str]], root: Path = ROOT) -> list[str]:
    """Return a sentence for each entry that names what is not there."""
    found = []
    for promise, nodes in promises.items():
        if not PROMISE.fullmatch(promise):
            found.append(f"{promise!r} is no id of the specification (as R-11).")
        if not nodes:
            found.append(f"{promise} names no test.")
        if len(set(nodes)) < len(nodes):
            found.append(f"{promise} names a test twice.")
        found += [f"{promise}: {why}" for node in nodes if (why := _missing(node, root))]
    return found


def unsaid(said: Iterable[str]) -> list[str]:
    """Return the ids of which nothing is said, neither a test nor that it is owed."""
    every = {f"{letter}-{row:02}" for letter, rows in ROWS.items() for row in range(1, rows + 1)}
    return sorted(every - set(said))


def _missing(node: str, root: Path) -> str | None:
    file, _, name = node.partition("::")
    path = root / file
    if not path.is_file():
        return f"there is no file {file}."
    if not name:
        return f"{file} is a file; name the test in it."
    if path.suffix == ".py":
        return None if name in _tests(path) else f"{file} has no test {name}."
    return None if name in path.read_text(encoding="utf-8") else f"{file} says nothing of {name!r}."


@cache
def _tests(path: Path) -> frozenset[str]:
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            names |= {
                f"{node.name}::{method.name}"
                for method in node.body
                if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
            }
    return frozenset(name for name in names if name.rpartition("::")[2].startswith("test_"))


def main() -> int:
    promises = read()
    lacking = owed()
    wrong = faults(promises)
    wrong += [f"{promise} is owed: say why." for promise, why in lacking.items() if not why]
    wrong += [f"{promise}: name its tests or say why it is owed." for promise in unsaid(read_ids())]
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    sys.stdout.write(
        f"tests/spec.toml: {len(promises)} promises, {len(lacking)} owed, {len(wrong)} faults\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
