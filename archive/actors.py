"""Who asks: from a request, a token or a session to an `Actor`, once per request.

`Authorization: Bearer <token>` goes before the session. A token that is unknown or has expired is
an error (`TokenRefused`, 401) and not the public: a program should learn that it is not who it
thinks. An account that is no longer active, or that has expired, is the public. Where the request
comes from counts too: the machines of a reading room may be given more (archive/standing.py).

Doors of the event loop use `actor_of_async`; both read the database in a thread that may.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from allauth.headless.tokens.strategies.jwt.internal import validate_access_token
from asgiref.sync import sync_to_async
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Q
from django.db.models.functions import Now
from django.http import HttpRequest

from archive.access import PUBLIC, Actor
from archive.errors import TokenRefused
from archive.models import ApiToken, User
from archive.notices import COOKIE, notices_of
from archive.scopes import Scope, scopes_in
from archive.standing import address_of, standing_of

_KEPT = "_sonotheque_actor"
_SCHEME = "bearer "
#: Goes before a session's token, which no API token begins with: a header cannot hold it.
_SESSION = "\0session "
_DOTS_OF_A_JWT = 2
USED_EVERY = timedelta(minutes=1)
_LONG_SINCE = Q(last_used_at__isnull=True) | Q(last_used_at__lt=Now() - USED_EVERY)


def actor_of(request: HttpRequest) -> Actor:
    """Return who asks; the same answer for the whole of the request.

    Raises
    ------
    TokenRefused : a Bearer token that is unknown or has expired.
    """
    kept: Actor | None = getattr(request, _KEPT, None)
    if kept is None:
        token = token_in(request.META)
        address = address_of(request)
        kept = (
            actor_of_user(getattr(request, "user", None), address)
            if token is None
            else actor_of_token(token, address, is_noted=True)
        )
        if kept.user_id is None:
            kept = replace(kept, notices=notices_of(request.COOKIES.get(COOKIE, "")))
        setattr(request, _KEPT, kept)
    return kept


actor_of_async = sync_to_async(actor_of, thread_sensitive=True)


def token_in(meta: Mapping[str, Any]) -> str | None:
    """Return what a program shows: a Bearer token, or the session token of a log-in by API."""
    token = bearer_token(meta.get("HTTP_AUTHORIZATION", ""))
    session = meta.get("HTTP_X_SESSION_TOKEN")
    return f"{_SESSION}{session}" if token is None and session is not None else token


def bearer_token(authorization: str) -> str | None:
    """Return the token of an Authorization header; None where it is of another scheme."""
    if authorization[: len(_SCHEME)].lower() != _SCHEME:
        return None
    return authorization[len(_SCHEME) :].strip()


def actor_of_token(token: str, address: str = "", *, is_noted: bool = False) -> Actor:
    """Return whose token it is.

    Parameters
    ----------
    is_noted : whether that it was used is written down, once a minute at most.

    Raises
    ------
    TokenRefused : unknown, revoked or expired; the answer does not say which.
    """
    if token.startswith(_SESSION):
        return _actor_of_login(_user_of_session(token.removeprefix(_SESSION)), address)
    if token.count(".") == _DOTS_OF_A_JWT:
        found_by_jwt = validate_access_token(token)
        return _actor_of_login(found_by_jwt[0] if found_by_jwt else None, address)
    valid = Q(expires_at__isnull=True) | Q(expires_at__gt=Now())
    found = (
        ApiToken.objects.filter(valid, digest=ApiToken.digest_of(token))
        .select_related("user")
        .annotate(is_long_since=_LONG_SINCE)
        .first()
    )
    if found is None:
        raise TokenRefused("The API token is unknown or has expired: ask for a new one.")
    if is_noted and found.is_long_since:
        ApiToken.objects.filter(_LONG_SINCE, pk=found.pk).update(last_used_at=Now())
    return _limited(actor_of_user(found.user, address), scopes_in(found.scopes))


def _user_of_session(key: str) -> Any:
    found = authenticate_by_x_session_token(key)
    return found[0] if found else None


def _actor_of_login(user: Any, address: str) -> Actor:
    """Return who signed in by API; that session may have ended since."""
    if user is None:
        raise TokenRefused("This session is over or never was: sign in again.")
    return actor_of_user(user, address)


def _limited(actor: Actor, scopes: frozenset[Scope]) -> Actor:
    """Return the actor with a token's scopes alone; without READ it is the public."""
    if Scope.READ not in scopes:
        return Actor(rooms=actor.rooms, scopes=scopes)
    return replace(actor, scopes=scopes)


def actor_of_session(session_key: str | None, address: str = "") -> Actor:
    """Return whose session it is, for doors without Django's middleware; else the public."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    return actor_of_user(get_user(request), address)


def actor_of_user(user: Any, address: str = "") -> Actor:
    """Return what an account may do: nothing beyond the public unless it is active.

    Parameters
    ----------
    address : where the request comes from; "" where that does not count.
    """
    key = user.pk if isinstance(user, User) else None
    if key is None and not address:
        return PUBLIC
    if key is not None and _needs_no_standing(user):
        return Actor(user_id=key, is_member=True, is_staff=True)
    standing = standing_of(key, address)
    if key is None or not standing.is_open:
        return Actor(rooms=standing.rooms) if standing.rooms else PUBLIC
    return Actor(
        user_id=key,
        is_member=True,
        is_staff=bool(user.is_staff or user.is_superuser),
        has_grants=standing.has_grants,
        is_editor=standing.is_editor,
        is_named=standing.is_named,
        rooms=standing.rooms,
    )


def _needs_no_standing(user: User) -> bool:
    """Whether the row says all: staff may do everything, wherever they sit, unless they expire."""
    is_staff = user.is_staff or user.is_superuser
    return user.is_active and is_staff and user.expires_at is None
