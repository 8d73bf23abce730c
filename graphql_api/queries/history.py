"""The past, for staff: of one record, of everything, and what lies in the bin."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Any

import strawberry

from archive.errors import NotFound
from archive.services import history as service
from archive.services.lifecycle import bin_length, in_bin
from archive.services.stretches import Stretch
from graphql_api.changes import cursor_now
from graphql_api.connections import Connection
from graphql_api.context import Info
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.paging import MAXIMUM, After, Before, First, Last, Page, Slice
from graphql_api.relations import First as FirstOfAll
from graphql_api.types.history import (
    BinEntry,
    Difference,
    HistoryEntry,
    JournalEntry,
    opened,
)
from graphql_api.types.kind import RecordKind, global_id, kind_and_key

RecordId = Annotated[
    strawberry.ID, strawberry.argument(description="The record: the value of its field `id`.")
]


@strawberry.type
class HistoryQuery:
    @strawberry.field(
        description=(
            "What was changed of a record and its parts, newest first. For staff; to others it is "
            "empty, as it is for what there is not."
        )
    )
    def history(
        self,
        info: Info,
        record: RecordId,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[HistoryEntry]:
        kind, key = kind_and_key(record)
        actor = info.context.actor
        return _connection(
            f"history {key}",
            Page(first, after, last, before),
            lambda stretch: service.history_of(kind, key, actor=actor, stretch=stretch),
            lambda: service.history_length(kind, key, actor=actor),
            HistoryEntry.of,
        )

    @strawberry.field(
        description="What was changed anywhere, newest first. For staff; empty to others."
    )
    def journal(
        self,
        info: Info,
        kind: Annotated[
            RecordKind | None,
            strawberry.argument(description="Only what concerned records of this kind."),
        ] = None,
        author: Annotated[
            str | None, strawberry.argument(description="Only what this account did, by its name.")
        ] = None,
        since: Annotated[
            datetime | None, strawberry.argument(description="Only what was done from then on.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[JournalEntry]:
        wanted: dict[str, Any] = {
            "actor": info.context.actor,
            "kind": kind.value if kind else None,
            "author": author,
            "since": since,
        }
        return _connection(
            "journal",
            Page(first, after, last, before),
            lambda stretch: service.journal(**wanted, stretch=stretch),
            lambda: service.journal_length(**wanted),
            JournalEntry.of,
        )

    @strawberry.field(
        description=(
            "What differs in a record between two moments of its history. For staff; empty to "
            "others."
        )
    )
    def diff(
        self,
        info: Info,
        record: RecordId,
        since: Annotated[
            str,
            strawberry.argument(description="The older moment, of an entry of its history."),
        ],
        until: Annotated[
            str | None,
            strawberry.argument(description="The newer moment; now, unless given."),
        ] = None,
        first: FirstOfAll = MAXIMUM,
    ) -> list[Difference]:
        kind, key = kind_and_key(record)
        newer = opened(until) if until is not None else None
        try:
            told = service.diff(
                kind, key, actor=info.context.actor, since=opened(since), until=newer
            )
        except NotFound as error:
            raise Refused(Code.NOT_FOUND, str(error)) from error
        return [Difference.of(each) for each in told[: max(0, min(first, MAXIMUM))]]

    @strawberry.field(
        description=(
            "Names this very moment for `archiveChanges(after:)`: asked together with what you "
            "show, nothing that happens afterwards is missed."
        )
    )
    def changes_cursor(self) -> str:
        return cursor_now()

    @strawberry.field(
        description="Records that were deleted and can be restored, newest first. For staff."
    )
    def bin(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[BinEntry]:
        actor = info.context.actor
        return _connection(
            "bin",
            Page(first, after, last, before),
            lambda stretch: in_bin(actor=actor, stretch=stretch),
            lambda: bin_length(actor=actor),
            lambda row: BinEntry(
                id=global_id(row.kind, row.record_id),
                kind=RecordKind(row.kind),
                code=row.code or None,
                title=row.title,
                deleted_at=row.deleted_at,
            ),
        )


def _connection(
    purpose: str,
    page: Page,
    read: Callable[[Stretch], Sequence[Any]],
    count: Callable[[], int],
    of: Callable[[Any], Any],
) -> Connection[Any]:
    """Return a page of entries; a cursor holds the place of the entry that it names."""
    stretch = Stretch(
        number=page.wanted,
        older_than=_place(purpose, page.after),
        newer_than=_place(purpose, page.before),
        from_oldest=page.is_backward,
    )
    kept: list[Slice] = []

    def sliced() -> Slice:
        if not kept:
            found = read(stretch)
            shown = page.shown(found)
            kept.append(
                page.slice(
                    [of(entry) for entry in shown],
                    lambda i: seal(purpose, shown[i].place),
                    is_more=len(found) > len(shown),
                )
            )
        return kept[0]

    return Connection(read=sliced, count=count)


def _place(purpose: str, cursor: str | None) -> int | None:
    place = unseal(purpose, cursor) if cursor is not None else None
    if place is not None and not isinstance(place, int):
        raise Refused(Code.BAD_CURSOR, "This cursor belongs to another list.")
    return place
