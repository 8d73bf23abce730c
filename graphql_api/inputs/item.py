"""What one says of an item: a new one, a change of one, a copy of one."""

from datetime import datetime

import strawberry
from strawberry import Maybe

from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.parts import PerformanceInput
from graphql_api.inputs.record import Duplication, RecordWords, line
from graphql_api.types.state import RecordState


@strawberry.input
class ItemWords(RecordWords):
    """What creations and edits of items share."""

    original_title: Maybe[str | None] = strawberry.field(
        default=None, description=line("The title in its own language")
    )
    original_code: Maybe[str | None] = strawberry.field(
        default=None, description=line("The code that it bore before")
    )
    track: Maybe[str | None] = strawberry.field(
        default=None, description=line("Its number in the collection, as it is noted")
    )
    summary: Maybe[str | None] = strawberry.field(
        default=None, description=line("What is said or sung, in brief")
    )
    recorded: Maybe[str | None] = strawberry.field(
        default=None, description="When it was recorded, as EDTF; null if that is not known."
    )
    digitised: Maybe[str | None] = strawberry.field(
        default=None, description=line("When the digital copy was made, as EDTF")
    )
    published_in: Maybe[str | None] = strawberry.field(
        default=None, description=line("When it was brought out, as EDTF")
    )
    place: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the place; null if that is not known."
    )
    place_comment: Maybe[str | None] = strawberry.field(
        default=None, description=line("What to say of the place beyond its name")
    )
    cultural_area: Maybe[str | None] = strawberry.field(
        default=None, description=line("The cultural area it belongs to")
    )
    language_comment: Maybe[str | None] = strawberry.field(
        default=None, description=line("What language codes cannot say: dialects, registers")
    )
    context_comment: Maybe[str | None] = strawberry.field(
        default=None, description=line("The ethnographic context")
    )
    performance_mode: Maybe[str | None] = strawberry.field(
        default=None, description=line("How it is performed: solo, responsorial, in unison")
    )
    collector_selection: Maybe[str | None] = strawberry.field(
        default=None, description=line("What the collector chose it for")
    )
    collector_from_collection: Maybe[bool] = strawberry.field(
        default=None, description="Whether its collector is the one that its collection names."
    )
    creator_reference: Maybe[str | None] = strawberry.field(
        default=None, description=line("The number that those who made it gave it")
    )
    external_references: Maybe[str | None] = strawberry.field(
        default=None, description=line("Where it is written about")
    )
    approximate_duration_s: Maybe[float | None] = strawberry.field(
        default=None,
        name="approximateDuration",
        description=line("Its length in seconds as described"),
    )
    external_sound: Maybe[str | None] = strawberry.field(
        default=None, description=line("The address of a sound that is kept elsewhere")
    )
    opens_with_age: Maybe[bool] = strawberry.field(
        default=None,
        description="Whether its sound opens by itself at the age that the archive's rule says.",
    )
    credit: Maybe[str | None] = strawberry.field(
        default=None, description=line("How to name those to whom it is owed")
    )
    source: Maybe[str | None] = strawberry.field(
        default=None, description=line("Where the record comes from")
    )
    embargo_until: Maybe[datetime | None] = strawberry.field(
        default=None, description="The moment at which the sound opens; null lifts the embargo."
    )
    populations: Maybe[list[str]] = strawberry.field(
        default=None, description="The slugs of all groups that it concerns, instead of those now."
    )
    languages: Maybe[list[str]] = strawberry.field(
        default=None,
        description="The ISO 639-3 codes of all languages heard, instead of those now.",
    )
    performances: Maybe[list[PerformanceInput]] = strawberry.field(
        default=None, description="The instruments that sound, in order, instead of those now."
    )


@strawberry.input(description="A new item. It needs a title and a collection.")
class CreateItemInput(ItemWords, Creation):
    title: str = strawberry.field(description="The title, in the archive's language.")
    collection: str = strawberry.field(description="The code of the collection that holds it.")
    code: str | None = strawberry.field(
        default=None, description="What people are to cite it by; one can be given later."
    )
    mint_code: bool = strawberry.field(
        default=False, description="Give it the next code of its collection, as its policy says."
    )
    state: RecordState = strawberry.field(
        default=RecordState.DRAFT, description="A draft unless it is published at once."
    )


@strawberry.input(description="A change of an item's description: what is left out stays as it is.")
class UpdateItemInput(ItemWords, Edit):
    code: str | None = strawberry.field(
        default=None, description="The item by its code; give this or its id."
    )
    new_code: Maybe[str | None] = strawberry.field(
        default=None, description="The code that it is to bear; its old address leads to it."
    )
    title: Maybe[str] = strawberry.field(
        default=None, description="The new title; it cannot be empty."
    )
    collection: Maybe[str] = strawberry.field(
        default=None, description="The code of the collection that is to hold it."
    )


@strawberry.input(description="Which item to copy, and what comes along.")
class DuplicateItemInput(Duplication):
    pass
