"""A community lets the places of its recordings be shown only generalised (issue 4, point 3).

The place lies at 14.4567 N, 3.3123 W; each door that says where it lies is asked by whoever does
not belong to the protocol, and never says so many digits. The control stands in
tests/controls/test_locating.py.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType
from hypothesis import given
from hypothesis import strategies as st

from archive.access import PUBLIC, Actor
from archive.actors import actor_of_user
from archive.locating import CELLS, shown_at
from archive.models import Collection, ExtraField, ExtraValue, Item, Place, PlaceMatch
from archive.services.protocols import (
    belong,
    create_community,
    create_protocol,
    place_under,
    update_protocol,
)
from graphql_api.schema import schema
from tests.factories import MEMBER, STAFF, make_collection, make_item, make_place, make_user
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db

LATITUDE, LONGITUDE = 14.4567, -3.3123
GEONAMES = "https://sws.geonames.org/2449067/"
CANARY = re.compile(r"14\.4567|3\.3123|1\.44567|2449067")
COORDINATES = "coordinates { latitude longitude uncertainty grid }"
#: What describes places, which is for staff.
FOR_STAFF = {"CreatePlaceInput", "UpdatePlaceInput"}
#: Suffixes of one page, in every format that it is served in.
FORMATS = ("", ".jsonld", ".ttl", ".nt", ".rdf")


def locating(locates: str, *, withholds: str = "sound", slug: str = "masks") -> None:
    create_community(actor=STAFF, slug=f"of-{slug}", name="Dogon of Sanga")
    create_protocol(
        actor=STAFF, slug=slug, name="Of the masks", communities=[f"of-{slug}"],
        withholds=withholds, admits="all" if withholds == "sound" else "community",
        locates=locates,
    )  # fmt: skip


def under(record: Item | Collection, *slugs: str) -> None:
    kind = "item" if isinstance(record, Item) else "collection"
    place_under(actor=STAFF, kind=kind, record_id=record.pk, protocols=slugs)


def sanga(**values: Any) -> Place:
    place = make_place("Sanga", kind="settlement", latitude=LATITUDE, longitude=LONGITUDE, **values)
    PlaceMatch.objects.create(place=place, iri=GEONAMES)
    return place


def a_song(locates: str = "tenth") -> Item:
    locating(locates)
    item = make_item(code="SONG", place=sanga())
    under(item, "masks")
    return item


def shown(actor: Actor = PUBLIC, slug: str = "sanga") -> Any:
    place = data_of(f'{{ place(slug: "{slug}") {{ {COORDINATES} }} }}', actor=actor)["place"]
    return place and place["coordinates"]


def doors(client: Client) -> Iterator[tuple[str, str]]:
    """Yield every address that tells of the place, with its answer."""
    html = {"Accept": "text/html"}
    for path in ("/places", "/", "/items", "/collections"):
        yield path, client.get(path, headers=html).content.decode()
    for path in ("/places/sanga", "/items/SONG"):
        for suffix in FORMATS:
            yield f"{path}{suffix}", client.get(f"{path}{suffix}", headers=html).content.decode()


def told(client: Client) -> set[str]:
    """Return the addresses that say where the place lies exactly."""
    return {path for path, answer in doors(client) if CANARY.search(answer)}


def test_whoever_does_not_belong_is_told_the_middle_of_a_cell() -> None:
    a_song()
    general = {"latitude": 14.45, "longitude": -3.35, "uncertainty": 7780, "grid": "TENTH"}
    exact = {"latitude": LATITUDE, "longitude": LONGITUDE, "uncertainty": None, "grid": None}
    assert [shown(PUBLIC), shown(MEMBER)] == [general, general]
    assert shown(STAFF) == exact
    elder = make_user("elder")
    belong(actor=STAFF, community="of-masks", user_id=elder.pk, standing="steward")
    assert shown(actor_of_user(elder)) == exact
    update_protocol(actor=STAFF, cited="masks", locates="exactly")
    assert shown() == exact


def test_no_address_says_it_more_exactly() -> None:
    a_song()
    assert told(Client()) == set()
    staff = Client()
    staff.force_login(make_user("curator", is_staff=True))
    seen = told(staff)
    # Documents of data are the public's, whoever asks; pages are drawn for who asks.
    assert seen >= {"/places", "/places/sanga"}
    answers = dict(doors(Client()))
    assert "14.45, -3.35 ± 7780 m" in answers["/places/sanga"]
    assert "coordinateUncertaintyInMeters" in answers["/places/sanga.ttl"]
    assert "0.1 degree grid cell" in answers["/places/sanga.ttl"]


def test_entries_of_other_lists_that_would_say_it_are_kept_back_with_it() -> None:
    a_song()
    asked = """{ place(slug: "sanga") { matches { iri } }
      places(filter: {hasMatches: true}) { totalCount } }"""
    assert data_of(asked) == {"place": {"matches": []}, "places": {"totalCount": 0}}
    said = data_of(asked, actor=STAFF)
    assert said == {"place": {"matches": [{"iri": GEONAMES}]}, "places": {"totalCount": 1}}


def test_a_protocol_of_the_collection_generalises_as_well_and_the_coarsest_grid_holds() -> None:
    collection = make_collection()
    make_item(collection=collection, place=sanga())
    assert shown()["grid"] is None
    locating("hundredth")
    under(collection, "masks")
    assert shown()["grid"] == "HUNDREDTH"
    locating("degree", slug="graves")
    under(Item.objects.get(), "graves")
    assert shown() == {"latitude": 14.5, "longitude": -3.5, "uncertainty": 77820, "grid": "DEGREE"}


def test_what_lies_within_a_small_place_is_generalised_with_it_and_a_country_is_not() -> None:
    locating("degree")
    mali = make_place("Mali", kind="country", latitude=17.0, longitude=-4.0, is_authoritative=True)
    place = sanga(parents=[mali])
    make_place("Well", kind="site", parents=[place], latitude=14.4571, longitude=-3.3119,
               is_authoritative=True)  # fmt: skip
    make_place("Mopti", kind="settlement", parents=[mali], latitude=14.49, longitude=-4.19,
               is_authoritative=True)  # fmt: skip
    under(make_item(place=place), "masks")
    assert shown(slug="well") == shown(slug="sanga")
    assert shown(slug="mali")["grid"] is None
    under(make_item(place=mali), "masks")
    assert [shown(slug=each)["grid"] for each in ("mali", "mopti")] == ["DEGREE", None]


def test_a_record_that_one_may_not_find_changes_nothing() -> None:
    place = sanga()
    make_item(place=place)
    before = shown()
    locating("degree", withholds="record")
    under(make_item(place=place), "masks")
    under(make_item(place=place, state="draft"), "masks")
    assert shown() == before


def test_no_question_can_be_put_by_which_the_point_is_bisected() -> None:
    """Nothing filters or sorts by where a place lies: one may only ask whether it has a point."""
    place = re.compile("latitude|longitude|coordinate|bbox|near|distance|radius|metres")
    found = set()
    for of in schema._schema.type_map.values():
        if isinstance(of, GraphQLInputObjectType) and of.name not in FOR_STAFF:
            found |= {f"{of.name}.{name}" for name in of.fields if place.search(name.lower())}
        if isinstance(of, GraphQLObjectType) and of.name != "Mutation":
            found |= {
                f"{of.name}.{field}({name})"
                for field, it in of.fields.items()
                for name in it.args
                if place.search(name.lower())
            }
        if isinstance(of, GraphQLEnumType) and of.name.endswith("Order"):
            found |= {f"{of.name}.{name}" for name in of.values if place.search(name.lower())}
    assert found == {"PlaceFilter.hasCoordinates"}


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.sampled_from(sorted(CELLS.values())),
)
def test_the_place_lies_no_farther_off_than_is_said(
    latitude: float, longitude: float, cells: int
) -> None:
    at = shown_at(latitude, longitude, cells)
    assert at is not None
    assert at.uncertainty_m is not None
    assert abs(at.latitude) < 90
    assert abs(at.longitude) < 180
    assert metres_between(at.latitude, at.longitude, latitude, longitude) <= at.uncertainty_m
    again = shown_at(at.latitude, at.longitude, cells)
    assert again == at, "asked of the middle, the middle"


def metres_between(a: float, b: float, c: float, d: float) -> float:
    """Return the great circle's length (haversine), on a sphere of 6,371,008 m."""
    from math import asin, cos, radians, sin, sqrt

    p, q = radians(a), radians(c)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(d - b) / 2) ** 2
    return 2 * 6_371_008 * asin(sqrt(min(1.0, h)))


