"""What one says of holders, agreements, accessions, carriers and fields of one's own.

A new record's inputs are the edit's, with the fields that it cannot do without.
"""

from datetime import date

import strawberry
from strawberry import Maybe

from archive.services.agreements import PartyPart
from archive.services.carriers import ContentPart, DigitisationPart
from archive.services.describe_links import ConceptPart as CarrierConceptPart
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.translation import TranslationInput
from graphql_api.types.agreement import AgreementKind
from graphql_api.types.audience import Audience
from graphql_api.types.carrier import CarrierCondition, DigitisationState
from graphql_api.types.extra_field import ExtraFieldKind, RecordLevel
from graphql_api.types.scalars import Upload


@strawberry.input
class _Holder:
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What it is and what it keeps, in prose; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Name and description in other languages; the rest stays."
    )
    agent: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the same institution as an agent; null for none."
    )
    country: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the country in which it is; null for none."
    )
    address: Maybe[str | None] = strawberry.field(
        default=None, description="Where it is to be found, for letters; null removes it."
    )
    email: Maybe[str | None] = strawberry.field(
        default=None, description="Whom to ask about access; null removes it."
    )
    web_page: Maybe[str | None] = strawberry.field(
        default=None, description="Its own page on the web; null removes it."
    )
    provider: Maybe[str | None] = strawberry.field(
        default=None, description="Who delivers its records to aggregators; null removes it."
    )
    default_licence: Maybe[str | None] = strawberry.field(
        default=None, description="The licence of its sounds where a record names none."
    )
    default_record_licence: Maybe[str | None] = strawberry.field(
        default=None, description="The licence of its descriptions where a record names none."
    )
    code_policy: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the policy of its collections' codes; null for none."
    )


@strawberry.input(description="A new institution whose holdings are described here.")
class CreateHolderInput(Creation, _Holder):
    slug: str = strawberry.field(description="The short name for its web address.")
    name: str = strawberry.field(description="What the institution calls itself.")


@strawberry.input(description="A change of a holder: what is left out stays as it is.")
class UpdateHolderInput(Edit, _Holder):
    slug: str | None = strawberry.field(
        default=None, description="The holder by its slug; give this or its id."
    )
    new_slug: Maybe[str] = strawberry.field(
        default=None, description="Another slug; the old one leads to it from now on."
    )
    name: Maybe[str] = strawberry.field(
        default=None, description="What the institution calls itself."
    )


@strawberry.input(description="One who agreed, and who may read the name.")
class AgreementPartyInput:
    agent: str = strawberry.field(description="The slug of who agreed.")
    role: str = strawberry.field(description="As what: depositor, speaker, the council.")
    audience: Audience = strawberry.field(
        default=Audience.STAFF, description="For whom the name is; for staff unless you say so."
    )

    def said(self) -> PartyPart:
        return PartyPart(self.agent, self.role, str(self.audience.value))


@strawberry.input
class _Agreement:
    scope: Maybe[str | None] = strawberry.field(
        default=None, description="What it covers and allows, for staff; null removes it."
    )
    public_summary: Maybe[str | None] = strawberry.field(
        default=None, description="What visitors may be told of it; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Title and summary in other languages; the rest stays."
    )
    signed: Maybe[str | None] = strawberry.field(
        default=None, description="When it was signed, as EDTF; null if that is not known."
    )
    expires_on: Maybe[date | None] = strawberry.field(
        default=None, description="The last day on which it holds; null if it has no end."
    )
    notes: Maybe[str | None] = strawberry.field(
        default=None, description="Notes among archivists; null removes them."
    )
    parties: Maybe[list[AgreementPartyInput]] = strawberry.field(
        default=None, description="All who agreed, in order, instead of those now."
    )
    document: Maybe[Upload | None] = strawberry.field(
        default=None,
        description=(
            "What was signed, as a file in a multipart request, for staff alone; null leaves none. "
            "The record's history keeps the one before."
        ),
    )


@strawberry.input(description="A new agreement that records can cite as a reason for their access.")
class CreateAgreementInput(Creation, _Agreement):
    code: str = strawberry.field(description="What the archive files it under.")
    title: str = strawberry.field(description="What the archive calls it.")
    kind: AgreementKind = strawberry.field(description="Whether it is a deposit, a consent, …")


@strawberry.input(description="A change of an agreement: what is left out stays as it is.")
class UpdateAgreementInput(Edit, _Agreement):
    code: str | None = strawberry.field(
        default=None, description="The agreement by its code; give this or its id."
    )
    new_code: Maybe[str] = strawberry.field(default=None, description="Another code for it.")
    title: Maybe[str] = strawberry.field(default=None, description="What the archive calls it.")
    kind: Maybe[AgreementKind] = strawberry.field(
        default=None, description="Whether it is a deposit, a consent and so on."
    )


