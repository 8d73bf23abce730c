"""What a level holds, by its items: at every depth, once, and only what one may find (T-03)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from archive.access import PUBLIC, Actor
from archive.contents import Extent, Facet, Share, extent_of, extents, shares, shares_of
from archive.models import Collection, Corpus, Fonds, Holder, Item
from archive.waves import together
from tests.factories import (
    MEMBER,
    ROLES,
    STAFF,
    hidden_item,
    make_collection,
    make_corpus,
    make_file,
    make_fonds,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)

pytestmark = pytest.mark.django_db


@dataclass
class Shelves:
    """One fonds, two corpora of it that share a collection, and what hangs on its items."""

    fonds: Fonds
    corpora: tuple[Corpus, Corpus]
    shared: Collection
    alone: Collection
    holder: Holder
    items: list[Item]
    terms: dict[Facet, Any]

    @property
    def rows(self) -> Iterator[Model]:
        yield from (self.fonds, *self.corpora, self.shared, self.alone, self.holder)


def shelves() -> Shelves:
    """Two items in the shared collection, one in the other; a file serves two of them."""
    mali = make_place("Mali", kind="country")
    bandiagara = make_place("Bandiagara", parents=[mali])
    dogon, tommo_so = make_population("Dogon"), make_language("dto")
    drum = make_instrument("Drum")
    told: dict[str, Any] = {"populations": [dogon], "languages": [tommo_so], "instruments": [drum]}
    holder = Holder.objects.create(slug="museum", name="Museum")
    fonds = make_fonds()
    corpora = (make_corpus(fonds=[fonds]), make_corpus(fonds=[fonds]))
    shared = make_collection(corpora=corpora, holder=holder)
    alone = make_collection(corpora=corpora[:1])
    side = make_file()
    first = make_item(collection=shared, place=bandiagara, **told, **day("1958-03-02"))
    second = make_item(collection=shared, place=mali, **told, **day("1960-11-30"))
    third = make_item(collection=alone, **day("1955-01-01"))
    make_part(first, file=side, start_frame=0, end_frame=44_100)
    make_part(first, stem=1)
    make_part(second, file=side, start_frame=44_100)
    terms = {
        Facet.COUNTRY: mali,
        Facet.PLACE: bandiagara,
        Facet.POPULATION: dogon,
        Facet.LANGUAGE: tommo_so,
        Facet.INSTRUMENT: drum,
    }
    return Shelves(fonds, corpora, shared, alone, holder, [first, second, third], terms)


def day(when: str) -> dict[str, Any]:
    at = date.fromisoformat(when)
    return {"recorded": when, "recorded_from": at, "recorded_to": at}


def extent(row: Model, actor: Actor = PUBLIC) -> Extent:
    return extent_of(extents(type(row), actor, [row.pk]).get())


def found(row: Model, facet: Facet, actor: Actor = PUBLIC, first: int = 20) -> list[Share]:
    return shares_of(shares(type(row), actor, [row.pk], facet, first).get())


def everything(row: Model, actor: Actor) -> tuple[Extent, list[list[Share]]]:
    return extent(row, actor), [found(row, facet, actor) for facet in Facet]


def test_each_level_sums_up_its_items_once() -> None:
    """The file of a tape side is counted once, its stems are not length, corpora do not double."""
    it = shelves()
    bytes_of_two = 2 * 882_044
    of_shared = Extent(2, 2, 10.0, bytes_of_two, date(1958, 3, 2), date(1960, 11, 30))
    of_all = Extent(3, 2, 10.0, bytes_of_two, date(1955, 1, 1), date(1960, 11, 30))
    assert extent(it.shared) == extent(it.corpora[1]) == extent(it.holder) == of_shared
    assert extent(it.corpora[0]) == extent(it.fonds) == of_all
    assert extent(it.alone) == Extent(1, earliest=date(1955, 1, 1), latest=date(1955, 1, 1))


@pytest.mark.parametrize("facet", Facet)
def test_each_level_tells_what_its_items_are_about(facet: Facet) -> None:
    """A country by walking up from places; a place only as the items name it themselves."""
    it = shelves()
    number = 1 if facet is Facet.PLACE else 2
    for row in (it.shared, *it.corpora, it.fonds, it.holder):
        assert Share(it.terms[facet].pk, number) in found(row, facet)
    assert found(it.alone, facet) == []
    assert len(found(it.shared, Facet.PLACE)) == 2


def test_an_item_may_be_kept_elsewhere_than_its_collection() -> None:
    it = shelves()
    other = Holder.objects.create(slug="other", name="Other")
    Item.objects.filter(pk=it.items[0].pk).update(holder=other)
    assert (extent(it.holder).items, extent(other).items) == (1, 1)


def test_the_terms_with_most_items_come_first_and_no_more_than_asked() -> None:
    collection = make_collection()
    often, seldom = make_population("Z often"), make_population("A seldom")
    for populations in ([often], [often, seldom]):
        make_item(collection=collection, populations=populations)
    told = found(collection, Facet.POPULATION)
    assert told == [Share(often.pk, 2), Share(seldom.pk, 1)]
    assert found(collection, Facet.POPULATION, first=1) == told[:1]
    assert found(collection, Facet.POPULATION, first=0) == []


def with_hidden(it: Shelves) -> None:
    """Hang on the same shelves what the public may not find, and ways that it may not go."""
    told: dict[str, Any] = {
        "place": make_place("Hidden country", kind="country"),
        "populations": [make_population("Hidden")],
        "languages": [make_language("zzz")],
        "instruments": [make_instrument("Hidden")],
        **day("1900-01-01"),
    }
    for collection in (it.shared, it.alone):
        make_part(hidden_item(collection=collection, **told))
    closed = make_collection(corpora=it.corpora, holder=it.holder, access="none")
    make_part(make_item(collection=closed, **told))
    # What only a hidden corpus brings into the fonds is not in it, open as it may be elsewhere.
    inward = make_corpus(fonds=[it.fonds], access="none")
    make_part(make_item(collection=make_collection(corpora=[inward]), **told))


@pytest.mark.parametrize("role", ROLES)
def test_what_one_may_not_see_is_in_no_figure(role: str) -> None:
    """The control stands in tests/controls/test_contents.py."""
    it, actor = shelves(), ROLES[role]
    before = [everything(row, actor) for row in it.rows]
    with_hidden(it)
    after = [everything(row, actor) for row in it.rows]
    if actor in (PUBLIC, MEMBER):
        assert after == before
    else:
        changed = [one != other for one, other in zip(before, after, strict=True)]
        assert all(changed), "for staff it is there to be seen"
        assert extent(it.fonds, STAFF).items == 3 + 2 + 1 + 1


def test_many_records_are_one_statement_and_the_same_as_alone() -> None:
    it = shelves()
    keys = [it.shared.pk, it.alone.pk]
    questions = [extents(Collection, PUBLIC, keys)]
    questions += [shares(Collection, PUBLIC, keys, facet, 5) for facet in Facet]
    with CaptureQueriesContext(connection) as captured:
        sums, *facets = together(questions)
    assert len(captured) == 1
    assert {row.pk: extent_of(row) for row in sums} == {
        row.pk: extent(row) for row in (it.shared, it.alone)
    }
    for facet, rows in zip(Facet, facets, strict=True):
        assert {row.pk: shares_of(row) for row in rows} == {
            row.pk: found(row, facet) for row in (it.shared, it.alone)
        }


#: What grows with the archive: to read it once for each of many records is what took too long.
GROWING = {
    f"archive_{name}"
    for name in ("item", "part", "file", "itempopulation", "itemlanguage", "performance")
}


def read_for_all_at_once(it: Shelves) -> list[bool]:
    """Return of each reading of a table that grows whether it is done once for three records."""
    collections = [it.shared.pk, it.alone.pk, make_collection().pk]
    fonds = [it.fonds.pk, make_fonds().pk, make_fonds().pk]
    told = []
    for model, keys in ((Collection, collections), (Fonds, fonds)):
        questions = [extents(model, PUBLIC, keys)]
        questions += [shares(model, PUBLIC, keys, facet, 5) for facet in Facet]
        for question in questions:
            sql, params = question.query.sql_with_params()
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
                ((plan,),) = cursor.fetchall()
            read = json.loads(plan) if isinstance(plan, str) else plan
            told += list(_once(read[0]["Plan"], is_once=False))
    return told


def _once(node: dict[str, Any], *, is_once: bool) -> Iterator[bool]:
    is_once = is_once or (
        node.get("Subplan Name") in ("CTE told", "CTE part") and node["Actual Loops"] <= 1
    )
    if node.get("Relation Name") in GROWING:
        yield is_once
    for inner in node.get("Plans", ()):
        yield from _once(inner, is_once=is_once)


def test_what_many_records_hold_is_read_once_and_not_once_for_each() -> None:
    """Five fonds of 100,000 items were over the limit of a statement; see I3-contents-five-ms."""
    told = read_for_all_at_once(shelves())
    print(f"{len(told)} readings of tables that grow")
    assert len(told) > 2 * (1 + len(Facet))
    assert all(told)
