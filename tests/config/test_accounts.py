"""Log-in by API and by page: sessions, short JWT, limits, closed accounts (R-27)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db.models.functions import Now
from django.test import Client

from archive.access import Actor
from archive.actors import actor_of_session
from archive.models import User
from archive.scopes import Scope
from archive.services.tokens import create_token
from config import env
from tests.factories import hidden_item, make_part, make_user
from tests.graphql_api.walks import SCHEMA

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
APP = "/_allauth/app/v1"
WHO = {"query": "{ viewer { username isStaff } }"}


@pytest.fixture(autouse=True)
def without_history_of_attempts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def post(path: str, body: Any, **headers: str) -> Any:
    return Client().post(path, body, content_type="application/json", headers=headers)


def signed_in(user: User) -> dict[str, str]:
    """Return what a program is given for a name and a password."""
    answer = post(f"{APP}/auth/login", {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 200, answer.content
    meta: dict[str, str] = answer.json()["meta"]
    return meta


def who(**headers: str) -> Any:
    return post("/graphql", WHO, **headers)


def name_of(answer: Any) -> str | None:
    found: str | None = answer.json()["data"]["viewer"]["username"]
    return found


def test_a_program_signs_in_and_is_nobody_after_it_signed_out() -> None:
    user = make_user("ana", is_staff=True)
    given = signed_in(user)
    by_session = {"X-Session-Token": given["session_token"]}
    by_jwt = {"Authorization": f"Bearer {given['access_token']}"}
    for headers in (by_session, by_jwt):
        assert name_of(who(**headers)) == "ana"
    gone = Client().delete(f"{APP}/auth/session", headers=by_session)
    assert gone.status_code == 401  # as allauth says that nobody is signed in now
    for headers in (by_session, by_jwt):
        assert who(**headers).status_code == 401


def test_a_jwt_lives_five_minutes_and_is_checked_whole() -> None:
    given = signed_in(make_user("ana"))
    said = jwt.decode(given["access_token"], options={"verify_signature": False})
    assert said["exp"] - said["iat"] == 300
    forged = jwt.encode({**said, "sub": str(make_user().pk)}, "x" * 48, algorithm="HS256")
    for_another = jwt.encode(
        {**said, "sub": str(make_user().pk)}, settings.SECRET_KEY, algorithm="HS256"
    )
    old = jwt.encode({**said, "exp": said["iat"] - 1}, settings.SECRET_KEY, algorithm="HS256")
    unsigned = jwt.encode(said, "", algorithm="none")
    for token in (forged, for_another, old, unsigned, given["refresh_token"], "a.b.c"):
        assert who(Authorization=f"Bearer {token}").status_code == 401
    assert name_of(who(Authorization=f"Bearer {given['access_token']}")) == "ana"


def test_a_guessed_session_token_is_refused() -> None:
    for guess in ("", "x" * 32, "\x00", "sono_" + "x" * 40):
        assert who(**{"X-Session-Token": guess}).status_code == 401


def test_a_browser_signs_in_with_a_cookie_and_the_csrf_token_alone() -> None:
    make_user("ana")
    browser = Client(enforce_csrf_checks=True)
    body = {"username": "ana", "password": PASSWORD}
    path = "/_allauth/browser/v1/auth/login"
    assert browser.post(path, body, content_type="application/json").status_code == 403
    browser.get("/_allauth/browser/v1/config")
    token = browser.cookies["csrftoken"].value
    done = browser.post(path, body, content_type="application/json", headers={"X-CSRFToken": token})
    assert done.status_code == 200
    assert "session_token" not in done.json()["meta"]
    assert actor_of_session(browser.cookies["sessionid"].value).user_id is not None


def test_a_name_that_is_guessed_at_is_closed_for_a_while_at_both_doors() -> None:
    make_user("ana")
    for _ in range(5):
        wrong = post(f"{APP}/auth/login", {"username": "ana", "password": "nope"})
        assert wrong.status_code == 400
    right = post(f"{APP}/auth/login", {"username": "ana", "password": PASSWORD})
    assert right.status_code in {400, 429}
    page = Client().post("/login", {"username": "ana", "password": PASSWORD})
    assert page.status_code == 200  # the form again
    make_user("ben")
    assert Client().post("/login", {"username": "ben", "password": PASSWORD}).status_code == 302


def test_a_wrong_name_and_a_wrong_password_answer_the_same() -> None:
    make_user("ana")
    answers = [
        post(f"{APP}/auth/login", {"username": name, "password": "nope"}).json()
        for name in ("ana", "nobody")
    ]
    assert answers[0] == answers[1]


def test_no_mutation_signs_anybody_in() -> None:
    """So no document can hold many guesses under aliases: log-in has addresses of its own."""
    of = SCHEMA.mutation_type
    assert of is not None
    print(f"{len(of.fields)} mutations examined")
    taking = [
        name
        for name, field in of.fields.items()
        for argument in field.args.values()
        if "password" in {each.lower() for each in getattr(argument.type.of_type, "fields", {})}
    ]
    assert taking == []
    assert len(of.fields) >= 80


def test_nobody_makes_an_account_for_themselves() -> None:
    body = {"username": "me", "password": PASSWORD, "email": "me@example.org"}
    assert post(f"{APP}/auth/signup", body).status_code == 403
    assert not User.objects.exists()


@pytest.mark.parametrize("how", ["expired", "deactivated"])
def test_a_closed_account_is_a_visitors_at_every_kind_of_door(how: str) -> None:
    user, hidden = make_user("ana", is_staff=True, is_superuser=True), hidden_item()
    part = make_part(hidden)
    given = signed_in(user)
    me = Actor(user_id=user.pk, is_member=True, is_staff=True)
    _, secret = create_token(actor=me, name="t", scopes=list(Scope), days=1)
    browser = Client()
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    key = browser.session.session_key
    sound = f"/media/items/{hidden.pk}/parts/{part.position}/sound"
    headers = {"Authorization": f"Bearer {secret}"}
    assert Client().get(f"/items/{hidden.code}", headers=headers).status_code == 200
    assert browser.get(f"/items/{hidden.code}").status_code == 200
    assert browser.get("/admin/").status_code == 200

    if how == "expired":
        User.objects.update(expires_at=Now() - timedelta(hours=1))
    else:
        User.objects.update(is_active=False)

    for door in (f"/items/{hidden.code}", f"/items/{hidden.code}.ttl", sound):
        assert browser.get(door).status_code == 404
        assert Client().get(door, headers=headers).status_code == 404
    assert browser.get("/admin/").status_code == 302
    assert (
        name_of(
            browser.post(
                "/graphql", WHO, content_type="application/json", headers={"X-Requested-With": "x"}
            )
        )
        is None
    )
    assert name_of(who(**headers)) is None
    assert who(**{"X-Session-Token": given["session_token"]}).status_code == 401
    assert who(Authorization=f"Bearer {given['access_token']}").status_code == 401
    assert actor_of_session(key).user_id is None  # the WebSocket's and the streams' way
    refused = post(f"{APP}/auth/login", {"username": "ana", "password": PASSWORD})
    assert refused.status_code in {400, 401}
    assert Client().post("/login", {"username": "ana", "password": PASSWORD}).status_code == 200


def test_a_forgotten_password_is_set_anew_by_a_letter_once() -> None:
    make_user("ana", email="ana@example.org")
    for address in ("ana@example.org", "nobody@example.org"):
        page = Client().post("/password", {"email": address})
        assert "nobody" not in page.content.decode().replace(address, "")
        assert page.status_code == 200
    (letter,) = mail.outbox
    assert letter.to == ["ana@example.org"]
    path = next(word for word in letter.body.split() if "/password/" in word)
    path = path.removeprefix(settings.BASE_URL)
    client = Client()
    assert client.get(path).status_code == 200
    weak = client.post(path, {"password": "1234"})
    assert weak.status_code == 200
    assert "alert" in weak.content.decode()
    assert client.post(path, {"password": "another horse battery"}).status_code == 302
    assert client.get(path).status_code == 404  # replayed
    assert Client().get("/password/0-nonsense").status_code == 404
    assert (
        Client()
        .post("/login", {"username": "ana", "password": "another horse battery"})
        .status_code
        == 302
    )


def test_accounts_have_no_telephones() -> None:
    """Where allauth would ask an adapter that keeps none, and fail."""
    client = Client()
    client.force_login(make_user("ana"))
    for kind in ("browser", "app"):
        assert client.get(f"/_allauth/{kind}/v1/account/phone").status_code == 404


def test_an_openid_provider_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.oidc_apps() == []
    monkeypatch.setenv("OIDC_ISSUER", "https://sso.example.org/realms/house")
    with pytest.raises(env.OddSetting, match="OIDC_CLIENT_ID"):
        env.oidc_apps()
    monkeypatch.setenv("OIDC_CLIENT_ID", "sonotheque")
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "s3cret")
    (app,) = env.oidc_apps()
    assert app["settings"] == {"server_url": "https://sso.example.org/realms/house"}
