"""The desk: what concerns one, each list in as many statements whatever lies there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from analysis.models import Run
from archive.access import PUBLIC, Actor
from archive.models import Notice, Request, User
from archive.services.comments import write_comment
from archive.services.describe import update_item
from archive.services.selections import create_selection
from tests.factories import make_item, make_user
from tests.graphql_api.asking import ask, data_of

DESK = """{ viewer { desk {
  changes { at reason records { name iri } }
  requests { wish words } waiting { wish words person }
  runs { status } selections { title entries { totalCount } }
  comments { text record { id iri } } notices { about } } } }"""
MOST_STATEMENTS = 20


def actor_of(user: User) -> Actor:
    return Actor(user_id=user.pk, is_member=True, is_staff=user.is_staff)


def lay(user: User, number: int) -> None:
    """Lay some of everything on somebody's desk."""
    actor = actor_of(user)
    for n in range(number):
        item = make_item()
        if user.is_staff:
            update_item(actor=actor, code=item.code, title=f"Said by {user}", reason="typo")
        Request.objects.create(wish="correction", words=f"By {user}", asked_by=user)
        Run.objects.create(requested_by=user, preset="default", nodes=[])
        create_selection(actor=actor, title=f"List {n} of {user}")
        write_comment(actor=actor, subject=("item", item.pk), text=f"Said by {user}")
        Notice.objects.create(user=user, about=f"request.{user}", subject_kind="request")


@pytest.mark.usefixtures("own_database")
def test_a_curator_finds_what_they_did_and_what_waits_and_a_member_their_own_alone() -> None:
    curator, ana = make_user("curator", is_staff=True), make_user("ana")
    for user in (curator, ana):
        lay(user, 2)
    mine = data_of(DESK, actor=actor_of(ana))["viewer"]["desk"]
    assert "curator" not in str(mine)
    assert {name: len(found) for name, found in mine.items()} == {
        "changes": 0,
        "requests": 2,
        "waiting": 0,
        "runs": 2,
        "selections": 2,
        "comments": 2,
        "notices": 2,
    }
    desk = data_of(DESK, actor=actor_of(curator))["viewer"]["desk"]
    assert {each["person"] for each in desk["waiting"]} == {"curator", "ana"}
    assert [each["words"] for each in desk["requests"]] == ["By curator"] * 2
    assert len(desk["runs"]) == len(desk["selections"]) == 2
    assert "typo" in {each["reason"] for each in desk["changes"]}
    assert data_of(DESK)["viewer"]["desk"] is None
    assert ask(DESK, actor=PUBLIC).errors == []


@pytest.mark.usefixtures("own_database")
def test_a_desk_takes_as_many_statements_for_nine_of_each_as_for_one() -> None:
    curator = make_user("curator", is_staff=True)
    counts = []
    for number in (1, 8):
        lay(curator, number)
        with CaptureQueriesContext(connection) as captured:
            data_of(DESK, actor=actor_of(curator))
        counts.append(len(captured))
    print(f"{counts[0]} statements")
    assert counts[0] == counts[1] <= MOST_STATEMENTS
