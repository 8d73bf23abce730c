"""Tokens: keys of programs, made and revoked by whose account they open.

row, secret = create_token(actor=actor, name="notebook", scopes=[Scope.READ], days=90)
revoke_token(actor=actor, token_id=row.pk)
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from archive.access import Actor
from archive.errors import NotAllowed, NotFound, OddValue
from archive.history import changing
from archive.models import ApiToken
from archive.scopes import Scope

LONGEST_DAYS = 366
MOST = 50


def tokens_of(actor: Actor) -> "QuerySet[ApiToken]":
    """Return the actor's own tokens, newest first: those of others are nobody's business."""
    rows = ApiToken.objects.order_by("-created_at", "-id")
    return rows.filter(user=actor.user_id) if actor.user_id else rows.none()


def create_token(
    *, actor: Actor, name: str, scopes: Iterable[Scope], days: int
) -> tuple[ApiToken, str]:
    """Make a token for one's own account; the secret is returned once and kept nowhere.

    Raises
    ------
    NotAllowed : a visitor; a scope that the token which asks does not have itself.
    OddValue : no name; no reading; a lifetime that is none; too many tokens.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in first: a token opens an account.")
    wanted = frozenset(scopes)
    if not name.strip() or len(name) > 120:
        raise OddValue("name", "Say what the token is for, in at most 120 characters.")
    if Scope.READ not in wanted:
        raise OddValue("scopes", "Every use begins with reading: add READ.")
    if not wanted <= actor.scopes:
        raise NotAllowed("A token makes no token that may do more than itself.").about("scopes")
    if not 1 <= days <= LONGEST_DAYS:
        raise OddValue("days", f"A token lives 1 to {LONGEST_DAYS} days.")
    live = Q(expires_at__isnull=True) | Q(expires_at__gt=Now())
    if tokens_of(actor).filter(live).count() >= MOST:
        raise OddValue("name", f"An account has {MOST} tokens at most: revoke one first.")
    secret = ApiToken.new_secret()
    with changing(actor, reason=""):
        row = ApiToken.objects.create(
            user_id=actor.user_id,
            name=name.strip(),
            digest=ApiToken.digest_of(secret),
            scopes=sorted(scope.value for scope in wanted),
            expires_at=Now() + timedelta(days=days),
        )
    row.refresh_from_db()
    return row, secret


def revoke_token(*, actor: Actor, token_id: UUID) -> UUID:
    """End a token with the commit: its next request, and its next event, are refused.

    Raises
    ------
    NotFound : no token of that id, or somebody else's; the answer is the same.
    """
    gone, _ = tokens_of(actor).filter(pk=token_id).delete()
    if not gone:
        raise NotFound("You have no such token.").about("id")
    return token_id
