"""Who may know what, and what time opens: read by those whom it concerns."""

from datetime import date
from typing import Annotated, Any

import strawberry

from archive.search import Fold
from archive.services.opening import opening_by
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.ids import read_id
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.queries.cited import cited
from graphql_api.types.access import with_access
from graphql_api.types.community import Community, Protocol
from graphql_api.types.item import Item
from graphql_api.types.label import Label
from graphql_api.types.node import Resource
from graphql_api.types.permit import EditorGroup, Grant, ReadingRoom
from graphql_api.types.publication_rule import PublicationRule

#: By what people call them, whatever case and accents.
BY_NAME = Order("permits by name, folded", (Key("folded"), Key("slug")))
NEWEST = Order("grants, newest first", (Key("given_at", descending=True),))
BY_CODE = Order("items by code", (Key("code", nullable=True),))


Slug = Annotated[str, strawberry.argument(description="Its short name.")]


def _listed(of: type[Resource], info: Info, page: Page, *, called: str = "name") -> Any:
    rows = of.visible(info.context.actor).annotate(folded=Fold(called))
    return Listing(of, rows, BY_NAME, page).connection()


@strawberry.type
class AccessQuery:
    @strawberry.field(description="The communities that you may see, by name.")
    def communities(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Community]:
        found: Connection[Community] = _listed(Community, info, Page(first, after, last, before))
        return found

    @strawberry.field(description="The protocols over records that you may find, by name.")
    def protocols(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Protocol]:
        found: Connection[Protocol] = _listed(Protocol, info, Page(first, after, last, before))
        return found

    @strawberry.field(description="The labels on records that you may find, by name.")
    def labels(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Label]:
        found: Connection[Label] = _listed(Label, info, Page(first, after, last, before))
        return found

    @strawberry.field(description="The reading rooms, by name. For staff; none for others.")
    def reading_rooms(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[ReadingRoom]:
        found: Connection[ReadingRoom] = _listed(
            ReadingRoom, info, Page(first, after, last, before)
        )
        return found

    @strawberry.field(description="The groups of editors, by name. For staff; none for others.")
    def editor_groups(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[EditorGroup]:
        found: Connection[EditorGroup] = _listed(
            EditorGroup, info, Page(first, after, last, before)
        )
        return found

    @strawberry.field(description="The rules of when sound is old enough to open.")
    def publication_rules(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[PublicationRule]:
        found: Connection[PublicationRule] = _listed(
            PublicationRule, info, Page(first, after, last, before), called="title"
        )
        return found

    @strawberry.field(description="One community by its slug, if you may see it.")
    def community(self, info: Info, slug: Slug) -> Community | None:
        found: Community | None = cited(Community, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="One protocol by its slug, if you may see it.")
    def protocol(self, info: Info, slug: Slug) -> Protocol | None:
        found: Protocol | None = cited(Protocol, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="One label by its slug, if you may see it.")
    def label(self, info: Info, slug: Slug) -> Label | None:
        found: Label | None = cited(Label, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="One reading room by its slug. For staff; null for others.")
    def reading_room(self, info: Info, slug: Slug) -> ReadingRoom | None:
        found: ReadingRoom | None = cited(ReadingRoom, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="One group of editors by its slug. For staff; null for others.")
    def editor_group(self, info: Info, slug: Slug) -> EditorGroup | None:
        found: EditorGroup | None = cited(EditorGroup, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="One rule of age by its slug.")
    def publication_rule(self, info: Info, slug: Slug) -> PublicationRule | None:
        found: PublicationRule | None = cited(PublicationRule, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(description="What was given to you, newest first; all grants for staff.")
    def grants(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        record: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only those of this one item or collection."),
        ] = None,
    ) -> Connection[Grant]:
        rows = Grant.visible(info.context.actor)
        if record is not None:
            key = read_id(record)
            of = {"Item": "item", "Collection": "collection"}.get(key.type_name)
            rows = rows.filter(**{of: key.uuid}) if of else rows.none()
        return Listing(Grant, rows, NEWEST, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="What time will have opened to the public by a day, by code. For staff."
    )
    def opening(
        self,
        info: Info,
        by: Annotated[date, strawberry.argument(description="The day, such as next 1 January.")],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Item]:
        actor = info.context.actor
        rows = with_access(opening_by(by, actor=actor), actor)
        return Listing(Item, rows, BY_CODE, Page(first, after, last, before)).connection()
