"""Presets and experiences by GraphQL: made, changed, frozen by a run, refused with a path: S-35."""

from typing import Any

import pytest

from analysis.models import Experience
from archive.access import PUBLIC, Actor
from tests.factories import MEMBER, make_item, make_part, make_user
from tests.graphql_api.asking import data_of
from tests.graphql_api.worked_examples import id_of

pytestmark = pytest.mark.django_db

RECIPE = "id slug version name contentHash frozenAt isPublic isMine nodes { processor params }"
PRESET = f"... on PresetPayload {{ preset {{ {RECIPE} }} }} ... on Error {{ code message path }}"
EXPERIENCE = f"""... on ExperiencePayload {{ experience {{ {RECIPE}
  steps {{ preset experience slug version contentHash node {{ processor params }} }} }} }}
  ... on Error {{ code message path }}"""
CREATE_PRESET = (
    f"mutation($i: CreatePresetInput!) {{ createPreset(input: $i) {{ __typename {PRESET} }} }}"
)
UPDATE_PRESET = (
    f"mutation($i: UpdatePresetInput!) {{ updatePreset(input: $i) {{ __typename {PRESET} }} }}"
)
CREATE = (
    "mutation($i: CreateExperienceInput!) { createExperience(input: $i) { __typename "
    f"{EXPERIENCE} }} }}"
)
UPDATE = (
    "mutation($i: UpdateExperienceInput!) { updateExperience(input: $i) { __typename "
    f"{EXPERIENCE} }} }}"
)
START = """mutation($i: StartRunInput!) { startRun(input: $i) { __typename
  ... on StartRunPayload { run { preset presetVersion recipeHash nodes { processor params } } }
  ... on Error { code message path } } }"""


@pytest.fixture
def curator() -> Actor:
    return Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)


def done(text: str, actor: Actor, **given: Any) -> dict[str, Any]:
    (answer,) = data_of(text, actor=actor, i=given).values()
    return dict(answer)


def test_an_experience_is_made_run_and_changed_into_a_new_version(curator: Actor) -> None:
    preset = done(
        CREATE_PRESET,
        curator,
        name="Loud",
        nodes=[{"processor": "level"}, {"processor": "mel", "params": {"bands": 24}}],
    )["preset"]
    made = done(
        CREATE,
        curator,
        name="Loud and high",
        steps=[{"node": {"processor": "chroma"}}, {"preset": preset["id"]}],
    )["experience"]
    assert [node["processor"] for node in made["nodes"]] == ["chroma", "level", "mel"]
    assert made["nodes"][2]["params"] == {"bands": 24}
    assert (made["slug"], made["version"], made["frozenAt"]) == ("loud-and-high", 1, None)
    assert made["isMine"]
    assert not made["isPublic"]
    assert made["steps"][1]["contentHash"] == preset["contentHash"]
    item = make_item()
    make_part(item)
    given = {"items": [id_of("Item", item.pk)], "experience": made["id"]}
    run = done(START, curator, **given)["run"]
    assert (run["preset"], run["recipeHash"]) == ("loud-and-high", made["contentHash"])
    changed = done(UPDATE, curator, id=made["id"], steps=[{"node": {"processor": "level"}}])
    assert changed["experience"]["version"] == 2
    assert changed["experience"]["contentHash"] != made["contentHash"]
    assert Experience.objects.get(version=1).frozen_at
    other = done(
        START,
        curator,
        **given,
        parameters=[{"processor": "mel", "params": {"bands": 12}}],
    )["run"]
    assert other["recipeHash"] != run["recipeHash"]
    bands = {node["processor"]: node["params"].get("bands") for node in other["nodes"]}
    assert bands["mel"] == 12
    odd = done(START, curator, **given, parameters=[{"processor": "mel", "params": {"bands": -1}}])
    assert odd["path"] == ["input", "parameters", "0", "params", "bands"]


def test_errors_lead_to_what_is_odd(curator: Actor) -> None:
    refused = done(
        CREATE_PRESET,
        curator,
        name="Odd",
        nodes=[{"processor": "level"}, {"processor": "mel", "params": {"bands": 1}}],
    )
    assert refused["path"] == ["input", "nodes", "1", "params", "bands"]
    assert "between 4 and 256" in refused["message"]
    refused = done(CREATE, curator, name="Odd", steps=[{}])
    assert refused["path"] == ["input", "steps", "0"]
    for actor in (PUBLIC, MEMBER):
        assert done(CREATE, actor, name="No", steps=[{"node": {"processor": "level"}}])[
            "__typename"
        ] == ("Forbidden")


def test_a_recipe_is_made_once_under_a_key_and_shown_to_whom_it_is_for(curator: Actor) -> None:
    given = {"name": "Once", "nodes": [{"processor": "level"}], "idempotencyKey": "k"}
    first = done(CREATE_PRESET, curator, **given)["preset"]
    assert done(CREATE_PRESET, curator, **given)["preset"]["id"] == first["id"]
    text = "{ presets { slug isMine } experiences { slug } }"

    def listed(actor: Actor) -> set[str]:
        return {preset["slug"] for preset in data_of(text, actor=actor)["presets"]}

    assert "once" in listed(curator)
    assert "once" not in listed(PUBLIC)
    assert "default" in listed(PUBLIC)
    shown = done(UPDATE_PRESET, curator, id=first["id"], isPublic=True)["preset"]
    assert shown["isPublic"]
    assert "once" in listed(PUBLIC)


def test_what_is_set_aside_is_offered_no_more_and_comes_back(curator: Actor) -> None:
    preset = done(CREATE_PRESET, curator, name="Trial", nodes=[{"processor": "level"}])["preset"]
    experience = done(CREATE, curator, name="Trials", steps=[{"preset": preset["id"]}])
    experience = experience["experience"]
    item = make_item(code="SET_ASIDE")
    make_part(item)
    over = {"items": [id_of("Item", item.pk)]}

    def listed(*, retired: bool) -> set[str]:
        text = "query($r: Boolean!) { presets(retired: $r) { slug isRetired } }"
        rows = data_of(text, actor=curator, r=retired)["presets"]
        assert {row["isRetired"] for row in rows} <= {retired}
        return {row["slug"] for row in rows}

    assert "trial" in listed(retired=False)
    done(UPDATE_PRESET, curator, id=preset["id"], isRetired=True)
    assert "trial" in listed(retired=True)
    assert "trial" not in listed(retired=False)
    refused = done(START, curator, preset="trial", **over)
    assert refused["path"] == ["input", "preset"]
    # What holds it keeps it; set aside itself, an experience is refused with a sentence.
    assert done(START, curator, experience=experience["id"], **over)["run"]["nodes"]
    done(UPDATE, curator, id=experience["id"], isRetired=True)
    assert "set aside" in done(START, curator, experience=experience["id"], **over)["message"]
    done(UPDATE_PRESET, curator, id=preset["id"], isRetired=False)
    assert done(START, curator, preset="trial", **over)["run"]["preset"] == "trial"
