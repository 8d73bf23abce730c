"""D9: the sound's door answers the same for what is hidden and for what is not there.

Reliability section 6; later doors add themselves beside it.
"""

import itertools
from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django.http import HttpResponse
from django.test import Client

from archive.identifiers import new_id
from archive.models import Item
from tests.factories import hidden_item, make_collection, make_item, make_part, make_user

pytestmark = pytest.mark.django_db

CANARY = "xq7canary"
REQUESTS: list[dict[str, str]] = [
    {},
    {"Range": "bytes=0-99"},
    {"Range": "bytes=99999999999-"},
    {"If-None-Match": "*"},
    {"If-Match": '"x"'},
    {"Accept": "text/html"},
]


def silent_items() -> dict[str, Item]:
    """Return items that the public may not hear, each for another reason, all with a part."""
    later = make_item()
    Item.objects.filter(pk=later.pk).update(embargo_until=Now() + timedelta(days=1))
    items = {
        "hidden": hidden_item(title=CANARY, code=CANARY),
        "in a hidden collection": make_item(collection=make_collection(access="none")),
        "described": make_item(access="metadata"),
        "under embargo": later,
    }
    for item in items.values():
        make_part(item, original_name=f"{CANARY}.wav")
    return items


def seen(response: HttpResponse) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    return response.status_code, response.content, tuple(sorted(response.items()))


@pytest.mark.parametrize("method", ["get", "head", "post", "options"])
def test_what_one_may_not_hear_answers_as_what_is_not_there(method: str) -> None:
    member = make_user()
    items = silent_items()
    make_part(open_item := make_item())
    compared = 0
    for headers, user in itertools.product(REQUESTS, (None, member)):
        client = Client(headers=headers)
        if user:
            client.force_login(user)
        ask = getattr(client, method)
        absent = {
            seen(ask(f"/media/items/{new_id()}/parts/1/sound")),
            seen(ask(f"/media/items/{open_item.pk}/parts/2/sound")),
        }
        assert len(absent) == 1
        for reason, item in items.items():
            if user and reason == "described":
                continue
            answer = seen(ask(f"/media/items/{item.pk}/parts/1/sound"))
            assert {answer} == absent, reason
            assert CANARY not in str(answer)
            compared += 1
    assert compared >= 40


def test_what_is_no_address_of_a_part_is_no_door() -> None:
    for path in ("x/parts/1/sound", f"{new_id()}/parts/-1/sound", f"{new_id()}/parts/x/sound"):
        assert Client().get(f"/media/items/{path}").status_code == 404
    huge = Client().get(f"/media/items/{new_id()}/parts/{10**30}/sound")
    assert huge.status_code == 404
