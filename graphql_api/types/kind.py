"""The kinds of record, and the types that stand for them."""

from enum import Enum
from functools import cache
from uuid import UUID

import strawberry
from strawberry import relay

from archive.kinds import KINDS
from graphql_api.errors import Code, Refused
from graphql_api.ids import read_id
from graphql_api.types.node import Resource


@strawberry.enum(description="A kind of record that the archive describes.")
class RecordKind(Enum):
    FONDS = strawberry.enum_value("fonds", description="All that one person or body gathered.")
    CORPUS = strawberry.enum_value("corpus", description="Collections brought together.")
    COLLECTION = strawberry.enum_value("collection", description="Items that belong together.")
    ITEM = strawberry.enum_value("item", description="One recorded thing: a song, a rite, a call.")
    PLACE = strawberry.enum_value("place", description="Somewhere, from a continent to a well.")
    INSTRUMENT = strawberry.enum_value("instrument", description="What music is played on.")
    POPULATION = strawberry.enum_value("population", description="A group of people.")
    LANGUAGE = strawberry.enum_value(
        "language", description="What is spoken or sung, one entry of ISO 639-3."
    )
    AGENT = strawberry.enum_value("agent", description="A person, a group or a body.")
    CONCEPT = strawberry.enum_value("concept", description="One value of a vocabulary.")
    SCHEME = strawberry.enum_value("scheme", description="A vocabulary as a whole.")
    HOLDER = strawberry.enum_value("holder", description="An institution that keeps things.")
    AGREEMENT = strawberry.enum_value("agreement", description="What was agreed with somebody.")
    ACCESSION = strawberry.enum_value("accession", description="One arrival of things.")
    CARRIER = strawberry.enum_value("carrier", description="A tape, a disc, a cylinder.")
    EXTRA_FIELD = strawberry.enum_value(
        "extra_field", description="A field that this archive added to its records."
    )
    CODE_POLICY = strawberry.enum_value("code_policy", description="What codes must look like.")
    COMMUNITY = strawberry.enum_value("community", description="People whose knowledge is kept.")
    PROTOCOL = strawberry.enum_value("protocol", description="A community's rule of access.")
    LABEL = strawberry.enum_value("label", description="A community's notice beside recordings.")
    READING_ROOM = strawberry.enum_value("reading_room", description="An institution's rooms.")
    PUBLICATION_RULE = strawberry.enum_value(
        "publication_rule", description="When sound is old enough to open."
    )
    EDITOR_GROUP = strawberry.enum_value("editor_group", description="Who describes what.")


def type_name_of(kind: str) -> str:
    """Return the name of the type that stands for a kind; it is the model's."""
    return KINDS[kind].model.__name__


def global_id(kind: str, key: UUID) -> strawberry.ID:
    """Return the `id` that a record of that kind has, also where it is there no more."""
    name = type_name_of(kind) if kind in KINDS else kind.title().replace("_", "")
    return strawberry.ID(relay.to_base64(name, str(key)))


@cache
def resource_of(kind: str) -> type[Resource] | None:
    """Return the type that stands for a kind; None where the schema has none."""
    from graphql_api.queries.node import RESOURCES  # it imports every type

    name = type_name_of(kind)
    return next((each for each in RESOURCES if each.__name__ == name), None)


def kind_and_key(text: str) -> tuple[str, UUID]:
    """Return what a record's global id names; Refused (BAD_ID) where it names no record."""
    node = read_id(text)
    for kind in KINDS:
        if type_name_of(kind) == node.type_name:
            return kind, node.uuid
    raise Refused(Code.BAD_ID, f"A {node.type_name[:40]} is no record that has a history.")
