"""A run is asked: what is there is reused, what is under way awaited, what is missing made."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connection

from analysis.core.registry import discover
from analysis.errors import KeyReused, NothingToRun, UnknownPreset
from analysis.models import Computation, Pass, Preset, Result, Run, Status
from analysis.runs.presets import DEFAULT_PROCESSORS
from analysis.runs.services import NO_SOUND, cancel_run, ensure_presets, start_run
from analysis.workers.passes import work_one
from archive.access import PUBLIC, Actor
from archive.errors import NotAllowed, NotFound
from archive.models import Part
from tests.analysis.recordings import new_item, recorded_item, staff, twin_of
from tests.processes import House

pytestmark = pytest.mark.usefixtures("house")
A = TypeVar("A")
R = TypeVar("R")
SMALL = ("technical", "level")


@pytest.fixture
def small(house: House) -> str:
    """Return a preset of two cheap processors."""
    nodes = [{"processor": name, "params": {}} for name in SMALL]
    return Preset.objects.create(slug="small", name="Small", nodes=nodes).slug


def test_the_default_preset_makes_one_pass_for_all_its_processors(tmp_path: Path) -> None:
    ensure_presets()
    run = start_run(actor=staff(), items=[recorded_item(tmp_path)])
    assert run.status == Status.QUEUED
    wanted = Computation.objects.values_list("processor", flat=True)
    assert sorted(wanted) == sorted(DEFAULT_PROCESSORS)
    assert Pass.objects.count() == 1
    assert {node["processor"] for node in run.nodes} == set(DEFAULT_PROCESSORS)


def test_a_run_over_done_work_has_ended_at_once(small: str, tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    start_run(actor=staff(), items=[item], preset=small)
    assert work_one()
    before = set(Result.objects.values_list("pk", flat=True))
    again = start_run(actor=staff(), items=[item.pk], preset=small)
    assert (again.status, again.progress) == (Status.DONE, 1.0)
    assert again.finished_at is not None
    assert Pass.objects.count() == 1
    assert set(Result.objects.values_list("pk", flat=True)) == before


def test_a_second_run_waits_for_what_is_under_way(small: str, tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    first = start_run(actor=staff(), items=[item], preset=small)
    second = start_run(actor=staff(), items=[item], preset=small)
    assert Pass.objects.count() == 1
    assert work_one()
    assert not work_one()
    for run in (first, second):
        run.refresh_from_db()
        assert run.status == Status.DONE


def test_a_larger_preset_computes_only_what_is_missing(small: str, tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    start_run(actor=staff(), items=[item], preset=small)
    work_one()
    start_run(actor=staff(), items=[item])
    later = Pass.objects.get(status=Status.QUEUED)
    made = set(later.computations.values_list("processor", flat=True))
    assert made == set(DEFAULT_PROCESSORS) - set(SMALL)


def test_two_runs_asked_at_once_are_computed_once(small: str, tmp_path: Path) -> None:
    """Eight threads with a connection each, at one barrier: one row per processor."""
    item = recorded_item(tmp_path)
    actors = [staff() for _ in range(8)]
    together(lambda actor: start_run(actor=actor, items=[item], preset=small), actors)
    assert Run.objects.count() == 8
    assert Computation.objects.count() == len(SMALL)
    assert Pass.objects.count() == 1
    assert work_one()
    assert set(Run.objects.values_list("status", flat=True)) == {Status.DONE}


def test_the_same_idempotency_key_is_the_same_run(small: str, tmp_path: Path) -> None:
    item, actor = recorded_item(tmp_path), staff()
    runs = together(
        lambda who: start_run(actor=who, items=[item], preset=small, idempotency_key="k"),
        [actor] * 4,
    )
    assert len({run.pk for run in runs}) == 1
    other = start_run(actor=staff(), items=[item], preset=small, idempotency_key="k")
    assert other.pk != runs[0].pk
    with pytest.raises(KeyReused):
        start_run(actor=actor, items=[new_item()], preset=small, idempotency_key="k")


def test_an_item_without_sound_fails_with_a_sentence(small: str, tmp_path: Path) -> None:
    silent, sounding = new_item(), recorded_item(tmp_path)
    run = start_run(actor=staff(), items=[silent, sounding], preset=small)
    assert run.run_items.get(item=silent).error == NO_SOUND
    assert run.status == Status.RUNNING
    work_one()
    run.refresh_from_db()
    assert run.run_items.get(item=sounding).status == Status.DONE
    assert (run.status, run.error) == (Status.PARTIAL, "1 of 2 items could not be analysed.")


def test_a_run_of_silent_items_alone_has_failed_at_once(small: str) -> None:
    run = start_run(actor=staff(), items=[new_item()], preset=small)
    assert run.status == Status.FAILED
    assert run.finished_at is not None


@pytest.mark.parametrize("state", [Status.FAILED, Status.CANCELLED, Status.QUARANTINED])
def test_what_ended_badly_does_not_block_a_new_request(
    state: Status, small: str, tmp_path: Path
) -> None:
    item = recorded_item(tmp_path)
    start_run(actor=staff(), items=[item], preset=small)
    Computation.objects.update(status=state)
    Pass.objects.update(status=state)
    again = start_run(actor=staff(), items=[item], preset=small)
    assert work_one()
    again.refresh_from_db()
    assert again.status == Status.DONE
    assert Result.objects.filter(item=item).count() == len(SMALL)


def test_parts_of_one_file_are_worked_by_interval(small: str, tmp_path: Path) -> None:
    """Two songs on one tape side: two passes, and neither shares the other's results."""
    side = recorded_item(tmp_path, seconds=2)
    whole = side.parts.get()
    songs = [new_item(), new_item()]
    for song, start, end in ((songs[0], 0, 44_100), (songs[1], 44_100, None)):
        Part.objects.create(item=song, file=whole.file, start_frame=start, end_frame=end)
    start_run(actor=staff(), items=songs, preset=small)
    assert Pass.objects.count() == 2
    while work_one():
        pass
    durations = {
        result.item_id: result.computation.outputs.get(name="duration").value
        for result in Result.objects.filter(computation__processor="technical")
    }
    assert durations == {songs[0].pk: 1.0, songs[1].pk: 1.0}
    hashes = set(Computation.objects.values_list("key", flat=True))
    assert len(hashes) == 4


