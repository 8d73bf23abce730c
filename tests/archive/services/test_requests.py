"""Asking the archive, with an account or without; deciding; being told; hiding with one act."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import send_mail
from django.test import Client
from django.utils import timezone
from strawberry import relay

from archive.access import PUBLIC, Act, Actor, may
from archive.actors import actor_of_user
from archive.errors import CodeTaken, NotAllowed, NotFound, OddValue
from archive.identifiers import new_id
from archive.models import Grant, Notice, Profile, Request, Tombstone, User
from archive.services import letters
from archive.services.letters import send_letters
from archive.services.lifecycle import NotInThatState, publish
from archive.services.requests import (
    AlreadyDecided,
    answer_for,
    ask,
    decide,
    hide,
    take_back,
)
from graphql_api.mutations.request import ASKED_AN_HOUR
from tests.factories import hidden_item, make_item, make_place, make_user
from tests.graphql_api.asking import ask as ask_schema
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db
ASK = """mutation($i: AskArchiveInput!) { askArchive(input: $i) { __typename
  ... on AskArchivePayload { secret } ... on Error { code path } } }"""
LIST = """query($s: Stage, $w: Wish) { requests(stage: $s, wish: $w, first: 20) {
  totalCount nodes { words about record { id } } } }"""


@pytest.fixture
def curator() -> Actor:
    user = make_user("curator", is_staff=True, email="curator@example.org")
    return Actor(user_id=user.pk, is_member=True, is_staff=True)


def member(name: str = "ana", **values: Any) -> Actor:
    return Actor(user_id=make_user(name, **values).pk, is_member=True)


def test_a_visitor_asks_and_reads_the_answer_by_a_secret(curator: Actor) -> None:
    row, secret = ask(
        actor=PUBLIC,
        wish="naming",
        subject=("item", make_item().pk),
        words="My mother sings.",
        email="daughter@example.org",
    )
    assert secret not in str(vars(row))
    found = answer_for(secret)
    assert found is not None
    assert (found.pk, found.stage) == (row.pk, "open")
    for guess in ("", "x", secret[:-1], row.digest):
        assert answer_for(guess) is None
    decide(actor=curator, request_id=row.pk, is_approved=True, answer="She is named now.")
    text = "query($s: String!) { requestAnswer(secret: $s) { stage answer } }"
    assert data_of(text, s=secret)["requestAnswer"] == {
        "stage": "APPROVED",
        "answer": "She is named now.",
    }
    assert send_letters() == 2  # to the curator, and to who asked
    (letter,) = [each for each in mail.outbox if each.to == ["daughter@example.org"]]
    assert "She is named now." in letter.body
    assert send_letters() == 0


def test_asking_about_what_is_hidden_and_what_is_not_there_is_the_same_and_is_kept(
    curator: Actor,
) -> None:
    hidden, shown = hidden_item(), make_item()
    answers = []
    for key in (hidden.pk, shown.pk, new_id()):
        given = {"wish": "WITHDRAWAL", "words": "Please.", "record": relay.to_base64("Item", key)}
        answer = data_of(ASK, i=given)["askArchive"]
        answers.append((answer["__typename"], len(answer["secret"])))
        visible = ask_schema(LIST, actor=member(f"m{key}"))
        assert visible.data["requests"]["nodes"] == []
    assert len(set(answers)) == 1
    nodes = data_of(LIST, actor=curator)["requests"]["nodes"]
    assert len(nodes) == 3
    assert sum(node["record"] is None for node in nodes) == 1
    assert data_of(LIST, actor=curator, s="OPEN", w="NAMING")["requests"]["totalCount"] == 0
    assert data_of(LIST)["requests"]["totalCount"] == 0


def test_a_member_who_asks_about_what_is_hidden_learns_nothing_from_the_list() -> None:
    ana = member()
    for key in (hidden_item().pk, new_id()):
        ask(actor=ana, wish="access", gives="listen", subject=("item", key), words="A thesis.")
    nodes = data_of(LIST, actor=ana)["requests"]["nodes"]
    assert [node["record"] for node in nodes] == [None, None]


def test_access_that_is_approved_is_a_grant_and_who_asked_is_told(curator: Actor) -> None:
    hidden = hidden_item()
    user = make_user("ana", email="ana@example.org")
    ana = actor_of_user(user)
    row, _ = ask(
        actor=ana, wish="access", gives="listen", subject=("item", hidden.pk), words="A thesis."
    )
    assert not may(actor_of_user(user), Act.LISTEN, hidden.pk)
    decided = decide(actor=curator, request_id=row.pk, is_approved=True, answer="For your thesis.")
    assert may(actor_of_user(user), Act.LISTEN, hidden.pk)
    assert not may(actor_of_user(user), Act.DOWNLOAD, hidden.pk)
    assert decided.grant == Grant.objects.get()
    told = Notice.objects.filter(user=user).values_list("about", flat=True)
    assert list(told) == ["request.approved"]
    shown = data_of("{ viewer { notices { about readAt } } }", actor=ana)["viewer"]["notices"]
    assert shown == [{"about": "request.approved", "readAt": None}]
    send_letters()
    (letter,) = [each for each in mail.outbox if each.to == ["ana@example.org"]]
    assert hidden.title not in f"{letter.subject} {letter.body}"
    with pytest.raises(AlreadyDecided):
        decide(actor=curator, request_id=row.pk, is_approved=False, answer="No.")


def test_what_is_refused_gives_nothing_and_says_why(curator: Actor) -> None:
    hidden, ana = hidden_item(), member()
    row, _ = ask(
        actor=ana, wish="access", gives="read", subject=("item", hidden.pk), words="To see it."
    )
    with pytest.raises(OddValue) as without:
        decide(actor=curator, request_id=row.pk, is_approved=False, answer=" ")
    assert without.value.field == "answer"
    decide(actor=curator, request_id=row.pk, is_approved=False, answer="The family said no.")
    assert not Grant.objects.exists()
    missing, _ = ask(
        actor=ana, wish="access", gives="read", subject=("item", new_id()), words="To see it."
    )
    with pytest.raises(OddValue, match="refuse it"):
        decide(actor=curator, request_id=missing.pk, is_approved=True, answer="Yes.")
    missing.refresh_from_db()
    assert missing.stage == "open"
    with pytest.raises(NotAllowed):
        decide(actor=ana, request_id=missing.pk, is_approved=True, answer="Yes.")
    with pytest.raises(NotFound):
        decide(actor=curator, request_id=new_id(), is_approved=True, answer="Yes.")


def test_an_account_that_is_approved_is_made_without_a_password(curator: Actor) -> None:
    row, _ = ask(actor=PUBLIC, wish="account", words="I study.", email="ben@example.org")
    with pytest.raises(CodeTaken):
        decide(actor=curator, request_id=row.pk, is_approved=True, answer="Hi", username="curator")
    decide(actor=curator, request_id=row.pk, is_approved=True, answer="Welcome.", username="ben")
    user = User.objects.get(username="ben")
    assert (user.email, user.has_usable_password(), user.is_staff) == (
        "ben@example.org",
        False,
        False,
    )


def test_who_wants_no_letters_gets_none(curator: Actor) -> None:
    Profile.objects.create(user=User.objects.get(username="curator"), wants_mail=False)
    ask(actor=PUBLIC, wish="correction", subject=("item", new_id()), words="It is a lute.")
    assert Notice.objects.filter(user=curator.user_id).count() == 1
    assert send_letters() == 0


@pytest.mark.parametrize(
    ("error", "later"),
    [
        (SMTPRecipientsRefused({"gone@example.org": (550, b"no such user")}), 0),
        (SMTPRecipientsRefused({"gone@example.org": (451, b"greylisted")}), 1),
        (SMTPDataError(554, b"refused"), 0),
    ],
    ids=["for ever", "for now", "as spam"],
)
def test_a_letter_that_is_refused_holds_up_none_behind_it(
    error: SMTPException, later: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_user("gone", is_staff=True, email="gone@example.org")
    make_user("here", is_staff=True, email="here@example.org")
    ask(actor=PUBLIC, wish="correction", subject=("item", new_id()), words="It is a lute.")
    Notice.objects.filter(user=first).update(at=timezone.now() - timedelta(days=1))

    def refusing(subject: str, words: str, sender: str, to: list[str]) -> int:
        if to == ["gone@example.org"]:
            raise error
        return send_mail(subject, words, sender, to)

    monkeypatch.setattr(letters, "send_mail", refusing)
    assert send_letters() == 1
    assert [each.to for each in mail.outbox] == [["here@example.org"]]
    monkeypatch.setattr(letters, "send_mail", send_mail)
    assert send_letters() == later


def test_without_a_server_every_letter_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    make_user("here", is_staff=True, email="here@example.org")
    ask(actor=PUBLIC, wish="correction", subject=("item", new_id()), words="It is a lute.")

    def absent(*said: object) -> int:
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(letters, "send_mail", absent)
    assert send_letters() == 0
    monkeypatch.setattr(letters, "send_mail", send_mail)
    assert send_letters() == 1


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("words", {"words": " "}),
        ("words", {"words": "x" * 5001}),
        ("wish", {"wish": "gold"}),
        ("record", {"subject": None}),
        ("email", {"email": "no address"}),
        ("email", {"wish": "account", "subject": None}),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_field(field: str, given: dict[str, Any]) -> None:
    asked: dict[str, Any] = {
        "actor": PUBLIC,
        "wish": "naming",
        "subject": ("item", new_id()),
        "words": "Please.",
    }
    with pytest.raises(OddValue) as refused:
        ask(**asked | given)
    assert refused.value.field == field
    assert not Request.objects.exists()


def test_access_is_for_accounts_and_of_items_and_collections() -> None:
    with pytest.raises(NotAllowed, match="sign in"):
        ask(actor=PUBLIC, wish="access", gives="read", subject=("item", new_id()), words="a")
    with pytest.raises(OddValue) as refused:
        ask(actor=member(), wish="access", gives="read", subject=("place", new_id()), words="a")
    assert refused.value.field == "record"


def test_one_address_asks_so_often_and_no_more() -> None:
    cache.clear()
    text = 'mutation { askArchive(input: {wish: ACCOUNT, words: "a", email: "a@example.org"}) {'
    text += " __typename } }"

    def status(address: str) -> int:
        answer = Client(REMOTE_ADDR=address).post(
            "/graphql", {"query": text}, content_type="application/json"
        )
        return answer.status_code

    assert [status("198.51.100.7") for _ in range(ASKED_AN_HOUR)] == [200] * ASKED_AN_HOUR
    assert status("198.51.100.7") == 429
    assert status("198.51.100.8") == 200
    cache.clear()


def test_a_record_is_hidden_with_one_act_also_by_a_request(curator: Actor) -> None:
    item, ana = make_item(), member()
    row, secret = ask(
        actor=PUBLIC, wish="withdrawal", subject=("item", item.pk), words="It is a rite."
    )
    for actor in (PUBLIC, ana):
        with pytest.raises(NotAllowed):
            hide("item", actor=actor, record_id=item.pk)
    hide("item", actor=curator, record_id=item.pk, reason="A rite.", request_id=row.pk)
    assert not may(PUBLIC, Act.FIND, item.pk)
    assert not Tombstone.objects.get(subject_id=item.pk).is_announced
    assert Client().get(f"/items/{item.code}").status_code == 404
    found = answer_for(secret)
    assert found is not None
    assert (found.stage, found.answer) == ("approved", "A rite.")
    with pytest.raises(NotInThatState):
        hide("item", actor=curator, record_id=item.pk)
    with pytest.raises(NotInThatState):
        hide("place", actor=curator, record_id=make_place().pk)
    publish("item", actor=curator, record_id=item.pk)
    with pytest.raises(AlreadyDecided):
        hide("item", actor=curator, record_id=item.pk, request_id=row.pk)
    assert may(PUBLIC, Act.FIND, item.pk)  # all of it or nothing


@pytest.mark.parametrize(
    ("wish", "is_about_it", "told"),
    [("withdrawal", False, "another record"), ("access", True, "asks for access")],
)
def test_hiding_approves_no_request_that_did_not_ask_for_it(
    curator: Actor, wish: str, is_about_it: bool, told: str
) -> None:
    """One for access, thereby approved, would have given it."""
    item, other = make_item(), make_item()
    about = item if is_about_it else other
    gives = {"gives": "listen"} if wish == "access" else {}
    row, _ = ask(actor=member(), wish=wish, subject=("item", about.pk), words="Why.", **gives)
    with pytest.raises(OddValue, match=told):
        hide("item", actor=curator, record_id=item.pk, request_id=row.pk)
    row.refresh_from_db()
    assert (row.stage, may(PUBLIC, Act.FIND, item.pk)) == ("open", True)


def test_one_takes_back_what_one_has_asked_and_nobody_elses(curator: Actor) -> None:
    ana, ben, item = member(), member("ben"), make_item()
    wish: dict[str, Any] = {"wish": "correction", "subject": ("item", item.pk), "words": "A lute."}
    row, _ = ask(actor=ana, **wish)
    asked_by_nobody, secret = ask(actor=PUBLIC, **wish)
    for actor in (ben, PUBLIC, curator):
        with pytest.raises(NotFound):
            take_back(actor=actor, request_id=row.pk)
        with pytest.raises(NotFound):
            take_back(actor=actor, request_id=asked_by_nobody.pk)
    for guess in ("", "x"):
        with pytest.raises(NotFound):
            take_back(actor=PUBLIC, secret=guess)
    assert {each.stage for each in Request.objects.all()} == {"open"}
    assert take_back(actor=ana, request_id=row.pk).stage == "taken_back"
    assert take_back(actor=PUBLIC, secret=secret).stage == "taken_back"
    with pytest.raises(AlreadyDecided):
        take_back(actor=ana, request_id=row.pk)
    with pytest.raises(AlreadyDecided):
        decide(actor=curator, request_id=row.pk, is_approved=True, answer="Too late.")


def test_what_is_decided_is_not_taken_back(curator: Actor) -> None:
    row, secret = ask(actor=PUBLIC, wish="naming", subject=("item", new_id()), words="My aunt.")
    decide(actor=curator, request_id=row.pk, is_approved=False, answer="No.")
    text = """mutation($i: TakeBackRequestInput!) { takeBackRequest(input: $i) {
      __typename ... on Error { code } } }"""
    assert data_of(text, i={"secret": secret})["takeBackRequest"] == {
        "__typename": "ValidationError",
        "code": "ALREADY_DECIDED",
    }
    row.refresh_from_db()
    assert row.stage == "refused"


def test_notices_are_marked_read_by_whom_they_are_for(curator: Actor) -> None:
    other = make_user("dora", is_staff=True)
    for words in ("one", "two"):
        ask(actor=PUBLIC, wish="naming", subject=("item", new_id()), words=words)
    mine, theirs = (list(Notice.objects.filter(user=key)) for key in (curator.user_id, other.pk))
    text = """mutation($i: ReadNoticesInput!) { readNotices(input: $i) {
      ... on ReadNoticesPayload { unread } ... on Error { code } } }"""

    def unread(actor: Actor, *notices: Notice) -> Any:
        ids = [relay.to_base64("Notice", each.pk) for each in notices] or None
        return data_of(text, actor=actor, i={"ids": ids})["readNotices"]

    assert unread(curator, mine[0], theirs[0]) == {"unread": 1}
    assert unread(curator) == {"unread": 0}
    assert not Notice.objects.filter(user=other, read_at__isnull=False).exists()
    assert unread(PUBLIC) == {"code": "FORBIDDEN"}
