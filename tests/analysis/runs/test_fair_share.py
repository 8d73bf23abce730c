"""Who goes first: a person's five hundred items do not stand before another's single one.

S-36. Real workers on a real database.
"""

import time
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from analysis.models import Pass, Priority, Run, Status
from analysis.runs.services import start_run
from analysis.workers import lease as leases
from analysis.workers.waking import HEAVY_QUEUE, WAKE_FOR_HEAVY
from archive.identifiers import new_id
from archive.models import File, Item, Part
from config.processes import at
from tests.analysis.recordings import new_item, recorded_item, staff
from tests.analysis.worker_processes import LONG_S, preset_of, wait_for
from tests.processes import House, wait_until

MANY = 500


def copies_of(item: Item, number: int) -> list[Item]:
    """Return items of other files with the same bytes: as many decodes, and one deposit."""
    part = Part.objects.select_related("file").get(item=item)
    items = [new_item() for _ in range(number)]
    files = [
        File(
            **{
                field.attname: getattr(part.file, field.attname)
                for field in File._meta.concrete_fields
                if field.attname not in {"id", "sha256", "created_at"}
            },
            id=new_id(),
            sha256=f"{n:064x}",
        )
        for n in range(number)
    ]
    File.objects.bulk_create(files)
    Part.objects.bulk_create(
        Part(item=each, file=file, position=part.position)
        for each, file in zip(items, files, strict=True)
    )
    return items


def done_of(run: Run) -> int:
    return run.run_items.filter(status=Status.DONE).count()


@pytest.mark.parametrize("priority", [Priority.BULK, Priority.NORMAL], ids=["bulk", "normal"])
def test_a_single_item_does_not_wait_behind_five_hundred(
    priority: Priority, house: House, tmp_path: Path
) -> None:
    """Also where the five hundred claim to be as urgent: who has had least goes first."""
    house.worker(concurrency=1)
    many = copies_of(recorded_item(tmp_path, seconds=0.2), MANY)
    first = start_run(actor=staff(), items=many, preset=preset_of("level"), priority=priority)
    wait_until(lambda: done_of(first) >= 2, within_s=LONG_S, what="the long run is under way")
    single = start_run(
        actor=staff(), items=[recorded_item(tmp_path)], preset=preset_of("level"), priority=0
    )
    before = done_of(first)
    began = time.monotonic()
    wait_for(single)
    meanwhile = done_of(first) - before
    print(f"{time.monotonic() - began:.1f} s, {meanwhile} of {MANY} items of the other meanwhile")
    assert single.status == Status.DONE
    assert meanwhile <= 3, "it waited for what was under way, and for no more"


def test_two_people_with_as_much_take_turns(house: House, tmp_path: Path) -> None:
    sound = recorded_item(tmp_path, seconds=0.2)
    items = copies_of(sound, 12)
    first = start_run(actor=staff(), items=items[:6], preset=preset_of("level"))
    second = start_run(actor=staff(), items=items[6:], preset=preset_of("level"))
    owners = []
    while lease := leases.claim():
        owners.append(Pass.objects.get(pk=lease.pass_id).asked_by_id)
    one, other = first.requested_by_id, second.requested_by_id
    assert len(owners) == 12
    assert all({owners[n], owners[n + 1]} == {one, other} for n in range(0, 12, 2)), owners


def test_who_waits_for_anothers_pass_takes_it_into_his_share(house: House, tmp_path: Path) -> None:
    """Else the item that both want would come when all else of the first has been done."""
    items = copies_of(recorded_item(tmp_path, seconds=0.2), 6)
    many, one = staff(), staff()
    start_run(actor=many, items=items, preset=preset_of("level"), priority=Priority.BULK)
    wanted = items[-1]
    start_run(actor=one, items=[wanted], preset=preset_of("level"))
    lease = leases.claim()
    assert lease
    taken = Pass.objects.get(pk=lease.pass_id)
    assert taken.file_id == Part.objects.get(item=wanted).file_id
    assert (taken.asked_by_id, taken.priority) == (one.user_id, Priority.NORMAL)


def test_heavy_work_has_workers_of_its_own(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    """The one slot for all the rest is not taken by what takes long, and the other way round."""
    settings.HEAVY_CPU_SECONDS = 1
    light = house.worker(concurrency=1)
    run = start_run(
        actor=staff(), items=[recorded_item(tmp_path, seconds=400)], preset=preset_of("pitch")
    )
    assert Pass.objects.get().is_heavy
    quick = start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=preset_of("level"))
    wait_for(quick)
    assert quick.status == Status.DONE
    run.refresh_from_db()
    assert run.status == Status.QUEUED, "no light worker has touched it"
    assert "wake_for_heavy" not in light.said().split(" ready.")[1]
    arguments = next(p for p in at("127.0.0.1", 1) if p.name == "heavy").arguments
    heavy = house.start("heavy", arguments)
    house.ready(heavy, lambda: " ready." in heavy.said())
    wait_for(run)
    assert run.status == Status.DONE
    assert f"Task {WAKE_FOR_HEAVY}" in heavy.said()


def test_the_heavy_queue_has_one_name() -> None:
    from config.processes import HEAVY_QUEUE as STARTED

    assert STARTED == HEAVY_QUEUE
