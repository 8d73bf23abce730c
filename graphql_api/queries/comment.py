"""Reading what is said beside records, and who was given restricted material."""

from typing import Annotated

import strawberry

from archive.services.access_log import entries_of
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.types.access_entry import AccessEntry
from graphql_api.types.comment import Comment
from graphql_api.types.kind import kind_and_key

AS_WRITTEN = Order("comments as written", (Key("created_at"),))
NEWEST = Order("comments, newest first", (Key("created_at", descending=True),))
LATEST = Order("access log, latest first", (Key("id", descending=True),))


@strawberry.type
class CommentQuery:
    @strawberry.field(
        description="What is said beside a record, as it was written; without one, the newest of "
        "all that you may read. Empty where you may not read the record."
    )
    def comments(
        self,
        info: Info,
        record: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="The record, of any kind, by its field `id`."),
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Comment]:
        rows, order = Comment.visible(info.context.actor), NEWEST
        if record is not None:
            kind, key = kind_and_key(record)
            rows, order = rows.filter(subject_kind=kind, subject_id=key), AS_WRITTEN
        return Listing(Comment, rows, order, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="Who was given restricted sound or text of an item, or of a collection's "
        "items, latest first. For who edits them; empty to others."
    )
    def access_log(
        self,
        info: Info,
        record: Annotated[
            strawberry.ID, strawberry.argument(description="The item or the collection.")
        ],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[AccessEntry]:
        kind, key = kind_and_key(record)
        if kind not in {"item", "collection"}:
            raise Refused(Code.BAD_INPUT, "The access log is of an item or a collection.")
        rows = entries_of(info.context.actor, **{f"{kind}_id": key})
        return Listing(AccessEntry, rows, LATEST, Page(first, after, last, before)).connection()
