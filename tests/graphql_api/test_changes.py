"""archiveChanges over SSE and WebSocket, across real processes (G-16, G-17, G-19, R-28)."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from archive.events import sequence
from archive.models import Collection, Item, Place
from archive.services.accounts import issue_token
from archive.services.lifecycle import delete, publish, withdraw
from graphql_api.changes import KEPT_S, PURPOSE
from graphql_api.cursors import seal
from tests.factories import STAFF, make_collection, make_item, make_place, make_user
from tests.graphql_api.streams import Stream, bearer, streaming
from tests.graphql_api.test_life import id_of
from tests.graphql_api.test_streams import Served, refusal, said, socket
from tests.processes import House

FOLLOW = """subscription($k: [RecordKind!], $a: String) { archiveChanges(kinds: $k, after: $a) {
  cursor change kind id record { id ... on Item { title } ... on Place { name } } } }"""


@pytest.fixture
def served(house: House) -> Served:
    _, base = house.web(SECRET_KEY=settings.SECRET_KEY)
    user = make_user("curator", is_staff=True)
    return Served(house, base, user, issue_token(user=user, name="test"))


def now(served: Served) -> str:
    sequence()
    cursor: str = served.ask("{ changesCursor }")[1]["data"]["changesCursor"]
    return cursor


def following(served: Served, *, token: str, **variables: Any) -> Any:
    return streaming(served.base, FOLLOW, token=token, **variables)


def told(stream: Stream) -> dict[str, Any]:
    event = stream.next()
    assert event.name == "next", event
    assert not event.data.get("errors"), event.data
    change: dict[str, Any] = event.data["data"]["archiveChanges"]
    return change


def changes_are_told_in_the_order_of_their_commits(served: Served) -> None:
    cursor = now(served)
    with following(served, token=served.token, a=cursor) as stream:
        place = make_place("Sanga")
        first = told(stream)
        assert (first["change"], first["kind"], first["id"]) == ("CREATED", "PLACE", id_of(place))
        assert first["record"]["name"] == "Sanga"
        Place.objects.update(name="Sangha")
        assert told(stream)["record"]["name"] == "Sangha"
        Place.objects.all().delete()
        gone = told(stream)
        assert (gone["change"], gone["record"]) == ("GONE", None)


def a_cut_stream_goes_on_where_it_was(served: Served) -> None:
    item = make_item(title="one")
    with following(served, token=served.token, a=now(served), k=["ITEM"]) as stream:
        Item.objects.update(title="two")
        cursor = told(stream)["cursor"]
    for title in ("three", "four"):
        Item.objects.update(title=title)
        make_place()
    with following(served, token=served.token, a=cursor, k=["ITEM"]) as stream:
        assert [told(stream)["id"] for _ in range(2)] == [id_of(item)] * 2
        Item.objects.update(title="five")
        assert told(stream)["record"]["title"] == "five"


def more_than_a_page_was_missed(served: Served) -> None:
    cursor = now(served)
    collection = make_collection()
    Item.objects.bulk_create(
        Item(code=f"many-{n}", title=f"{n}", collection=collection) for n in range(450)
    )
    with following(served, token=served.token, a=cursor, k=["ITEM"]) as stream:
        titles = [told(stream)["record"]["title"] for _ in range(450)]
    assert titles == [str(n) for n in range(450)]


def what_one_may_not_find_is_not_told_of(served: Served) -> None:
    """Drafts, hidden records, items of hidden collections: nothing, not even that they go."""
    cursor = now(served)
    shown = make_item(title="shown")
    draft = make_item(title="canary", state="draft")
    hidden = make_item(title="canary", access="none")
    closed = make_item(title="canary", collection=make_collection(access="none"))
    Item.objects.filter(pk__in=[draft.pk, hidden.pk, closed.pk]).update(credit="canary")
    Item.objects.filter(pk=closed.pk).update(state="withdrawn")
    for item in (draft, hidden):
        delete("item", record_id=item.pk, actor=STAFF)
    withdraw("item", record_id=shown.pk, actor=STAFF, is_announced=False)
    last = make_item(title="last")
    for token in ("", issue_token(user=make_user(), name="test")):
        heard: list[dict[str, Any]] = []
        with following(served, token=token, a=cursor, k=["ITEM"]) as stream:
            while not heard or heard[-1]["id"] != id_of(last):
                heard.append(told(stream))
        assert "canary" not in json.dumps(heard)
        hidden_ids = {id_of(item) for item in (draft, hidden, closed)}
        assert not hidden_ids & {each["id"] for each in heard}
        assert [each["change"] for each in heard if each["id"] == id_of(shown)][-1] == "GONE"
    publish("item", record_id=shown.pk, actor=STAFF)
    Collection.objects.update(access="full")


def what_is_too_old_says_so(served: Served) -> None:
    sequence()
    for odd, code in {
        seal(PURPOSE, [1, int(time.time()) - KEPT_S - 60]): "RESYNC_REQUIRED",
        seal(PURPOSE, [10**9, int(time.time())]): "RESYNC_REQUIRED",
        seal("run progress", [1, 2, 3]): "BAD_CURSOR",
        "nonsense": "BAD_CURSOR",
    }.items():
        with following(served, token=served.token, a=odd) as stream:
            assert refusal(stream) == code
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.prune', 'on', false)")
        cursor.execute(
            "DELETE FROM archive_event WHERE position < (SELECT max(position) FROM archive_event)"
        )
        cursor.execute("SELECT set_config('archive.prune', 'off', false)")
    with following(served, token=served.token, a=seal(PURPOSE, [1, int(time.time())])) as stream:
        assert refusal(stream) == "RESYNC_REQUIRED"


def the_websocket_tells_the_same(served: Served) -> None:
    cursor = now(served)
    item = make_item(title="one")
    with socket(served, additional_headers=bearer(served.token)) as ws:
        ws.send(json.dumps({"type": "connection_init"}))
        assert said(ws)["type"] == "connection_ack"
        follow = {"query": FOLLOW, "variables": {"a": cursor, "k": ["ITEM"]}}
        ws.send(json.dumps({"type": "subscribe", "id": "1", "payload": follow}))
        first = said(ws)["payload"]["data"]["archiveChanges"]
        assert (first["change"], first["id"]) == ("CREATED", id_of(item))
        Item.objects.filter(pk=item.pk).update(title="two")
        assert said(ws)["payload"]["data"]["archiveChanges"]["record"]["title"] == "two"


SCENES: tuple[Callable[[Served], None], ...] = (
    changes_are_told_in_the_order_of_their_commits,
    a_cut_stream_goes_on_where_it_was,
    what_one_may_not_find_is_not_told_of,
    the_websocket_tells_the_same,
    more_than_a_page_was_missed,
    what_is_too_old_says_so,
)


def test_changes_are_followed_by_the_rules(served: Served) -> None:
    """One server plays all scenes in turn."""
    for scene in SCENES:
        scene(served)
        print(f"{scene.__name__}: played")
