"""What another version of a processor made, and what making it anew has changed."""

from typing import TYPE_CHECKING, Annotated, Any, Self
from uuid import UUID

import strawberry

from analysis.core.registry import discover
from analysis.runs.stale import StaleOf
from graphql_api.connections import Key, Order
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.processor import OutputKind

if TYPE_CHECKING:
    from graphql_api.types.item import Item

OLDEST = Order("results, oldest first", (Key("created_at"),))


def _item() -> "type[Item]":
    from graphql_api.types.item import Item

    return Item


@strawberry.type(description="How much of one processor's work another version of it made.")
class StaleProcessor:
    processor: str = strawberry.field(description="The id by which `processors` lists it.")
    installed_version: str = strawberry.field(description="What is installed, and would be run.")
    results: int = strawberry.field(description="How many results stand that are not of it.")
    items: int = strawberry.field(description="To how many items they belong.")

    @classmethod
    def of(cls, row: StaleOf) -> Self:
        return cls(
            processor=row.processor,
            installed_version=row.installed,
            results=row.results,
            items=row.items,
        )


@strawberry.type
class _OfResult:
    """What types of one result of one item share."""

    key: strawberry.Private[UUID]
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @property
    def key_among_peers(self) -> UUID:
        return self.key

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(key=row.pk, row=row, peers=peers)


@strawberry.type(description="A result that stands, and that another version of a processor made.")
class StaleResult(_OfResult):
    @strawberry.field(description="Whose work it is, by the processor's id.")
    def processor(self) -> str:
        return str(self.row.computation.processor)

    @strawberry.field(description="The processor's own version at the time.")
    def version(self) -> str:
        return str(self.row.computation.processor_version)

    @strawberry.field(description="The version that is installed here now.")
    def installed_version(self) -> str:
        return discover().get(self.row.computation.processor).version

    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = one(
        _item, "item_id", description="Where the measurement is shown."
    )


@strawberry.type(description="What has changed in one output of a result that was made anew.")
class OutputChange:
    name: str = strawberry.field(description="Which of the processor's outputs it is.")
    kind: OutputKind = strawberry.field(description="Whether it is a number, a curve and so on.")
    unit: str | None = strawberry.field(description="In which its numbers are; null without one.")
    is_equal: bool = strawberry.field(description="Whether nothing at all has changed in it.")
    old_value: float | None = strawberry.field(
        description="The number before; of events and segments, how many there were."
    )
    new_value: float | None = strawberry.field(
        description="The number that stands now; of events and segments, how many there are."
    )
    old_label: str | None = strawberry.field(description="The word before; null without one.")
    new_label: str | None = strawberry.field(description="The word that stands now.")
    difference: float | None = strawberry.field(
        description="How far both are apart; of curves and vectors, where they are furthest apart."
    )
    differing: int | None = strawberry.field(
        description="Of curves and vectors, how many of their numbers are not the same."
    )
    said: str | None = strawberry.field(
        description="What cannot be told in numbers: another shape, or an output that is new."
    )

    @classmethod
    def told(cls, change: dict[str, Any]) -> Self:
        return cls(
            name=change["name"],
            kind=OutputKind(change["kind"]),
            unit=change["unit"] or None,
            is_equal=change["isEqual"],
            old_value=change.get("oldValue"),
            new_value=change.get("newValue"),
            old_label=change.get("oldLabel") or None,
            new_label=change.get("newLabel") or None,
            difference=change.get("difference"),
            differing=change.get("differing"),
            said=change.get("said"),
        )


@strawberry.type(description="A result that a run made anew, beside the one that stood before.")
class ResultChange(_OfResult):
    @strawberry.field(description="Whose work it is, by the processor's id.")
    def processor(self) -> str:
        return str(self.row.computation.processor)

    @strawberry.field(description="The version that had made the old one.")
    def old_version(self) -> str:
        return str(self.row.computation.processor_version)

    @strawberry.field(description="The version that made the one that stands.")
    def new_version(self) -> str:
        return str(self.row.superseded_by.computation.processor_version)

    @strawberry.field(
        description="What has changed, output by output; null until the worker has compared them."
    )
    def outputs(self) -> list[OutputChange] | None:
        change = self.row.change
        return None if change is None else [OutputChange.told(each) for each in change["outputs"]]

    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = one(
        _item, "item_id", description="The item that shows both."
    )
