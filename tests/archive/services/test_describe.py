"""What is said is kept; said again it changes nothing; what cannot be is refused by its field."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.access import HOUSE, PUBLIC
from archive.errors import (
    CodeTaken,
    NotAllowed,
    NotFound,
    OddCode,
    OddDate,
    OddValue,
    VersionConflict,
)
from archive.identifiers import new_id
from archive.models import Event, Item, Place
from archive.services.describe import create_item, update_item
from archive.services.describe_levels import describe_collection, describe_corpus, describe_fonds
from archive.services.describe_links import AgentPart, PerformancePart
from archive.services.describe_terms import (
    Name,
    describe_agent,
    describe_instrument,
    describe_language,
    describe_place,
    describe_population,
)
from tests.factories import MEMBER, STAFF, hidden_item, make_collection, make_item

pytestmark = pytest.mark.django_db


def newest() -> int:
    return Event.objects.count()


def everything() -> dict[str, Any]:
    """Describe the record that every slide of our predecessor shows, and what it points to."""
    describe_fonds(actor=HOUSE, code="CNRSMH", title="Musée de l'Homme")
    describe_corpus(actor=HOUSE, code="CNRSMH_I", title="Editions", fonds=["CNRSMH"])
    describe_collection(
        actor=HOUSE,
        code="CNRSMH_I_1970_012",
        title="Les Dogon",
        access="full",
        corpora=["CNRSMH_I"],
    )
    describe_place(actor=HOUSE, slug="africa", name="Africa", kind="continent")
    describe_place(
        actor=HOUSE,
        slug="sanga",
        name="Sanga",
        kind="settlement",
        parents=["africa"],
        names=[Name("Sangha", "fr")],
        latitude=14.46,
        longitude=-3.31,
    )
    describe_population(actor=HOUSE, slug="dogon", name="Dogon", names=[Name("Dogõ")])
    describe_language(actor=HOUSE, code="dts", name="Toro So Dogon")
    describe_agent(actor=HOUSE, slug="g-rouget", name="G. Rouget", kind="person")
    describe_instrument(
        actor=HOUSE, slug="trompe", name="trompe", vernacular_names=[Name("KAKELE")]
    )
    return {
        "title": "TROMPE ET TAMBOUR",
        "original_title": "OLU BOY",
        "collection": "CNRSMH_I_1970_012",
        "recorded": "1960-11-01/1960-11-30",
        "place": "sanga",
        "populations": ["dogon"],
        "languages": ["dts"],
        "agents": [AgentPart("g-rouget", "recordist", "public")],
        "performances": [PerformancePart("trompe", "KAKELE", 1)],
        "embargo_until": datetime(2030, 1, 1, tzinfo=UTC),
    }


def test_a_record_is_made_whole() -> None:
    item = create_item(actor=HOUSE, code="X_15", **everything())
    item.refresh_from_db()
    assert (item.recorded_from, item.recorded_to) == (date(1960, 11, 1), date(1960, 11, 30))
    assert item.place is not None
    assert item.place.slug == "sanga"
    assert [str(each) for each in item.populations.all()] == ["Dogon"]
    assert [each.audience for each in item.agent_links.all()] == ["public"]
    performance = item.performances.get()
    assert performance.vernacular_name is not None
    assert (performance.vernacular_name.name, performance.instrument_count) == ("KAKELE", 1)


def test_the_same_words_again_change_nothing() -> None:
    said = everything()
    item = create_item(actor=HOUSE, code="X_15", **said)
    before = newest()
    everything()
    again = update_item(actor=HOUSE, code="X_15", if_version=item.version, **said)
    assert again.version == item.version
    assert newest() == before, "no row was written"


def test_a_change_raises_the_version_once_and_what_is_left_out_stays() -> None:
    create_item(actor=HOUSE, code="X_15", **everything())
    before = newest()
    item = update_item(actor=HOUSE, code="X_15", title="New", if_version=1)
    assert (item.title, item.original_title, item.version) == ("New", "OLU BOY", 2)
    assert newest() == before + 1
    assert item.performances.count() == 1


def test_a_list_replaces_what_was_there() -> None:
    item = create_item(actor=HOUSE, code="X_15", **everything())
    update_item(actor=HOUSE, item_id=item.pk, performances=[], populations=[], place=None)
    item.refresh_from_db()
    assert (item.performances.count(), item.populations.count(), item.place) == (0, 0, None)
    twice = [PerformancePart("trompe", count=1), PerformancePart("trompe", count=1)]
    update_item(actor=HOUSE, item_id=item.pk, performances=twice, languages=["dts", "dts"])
    assert (item.performances.count(), item.languages.count()) == (2, 1)


def test_an_older_version_is_refused_and_told_where_it_stands() -> None:
    item = make_item(title="one")
    update_item(actor=HOUSE, item_id=item.pk, title="two")
    with pytest.raises(VersionConflict) as refused:
        update_item(actor=HOUSE, item_id=item.pk, if_version=1, title="three")
    assert (refused.value.expected, refused.value.current) == (1, 2)
    item.refresh_from_db()
    assert item.title == "two"


@pytest.mark.parametrize("code", ["no-such", "", "a\0b", "ü" * 500, "x' OR 1=1"])
def test_a_record_that_is_not_there_and_one_that_is_hidden_are_refused_alike(code: str) -> None:
    hidden = hidden_item()
    answers = set()
    for named in (
        {"code": code},
        {"code": hidden.code},
        {"item_id": hidden.pk},
        {"item_id": new_id()},
        {},
    ):
        for actor in (PUBLIC, MEMBER):
            with pytest.raises(NotFound) as refused:
                update_item(actor=actor, title="x", **named)
            answers.add(str(refused.value))
    assert len(answers) == 1


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_who_may_only_read_may_not_write(actor: Any) -> None:
    item = make_item(title="one")
    writes: list[Callable[[], object]] = [
        lambda: update_item(actor=actor, item_id=item.pk, title="x"),
        lambda: create_item(actor=actor, title="x", collection=item.collection.code),
        lambda: describe_place(actor=actor, slug="x", name="x"),
        lambda: describe_collection(actor=actor, code="x", title="x"),
        lambda: describe_fonds(actor=actor, code="x", title="x"),
        lambda: describe_corpus(actor=actor, code="x", title="x"),
        lambda: describe_agent(actor=actor, slug="x", name="x"),
        lambda: describe_instrument(actor=actor, slug="x", name="x"),
        lambda: describe_population(actor=actor, slug="x", name="x"),
        lambda: describe_language(actor=actor, code="xxx", name="x"),
    ]
    before = newest()
    for write in writes:
        with pytest.raises(NotAllowed):
            write()
    assert newest() == before


_ODD: list[tuple[str, dict[str, Any]]] = [
    ("title", {"title": ""}),
    ("title", {"title": " \t "}),
    ("title", {"title": "\u200b\u00a0"}),
    ("title", {"title": "a\0b"}),
    ("title", {"title": "two\nlines"}),
    ("title", {"title": "x" * 501}),
    ("title", {"title": "\ud800"}),
    ("description", {"description": "x" * 100_001}),
    ("description", {"description": "bell\x07"}),
    ("original_code", {"original_code": "x" * 251}),
    ("access", {"access": "mixed"}),
    ("access", {"access": ""}),
    ("embargo_until", {"embargo_until": datetime(2030, 1, 1)}),  # noqa: DTZ001
    ("collection", {"collection": "no-such"}),
    ("collection", {"collection": "a\0b"}),
    ("place", {"place": "atlantis"}),
    ("populations", {"populations": ["dogon", "nobody"]}),
    ("languages", {"languages": ["xxx"]}),
    ("languages", {"languages": ["dts"] * 201}),
    ("agents", {"agents": [AgentPart("nobody", "recordist")]}),
    ("agents.0.role", {"agents": [AgentPart("g-rouget", "cook")]}),
    ("agents.0.audience", {"agents": [AgentPart("g-rouget", "author", "everyone")]}),
    ("performances", {"performances": [PerformancePart("lute")]}),
    ("performances.0.vernacular_name", {"performances": [PerformancePart("trompe", "unheard")]}),
    ("performances.0.count", {"performances": [PerformancePart("trompe", count=-1)]}),
    ("performances.0.count", {"performances": [PerformancePart("trompe", count=99_999)]}),
]


@pytest.mark.parametrize(("field", "odd"), _ODD)
def test_what_a_field_cannot_hold_is_refused_by_its_name_and_nothing_is_written(
    field: str, odd: dict[str, Any]
) -> None:
    item = create_item(actor=HOUSE, code="X_15", **everything())
    before = newest()
    with pytest.raises(OddValue, match=r"\.$") as refused:
        update_item(actor=HOUSE, item_id=item.pk, **({"credit": "me"} | odd))
    assert refused.value.field == field
    assert newest() == before
    item.refresh_from_db()
    assert item.credit == ""


def test_odd_dates_and_codes_are_refused() -> None:
    collection = make_collection().code
    item = make_item()
    with pytest.raises(OddDate):
        update_item(actor=HOUSE, item_id=item.pk, recorded="the other day")
    for code in ("", "a b", "../x", str(new_id()), "x" * 129, "x\0"):
        with pytest.raises(OddCode):
            create_item(actor=HOUSE, code=code, title="x", collection=collection)
    with pytest.raises(CodeTaken):
        create_item(actor=HOUSE, code=item.code, title="x", collection=collection)
    for needed in ("title", "collection"):
        said: dict[str, Any] = {"title": "x", "collection": collection} | {needed: ""}
        with pytest.raises(OddValue) as refused:
            create_item(actor=HOUSE, **said)
        assert refused.value.field == needed
    assert create_item(actor=HOUSE, title="x", collection=collection).code is None


def test_a_failed_list_takes_the_rest_of_the_change_with_it() -> None:
    with pytest.raises(OddValue):
        create_item(actor=STAFF, code="X_1", **(everything() | {"populations": ["nobody"]}))
    assert not Item.objects.filter(code="X_1").exists()


def test_rings_of_places_are_refused_by_field() -> None:
    describe_place(actor=HOUSE, slug="a", name="A")
    describe_place(actor=HOUSE, slug="b", name="B", parents=["a"])
    for parents in (["b"], ["a"]):
        with pytest.raises(OddValue, match="own ancestor") as refused:
            describe_place(actor=HOUSE, slug="a", name="A2", parents=parents)
        assert refused.value.field == "parents"
    assert Place.objects.get(slug="a").name == "A"
    for latitude in (91.0, float("nan")):
        with pytest.raises(OddValue):
            describe_place(actor=HOUSE, slug="c", name="C", latitude=latitude, longitude=0.0)
    with pytest.raises(OddValue, match="both"):
        describe_place(actor=HOUSE, slug="c", name="C", latitude=1.0)
    with pytest.raises(OddValue) as refused:
        describe_place(actor=HOUSE, slug="c d", name="C")
    assert refused.value.field == "slug"


def test_a_vernacular_name_in_use_stays() -> None:
    create_item(actor=HOUSE, code="X_15", **everything())
    with pytest.raises(OddValue, match="cannot be taken away"):
        describe_instrument(actor=HOUSE, slug="trompe", name="trompe", vernacular_names=[])


@given(text=st.text(max_size=600))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_kept_as_it_is_or_refused_by_name(text: str) -> None:
    item = make_item(title="one")
    try:
        update_item(actor=HOUSE, item_id=item.pk, title=text, description=text)
    except OddValue:
        text = ""
    item.refresh_from_db()
    assert (item.title, item.description) == ((text.strip(), text) if text else ("one", ""))
    assert not connection.needs_rollback
