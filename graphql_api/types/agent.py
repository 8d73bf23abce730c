"""People, groups and bodies behind recordings and records."""

from enum import Enum

import strawberry
from django.db.models import Q

from archive.access import Actor
from archive.models import Agent as Row
from archive.models import AgentMatch, AgentName
from graphql_api.types.dates import PartialDate, dated
from graphql_api.types.names import AlternativeName, TermMatch, matches, names
from graphql_api.types.said import said
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

    kind: AgentKind = said(
        "kind", AgentKind, description="Whether it is a person, a group or a body."
    )
    lived: PartialDate | None = said(
        "lived", dated, description="From birth to death, or from founding to end."
    )
    image: str | None = said("image", description="Where a portrait or emblem is to be found.")
    image_credit: str | None = said(
        "image_credit", description="Who made the picture, and under which terms it is shown."
    )
    web_page: str | None = said("web_page", description="The agent's own page on the web.")

    names: list[AlternativeName] = names(
        AgentName,
        "agent_id",
        description="Other names: variants, former names, names in other scripts.",
    )
    matches: list[TermMatch] = matches(AgentMatch, "agent_id")

    @classmethod
    def link_rule(cls, actor: Actor, path: str = "") -> Q:
        """Leave out the items in which the agent's part is not for this actor."""
        return Q(**{f"{path}agent_links__audience__in": actor.audiences})
