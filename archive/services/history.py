"""The past of the catalogue: what was changed, by whom and why, and how things once stood.

    history_of("item", item_id, actor=actor)          its changes, newest first, in readable words
    journal(actor=actor, kind="place", since=…)       what happened everywhere, newest first
    diff("item", item_id, actor=actor, since=5)       what differs between two moments

History is for staff: it shows what was hidden, withdrawn and deleted. Others learn nothing from
it, not even whether there is any. `archive.services.undoing` takes changes back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q

from archive.access import Actor
from archive.history import Change
from archive.kinds import KINDS, kind_named
from archive.models import User
from archive.services.past import Rows, rows_at
from archive.services.readable import Difference, Reader, address_of, called
from archive.services.stretches import NEWEST, Stretch
from archive.services.undoing import bring_back, restore, undo

__all__ = [
    "Concerned",
    "Entry",
    "JournalEntry",
    "bring_back",
    "diff",
    "history_length",
    "history_of",
    "journal",
    "journal_length",
    "restore",
    "state_at",
    "undo",
]

#: The longest page, and one more that tells whether another follows.
MOST = 101
#: More rows of one transaction than this are counted and not told one by one.
MOST_ROWS = 500


@dataclass(frozen=True)
class Signature:
    """When, by whom and why."""

    transaction_id: int
    at: datetime
    author_id: UUID | None
    #: The account's name; empty where nobody signed, or the account is gone.
    author: str
    reason: str
    #: The transaction that this one took back.
    undoes: int | None
    #: The transaction that took this one back.
    undone_by: int | None


@dataclass(frozen=True)
class Entry:
    """What one transaction changed of one record."""

    signature: Signature
    #: Its place in the history: the next page begins before it.
    place: int
    differences: Sequence[Difference]
    #: How many rows it changed; more than `MOST_ROWS` are not told one by one.
    row_count: int


@dataclass(frozen=True)
class Concerned:
    """A record that a transaction changed; of one that is gone, its kind alone."""

    kind: str
    record_id: UUID
    name: str = ""
    path: str = ""


@dataclass(frozen=True)
class JournalEntry:
    """What one transaction changed, over all records."""

    signature: Signature
    place: int
    kinds: Sequence[str]
    #: The first few records.
    records: Sequence["Concerned"]
    row_count: int
    record_count: int


def history_of(
    kind: str,
    record_id: UUID,
    *,
    actor: Actor,
    stretch: Stretch = NEWEST,
) -> list[Entry]:
    """Return what was changed of a record and its parts, newest first, one entry a transaction."""
    kind_named(kind)
    if not actor.is_staff:
        return []
    mine = Q(subject_kind=kind, subject_id=record_id) | Q(moved_from=record_id)
    grouped = Change.objects.filter(mine).values("transaction_id").annotate(place=Max("pk"))
    grouped = grouped.filter(stretch.between("place"))
    heads = list(grouped.order_by(stretch.order("place"))[: min(stretch.number, MOST)])
    numbers = [head["transaction_id"] for head in heads]
    changes: dict[int, list[Change]] = {number: [] for number in numbers}
    for change in Change.objects.filter(mine, transaction_id__in=numbers).order_by("pk"):
        changes[change.transaction_id].append(change)
    reader = Reader(actor)
    told = {
        number: reader.told(of_one[:MOST_ROWS], owner=record_id)
        for number, of_one in changes.items()
    }
    reader.read()
    signatures = _signatures([changes[number][0] for number in numbers])
    return [
        Entry(
            signature=signatures[head["transaction_id"]],
            place=head["place"],
            differences=[each.named(reader) for each in told[head["transaction_id"]]],
            row_count=len(changes[head["transaction_id"]]),
        )
        for head in heads
    ]


def history_length(kind: str, record_id: UUID, *, actor: Actor) -> int:
    """Return how many entries the history of a record has."""
    if not actor.is_staff:
        return 0
    mine = Q(subject_kind=kind, subject_id=record_id) | Q(moved_from=record_id)
    return Change.objects.filter(mine).values("transaction_id").distinct().count()


def diff(
    kind: str, record_id: UUID, *, actor: Actor, since: int, until: int | None = None
) -> list[Difference]:
    """Return what differs between the moments after two transactions; `until` None is now.

    Raises
    ------
    NotFound : the record's history has no such moment.
    """
    kind_named(kind)
    if not actor.is_staff:
        return []
    reader = Reader(actor)
    told = reader.compared(
        rows_at(kind, record_id, after=since),
        rows_at(kind, record_id, after=until),
        owner=record_id,
    )
    reader.read()
    return [each.named(reader) for each in told]


def state_at(kind: str, record_id: UUID, *, actor: Actor, after: int | None = None) -> Rows:
    """Return a record's own row and its parts' as they were after a transaction: images by row."""
    kind_named(kind)
    return rows_at(kind, record_id, after=after) if actor.is_staff else {}


#: One statement: the first change of each transaction, with its signature, and what it concerned.
_JOURNAL = """
SELECT head.id, head.transaction_id, head.at, head.author_id, u.username, head.reason, head.undoes,
       (SELECT max(b.transaction_id) FROM archive_change AS b
         WHERE b.undoes = head.transaction_id) AS undone_by,
       mine.row_count, mine.record_count, mine.kinds, mine.records
