"""Control of tests/analysis/test_notebook.py: a line that is no longer true is seen."""

from pathlib import Path
from typing import Any

from tests.analysis.notebooks import code_cells, kept, run, shown

CELLS = ["a = 2", "print(a * 3)\na + 1"]


def test_an_output_that_is_no_longer_true_differs(tmp_path: Path) -> None:
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "source": [source], "outputs": []} for source in CELLS
    ]
    notebook = {"cells": [{"cell_type": "markdown", "source": ["text"]}, *cells]}
    told = run(notebook, tmp_path).told
    assert told == [("", None), ("6\n", "3")]
    cells[1]["outputs"] = shown("6\n", "3", 2)
    same = [kept(cell) == said for cell, said in zip(code_cells(notebook), told, strict=True)]
    cells[1]["outputs"] = shown("6\n", "4", 2)
    differing = [kept(cell) != said for cell, said in zip(code_cells(notebook), told, strict=True)]
    print(f"2 cells examined, {sum(same)} true, and 1 of them changed: {sum(differing)} seen")
    assert same == [True, True]
    assert differing == [False, True]
