"""Tokens do what they were made for and no more, at every door.

The control of the walk stands in tests/controls/test_token_scopes.py.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models.functions import Now
from django.test import Client
from strawberry import relay

from archive.access import PUBLIC, Act, Actor, may
from archive.actors import actor_of_token
from archive.errors import NotAllowed, NotFound, OddValue, TokenRefused
from archive.identifiers import new_id
from archive.models import ApiToken, User, WithheldRange
from archive.scopes import EVERY, Scope
from archive.services.tokens import MOST, create_token, revoke_token
from archive.withholding import hears_whole
from graphql_api.mutations.needing import Needs
from tests.factories import hidden_item, make_item, make_part, make_user
from tests.graphql_api.asking import ask, data_of
from tests.graphql_api.walks import SCHEMA

pytestmark = pytest.mark.django_db
EXAMINED_AT_LEAST = 80

MAKE = """mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { __typename
  ... on CreateApiTokenPayload { secret token { id name scopes lastUsedAt expiresAt } }
  ... on Error { code path } } }"""
REVOKE = """mutation($i: RevokeApiTokenInput!) { revokeApiToken(input: $i) { __typename
  ... on Error { code path } } }"""
MINE = "{ viewer { isStaff username tokens { id name scopes lastUsedAt } } }"


def actor_for(user: User, **values: Any) -> Actor:
    return Actor(user_id=user.pk, is_member=True, is_staff=user.is_staff, **values)


def with_scopes(user: User, *scopes: Scope) -> str:
    """Return the secret of a token as a row has it, also one that no service would make."""
    secret = ApiToken.new_secret()
    kept = [scope.value for scope in scopes]
    ApiToken.objects.create(user=user, name="t", digest=ApiToken.digest_of(secret), scopes=kept)
    return secret


def post(query: str, token: str, **variables: Any) -> Any:
    return Client().post(
        "/graphql",
        {"query": query, "variables": variables},
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )


def undeclared() -> list[str]:
    """Return the mutations that say nothing of what a token must be for."""
    of = SCHEMA.mutation_type
    assert of is not None
    found = []
    for name, definition in of.fields.items():
        extensions = definition.extensions["strawberry-definition"].extensions
        if not any(isinstance(each, Needs) for each in extensions):
            found.append(name)
    print(f"{len(of.fields)} mutations examined")
    assert len(of.fields) >= EXAMINED_AT_LEAST
    return found


def test_every_mutation_says_what_a_token_must_be_for() -> None:
    assert undeclared() == []


def test_without_reading_a_token_is_the_public() -> None:
    curator, hidden = make_user(is_staff=True), hidden_item()
    rest = with_scopes(curator, *(EVERY - {Scope.READ}))
    actor = actor_of_token(rest)
    assert (actor.user_id, actor.is_staff, actor.audiences) == (None, False, PUBLIC.audiences)
    assert not may(actor, Act.FIND, hidden.pk)
    assert may(actor_of_token(with_scopes(curator, Scope.READ)), Act.FIND, hidden.pk)
    shown = post(MINE, rest).json()["data"]["viewer"]
    assert shown == {"isStaff": False, "username": None, "tokens": []}


def test_without_listening_the_sound_is_the_publics() -> None:
    curator, hidden, shown = make_user(is_staff=True), hidden_item(), make_item()
    withheld = make_item()
    for item in (hidden, shown, withheld):
        make_part(item)
    WithheldRange.objects.create(item=withheld, start_s=0, end_s=1)
    reader = actor_of_token(with_scopes(curator, Scope.READ))
    hearer = actor_of_token(with_scopes(curator, Scope.READ, Scope.LISTEN))
    assert may(reader, Act.READ, hidden.pk)
    for act in (Act.LISTEN, Act.DERIVE, Act.DOWNLOAD):
        assert not may(reader, act, hidden.pk)
        assert may(hearer, act, hidden.pk)
    assert may(reader, Act.LISTEN, shown.pk)
    rows = type(withheld).objects.filter(pk=withheld.pk)
    assert not rows.filter(hears_whole(reader)).exists()
    assert rows.filter(hears_whole(hearer)).exists()
    path = f"/media/items/{hidden.pk}/parts/1/sound"
    secret = with_scopes(curator, Scope.READ)
    answer = Client().get(path, headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 404


def test_a_mutation_needs_its_scope_and_says_which() -> None:
    curator = make_user(is_staff=True)
    text = """mutation { createPlace(input: {slug: "sanga", name: "Sanga"}) { __typename } }"""
    reader = post(text, with_scopes(curator, Scope.READ, Scope.MANAGE))
    assert reader.status_code == 403
    (error,) = reader.json()["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "DESCRIBE" in error["message"]
    done = post(text, with_scopes(curator, Scope.READ, Scope.DESCRIBE)).json()
    assert done["data"]["createPlace"]["__typename"] == "PlacePayload"
    start = """mutation($i: AttachUploadInput!) { attachUpload(input: $i) { __typename } }"""
    given = {"upload": relay.to_base64("StagedUpload", new_id()), "itemCode": "X", "analyse": True}
    refused = post(start, with_scopes(curator, Scope.READ, Scope.DEPOSIT), i=given).json()
    assert "ANALYSE" in refused["errors"][0]["message"]


def test_a_token_is_made_shown_once_listed_and_revoked() -> None:
    user = make_user()
    me = actor_for(user)
    wanted = {"name": "notebook", "scopes": ["LISTEN", "READ"], "days": 30}
    made = data_of(MAKE, actor=me, i=wanted)["createApiToken"]
    secret, token = made["secret"], made["token"]
    assert token["scopes"] == ["READ", "LISTEN"]
    assert token["lastUsedAt"] is None
    listed = post(MINE, secret).json()["data"]["viewer"]
    assert [each["name"] for each in listed["tokens"]] == ["notebook"]
    assert listed["tokens"][0]["lastUsedAt"] is not None
    assert secret not in str(listed)
    other = actor_for(make_user(is_staff=True))
    assert ask(REVOKE, actor=other, i={"id": token["id"]}).data["revokeApiToken"] == {
        "__typename": "NotFound",
        "code": "NOT_FOUND",
        "path": ["input", "id"],
    }
    gone = data_of(REVOKE, actor=me, i={"id": token["id"]})["revokeApiToken"]
    assert gone["__typename"] == "RevokeApiTokenPayload"
    replayed = post(MINE, secret)
    assert replayed.status_code == 401
    assert replayed.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_what_is_no_token_is_refused_by_its_field() -> None:
    me = actor_for(make_user())
    odd: dict[str, dict[str, Any]] = {
        "name": {"name": " "},
        "scopes": {"scopes": [Scope.LISTEN]},
        "days": {"days": 0},
    }
    for field, given in odd.items():
        plain: dict[str, Any] = {"actor": me, "name": "a", "scopes": [Scope.READ], "days": 1}
        with pytest.raises(OddValue) as refused:
            create_token(**plain | given)
        assert refused.value.field == field
    with pytest.raises(OddValue, match="366"):
        create_token(actor=me, name="a", scopes=[Scope.READ], days=367)
    with pytest.raises(NotAllowed, match="Sign in"):
        create_token(actor=PUBLIC, name="a", scopes=[Scope.READ], days=1)
    lesser = actor_for(make_user(), scopes=frozenset({Scope.READ, Scope.MANAGE}))
    with pytest.raises(NotAllowed, match="more than itself"):
        create_token(actor=lesser, name="a", scopes=[Scope.READ, Scope.LISTEN], days=1)
    for number in range(MOST):
        create_token(actor=me, name=f"{number}", scopes=[Scope.READ], days=1)
    with pytest.raises(OddValue, match="revoke one"):
        create_token(actor=me, name="one more", scopes=[Scope.READ], days=1)
    with pytest.raises(NotFound):
        revoke_token(actor=me, token_id=new_id())


def test_that_it_was_used_is_written_once_a_minute() -> None:
    secret = with_scopes(make_user(), *EVERY)

    def used() -> Any:
        assert post("{ viewer { isStaff } }", secret).status_code == 200
        return ApiToken.objects.get().last_used_at

    first = used()
    assert first is not None
    assert used() == first
    ApiToken.objects.update(last_used_at=Now() - timedelta(seconds=61))
    assert used() >= first


def test_a_token_of_a_closed_account_is_the_public_and_an_ended_one_nobody() -> None:
    user = make_user(is_staff=True)
    secret = with_scopes(user, *EVERY)
    assert actor_of_token(secret).is_staff
    User.objects.update(expires_at=Now() - timedelta(seconds=1))
    assert not actor_of_token(secret).is_staff
    ApiToken.objects.update(expires_at=Now() - timedelta(seconds=1))
    with pytest.raises(TokenRefused):
        actor_of_token(secret)