FROM archive_change AS head
LEFT JOIN archive_user AS u ON u.id = head.author_id,
LATERAL (
    SELECT count(*) AS row_count, count(DISTINCT subject_id) AS record_count,
           array_agg(DISTINCT subject_kind) AS kinds,
           (array_agg(DISTINCT subject_kind || ' ' || subject_id))[1:5] AS records
    FROM (SELECT subject_kind, subject_id FROM archive_change AS c
           WHERE c.transaction_id = head.transaction_id ORDER BY c.id LIMIT 10000) AS counted
) AS mine
WHERE head.is_first
  AND (%(older_than)s::bigint IS NULL OR head.id < %(older_than)s)
  AND (%(newer_than)s::bigint IS NULL OR head.id > %(newer_than)s)
  AND (%(author)s::text IS NULL OR head.author_id = (
        SELECT a.id FROM archive_user AS a WHERE a.username = %(author)s))
  AND (%(since)s::timestamptz IS NULL OR head.at >= %(since)s)
  AND (%(kind)s::text IS NULL OR EXISTS (
        SELECT FROM archive_change AS k
        WHERE k.transaction_id = head.transaction_id AND k.subject_kind = %(kind)s))
ORDER BY head.id DESC LIMIT %(number)s
"""
_JOURNAL_FROM_OLDEST = _JOURNAL.replace("ORDER BY head.id DESC", "ORDER BY head.id")


def journal(
    *,
    actor: Actor,
    kind: str | None = None,
    author: str | None = None,
    since: datetime | None = None,
    stretch: Stretch = NEWEST,
) -> list[JournalEntry]:
    """Return what was changed anywhere, newest first, one entry a transaction and signature.

    Transactions of more than 10,000 rows are counted up to there.

    Parameters
    ----------
    author : the name of an account.
    """
    if kind is not None and kind != "file":
        kind_named(kind)
    if not actor.is_staff:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            _JOURNAL_FROM_OLDEST if stretch.from_oldest else _JOURNAL,
            {
                "older_than": stretch.older_than,
                "newer_than": stretch.newer_than,
                "author": author,
                "since": since,
                "kind": kind,
                "number": min(stretch.number, MOST),
            },
        )
        rows = cursor.fetchall()
    named = _names_of([record for row in rows for record in row[11]])
    return [
        JournalEntry(
            signature=Signature(
                transaction_id=row[1],
                at=row[2],
                author_id=row[3],
                author=row[4] or "",
                reason=row[5],
                undoes=row[6],
                undone_by=row[7],
            ),
            place=row[0],
            row_count=row[8],
            record_count=row[9],
            kinds=row[10],
            records=[named[record] for record in row[11]],
        )
        for row in rows
    ]


def journal_length(
    *,
    actor: Actor,
    kind: str | None = None,
    author: str | None = None,
    since: datetime | None = None,
) -> int:
    """Return how many entries the journal has."""
    if not actor.is_staff:
        return 0
    heads = Change.objects.filter(is_first=True)
    if author is not None:
        heads = heads.filter(author_id__in=User.objects.filter(username=author).values("pk"))
    if since is not None:
        heads = heads.filter(at__gte=since)
    if kind is not None:
        of_kind = Change.objects.filter(subject_kind=kind).values("transaction_id")
        heads = heads.filter(transaction_id__in=of_kind)
    return heads.count()


def _signatures(heads: Sequence[Change]) -> dict[int, Signature]:
    numbers = [head.transaction_id for head in heads]
    authors = dict(
        User.objects.filter(pk__in={head.author_id for head in heads}).values_list("pk", "username")
    )
    undone = dict(
        Change.objects.filter(undoes__in=numbers)
        .values("undoes")
        .annotate(by=Max("transaction_id"))
        .values_list("undoes", "by")
    )
    return {
        head.transaction_id: Signature(
            transaction_id=head.transaction_id,
            at=head.at,
            author_id=head.author_id,
            author=authors.get(head.author_id, "") if head.author_id else "",
            reason=head.reason,
            undoes=head.undoes,
            undone_by=undone.get(head.transaction_id),
        )
        for head in heads
    }


def _names_of(records: Sequence[str]) -> dict[str, Concerned]:
    """Return what the records are called now; of those that are gone, their kind alone."""
    wanted: dict[str, set[UUID]] = {}
    for record in records:
        kind, _, text = record.partition(" ")
        wanted.setdefault(kind, set()).add(UUID(text))
    named: dict[str, Concerned] = {}
    for kind, keys in wanted.items():
        rows: dict[UUID, Any] = KINDS[kind].to_be_named.in_bulk(keys) if kind in KINDS else {}
        for key in keys:
            row = rows.get(key)
            told = (called(row), address_of(row)) if row is not None else ()
            named[f"{kind} {key}"] = Concerned(kind, key, *told)
    return named
