"""Recipes in versions: frozen once used, hashed, nested, and computed once: S-35, S-47."""

import re
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import UnknownExperience
from analysis.models import Computation, Experience, Pass, Preset, Status
from analysis.runs.presets import PRESETS, chosen, ensure_presets
from analysis.runs.recipes import (
    content_of,
    create_experience,
    create_preset,
    update_experience,
    update_preset,
)
from analysis.runs.services import start_run
from analysis.workers.passes import work_one
from archive.access import PUBLIC, Actor
from archive.errors import CodeTaken, NotAllowed, NotFound, OddValue
from tests.analysis.recordings import recorded_item, staff
from tests.processes import House

pytestmark = pytest.mark.usefixtures("house")


def nodes(*processors: str) -> list[dict[str, Any]]:
    return [{"processor": processor} for processor in processors]


def made(actor: Actor, name: str, *steps: Any) -> Experience:
    return create_experience(actor=actor, name=name, steps=[_step(step) for step in steps])


def _step(step: Any) -> dict[str, Any]:
    if isinstance(step, Preset):
        return {"preset": step.pk}
    if isinstance(step, Experience):
        return {"experience": step.pk}
    return {"processor": step} if isinstance(step, str) else step


def processors_of(row: Preset | Experience) -> list[str]:
    return [node["processor"] for node in content_of(row).nodes]


def test_an_experience_comes_to_its_processors_in_order_each_once(house: House) -> None:
    actor = staff()
    base = create_preset(actor=actor, name="Base", nodes=nodes("level", "onset"))
    inner = made(actor, "Inner", "mel", base)
    outer = made(actor, "Outer", "silence", inner, "level", {"processor": "mel", "params": {}})
    assert processors_of(outer) == ["silence", "mel", "level", "onset"]
    assert [step.get("slug") for step in outer.steps] == [None, "inner", None, None]
    assert re.fullmatch("[0-9a-f]{64}", outer.content_hash)
    twin = made(actor, "Twin", "silence", inner, "level", "mel")
    assert twin.content_hash == outer.content_hash, "names do not count"
    turned = made(actor, "Turned", inner, "silence", "level", "mel")
    assert turned.content_hash != outer.content_hash, "order does"


def test_what_was_used_stays_and_a_change_is_another_version(house: House, tmp_path: Path) -> None:
    actor = staff()
    preset = create_preset(actor=actor, name="Mine", nodes=nodes("level"))
    before = preset.content_hash
    same = update_preset(actor=actor, preset=preset.pk, nodes=nodes("level", "onset"))
    assert (same.pk, same.version) == (preset.pk, 1), "not used yet: changed in its place"
    assert same.content_hash != before
    item = recorded_item(tmp_path)
    run = start_run(actor=actor, items=[item], preset="mine")
    preset.refresh_from_db()
    assert preset.frozen_at is not None
    assert (run.preset_version, run.recipe_hash) == (1, same.content_hash)
    renamed = update_preset(actor=actor, preset=preset.pk, name="Mine still")
    assert (renamed.pk, renamed.content_hash) == (preset.pk, same.content_hash)
    later = update_preset(actor=actor, preset=preset.pk, nodes=nodes("level"))
    assert (later.slug, later.version, later.frozen_at) == ("mine", 2, None)
    assert later.content_hash == before
    preset.refresh_from_db()
    assert processors_of(preset) == ["level", "onset"], "the old version is what it was"
    assert chosen(preset="mine", actor=actor).row == later
    with pytest.raises(OddValue, match="later version"):
        update_preset(actor=actor, preset=preset.pk, nodes=nodes("mel"))
    run.refresh_from_db()
    assert run.recipe_hash == same.content_hash


def test_what_is_within_another_is_frozen_with_it(house: House) -> None:
    actor = staff()
    inner = made(actor, "Inner", "level")
    outer = made(actor, "Outer", inner)
    inner.refresh_from_db()
    assert inner.frozen_at is not None
    changed = update_experience(actor=actor, experience=inner.pk, steps=nodes("onset"))
    assert changed.version == 2
    outer.refresh_from_db()
    assert processors_of(outer) == ["level"], "the outer one holds the version that it named"


def test_an_experience_never_holds_itself(house: House) -> None:
    actor = staff()
    one = made(actor, "One", "level")
    two = made(actor, "Two", one)
    three = made(actor, "Three", two)
    for inner, way in ((one, "one > one"), (two, "one > two > one"), (three, "one > three > two")):
        steps = [{"processor": "mel"}, {"experience": inner.pk}]
        with pytest.raises(OddValue, match=way) as refused:
            update_experience(actor=actor, experience=one.pk, steps=steps)
        assert refused.value.field == "steps.1"
    assert Experience.objects.count() == 3


