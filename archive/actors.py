"""Who asks: from a request, a token or a session to an `Actor`, once per request.

`Authorization: Bearer <token>` goes before the session. A token that is unknown or has expired is
an error (`TokenRefused`, 401) and not the public: a program should learn that it is not who it
thinks. An account that is no longer active, or that has expired, is the public. Where the request
comes from counts too: the machines of a reading room may be given more (archive/standing.py).

Doors of the event loop use `actor_of_async`; both read the database in a thread that may.
"""

from dataclasses import replace
from typing import Any

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
from archive.standing import address_of, standing_of

_KEPT = "_sonotheque_actor"
_SCHEME = "bearer "


def actor_of(request: HttpRequest) -> Actor:
    """Return who asks; the same answer for the whole of the request.

    Raises
    ------
    TokenRefused : a Bearer token that is unknown or has expired.
    """
    kept: Actor | None = getattr(request, _KEPT, None)
    if kept is None:
        token = bearer_token(request.META.get("HTTP_AUTHORIZATION", ""))
        address = address_of(request)
        kept = (
            actor_of_user(getattr(request, "user", None), address)
            if token is None
            else actor_of_token(token, address)
        )
        if kept.user_id is None:
            kept = replace(kept, notices=notices_of(request.COOKIES.get(COOKIE, "")))
        setattr(request, _KEPT, kept)
    return kept


actor_of_async = sync_to_async(actor_of, thread_sensitive=True)


def bearer_token(authorization: str) -> str | None:
    """Return the token of an Authorization header; None where it is of another scheme."""
    if authorization[: len(_SCHEME)].lower() != _SCHEME:
        return None
    return authorization[len(_SCHEME) :].strip()


def actor_of_token(token: str, address: str = "") -> Actor:
    """Return whose token it is.

    Raises
    ------
    TokenRefused : unknown or expired; the answer does not say which.
    """
    valid = Q(expires_at__isnull=True) | Q(expires_at__gt=Now())
    found = (
        ApiToken.objects.filter(valid, digest=ApiToken.digest_of(token))
        .select_related("user")
        .first()
    )
    if found is None:
        raise TokenRefused("The API token is unknown or has expired: ask for a new one.")
    return actor_of_user(found.user, address)


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
    standing = standing_of(key, address)
    if key is None or not standing.is_open:
        return Actor(rooms=standing.rooms) if standing.rooms else PUBLIC
    return Actor(
        user_id=key,
        is_member=True,
        is_staff=bool(user.is_staff or user.is_superuser),
        has_grants=standing.has_grants,
        is_editor=standing.is_editor,
        rooms=standing.rooms,
    )
