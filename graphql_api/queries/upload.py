"""One's own uploads that wait for a record."""

import strawberry

from graphql_api.connections import Connection, Listing, Order
from graphql_api.context import Info
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.types.upload import StagedUpload

OLDEST = Order("staged-uploads")


@strawberry.type
class UploadQuery:
    @strawberry.field(description="Your uploads that wait for a record, oldest first. For staff.")
    def staged_uploads(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[StagedUpload]:
        rows = StagedUpload.visible(info.context.actor)
        return Listing(StagedUpload, rows, OLDEST, Page(first, after, last, before)).connection()
