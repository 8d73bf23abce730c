"""Bundles: run where the sounds are, by a process without Django, and taken back (S-33, S-51)."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from analysis.bundle.packing import OddBundle, read_bundle
from analysis.models import Computation, Output, Pass, Result, Run, RunItem, Status
from analysis.runs.bundles import make_bundle, take_results
from analysis.runs.recipes import create_experience
from analysis.runs.services import start_run
from analysis.workers.passes import work_one
from archive.models import Item, Part
from archive.services.deposit import deposit_sound
from archive.storage import MASTERS, open_local
from tests.analysis.recordings import ARCHIVIST, new_item, recorded_item, sine, staff, write_wav
from tests.processes import House

STEPS = ("level", "onset", "spectrogram", "silence", "listening_copy")
#: Stands before everything else on the path of the site: whoever imports Django there, fails.
BARRED = ("django", "celery", "psycopg", "strawberry")


def packed(house: House) -> Path:
    create_experience(
        actor=staff(), name="For a site", steps=[{"processor": name} for name in STEPS]
    )
    out = house.var / "X.zip"
    make_bundle("for-a-site", out)
    return out


def run_there(house: House, bundle: Path, folder: Path) -> tuple[Path, str]:
    """Unpack the bundle, and run it from there: nothing else of ours is on the path."""
    site = house.var / "site"
    shutil.rmtree(site, ignore_errors=True)
    with zipfile.ZipFile(bundle) as zip_:
        zip_.extractall(site)
    barred = house.var / "barred"
    for name in BARRED:
        (barred / name).mkdir(parents=True, exist_ok=True)
        (barred / name / "__init__.py").write_text("raise ImportError('there is none here')\n")
    out = house.var / "results.zip"
    done = subprocess.run(
        [sys.executable, "-m", "analysis.bundle", "run", str(bundle), str(folder), "--out",
         str(out)],
        cwd=site,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(barred), "TMPDIR": str(house.var)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return out, done.stdout


@pytest.fixture
def folder(house: House) -> Path:
    found = house.var / "sounds"
    found.mkdir()
    return found


def master_into(item: Item, folder: Path, name: str) -> None:
    part = Part.objects.select_related("file").get(item=item)
    with open_local(MASTERS, part.file.storage_name) as path:
        shutil.copyfile(path, folder / name)


def test_a_bundle_is_run_without_django_and_taken_back(
    house: House, folder: Path, tmp_path: Path
) -> None:
    item = recorded_item(tmp_path, seconds=3)
    master_into(item, folder, "secret name.wav")
    write_wav(folder / "foreign.wav", sine(1.0, 321.0))
    (folder / "notes.txt").write_text("no sound")
    bundle = packed(house)
    told = read_bundle(bundle)
    assert told.left_out == ("listening_copy",), "copies of the sound do not leave"
    with zipfile.ZipFile(bundle) as zip_:
        names = set(zip_.namelist())
    assert "requirements.lock" in names
    assert not [name for name in names if name.startswith(("archive", "analysis/models"))]

    results, said = run_there(house, bundle, folder)
    assert "2 of 3 sounds were analysed" in said
    with zipfile.ZipFile(results) as zip_:
        everything = b"".join(zip_.read(name) for name in zip_.namelist())
        assert not [name for name in zip_.namelist() if name.endswith((".opus", ".wav"))]
    assert b"secret name" not in everything
    samples = (np.clip(sine(3.0), -1, 1) * 32767).astype("<i2").tobytes()[1000:1400]
    assert samples not in everything

    taken = take_results(results)
    assert (len(taken.matched), len(taken.unmatched), len(taken.rejected)) == (1, 1, 1)
    assert (taken.made, taken.known) == (4, 0)
    peak = Output.objects.get(name="peak", computation__results__item=item)
    assert peak.value == pytest.approx(-6.02, abs=0.05)
    assert not Pass.objects.exists(), "nothing was decoded here"
    run = Run.objects.get()
    assert taken.run == run
    assert (run.status, run.preset) == (Status.DONE, "for-a-site")
    assert run.recipe_hash == told.content_hash
    assert told.id in run.origin
    assert run.run_items.get().needs.count() == 4
    assert Computation.objects.get(processor="level").libraries["numpy"] == np.__version__

    again = take_results(results)
    assert (again.made, again.known, again.was_taken) == (0, 4, True)
    assert (Result.objects.count(), Run.objects.count()) == (4, 1)
    assert RunItem.objects.count() == 1


def test_what_a_site_made_is_what_would_have_been_made_here(
    house: House, folder: Path, tmp_path: Path
) -> None:
    """The same keys: a run here reuses it; and another run there finds all of it known."""
    item, other = recorded_item(tmp_path, seconds=2), recorded_item(tmp_path, seconds=2)
    master_into(item, folder, "a.wav")
    master_into(other, folder, "b.wav")
    bundle = packed(house)
    here = start_run(actor=staff(), items=[other], preset="default")
    while work_one():
        pass
    here.refresh_from_db()
    assert here.status == Status.DONE
    results, _ = run_there(house, bundle, folder)
    taken = take_results(results)
    assert (taken.made, taken.known) == (4, 4), "what was made here is not made again"
    run = start_run(actor=staff(), items=[item], preset="default")
    later = Pass.objects.get(status=Status.QUEUED)
    assert not set(later.computations.values_list("processor", flat=True)) & set(STEPS[:4])
    assert run.status == Status.RUNNING
    hashes = {
        output.computation.file_id: output.content_hash
        for output in Output.objects.filter(kind="tiles", computation__processor="spectrogram")
    }
    assert len(hashes) == 2


@pytest.mark.parametrize("what", ["manifest", "file", "added", "seal", "stranger"])
def test_what_was_changed_on_the_way_is_refused(
    what: str, house: House, folder: Path, tmp_path: Path
) -> None:
    item = recorded_item(tmp_path)
    master_into(item, folder, "a.wav")
    results, _ = run_there(house, packed(house), folder)
    with pytest.raises(OddBundle):
        take_results(_changed(results, what, house.var / "changed.zip"))
    assert not Result.objects.exists()
    assert not Run.objects.exists()
    assert take_results(results).made == 4, "the control: unchanged, they are taken"


def _changed(results: Path, what: str, out: Path) -> Path:
    with zipfile.ZipFile(results) as source, zipfile.ZipFile(out, "w") as changed:
        for name in source.namelist():
            data = source.read(name)
            if name == "results.json":
                sealed = json.loads(data)
                if what == "manifest":
                    sealed["results"] = sealed["results"].replace('"value":-', '"value":-1', 1)
                if what == "seal":
                    sealed["seal"] = "0" * 64
                if what == "stranger":
                    told = json.loads(sealed["results"])
                    told["bundle"] = "another"
                    sealed["results"] = json.dumps(told)
                data = json.dumps(sealed).encode()
            elif what == "file" and name.endswith(".h5"):
                data = data[:-1] + bytes([data[-1] ^ 1])
            changed.writestr(name, data)
        if what == "added":
            changed.writestr("files/0/more.txt", b"more")
    return out


def test_an_item_that_shows_a_part_of_the_file_is_not_matched(
    house: House, folder: Path, tmp_path: Path
) -> None:
    item = new_item()
    path = write_wav(tmp_path / "side.wav", sine(2.0, 555.0))
    deposit_sound(path, actor=ARCHIVIST, item=item)
    Part.objects.filter(item=item).update(start_frame=1000, end_frame=2000)
    shutil.copyfile(path, folder / "side.wav")
    results, _ = run_there(house, packed(house), folder)
    taken = take_results(results)
    assert (len(taken.matched), len(taken.unmatched), taken.made) == (0, 1, 0)
    assert not Run.objects.exists()


def test_the_commands_make_and_take(house: House, folder: Path, tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    master_into(item, folder, "a.wav")
    packed(house)
    bundle = house.var / "made.zip"
    said = house.manage("bundle", "make", "for-a-site", "--out", str(bundle))
    assert "Left out: listening_copy makes copies of the sound." in said
    results, _ = run_there(house, bundle, folder)
    said = house.manage("bundle", "take", str(results))
    assert "1 sounds matched, 0 not; 4 results are new, 0 were there." in said
    said = house.manage("bundle", "take", str(results))
    assert "These results were taken before." in said