@strawberry.input
class _Accession:
    title: Maybe[str | None] = strawberry.field(
        default=None, description="What the arrival is called; null removes it."
    )
    holder: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the institution that received it; null for none."
    )
    donor: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the agent who gave it; null for none."
    )
    agreement: Maybe[str | None] = strawberry.field(
        default=None, description="The code of what was agreed about it; null for none."
    )
    received: Maybe[str | None] = strawberry.field(
        default=None, description="When it arrived, as EDTF; null if that is not known."
    )
    boxes: Maybe[int | None] = strawberry.field(
        default=None, description="In how many boxes it came; null if nobody counted."
    )
    extent: Maybe[str | None] = strawberry.field(
        default=None, description="How much it is: 40 tapes, 2 notebooks; null removes it."
    )
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What came and how, in prose; null removes it."
    )
    notes: Maybe[str | None] = strawberry.field(
        default=None, description="Notes among archivists; null removes them."
    )


@strawberry.input(description="A new arrival at the archive.")
class CreateAccessionInput(Creation, _Accession):
    code: str = strawberry.field(description="The number in the register of accessions.")


@strawberry.input(description="A change of an accession: what is left out stays as it is.")
class UpdateAccessionInput(Edit, _Accession):
    code: str | None = strawberry.field(
        default=None, description="The accession by its code; give this or its id."
    )
    new_code: Maybe[str] = strawberry.field(default=None, description="Another code for it.")


@strawberry.input(description="What a concept of a vocabulary says of a carrier.")
class CarrierConceptInput:
    use: str = strawberry.field(
        description="What it says: physical_format, tape_speed, tape_width, channel_layout, …"
    )
    concept: str = strawberry.field(description="The concept's slug in that use's vocabulary.")

    def said(self) -> CarrierConceptPart:
        return CarrierConceptPart(self.use, self.concept)


@strawberry.input(description="Something that is on a carrier: a collection's sound or an item.")
class CarrierContentInput:
    collection: str | None = strawberry.field(
        default=None, description="The code of a collection; or name an item."
    )
    item: str | None = strawberry.field(
        default=None, description="The code of an item; or name a collection."
    )
    side: str | None = strawberry.field(default=None, description="On which side of the carrier.")
    start: str | None = strawberry.field(
        default=None, description="Where it begins on the side, as written: 03:20, groove 4."
    )

    def said(self) -> ContentPart:
        return ContentPart(self.collection, self.item, self.side or "", self.start or "")


@strawberry.input(description="How a file came from a carrier.")
class DigitisationInput:
    sha256: str = strawberry.field(description="The checksum by which the archive keeps the file.")
    done: str | None = strawberry.field(default=None, description="When it was done, as EDTF.")
    digitiser: str | None = strawberry.field(
        default=None, description="The slug of the agent who did it."
    )
    conversion: str | None = strawberry.field(
        default=None, description="The slug of the method in the vocabulary ad-conversions."
    )
    equipment: str | None = strawberry.field(
        default=None, description="With which player and converter it was done."
    )
    note: str | None = strawberry.field(default=None, description="What the digitiser noted.")

    def said(self) -> DigitisationPart:
        return DigitisationPart(
            self.sha256,
            self.done or "",
            self.digitiser,
            self.conversion,
            self.equipment or "",
            self.note or "",
        )


