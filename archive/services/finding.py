"""Find a record by what people cite: by its code or slug, by one that it bore, by its uuid (T-05).

    found = find("item", "CNRSMH_I_1970_012_041_15", actor)
    found.record, found.key, found.by_old_code

A current code goes before an old one. What the actor may not find is not found by its old codes
either, nor by its uuid: the answer is the same as for a code that nobody ever bore. A merged term
is found as what it was merged into.
"""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from archive.access import Actor
from archive.kinds import KINDS, Kind
from archive.models import OldCode

#: The kind of what a record is cited within, and the column that is named in its address.
ABOVE = {"concept": "scheme"}


@dataclass(frozen=True)
class Found:
    """A record, and what stands in its address now."""

    kind: str
    record: Any
    key: str
    #: Whether it was asked for by a code that it bears no more.
    by_old_code: bool


def find(kind: str, key: str, actor: Actor) -> Found | None:
    """Return the record, None where there is none or none that the actor may find.

    Parameters
    ----------
    key : what stands in an address: a code, a slug, a uuid; of a concept ``scheme/slug``.
    """
    of = KINDS.get(kind)
    if of is None or not key.isprintable():
        return None
    rows: QuerySet[Any] = of.rows.visible_to(actor)
    above, _, own = key.rpartition("/") if of.cited_within else ("", "", key)
    where = {of.cited_by: own}
    if of.cited_within:
        where[f"{ABOVE[kind]}__{KINDS[ABOVE[kind]].cited_by}"] = above
    record = rows.filter(**where).first()
    return _found(of, record, by_old_code=False) if record else moved(kind, key, actor)


def moved(kind: str, key: str, actor: Actor) -> Found | None:
    """Return the record that bore this code or has this uuid; ask where no record bears it now."""
    of = KINDS.get(kind)
    if of is None or not key.isprintable():
        return None
    rows: QuerySet[Any] = of.rows.visible_to(actor)
    if (uuid := _uuid_in(key)) is not None:
        record = rows.filter(pk=uuid).first()
        return _found(of, record, by_old_code=False) if record else None
    code = key
    there = Q(pk__in=[])
    if of.cited_within:
        above, _, own = key.rpartition("/")
        parent = find(ABOVE[kind], above, actor)
        if parent is None:
            return None
        # Where the vocabulary was renamed, its concept may still bear the slug.
        there = Q(**{of.cited_within: parent.record.pk, of.cited_by: own})
        code = of.old_code(own, parent.record.pk)
    borne = OldCode.objects.filter(kind=kind, code=code).values("subject_id")
    record = rows.filter(Q(pk__in=borne) | there).first()
    return _found(of, record, by_old_code=True) if record else None


def old_codes_of(kind: str, record_id: UUID) -> list[str]:
    """Return the codes that a record bore, those of terms merged into it too."""
    codes = OldCode.objects.filter(kind=kind, subject_id=record_id).values_list("code", flat=True)
    return sorted(code.rpartition("/")[2] for code in codes)


def _found(of: Kind, record: Any, *, by_old_code: bool) -> Found:
    own = getattr(record, of.cited_by) or str(record.pk)
    if of.cited_within:
        above = getattr(record, ABOVE[of.name])
        own = f"{getattr(above, KINDS[ABOVE[of.name]].cited_by)}/{own}"
    return Found(of.name, record, own, by_old_code)


def _uuid_in(text: str) -> UUID | None:
    """Return the uuid in its usual form; no code looks like one (`check_code`)."""
    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text):
        return UUID(text)
    return None