def test_odd_parameters_are_refused_with_the_path_to_them(house: House) -> None:
    actor = staff()
    for node, field, says in (
        ({"processor": "onset", "params": {"nonsense": 1}}, "nodes.1.params", "nonsense"),
        ({"processor": "silence", "params": {"threshold": "loud"}}, "nodes.1.params", "threshold"),
        ({"processor": "mel", "params": {"bands": -3}}, "nodes.1.params.bands", "must lie between"),
        ({"processor": "mel", "params": [1]}, "nodes.1.params", "object"),
        ({"processor": "no_such"}, "nodes.1.processor", "no_such"),
        (
            {"processor": "level", "effects": [{"effect": "gain", "params": {"gain_db": "x"}}]},
            "nodes.1.effects",
            "gain_db",
        ),
    ):
        with pytest.raises(OddValue, match=says) as refused:
            create_preset(actor=actor, name="Odd", nodes=[{"processor": "level"}, node])
        assert refused.value.field.startswith(field), refused.value.field
    with pytest.raises(OddValue, match="at least one"):
        create_preset(actor=actor, name="Empty", nodes=[])
    assert not Preset.objects.filter(slug="odd").exists()


def test_a_second_experience_computes_its_other_half_alone_in_one_pass(
    house: House, tmp_path: Path
) -> None:
    actor, item = staff(), recorded_item(tmp_path)
    shared = create_preset(actor=actor, name="Shared", nodes=nodes("level", "onset"))
    first = made(actor, "First", shared, "silence", "mel")
    second = made(actor, "Second", "chroma", shared, "mfcc")
    start_run(actor=actor, items=[item], experience=first.pk)
    assert work_one()
    assert not work_one()
    run = start_run(actor=actor, items=[item], experience=second.pk)
    later = Pass.objects.get(status=Status.QUEUED)
    assert set(later.computations.values_list("processor", flat=True)) == {"chroma", "mfcc"}
    assert work_one()
    assert not work_one()
    run.refresh_from_db()
    assert run.status == Status.DONE
    assert Pass.objects.count() == 2
    assert Computation.objects.count() == 6
    assert (run.experience, run.preset, run.recipe_hash) == (
        second,
        "second",
        second.content_hash,
    )
    wanted = run.run_items.get().needs.values_list("computation__processor", flat=True)
    assert set(wanted) == {"level", "onset", "chroma", "mfcc"}


def test_a_run_may_set_processors_otherwise(house: House, tmp_path: Path) -> None:
    """S-47: the same recipe with other parameters is another computation, and told as such."""
    actor, item = staff(), recorded_item(tmp_path)
    preset = create_preset(actor=actor, name="Mine", nodes=nodes("level", "mel"))
    plain = start_run(actor=actor, items=[item], preset="mine")
    work_one()
    changes = [{"processor": "mel", "params": {"bands": 24}}]
    run = start_run(actor=actor, items=[item], preset="mine", changes=changes)
    later = Pass.objects.get(status=Status.QUEUED)
    (computation,) = later.computations.all()
    assert (computation.processor, computation.params["bands"]) == ("mel", 24)
    assert plain.recipe_hash == preset.content_hash != run.recipe_hash
    for odd, field in (
        ({"processor": "chroma"}, "parameters.0.processor"),
        ({"processor": "mel", "params": {"bands": 10**6}}, "parameters.0.params.bands"),
    ):
        with pytest.raises(OddValue) as refused:
            start_run(actor=actor, items=[item], preset="mine", changes=[odd])
        assert refused.value.field == field


def test_who_may_see_and_change_a_recipe(house: House, tmp_path: Path) -> None:
    owner = staff()
    editor = Actor(user_id=staff().user_id, is_member=True, is_editor=True)
    theirs = create_experience(actor=editor, name="Theirs", steps=nodes("level"))
    mine = create_experience(actor=owner, name="Mine", steps=nodes("level"))
    public = create_experience(actor=owner, name="Open", steps=nodes("level"), is_public=True)
    assert set(Experience.objects.visible_to(editor)) == {theirs, public}
    assert set(Experience.objects.visible_to(PUBLIC)) == {public}
    for hidden in (mine.pk, public.pk):
        with pytest.raises(NotFound if hidden == mine.pk else NotAllowed):
            update_experience(actor=editor, experience=hidden, name="Stolen")
    with pytest.raises(NotFound):
        create_experience(actor=editor, name="Over", steps=[{"experience": mine.pk}])
    with pytest.raises(UnknownExperience):
        chosen(experience=mine.pk, actor=editor)
    with pytest.raises(NotAllowed):
        create_experience(actor=Actor(user_id=owner.user_id), name="No", steps=nodes("level"))
    with pytest.raises(CodeTaken):
        create_experience(actor=editor, name="Mine", steps=nodes("level"))
    ensure_presets()
    with pytest.raises(NotAllowed, match="of the house"):
        update_preset(actor=owner, preset=Preset.objects.get(slug="default").pk, name="Ours")


def test_a_preset_of_the_house_that_was_used_gets_a_new_version(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_presets()
    ensure_presets()
    assert Preset.objects.filter(slug="timbre").count() == 1
    start_run(actor=staff(), items=[recorded_item(tmp_path)], preset="timbre")
    ensure_presets()
    assert Preset.objects.filter(slug="timbre").count() == 1, "nothing has changed"
    monkeypatch.setitem(PRESETS, "timbre", PRESETS["music"])
    ensure_presets()
    versions = list(Preset.objects.filter(slug="timbre").order_by("version"))
    assert [row.version for row in versions] == [1, 2]
    assert versions[0].nodes != versions[1].nodes
    assert chosen(preset="timbre").row == versions[1]
