"""What one says of a fonds, a corpus or a collection."""

import strawberry
from strawberry import Maybe

from archive.services.numbering import Wanted
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.record import Duplication, RecordWords, line
from graphql_api.types.state import RecordState


@strawberry.input
class LevelWords(RecordWords):
    """What creations and edits of the levels above the item share."""

    alternative_title: Maybe[str | None] = strawberry.field(
        default=None, description=line("Another title under which it is known")
    )


@strawberry.input(description="The next code of a holder's policy, taken when the record is made.")
class NextCodeInput:
    year: int | None = strawberry.field(
        default=None, description="The year in it; this year's unless given."
    )
    parts: list[str] | None = strawberry.field(
        default=None,
        description="What stands in the fields that only a person knows, in their order.",
    )

    def said(self) -> Wanted:
        return Wanted(self.year, tuple(self.parts or ()))


@strawberry.input
class NewLevel(Creation):
    """What a new one needs."""

    code: str | None = strawberry.field(
        default=None, description="What people are to cite it by; or let it be the next code."
    )
    next_code: NextCodeInput | None = strawberry.field(
        default=None,
        description="Let it bear the next code of its holder's policy; `nextCode` says which.",
    )
    title: str = strawberry.field(description="The title, in the archive's language.")
    state: RecordState = strawberry.field(
        default=RecordState.DRAFT, description="A draft unless it is published at once."
    )


@strawberry.input
class LevelEdit(Edit):
    """What names one that is there, and may be changed of any."""

    code: str | None = strawberry.field(
        default=None, description="The record by its code; give this or its id."
    )
    new_code: Maybe[str] = strawberry.field(
        default=None, description="The code that it is to bear; its old address leads to it."
    )
    title: Maybe[str] = strawberry.field(
        default=None, description="The new title; it cannot be empty."
    )


@strawberry.input
class CorpusWords(LevelWords):
    """What creations and edits of corpora share."""

    recorded: Maybe[str | None] = strawberry.field(
        default=None, description=line("When its recordings were made, as EDTF")
    )
    fonds: Maybe[list[str]] = strawberry.field(
        default=None, description="The codes of all fonds in which it stands, instead of those now."
    )


@strawberry.input
class CollectionWords(LevelWords):
    """What creations and edits of collections share."""

    original_code: Maybe[str | None] = strawberry.field(
        default=None, description=line("The code that it bore before")
    )
    recorded: Maybe[str | None] = strawberry.field(
        default=None, description=line("When its recordings were made, as EDTF")
    )
    published_in: Maybe[str | None] = strawberry.field(
        default=None, description=line("When it was brought out, as EDTF")
    )
    is_published_edition: Maybe[bool] = strawberry.field(
        default=None, description="Whether it is a published record or disc."
    )
    publisher_serial: Maybe[str | None] = strawberry.field(
        default=None, description=line("Its number in the publisher's series")
    )
    publisher_reference: Maybe[str | None] = strawberry.field(
        default=None, description=line("The publisher's own number for it")
    )
    booklet_author: Maybe[str | None] = strawberry.field(
        default=None, description=line("Who wrote the booklet")
    )
    booklet_description: Maybe[str | None] = strawberry.field(
        default=None, description=line("What documentation goes with it")
    )
    external_references: Maybe[str | None] = strawberry.field(
        default=None, description=line("Where it is written about")
    )
    conservation_site: Maybe[str | None] = strawberry.field(
        default=None, description=line("Where the objects themselves are kept")
    )
    alternative_copies: Maybe[str | None] = strawberry.field(
        default=None, description=line("Which copies of it are kept elsewhere")
    )
    carrier_count: Maybe[int | None] = strawberry.field(
        default=None, description=line("How many tapes, discs or cylinders it is")
    )
    approximate_duration_s: Maybe[float | None] = strawberry.field(
        default=None,
        name="approximateDuration",
        description=line("Its length in seconds as described"),
    )
    items_done: Maybe[str | None] = strawberry.field(
        default=None, description=line("How far its items are described, read by staff alone")
    )
    collector_is_creator: Maybe[bool] = strawberry.field(
        default=None, description="Whether the one who collected it is also the one who made it."
    )
    opens_with_age: Maybe[bool] = strawberry.field(
        default=None,
        description="Whether its sound opens by itself at the age that the archive's rule says.",
    )
    accession: Maybe[str | None] = strawberry.field(
        default=None, description=line("The code of the accession with which it came")
    )
    publication_rule: Maybe[str | None] = strawberry.field(
        default=None,
        description="The slug of the rule of when its sound is old enough; null: as the archive's.",
    )
    code_policy: Maybe[str | None] = strawberry.field(
        default=None, description=line("The slug of the policy that its items' codes follow")
    )
    corpora: Maybe[list[str]] = strawberry.field(
        default=None,
        description="The codes of all corpora in which it stands, instead of those now.",
    )


@strawberry.input(description="A new fonds. It needs a code and a title.")
class CreateFondsInput(LevelWords, NewLevel):
    pass


@strawberry.input(description="A change of a fonds: what is left out stays as it is.")
class UpdateFondsInput(LevelWords, LevelEdit):
    pass


@strawberry.input(description="Which fonds to copy, under which code, and what comes along.")
class DuplicateFondsInput(Duplication):
    pass


@strawberry.input(description="A new corpus. It needs a code and a title.")
class CreateCorpusInput(CorpusWords, NewLevel):
    pass


@strawberry.input(description="A change of a corpus: what is left out stays as it is.")
class UpdateCorpusInput(CorpusWords, LevelEdit):
    pass


@strawberry.input(description="Which corpus to copy, under which code, and what comes along.")
class DuplicateCorpusInput(Duplication):
    pass


@strawberry.input(description="A new collection. It needs a code and a title.")
class CreateCollectionInput(CollectionWords, NewLevel):
    pass


@strawberry.input(description="A change of a collection: what is left out stays as it is.")
class UpdateCollectionInput(CollectionWords, LevelEdit):
    pass


@strawberry.input(description="Which collection to copy, under which code, and what comes along.")
class DuplicateCollectionInput(Duplication):
    pass
