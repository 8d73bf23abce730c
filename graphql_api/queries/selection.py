"""Reading lists of people's own."""

from enum import Enum
from typing import Annotated, Any

import strawberry

from archive.models import Selection as Row
from archive.search import Fold
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.types.selection import Selection

CHANGED = Order("selections, last changed first", (Key("modified_at", descending=True),))
#: Of what others made: a list that moves would tell of a change to a line that one may not see.
NEWEST = Order("selections, newest first", (Key("created_at", descending=True),))
TITLE = Order("selections by title, folded", (Key("folded"),))


@strawberry.enum(description="The orders of lists of people's own.")
class ListOrder(Enum):
    CHANGED = strawberry.enum_value(
        "changed",
        description=(
            "Of your own, the last changed first; of all, the newest: a change may be of a line "
            "that you do not see."
        ),
    )
    TITLE = strawberry.enum_value(
        "title", description="By title from A to Z, whatever case and accents."
    )


@strawberry.enum(description="Which lists are asked for.")
class Lists(Enum):
    ALL = strawberry.enum_value("all", description="All that you may see.")
    MINE = strawberry.enum_value("mine", description="Your own.")
    BIN = strawberry.enum_value("bin", description="Those that you have deleted.")


@strawberry.type
class SelectionQuery:
    @strawberry.field(description="One list by its id; null if there is none that you may see.")
    def selection(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID, strawberry.argument(description="As `selections` or a payload gave it.")
        ],
    ) -> Selection | None:
        key = uuid_of(id, "Selection")
        return Selection.by_key(info.context.actor, [key]).get(key)

    @strawberry.field(description="Lists of people's own that you may see, page by page.")
    def selections(
        self,
        info: Info,
        which: Annotated[
            Lists, strawberry.argument(description="All, your own, or those in your bin.")
        ] = Lists.ALL,
        text: Annotated[
            str | None, strawberry.argument(description="Only those whose titles hold this.")
        ] = None,
        order: Annotated[
            ListOrder, strawberry.argument(description="In which order they stand.")
        ] = ListOrder.CHANGED,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Selection]:
        actor = info.context.actor
        rows: Any = Selection.visible(actor)
        if which is Lists.BIN:
            rows = Row.objects.binned_by(actor).select_related("group")
        elif which is Lists.MINE:
            rows = rows.filter(owner=actor.user_id, owner__isnull=False)
        if text:
            rows = rows.filter(title__icontains=text[:200])
        page = Page(first, after, last, before)
        if order is ListOrder.TITLE:
            rows = rows.annotate(folded=Fold("title"))
            return Listing(Selection, rows, TITLE, page).connection()
        newest = NEWEST if which is Lists.ALL else CHANGED
        return Listing(Selection, rows, newest, page).connection()
