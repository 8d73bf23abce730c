"""Controls of merges, minted codes, audiences of fields and pages that are not there.

Each takes one protection out and sees its guard's case turn: tests/archive/services/test_merge.py,
test_numbering.py, tests/graphql_api/test_codes.py, tests/archive/test_audiences.py and
tests/frontend/test_pages.py would be red.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from archive import audiences, querysets
from archive.access import PUBLIC, Audience
from archive.services import editing, merging, numbering, putting_back
from archive.services.merge import merge, undo_merge
from tests.archive.services import test_merge, test_numbering
from tests.archive.services.test_merge import RICH, all_rows
from tests.controls.test_access_rule import everything_is_allowed
from tests.factories import STAFF, make_item
from tests.graphql_api import test_codes
from tests.graphql_api.asking import data_of


@pytest.mark.parametrize("left_out", ["_insert", "_update", "_remove"])
def test_a_merge_taken_back_by_half_is_seen(
    own_database: str, monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    """Without one kind of step some rows stay as the merge left them, or it is refused."""
    source, target = RICH["instrument"]()
    before = all_rows()
    done = merge("instrument", source.pk, target.pk, actor=STAFF)
    monkeypatch.setattr(putting_back, left_out, lambda *_: None)
    try:
        undo_merge(done.pk, actor=STAFF)
    except Exception as refused:  # noqa: BLE001 - any refusal is seen: what is asked is silence
        print(f"without {left_out}: {type(refused).__name__}")
    else:
        after = all_rows()
        differing = [table for table, rows in after.items() if rows != before[table]]
        print(f"without {left_out}: {differing}")
        assert differing


def test_without_its_lock_a_code_is_given_twice_or_to_nobody(
    own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty that begin together: all read the same highest number."""
    monkeypatch.setattr(numbering, "_hold", lambda _: None)
    guard: Callable[[str], None] = test_numbering.test_twenty_at_once_get_twenty_codes
    with pytest.raises(Exception) as seen:  # noqa: PT011 - refused, or codes with gaps
        guard(own_database)
    print(f"without the lock: {type(seen.value).__name__}")


def test_without_its_check_a_term_comes_to_stand_below_itself(
    own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A merge into one's own child is refused by us before the database would."""
    monkeypatch.setattr(merging, "_refuse_odd", lambda *_: None)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_merge.test_what_cannot_be_merged_is_refused_and_nothing_is_written(own_database)


@pytest.mark.django_db
def test_without_its_judge_a_code_breaks_its_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "check_against_policy", lambda *_, **__: None)
    collection = test_numbering.collection_of_crem()
    guard = test_numbering.test_a_strict_policy_refuses_other_codes_and_says_what_they_look_like
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        guard(collection)


@pytest.mark.django_db
def test_without_the_rule_an_old_code_betrays_what_is_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(querysets, "item_rule", everything_is_allowed)
    with pytest.raises(AssertionError, match="b_1"):
        test_codes.test_a_record_answers_to_the_code_that_it_bore()


@pytest.mark.django_db
def test_without_audiences_a_visitor_reads_the_archivists_notes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    item = make_item(archivist_notes="for the house alone")
    asked = "query($c: String!) { item(code: $c) { archivistNotes } }"

    def notes() -> Any:
        return data_of(asked, actor=PUBLIC, c=item.code)["item"]["archivistNotes"]

    assert notes() is None
    monkeypatch.setattr(audiences, "audience_of", lambda *_: Audience.PUBLIC)
    assert notes() == "for the house alone"


@pytest.mark.django_db
def test_without_the_rule_a_hidden_page_is_not_as_one_that_never_was(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = make_item(access="none")
    paths = (hidden.get_absolute_url(), "/items/NEVER_WAS")

    def statuses() -> list[int]:
        return [client.get(path, HTTP_ACCEPT="text/html").status_code for path in paths]

    assert statuses() == [404, 404]
    monkeypatch.setattr(querysets, "item_rule", everything_is_allowed)
    assert statuses() == [200, 404]
