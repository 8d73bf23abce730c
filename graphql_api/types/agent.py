"""People, groups and bodies, and what they did for a record."""

from enum import Enum
from typing import Any, Self

import strawberry
from django.db.models import Q

from archive.access import Actor
from archive.models import Agent as Row
from graphql_api.peers import Peers
from graphql_api.types.node import iri
from graphql_api.types.term import Term


@strawberry.enum(description="What sort of agent somebody is.")
class AgentKind(Enum):
    PERSON = strawberry.enum_value("person", description="One human being.")
    GROUP = strawberry.enum_value("group", description="An ensemble, family or team.")
    BODY = strawberry.enum_value("body", description="An institution or company.")


@strawberry.type(description="A person, a group or a corporate body behind recordings and records.")
class Agent(Term):
    model = Row
    item_lookup = "agent_links__agent_id"

    kind: AgentKind = strawberry.field(description="Whether it is a person, a group or a body.")

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=row.pk,
            iri=iri(row),
            peers=peers,
            slug=row.slug,
            name=row.name,
            kind=AgentKind(row.kind),
        )

    @classmethod
    def link_rule(cls, actor: Actor) -> Q:
        """Leave out the items in which the agent's part is not for this actor."""
        return Q(agent_links__audience__in=actor.audiences)
