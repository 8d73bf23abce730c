"""Anything by its opaque id: read in one statement a type, hidden things as if they were not."""

from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Any, Optional

import strawberry
from strawberry import relay

from archive.access import Actor
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import NodeKey, read_id
from graphql_api.types.accession import Accession
from graphql_api.types.agent import Agent
from graphql_api.types.agreement import Agreement
from graphql_api.types.carrier import Carrier
from graphql_api.types.code_policy import CodePolicy
from graphql_api.types.comment import Comment
from graphql_api.types.community import Community, Protocol
from graphql_api.types.concept import Concept
from graphql_api.types.erasure import Erasure
from graphql_api.types.extra_field import ExtraField
from graphql_api.types.holder import Holder
from graphql_api.types.instrument import Instrument
from graphql_api.types.item import Item
from graphql_api.types.label import Label
from graphql_api.types.language import Language
from graphql_api.types.levels import Collection as CollectionType
from graphql_api.types.levels import Corpus, Fonds
from graphql_api.types.node import Resource
from graphql_api.types.permit import EditorGroup, Grant, ReadingRoom
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.publication_rule import PublicationRule
from graphql_api.types.request import Request
from graphql_api.types.result import Result
from graphql_api.types.run import Run
from graphql_api.types.scheme import Scheme
from graphql_api.types.selection import Selection
from graphql_api.types.track import Annotation, Track

MOST_IDS = 100

RESOURCES: tuple[type[Resource], ...] = (
    CodePolicy,
    Community,
    EditorGroup,
    Erasure,
    Grant,
    Label,
    Protocol,
    PublicationRule,
    ReadingRoom,
    Request,
    Selection,
    Comment,
    Accession,
    Agent,
    Agreement,
    Carrier,
    CollectionType,
    Concept,
    Corpus,
    ExtraField,
    Fonds,
    Holder,
    Instrument,
    Item,
    Language,
    Place,
    Population,
    Run,
    Scheme,
    Track,
)
Found = Mapping[str, relay.Node]


def _rows(of: type[Resource]) -> Callable[[Actor, Collection[NodeKey]], Found]:
    def read(actor: Actor, keys: Collection[NodeKey]) -> Found:
        found = of.by_key(actor, (key.uuid for key in keys))
        return {str(uuid): node for uuid, node in found.items()}

    return read


def _results(actor: Actor, keys: Collection[NodeKey]) -> Found:
    return Result.by_key(actor, [key.key for key in keys])


def _annotations(actor: Actor, keys: Collection[NodeKey]) -> Found:
    found = Annotation.by_key(actor, (key.uuid for key in keys))
    return {str(uuid): node for uuid, node in found.items()}


READERS: dict[str, Callable[[Actor, Collection[NodeKey]], Found]] = {
    **{of.__name__: _rows(of) for of in RESOURCES},
    "Annotation": _annotations,
    "Result": _results,
}


def read_nodes(actor: Actor, ids: Collection[str]) -> list[Any]:
    """Return the things that the ids name, each in its place; None for what is not there."""
    keys = [read_id(text) for text in ids]
    wanted: dict[str, list[NodeKey]] = {}
    for key in keys:
        if key.type_name not in READERS:
            raise Refused(Code.BAD_ID, f"There is no type {key.type_name[:40]!r} here.")
        wanted.setdefault(key.type_name, []).append(key)
    found = {name: READERS[name](actor, some) for name, some in wanted.items()}
    return [found[key.type_name].get(key.key) for key in keys]


@strawberry.type
class NodeQuery:
    @strawberry.field(
        description="One thing by its global id; null if there is none that you may see."
    )
    def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The value of a field `id`.")],
    ) -> relay.Node | None:
        node: relay.Node | None = read_nodes(info.context.actor, [id])[0]
        return node

    @strawberry.field(
        description="Several things by their global ids, in the order asked; null for each missing."
    )
    def nodes(
        self,
        info: Info,
        ids: Annotated[
            list[strawberry.ID],
            strawberry.argument(description="Values of fields `id`, 100 at most."),
        ],
    ) -> list[Optional[relay.Node]]:  # noqa: UP045 (strawberry reads it)
        if len(ids) > MOST_IDS:
            raise Refused(Code.BAD_INPUT, f"`ids` holds {len(ids)}: send {MOST_IDS} at most.")
        return read_nodes(info.context.actor, ids)
