"""Tracks along an item's time: transcripts, lyrics, markers, and what each says when."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import Q, QuerySet
from strawberry import relay

from archive.access import Actor
from archive.annotations.formats import FORMATS
from archive.audiences import reads
from archive.models import Annotation as AnnotationRow
from archive.models import Track as Row
from archive.services.losses import LOST, Detail, counted
from archive.views.tracks import track_path
from archive.waves import Reading
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.context import Info
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import FEW, MOST, Relation, led_by, one, owned, related_rows
from graphql_api.relations import First as Few
from graphql_api.types.audience import Audience as ForWhom
from graphql_api.types.concept import Concept
from graphql_api.types.node import Resource
from graphql_api.types.said import said
from ontology.iris import base

if TYPE_CHECKING:
    from graphql_api.types.item import Item

IN_TIME = Order("annotations in time", (Key("start_s"),))


@strawberry.enum(description="What a track says about the sound.")
class TrackKind(Enum):
    LYRICS = strawberry.enum_value("lyrics", description="The words that are sung.")
    TRANSCRIPT = strawberry.enum_value("transcript", description="The words that are spoken.")
    TRANSLATION = strawberry.enum_value(
        "translation", description="The words that are heard, in another language."
    )
    MARKERS = strawberry.enum_value(
        "markers", description="Moments and stretches that somebody marked and named."
    )
    LABELS = strawberry.enum_value(
        "labels", description="Terms of a vocabulary for what sounds when."
    )


@strawberry.enum(description="The files of timed text in which a track can be taken in and out.")
class TimedTextFormat(Enum):
    LRC = strawberry.enum_value("lrc", description="Lyrics: one time and one line of text each.")
    WEBVTT = strawberry.enum_value("webvtt", description="What browsers show beside a sound.")
    TTML = strawberry.enum_value("ttml", description="The W3C's timed text in XML.")


@strawberry.enum(description="What annotations hold and not every file of timed text can.")
class TrackDetail(Enum):
    CONCEPT = strawberry.enum_value("concept", description="A term of a vocabulary.")
    CONFIDENCE = strawberry.enum_value(
        "confidence", description="How sure a machine was that said it first."
    )
    SPEAKER = strawberry.enum_value("speaker", description="Who is heard.")
    LINE_BREAK = strawberry.enum_value(
        "line_break", description="A break within a text, which becomes a space."
    )
    OVERLAP = strawberry.enum_value(
        "overlap", description="An end after the next begins, where it is cut."
    )


@strawberry.type(description="Something of a track that a file in some format does not carry.")
class LeftOut:
    what: TrackDetail = strawberry.field(description="What such a file leaves out.")
    count: int = strawberry.field(description="How many of the track's annotations hold it.")


@strawberry.type(description="What a track says of a moment, or of a stretch of an item's time.")
class Annotation(relay.Node):
    _id_attr = "key"

    key: relay.NodeID[UUID]
    iri: str = strawberry.field(
        description="Its address below its track's, which is also its subject in RDF."
    )
    row: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    start: float = said(
        "start_s", description="When it begins, in seconds from the item's start.", name="start"
    )
    end: float | None = said(
        "end_s", description="When it ends, in seconds; null if it is a moment.", name="end"
    )
    text: str | None = said("text", description="What is said, sung or noted there.")
    speaker: str | None = said(
        "speaker", description="Who is heard there. For staff only; null for others."
    )
    confidence: float | None = said(
        "confidence", description="From 0 to 1, where a machine said it before a person did."
    )

    @property
    def key_among_peers(self) -> UUID:
        return self.key

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            key=row.pk,
            iri=f"{base()}/annotations/{row.track_id}#{row.pk}",
            row=row,
            peers=peers,
        )

    @classmethod
    def by_key(cls, actor: Actor, keys: Any) -> dict[UUID, Self]:
        """Return those of the named annotations that the actor may read."""
        wanted = set(keys)
        rows = list(AnnotationRow.objects.visible_to(actor).filter(pk__in=wanted))
        peers = Peers(rows)
        return {row.pk: cls.of(row, peers) for row in rows}

    concept: Concept | None = one(
        lambda: Concept, "concept_id", description="The term of a vocabulary that fits it."
    )


def _names_speakers(actor: Actor) -> bool:
    return reads(actor, AnnotationRow, "speaker")


def _details(actor: Actor, peers: Peers, _: int) -> Reading[Mapping[UUID, dict[Detail, int]]]:
    rows = yield counted(AnnotationRow.objects.visible_to(actor).filter(track__in=peers.keys))
    return {row["track_id"]: {each: row[each.value] for each in Detail} for row in rows}


#: Of tracks: in how many annotations each detail is found.
DETAILS: Relation[Mapping[Detail, int]] = Relation(_details, is_paged=False)


@strawberry.type(description="A layer of timed text or marks along an item's time.")
class Track(Resource):
    row: strawberry.Private[Any]

    kind: TrackKind = said(
        "kind", TrackKind, description="Whether it holds lyrics, a transcript, markers and so on."
    )
    title: str | None = said("title", description="What the track is called, if anything.")
    language: str | None = said("language", description="The language of its texts, as BCP 47.")
    source: str | None = said(
        "source", description="The file or person it came from. For staff only; null for others."
    )
    format: TimedTextFormat | None = said(
        "format", TimedTextFormat, description="In which format it came; null if written here."
    )
    licence: str | None = said(
        "licence", description="Under which licence the text may be used: SPDX or web address."
    )
    position: int = said("position", description="Its place among the item's tracks, from 1.")
    version: int = said(
        "version",
        description="Rises with each change of the track or its annotations: the `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor).select_related("author", "item")
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/annotations/{row.pk}", peers=peers, row=row)

    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = one(
        lambda: _item(), "item_id", description="The item along whose time it runs."
    )

    @strawberry.field(description="Who made it here. For staff only; null for others.")
    def author(self, info: Info) -> str | None:
        author = self.row.author
        return author.username if author and reads(info.context.actor, Row, "author") else None

    @strawberry.field(
        description="For whom it is, beside its item's own rule. For staff; null for others."
    )
    def audience(self, info: Info) -> ForWhom | None:
        return ForWhom(self.row.audience) if info.context.actor.is_staff else None

    @strawberry.field(
        description="Where to fetch it as a file; your rights are checked on each request."
    )
    def url(
        self,
        format: Annotated[
            TimedTextFormat, strawberry.argument(description="In which format to fetch it.")
        ] = TimedTextFormat.WEBVTT,
    ) -> str:
        return track_path(self.row, FORMATS[str(format.value)].extension)

    @strawberry.field(
        description="What such a file would leave out of all that you may read; best asked first.",
        metadata=led_by(DETAILS),
    )
    def left_out(
        self,
        info: Info,
        format: Annotated[
            TimedTextFormat, strawberry.argument(description="In which format it would be.")
        ] = TimedTextFormat.WEBVTT,
        first: Few = FEW,
    ) -> list[LeftOut]:
        found = DETAILS.answer(info, self.peers, self.key_among_peers) or {}
        reader = info.context.actor
        left_out = [
            LeftOut(what=TrackDetail(detail.value), count=found[detail])
            for detail in LOST[str(format.value)]
            if found.get(detail) and (detail is not Detail.SPEAKER or _names_speakers(reader))
        ]
        return left_out[: max(0, min(first, MOST))]

    @strawberry.field(
        description="What it says in the order of time, page by page; within a window if you like."
    )
    def annotations(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        start: Annotated[
            float | None,
            strawberry.argument(description="Only what is not over before this second."),
        ] = None,
        end: Annotated[
            float | None,
            strawberry.argument(description="Only what begins before this second."),
        ] = None,
    ) -> Connection[Annotation]:
        rows = AnnotationRow.objects.visible_to(info.context.actor)
        if start is not None:
            rows = rows.filter(Q(start_s__gte=start) | Q(end_s__gt=start))
        if end is not None:
            rows = rows.filter(start_s__lt=end)
        listing = Listing(Annotation, rows, IN_TIME, Page(first, after, last, before))
        return listing.connection_of(self, f"annotations {start} {end}", "track_id")


def _item() -> Any:
    from graphql_api.types.item import Item

    return Item


def _tracks(actor: Actor, peers: Peers, _: int) -> Reading[Mapping[UUID, list[Track]]]:
    rows = yield related_rows(Track.visible(actor), peers, "item_id", MOST, "position", "pk")
    return owned(rows, Track.of)


#: Of items: all of an item's tracks that one may read, whichever kind a field then shows.
TRACKS: Relation[list[Track]] = Relation(_tracks, is_paged=False)


def tracks() -> Any:
    """Return the field of an item for its tracks."""

    def resolve(
        self: Any,
        info: Info,
        first: Few = FEW,
        kind: Annotated[
            TrackKind | None, strawberry.argument(description="Only those of this kind.")
        ] = None,
    ) -> list[Track]:
        found = TRACKS.answer(info, self.peers, self.key_among_peers) or []
        mine = [track for track in found if kind is None or track.row.kind == kind.value]
        return mine[: max(0, min(first, MOST))]

    return strawberry.field(
        resolver=resolve,
        description="Its lyrics, transcripts, translations and markers, as far as you may read.",
        metadata=led_by(TRACKS),
    )
