"""What people ask of the archive, what it answers, and who is told.

    row, secret = ask(actor=PUBLIC, wish="naming", subject=("item", key), words="My mother sings.")
    decide(actor=actor, request_id=row.pk, is_approved=True, answer="She is named now.")
    answer_for(secret)
    take_back(actor=PUBLIC, secret=secret)

What a request is about is never looked up when it is asked: of what one may not find, one learns
as little as of what is not there, and staff read both.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import Now

from archive.access import Actor
from archive.errors import ArchiveError, CodeTaken, NotAllowed, NotFound, OddValue
from archive.history import changing
from archive.models import Gives, Grant, Notice, Request, Stage, User, Wish
from archive.services.editing import staff_only
from archive.services.grants import Of, To, give
from archive.services.lifecycle import withdraw

LONGEST = 5000
#: What a grant may open; of other kinds there is nothing to give.
_OPENED_BY = {"item": "item_id", "collection": "collection_id"}


class AlreadyDecided(ArchiveError):
    """A request that somebody has decided before."""

    code = "ALREADY_DECIDED"


def ask(
    *,
    actor: Actor,
    wish: str,
    words: str,
    subject: tuple[str, UUID] | None = None,
    name: str = "",
    email: str = "",
    gives: str = "",
) -> tuple[Request, str]:
    """Keep a request and tell staff; return it, and the secret by which its answer is read.

    Raises
    ------
    OddValue : no words, or none of what this wish needs; `field` says which.
    NotAllowed : access for a visitor: it is given to an account.
    """
    _check(actor, wish, words, subject, email, gives)
    kind, key = subject or ("", None)
    secret = secrets.token_urlsafe(32)
    with changing(actor):
        row = Request.objects.create(
            wish=wish,
            subject_kind=kind,
            subject_id=key,
            asked_by_id=actor.user_id,
            name=name.strip()[:250],
            email=email.strip(),
            words=words.strip(),
            gives=gives,
            digest=_digest(secret),
        )
        staff = User.objects.filter(is_staff=True, is_active=True).values_list("pk", flat=True)
        _tell(staff, f"request.{wish}", row)
    row.refresh_from_db()
    return row, secret


def answer_for(secret: str) -> Request | None:
    """Return the request whose secret this is, for whoever has no account."""
    return Request.objects.filter(digest=_digest(secret)).exclude(digest="").first()


def decide(
    *,
    actor: Actor,
    request_id: UUID,
    is_approved: bool,
    answer: str,
    until: datetime | None = None,
    username: str = "",
) -> Request:
    """Approve a request, which gives the access or makes the account, or refuse it with an answer.

    Raises
    ------
    NotAllowed, NotFound
    AlreadyDecided : by somebody else, or taken back.
    OddValue : no answer; what was asked for cannot be given.
    CodeTaken : the name of the new account is somebody's.
    """
    staff_only(actor)
    if not answer.strip():
        raise OddValue("answer", "Say what was decided, for who asked.")
    with changing(actor, reason=answer):
        row: Request | None = (
            Request.objects.select_for_update(of=("self",)).filter(pk=request_id).first()
        )
        if row is None:
            raise NotFound("There is no such request.").about("id")
        if row.stage != Stage.OPEN:
            raise AlreadyDecided(f"This request is {row.stage} already.").about("id")
        if is_approved and row.wish == Wish.ACCESS:
            row.grant = _granted(actor, row, answer, until)
        if is_approved and row.wish == Wish.ACCOUNT:
            _new_account(row, username)
        row.stage = Stage.APPROVED if is_approved else Stage.REFUSED
        row.answer, row.decided_by, row.decided_at = answer.strip(), actor.user_id, Now()
        row.save(update_fields=["stage", "answer", "decided_by", "decided_at", "grant", "asked_by"])
        if row.asked_by_id:
            _tell([row.asked_by_id], f"request.{row.stage}", row)
    row.refresh_from_db()
    return row


def take_back(*, actor: Actor, request_id: UUID | None = None, secret: str = "") -> Request:
    """Ask no more, while nobody has decided: by one's account, or by the secret.

    Raises
    ------
    NotFound : no request of one's own, which is all that staff take back too.
    AlreadyDecided : there is an answer, or it was taken back before.
    """
    mine = Q(pk=request_id, asked_by=actor.user_id) if request_id else Q(digest=_digest(secret))
    if request_id and actor.user_id is None:
        mine = Q(pk__in=[])
    with changing(actor):
        row: Request | None = Request.objects.select_for_update(of=("self",)).filter(mine).first()
        if row is None:
            raise NotFound("You have made no such request.").about("id" if request_id else "secret")
        if row.stage != Stage.OPEN:
            raise AlreadyDecided(f"This request is {row.get_stage_display()}.").about("id")
        row.stage = Stage.TAKEN_BACK
        row.save(update_fields=["stage"])
    return row


def read_notices(*, actor: Actor, notice_ids: Sequence[UUID] | None = None) -> int:
    """Mark one's notices as read, all of them unless some are named; return how many are unread.

    Raises
    ------
    NotAllowed : a visitor has none.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in first: notices are of an account.")
    unread = Notice.objects.visible_to(actor).filter(read_at__isnull=True)
    read = unread if notice_ids is None else unread.filter(pk__in=notice_ids)
    read.update(read_at=Now())
    return int(unread.count())


