"""The pages of what says who may know what, and of what opens next: for staff alone (issue 4)."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from archive.models import CommunityMember, PublicationRule, ReadingRoom
from archive.services.editors import create_group, join
from archive.services.labels import create_label
from archive.services.protocols import create_community, create_protocol
from tests.factories import STAFF, make_collection, make_item, make_part, make_user

pytestmark = pytest.mark.django_db

HTML = "text/html"
ENTRIES = (
    "/communities/dogon",
    "/protocols/masks",
    "/labels/tk-evening",
    "/reading-rooms/nanterre",
    "/editor-groups/mali",
    "/publication-rules/fifty-one",
)
LISTS = tuple(path.rpartition("/")[0] for path in ENTRIES)
FOR_STAFF = (*ENTRIES, *LISTS, "/permits", "/opening")


@pytest.fixture(autouse=True)
def permits() -> None:
    community = create_community(actor=STAFF, slug="dogon", name="Dogon", contact="The council.")
    create_protocol(actor=STAFF, slug="masks", name="Of the masks", communities=["dogon"])
    create_label(actor=STAFF, slug="tk-evening", name="TK Evening", text="After sunset.")
    ReadingRoom.objects.create(slug="nanterre", name="Nanterre", networks=["192.0.2.0/24"])
    make_collection(code="OURS")
    create_group(actor=STAFF, slug="all", name="All of us")
    create_group(actor=STAFF, slug="mali", name="Mali", collections=["OURS"], within=["all"])
    join(actor=STAFF, group="mali", user_id=make_user("dieterlen").pk)
    PublicationRule.objects.create(slug="fifty-one", title="After 51 years", years=51)
    CommunityMember.objects.create(
        community=community, user=make_user("ogotemmeli"), standing="steward"
    )


def page(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path, HTTP_ACCEPT=HTML)
    return answer.status_code, answer.content.decode().partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("path", FOR_STAFF)
def test_they_are_for_staff_and_nothing_to_others(client: Client, path: str) -> None:
    asked = client.get(path, HTTP_ACCEPT=HTML)
    assert (asked.status_code, asked["Location"]) == (302, f"/login?next={path}")
    client.force_login(make_user())
    assert page(client, path) == page(client, "/communities/never")
    assert page(client, path)[0] == 404
    client.force_login(make_user(is_staff=True))
    shown = client.get(path, HTTP_ACCEPT=HTML)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")


def test_staff_read_each_before_any_script_runs(client: Client) -> None:
    client.force_login(make_user(is_staff=True))
    said = {path: page(client, path)[1] for path in FOR_STAFF}
    for entry, listed in zip(ENTRIES, LISTS, strict=True):
        assert f'href="{entry}"' in said[listed]
        assert f'href="{listed}"' in said["/permits"]
    assert "ogotemmeli" in said["/communities/dogon"]
    assert "The council." in said["/communities/dogon"]
    assert 'href="/communities/dogon"' in said["/protocols/masks"]
    assert "After sunset." in said["/labels/tk-evening"]
    assert "192.0.2.0/24" in said["/reading-rooms/nanterre"]
    for said_of_group in ("dieterlen", 'href="/collections/OURS"', 'href="/editor-groups/all"'):
        assert said_of_group in said["/editor-groups/mali"]
    assert "After 51 years" in said["/publication-rules/fifty-one"]
    assert page(client, "/communities/never")[0] == 404
    assert 'href="/permits"' in page(client, "/holdings")[1]


def test_what_opens_by_a_day_is_told_and_next_new_year_is_asked_for_at_first(
    client: Client,
) -> None:
    client.force_login(make_user(is_staff=True))
    soon = make_item(title="SOON", embargo_until=datetime(2461, 6, 1, tzinfo=UTC))
    late = make_item(title="LATE", embargo_until=datetime(2461, 6, 3, tzinfo=UTC))
    for item in (soon, late):
        make_part(item)
    page_of_june = page(client, "/opening?by=2461-06-02")[1]
    assert "SOON" in page_of_june
    assert "LATE" not in page_of_june
    assert "LATE" in page(client, "/opening?by=2461-06-03")[1]
    first = page(client, "/opening?by=nonsense")[1]
    assert first == page(client, "/opening")[1]
    assert f'value="{date.today().year + 1}-01-01"' in first  # noqa: DTZ011 - the test's own year
    assert "SOON" not in first
