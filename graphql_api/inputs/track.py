"""What one says of tracks along an item's time."""

import strawberry
from strawberry import Maybe

from archive.services.annotating import AnnotationPart
from graphql_api.inputs.changes import Creation
from graphql_api.types.audience import Audience
from graphql_api.types.scalars import Upload
from graphql_api.types.track import TimedTextFormat, TrackKind

_REASON = "Why, in a sentence that the item's history keeps."
_VERSION = "The track's version that you edited: refused if it has changed since."


@strawberry.input(description="What a track says of a moment, or of a stretch of time.")
class AnnotationInput:
    start: float = strawberry.field(description="When it begins, in seconds from the item's start.")
    end: float | None = strawberry.field(
        default=None, description="When it ends, in seconds; null if it is a moment."
    )
    text: str | None = strawberry.field(
        default=None, description="What is said, sung or noted there."
    )
    speaker: str | None = strawberry.field(
        default=None, description="Who is heard there; the name stays with staff."
    )
    concept: str | None = strawberry.field(
        default=None, description="A term that fits it: vocabulary and concept, keywords/lullaby."
    )
    confidence: float | None = strawberry.field(
        default=None, description="From 0 to 1, where a machine said it first."
    )

    def said(self) -> AnnotationPart:
        return AnnotationPart(
            self.start,
            self.end,
            self.text or "",
            self.speaker or "",
            self.concept,
            self.confidence,
        )


@strawberry.input
class _Track:
    title: Maybe[str | None] = strawberry.field(
        default=None, description="What the track is called; null removes it."
    )
    language: Maybe[str | None] = strawberry.field(
        default=None, description="The language of its texts, as BCP 47; null if not known."
    )
    source: Maybe[str | None] = strawberry.field(
        default=None, description="The file or person it came from, for staff; null removes it."
    )
    licence: Maybe[str | None] = strawberry.field(
        default=None, description="Under which licence the text may be used; null removes it."
    )
    position: Maybe[int] = strawberry.field(
        default=None, description="Its place among the item's tracks, from 1."
    )
    audience: Maybe[Audience] = strawberry.field(
        default=None, description="For whom it is, beside its item's own rule."
    )


@strawberry.input(description="A new track of an item.")
class CreateTrackInput(Creation, _Track):
    item: strawberry.ID = strawberry.field(description="The id of the item along whose time it is.")
    kind: TrackKind = strawberry.field(description="Whether it is lyrics, markers and so on.")
    annotations: list[AnnotationInput] | None = strawberry.field(
        default=None, description="What it says, in any order."
    )


@strawberry.input(description="A change of a track: what is left out stays as it is.")
class UpdateTrackInput(_Track):
    id: strawberry.ID = strawberry.field(description="Which one: the value of its field `id`.")
    if_version: int | None = strawberry.field(default=None, description=_VERSION)
    reason: str | None = strawberry.field(default=None, description=_REASON)
    kind: Maybe[TrackKind] = strawberry.field(
        default=None, description="Whether it is lyrics, markers and so on."
    )
    annotations: Maybe[list[AnnotationInput]] = strawberry.field(
        default=None, description="All that it says, instead of what it says now."
    )


@strawberry.input(description="A track that is to go; the item's history keeps it.")
class DeleteTrackInput:
    id: strawberry.ID = strawberry.field(description="Which one: the value of its field `id`.")
    if_version: int | None = strawberry.field(default=None, description=_VERSION)
    reason: str | None = strawberry.field(default=None, description=_REASON)


@strawberry.input(
    description="Timed text to be taken in: as a new track, or in place of another's."
)
class ImportTrackInput(Creation, _Track):
    item: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the item that gets a new track; or name a track."
    )
    track: strawberry.ID | None = strawberry.field(
        default=None, description="The id of a track whose words it replaces; or name an item."
    )
    if_version: int | None = strawberry.field(default=None, description=_VERSION)
    kind: TrackKind | None = strawberry.field(
        default=None, description="Whether it is lyrics, a transcript, …; a new track needs it."
    )
    text: str | None = strawberry.field(
        default=None, description="The file's text itself; or send the file."
    )
    file: Upload | None = strawberry.field(
        default=None, description="The file, in a multipart request; or send its text."
    )
    file_name: str | None = strawberry.field(
        default=None, description="What the file is called, where only its text is sent."
    )
    format: TimedTextFormat | None = strawberry.field(
        default=None, description="Which format it is; unless given, its first words tell."
    )
    leave_out_bad: bool = strawberry.field(
        default=False,
        description="Take the good cues where some are bad; else nothing is taken in.",
    )


@strawberry.input(description="One annotation to be added to a track.")
class CreateAnnotationInput(Creation, AnnotationInput):
    track: strawberry.ID = strawberry.field(description="The id of the track that is to say it.")


@strawberry.input(description="A change of one annotation: what is left out stays as it is.")
class UpdateAnnotationInput:
    id: strawberry.ID = strawberry.field(description="Which one: the value of its field `id`.")
    reason: str | None = strawberry.field(default=None, description=_REASON)
    start: Maybe[float] = strawberry.field(
        default=None, description="When it begins, in seconds from the item's start."
    )
    end: Maybe[float | None] = strawberry.field(
        default=None, description="When it ends, in seconds; null makes it a moment."
    )
    text: Maybe[str | None] = strawberry.field(
        default=None, description="What is said, sung or noted there; null removes it."
    )
    speaker: Maybe[str | None] = strawberry.field(
        default=None, description="Who is heard there, for staff; null removes it."
    )
    concept: Maybe[str | None] = strawberry.field(
        default=None, description="A term that fits it: keywords/lullaby; null removes it."
    )
    confidence: Maybe[float | None] = strawberry.field(
        default=None, description="From 0 to 1, where a machine said it first; null removes it."
    )


@strawberry.input(description="An annotation that is to go; the item's history keeps it.")
class DeleteAnnotationInput:
    id: strawberry.ID = strawberry.field(description="Which one: the value of its field `id`.")
    reason: str | None = strawberry.field(default=None, description=_REASON)


@strawberry.input(description="A change of one part of an item: what is left out stays as it is.")
class UpdatePartInput:
    item: strawberry.ID = strawberry.field(description="The id of the item that it is part of.")
    position: int = strawberry.field(description="Which part: its place among them, from 1.")
    if_version: int | None = strawberry.field(
        default=None, description="The item's version that you edited: refused if it has changed."
    )
    reason: str | None = strawberry.field(default=None, description=_REASON)
    new_position: Maybe[int] = strawberry.field(
        default=None, description="Its place among them from now on; those between make room."
    )
    stem: Maybe[int] = strawberry.field(
        default=None, description="0 for the item's own timeline; others run beside it."
    )
    label: Maybe[str | None] = strawberry.field(
        default=None, description="What it is called: side A, voice, drums; null removes it."
    )
    starts_at: Maybe[float | None] = strawberry.field(
        default=None,
        description="At which second of the item it begins; null lets it follow the one before.",
    )
    licence: Maybe[str | None] = strawberry.field(
        default=None, description="Under which licence this file may be used; null: as its item."
    )
