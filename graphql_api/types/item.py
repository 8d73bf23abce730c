"""The item: one recorded event as the archive describes it."""

from typing import Annotated, Any, Self

import strawberry
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from archive.access import Actor, Audience
from archive.models import Item as Row
from archive.models import ItemAgent
from archive.models import Part as PartRow
from archive.models import Performance as PerformanceRow
from graphql_api.connections import DEFAULT, After, Connection, Listing
from graphql_api.connections import First as Page
from graphql_api.context import Info
from graphql_api.filters.order import NEWEST_RUN
from graphql_api.peers import Peers
from graphql_api.types.access import Access, with_access
from graphql_api.types.agent import Agent, AgentRole, Contribution
from graphql_api.types.audio import Audio, audio_of
from graphql_api.types.dates import PartialDate, recorded_of
from graphql_api.types.language import Language
from graphql_api.types.levels import Collection
from graphql_api.types.node import FEW, MOST, First, Resource, iri, related_rows
from graphql_api.types.part import Part
from graphql_api.types.performance import Performance
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.processor import OutputKind
from graphql_api.types.result import Result, results_of_items
from graphql_api.types.run import Run
from graphql_api.types.tiles import TileSet


@strawberry.type(description="One recorded event as the archive describes it, with its sound.")
class Item(Resource):
    code: str | None = strawberry.field(
        description="What people cite: the shelf mark. An item without one is named by its id."
    )
    title: str = strawberry.field(description="The title, in the archive's language.")
    original_title: str | None = strawberry.field(
        description="The title in its own language, as it was given. Never translated."
    )
    original_code: str | None = strawberry.field(
        description="The code that the item bore before it came here."
    )
    description: str | None = strawberry.field(description="What is heard, in prose.")
    recorded: PartialDate | None = strawberry.field(
        description="When it was recorded, as precisely as that is known."
    )
    access: Access = strawberry.field(
        description="How far the item is open, and why its sound is withheld if it is."
    )
    place_comment: str | None = strawberry.field(
        description="What the record says of the place beyond its name."
    )
    licence: str | None = strawberry.field(
        description="Under which licence it may be used: an SPDX identifier or a web address."
    )
    credit: str | None = strawberry.field(description="How to name those to whom it is owed.")
    source: str | None = strawberry.field(description="Where the record itself comes from.")
    archivist_notes: str | None = strawberry.field(
        description="Notes among archivists. For staff only; null for others."
    )
    version: int = strawberry.field(
        description="Rises by one with each change of the record: pass it as `ifVersion`."
    )
    row: strawberry.Private[Any]

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        return with_access(Row.objects.visible_to(actor), actor)

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=iri(row),
            peers=peers,
            row=row,
            code=row.code,
            title=row.title,
            original_title=row.original_title or None,
            original_code=row.original_code or None,
            description=row.description or None,
            recorded=recorded_of(row),
            access=Access.of(row),
            place_comment=row.place_comment or None,
            licence=row.licence or None,
            credit=row.credit or None,
            source=row.source or None,
            archivist_notes=(row.archivist_notes or None) if row.for_staff else None,
            version=row.version,
        )

    @strawberry.field(description="The set of items in which it is kept.")
    def collection(self, info: Info) -> Collection | None:
        return self.to_one(Collection, info.context.actor, "collection_id")

    @strawberry.field(description="Where it was recorded.")
    def place(self, info: Info) -> Place | None:
        return self.to_one(Place, info.context.actor, "place_id")

    @strawberry.field(description="The groups of people that it concerns, by name.")
    def populations(self, info: Info, first: First = FEW) -> list[Population]:
        return self.to_many(
            Population,
            lambda: Population.visible(info.context.actor),
            "item_links__item_id",
            first,
            "name",
            "pk",
        )

    @strawberry.field(description="The languages that are heard in it, by name.")
    def languages(self, info: Info, first: First = FEW) -> list[Language]:
        return self.to_many(
            Language,
            lambda: Language.visible(info.context.actor),
            "item_links__item_id",
            first,
            "name",
            "pk",
        )

    @strawberry.field(description="The instruments that sound in it, in the record's order.")
    def performances(self, info: Info, first: First = FEW) -> list[Performance]:
        shows_people = Audience.STAFF in info.context.actor.audiences

        def read(peers: Peers) -> dict[Any, list[Performance]]:
            rows = list(
                related_rows(
                    PerformanceRow.objects.select_related("vernacular_name"),
                    peers,
                    "item_id",
                    first,
                    "position",
                    "pk",
                )
            )
            together = Peers(rows)
            found: dict[Any, list[Performance]] = {}
            for row in rows:
                performance = Performance.of(row, together, shows_people=shows_people)
                found.setdefault(row.owner_key, []).append(performance)
            return found

        return self.asked(("performances", first), read) or []

    @strawberry.field(
        description="Who recorded, collected, performed and so on, as far as names are for you."
    )
    def agents(self, info: Info, first: First = FEW) -> list[Contribution]:
        actor = info.context.actor

        def read(peers: Peers) -> dict[Any, list[Contribution]]:
            links = ItemAgent.objects.filter(
                audience__in=actor.audiences, agent__in=Agent.visible(actor)
            )
            rows = list(related_rows(links, peers, "item_id", first, "role", "agent__name", "pk"))
            agents = Agent.by_key(actor, {row.agent_id for row in rows})
            found: dict[Any, list[Contribution]] = {}
            for row in rows:
                part = Contribution(role=AgentRole(row.role), agent=agents[row.agent_id])
                found.setdefault(row.owner_key, []).append(part)
            return found

        return self.asked(("agents", first), read) or []

    @strawberry.field(description="The stretches of files that it consists of, in their order.")
    def parts(self, first: First = FEW) -> list[Part]:
        def read(peers: Peers) -> dict[Any, list[Part]]:
            rows = related_rows(
                PartRow.objects.select_related("file"), peers, "item_id", first, "position", "pk"
            )
            found: dict[Any, list[Part]] = {}
            for row in rows:
                found.setdefault(row.owner_key, []).append(Part.of(row))
            return found

        return self.asked(("parts", first), read) or []

    @strawberry.field(
        description="What processors found out about its sound, by processor and name."
    )
    def results(
        self,
        info: Info,
        first: First = MOST,
        processor: Annotated[
            str | None, strawberry.argument(description="Only those of this processor.")
        ] = None,
    ) -> list[Result]:
        found = results_of_items(info.context.actor, self.peers).get(self.id, [])
        if processor is not None:
            found = [result for result in found if result.processor == processor]
        return found[: max(0, min(first, MOST))]

    @strawberry.field(
        description="The sound itself; null if there is none or you may not hear it (see access)."
    )
    def audio(self, info: Info) -> Audio | None:
        return audio_of(self, info.context.actor)

    @strawberry.field(
        description="The waveform in tiles; null before it is drawn or if you may not see it."
    )
    def waveform(self, info: Info) -> TileSet | None:
        return self._tiles(info.context.actor, "waveform")

    @strawberry.field(
        description="The spectrogram in tiles; null before it is drawn or if you may not see it."
    )
    def spectrogram(self, info: Info) -> TileSet | None:
        return self._tiles(info.context.actor, "spectrogram")

    def _tiles(self, actor: Actor, processor: str) -> TileSet | None:
        if not self.row.may_derive:
            return None
        for result in results_of_items(actor, self.peers).get(self.id, []):
            if result.processor == processor and result.kind is OutputKind.TILES:
                return TileSet.of(self.id, result.output)
        return None

    @strawberry.field(
        description="The runs that analysed it, newest first, as far as they are yours to see."
    )
    def runs(self, info: Info, first: Page = DEFAULT, after: After = None) -> Connection[Run]:
        listing = Listing(Run, Run.visible(info.context.actor), NEWEST_RUN, first, after)
        return listing.connection_of(self, "runs", "run_items__item_id")

    @strawberry.field(
        description="The item before it in its collection, by code, among those you may see."
    )
    def previous(
        self, info: Info
    ) -> Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None:
        return self._neighbour(info.context.actor, forward=False)

    @strawberry.field(
        description="The item after it in its collection, by code, among those you may see."
    )
    def next(
        self, info: Info
    ) -> Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None:
        return self._neighbour(info.context.actor, forward=True)

    def _neighbour(self, actor: Actor, *, forward: bool) -> "Item | None":
        def read(peers: Peers) -> dict[Any, Item]:
            others = Row.objects.visible_to(actor).filter(collection=OuterRef("collection"))
            beside = others.filter(_after() if forward else _before())
            if not forward:
                beside = beside.reverse()
            rows = Row.objects.filter(pk__in=peers.keys).annotate(
                neighbour=Subquery(beside.values("pk")[:1])
            )
            pointers = dict(rows.values_list("pk", "neighbour"))
            there = Item.by_key(actor, (to for to in pointers.values() if to))
            return {key: there[to] for key, to in pointers.items() if to in there}

        return self.asked(("neighbour", forward), read)


def _after() -> Q:
    """By code, those without one last and by id, as `ItemOrder.CODE` has it."""
    return Q(code__gt=OuterRef("code")) | (
        Q(code__isnull=True) & (Q(IsNull(OuterRef("code"), rhs=False)) | Q(pk__gt=OuterRef("pk")))
    )


def _before() -> Q:
    return Q(code__lt=OuterRef("code")) | (
        Q(IsNull(OuterRef("code"), rhs=True)) & (Q(code__isnull=False) | Q(pk__lt=OuterRef("pk")))
    )
