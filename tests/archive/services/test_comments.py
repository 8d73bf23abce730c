"""What is said beside records: for who may read them, by nobody's log-in name, moderated.

The controls stand in tests/controls/test_own_lists.py.
"""

from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC, Actor
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import Change
from archive.identifiers import new_id
from archive.models import Comment, Editor, EditorCollection, EditorGroup, Item, User
from archive.services.comments import (
    MOST_AN_HOUR,
    edit_comment,
    hide_comment,
    withdraw_comment,
    write_comment,
)
from archive.services.profiles import update_profile
from tests.factories import hidden_item, make_instrument, make_item, make_user
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db
SAID = """query($r: ID) { comments(record: $r) { totalCount nodes { text author person isMine
  isHidden isWithdrawn answers { text } record { id } } } }"""


def member(name: str = "ana") -> Actor:
    return Actor(user_id=make_user(name).pk, is_member=True)


def curator() -> Actor:
    return Actor(user_id=make_user("curator", is_staff=True).pk, is_member=True, is_staff=True)


def said_of(item: Item, actor: Actor) -> list[str]:
    found = data_of(SAID, actor=actor, r=relay.to_base64("Item", item.pk))["comments"]
    texts = [each["text"] for each in found["nodes"]]
    assert found["totalCount"] == len(texts)
    return texts


def say(actor: Actor, item: Item, text: str = "Whose voice?", **more: Any) -> Comment:
    return write_comment(actor=actor, subject=("item", item.pk), text=text, **more)


def test_members_talk_beside_a_record_and_visitors_read_nothing_of_it() -> None:
    ana, ben, item = member(), member("ben"), make_item()
    asked = say(ana, item)
    say(ben, item, "Her sister's.", answers=asked.pk)
    found = data_of(SAID, actor=ben, r=relay.to_base64("Item", item.pk))["comments"]["nodes"]
    assert [(each["text"], each["isMine"]) for each in found] == [
        ("Whose voice?", False),
        ("Her sister's.", True),
    ]
    assert found[1]["answers"] == {"text": "Whose voice?"}
    assert said_of(item, PUBLIC) == []
    assert data_of(SAID)["comments"]["totalCount"] == 0
    assert data_of(SAID, actor=ana)["comments"]["totalCount"] == 2


def test_nobody_is_named_who_did_not_choose_to_be() -> None:
    ana, item = member(), make_item()
    say(ana, item)
    key = relay.to_base64("Item", item.pk)
    for reader in (ana, member("ben")):
        (told,) = data_of(SAID, actor=reader, r=key)["comments"]["nodes"]
        assert (told["author"], told["person"]) == (None, None)
    update_profile(actor=ana, display_name="Ana of Sanga", is_listed=True)
    (told,) = data_of(SAID, actor=member("eve"), r=key)["comments"]["nodes"]
    assert (told["author"], told["person"]) == ("Ana of Sanga", None)
    (told,) = data_of(SAID, actor=curator(), r=key)["comments"]["nodes"]
    assert told["person"] == "ana"


def test_who_may_not_read_the_record_neither_comments_nor_reads_what_is_said() -> None:
    staff, ana, item = curator(), member(), make_item()
    say(staff, item, "Open.", audience="public")
    say(ana, item, "By a member.")
    assert said_of(item, PUBLIC) == ["Open."]
    Item.objects.filter(pk=item.pk).update(access="none")
    for reader in (PUBLIC, ana):  # its own author included
        assert said_of(item, reader) == []
        assert data_of(SAID, actor=reader)["comments"]["totalCount"] == 0
    assert said_of(item, staff) == ["Open.", "By a member."]
    told = set()
    for key in (hidden_item().pk, new_id()):
        with pytest.raises(NotFound) as refused:
            write_comment(actor=ana, subject=("item", key), text="?")
        told.add(str(refused.value))
    assert told == {"There is no such record."}
    with pytest.raises(NotAllowed):
        say(PUBLIC, make_item())