def hide(
    kind: str,
    *,
    actor: Actor,
    record_id: UUID,
    reason: str = "",
    request_id: UUID | None = None,
) -> Any:
    """Hide a published record at once: silently withdrawn, as if it had never been there.

    Parameters
    ----------
    request_id : the request that asked for it, which is thereby approved.

    Raises
    ------
    NotAllowed, NotFound, NotInThatState : as when it is withdrawn.
    AlreadyDecided : the request.
    OddValue : the request is about something else, or asks to be given something.
    """
    staff_only(actor)
    with changing(actor, reason=reason):
        if request_id is not None:
            _check_it_asks_so(request_id, kind, record_id)
        record = withdraw(kind, actor=actor, record_id=record_id, is_announced=False, reason=reason)
        if request_id is not None:
            decide(
                actor=actor,
                request_id=request_id,
                is_approved=True,
                answer=reason.strip() or "It is hidden.",
            )
    return record


def _check_it_asks_so(request_id: UUID, kind: str, record_id: UUID) -> None:
    """Let no request be approved by an act that it did not ask for: one for access gives it."""
    row = Request.objects.filter(pk=request_id).first()
    if row is None:
        raise NotFound("There is no such request.").about("request")
    if (row.subject_kind, row.subject_id) != (kind, record_id):
        raise OddValue("request", "This request is about another record: open that one.")
    if row.wish in {Wish.ACCESS, Wish.ACCOUNT}:
        raise OddValue("request", f"This request asks for {row.wish}: hiding does not answer it.")


def _check(
    actor: Actor,
    wish: str,
    words: str,
    subject: tuple[str, UUID] | None,
    email: str,
    gives: str,
) -> None:
    if wish not in Wish.values:
        raise OddValue("wish", f"{wish[:40]!r} is not one of: {', '.join(Wish.values)}.")
    if not words.strip() or len(words) > LONGEST:
        raise OddValue("words", f"Say what you ask and why, in at most {LONGEST} characters.")
    if email.strip():
        try:
            validate_email(email.strip())
        except ValidationError:
            raise OddValue("email", "This is no e-mail address.") from None
    if wish == Wish.ACCOUNT:
        if actor.user_id is None and not email.strip():
            raise OddValue("email", "An account needs an e-mail address.")
        return
    if subject is None:
        raise OddValue("record", "Say which record it is about.")
    if wish == Wish.ACCESS:
        if actor.user_id is None:
            raise NotAllowed("Access is given to an account: sign in, or ask for one.")
        if gives not in Gives.values:
            raise OddValue("gives", f"Say what for: {', '.join(Gives.values)}.")
        if subject[0] not in _OPENED_BY:
            raise OddValue("record", "Access is given to an item or a collection.")


def _granted(actor: Actor, row: Request, answer: str, until: datetime | None) -> Grant:
    if row.asked_by_id is None or row.subject_id is None:
        raise OddValue("id", "Who asked has no account any more.")
    try:
        return give(
            actor=actor,
            to=To(user_id=row.asked_by_id),
            of=Of(**{_OPENED_BY[row.subject_kind]: row.subject_id}),
            gives=row.gives,
            until=until,
            reason=answer,
        )
    except NotFound:
        raise OddValue("id", "What was asked for is not there: refuse it.") from None


def _new_account(row: Request, username: str) -> None:
    """Make an account without a password: its owner sets one by a letter (`/password`)."""
    user = User(username=User.normalize_username(username), email=row.email)
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password"], validate_unique=False)
        with transaction.atomic():
            user.save(force_insert=True)
    except ValidationError as error:
        raise OddValue("username", " ".join(error.messages)) from error
    except IntegrityError as error:
        raise CodeTaken(f"The user name {username!r} is taken.").about("username") from error
    row.asked_by = user


def _tell(users: Any, about: str, row: Request) -> None:
    Notice.objects.bulk_create(
        Notice(user_id=user, about=about, subject_kind="request", subject_id=row.pk)
        for user in users
    )


def _digest(secret: str) -> str:
    """Return what is kept of a secret; it holds 256 random bits, so a plain hash suffices."""
    return hashlib.sha256(secret.encode()).hexdigest()
