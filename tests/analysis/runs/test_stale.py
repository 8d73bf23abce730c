"""A processor's version rises: what is stale, making it anew, and what has changed by it."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from analysis.errors import NothingToRun
from analysis.models import Computation, Output, Pass, Result, Status
from analysis.processors.level import Level
from analysis.results.comparing import note_changes
from analysis.runs.presets import recipes_in
from analysis.runs.services import cancel_run, retry_run, start_recipes, start_run
from analysis.runs.stale import recompute, stale_by_processor, stale_results
from analysis.workers.passes import work_one
from archive.access import Actor
from tests.analysis.recordings import recorded_item, staff
from tests.analysis.worker_processes import preset_of

pytestmark = pytest.mark.usefixtures("house")


def work_all() -> None:
    while work_one():
        continue


def made_with_an_older(*processors: str) -> None:
    """Let what is there be of a version before the installed one, and other numbers in it."""
    rows = Computation.objects.filter(processor__in=processors)
    for row in rows:
        row.processor_version, row.key = "0.0.1", f"{'0' * 32}{row.pk.hex}"
        row.save(update_fields=["processor_version", "key"])


def test_what_another_version_made_is_stale_and_made_anew(tmp_path: Path) -> None:
    actor = staff()
    both, one = recorded_item(tmp_path), recorded_item(tmp_path)
    start_run(actor=actor, items=[both], preset=preset_of("level", "mel"))
    start_run(actor=actor, items=[one], preset=preset_of("level"))
    work_all()
    assert not stale_results(actor).exists()
    with pytest.raises(NothingToRun):
        recompute(actor=actor)
    made_with_an_older("level", "mel")
    Output.objects.filter(computation__processor="level", name="peak").update(value=-3.0)
    counted = {each.processor: (each.results, each.items) for each in stale_by_processor(actor)}
    assert counted == {"level": (2, 2), "mel": (1, 1)}
    assert {each.installed for each in stale_by_processor(actor)} >= {Level.version}
    nobody = Actor(user_id=staff().user_id, is_member=True)
    assert not stale_results(nobody).exists()

    run = recompute(actor=actor, processors=["level"])
    assert run.preset == "recompute"
    work_all()
    run.refresh_from_db()
    assert run.status == Status.DONE
    assert [each.processor for each in stale_by_processor(actor)] == ["mel"]
    assert not Computation.objects.filter(processor="mel", processor_version="1.0.1").exists()
    old = Result.objects.get(item=both, computation__processor_version="0.0.1",
                             computation__processor="level")  # fmt: skip
    assert old.superseded_by is not None
    assert old.change is not None, "the worker noted it"
    told = {each["name"]: each for each in old.change["outputs"]}
    assert told["peak"]["oldValue"] == -3.0
    assert told["peak"]["newValue"] == pytest.approx(-6.02, abs=0.05)
    assert told["peak"]["difference"] == pytest.approx(3.02, abs=0.05)
    assert not told["peak"]["isEqual"]
    assert told["rms"]["isEqual"]


def test_an_item_is_made_anew_by_what_it_had_and_no_more(tmp_path: Path) -> None:
    """Of one item the level, of the other the bands, set as they were: nothing beside them."""
    actor = staff()
    loud, high = recorded_item(tmp_path), recorded_item(tmp_path)
    start_run(actor=actor, items=[loud], preset=preset_of("level"))
    changes = [{"processor": "mel", "params": {"bands": 12}}]
    start_run(actor=actor, items=[high], preset=preset_of("mel"), changes=changes)
    work_all()
    made_with_an_older("level", "mel")
    run = recompute(actor=actor)
    passes = Pass.objects.filter(status=Status.QUEUED)
    made = {
        (row.processor, row.params.get("bands"))
        for each in passes
        for row in each.computations.all()
    }
    assert made == {("level", None), ("mel", 12)}
    assert passes.count() == 2
    cancel_run(actor=actor, run=run)
    retry_run(actor=actor, run=run)
    assert Pass.objects.filter(status=Status.QUEUED).count() == 2
    work_all()
    assert not stale_results(actor).exists()


def test_what_differs_in_effects_alone_is_tried_again_each(tmp_path: Path) -> None:
    actor, item = staff(), recorded_item(tmp_path)
    louder = [{"effect": "gain", "params": {"gain_db": 3.0}}]
    level: dict[str, Any] = {"processor": "level", "version": Level.version}
    nodes = [level, level | {"effects": louder}]
    run = start_recipes(actor=actor, recipes={item.pk: recipes_in(nodes)}, name="Both")
    cancel_run(actor=actor, run=run)
    retry_run(actor=actor, run=run)
    (again,) = Pass.objects.filter(status=Status.QUEUED)
    assert {len(row.effects) for row in again.computations.all()} == {0, 1}


def test_curves_are_compared_block_by_block(tmp_path: Path, settings: Settings) -> None:
    """The greatest difference is told, and how many numbers differ; equal ones are equal."""
    import h5py

    actor, item = staff(), recorded_item(tmp_path, seconds=3)
    start_run(actor=actor, items=[item], preset=preset_of("mel", "silence"))
    work_all()
    made_with_an_older("mel", "silence")
    before = Computation.objects.get(processor="mel")
    stored = settings.MEDIA_DIR / "results" / before.hdf5_name
    output = before.outputs.get(kind="frames")
    path = stored.with_name("other.h5")  # the same bytes would be the same file
    shutil.copyfile(stored, path)
    before.hdf5_name = str(path.relative_to(settings.MEDIA_DIR / "results"))
    before.save(update_fields=["hdf5_name"])
    with h5py.File(path, "r+") as file:
        values = file[output.hdf5_path]
        values[3, 5] += np.float32(7.5)
        values[9, 0] = np.nan
    recompute(actor=actor)
    work_all()
    note_changes()
    old = Result.objects.get(computation=before)
    assert old.change is not None
    (told,) = [each for each in old.change["outputs"] if each["name"] == output.name]
    assert told["difference"] == pytest.approx(7.5, rel=1e-4)
    assert (told["differing"], told["isEqual"]) == (2, False)
    silence = Result.objects.get(
        computation__processor="silence", computation__processor_version="0.0.1"
    )
    assert silence.change is not None
    assert all(each["isEqual"] for each in silence.change["outputs"])
    assert note_changes() == 0, "each is noted once"
