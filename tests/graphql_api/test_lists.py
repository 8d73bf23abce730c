"""Pages by keyset, orders, filters, search (G-02, G-04, G-05, G-06)."""

import itertools
from typing import Any

import pytest

from archive.access import PUBLIC
from graphql_api.cursors import open_seal, seal
from tests.factories import (
    STAFF,
    make_collection,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.django_db

PAGES = """query($n: Int!, $a: String, $o: ItemOrder!) { items(first: $n, after: $a, order: $o) {
  edges { cursor node { code title } } pageInfo { hasNextPage hasPreviousPage endCursor }
  totalCount } }"""
FOUND = "query($f: ItemFilter) { items(first: 50, filter: $f) { nodes { title } totalCount } }"


def titles(order: str, size: int) -> list[str]:
    """Read all items page by page."""
    found: list[str] = []
    after = None
    for _ in range(50):
        page = data_of(PAGES, n=size, a=after, o=order)["items"]
        found += [edge["node"]["title"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]
    raise AssertionError("the pages do not end")


def test_pages_show_each_item_once_in_every_order_with_and_without_values() -> None:
    collection = make_collection()
    for n, (code, day) in enumerate(
        itertools.product((True, False), ("1960-01-01", "1960-01-01", "1950-05-05", None))
    ):
        make_item(
            title=f"Song {n % 3}",
            code=f"code-{n}" if code else None,
            recorded_from=day,
            recorded_to=day,
            collection=collection,
        )
    for order in ("CODE", "TITLE", "RECORDED", "RECORDED_LATEST", "NEWEST"):
        whole = titles(order, 100)
        assert len(whole) == 8
        for size in (1, 3, 4):
            assert titles(order, size) == whole, order


def test_orders_put_what_has_no_value_last() -> None:
    make_item(title="dated", recorded_from="1960-01-01")
    make_item(title="later", recorded_from="1970-01-01")
    make_item(title="undated")
    assert titles("RECORDED", 100) == ["dated", "later", "undated"]
    assert titles("RECORDED_LATEST", 100) == ["later", "dated", "undated"]


def test_nested_pages_go_on_for_each_parent() -> None:
    collections = [make_collection(code=f"c{n}") for n in range(3)]
    for collection in collections:
        for n in range(5):
            make_item(code=f"{collection.code}-{n}", collection=collection)
    text = """query($a: String) { collections { nodes { code items(first: 2, after: $a) {
      nodes { code } pageInfo { endCursor hasNextPage } totalCount } } } }"""
    first = data_of(text)["collections"]["nodes"]
    assert [len(row["items"]["nodes"]) for row in first] == [2, 2, 2]
    assert {row["items"]["totalCount"] for row in first} == {5}
    after = first[0]["items"]["pageInfo"]["endCursor"]
    following = data_of(text, a=after)["collections"]["nodes"][0]["items"]["nodes"]
    assert [row["code"] for row in following] == ["c0-2", "c0-3"]


def test_cursors_say_nothing_and_are_bound_to_their_order() -> None:
    make_item(title="A secret title")
    page = data_of(PAGES, n=1, o="TITLE")["items"]
    cursor = page["edges"][0]["cursor"]
    assert "secret" not in cursor
    assert open_seal(cursor)[1]
    assert ask(PAGES, n=1, a=cursor, o="RECORDED").codes == ["BAD_CURSOR"]
    assert ask(PAGES, n=1, a=cursor[:-2] + "AA", o="TITLE").codes == ["BAD_CURSOR"]
    assert ask(PAGES, n=1, a=seal("items by TITLE", ["x"]), o="TITLE").codes == ["BAD_CURSOR"]


@pytest.fixture
def catalogue() -> None:
    mali = make_place("Mali")
    sanga = make_place("Sanga", parents=[mali])
    dogon = make_population("Dogon")
    trumpets = make_instrument("Trumpets")
    horn = make_instrument("Horn", parents=[trumpets])
    songs = make_collection(code="SONGS")
    closed = make_collection(code="CLOSED", access="metadata")
    olu = make_item(
        title="Tambour",
        original_title="OLÚ BOY",
        code="S_1",
        collection=songs,
        place=sanga,
        populations=[dogon],
        instruments=[horn],
        languages=[make_language("dts")],
        recorded_from="1960-11-01",
        recorded_to="1960-11-30",
    )
    make_part(olu)
    make_item(title="Chant", code="S_2", collection=songs, place=mali)
    make_item(title="Closed", code="C_1", collection=closed, recorded_from="1950-01-01")


FILTERS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "text without accents": ({"text": "olu"}, {"Tambour"}),
    "text in the code": ({"text": "s_2"}, {"Chant"}),
    "every word": ({"text": "tambour chant"}, set()),
    "collection": ({"collection": "SONGS"}, {"Tambour", "Chant"}),
    "place and what lies in it": ({"place": "mali"}, {"Tambour", "Chant"}),
    "place": ({"place": "sanga"}, {"Tambour"}),
    "population": ({"population": "dogon"}, {"Tambour"}),
    "class of instruments": ({"instrument": "trumpets"}, {"Tambour"}),
    "language": ({"language": "dts"}, {"Tambour"}),
    "from": ({"recordedFrom": "1960-11-15"}, {"Tambour"}),
    "to": ({"recordedTo": "1955-01-01"}, {"Closed"}),
    "sound": ({"hasSound": True}, {"Tambour"}),
    "no sound": ({"hasSound": False}, {"Chant", "Closed"}),
    "full": ({"access": "FULL"}, {"Tambour", "Chant"}),
    "metadata": ({"access": "METADATA"}, {"Closed"}),
    "both hold": ({"collection": "SONGS", "hasSound": False}, {"Chant"}),
    "all of": ({"allOf": [{"collection": "SONGS"}, {"place": "sanga"}]}, {"Tambour"}),
    "any of": ({"anyOf": [{"place": "sanga"}, {"collection": "CLOSED"}]}, {"Tambour", "Closed"}),
    "any of nothing": ({"anyOf": []}, set()),
    "any of narrows": ({"collection": "SONGS", "anyOf": [{"collection": "CLOSED"}]}, set()),
    "not": ({"not": {"place": "mali"}}, {"Closed"}),
    "unknown place": ({"place": "nowhere"}, set()),
    "nothing asked": ({}, {"Tambour", "Chant", "Closed"}),
}


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("name", FILTERS)
def test_filters_find_what_they_say(name: str) -> None:
    wanted, expected = FILTERS[name]
    found = data_of(FOUND, f=wanted)["items"]
    assert {row["title"] for row in found["nodes"]} == expected
    assert found["totalCount"] == len(expected)


@pytest.mark.usefixtures("catalogue")
def test_large_filters_are_refused() -> None:
    nested: dict[str, Any] = {"place": "mali"}
    for _ in range(6):
        nested = {"not": nested}
    assert ask(FOUND, f=nested).codes == ["TOO_COSTLY"]
    assert ask(FOUND, f={"anyOf": [{"place": "mali"}] * 60}).codes == ["TOO_COSTLY"]


SEARCH = """query($q: String!, $n: Int, $a: String) { search(query: $q, first: $n, after: $a) {
  edges { cursor node { score node {
    __typename ... on Item { title } ... on Collection { code } } } }
  totalCount pageInfo { hasNextPage endCursor } } }"""


@pytest.mark.usefixtures("catalogue")
def test_a_search_finds_items_and_collections_best_first() -> None:
    found = data_of(SEARCH, q="olu boy", n=10)["search"]
    assert [edge["node"]["node"] for edge in found["edges"]] == [
        {"__typename": "Item", "title": "Tambour"}
    ]
    both = data_of(SEARCH, q="closed", n=10)["search"]
    assert both["totalCount"] == 2
    assert {edge["node"]["node"]["__typename"] for edge in both["edges"]} == {"Item", "Collection"}
    scores = [edge["node"]["score"] for edge in both["edges"]]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1
    page = data_of(SEARCH, q="closed", n=1)["search"]
    rest = data_of(SEARCH, q="closed", n=1, a=page["pageInfo"]["endCursor"])["search"]
    assert [page["edges"][0]["node"], rest["edges"][0]["node"]] == [
        e["node"] for e in both["edges"]
    ]
    assert data_of(SEARCH, q="  ", n=10)["search"]["totalCount"] == 0
    assert data_of(SEARCH, q="100% o'brien \\ _", n=10)["search"]["totalCount"] == 0


def test_places_stand_in_a_tree() -> None:
    africa = make_place("Africa", kind="continent", is_authoritative=True)
    mali = make_place("Mali", kind="country", parents=[africa], is_authoritative=True)
    make_item(place=make_place("Sanga", parents=[mali], latitude=14.47, longitude=-3.3))
    roots = data_of(
        """{ places(first: 5, filter: {isRoot: true}) { nodes { slug itemCount children(first: 5) {
        totalCount nodes { slug itemCount children(first: 5) {
        nodes { slug coordinates { latitude } } } } } } } }"""
    )["places"]["nodes"]
    assert roots == [
        {
            "slug": "africa",
            "itemCount": 1,
            "children": {
                "totalCount": 1,
                "nodes": [
                    {
                        "slug": "mali",
                        "itemCount": 1,
                        "children": {
                            "nodes": [{"slug": "sanga", "coordinates": {"latitude": 14.47}}]
                        },
                    }
                ],
            },
        }
    ]
    on_the_map = data_of("{ places(filter: {hasCoordinates: true}) { nodes { slug } } }")
    assert on_the_map["places"]["nodes"] == [{"slug": "sanga"}]
    within = data_of('{ places(filter: {within: "africa"}) { nodes { slug } } }', actor=STAFF)
    assert [row["slug"] for row in within["places"]["nodes"]] == ["mali", "sanga"]
    assert data_of("{ viewer { isAuthenticated } }", actor=PUBLIC)["viewer"] == {
        "isAuthenticated": False
    }
