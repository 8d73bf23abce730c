"""Reading what was asked."""

from typing import Annotated

import strawberry

from archive.services.requests import answer_for
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.rates import limit
from graphql_api.types.request import Request, RequestAnswer, Stage, Wish

NEWEST = Order("requests, newest first", (Key("asked_at", descending=True),))
READ_AN_HOUR = 60
HOUR_S = 3600


@strawberry.type
class RequestQuery:
    @strawberry.field(description="What you have asked, newest first; what all asked, for staff.")
    def requests(
        self,
        info: Info,
        stage: Annotated[
            Stage | None, strawberry.argument(description="Only those that have come so far.")
        ] = None,
        wish: Annotated[
            Wish | None, strawberry.argument(description="Only those that ask for this.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Request]:
        rows = Request.visible(info.context.actor)
        if stage is not None:
            rows = rows.filter(stage=stage.value)
        if wish is not None:
            rows = rows.filter(wish=wish.value)
        return Listing(Request, rows, NEWEST, Page(first, after, last, before)).connection()

    @strawberry.field(description="What became of a request; null where no request has the secret.")
    def request_answer(
        self,
        info: Info,
        secret: Annotated[str, strawberry.argument(description="As `askArchive` gave it.")],
    ) -> RequestAnswer | None:
        limit(info.context, "answers", most=READ_AN_HOUR, within_s=HOUR_S)
        row = answer_for(secret)
        return None if row is None else RequestAnswer.of(row)
