"""What people say beside records: written, changed and taken back by them, hidden by curators.

    row = write_comment(actor=actor, subject=("item", key), text="The second voice is her son's.")
    withdraw_comment(actor=actor, comment_id=row.pk)
    hide_comment(actor=curator, comment_id=row.pk, reason="names a neighbour")

Whoever may read a record reads the comments on it that are for them: those with an account, unless
a curator opens one to all. What was taken back only its author sees, what is hidden its author and
staff; answers to either stay, and answer nothing that is shown.
"""

from datetime import timedelta
from uuid import UUID

from django.db.models.functions import Now

from archive.access import Act, Actor, Audience, may
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.kinds import kind_named
from archive.models import Comment
from archive.services.fields import checked

LONGEST = 5000
#: How much one account writes in an hour.
MOST_AN_HOUR = 60


def write_comment(
    *,
    actor: Actor,
    subject: tuple[str, UUID],
    text: str,
    answers: UUID | None = None,
    audience: str = Audience.MEMBER,
) -> Comment:
    """Say something beside a record, or answer what was said there.

    Raises
    ------
    NotAllowed : a visitor; what is for all, of who does not edit the record.
    NotFound : the record, or what is answered; also where one may not read it.
    OddValue : no words, or too many; too many comments in an hour.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in first: a comment belongs to an account.")
    kind, key = subject
    if not kind_named(kind).rows.visible_to(actor).filter(pk=key).exists():
        raise NotFound("There is no such record.").about("record")
    words = _words(text)
    if audience == Audience.PUBLIC and not _curates(actor, kind, key):
        raise NotAllowed("Only who edits the record shows a comment to everybody.")
    recent = Comment.objects.filter(author=actor.user_id, created_at__gt=Now() - timedelta(hours=1))
    if recent.count() >= MOST_AN_HOUR:
        raise OddValue("text", f"An account writes {MOST_AN_HOUR} comments an hour: wait.")
    if answers is not None:
        there = Comment.objects.visible_to(actor).filter(pk=answers, subject_id=key)
        if not there.exists():
            raise NotFound("There is nothing of that id to answer.").about("answers")
    with changing(actor):
        row: Comment = Comment.objects.create(
            author_id=actor.user_id,
            subject_kind=kind,
            subject_id=key,
            answers_id=answers,
            text=words,
            audience=audience,
        )
    row.refresh_from_db()
    return row


def edit_comment(
    *, actor: Actor, comment_id: UUID, text: str, if_version: int | None = None
) -> Comment:
    """Say something else in a comment of one's own.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, OddValue
    """
    words = _words(text)
    with changing(actor):
        row = _own(actor, comment_id, if_version)
        if row.text != words:
            row.text = words
            row.save(update_fields=["text"])
    row.refresh_from_db()
    return row


def withdraw_comment(*, actor: Actor, comment_id: UUID, is_withdrawn: bool = True) -> Comment:
    """Take back a comment of one's own, so that nobody else sees it; or let it be there again.

    Raises
    ------
    NotFound, NotAllowed
    """
    with changing(actor):
        row = _own(actor, comment_id, None)
        if (row.withdrawn_at is not None) != is_withdrawn:
            row.withdrawn_at = Now() if is_withdrawn else None
            row.save(update_fields=["withdrawn_at"])
    row.refresh_from_db()
    return row


def hide_comment(
    *, actor: Actor, comment_id: UUID, is_hidden: bool = True, reason: str = ""
) -> Comment:
    """Hide a comment from all but its author and staff, or show it again.

    Raises
    ------
    NotFound : there is none that the actor may see.
    NotAllowed : the actor does not edit the record.
    """
    with changing(actor, reason=reason):
        row = _locked(actor, comment_id)
        if not _curates(actor, row.subject_kind, row.subject_id):
            raise NotAllowed("Only who edits the record hides what is said of it.")
        if row.is_removed != is_hidden:
            row.is_removed = is_hidden
            row.save(update_fields=["is_removed"])
    row.refresh_from_db()
    return row


def _words(text: str) -> str:
    if len(text) > LONGEST:
        raise OddValue("text", f"Write at most {LONGEST} characters.")
    return str(checked(Comment, {"text": text})["text"])


def _curates(actor: Actor, kind: str, key: UUID) -> bool:
    return actor.is_staff or (kind == "item" and may(actor, Act.EDIT, key))


def _locked(actor: Actor, comment_id: UUID) -> Comment:
    rows = Comment.objects.visible_to(actor).select_for_update(of=("self",))
    found: Comment | None = rows.filter(pk=comment_id).first()
    if found is None:
        raise NotFound("There is no such comment.").about("id")
    return found


def _own(actor: Actor, comment_id: UUID, if_version: int | None) -> Comment:
    row = _locked(actor, comment_id)
    if actor.user_id is None or row.author_id != actor.user_id:
        raise NotAllowed("Only who wrote a comment changes it.")
    if if_version is not None and if_version != row.version:
        raise VersionConflict(if_version, row.version)
    return row
