"""Run a notebook's cells in a process of its own, and hold what they print against what it keeps.

    python -m tests.analysis.notebooks docs/tutorial.ipynb      # writes what its cells print now

No kernel is needed: a cell is plain Python, and what its last expression is worth is shown by its
`repr`, as a kernel does. The process cannot import Django, the archive or anything of the site.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config import env

RUNNER = """
import ast, contextlib, io, json, sys
BLOCKED = {'django', 'celery', 'archive', 'config', 'ontology', 'graphql_api', 'psycopg', 'tests'}
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in BLOCKED:
            raise ImportError(f'{name} is blocked')
cells = json.loads(sys.stdin.read())
sys.meta_path.insert(0, Blocked())
space = vars(sys.modules['__main__'])
told = []
for cell in cells:
    tree = ast.parse(cell)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(tree, 'cell', 'exec'), space)
        worth = eval(compile(ast.Expression(last.value), 'cell', 'eval'), space) if last else None
    told.append([said.getvalue(), None if worth is None else repr(worth)])
print(json.dumps({'told': told, 'loaded': sorted({n.split('.')[0] for n in sys.modules})}))
"""


@dataclass(frozen=True)
class Ran:
    """What each code cell printed and was worth, and the packages that were loaded."""

    told: list[tuple[str, str | None]]
    loaded: set[str]


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def run(notebook: dict[str, Any], folder: Path) -> Ran:
    """Run all code cells, in order, in a folder; a cell that fails raises with its traceback."""
    cells = ["".join(cell["source"]) for cell in code_cells(notebook)]
    done = subprocess.run(
        [sys.executable, "-c", RUNNER],
        input=json.dumps(cells),
        cwd=folder,
        env={"PYTHONPATH": str(env.ROOT), "PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    said = json.loads(done.stdout.splitlines()[-1])
    return Ran([(out, worth) for out, worth in said["told"]], set(said["loaded"]))


def kept(cell: dict[str, Any]) -> tuple[str, str | None]:
    """Return what a cell of a notebook shows below itself."""
    printed, worth = "", None
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            printed += "".join(output["text"])
        elif output["output_type"] == "execute_result":
            worth = "".join(output["data"]["text/plain"])
    return printed, worth


def shown(printed: str, worth: str | None, number: int) -> list[dict[str, Any]]:
    """Return the outputs of a cell as a notebook keeps them (nbformat 4.5)."""
    outputs: list[dict[str, Any]] = []
    if printed:
        lines = printed.splitlines(keepends=True)
        outputs.append({"name": "stdout", "output_type": "stream", "text": lines})
    if worth is not None:
        data = {"text/plain": worth.splitlines(keepends=True)}
        outputs.append(
            {"data": data, "execution_count": number, "metadata": {}}
            | {"output_type": "execute_result"}
        )
    return outputs


def write(path: Path, folder: Path) -> None:
    """Run a notebook and keep in it what its cells print."""
    notebook = read(path)
    told = run(notebook, folder).told
    for number, (cell, said) in enumerate(zip(code_cells(notebook), told, strict=True), 1):
        cell["execution_count"] = number
        cell["outputs"] = shown(*said, number)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        for name in sys.argv[1:]:
            write(Path(name), Path(made))