def test_an_end_at_the_files_end_is_the_whole_file(small: str, tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    whole = item.parts.get()
    other = new_item()
    Part.objects.create(item=other, file=whole.file, end_frame=whole.file.frame_count)
    start_run(actor=staff(), items=[item, other], preset=small)
    assert Computation.objects.count() == len(SMALL)


def test_who_may_not_find_an_item_gets_the_answer_for_none(small: str, tmp_path: Path) -> None:
    """No door tells a hidden item from one that does not exist."""
    member = Actor(user_id=staff().user_id, is_member=True)
    hidden, missing = recorded_item(tmp_path, access="none"), uuid4()
    answers = []
    for actor in (PUBLIC, member):
        for pk in (hidden.pk, missing):
            with pytest.raises(NotFound) as told:
                start_run(actor=actor, items=[pk], preset=small)
            answers.append(str(told.value).replace(str(pk), "…"))
    assert set(answers) == {"There is no item …."}
    assert not Run.objects.exists()


def test_only_staff_start_runs(small: str, tmp_path: Path) -> None:
    member = Actor(user_id=staff().user_id, is_member=True)
    with pytest.raises(NotAllowed):
        start_run(actor=member, items=[recorded_item(tmp_path)], preset=small)


def test_odd_requests_are_answered_with_what_to_do(tmp_path: Path) -> None:
    item, actor = recorded_item(tmp_path), staff()
    with pytest.raises(UnknownPreset, match="The presets are: default"):
        start_run(actor=actor, items=[item], preset="nope")
    with pytest.raises(NothingToRun):
        start_run(actor=actor, items=[])
    Preset.objects.create(slug="gone", name="Gone", nodes=[{"processor": "gone", "params": {}}])
    with pytest.raises(NothingToRun, match="No processor of the preset 'gone'"):
        start_run(actor=actor, items=[item], preset="gone")


def test_processors_that_are_not_installed_are_left_out(tmp_path: Path) -> None:
    nodes: list[object] = [{"processor": name, "params": {}} for name in ("level", "gone")]
    Preset.objects.create(slug="half", name="Half", nodes=nodes)
    run = start_run(actor=staff(), items=[recorded_item(tmp_path)], preset="half")
    assert [node["processor"] for node in run.nodes] == ["level"]


def test_a_hurried_request_moves_the_pass_that_it_waits_for(small: str, tmp_path: Path) -> None:
    slow, hurried = recorded_item(tmp_path), recorded_item(tmp_path)
    start_run(actor=staff(), items=[slow], preset=small, priority=5)
    start_run(actor=staff(), items=[hurried], preset=small, priority=5)
    run = start_run(actor=staff(), items=[hurried], preset=small, priority=-5)
    work_one()
    run.refresh_from_db()
    assert run.status == Status.DONE


def test_cancelling_stops_a_pass_only_if_no_other_run_wants_it(small: str, tmp_path: Path) -> None:
    shared, own = recorded_item(tmp_path), recorded_item(tmp_path)
    actor = staff()
    first = start_run(actor=actor, items=[shared, own], preset=small)
    second = start_run(actor=staff(), items=[shared], preset=small)
    cancelled = cancel_run(actor=actor, run=first)
    assert cancelled.status == Status.CANCELLED
    assert set(cancelled.run_items.values_list("status", flat=True)) == {Status.CANCELLED}
    assert Pass.objects.get(file=own.parts.get().file).status == Status.CANCELLED
    assert work_one()
    assert not work_one()
    second.refresh_from_db()
    assert second.status == Status.DONE
    assert Result.objects.filter(item=shared).count() == len(SMALL)
    first.refresh_from_db()
    assert first.status == Status.CANCELLED


def test_cancelling_what_has_ended_changes_nothing(small: str, tmp_path: Path) -> None:
    actor = staff()
    run = start_run(actor=actor, items=[recorded_item(tmp_path)], preset=small)
    work_one()
    assert cancel_run(actor=actor, run=run.pk).status == Status.DONE
    assert Result.objects.count() == len(SMALL)


def test_anothers_run_is_not_there_to_be_cancelled(small: str, tmp_path: Path) -> None:
    run = start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=small)
    stranger = Actor(user_id=staff().user_id, is_member=True)
    for pk in (run.pk, uuid4()):
        with pytest.raises(NotFound):
            cancel_run(actor=stranger, run=pk)


