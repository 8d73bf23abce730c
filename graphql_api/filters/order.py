"""The orders in which lists may be asked for; each is total, with the id as its last key."""

from enum import Enum

import strawberry

from graphql_api.connections import Key, Order


@strawberry.enum(description="The orders of a list of items.")
class ItemOrder(Enum):
    CODE = strawberry.enum_value("code", description="By code from A to Z; those without last.")
    TITLE = strawberry.enum_value("title", description="By title from A to Z.")
    RECORDED = strawberry.enum_value(
        "recorded", description="By recording date, earliest first; undated ones last."
    )
    RECORDED_LATEST = strawberry.enum_value(
        "recorded_latest", description="By recording date, latest first; undated ones last."
    )
    NEWEST = strawberry.enum_value(
        "newest", description="By the moment of description, newest records first."
    )
    MODIFIED = strawberry.enum_value(
        "modified", description="By the last change of the record, latest first."
    )


@strawberry.enum(description="The orders of a list of collections, corpora or fonds.")
class LevelOrder(Enum):
    CODE = strawberry.enum_value("code", description="By code from A to Z.")
    TITLE = strawberry.enum_value("title", description="By title from A to Z.")
    RECORDED = strawberry.enum_value(
        "recorded",
        description="By recording date, earliest first; undated ones last. Not of fonds.",
    )
    MODIFIED = strawberry.enum_value(
        "modified", description="By the last change of the record, latest first."
    )


ITEM_KEYS: dict[ItemOrder, tuple[Key, ...]] = {
    ItemOrder.CODE: (Key("code", nullable=True),),
    ItemOrder.TITLE: (Key("title"),),
    ItemOrder.RECORDED: (Key("recorded_from", nullable=True),),
    ItemOrder.RECORDED_LATEST: (Key("recorded_from", nullable=True, descending=True),),
    ItemOrder.NEWEST: (Key("created_at", descending=True),),
    ItemOrder.MODIFIED: (Key("modified_at", descending=True),),
}
LEVEL_KEYS: dict[LevelOrder, tuple[Key, ...]] = {
    LevelOrder.CODE: (Key("code"),),
    LevelOrder.TITLE: (Key("title"),),
    LevelOrder.RECORDED: (Key("recorded_from", nullable=True),),
    LevelOrder.MODIFIED: (Key("modified_at", descending=True),),
}


def item_order(order: ItemOrder) -> Order:
    return Order(f"items by {order.name}", ITEM_KEYS[order])


def level_order(order: LevelOrder) -> Order:
    return Order(f"levels by {order.name}", LEVEL_KEYS[order])


#: Terms stand by name; runs with the newest first.
BY_NAME = Order("terms by name", (Key("name"),))
NEWEST_RUN = Order("runs, newest first", (Key("created_at", descending=True),))
