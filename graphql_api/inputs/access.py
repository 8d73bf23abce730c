"""What one says of communities, protocols, labels, rooms, groups, rules, grants and stretches."""

from datetime import datetime

import strawberry
from strawberry import Maybe

from archive.services.withholding import Stretch
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.translation import TranslationInput
from graphql_api.types.community import Admits, Locates, Withholds
from graphql_api.types.label import LabelFamily
from graphql_api.types.permit import Gives
from graphql_api.types.standing import Combine, Standing


@strawberry.input
class _Community:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="Who they are, in words that they agreed to; null removes it."
    )
    contact: Maybe[str | None] = strawberry.field(
        default=None, description="Whom to ask before using what is theirs; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Name, description and contact in other languages."
    )
    is_listed: Maybe[bool] = strawberry.field(
        default=None, description="Whether everybody is shown it; it decides that itself."
    )


@strawberry.input(description="A community whose protocols and labels are to stand over records.")
class CreateCommunityInput(Creation, _Community):
    slug: str = strawberry.field(description="Its short name, for addresses.")
    name: str = strawberry.field(description="What it calls itself.")


@strawberry.input(description="A change of a community: what is left out stays as it is.")
class UpdateCommunityInput(Edit, _Community):
    slug: str | None = strawberry.field(
        default=None, description="The community by its slug; give this or its id."
    )
    name: Maybe[str] = strawberry.field(default=None, description="What it calls itself.")


@strawberry.input
class _Protocol:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What it is about, shown to all; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Name and description in other languages; the rest stays."
    )
    admits: Maybe[Admits] = strawberry.field(
        default=None, description="Whom it admits; the members of its communities at first."
    )
    withholds: Maybe[Withholds] = strawberry.field(
        default=None, description="What it keeps from others; the record as a whole at first."
    )
    locates: Maybe[Locates] = strawberry.field(
        default=None, description="How exactly others see where its records lie; exactly at first."
    )


@strawberry.input(description="A new protocol of one or several communities.")
class CreateProtocolInput(Creation, _Protocol):
    slug: str = strawberry.field(description="Its short name, by which records are put under it.")
    name: str = strawberry.field(description="What it is called.")
    communities: list[str] = strawberry.field(description="The slugs of whose rule it is.")


@strawberry.input(description="A change of a protocol, which holds at once for all under it.")
class UpdateProtocolInput(Edit, _Protocol):
    slug: str | None = strawberry.field(
        default=None, description="The protocol by its slug; give this or its id."
    )
    name: Maybe[str] = strawberry.field(default=None, description="What it is called.")
    communities: Maybe[list[str]] = strawberry.field(
        default=None, description="The slugs of all whose rule it is, instead of those now."
    )


@strawberry.input(description="Who is to belong to a community or be named under a protocol.")
class SeatInput:
    slug: str = strawberry.field(description="The community or protocol by its slug.")
    person: str = strawberry.field(description="The log-in name of the account.")
    standing: Standing | None = strawberry.field(
        default=Standing.MEMBER, description="What they are to be there; null takes them out."
    )
    until: datetime | None = strawberry.field(
        default=None, description="The moment at which it ends; null for good."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="The protocols under which a record is to stand.")
class PlaceUnderProtocolsInput:
    record: strawberry.ID = strawberry.field(description="The fonds, corpus, collection or item.")
    protocols: list[str] = strawberry.field(
        description="The slugs of all of them, instead of those now; none opens it again."
    )
    combine: Combine = strawberry.field(
        default=Combine.ALL, description="Whether any of them or all must admit who asks."
    )
    if_version: int | None = strawberry.field(
        default=None, description="The version that you saw: refused if it has changed since."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input
class _Label:
    family: Maybe[LabelFamily] = strawberry.field(
        default=None, description="Whose label it is; Traditional Knowledge at first."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Name and text in other languages; the rest stays."
    )
    iri: Maybe[str | None] = strawberry.field(
        default=None, description="The web address that explains it; null removes it."
    )
    community: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of whose words these are; null for nobody's."
    )
    asks_acknowledgement: Maybe[bool] = strawberry.field(
        default=None, description="Whether it must be read before any sound is played."
    )


@strawberry.input(description="A notice that records are to bear before they are played.")
class CreateLabelInput(Creation, _Label):
    slug: str = strawberry.field(description="Its short name, by which records bear it.")
    name: str = strawberry.field(description="What it is called.")
    text: str = strawberry.field(description="What is to be read, in full.")


@strawberry.input(description="A change of a label; whoever read it is asked to read it again.")
class UpdateLabelInput(Edit, _Label):
    slug: str | None = strawberry.field(
        default=None, description="The label by its slug; give this or its id."
    )
    name: Maybe[str] = strawberry.field(default=None, description="What it is called.")
    text: Maybe[str] = strawberry.field(default=None, description="What is to be read, in full.")


