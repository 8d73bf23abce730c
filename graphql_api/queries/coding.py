"""What codes look like, and which is next. For staff: others are told nothing."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

import strawberry

from archive.codes import CannotMint
from archive.models import Collection, Holder
from archive.services.numbering import (
    Place,
    next_code,
    next_item_code,
    policy_for,
    remark_on,
)
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.queries.cited import cited
from graphql_api.types.code_policy import CodePolicy, CodeRemark, NextCode
from graphql_api.types.extra_field import RecordLevel

BY_SLUG = Order("policies by slug", (Key("slug"),))
MOST_PARTS = 8

CollectionCode = Annotated[
    str, strawberry.argument(description="The code of the collection that is to hold the item.")
]
HolderSlug = Annotated[
    str, strawberry.argument(description="The slug of the holder whose policy says it.")
]


@strawberry.type
class CodingQuery:
    @strawberry.field(description="The code policies, by slug. For staff; none for others.")
    def code_policies(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[CodePolicy]:
        rows = CodePolicy.visible(info.context.actor)
        return Listing(CodePolicy, rows, BY_SLUG, Page(first, after, last, before)).connection()

    @strawberry.field(description="One code policy by its slug. For staff; null for others.")
    def code_policy(
        self,
        info: Info,
        slug: Annotated[str, strawberry.argument(description="The policy's short name.")],
    ) -> CodePolicy | None:
        found: CodePolicy | None = cited(CodePolicy, info.context.actor, slug, slug=slug)
        return found

    @strawberry.field(
        description=(
            "The code that the collection's next item would get; `mintCode` of `createItem` gives "
            "it for good. For staff; null for others and where there is no such collection."
        )
    )
    def next_item_code(self, info: Info, collection: CollectionCode) -> NextCode | None:
        key = _collection(info, collection)
        if key is None:
            return None
        return _told(policy_for("item", collection_id=key), lambda: next_item_code(key))

    @strawberry.field(
        description=(
            "The code that a holder's next collection, corpus or fonds would get. For staff; null "
            "for others and where there is no such holder."
        )
    )
    def next_code(
        self,
        info: Info,
        level: Annotated[
            RecordLevel, strawberry.argument(description="Of which level; items: nextItemCode.")
        ],
        holder: HolderSlug,
        year: Annotated[
            int | None, strawberry.argument(description="The year in it; this year's unless given.")
        ] = None,
        parts: Annotated[
            list[str] | None,
            strawberry.argument(
                description="What stands in the fields that only a person knows, in their order."
            ),
        ] = None,
    ) -> NextCode | None:
        if level is RecordLevel.ITEM:
            raise Refused(Code.BAD_INPUT, "Codes of items follow their collection: `nextItemCode`.")
        if len(parts or ()) > MOST_PARTS:
            raise Refused(
                Code.BAD_INPUT, f"`parts` holds {len(parts or ())}: {MOST_PARTS} at most."
            )
        key = _holder(info, holder)
        if key is None:
            return None
        return _told(
            policy_for(level.value, holder_id=key),
            lambda: next_code(level.value, holder_id=key, year=year, given=parts or ()),
        )

    @strawberry.field(
        description=(
            "What a policy would say of a code before a record bears it; null if it is as it "
            "should be, or no policy judges it. For staff; null for others."
        )
    )
    def code_remark(
        self,
        info: Info,
        level: Annotated[
            RecordLevel, strawberry.argument(description="Of which level the record is.")
        ],
        code: Annotated[str, strawberry.argument(description="What the record is to be cited by.")],
        collection: Annotated[
            str | None, strawberry.argument(description="Of an item: its collection's code.")
        ] = None,
        holder: Annotated[
            str | None, strawberry.argument(description="Of the other levels: its holder's slug.")
        ] = None,
    ) -> CodeRemark | None:
        place = policy_for(
            str(level.value),
            collection_id=_collection(info, collection) if collection else None,
            holder_id=_holder(info, holder) if holder else None,
        )
        return CodeRemark.of(remark_on(code, place))


def _collection(info: Info, code: str) -> UUID | None:
    if not info.context.actor.is_staff or not code.isprintable():
        return None
    rows = Collection.objects.visible_to(info.context.actor).filter(code=code)
    found: UUID | None = rows.values_list("pk", flat=True).first()
    return found


def _holder(info: Info, slug: str) -> UUID | None:
    if not info.context.actor.is_staff or not slug.isprintable():
        return None
    rows = Holder.objects.visible_to(info.context.actor).filter(slug=slug)
    found: UUID | None = rows.values_list("pk", flat=True).first()
    return found


def _told(place: Place, mint: Callable[[], str]) -> NextCode:
    code = why_not = None
    try:
        code = mint()
    except CannotMint as error:
        why_not = str(error)
    return NextCode(
        code=code,
        why_not=why_not,
        template=place.written,
        policy=place.policy.slug if place.policy else None,
    )