@strawberry.input
class _Carrier:
    original_code: Maybe[str | None] = strawberry.field(
        default=None, description="The code that it bore before; null removes it."
    )
    original_number: Maybe[str | None] = strawberry.field(
        default=None, description="The number that its makers gave it; null removes it."
    )
    title: Maybe[str | None] = strawberry.field(
        default=None, description="What is written on it; null removes it."
    )
    holder: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the institution that keeps it; null for none."
    )
    accession: Maybe[str | None] = strawberry.field(
        default=None, description="The code of the arrival with which it came; null for none."
    )
    copy_of: Maybe[str | None] = strawberry.field(
        default=None, description="The code of the carrier of which it is a copy; null for none."
    )
    shelf: Maybe[str | None] = strawberry.field(
        default=None, description="Where it stands, for staff; null removes it."
    )
    made: Maybe[str | None] = strawberry.field(
        default=None, description="When it was recorded or pressed, as EDTF; null if not known."
    )
    duration: Maybe[float | None] = strawberry.field(
        default=None, description="How long it plays, in seconds; null if not known."
    )
    condition: Maybe[CarrierCondition | None] = strawberry.field(
        default=None, description="How well it is preserved; null if nobody looked."
    )
    condition_comment: Maybe[str | None] = strawberry.field(
        default=None, description="What its condition looks like, for staff; null removes it."
    )
    sound_quality: Maybe[str | None] = strawberry.field(
        default=None, description="What can be expected of the sound; null removes it."
    )
    comment: Maybe[str | None] = strawberry.field(
        default=None, description="Remarks on the carrier, for staff; null removes them."
    )
    recording_system: Maybe[str | None] = strawberry.field(
        default=None, description="The machine with which it was recorded; null removes it."
    )
    tape_thickness: Maybe[float | None] = strawberry.field(
        default=None, description="How thick the tape is, in micrometres; null if not known."
    )
    tape_reference: Maybe[str | None] = strawberry.field(
        default=None, description="What its maker calls this sort of tape; null removes it."
    )
    has_sticker: Maybe[bool | None] = strawberry.field(
        default=None, description="Whether it bears a sticker; null if nobody looked."
    )
    digitisation: Maybe[DigitisationState] = strawberry.field(
        default=None, description="Whether it waits for its digitisation or has been digitised."
    )
    concepts: Maybe[list[CarrierConceptInput]] = strawberry.field(
        default=None, description="Its format, speed, width and so on, instead of those now."
    )
    contents: Maybe[list[CarrierContentInput]] = strawberry.field(
        default=None, description="All that is on it, in order, instead of what is there now."
    )
    digitisations: Maybe[list[DigitisationInput]] = strawberry.field(
        default=None, description="All files that came from it, instead of those now."
    )


@strawberry.input(description="A new carrier: a tape, a disc, a cylinder, a cassette.")
class CreateCarrierInput(Creation, _Carrier):
    code: str = strawberry.field(description="Its shelf mark.")


@strawberry.input(description="A change of a carrier: what is left out stays as it is.")
class UpdateCarrierInput(Edit, _Carrier):
    code: str | None = strawberry.field(
        default=None, description="The carrier by its shelf mark; give this or its id."
    )
    new_code: Maybe[str] = strawberry.field(
        default=None, description="Another shelf mark; the old one leads to it from now on."
    )


@strawberry.input
class _ExtraField:
    help: Maybe[str | None] = strawberry.field(
        default=None, description="What forms say to whoever fills it in; null removes it."
    )
    translations: Maybe[list[TranslationInput]] = strawberry.field(
        default=None, description="Label, help and block in other languages; the rest stays."
    )
    group: Maybe[str | None] = strawberry.field(
        default=None, description="The block of the page in which it stands; null for none."
    )
    position: Maybe[int] = strawberry.field(
        default=None, description="Its place among its level's fields, from 1."
    )
    unit: Maybe[str | None] = strawberry.field(
        default=None, description="The unit of its numbers; null for none."
    )
    scheme: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the vocabulary, for a field of concepts."
    )
    property_iri: Maybe[str | None] = strawberry.field(
        default=None, description="Its predicate in RDF, if a published one fits; null for our own."
    )
    is_repeatable: Maybe[bool] = strawberry.field(
        default=None, description="Whether a record may say several things in it."
    )
    is_required: Maybe[bool] = strawberry.field(
        default=None, description="Whether a record needs it to be published."
    )
    audience: Maybe[Audience] = strawberry.field(
        default=None, description="For whom what it says is meant."
    )


@strawberry.input(description="A new field for the records of one level.")
class CreateExtraFieldInput(Creation, _ExtraField):
    slug: str = strawberry.field(description="A short name, unique among all such fields.")
    level: RecordLevel = strawberry.field(description="To the records of which level it is added.")
    kind: ExtraFieldKind = strawberry.field(
        description="What it holds; this stays once records say something in it."
    )
    label: str = strawberry.field(description="What stands beside the value on pages and forms.")


@strawberry.input(description="A change of such a field: what is left out stays as it is.")
class UpdateExtraFieldInput(Edit, _ExtraField):
    slug: str | None = strawberry.field(
        default=None, description="The field by its slug; give this or its id."
    )
    new_slug: Maybe[str] = strawberry.field(default=None, description="Another slug for it.")
    level: Maybe[RecordLevel] = strawberry.field(
        default=None, description="Another level; refused once records say something in it."
    )
    kind: Maybe[ExtraFieldKind] = strawberry.field(
        default=None, description="Another kind; refused once records say something in it."
    )
    label: Maybe[str] = strawberry.field(
        default=None, description="What stands beside the value on pages and forms."
    )


@strawberry.input(description="A field that is to go. It goes only while no record uses it.")
class DeleteExtraFieldInput:
    id: strawberry.ID | None = strawberry.field(
        default=None, description="The field by its global id; or name it by its slug."
    )
    slug: str | None = strawberry.field(
        default=None, description="The field by its slug; or name it by its id."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the archive's history keeps."
    )
