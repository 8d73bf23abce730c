"""What a merge would do, and those that were done. For staff."""

from typing import Annotated

import strawberry

from archive.models import Merge as Row
from archive.services.merge import preview_merge
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.inputs.merge import MergeTermsInput
from graphql_api.mutations.doing import attempt
from graphql_api.mutations.merge import both
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.payloads.merge import MergePreviewResult
from graphql_api.types.kind import RecordKind, kind_and_key
from graphql_api.types.merge import Merge, MergePreview, preview_of

NEWEST = Order("merges, newest first", (Key("at", descending=True),))


@strawberry.type
class MergeQuery:
    @strawberry.field(
        description=(
            "What `mergeTerms` would do with the same input: how many records change, and what "
            "becomes of names, matches, parents and children. Nothing is written. For staff."
        )
    )
    def merge_preview(
        self,
        info: Info,
        input: Annotated[
            MergeTermsInput, strawberry.argument(description="Which term, and into which.")
        ],
    ) -> MergePreviewResult:
        def work() -> MergePreview:
            kind, source, target = both(input)
            return preview_of(preview_merge(kind, source, target, actor=info.context.actor))

        return attempt(work)

    @strawberry.field(description="The merges, newest first. For staff; none for others.")
    def merges(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        kind: Annotated[
            RecordKind | None, strawberry.argument(description="Only those of this kind of term.")
        ] = None,
        target: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only those into this term: the value of its `id`."),
        ] = None,
    ) -> Connection[Merge]:
        rows = Row.objects.all() if info.context.actor.is_staff else Row.objects.none()
        if kind is not None:
            rows = rows.filter(kind=kind.value)
        if target is not None:
            rows = rows.filter(target_id=kind_and_key(target)[1])
        return Listing(Merge, rows, NEWEST, Page(first, after, last, before)).connection()
