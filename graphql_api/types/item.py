"""The item: one recorded event as the archive describes it."""

from typing import Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from django.urls import reverse

from analysis.delivery.exports import offered_of_item
from analysis.io.sound_files import KINDS
from archive.access import Actor, Audience
from archive.models import Item as Row
from archive.models import ItemAgent
from archive.models import Performance as PerformanceRow
from archive.waves import Reading
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.filters.order import NEWEST_RUN
from graphql_api.paging import After, Before, Last, Page
from graphql_api.paging import First as FirstOfPage
from graphql_api.peers import Peers
from graphql_api.relations import (
    MOST,
    First,
    Relation,
    led_by,
    listed,
    many,
    one,
    owned,
    related_rows,
)
from graphql_api.types.access import Access, AccessLevel, with_access
from graphql_api.types.alike import ALIKE, SoundAlike
from graphql_api.types.audio import AUDIO, Audio
from graphql_api.types.carrier import Carrier, carriers_of
from graphql_api.types.community import Protocol
from graphql_api.types.contribution import Contribution, contributions
from graphql_api.types.dates import PartialDate, dated, recorded_of
from graphql_api.types.exported import ExportedFile, SoundFile
from graphql_api.types.label import Label
from graphql_api.types.language import Language
from graphql_api.types.levels import Collection
from graphql_api.types.node import iri
from graphql_api.types.notices import unread_labels
from graphql_api.types.part import Part, parts
from graphql_api.types.performance import Performance
from graphql_api.types.picture import DRAWN
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.processor import OutputKind
from graphql_api.types.record import Record
from graphql_api.types.related import RelatedMedia, related_media_of
from graphql_api.types.result import RESULTS, Result
from graphql_api.types.run import Run
from graphql_api.types.said import said, text
from graphql_api.types.siblings import SIBLINGS, Siblings
from graphql_api.types.standing import Combine, combined
from graphql_api.types.tiles import TileSet
from graphql_api.types.track import Track, tracks
from graphql_api.types.withheld import WithheldRange, withheld


def _performances(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Performance]]]:
    played = PerformanceRow.objects.select_related("vernacular_name")
    rows = yield related_rows(played, peers, "item_id", first, "position", "pk")
    shows_people = Audience.STAFF in actor.audiences
    return owned(rows, lambda row, peers: Performance.of(row, peers, shows_people=shows_people))


