"""The tutorial is run, and prints what stands in it, where there is no Django (S-57, S-77)."""

from pathlib import Path
from typing import Any

import pytest

from analysis.core.pipe import Pipe, array_decoder, level, own, pitch
from analysis.core.processor import Processor
from analysis.exchange import FORMATS, document_of
from config import env
from tests import signals
from tests.analysis.notebooks import code_cells, kept, read, run
from tests.analysis.plugins import Evil, NoId, Undeclared

TUTORIAL = env.ROOT / "docs" / "tutorial.ipynb"


@pytest.mark.slow
def test_the_tutorial_prints_what_stands_in_it(tmp_path: Path) -> None:
    notebook = read(TUTORIAL)
    ran = run(notebook, tmp_path)
    cells = code_cells(notebook)
    print(f"{len(cells)} cells run")
    assert len(cells) >= 10
    for cell, told in zip(cells, ran.told, strict=True):
        assert told == kept(cell), "".join(cell["source"])
    assert sum(bool(printed or worth) for printed, worth in ran.told) >= 9
    assert not ran.loaded & {"django", "celery", "archive", "librosa", "numba"}


def test_a_cell_that_fails_is_told(tmp_path: Path) -> None:
    failing = {"cells": [{"cell_type": "code", "source": ["import django"]}]}
    with pytest.raises(AssertionError, match="django is blocked"):
        run(failing, tmp_path)


def a_second() -> Pipe:
    return array_decoder(signals.harmonic(220, 1), signals.RATE)


@pytest.mark.parametrize(
    ("processor", "reason"),
    [(Evil, "the id 'level' is already taken"), (NoId, "does not declare 'id'")],
)
def test_a_class_that_cannot_be_run_is_refused(
    processor: type[Processor[Any]], reason: str
) -> None:
    with pytest.raises(TypeError, match=reason):
        own(processor)


def test_a_class_of_ones_own_fails_alone() -> None:
    found = (a_second() | level | own(Undeclared)).run()
    assert found["level"].outcome.status == "done"
    assert "does not declare" in found["undeclared"].outcome.message


def test_what_a_pipe_found_goes_through_a_file(tmp_path: Path) -> None:
    found = (a_second() | pitch(f_min=100.0)).run()
    document = document_of(found, "pitch", title="A tone")
    assert document.params["f_min"] == 100.0
    assert document.libraries["essentia"]
    assert document.duration_s == 1.0
    back = FORMATS["json"].read(FORMATS["json"].write(document))
    assert back == document