def test_a_comment_is_changed_and_taken_back_by_its_author_alone() -> None:
    staff, ana, ben, item = curator(), member(), member("ben"), make_item()
    row = say(ana, item)
    answer = say(ben, item, "Hers.", answers=row.pk)
    assert edit_comment(actor=ana, comment_id=row.pk, text="Whose song?").text == "Whose song?"
    for other in (ben, staff):
        with pytest.raises(NotAllowed):
            edit_comment(actor=other, comment_id=row.pk, text="Mine")
        with pytest.raises(NotAllowed):
            withdraw_comment(actor=other, comment_id=row.pk)
    with pytest.raises(VersionConflict):
        edit_comment(actor=ana, comment_id=row.pk, text="Late", if_version=99)
    withdraw_comment(actor=ana, comment_id=row.pk)
    for other in (ben, staff):
        found = data_of(SAID, actor=other, r=relay.to_base64("Item", item.pk))["comments"]["nodes"]
        assert [(each["text"], each["answers"]) for each in found] == [("Hers.", None)]
    assert said_of(item, ana) == ["Whose song?", "Hers."]
    withdraw_comment(actor=ana, comment_id=row.pk, is_withdrawn=False)
    assert said_of(item, ben) == ["Whose song?", "Hers."]
    assert Change.objects.filter(subject_id=row.pk, author_id=ana.user_id).count() == 4
    assert answer.answers_id == row.pk


def test_curators_hide_what_is_said_of_their_records() -> None:
    staff, ana, ben, editor = curator(), member(), member("ben"), make_user("editor")
    item, elsewhere = make_item(), make_item()
    group = EditorGroup.objects.create(slug="mali", name="Mali")
    Editor.objects.create(group=group, user=editor)
    EditorCollection.objects.create(group=group, collection=item.collection)
    edits = Actor(user_id=editor.pk, is_member=True, is_editor=True)
    row, other = say(ana, item), say(ana, elsewhere)
    for who, what in ((ben, row), (ana, row), (edits, other)):
        with pytest.raises(NotAllowed):
            hide_comment(actor=who, comment_id=what.pk)
    hide_comment(actor=edits, comment_id=row.pk, reason="It names a neighbour.")
    assert said_of(item, ben) == []
    assert said_of(item, ana) == said_of(item, staff) == ["Whose voice?"]
    with pytest.raises(NotFound):
        hide_comment(actor=ben, comment_id=row.pk)
    hide_comment(actor=staff, comment_id=row.pk, is_hidden=False)
    assert said_of(item, ben) == ["Whose voice?"]
    with pytest.raises(NotAllowed):
        say(ana, item, audience="public")
    assert say(edits, item, audience="public").audience == "public"


def test_a_term_is_talked_about_too() -> None:
    """T-46: curators discussed merges of vocabulary values."""
    ana, horn = member(), make_instrument("Trompe", is_authoritative=True)
    write_comment(actor=ana, subject=("instrument", horn.pk), text="The same as the horn?")
    key = relay.to_base64("Instrument", horn.pk)
    (told,) = data_of(SAID, actor=ana, r=key)["comments"]["nodes"]
    assert (told["text"], told["record"]["id"]) == ("The same as the horn?", key)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "x" * 5001, "a\x00b"], ids=["none", "blank", "long", "odd"]
)
def test_what_cannot_be_said_is_refused(text: str) -> None:
    with pytest.raises(OddValue) as odd:
        say(member(), make_item(), text)
    assert odd.value.field == "text"


def test_nobody_floods_a_record() -> None:
    ana, item = member(), make_item()
    Comment.objects.bulk_create(
        Comment(
            author=User.objects.get(username="ana"),
            subject_kind="item",
            subject_id=item.pk,
            text="Again.",
        )
        for _ in range(MOST_AN_HOUR)
    )
    with pytest.raises(OddValue):
        say(ana, item)
    say(member("ben"), item)
    with pytest.raises(NotFound):  # an answer stands beside the same record
        say(member("eve"), make_item(), answers=Comment.objects.all()[0].pk)