@pytest.mark.parametrize("of", ["item", "collection"])
def test_a_place_in_a_field_of_the_archives_own_is_generalised_too(of: str) -> None:
    """Nobody's grid changes by a field that is not for them: that would tell of it."""
    locating("tenth")
    song = make_item(code="SONG")
    record = song if of == "item" else song.collection
    field = ExtraField.objects.create(slug="rite", level=of, kind="place", label="Rite")
    village = sanga(is_authoritative=True)
    make_place(
        "Spring", kind="site", latitude=LATITUDE, longitude=LONGITUDE, parents=[village],
        is_authoritative=True,
    )  # fmt: skip
    value = ExtraValue.objects.create(field=field, place=village, **{of: record})
    assert shown()["latitude"] == LATITUDE, "no protocol stands over it yet"
    under(record, "masks")
    general = {"latitude": 14.45, "longitude": -3.35, "uncertainty": 7780, "grid": "TENTH"}
    assert shown() == shown(slug="spring") == general
    assert {path for path in told(Client()) if "places" in path} == set()
    ExtraField.objects.filter(pk=field.pk).update(audience="staff")
    assert shown()["latitude"] == LATITUDE
    ExtraField.objects.filter(pk=field.pk).update(audience="member")
    assert [shown()["latitude"], shown(MEMBER)] == [LATITUDE, general]
    ExtraField.objects.filter(pk=field.pk).update(audience="public")
    value.delete()
    assert shown()["latitude"] == LATITUDE
