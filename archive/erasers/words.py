"""What was said about a record without being a part of it, and what else names it by its id.

Comments go. Requests stay as shells: who asked is told that it was erased, and nothing of what they
wrote, nor who they said they were, is left. Idempotency keys stay as refusals: a client that sends
its request again must not make the record anew.
"""

from django.apps import apps
from django.db import connection
from django.db.models.functions import Now

from archive.erasers.rows import delete
from archive.erasing import Doomed, Eraser
from archive.models import (
    Change,
    Collection,
    Comment,
    ErasedCode,
    Event,
    Item,
    Notice,
    OldCode,
    Request,
    RequestKey,
    Stage,
    Tombstone,
    Wish,
)

#: What who asked about it reads from now on.
ANSWER = "What this was about has been erased."
#: In the place of a request's digest: no request has it, so the key is refused.
ERASED = "erased"


def _nothing(doomed: Doomed) -> None:
    """Nothing is to be looked at beforehand."""


def _seek_comments(doomed: Doomed) -> None:
    about = Comment.objects.filter(subject_id__in=doomed.keys)
    doomed.add(Comment, about.values_list("pk", flat=True))
    told = Change.objects.filter(table="archive_comment", after__subject_id__in=_texts(doomed))
    doomed.subjects |= set(told.values_list("subject_id", flat=True))


def _seek_requests(doomed: Doomed) -> None:
    """Their history goes; `_erase_requests` empties the rows, and history takes that too."""
    about = Request.objects.filter(subject_id__in=doomed.keys).values_list("pk", flat=True)
    doomed.gone |= {("archive_request", str(key)) for key in about}


def _erase_requests(doomed: Doomed) -> int:
    about = Request.objects.filter(subject_id__in=doomed.keys)
    still_open = about.filter(stage=Stage.OPEN)
    decided = {"decided_by": doomed.actor.user_id, "decided_at": Now()}
    still_open.filter(wish=Wish.WITHDRAWAL).update(stage=Stage.APPROVED, **decided)
    still_open.update(stage=Stage.REFUSED, **decided)
    Notice.objects.filter(subject_id__in=about.values("pk")).update(data={})
    return int(about.update(words="", name="", email="", answer=ANSWER))


def _erase_notices(doomed: Doomed) -> int:
    return int(Notice.objects.filter(subject_id__in=doomed.keys).delete()[0])


def _erase_keys(doomed: Doomed) -> int:
    return RequestKey.objects.filter(subject_id__in=doomed.keys).update(digest=ERASED)


def _seek_codes(doomed: Doomed) -> None:
    """Find what the levels bear and bore: no other record is to be given it."""
    codes: set[tuple[str, str]] = set()
    for kind, model in (("item", Item), ("collection", Collection)):
        keys = doomed.of(model)
        rows = model._base_manager.filter(pk__in=keys).exclude(code=None)
        codes |= {(kind, str(code)) for code in rows.values_list("code", flat=True)}
        old = OldCode.objects.filter(kind=kind, subject_id__in=keys)
        codes |= {(kind, code) for code in old.values_list("code", flat=True)}
    doomed.aside["codes"] = codes


def _erase_addresses(doomed: Doomed) -> int:
    """Leave no old code and no title; where it is announced, the date and the code."""
    ErasedCode.objects.bulk_create(
        (
            ErasedCode(kind=kind, digest=ErasedCode.digest_of(kind, code))
            for kind, code in sorted(doomed.aside.get("codes", set()))
        ),
        ignore_conflicts=True,
    )
    taken: int = OldCode.objects.filter(subject_id__in=doomed.keys).delete()[0]
    taken += Tombstone.objects.filter(subject_id__in=doomed.keys).delete()[0]
    erasure = doomed.erasure
    if erasure.code:
        Tombstone.objects.create(
            kind=erasure.subject_kind,
            code=erasure.code,
            subject_id=erasure.subject_id,
            is_announced=True,
            is_erased=True,
        )
    return taken


def _erase_events(doomed: Doomed) -> int:
    """Empty the news; that something happened stays, for whoever follows by position."""
    told = Event.objects.filter(subject_id__in=doomed.keys)
    told |= Event.objects.filter(item_id__in=doomed.keys)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.erase', 'on', true)")
        emptied = told.exclude(data={}).update(data={})
        cursor.execute("SELECT set_config('archive.erase', 'off', true)")
    return emptied


def _erase_log(doomed: Doomed) -> int:
    """Take out what the operators' admin wrote down: it calls rows by their titles."""
    entries = apps.get_model("admin", "LogEntry")._default_manager
    keys = entries.filter(object_id__in=_texts(doomed)).values_list("pk", flat=True)
    return delete(entries.model, set(keys))


def _texts(doomed: Doomed) -> list[str]:
    rows = {str(key) for keys in doomed.rows.values() for key in keys}
    return sorted(rows | {str(key) for key in doomed.subjects})


COMMENTS = Eraser("comments", _seek_comments, lambda doomed: len(doomed.of(Comment)))
REQUESTS = Eraser("requests", _seek_requests, _erase_requests)
NOTICES = Eraser("notices", _nothing, _erase_notices)
KEYS = Eraser("idempotency keys", _nothing, _erase_keys)
ADDRESSES = Eraser("addresses", _seek_codes, _erase_addresses)
EVENTS = Eraser("events", _nothing, _erase_events)
OPERATORS_LOG = Eraser("operators' log", _nothing, _erase_log)
