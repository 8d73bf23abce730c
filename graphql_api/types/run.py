"""Runs: what one person asked to be analysed, and where it stands."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import Count, QuerySet

from analysis.models import Priority
from analysis.models import Run as Row
from analysis.models import RunItem as RunItemRow
from archive.access import Actor
from graphql_api.connections import Connection, Listing, Order
from graphql_api.context import Info
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.node import Resource, iri
from graphql_api.types.processor import PresetNode

if TYPE_CHECKING:
    from graphql_api.types.item import Item


@strawberry.enum(description="Where a run, or an item in it, stands.")
class RunStatus(Enum):
    QUEUED = strawberry.enum_value("queued", description="Waits for a worker.")
    RUNNING = strawberry.enum_value("running", description="A worker is at it.")
    DONE = strawberry.enum_value("done", description="Everything that was asked is there.")
    FAILED = strawberry.enum_value("failed", description="Some or all of it could not be made.")
    CANCELLED = strawberry.enum_value("cancelled", description="Somebody stopped it.")
    QUARANTINED = strawberry.enum_value(
        "quarantined", description="Given up: it brought down its worker three times."
    )
    PARTIAL = strawberry.enum_value(
        "partial", description="Some of what was asked is there, and some could not be made."
    )
    REUSED = strawberry.enum_value(
        "reused", description="All of it was there before: nothing had to be done."
    )


@strawberry.enum(description="Who goes first. Among equals goes who has had least within the hour.")
class RunPriority(Enum):
    INTERACTIVE = strawberry.enum_value(
        int(Priority.INTERACTIVE), description="Somebody waits for it: five items at most."
    )
    NORMAL = strawberry.enum_value(int(Priority.NORMAL), description="Unless said otherwise.")
    BULK = strawberry.enum_value(
        int(Priority.BULK), description="When nothing else is to be done: for whole collections."
    )


@strawberry.type(description="How an earlier try of an item in a run ended.")
class EarlierTry:
    status: RunStatus = strawberry.field(description="Where it stood when it was tried again.")
    error: str | None = strawberry.field(description="What had gone wrong, as a sentence.")
    reason: str | None = strawberry.field(description="Why it was tried again, if that was said.")
    at: datetime = strawberry.field(description="The moment at which it was tried again.")

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        return cls(
            status=RunStatus(told["status"]),
            error=told["error"] or None,
            reason=told["reason"] or None,
            at=datetime.fromisoformat(told["at"]),
        )


@strawberry.type(description="How many items of a run stand alike.")
class RunStanding:
    status: RunStatus = strawberry.field(description="Where they stand.")
    items: int = strawberry.field(description="How many they are, of those that you may see.")


def _item() -> "type[Item]":
    from graphql_api.types.item import Item

    return Item


@strawberry.type(description="One item in a run, and where it stands.")
class RunItem:
    status: RunStatus = strawberry.field(description="Where the item stands in this run.")
    progress: float = strawberry.field(description="How much of the item is done, from 0 to 1.")
    stage: str | None = strawberry.field(description="What is being done to it just now.")
    error: str | None = strawberry.field(description="What went wrong, as a sentence.")
    finished_at: datetime | None = strawberry.field(description="When the item was finished.")
    tries: int = strawberry.field(description="How often it was begun, this time included.")
    earlier: list[EarlierTry] = strawberry.field(
        description="How earlier tries ended, the first one first, and why it was tried again."
    )
    id: strawberry.Private[Any]
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            row=row,
            peers=peers,
            status=RunStatus(row.status),
            progress=row.progress,
            stage=row.stage or None,
            error=row.error or None,
            finished_at=row.finished_at,
            tries=row.tries,
            earlier=[EarlierTry.of(told) for told in row.earlier],
        )

    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = one(
        _item, "item_id", description="The item that is analysed; null if you may no longer see it."
    )

    @property
    def key_among_peers(self) -> UUID:
        return self.id  # type: ignore[no-any-return]  # a row's


RUN_ITEMS = Order("items of a run", ())
Standing = dict[UUID, list[RunStanding]]


@strawberry.type(
    description="What one person asked to be analysed. Seen by that person and by staff."
)
class Run(Resource):
    status: RunStatus = strawberry.field(description="Where the run stands as a whole.")
    progress: float = strawberry.field(description="How much of it is done, from 0 to 1.")
    stage: str | None = strawberry.field(description="What is being done just now.")
    error: str | None = strawberry.field(
        description="How many items could not be analysed, as a sentence."
    )
    sound_seconds: float = strawberry.field(
        description="Seconds of sound that had to be analysed; what was known before is left out."
    )
    done_seconds: float = strawberry.field(description="Seconds of that sound already done.")
    speed: float | None = strawberry.field(
        description="Seconds of sound done in one second, lately."
    )
    eta: float | None = strawberry.field(
        description="Seconds until it ends if it goes on at this speed."
    )
    preset: str = strawberry.field(description="The slug of the preset that was asked for.")
    preset_version: int = strawberry.field(description="The version of it that was used.")
    recipe_hash: str | None = strawberry.field(
        description="The `contentHash` of what was asked for; with other parameters, of what it "
        "then came to. Null of runs before recipes had one."
    )
    nodes: list[PresetNode] = strawberry.field(
        description="The processors and parameters that the preset held when it was asked."
    )
    priority: RunPriority = strawberry.field(description="How urgently it was asked for.")
    created_at: datetime = strawberry.field(description="When the run was asked for.")
    finished_at: datetime | None = strawberry.field(
        description="When it ended; null as long as it goes on."
    )
    requested_by: str | None = strawberry.field(
        description="The name of the account that asked for it."
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        return Row.objects.visible_to(actor).select_related("requested_by")

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=iri(row),
            peers=peers,
            status=RunStatus(row.status),
            progress=row.progress,
            stage=row.stage or None,
            error=row.error or None,
            sound_seconds=row.sound_s,
            done_seconds=row.done_s,
            speed=row.speed,
            eta=row.eta_s,
            preset=row.preset,
            preset_version=row.preset_version,
            recipe_hash=row.recipe_hash or None,
            nodes=[PresetNode.of(node) for node in row.nodes],
            priority=RunPriority(row.priority),
            created_at=row.created_at,
            finished_at=row.finished_at,
            requested_by=row.requested_by.get_username() if row.requested_by else None,
        )

    @strawberry.field(description="How many items stand where; those that nobody is are left out.")
    def standing(self, info: Info) -> list[RunStanding]:
        actor = info.context.actor

        def read(peers: Peers) -> Standing:
            rows = RunItemRow.objects.visible_to(actor).filter(run__in=list(peers.rows))
            counted = rows.values_list("run", "status").annotate(n=Count("pk"))
            found: Standing = {}
            for run, status, number in counted.order_by("run", "status"):
                found.setdefault(run, []).append(
                    RunStanding(status=RunStatus(status), items=number)
                )
            return found

        return self.asked("standing of items", read) or []

    @strawberry.field(description="The items of the run that you may see, each with its state.")
    def items(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        status: Annotated[
            list[RunStatus] | None,
            strawberry.argument(description="Only those that stand so; of all, unless given."),
        ] = None,
    ) -> Connection[RunItem]:
        rows = RunItemRow.objects.visible_to(info.context.actor)
        if status is not None:
            rows = rows.filter(status__in=[each.value for each in status])
        listing = Listing(RunItem, rows, RUN_ITEMS, Page(first, after, last, before))
        asked = "" if status is None else " ".join(sorted(str(each.value) for each in status))
        return listing.connection_of(self, f"items {asked}", "run_id")
