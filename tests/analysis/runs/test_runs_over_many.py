"""Runs over many items: what each becomes, what fails and is tried again, and what it would cost.

S-36; T-26. Sharing between people is in test_fair_share.py.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as of_the_site
from pytest_django.fixtures import Settings

from analysis.errors import NothingToRun, QuotaSpent, RecipeChanged, TooManyItems, TooUrgent
from analysis.models import Computation, Pass, Priority, Run, Status
from analysis.runs.estimating import estimate
from analysis.runs.presets import ensure_presets, recipes_of
from analysis.runs.quota import WINDOW, Quota
from analysis.runs.services import cancel_run, retry_run, start_run
from analysis.workers.passes import work_one
from archive.access import Actor
from archive.actors import actor_of_user
from archive.errors import NotFound
from archive.models import Collection, Editor, EditorCollection, EditorGroup, Item
from archive.storage import MASTERS, open_local
from tests.analysis.odd_processors import PLUGINS, Failing
from tests.analysis.recordings import new_item, recorded_item, staff, twin_of
from tests.analysis.worker_processes import know_odd_processors, preset_of
from tests.factories import make_user

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture(autouse=True)
def _odd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Odd processors are known here and in the child."""
    know_odd_processors(monkeypatch)
    from analysis.core.job import Job
    from analysis.workers import passes

    monkeypatch.setattr(passes, "Job", lambda **given: Job(**given, plugins=PLUGINS))


def work_all() -> None:
    while work_one():
        pass


def editor_of(item: Item) -> Actor:
    """Return somebody who edits the item's collection, in which nothing else is."""
    item.collection = Collection.objects.create(code="OWN", title="Their own", access="mixed")
    item.save(update_fields=["collection"])
    user = make_user("editor")
    group = EditorGroup.objects.create(slug="theirs", name="Theirs")
    Editor.objects.create(group=group, user=user)
    EditorCollection.objects.create(group=group, collection=item.collection)
    return actor_of_user(user)


def statuses(run: Run) -> dict[object, str]:
    return dict(run.run_items.values_list("item", "status"))


def test_each_item_says_how_it_ended_and_one_that_fails_stops_no_other(tmp_path: Path) -> None:
    actor = staff()
    silent, good, known = new_item(), recorded_item(tmp_path), recorded_item(tmp_path)
    half = recorded_item(tmp_path)
    start_run(actor=actor, items=[known], preset=preset_of("level"))
    work_all()
    only = preset_of("level")
    run = start_run(actor=actor, items=[silent, good, known], preset=only)
    assert statuses(run) == {
        silent.pk: Status.FAILED,
        good.pk: Status.QUEUED,
        known.pk: Status.REUSED,
    }
    work_all()
    run.refresh_from_db()
    assert statuses(run)[good.pk] == Status.DONE
    assert (run.status, run.error) == (Status.PARTIAL, "1 of 3 items could not be analysed.")
    mixed = start_run(actor=actor, items=[half], preset=preset_of("level", "failing"))
    work_all()
    mixed.refresh_from_db()
    assert statuses(mixed) == {half.pk: Status.PARTIAL}
    assert (mixed.status, mixed.error) == (Status.PARTIAL, "1 of 1 items lack some results.")
    lost = start_run(actor=actor, items=[half], preset=preset_of("failing"))
    work_all()
    lost.refresh_from_db()
    assert (lost.status, statuses(lost)) == (Status.FAILED, {half.pk: Status.FAILED})


def test_what_failed_is_tried_again_in_the_same_run(tmp_path: Path) -> None:
    """The master is gone, and comes back: the item that failed is made, the other left alone."""
    actor = staff()
    good, bad = recorded_item(tmp_path), recorded_item(tmp_path)
    name = bad.parts.get().file.storage_name
    with open_local(MASTERS, name) as master:
        aside = master.with_suffix(".aside")
        sound = master.read_bytes()
        master.rename(aside)
        master.write_bytes(b"no sound at all")
        run = start_run(actor=actor, items=[good, bad], preset=preset_of("level"))
        work_all()
        run.refresh_from_db()
        assert (run.status, statuses(run)[bad.pk]) == (Status.PARTIAL, Status.FAILED)
        before = run.run_items.get(item=bad).error
        assert before
        master.unlink()
        aside.rename(master)
        assert master.read_bytes() == sound
    again = retry_run(actor=actor, run=run, reason="The tape was read anew.")
    assert (again.pk, again.status, again.finished_at) == (run.pk, Status.RUNNING, None)
    assert statuses(again) == {good.pk: Status.DONE, bad.pk: Status.QUEUED}
    work_all()
    again.refresh_from_db()
    assert (again.status, again.error, again.progress) == (Status.DONE, "", 1.0)
    told = again.run_items.get(item=bad)
    assert (told.tries, told.error) == (2, "")
    (earlier,) = told.earlier
    assert (earlier["status"], earlier["error"]) == ("failed", before)
    assert earlier["reason"] == "The tape was read anew."
    assert again.run_items.get(item=good).tries == 1
    with pytest.raises(NothingToRun):
        retry_run(actor=actor, run=again)