def test_requests_and_cancels_at_once_leave_nothing_waiting(small: str, tmp_path: Path) -> None:
    """Every run ends: done, or cancelled by itself; no run is lost to another's cancel."""
    items = [recorded_item(tmp_path, seconds=0.2) for _ in range(4)]
    actors = [staff() for _ in range(12)]

    def ask(actor: Actor) -> None:
        run = start_run(actor=actor, items=items, preset=small)
        if actors.index(actor) % 3 == 0:
            cancel_run(actor=actor, run=run)

    together(ask, actors)
    while work_one():
        pass
    ended = list(Run.objects.values_list("status", flat=True))
    assert sorted(ended) == [Status.CANCELLED] * 4 + [Status.DONE] * 8


def test_reuse_is_not_observable_through_a_twin(small: str, tmp_path: Path) -> None:
    """A hidden item's work shows in nothing of a visible item with the same bytes."""
    hidden = recorded_item(tmp_path, access="none")
    start_run(actor=staff(), items=[hidden], preset=small)
    work_one()
    twin = twin_of(hidden, tmp_path)
    assert not Result.objects.visible_to(PUBLIC).exists()
    start_run(actor=staff(), items=[twin], preset=small)
    seen = Result.objects.visible_to(PUBLIC)
    assert {result.item_id for result in seen} == {twin.pk}
    assert seen.count() == len(SMALL)
    assert all(result.created_at >= twin.created_at for result in seen)
    assert not seen.filter(pk__in=Result.objects.filter(item=hidden)).exists()


def together(ask: Callable[[A], R], whom: list[A]) -> list[R]:
    """Ask for each in a thread of its own, begun at one barrier; the answers, in their order."""
    barrier = threading.Barrier(len(whom))
    answers: dict[int, R] = {}
    raised: list[BaseException] = []

    def one(number: int) -> None:
        try:
            barrier.wait()
            answers[number] = ask(whom[number])
        except BaseException as error:  # noqa: BLE001 - raised again below, in the test
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(whom))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if raised:
        raise raised[0]
    return [answers[number] for number in range(len(whom))]


def test_what_is_experimental_is_in_no_preset_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    ensure_presets()
    before = {row.slug: [n["processor"] for n in row.nodes] for row in Preset.objects.all()}
    assert "speech_silero" not in before["voice"]
    assert "pitch_swift" in before["voice"]
    monkeypatch.setattr(discover().get("pitch_swift"), "experimental", True)
    ensure_presets()
    after = {row.slug: [n["processor"] for n in row.nodes] for row in Preset.objects.all()}
    assert after["voice"] == [each for each in before["voice"] if each != "pitch_swift"]
    assert after["notes"] == before["notes"]
