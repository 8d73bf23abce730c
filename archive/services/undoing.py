"""Taking changes back: rows are put as they were, newest change first, all of them or none.

    undo(actor=actor, transaction_id=7, reason="the wrong Sanga")       one whole transaction
    restore("item", item_id, actor=actor, to=7, if_version=3)           one record, with its parts

A change can be taken back where nothing later stands on it: the row still says what the change
made it say, what it points to is still there, and its code is nobody else's. Otherwise
`ChangedSince` names what stands in the way. What is taken back is itself a change: it can be
taken back again.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from archive.access import Actor
from archive.errors import NotFound, VersionConflict
from archive.history import Change, changing
from archive.kinds import KINDS, kind_named
from archive.services.editing import locked, staff_only
from archive.services.merged_codes import mend_merges
from archive.services.putting_back import Step, put_back, steps_of

#: Where a record stands and who may see it: an older description does not bring that back.
STANDING = frozenset(
    {
        "state",
        "published_at",
        "access",
        "embargo_until",
        "opens_with_age",
        "publication_rule_id",
        "protocol_set_id",
        "audience",
    }
)
#: Tables whose rows say who may know what: an older description does not bring them back either.
OF_ACCESS = ("archive_tombstone", "archive_withheldrange", "archive_recordlabel")
#: Columns that triggers keep: they follow what is put back.
KEPT = frozenset({"withheld_key", "is_open_to_all"})


def undo(*, actor: Actor, transaction_id: int, reason: str = "") -> int:
    """Take back everything that one transaction changed.

    Returns
    -------
    how many rows were put back.

    Raises
    ------
    NotAllowed : not staff.
    NotFound : no transaction of that number changed anything.
    ChangedSince : later changes stand on it; `obstacles` says which. Nothing was done.
    """
    staff_only(actor)
    with changing(actor, reason=reason, undoes=transaction_id):
        changes = Change.objects.filter(transaction_id=transaction_id)
        steps = steps_of(changes, without=KEPT)
        if not steps:
            raise NotFound("There is no such change.")
        _lock_subjects(steps)
        put_back(steps)
        mend_merges(transaction_id)
    return len(steps)


def restore(
    kind: str,
    record_id: UUID,
    *,
    actor: Actor,
    to: int,
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Put a record and its parts back as they were after transaction `to`.

    What it says is put back, not where it stands: `STANDING` stays as it is now, so that an older
    text never opens what was closed since.

    Raises
    ------
    NotAllowed : not staff.
    NotFound : no such record, it is in the bin, or it was not changed by that transaction.
    VersionConflict : it is not at `if_version` any more.
    ChangedSince : what it said cannot be said any more. Nothing was done.
    """
    staff_only(actor)
    of = kind_named(kind)
    mine = Q(subject_id=record_id) | Q(moved_from=record_id)
    with changing(actor, reason=reason):
        record = locked(of, actor=actor, record_id=record_id)
        if if_version is not None and if_version != record.version:
            raise VersionConflict(if_version, record.version)
        changes = Change.objects.filter(mine)
        last = changes.filter(transaction_id=to).aggregate(last=Max("pk"))["last"]
        if last is None:
            raise NotFound("The record's history has no such moment.")
        later = changes.filter(pk__gt=last).exclude(table__in=OF_ACCESS)
        put_back(steps_of(later, without=STANDING | KEPT))
        record.refresh_from_db()
    return record


def bring_back(kind: str, record_id: UUID, *, actor: Actor, reason: str = "") -> Any:
    """Bring back a record whose row was deleted, with the parts that went with it.

    Raises
    ------
    NotAllowed : not staff.
    NotFound : no such record was deleted.
    ChangedSince : its place has been taken since. Nothing was done.
    """
    staff_only(actor)
    of = kind_named(kind)
    table = of.model._meta.db_table
    with changing(actor, reason=reason):
        mine = Change.objects.filter(subject_id=record_id)
        gone = mine.filter(table=table, row_id=str(record_id)).order_by("pk").last()
        if gone is None or gone.operation != "DELETE":
            raise NotFound(f"No such {of.name.replace('_', ' ')} was deleted.")
        put_back(steps_of(mine.filter(transaction_id=gone.transaction_id)))
        return of.rows.get(pk=record_id)


def _lock_subjects(steps: Iterable[Step]) -> None:
    """Lock the records in one order: their editors wait, and nobody deadlocks."""
    subjects: dict[str, set[UUID]] = {}
    for step in steps:
        subjects.setdefault(step.subject[0], set()).add(step.subject[1])
    for name in sorted(subjects):
        if name in KINDS:
            rows = KINDS[name].model._base_manager.filter(pk__in=subjects[name])
            list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))
