"""The one rule, against the tables that curators read (docs/access.md; D-13, R-11, telemeta 3)."""

import itertools
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper
from django.db.models.functions import Now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from archive.access import PUBLIC, Act, Actor, Audience, item_rule, may
from archive.identifiers import new_id
from archive.models import (
    Agent,
    Collection,
    Corpus,
    Fonds,
    Instrument,
    Item,
    ItemAgent,
    Language,
    Part,
    Place,
    Population,
)
from tests.factories import (
    MEMBER,
    ROLES,
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)

PAGE = Path(__file__).parents[2] / "docs" / "access.md"
COLLECTION_LEVELS = ["none", "metadata", "mixed", "full"]
ITEM_LEVELS = ["none", "metadata", "full", None]


def rows_after(heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading, its head first."""
    text = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n", 1)[1]
    lines = itertools.takewhile(
        lambda line: line.startswith("|"),
        itertools.dropwhile(lambda line: not line.startswith("|"), text.splitlines()),
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if not set("".join(row)) <= set("-: ")]


def effective_levels() -> dict[tuple[str, str | None], str]:
    head, *body = rows_after("Levels")
    columns = [None if cell == "not marked" else cell for cell in head[1:]]
    return {
        (row[0], column): cell
        for row in body
        for column, cell in zip(columns, row[1:], strict=True)
    }


def allowed_levels() -> dict[tuple[str, str], set[str]]:
    head, *body = rows_after("Acts")
    meaning = {"always": {"none", "metadata", "full"}, "never": set()}
    return {
        (row[0], role): meaning.get(cell) or set(re.split(", ", cell)) & {"metadata", "full"}
        for row in body
        for role, cell in zip(head[2:], row[2:], strict=True)
    }


def test_the_page_names_every_act_level_and_role() -> None:
    assert set(effective_levels()) == set(itertools.product(COLLECTION_LEVELS, ITEM_LEVELS))
    assert set(allowed_levels()) == set(itertools.product([act.value for act in Act], ROLES))


@pytest.mark.django_db
def test_the_rule_is_what_the_page_says() -> None:
    """Level of collection x of item x embargo x role x act: each combination, one by one."""
    effective, allowed = effective_levels(), allowed_levels()
    embargoes = {"none": None, "over": timedelta(days=-1), "standing": timedelta(days=1)}
    checked = 0
    for collection_level, item_level in effective:
        collection = make_collection(access=collection_level)
        for name, until in embargoes.items():
            item = make_item(collection=collection, access=item_level)
            if until is not None:
                Item.objects.filter(pk=item.pk).update(embargo_until=Now() + until)
            level = effective[collection_level, item_level]
            if name == "standing" and level == "full":
                level = "metadata"
            for (act, role), levels in allowed.items():
                expected = level in levels
                assert may(ROLES[role], Act(act), item.pk) is expected, (
                    f"{role} {act}: {collection_level} over {item_level}, embargo {name}"
                )
                checked += 1
    assert checked == 4 * 4 * 3 * 3 * 8


@pytest.mark.django_db
def test_the_rule_says_the_same_through_a_join_as_on_the_item() -> None:
    for collection_level, item_level in itertools.product(COLLECTION_LEVELS, ITEM_LEVELS):
        make_part(make_item(collection=make_collection(access=collection_level), access=item_level))
    for act, actor in itertools.product(Act, ROLES.values()):
        items = set(Item.objects.allowing(actor, act).values_list("pk", flat=True))
        parts = set(
            Part.objects.filter(item_rule(actor, act, "item__")).values_list("item", flat=True)
        )
        assert parts == items


@pytest.mark.django_db
def test_nobody_may_do_anything_to_what_is_not_there() -> None:
    for act, actor in itertools.product(Act, ROLES.values()):
        assert not may(actor, act, new_id())


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
@given(offset_ms=st.integers(-1_000, 1_000))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_embargo_ends_at_its_moment_on_the_databases_clock(zone: str, offset_ms: int) -> None:
    """R-11: within a second of the moment, in three time zones, whatever our own clock says."""
    item = make_item()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
    Item.objects.filter(pk=item.pk).update(embargo_until=Now() + timedelta(milliseconds=offset_ms))
    is_open, until, now = (
        Item.objects.annotate(
            now=Now(),
            is_open=ExpressionWrapper(item_rule(PUBLIC, Act.LISTEN), BooleanField()),
        )
        .values_list("is_open", "embargo_until", "now")
        .get(pk=item.pk)
    )
    assert until is not None
    assert is_open is (until <= now)
    assert may(PUBLIC, Act.FIND, item.pk), "an embargo hides no description"


def users_of(term: str, item: Item, row: Any) -> None:
    """Let the item use the term."""
    if term == "place":
        item.place = row
        item.save()
    elif term == "population":
        item.population_links.create(population=row)
    elif term == "language":
        item.language_links.create(language=row)
    elif term == "agent":
        item.agent_links.create(agent=row, role="recordist", audience="public")
    else:
        item.performances.create(instrument=row)


TERMS: dict[str, tuple[Any, Any]] = {
    "place": (Place, make_place),
    "population": (Population, make_population),
    "language": (Language, make_language),
    "agent": (Agent, make_agent),
    "instrument": (Instrument, make_instrument),
}


@pytest.mark.django_db
@pytest.mark.parametrize("term", TERMS)
def test_a_name_that_only_hidden_records_bear_is_not_found(term: str) -> None:
    """Telemeta 3: lists, suggestions and pages of terms betray nothing."""
    model, make = TERMS[term]
    row = make()
    item = hidden_item()
    users_of(term, item, row)
    assert not model.objects.visible_to(PUBLIC).exists()
    assert not model.objects.visible_to(MEMBER).exists()
    assert model.objects.visible_to(STAFF).get() == row
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert model.objects.visible_to(PUBLIC).get() == row
    Collection.objects.update(access="none")
    assert not model.objects.visible_to(PUBLIC).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("term", TERMS)
def test_a_name_that_nobody_bears_is_found_only_if_an_authority_lists_it(term: str) -> None:
    model, make = TERMS[term]
    row = make()
    assert not model.objects.visible_to(PUBLIC).exists()
    model.objects.filter(pk=row.pk).update(is_authoritative=True)
    assert model.objects.visible_to(PUBLIC).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("term", ["place", "instrument"])
def test_what_lies_above_a_used_name_is_found_and_what_lies_below_is_not(term: str) -> None:
    model, make = TERMS[term]
    top = make("Top")
    middle = make("Middle", parents=[top])
    make("Below", parents=[middle])
    make("Beside", parents=[top])
    users_of(term, make_item(), middle)
    found = model.objects.visible_to(PUBLIC).values_list("name", flat=True)
    assert sorted(found) == ["Middle", "Top"]


@pytest.mark.django_db
@pytest.mark.parametrize("audience", list(Audience))
def test_a_person_is_found_by_those_for_whom_the_role_is(audience: Audience) -> None:
    agent = make_agent()
    ItemAgent.objects.create(item=make_item(), agent=agent, role="informant", audience=audience)
    for role, actor in ROLES.items():
        sees = Agent.objects.visible_to(actor).exists()
        assert sees is (audience in actor.audiences), role


@pytest.mark.django_db
def test_a_persons_name_is_for_staff_unless_somebody_decided_otherwise() -> None:
    link = ItemAgent.objects.create(item=make_item(), agent=make_agent(), role="informant")
    assert link.audience == "staff"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "make"), [(Collection, make_collection), (Corpus, make_corpus), (Fonds, make_fonds)]
)
def test_the_levels_above_are_found_unless_they_are_at_none(model: Any, make: Any) -> None:
    for level in COLLECTION_LEVELS:
        make(access=level)
    for role, actor in ROLES.items():
        found = set(model.objects.visible_to(actor).values_list("access", flat=True))
        assert found == set(COLLECTION_LEVELS) - (set() if role == "staff" else {"none"})


@pytest.mark.django_db
@pytest.mark.parametrize("actor", ROLES.values(), ids=ROLES.keys())
@pytest.mark.parametrize(
    "model", [Item, Collection, Corpus, Fonds, *(m for m, _ in TERMS.values())]
)
def test_a_list_is_one_statement_at_2_and_at_8_rows(
    model: Any, actor: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """P-4, below the doors."""
    for count in (2, 6):
        fill(count)
        with django_assert_num_queries(1):
            assert len(model.objects.visible_to(actor)) >= count


def fill(count: int) -> None:
    """Make this many more of everything, all of it public."""
    fonds = make_fonds()
    for _ in range(count):
        make_fonds()
        collection = make_collection(corpora=[make_corpus(fonds=[fonds])])
        code = (
            f"a{chr(97 + Language.objects.count() // 26)}{chr(97 + Language.objects.count() % 26)}"
        )
        make_item(
            collection=collection,
            place=make_place(),
            populations=[make_population()],
            languages=[make_language(code)],
            instruments=[make_instrument()],
            agents=[make_agent()],
        )
