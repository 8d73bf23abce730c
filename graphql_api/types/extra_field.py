"""Fields that an archive added to its records."""

from enum import Enum
from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import ExtraField as Row
from archive.models import ExtraValue as ValueRow
from graphql_api.connections import counts_of
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.audience import Audience as ForWhom
from graphql_api.types.node import Resource
from graphql_api.types.said import said, text
from graphql_api.types.scheme import Scheme
from graphql_api.types.translation import Translation, translations
from ontology.iris import own_property


@strawberry.enum(description="A level of description, or the records of that level.")
class RecordLevel(Enum):
    FONDS = strawberry.enum_value("fonds", description="All that one person or body gathered.")
    CORPUS = strawberry.enum_value("corpus", description="Collections brought together.")
    COLLECTION = strawberry.enum_value("collection", description="Items made or kept together.")
    ITEM = strawberry.enum_value("item", description="One recorded event.")


@strawberry.enum(description="What a field of one's own holds.")
class ExtraFieldKind(Enum):
    LINE = strawberry.enum_value(
        "line", description="A few words without a break, such as a number of a catalogue."
    )
    TEXT = strawberry.enum_value(
        "text", description="Several paragraphs, which may be written in a language."
    )
    NUMBER = strawberry.enum_value("number", description="A number, in the field's unit.")
    DATE = strawberry.enum_value("date", description="A date as EDTF.")
    BOOLEAN = strawberry.enum_value("boolean", description="Yes or no.")
    LINK = strawberry.enum_value("link", description="A web address.")
    CONCEPT = strawberry.enum_value("concept", description="A term of the field's vocabulary.")
    AGENT = strawberry.enum_value("agent", description="A person, a group or a body.")
    PLACE = strawberry.enum_value("place", description="A place of the archive's list.")


@strawberry.type(
    description="A field that this archive added to the records of one level, as data."
)
class ExtraField(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The field's short name, unique among all of them.")
    level: RecordLevel = said(
        "level", RecordLevel, description="To the records of which level it was added."
    )
    kind: ExtraFieldKind = said(
        "kind", ExtraFieldKind, description="What it holds: a line, a number, a term and so on."
    )
    label: str = text("label", description="What stands beside the value on pages and forms.")
    help: str | None = text("help", description="What forms say to whoever fills it in.")
    group: str | None = text("group", description="The block of the page in which it stands.")
    translations: list[Translation] = translations()
    position: int = said("position", description="Its place among its level's fields, from 1.")
    unit: str | None = said("unit", description="The unit of its numbers, such as Hz or cm.")
    property_iri: str | None = said(
        "property_iri", description="Its predicate in RDF, where the archive chose a published one."
    )
    is_repeatable: bool = said(
        "is_repeatable", description="Whether a record may say several things in it."
    )
    is_required: bool = said(
        "is_required", description="Whether a record needs it to be published."
    )
    audience: ForWhom = said("audience", ForWhom, description="For whom what it says is meant.")
    version: int = said(
        "version",
        description="Rises by one with each change of the field: pass it as `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        named = row.property_iri or own_property(row.slug)
        return cls(id=row.pk, iri=named, peers=peers, row=row)

    scheme: Scheme | None = one(
        lambda: Scheme, "scheme_id", description="The vocabulary of its terms, if it holds terms."
    )

    @strawberry.field(
        description="How many values records hold in it; while there are any, its kind stays. For "
        "staff; null for others."
    )
    def value_count(self, info: Info) -> int | None:
        if not info.context.actor.is_staff:
            return None
        rows = ValueRow.objects.all()
        return self.asked("value_count", lambda peers: counts_of(rows, peers, "field_id")) or 0