def test_a_retry_keeps_what_was_made_and_makes_what_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, item = staff(), recorded_item(tmp_path)
    run = start_run(actor=actor, items=[item], preset=preset_of("level", "failing"))
    work_all()
    made = Computation.objects.get(processor="level")
    retry_run(actor=actor, run=run, items=[item.pk])
    assert Computation.objects.filter(processor="level").count() == 1
    assert Pass.objects.filter(status=Status.QUEUED).get().computations.get().processor == "failing"
    work_all()
    run.refresh_from_db()
    assert (run.status, run.run_items.get().tries) == (Status.PARTIAL, 2)
    assert Computation.objects.get(processor="level") == made
    with pytest.raises(NotFound):
        retry_run(actor=actor, run=run, items=[new_item().pk])
    with pytest.raises(NotFound):
        retry_run(actor=Actor(user_id=staff().user_id, is_member=True), run=run)
    monkeypatch.setattr(Failing, "version", "1.0.1")
    with pytest.raises(RecipeChanged, match=r"failing 1\.0\.0, which is 1\.0\.1 now"):
        retry_run(actor=actor, run=run)


def test_what_was_cancelled_is_tried_again(tmp_path: Path) -> None:
    actor, item = staff(), recorded_item(tmp_path)
    run = start_run(actor=actor, items=[item], preset=preset_of("level"))
    assert cancel_run(actor=actor, run=run).status == Status.CANCELLED
    assert not work_one(), "a queued one is gone at once"
    retry_run(actor=actor, run=run)
    work_all()
    run.refresh_from_db()
    assert run.status == Status.DONE


def test_one_run_has_only_so_many_items_and_an_urgent_one_few(
    settings: Settings, tmp_path: Path
) -> None:
    settings.MAX_RUN_ITEMS = 6
    actor, preset = staff(), preset_of("level")
    items = [recorded_item(tmp_path, seconds=0.1) for _ in range(7)]
    with pytest.raises(TooManyItems, match="7 items, and one run has 6"):
        start_run(actor=actor, items=items, preset=preset)
    with pytest.raises(TooUrgent, match="5 items at most, and this one has 6"):
        start_run(actor=actor, items=items[:6], preset=preset, priority=Priority.INTERACTIVE)
    assert not Run.objects.exists()


def test_an_estimate_says_what_would_be_made_and_what_is_there(tmp_path: Path) -> None:
    actor = staff()
    items = [recorded_item(tmp_path, seconds=10 * n) for n in (1, 2, 3)]
    silent = new_item()
    start_run(actor=actor, items=items[:1], preset=preset_of("level", "mel"))
    work_all()
    start_run(actor=actor, items=items[1:2], preset=preset_of("level"))
    both = recipes_of(preset_of("level", "mel"))
    told = estimate(actor=actor, items=[item.pk for item in [*items, silent]], recipes=both)
    assert (told.items, told.without_sound, told.items_reused) == (4, 1, 1)
    assert (told.reused, told.awaited, told.computed) == (2, 1, 3)
    assert told.passes == 2
    assert told.sound_s == pytest.approx(50)
    mel = next(share for share in told.shares if share.recipe.processor == "mel")
    assert (mel.computed, mel.reused) == (2, 1)
    assert mel.seconds == pytest.approx(50)
    assert told.stored >= mel.stored > 0
    assert told.read == 2 * 44 + 50 * 44_100 * 2
    assert Run.objects.count() == 2, "nothing is begun"


