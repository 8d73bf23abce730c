"""What was changed, in words."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any

import strawberry

from archive.kinds import KINDS
from archive.services import history as service
from archive.services.readable import Difference as Told
from archive.services.readable import Value
from graphql_api.cursors import seal, unseal
from graphql_api.relations import FEW, MOST, First
from graphql_api.types.kind import RecordKind, global_id
from ontology.iris import KINDS as PAGES
from ontology.iris import base

PURPOSE = "transaction"


def sealed(transaction: int | None) -> str | None:
    return None if transaction is None else seal(PURPOSE, transaction)


def opened(text: str) -> int:
    """Return the transaction that a moment names; Refused (BAD_CURSOR) for any other string."""
    number = unseal(PURPOSE, text)
    assert isinstance(number, int)  # noqa: S101 - nothing else was sealed for it
    return number


@strawberry.enum(description="What became of a record, or of one of its parts.")
class DifferenceKind(Enum):
    ADDED = strawberry.enum_value("added", description="It was not there before.")
    CHANGED = strawberry.enum_value("changed", description="It was there and says something else.")
    REMOVED = strawberry.enum_value("removed", description="It is there no more.")


@strawberry.type(description="What a field said at one moment.")
class DifferenceValue:
    text: str = strawberry.field(
        description="The value in words; of a record its name, empty where it cannot be shown."
    )
    record: strawberry.ID | None = strawberry.field(
        description="The global id of the record that the field pointed to; null for other values."
    )
    iri: str | None = strawberry.field(
        description="The web address of that record; null for other values and kinds without one."
    )
    is_hidden: bool = strawberry.field(
        description="It pointed to a record that is gone, or that you may not find."
    )

    @classmethod
    def of(cls, value: Value | None) -> "DifferenceValue | None":
        if value is None:
            return None
        is_record = value.kind in KINDS and value.record_id is not None
        record = global_id(value.kind, value.record_id) if is_record and value.record_id else None
        return cls(text=value.text, record=record, iri=_iri(value.path), is_hidden=value.is_hidden)


@strawberry.type(description="One field of a record, or of one of its parts, before and after.")
class Difference:
    part: str = strawberry.field(
        description="Of what it is a field: the record itself, or a kind of part such as a name."
    )
    row: str = strawberry.field(
        description="Tells parts of one kind apart: fields of one row belong together."
    )
    operation: DifferenceKind = strawberry.field(description="What became of that row as a whole.")
    field: str = strawberry.field(description="Which field it is, by the name of its column.")
    before: DifferenceValue | None = strawberry.field(
        description="What the field said before; null where it said nothing."
    )
    after: DifferenceValue | None = strawberry.field(
        description="What the field said afterwards; null where it says nothing."
    )
    language: str | None = strawberry.field(
        description="Of a translation its language as a BCP 47 tag; null for the field itself."
    )

    @classmethod
    def of(cls, told: Told) -> "Difference":
        return cls(
            part=told.part,
            row=told.row_id,
            operation=DifferenceKind(told.operation),
            field=told.field,
            before=DifferenceValue.of(told.before),
            after=DifferenceValue.of(told.after),
            language=told.language or None,
        )


@strawberry.type
class Signed:
    """What every entry has: when, by whom, why."""

    moment: str = strawberry.field(
        description="Names what was done together, for `restoreVersion`, `diff`, `undoChange`."
    )
    at: datetime = strawberry.field(description="When it was begun, on the database's clock.")
    author: str | None = strawberry.field(
        description="The account that did it; null where a program did, or the account is gone."
    )
    reason: str | None = strawberry.field(description="Why, as its author said; null if unsaid.")
    undoes: str | None = strawberry.field(
        description="The moment that this took back; null where it took nothing back."
    )
    undone_by: str | None = strawberry.field(
        description="The moment that took this back; null while it stands."
    )
    row_count: int = strawberry.field(description="How many rows of tables were changed by it.")


def _signed(signature: service.Signature, row_count: int) -> dict[str, Any]:
    return {
        "moment": sealed(signature.transaction_id),
        "at": signature.at,
        "author": signature.author or None,
        "reason": signature.reason or None,
        "undoes": sealed(signature.undoes),
        "undone_by": sealed(signature.undone_by),
        "row_count": row_count,
    }


def _iri(path: str) -> str | None:
    """Return the address as an IRI; there is none of a kind that has no page."""
    segment = path.strip("/").partition("/")[0]
    return f"{base()}{path}" if segment in PAGES else None


@strawberry.type(description="What was changed of a record at one time, by one person.")
class HistoryEntry(Signed):
    told: strawberry.Private[Sequence[Told]]

    @strawberry.field(description="The fields that were changed, of the record and of its parts.")
    def differences(self, first: First = FEW) -> list[Difference]:
        return [Difference.of(each) for each in self.told[: max(0, min(first, MOST))]]

    @classmethod
    def of(cls, entry: service.Entry) -> "HistoryEntry":
        return cls(**_signed(entry.signature, entry.row_count), told=entry.differences)


@strawberry.type(description="A record that a change concerned.")
class ChangedRecord:
    id: strawberry.ID = strawberry.field(description="Its global id, also when it is gone.")
    kind: str = strawberry.field(description="What kind of record it is, in the archive's words.")
    name: str | None = strawberry.field(
        description="What it is called today; null where it is there no more."
    )
    iri: str | None = strawberry.field(
        description="Its web address; null where it is there no more, or of a kind without one."
    )

    @classmethod
    def of(cls, told: service.Concerned) -> "ChangedRecord":
        return cls(
            id=global_id(told.kind, told.record_id),
            kind=told.kind,
            name=told.name or None,
            iri=_iri(told.path),
        )


@strawberry.type(description="What was changed anywhere at one time, by one person.")
class JournalEntry(Signed):
    record_count: int = strawberry.field(description="How many records it concerned.")
    shown_kinds: strawberry.Private[Sequence[str]]
    shown: strawberry.Private[Sequence[service.Concerned]]

    @strawberry.field(description="The kinds of record that it concerned.")
    def kinds(self, first: First = FEW) -> list[RecordKind]:
        known = [RecordKind(kind) for kind in self.shown_kinds if kind in KINDS]
        return known[: max(0, first)]

    @strawberry.field(description="The first five of the records that it concerned.")
    def records(self, first: First = 5) -> list[ChangedRecord]:
        return [ChangedRecord.of(told) for told in self.shown[: max(0, first)]]

    @classmethod
    def of(cls, entry: service.JournalEntry) -> "JournalEntry":
        return cls(
            **_signed(entry.signature, entry.row_count),
            record_count=entry.record_count,
            shown_kinds=entry.kinds,
            shown=entry.records,
        )


@strawberry.type(description="A record that lies in the bin.")
class BinEntry:
    id: strawberry.ID = strawberry.field(description="Its global id, for `restoreRecord`.")
    kind: RecordKind = strawberry.field(description="Which of the four levels it is of.")
    code: str | None = strawberry.field(description="The code by which it was cited, if any.")
    title: str = strawberry.field(description="The title that it bore when it was deleted.")
    deleted_at: datetime = strawberry.field(description="When it was put there, or changed last.")
