"""Reading what is to be erased, and what is left to say of what was."""

from typing import Annotated

import strawberry

from archive.access import Actor
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.types.erasure import Erasure, ErasureStage

NEWEST = Order("erasures, newest first", (Key("asked_at", descending=True),))


@strawberry.type
class ErasureQuery:
    @strawberry.field(description="Erasures, newest first. For staff; none for others.")
    def erasures(
        self,
        info: Info,
        stage: Annotated[
            ErasureStage | None, strawberry.argument(description="Only those that stand so.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Erasure]:
        actor: Actor = info.context.actor
        rows = Erasure.standing(actor, stage)
        return Listing(Erasure, rows, NEWEST, Page(first, after, last, before)).connection()

    @strawberry.field(description="One erasure by its id. For staff; null for others.")
    def erasure(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which erasure.")],
    ) -> Erasure | None:
        key = uuid_of(id, "Erasure")
        return Erasure.by_key(info.context.actor, [key]).get(key)