def test_an_estimate_is_of_the_order_of_what_it_then_takes(tmp_path: Path) -> None:
    """Bytes within a factor of three, CPU within one of ten: it is for deciding, not for paying."""
    import resource

    ensure_presets()
    actor, item = staff(), recorded_item(tmp_path, seconds=300)
    told = estimate(actor=actor, items=[item.pk], recipes=recipes_of("default"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start_run(actor=actor, items=[item])
    work_all()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    stored = sum(
        path.stat().st_size
        for path in (of_the_site.MEDIA_DIR / "results").rglob("*")
        if path.is_file()
    )
    print(f"CPU {told.cpu_s:.1f} s told, {took:.1f} s taken; {told.stored:.0f} B, {stored} B")
    assert told.stored / 3 < stored < told.stored * 3
    assert told.cpu_s / 10 < took < told.cpu_s * 10


def test_a_hidden_twin_shows_in_no_estimate_and_in_no_item(tmp_path: Path) -> None:
    """An editor who cannot find the twin hears of work to do, and of an item that was done.

    The quota is charged, and seconds of sound are told, as if there were no twin.
    """
    hidden = recorded_item(tmp_path, access="none")
    start_run(actor=staff(), items=[hidden], preset=preset_of("level"))
    work_all()
    mine = twin_of(hidden, tmp_path)
    editor = editor_of(mine)
    recipes = recipes_of(preset_of("level"))
    told = estimate(actor=editor, items=[mine.pk], recipes=recipes)
    assert (told.computed, told.reused, told.items_reused) == (1, 0, 0)
    seen = estimate(actor=staff(), items=[mine.pk], recipes=recipes)
    assert (seen.computed, seen.reused, seen.items_reused) == (0, 1, 1)
    run = start_run(actor=editor, items=[mine], preset=preset_of("level"))
    assert statuses(run) == {mine.pk: Status.DONE}
    assert (run.charged_s, run.sound_s) == pytest.approx((told.sound_s, told.sound_s))
    assert told.sound_s > 0
    again = start_run(actor=editor, items=[mine], preset=preset_of("level"))
    assert (again.charged_s, again.sound_s) == (0, 0), "now the item shows it"
    of_staff = start_run(actor=staff(), items=[mine], preset=preset_of("level"))
    assert of_staff.charged_s == 0


def test_a_hidden_twin_that_is_being_analysed_is_charged_too(tmp_path: Path) -> None:
    hidden = recorded_item(tmp_path, access="none")
    start_run(actor=staff(), items=[hidden], preset=preset_of("level"))
    mine = twin_of(hidden, tmp_path)
    editor = editor_of(mine)
    told = estimate(actor=editor, items=[mine.pk], recipes=recipes_of(preset_of("level")))
    run = start_run(actor=editor, items=[mine], preset=preset_of("level"))
    assert run.charged_s == pytest.approx(told.sound_s)
    assert told.sound_s > 0
    assert start_run(actor=editor, items=[mine], preset=preset_of("level")).charged_s == 0


def test_who_has_spent_the_quota_hears_when_there_is_room_again(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ANALYSIS_HOURS_A_DAY = {"staff": 1, "editor": 1}
    actor = staff()
    item = recorded_item(tmp_path, seconds=30)
    first = start_run(actor=actor, items=[item], preset=preset_of("level"))
    assert first.charged_s == pytest.approx(30)
    earlier = datetime.now(UTC) - timedelta(hours=20)
    Run.objects.filter(pk=first.pk).update(created_at=earlier, charged_s=3590)
    more = recorded_item(tmp_path, seconds=20)
    with pytest.raises(QuotaSpent) as refused:
        start_run(actor=actor, items=[more], preset=preset_of("level"))
    error = refused.value
    assert error.room_at == earlier + WINDOW
    assert f"There is room for it at {earlier + WINDOW:%Y-%m-%d %H:%M} UTC" in str(error)
    assert error.left_s == pytest.approx(10)
    assert error.needed_s == pytest.approx(20)
    assert Run.objects.filter(requested_by=actor.user_id).count() == 1, "nothing was begun"
    assert not Computation.objects.filter(file__parts__item=more).exists()
    again = start_run(actor=actor, items=[item], preset=preset_of("level"))
    assert again.charged_s == 0, "what another run makes costs nothing"
    assert start_run(actor=staff(), items=[more], preset=preset_of("level")).charged_s == 20


def test_a_stopped_run_counts_only_what_was_done(settings: Settings, tmp_path: Path) -> None:
    settings.ANALYSIS_HOURS_A_DAY = {"staff": 1, "editor": 1}
    actor = staff()
    run = start_run(
        actor=actor, items=[recorded_item(tmp_path, seconds=30)], preset=preset_of("level")
    )
    cancel_run(actor=actor, run=run)
    run.refresh_from_db()
    assert run.charged_s == 0


def test_room_comes_as_earlier_requests_end() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    ends = tuple((now + timedelta(hours=n), 10.0) for n in (1, 2, 3))
    quota = Quota(40.0, 30.0, ends)
    assert quota.room_at(10) is None
    assert quota.room_at(15) == now + timedelta(hours=1)
    assert quota.room_at(30) == now + timedelta(hours=2)
    assert quota.room_at(40) == now + timedelta(hours=3)
    assert quota.room_at(41) is None
    assert not quota.has_room_for(41)
