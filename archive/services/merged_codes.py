"""Where old addresses lead when a merge is done, taken back, or done again.

OldCode is no part of what a record says, so the history does not put it back: this does, whenever
the transaction of a merge is taken back by whatever road.
"""

from typing import Any
from uuid import UUID

from django.db.models.functions import Now

from archive.history import Change
from archive.kinds import KINDS, Kind
from archive.models import Merge, OldCode
from archive.pointers import absorbers


def lead_on(of: Kind, source: Any, target_id: UUID) -> list[str]:
    """Let the source's addresses lead to the target; return the old ones among them."""
    led = OldCode.objects.filter(kind=of.name, subject_id=source.pk)
    codes = sorted(led.values_list("code", flat=True))
    led.update(subject_id=target_id)
    OldCode.objects.update_or_create(
        kind=of.name, code=own_old_code(of, source), defaults={"subject_id": target_id}
    )
    return codes


def own_old_code(of: Kind, record: Any) -> str:
    within = getattr(record, of.cited_within) if of.cited_within else None
    return of.old_code(getattr(record, of.cited_by), within)


def mend_merges(transaction_id: int) -> None:
    """Bring addresses in line after that transaction was taken back, in the one under way.

    It was a merge, or it had taken a merge back.
    """
    for done in Merge.objects.filter(transaction_id=transaction_id, undone_at=None):
        _lead_back(KINDS[done.kind], done)
        Merge.objects.filter(pk=done.pk).update(undone_at=Now())
    undone = Change.objects.filter(transaction_id=transaction_id, undoes__isnull=False)
    again = Merge.objects.filter(
        transaction_id__in=undone.values("undoes"), undone_at__isnull=False
    )
    for done in again:
        _lead_on_again(KINDS[done.kind], done)
        Merge.objects.filter(pk=done.pk).update(undone_at=None)


def _lead_back(of: Kind, done: Merge) -> None:
    """Let what led to the source lead there again; its own address is its own."""
    source = of.rows.get(pk=done.source_id)
    led = OldCode.objects.filter(kind=of.name, subject_id=done.target_id)
    led.filter(code=own_old_code(of, source)).delete()
    led.filter(code__in=done.old_codes).update(subject_id=source.pk)
    for absorber in absorbers():
        absorber.release(of.name, done.source_id, done.target_id)


def _lead_on_again(of: Kind, done: Merge) -> None:
    table = of.model._meta.db_table
    gone = Change.objects.filter(
        table=table, row_id=str(done.source_id), operation="DELETE", before__isnull=False
    )
    said = gone.order_by("pk").last()
    if said is None or said.before is None:
        return
    fields = {each.attname: said.before.get(each.column) for each in of.model._meta.concrete_fields}
    lead_on(of, of.model(**fields), done.target_id)
    for absorber in absorbers():
        absorber.absorb(of.name, done.source_id, done.target_id)