@strawberry.type(description="One recorded event as the archive describes it, with its sound.")
class Item(Record):
    code: str | None = said(
        "code",
        description="What people cite: the shelf mark. An item without one is named by its id.",
    )
    original_code: str | None = said(
        "original_code", description="The code that the item bore before it came here."
    )
    track: str | None = said("track", description="Its number in the collection, as it is noted.")
    original_title: str | None = said(
        "original_title",
        description="The title in its own language, as it was given. Never translated.",
    )
    summary: str | None = text("summary", description="What is said or sung, in brief.")
    recorded: PartialDate | None = strawberry.field(
        description="When it was recorded, as precisely as that is known."
    )
    digitised: PartialDate | None = said(
        "digitised", dated, description="When the digital copy was made."
    )
    published_in: PartialDate | None = said(
        "published_in", dated, description="When the recording was brought out, if it ever was."
    )
    own_access: AccessLevel | None = said(
        "access",
        AccessLevel,
        description="The level that the item says itself; null where it is as its collection's.",
    )
    access: Access = strawberry.field(
        description="How far the item is open, and why its sound is withheld if it is."
    )
    opens_with_age: bool = said(
        "opens_with_age",
        description="Whether its sound opens by itself at the age that the archive's rule says.",
    )
    place_comment: str | None = text(
        "place_comment", description="What the record says of the place beyond its name."
    )
    cultural_area: str | None = text(
        "cultural_area", description="The cultural area it belongs to, which no map may show."
    )
    language_comment: str | None = text(
        "language_comment",
        description="What language codes cannot say: dialects, registers, mixtures.",
    )
    context_comment: str | None = text(
        "context_comment", description="The ethnographic context: the occasion, who was there."
    )
    performance_mode: str | None = text(
        "performance_mode", description="How it is performed: solo, responsorial, in unison."
    )
    collector_selection: str | None = said(
        "collector_selection", description="What the collector chose it for."
    )
    collector_from_collection: bool = said(
        "collector_from_collection",
        description="Whether its collector is the one that its collection names.",
    )
    creator_reference: str | None = said(
        "creator_reference", description="The number that those who made it gave it."
    )
    external_references: str | None = said(
        "external_references", description="Where it is written about: a bibliography."
    )
    approximate_duration: float | None = said(
        "approximate_duration_s",
        description="Its length in seconds as described; the files say their own.",
        name="approximateDuration",
    )
    external_sound: str | None = said(
        "external_sound",
        description="Where a sound lies that is kept elsewhere. For staff only; null for others.",
    )
    credit: str | None = said("credit", description="How to name those to whom it is owed.")
    source: str | None = said("source", description="Where the record itself comes from.")

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
            recorded=recorded_of(row),
            access=Access.of(row),
        )

    collection: Collection | None = one(
        lambda: Collection, "collection_id", description="The set of items in which it is kept."
    )

    place: Place | None = one(lambda: Place, "place_id", description="Where it was recorded.")

    populations: list[Population] = many(
        lambda: Population,
        "item_links__item_id",
        "name",
        "pk",
        description="The groups of people that it concerns, by name.",
    )

    languages: list[Language] = many(
        lambda: Language,
        "item_links__item_id",
        "name",
        "pk",
        description="The languages that are heard in it, by name.",
    )

    performances: list[Performance] = listed(
        Relation(_performances),
        description="The instruments that sound in it, in the record's order.",
    )

    agents: list[Contribution] = contributions(ItemAgent)

    parts: list[Part] = parts()

    related_media: list[RelatedMedia] = related_media_of("item")

    tracks: list[Track] = tracks()

    carriers: list[Carrier] = carriers_of("item")

    withheld: list[WithheldRange] = withheld()

    protocols: list[Protocol] = many(
        lambda: Protocol,
        "set_links__protocol_set__item_set",
        "name",
        "pk",
        description="The protocols that it stands under by itself; its collection has its own.",
    )

    protocols_combine: Combine | None = combined()

    unread_labels: list[Label] = unread_labels()

    labels: list[Label] = many(
        lambda: Label,
        "record_links__item",
        "name",
        "pk",
        description="The notices that it bears by itself; its collection's hold for it too.",
    )

    @strawberry.field(
        description="What processors found out about its sound, by processor and name.",
        metadata=led_by(RESULTS),
    )
    def results(
        self,
        info: Info,
        first: First = MOST,
        processor: Annotated[
            str | None, strawberry.argument(description="Only those of this processor.")
        ] = None,
        kinds: Annotated[
            list[OutputKind] | None,
            strawberry.argument(description="Only those of these kinds: numbers, curves, marks."),
        ] = None,
    ) -> list[Result]:
        found = RESULTS.answer(info, self.peers, self.id) or []
        if kinds is not None:
            found = [result for result in found if result.kind in kinds]
        if processor is not None:
            found = [result for result in found if result.processor == processor]
        return found[: max(0, min(first, MOST))]

    @strawberry.field(
        description="The files that all its results can be had as; none where it has no results.",
        metadata=led_by(RESULTS),
    )
    def exports(self, info: Info) -> list[ExportedFile]:
        found = RESULTS.answer(info, self.peers, self.id)
        if not found:
            return []
        told = [
            each.output
            for each in found
            if each.shown.may_derive or each.kind in (OutputKind.VALUE, OutputKind.LABEL)
        ]
        return [ExportedFile.of(each) for each in offered_of_item(self.row.citation, told)]

    @strawberry.field(
        description="The files that its sound can be had as; none where you may not take it away.",
        metadata=led_by(AUDIO),
    )
    def downloads(self, info: Info) -> list[SoundFile]:
        if not self.access.can_download or AUDIO.answer(info, self.peers, self.id) is None:
            return []
        return [SoundFile.of(self.row.citation, kind) for kind in KINDS.values()]

    @strawberry.field(
        description="The sound itself; null if there is none or you may not hear it (see access).",
        metadata=led_by(AUDIO),
    )
    def audio(self, info: Info) -> Audio | None:
        return AUDIO.answer(info, self.peers, self.id)

    @strawberry.field(
        description="The waveform in tiles; null before it is drawn or if you may not see it.",
        metadata=led_by(RESULTS),
    )
    def waveform(self, info: Info) -> TileSet | None:
        return self._tiles(info, "waveform")

    @strawberry.field(
        description=(
            "Where its waveform is had as a picture (SVG), a path: put ?width= and height= behind "
            "it. Null before it is drawn or if you may not see it."
        ),
        metadata=led_by(DRAWN),
    )
    def picture(self, info: Info) -> str | None:
        if not DRAWN.answer(info, self.peers, self.id):
            return None
        return reverse("item-waveform", args=[self.row.citation, "svg"])

    @strawberry.field(
        description="The spectrogram in tiles; null before it is drawn or if you may not see it.",
        metadata=led_by(RESULTS),
    )
    def spectrogram(self, info: Info) -> TileSet | None:
        return self._tiles(info, "spectrogram")

    def _tiles(self, info: Info, processor: str) -> TileSet | None:
        if not self.row.may_derive:
            return None
        for result in RESULTS.answer(info, self.peers, self.id) or []:
            if result.processor == processor and result.kind is OutputKind.TILES:
                return TileSet.of(self.id, result.output)
        return None

    @strawberry.field(
        description="The runs that analysed it, newest first, as far as they are yours to see."
    )
    def runs(
        self,
        info: Info,
        first: FirstOfPage = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Run]:
        listing = Listing(
            Run, Run.visible(info.context.actor), NEWEST_RUN, Page(first, after, last, before)
        )
        return listing.connection_of(self, "runs", "run_items__item_id")

    sounds_like: list[SoundAlike] = listed(
        ALIKE,
        description="Items that sound like it, the nearest first, at most 24, as far as you may "
        "see what is made of their sound.",
    )

    @strawberry.field(
        description="The items before and after it in its collection, by code.",
        metadata=led_by(SIBLINGS),
    )
    def siblings(self, info: Info) -> Siblings:
        found = SIBLINGS.answer(info, self.peers, self.id)
        return found or Siblings(previous=None, next=None)

    @strawberry.field(
        description="The item before it in its collection, by code: `siblings` has both.",
        metadata=led_by(SIBLINGS),
    )
    def previous(
        self, info: Info
    ) -> Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None:
        found = SIBLINGS.answer(info, self.peers, self.id)
        return found.previous if found else None

    @strawberry.field(
        description="The item after it in its collection, by code: `siblings` has both.",
        metadata=led_by(SIBLINGS),
    )
    def next(
        self, info: Info
    ) -> Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None:
        found = SIBLINGS.answer(info, self.peers, self.id)
        return found.next if found else None