@strawberry.input(description="The labels that a collection or an item is to bear.")
class PutLabelsInput:
    record: strawberry.ID = strawberry.field(description="The collection or item that bears them.")
    labels: list[str] = strawberry.field(
        description="The slugs of all of them, in order, instead of those now."
    )
    if_version: int | None = strawberry.field(
        default=None, description="The version that you saw: refused if it has changed since."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input(description="A label that you have read.")
class AcknowledgeLabelInput:
    label: str = strawberry.field(
        description="The short name of the notice that you have read to its end."
    )


@strawberry.input
class _Room:
    holder: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the institution whose room it is; null for none."
    )
    until: Maybe[datetime | None] = strawberry.field(
        default=None, description="Until when it counts as a reading room; null for good."
    )


@strawberry.input(description="A room of an institution, to which grants can be given.")
class CreateReadingRoomInput(Creation, _Room):
    slug: str = strawberry.field(description="Its short name, by which grants cite it.")
    name: str = strawberry.field(description="What it is called, for people.")
    networks: list[str] = strawberry.field(description="Its networks, such as 192.0.2.0/24.")


@strawberry.input(description="A change of a room: what is left out stays as it is.")
class UpdateReadingRoomInput(Edit, _Room):
    slug: str | None = strawberry.field(
        default=None, description="The room by its slug; give this or its id."
    )
    name: Maybe[str] = strawberry.field(default=None, description="What it is called.")
    networks: Maybe[list[str]] = strawberry.field(
        default=None, description="All its networks, instead of those now."
    )


@strawberry.input
class _Group:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What the group is for; null removes it."
    )
    collections: Maybe[list[str]] = strawberry.field(
        default=None, description="The codes of all collections that it edits itself."
    )
    within: Maybe[list[str]] = strawberry.field(
        default=None, description="The slugs of the groups it lies in: it edits what they edit."
    )


@strawberry.input(description="A new group of editors.")
class CreateEditorGroupInput(Creation, _Group):
    slug: str = strawberry.field(description="Its short name.")
    name: str = strawberry.field(description="What it is called, for people.")


@strawberry.input(description="A change of a group of editors.")
class UpdateEditorGroupInput(Edit, _Group):
    slug: str | None = strawberry.field(
        default=None, description="The group by its slug; give this or its id."
    )
    name: Maybe[str] = strawberry.field(default=None, description="What it is called.")


@strawberry.input(description="Who is to be in a group of editors.")
class JoinEditorGroupInput:
    slug: str = strawberry.field(description="The group by its slug.")
    person: str = strawberry.field(description="The log-in name of the account.")
    is_in: bool = strawberry.field(
        default=True, description="Whether they are to be in it, or no more."
    )
    until: datetime | None = strawberry.field(
        default=None, description="The moment at which it ends; null for good."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )


@strawberry.input
class _Rule:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="Where it comes from: a law, an agreement; null removes it."
    )
    is_default: Maybe[bool] = strawberry.field(
        default=None, description="Whether it holds for collections that name no rule."
    )


@strawberry.input(description="A new rule of when sound is old enough to open.")
class CreatePublicationRuleInput(Creation, _Rule):
    slug: str = strawberry.field(description="Its short name, by which collections choose it.")
    title: str = strawberry.field(description="What it is called, for people.")
    years: int = strawberry.field(description="How many years after that of recording, 1 to 500.")


@strawberry.input(description="A change of a rule: what it covers opens or closes at once.")
class UpdatePublicationRuleInput(Edit, _Rule):
    slug: str | None = strawberry.field(
        default=None, description="The rule by its slug; give this or its id."
    )
    title: Maybe[str] = strawberry.field(default=None, description="What it is called.")
    years: Maybe[int] = strawberry.field(
        default=None, description="How many years after that of recording, 1 to 500."
    )


@strawberry.input(description="An exception from the level, for one of three and of one of three.")
class GiveAccessInput(Creation):
    person: str | None = strawberry.field(
        default=None, description="The log-in name of whom it is for."
    )
    community: str | None = strawberry.field(
        default=None, description="The slug of the community that it is for."
    )
    room: str | None = strawberry.field(
        default=None, description="The slug of the reading room that it is for."
    )
    record: strawberry.ID = strawberry.field(
        description="The item, the collection or the selection whose items it opens."
    )
    gives: Gives = strawberry.field(description="What they may do by it beyond the level.")
    until: datetime | None = strawberry.field(
        default=None, description="The moment at which it ends; null: until it is taken back."
    )
    agreement: str | None = strawberry.field(
        default=None, description="The code of the agreement that it rests on."
    )


@strawberry.input(description="A grant that is to end.")
class TakeBackAccessInput:
    id: strawberry.ID = strawberry.field(description="The grant by its global id.")
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that its history keeps."
    )


@strawberry.input(description="From one second of an item to another.")
class StretchInput:
    start: float = strawberry.field(description="Its first second on the item's timeline.")
    end: float = strawberry.field(description="The second at which sound is heard again.")
    reason: str = strawberry.field(
        default="", description="Why, in a sentence that everybody may read."
    )

    def said(self) -> Stretch:
        return Stretch(self.start, self.end, self.reason)


@strawberry.input(description="What of an item's sound is to be withheld.")
class WithholdRangesInput(Edit):
    code: str | None = strawberry.field(
        default=None, description="The item by its code; give this or its id."
    )
    ranges: list[StretchInput] = strawberry.field(
        description="All stretches, instead of those now; none lets everything be heard again."
    )
