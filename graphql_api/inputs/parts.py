"""What hangs on a record, as a client says it; services call these parts (describe_links.py)."""

import strawberry

from archive.services.describe_links import (
    AgentPart,
    ConceptPart,
    IdentifierPart,
    PerformancePart,
    PlayerPart,
)
from archive.services.extra_values import ExtraPart
from graphql_api.types.audience import Audience
from graphql_api.types.contribution import AgentRole


@strawberry.input(description="An agent's part in a record.")
class AgentPartInput:
    agent: str = strawberry.field(description="The slug of the person, group or body.")
    role: AgentRole = strawberry.field(description="What the agent did for the record.")
    audience: Audience = strawberry.field(
        default=Audience.STAFF, description="For whom the name is meant; staff unless given."
    )

    def said(self) -> AgentPart:
        return AgentPart(self.agent, str(self.role.value), str(self.audience.value))


@strawberry.input(description="Somebody who plays in a performance.")
class PlayerInput:
    agent: str = strawberry.field(description="The slug of the person or ensemble.")
    audience: Audience = strawberry.field(
        default=Audience.STAFF, description="For whom the name is meant; staff unless given."
    )


@strawberry.input(description="One instrument's part in an item.")
class PerformanceInput:
    instrument: str = strawberry.field(description="The slug of the instrument, or of a voice.")
    vernacular_name: str | None = strawberry.field(
        default=None, description="What those who play call it; one of the instrument's own names."
    )
    count: int | None = strawberry.field(
        default=None, description="How many of it are heard; null where nobody counted."
    )
    musicians: str | None = strawberry.field(
        default=None, description="Who plays, as noted in the record; read by staff alone."
    )
    players: list[PlayerInput] | None = strawberry.field(
        default=None, description="Who plays, where that is known by name."
    )

    def said(self) -> PerformancePart:
        return PerformancePart(
            self.instrument,
            self.vernacular_name or "",
            self.count,
            self.musicians or "",
            tuple(PlayerPart(each.agent, str(each.audience.value)) for each in self.players or ()),
        )


@strawberry.input(description="A concept of a vocabulary, and what it says of the record.")
class ConceptPartInput:
    use: str = strawberry.field(
        description="What it says of the record, such as keyword; each use has its vocabulary."
    )
    concept: str = strawberry.field(description="The concept's slug in the use's vocabulary.")

    def said(self) -> ConceptPart:
        return ConceptPart(self.use, self.concept)


@strawberry.input(description="What else the record is called in.")
class IdentifierInput:
    value: str = strawberry.field(description="The number or name itself, as it is written.")
    type: str | None = strawberry.field(
        default=None, description="The slug of a concept of the vocabulary identifier-types."
    )
    valid: str | None = strawberry.field(
        default=None, description="When it was in use, as EDTF; null where that is not known."
    )
    note: str | None = strawberry.field(
        default=None, description="A note about it; read by staff alone."
    )

    def said(self) -> IdentifierPart:
        return IdentifierPart(self.value, self.type or "", self.valid or "", self.note or "")


@strawberry.input(
    description="A value of a field that the archive added: give what the field's kind asks for."
)
class ExtraValueInput:
    field: str = strawberry.field(description="The slug of the field, of this level of record.")
    text: str | None = strawberry.field(
        default=None, description="A line, paragraphs, an EDTF date or a web address."
    )
    language: str | None = strawberry.field(
        default=None, description="The language of a line or of paragraphs, as BCP 47."
    )
    number: float | None = strawberry.field(
        default=None, description="A number, in the field's own unit."
    )
    boolean: bool | None = strawberry.field(default=None, description="Whether it is so.")
    concept: str | None = strawberry.field(
        default=None, description="The slug of a concept of the field's vocabulary."
    )
    agent: str | None = strawberry.field(
        default=None, description="The slug of a person, group or body."
    )
    place: str | None = strawberry.field(
        default=None, description="The slug of a place, where it happened or is known."
    )

    def said(self) -> ExtraPart:
        return ExtraPart(
            field=self.field,
            text=self.text or "",
            language=self.language or "",
            number=self.number,
            boolean=self.boolean,
            concept=self.concept or "",
            agent=self.agent or "",
            place=self.place or "",
        )
