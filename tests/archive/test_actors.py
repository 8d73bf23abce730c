"""Who asks: a session, a token, or the public (R-27)."""

from datetime import timedelta
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from archive.access import PUBLIC, Actor
from archive.actors import actor_of, actor_of_async, actor_of_session, actor_of_token
from archive.errors import CodeTaken, OddValue, TokenRefused
from archive.models import ApiToken, User
from archive.services.accounts import ensure_demo_staff, issue_token, make_user
from tests.factories import make_user as user_row

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def asking(authorization: str | None = None, user: User | None = None) -> HttpRequest:
    headers = {"Authorization": authorization} if authorization else {}
    request = RequestFactory().get("/", headers=headers)
    request.user = user or AnonymousUser()
    return request


def test_without_a_name_one_is_the_public() -> None:
    assert actor_of(asking()) == PUBLIC
    assert actor_of(RequestFactory().get("/")) == PUBLIC
    assert actor_of_session(None) == PUBLIC
    assert actor_of_session("no-such-session") == PUBLIC


@pytest.mark.parametrize(
    ("values", "is_staff"),
    [({}, False), ({"is_staff": True}, True), ({"is_superuser": True}, True)],
)
def test_a_session_is_its_account(values: dict[str, Any], is_staff: bool) -> None:
    user = user_row(**values)
    # Staff are not asked about: they may do everything, named or not.
    found = Actor(user.pk, is_member=True, is_staff=is_staff, is_named=is_staff)
    assert actor_of(asking(user=user)) == found
    client = Client()
    client.force_login(user)
    assert actor_of_session(client.session.session_key).user_id == user.pk


def test_a_token_is_its_account_and_goes_before_the_session() -> None:
    owner, other = user_row(is_staff=True), user_row()
    token = issue_token(user=owner, name="notebook")
    for scheme in ("Bearer", "bearer", "BEARER"):
        assert actor_of(asking(f"{scheme} {token}", other)).user_id == owner.pk


def test_a_token_is_kept_as_a_digest_alone() -> None:
    token = issue_token(user=user_row(), name="notebook")
    row = ApiToken.objects.get()
    kept = " ".join(str(value) for value in vars(row).values())
    assert token not in kept
    assert token.removeprefix("sono_") not in kept
    assert row.digest == ApiToken.digest_of(token)


@pytest.mark.parametrize("sent", ["nonsense", "", "sono_" + "x" * 43, "é\0", "x" * 10_000])
def test_an_unknown_token_is_refused_and_not_taken_for_the_public(sent: str) -> None:
    with pytest.raises(TokenRefused, match="unknown or has expired"):
        actor_of(asking(f"Bearer {sent}"))


def test_a_token_ends_at_its_moment_on_the_databases_clock() -> None:
    user = user_row()
    live = issue_token(user=user, name="a", lifetime=timedelta(hours=1))
    over = issue_token(user=user, name="b", lifetime=timedelta(seconds=-1))
    assert actor_of_token(live).user_id == user.pk
    with pytest.raises(TokenRefused):
        actor_of_token(over)


def test_another_scheme_is_not_ours_to_judge() -> None:
    assert actor_of(asking("Basic Y3VyYXRvcjp4")) == PUBLIC


def test_a_closed_account_is_the_public_whichever_way_it_comes() -> None:
    user = user_row(is_staff=True)
    token = issue_token(user=user, name="a")
    client = Client()
    client.force_login(user)
    session = client.session.session_key
    User.objects.filter(pk=user.pk).update(is_active=False)
    user.refresh_from_db()
    assert actor_of(asking(user=user)) == PUBLIC
    assert actor_of_token(token) == PUBLIC
    assert actor_of_session(session) == PUBLIC


def test_a_session_ends_when_the_password_changes() -> None:
    user = user_row()
    client = Client()
    client.force_login(user)
    user.set_password("another horse battery")
    user.save()
    assert actor_of_session(client.session.session_key) == PUBLIC


def test_a_session_that_was_logged_out_is_the_public() -> None:
    user = user_row()
    client = Client()
    client.force_login(user)
    key = client.session.session_key
    SessionStore(key).flush()
    assert actor_of_session(key) == PUBLIC


def test_who_asks_is_found_out_once_a_request(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    request = asking(f"Bearer {issue_token(user=user_row(), name='a')}")
    with django_assert_num_queries(3):  # the token, that it was used, what the account counts on
        assert actor_of(request) is actor_of(request)


def test_a_door_of_the_event_loop_hears_the_same() -> None:
    request = asking(f"Bearer {issue_token(user=user_row(), name='a')}")
    assert async_to_sync(actor_of_async)(request) == actor_of(request)


def test_an_account_is_made_or_refused_by_its_field() -> None:
    user = make_user(username="curator", password=PASSWORD, is_staff=True)
    assert user.check_password(PASSWORD)
    with pytest.raises(CodeTaken):
        make_user(username="curator", password=PASSWORD)
    for field, name, password in (
        ("password", "a", "short"),
        ("password", "a", "1234567890123"),
        ("username", "", PASSWORD),
        ("username", "a b/c", PASSWORD),
        ("username", "x" * 151, PASSWORD),
    ):
        with pytest.raises(OddValue) as refused:
            make_user(username=name, password=password)
        assert refused.value.field == field


def test_the_demos_account_said_again_stays_as_it_is() -> None:
    token = ApiToken.new_secret()
    user = ensure_demo_staff(password=PASSWORD, token=token)
    hashed = user.password
    again = ensure_demo_staff(password=PASSWORD, token=token)
    assert (again.pk, again.password) == (user.pk, hashed)
    assert actor_of_token(token).is_staff
    ensure_demo_staff(password=PASSWORD, token=ApiToken.new_secret())
    with pytest.raises(TokenRefused):
        actor_of_token(token)
