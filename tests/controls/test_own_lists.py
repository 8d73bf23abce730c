"""Controls of the lists of people's own: without the guard, what was absent is there."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Q

from archive import permits
from archive.access import PUBLIC, Act, Actor, may
from archive.actors import actor_of_user
from archive.models import AccessEntry, Selection, SelectionEntry
from archive.services import selections
from archive.services.access_log import note
from archive.services.selection_entries import Line, add_entries
from tests.archive.services.test_access_log import log_of
from tests.archive.services.test_comments import said_of, say
from tests.archive.services.test_selections import (
    _opened,
    curator,
    list_of,
    member,
    shown,
)
from tests.factories import hidden_item, make_item, make_user

pytestmark = pytest.mark.django_db


def test_without_the_rule_of_lists_a_private_one_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    row = list_of(member(), make_item())
    assert shown(row) is None

    def everything(rows: Any, actor: Actor) -> Any:
        return rows

    monkeypatch.setattr(permits.SelectionQuerySet, "visible_to", everything)
    monkeypatch.setattr(type(Selection.objects.all()), "visible_to", everything)
    assert shown(row, PUBLIC)["title"] == "A list"


def test_without_the_rule_of_items_a_hidden_line_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = list_of(curator(), make_item(), hidden_item(), shared="public")
    assert shown(row)["entries"]["totalCount"] == 1
    monkeypatch.setattr(permits, "item_rule", lambda *_, **__: Q())
    assert shown(row)["entries"]["totalCount"] == 2


def test_without_the_guard_of_grants_an_owner_opens_what_they_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    staff, ana, ben = curator(), member(), make_user("ben")
    row, silent = list_of(ana, shared="public"), make_item(access="metadata")
    _opened(staff, row, ben)
    monkeypatch.setattr(selections, "_opens_something", lambda row: False)
    add_entries(actor=ana, record_id=row.pk, lines=[Line(item_id=silent.pk)])
    assert may(actor_of_user(ben), Act.LISTEN, silent.pk)
    assert SelectionEntry.objects.count() == 1


def test_without_the_rule_of_records_what_is_said_of_a_hidden_one_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana, item = member(), make_item()
    say(ana, item)
    type(item).objects.update(access="none")
    assert said_of(item, ana) == []
    monkeypatch.setattr(permits.CommentQuerySet, "_beside_readable", lambda *_: Q())
    assert said_of(item, ana) == ["Whose voice?"]


def test_without_its_triggers_the_book_is_written_over() -> None:
    note(curator(), make_item().pk, act=Act.LISTEN, door="sound")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_accessentry DISABLE TRIGGER USER")
        cursor.execute("UPDATE archive_accessentry SET user_id = NULL")
        cursor.execute("ALTER TABLE archive_accessentry ENABLE TRIGGER USER")
    assert AccessEntry.objects.get().user_id is None


def test_without_the_rule_of_editing_anybody_reads_the_book(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana, item = member(), make_item()
    note(ana, item.pk, act=Act.LISTEN, door="sound")
    assert log_of(item, PUBLIC) == []
    rows = type(item).objects.all()
    monkeypatch.setattr(type(rows), "allowing", lambda rows, *_: rows)
    monkeypatch.setattr(type(type(item).objects), "allowing", lambda manager, *_: manager.all())
    assert len(log_of(item, PUBLIC)) == 1
