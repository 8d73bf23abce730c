"""Carriers: the tapes, discs and cylinders, what they hold, and how they were digitised."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.audiences import reads
from archive.models import Carrier as Row
from archive.models import CarrierContent as ContentRow
from archive.models import Digitisation as DigitisationRow
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, by_key, listed, many, one, owned, related_rows
from graphql_api.types.accession import Accession
from graphql_api.types.agent import Agent
from graphql_api.types.concept import Concept
from graphql_api.types.contribution import together
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.holder import Holder
from graphql_api.types.node import Resource
from graphql_api.types.part import File
from graphql_api.types.said import said
from graphql_api.types.satellites import ConceptLink, concepts
from ontology.iris import base

if TYPE_CHECKING:
    from graphql_api.types.item import Item
    from graphql_api.types.levels import Collection


@strawberry.enum(description="Whether a carrier waits for its digitisation.")
class DigitisationState(Enum):
    WAITING = strawberry.enum_value("waiting", description="It is to be digitised.")
    UNDER_WAY = strawberry.enum_value("under_way", description="It is being digitised.")
    DONE = strawberry.enum_value("done", description="It has been digitised.")
    IMPOSSIBLE = strawberry.enum_value("impossible", description="It cannot be played any more.")
    NOT_NEEDED = strawberry.enum_value("not_needed", description="A copy exists elsewhere.")


@strawberry.enum(description="How well a carrier is preserved.")
class CarrierCondition(Enum):
    GOOD = strawberry.enum_value("good", description="As it should be.")
    FAIR = strawberry.enum_value("fair", description="Worn, and plays without trouble.")
    POOR = strawberry.enum_value("poor", description="Damaged, and plays with care.")
    CRITICAL = strawberry.enum_value("critical", description="To be copied now or never.")
    LOST = strawberry.enum_value("lost", description="It is not there any more.")


@strawberry.type(description="What a carrier holds: a collection's sound, or an item.")
class CarrierContent:
    side: str | None = strawberry.field(description="On which side or track of it, as written.")
    position: int = strawberry.field(description="Its place among what the carrier holds, from 1.")
    start: str | None = strawberry.field(description="Where it begins on the side, as written.")
    collection: Annotated["Collection", strawberry.lazy("graphql_api.types.levels")] | None = (
        strawberry.field(description="The collection whose sound it is; null if it is an item.")
    )
    item: Annotated["Item", strawberry.lazy("graphql_api.types.item")] | None = strawberry.field(
        description="The item that is on it; null if it is a collection's sound."
    )


@strawberry.type(description="How a file came from a carrier: when, by whom, with what.")
class Digitisation:
    done: PartialDate | None = strawberry.field(description="When it was digitised.")
    conversion: Concept | None = strawberry.field(
        description="By what method, as the archive's vocabulary has it."
    )
    equipment: str | None = strawberry.field(description="With which player and converter.")
    file: File | None = strawberry.field(
        description="The file that came of it. For staff only; null for others."
    )
    digitiser: Agent | None = strawberry.field(
        description="Who did it. For staff only; null for others."
    )
    note: str | None = strawberry.field(
        description="What the digitiser noted. For staff only; null for others."
    )


def _contents(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[CarrierContent]]]:
    from graphql_api.types.item import Item
    from graphql_api.types.levels import Collection

    held = ContentRow.objects.visible_to(actor)
    rows = yield related_rows(held, peers, "carrier_id", first, "side", "position", "pk")
    items = yield from by_key(Item, actor, [row.item_id for row in rows])
    collections = yield from by_key(Collection, actor, [row.collection_id for row in rows])
    return owned(
        rows,
        lambda row, _: CarrierContent(
            side=row.side or None,
            position=row.position,
            start=row.start or None,
            item=items.get(row.item_id),
            collection=collections.get(row.collection_id),
        ),
    )


def _digitisations(
    actor: Actor, peers: Peers, first: int
) -> Reading[dict[UUID, list[Digitisation]]]:
    held = DigitisationRow.objects.select_related("file", "digitiser", "conversion__scheme")
    rows = yield related_rows(held, peers, "carrier_id", first, "pk")
    conversions, agents = together(rows, "conversion"), together(rows, "digitiser")

    def of(row: Any, _: Peers) -> Digitisation:
        def told(column: str) -> Any:
            return getattr(row, column) if reads(actor, DigitisationRow, column) else None

        file, digitiser = told("file"), told("digitiser")
        return Digitisation(
            done=dated(row.done) if row.done else None,
            conversion=Concept.of(row.conversion, conversions) if row.conversion else None,
            equipment=row.equipment or None,
            file=File.of(file) if file else None,
            digitiser=Agent.of(digitiser, agents) if digitiser else None,
            note=told("note") or None,
        )

    return owned(rows, of)


@strawberry.type(
    description="A physical object that holds sound: a tape, a disc, a cylinder, a cassette."
)
class Carrier(Resource):
    row: strawberry.Private[Any]

    code: str = said("code", description="Its shelf mark: what people cite when they ask for it.")
    original_code: str | None = said(
        "original_code", description="The code that it bore before it came here."
    )
    original_number: str | None = said(
        "original_number", description="The number that its makers gave it."
    )
    title: str | None = said("title", description="What is written on it.")
    shelf: str | None = said(
        "shelf", description="Where it stands. For staff only; null for others."
    )
    made: PartialDate | None = said("made", dated, description="When it was recorded or pressed.")
    duration: float | None = said(
        "duration_s", description="How long it plays, in seconds, as described.", name="duration"
    )
    condition: CarrierCondition | None = said(
        "condition",
        CarrierCondition,
        description="How well it is preserved. For staff only; null for others.",
    )
    condition_comment: str | None = said(
        "condition_comment",
        description="What the condition looks like. For staff only; null for others.",
    )
    sound_quality: str | None = said(
        "sound_quality", description="What can be expected of the sound on it."
    )
    comment: str | None = said(
        "comment", description="Remarks on the carrier. For staff only; null for others."
    )
    recording_system: str | None = said(
        "recording_system", description="The machine and the system with which it was recorded."
    )
    tape_thickness: float | None = said(
        "tape_thickness_um",
        description="How thick the tape is, in micrometres.",
        name="tapeThickness",
    )
    tape_reference: str | None = said(
        "tape_reference", description="What its maker calls this sort of tape."
    )
    has_sticker: bool | None = said(
        "has_sticker", description="Whether it bears a sticker; null where nobody looked."
    )
    digitisation: DigitisationState = said(
        "digitisation",
        DigitisationState,
        description="Whether it waits for its digitisation, or has been digitised.",
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the record: pass it as `ifVersion`.",
    )
    concepts: list[ConceptLink] = concepts()

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}{row.get_absolute_url()}", peers=peers, row=row)

    holder: Holder | None = one(
        lambda: Holder, "holder_id", description="The institution that keeps it."
    )
    accession: Accession | None = one(
        lambda: Accession,
        "accession_id",
        description="The arrival with which it came. For staff only; null for others.",
    )
    copy_of: Annotated["Carrier", strawberry.lazy("graphql_api.types.carrier")] | None = one(
        lambda: Carrier, "copy_of_id", description="The carrier of which it is a copy."
    )
    copies: list[Annotated["Carrier", strawberry.lazy("graphql_api.types.carrier")]] = many(
        lambda: Carrier,
        "copy_of_id",
        "code",
        "pk",
        description="The copies that were made of it, by code.",
    )
    contents: list[CarrierContent] = listed(
        Relation(_contents),
        description="What is on it, side by side, as far as you may find it.",
    )
    digitisations: list[Digitisation] = listed(
        Relation(_digitisations), description="The files that were made of it, and how."
    )


def carriers_of(owner: str) -> Any:
    """Return the field of a record for the carriers that hold it."""
    return many(
        lambda: Carrier,
        f"contents__{owner}_id",
        "code",
        "pk",
        description="The tapes, discs and cylinders that hold it, by shelf mark.",
    )
