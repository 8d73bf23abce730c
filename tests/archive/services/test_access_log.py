"""Who was given restricted material is written down once, read by curators, and ages out.

The controls stand in tests/controls/test_own_lists.py.
"""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from strawberry import relay

from archive.access import PUBLIC, Act, Actor
from archive.actors import actor_of_user
from archive.models import (
    AccessEntry,
    Editor,
    EditorCollection,
    EditorGroup,
    Item,
    ReadingRoom,
    User,
)
from archive.services.access_log import forget, note
from archive.services.grants import Of, To, give
from tests.archive.views.test_stream import body, sound_of, url
from tests.factories import STAFF, make_item, make_user
from tests.graphql_api.asking import ask, data_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
LOG = """query($r: ID!) { accessLog(record: $r) { totalCount
  nodes { act door person room { slug } item { code } } } }"""


def listener(item: Item) -> User:
    """Return somebody to whom the item was opened."""
    user = make_user("ana")
    of = Of(item_id=item.pk)
    give(actor=STAFF, to=To(user_id=user.pk), of=of, gives="listen", reason="thesis")
    return user


def hear(item: Item, tmp_path: Path, client: Client, **headers: str) -> int:
    part = item.parts.first() or sound_of(item, tmp_path)
    response = client.get(url(part), headers=headers)
    body(response)
    return int(response.status_code)


def log_of(record: Any, actor: Actor) -> list[Any]:
    key = relay.to_base64(type(record).__name__, record.pk)
    found = data_of(LOG, actor=actor, r=key)["accessLog"]
    assert found["totalCount"] == len(found["nodes"])
    return list(found["nodes"])


def test_restricted_sound_that_was_heard_is_noted_once_an_hour_with_who_heard_it(
    client: Client, tmp_path: Path
) -> None:
    item = make_item(code="silent", access="metadata")
    client.force_login(listener(item))
    assert hear(item, tmp_path, client) == 200
    for start in range(3):
        assert hear(item, tmp_path, client, Range=f"bytes={start}-99") == 206
    told = {"act": "listen", "door": "sound", "person": "ana", "room": None}
    assert log_of(item, STAFF) == [{**told, "item": {"code": "silent"}}]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.erase', 'on', true)")
        cursor.execute("UPDATE archive_accessentry SET at = at - interval '61 minutes'")
        cursor.execute("SELECT set_config('archive.erase', 'off', true)")
    assert hear(item, tmp_path, client) == 200
    assert len(log_of(item, STAFF)) == 2


def test_what_everybody_hears_what_is_refused_and_what_gives_no_bytes_is_not_noted(
    client: Client, tmp_path: Path
) -> None:
    shown, silent = make_item(), make_item(access="metadata")
    client.force_login(listener(silent))
    assert hear(shown, tmp_path, client) == 200
    assert hear(silent, tmp_path, Client()) == 404
    part = silent.parts.get()
    assert client.head(url(part)).status_code == 200
    etag = f'"{part.file.sha256}"'
    assert hear(silent, tmp_path, client, **{"If-None-Match": etag}) == 304
    assert hear(silent, tmp_path, client, Range="bytes=99999999-") == 416
    assert not AccessEntry.objects.exists()


def test_of_a_visitor_in_a_reading_room_the_room_is_noted_and_no_address(tmp_path: Path) -> None:
    item = make_item(access="metadata")
    room = ReadingRoom.objects.create(slug="paris", name="Paris", networks=["192.0.2.0/24"])
    give(
        actor=STAFF,
        to=To(room_id=room.pk),
        of=Of(item_id=item.pk),
        gives="listen",
        reason="here",
    )
    assert hear(item, tmp_path, Client(REMOTE_ADDR="192.0.2.7")) == 200
    (entry,) = AccessEntry.objects.all()
    assert (entry.user_id, entry.room_id) == (None, room.pk)
    assert "192.0.2" not in str(vars(entry))
    (told,) = log_of(item, STAFF)
    assert (told["person"], told["room"]) == (None, {"slug": "paris"})


def test_the_book_is_read_by_who_edits_the_record_and_by_nobody_else() -> None:
    item, elsewhere = make_item(), make_item()
    editor, heard = make_user("editor"), make_user("ana")
    group = EditorGroup.objects.create(slug="mali", name="Mali")
    Editor.objects.create(group=group, user=editor)
    EditorCollection.objects.create(group=group, collection=item.collection)
    for each in (item, elsewhere):
        note(actor_of_user(heard), each.pk, act=Act.LISTEN, door="sound")
    assert [each["person"] for each in log_of(item, actor_of_user(editor))] == ["ana"]
    assert [each["person"] for each in log_of(item.collection, actor_of_user(editor))] == ["ana"]
    assert log_of(elsewhere, actor_of_user(editor)) == []
    assert len(log_of(elsewhere, STAFF)) == 1
    for other in (PUBLIC, actor_of_user(heard)):
        assert log_of(item, other) == log_of(item.collection, other) == []
    answer = ask(LOG, actor=STAFF, r=relay.to_base64("Place", item.pk))
    assert answer.codes == ["BAD_INPUT"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archive_accessentry SET user_id = NULL",
        "DELETE FROM archive_accessentry",
        "TRUNCATE archive_accessentry",
    ],
    ids=["changed", "taken out", "emptied"],
)
def test_the_database_lets_nobody_write_over_it(statement: str) -> None:
    note(STAFF, make_item().pk, act=Act.LISTEN, door="sound")
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        run(statement)
    assert AccessEntry.objects.filter(user_id=STAFF.user_id).count() == 1


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_it_ages_out_and_nothing_else_goes_with_it() -> None:
    old, new = make_item(), make_item()
    for item in (old, new):
        note(STAFF, item.pk, act=Act.LISTEN, door="sound")
    run("SELECT set_config('archive.erase', 'on', true)")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE archive_accessentry SET at = at - interval '31 days' WHERE item_id = %s",
            [old.pk],
        )
    run("SELECT set_config('archive.erase', 'off', true)")
    with pytest.raises(ValueError, match="at least one day"):
        forget(older_than_days=0)
    call_command("prune_access_log", days=30, verbosity=0, stdout=io.StringIO())
    assert list(AccessEntry.objects.values_list("item_id", flat=True)) == [new.pk]
    with pytest.raises(ProgrammingError), transaction.atomic():
        run("DELETE FROM archive_accessentry")
