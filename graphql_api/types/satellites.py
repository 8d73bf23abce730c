"""What hangs on a record of any level: its terms, identifiers, values of extra fields.

All of one record's are read at once (a record has MOST of each at most); a field's arguments pick
among them.
"""

from typing import Annotated, Any
from uuid import UUID

import strawberry
from django.db.models import Exists, OuterRef

from archive.access import Actor
from archive.audiences import reads, rows_for
from archive.models import ExtraValue as ExtraValueRow
from archive.models import RecordConcept, RecordIdentifier
from archive.waves import Reading
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import (
    FEW,
    MOST,
    First,
    Relation,
    led_by,
    listed,
    owned,
    related_rows,
)
from graphql_api.types.agent import Agent
from graphql_api.types.concept import Concept
from graphql_api.types.contribution import owner_of, together
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.extra_field import ExtraField
from graphql_api.types.place import Place


@strawberry.type(description="A concept of a vocabulary, and what it says of the record.")
class ConceptLink:
    use: str = strawberry.field(
        description="What the concept says of the record: keyword, recording_context and so on."
    )
    concept: Concept = strawberry.field(description="The term of the vocabulary.")


@strawberry.type(description="What else a record is called in: another archive's number, a DOI.")
class Identifier:
    value: str = strawberry.field(description="The number or name itself, as it is written.")
    type: Concept | None = strawberry.field(
        description="What sort of identifier it is; null where nobody said."
    )
    valid: PartialDate | None = strawberry.field(
        description="When it was in use; null where that is not known."
    )
    note: str | None = strawberry.field(
        description="What archivists noted about it. For staff only; null for others."
    )


@strawberry.type(description="What a record says in a field that the archive added to its own.")
class ExtraValue:
    field: ExtraField = strawberry.field(description="The field, with its label and kind.")
    text: str | None = strawberry.field(
        description="A line, paragraphs, an EDTF date or a web address, as the field's kind says."
    )
    language: str | None = strawberry.field(
        description="The language of the text as BCP 47; null where it is not recorded."
    )
    number: float | None = strawberry.field(
        description="The number, in the field's unit; null for other kinds."
    )
    boolean: bool | None = strawberry.field(description="Yes or no; null for other kinds.")
    concept: Concept | None = strawberry.field(
        description="The term of the field's vocabulary; null for other kinds."
    )
    agent: Agent | None = strawberry.field(
        description="The person, group or body; null for other kinds, or if not for your eyes."
    )
    place: Place | None = strawberry.field(
        description="The place; null for other kinds, or if not for your eyes."
    )


def _concepts(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[ConceptLink]]]:
    links = RecordConcept.objects.filter(concept__in=Concept.visible(actor)).select_related(
        "concept__scheme"
    )
    rows = yield related_rows(links, peers, owner_of(peers), first, "use", "position", "pk")
    concepts = together(rows, "concept")
    return owned(
        rows,
        lambda row, _: ConceptLink(use=row.use, concept=Concept.of(row.concept, concepts)),
    )


CONCEPTS: Relation[list[ConceptLink]] = Relation(_concepts, is_paged=False)


def concepts() -> Any:
    def resolve(
        self: Any,
        info: Info,
        first: First = MOST,
        use: Annotated[
            str | None, strawberry.argument(description="Only those that say this of it.")
        ] = None,
    ) -> list[ConceptLink]:
        found = CONCEPTS.answer(info, self.peers, self.key_among_peers) or []
        return _page([link for link in found if use in {None, link.use}], first)

    return strawberry.field(
        resolver=resolve,
        description="The concepts of vocabularies that describe it, with what each says of it.",
        metadata=led_by(CONCEPTS),
    )


def keywords() -> Any:
    def resolve(self: Any, info: Info, first: First = FEW) -> list[Concept]:
        found = CONCEPTS.answer(info, self.peers, self.key_among_peers) or []
        return _page([link.concept for link in found if link.use == "keyword"], first)

    return strawberry.field(
        resolver=resolve,
        description="What it is about, or the occasion: its concepts whose use is keyword.",
        metadata=led_by(CONCEPTS),
    )


def _page(found: list[Any], first: int) -> list[Any]:
    return found[: max(0, min(first, MOST))]


def _identifiers(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Identifier]]]:
    held = RecordIdentifier.objects.select_related("type__scheme")
    rows = yield related_rows(held, peers, owner_of(peers), first, "value", "pk")
    types, shows_note = together(rows, "type"), reads(actor, RecordIdentifier, "note")
    return owned(
        rows,
        lambda row, _: Identifier(
            value=row.value,
            type=Concept.of(row.type, types) if row.type else None,
            valid=dated(row.valid) if row.valid else None,
            note=(row.note or None) if shows_note else None,
        ),
    )


def identifiers() -> Any:
    return listed(
        Relation(_identifiers),
        description="What else it is called in: numbers of other archives, DOIs, old shelf marks.",
    )


def _values(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[ExtraValue]]]:
    held = ExtraValueRow.objects.filter(rows_for(actor, ExtraValueRow)).select_related(
        "field__scheme", "concept__scheme", "agent", "place"
    )
    for column, of in POINTED.items():
        seen = Exists(of.visible(actor).filter(pk=OuterRef(f"{column}_id")))
        held = held.annotate(**{f"sees_{column}": seen})
    order = ("field__position", "field__slug", "position", "pk")
    rows = yield related_rows(held, peers, owner_of(peers), first, *order)
    theirs = {column: together(rows, column) for column in ("field", *POINTED)}

    def pointed(row: Any, column: str) -> Any:
        if not getattr(row, f"sees_{column}"):
            return None
        return POINTED[column].of(getattr(row, column), theirs[column])

    return owned(
        rows,
        lambda row, _: ExtraValue(
            field=ExtraField.of(row.field, theirs["field"]),
            text=row.text or None,
            language=row.language or None,
            number=row.number,
            boolean=row.boolean,
            **{column: pointed(row, column) for column in POINTED},
        ),
    )


#: The kinds of record that a value may point to, which one sees or does not.
POINTED: dict[str, Any] = {"concept": Concept, "agent": Agent, "place": Place}


def extra_values() -> Any:
    return listed(
        Relation(_values),
        description="What it says in the fields that this archive added to its own.",
    )
