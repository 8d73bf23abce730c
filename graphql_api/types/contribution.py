"""What people, groups and bodies did for a record, and who plays."""

from collections.abc import Callable
from enum import Enum
from typing import Any
from uuid import UUID

import strawberry

from archive.access import Actor, Audience
from archive.audiences import rows_for
from archive.models import ItemAgent, LevelAgent
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.agent import Agent
from graphql_api.types.audience import Audience as ForWhom


@strawberry.enum(description="What an agent did for a record.")
class AgentRole(Enum):
    RECORDIST = strawberry.enum_value("recordist", description="Held the microphone.")
    COLLECTOR = strawberry.enum_value("collector", description="Brought the recording together.")
    CREATOR = strawberry.enum_value("creator", description="Brought the whole into being.")
    PERFORMER = strawberry.enum_value("performer", description="Is heard: sings, plays, speaks.")
    SPEAKER = strawberry.enum_value("speaker", description="Is heard speaking.")
    AUTHOR = strawberry.enum_value("author", description="Made the words that are performed.")
    COMPOSER = strawberry.enum_value("composer", description="Made the music that is performed.")
    TRANSLATOR = strawberry.enum_value("translator", description="Said it in another language.")
    DEPOSITOR = strawberry.enum_value("depositor", description="Left the recording in our care.")
    DONOR = strawberry.enum_value("donor", description="Gave the recording to the archive.")
    INFORMANT = strawberry.enum_value("informant", description="Told what the record says.")
    PUBLISHER = strawberry.enum_value("publisher", description="Brought the recording out.")
    DIGITISER = strawberry.enum_value("digitiser", description="Made the digital copy.")
    SCIENTIST = strawberry.enum_value("scientist", description="Led the research it comes from.")
    CONTRIBUTOR = strawberry.enum_value("contributor", description="Took part in some other way.")
    DESCRIBER = strawberry.enum_value("describer", description="Wrote the description.")
    RIGHTS_HOLDER = strawberry.enum_value("rights_holder", description="Holds rights in it.")
    FUNDER = strawberry.enum_value("funder", description="Paid for the work.")


@strawberry.type(description="An agent's part in a record, as far as it is meant for your eyes.")
class Contribution:
    role: AgentRole = strawberry.field(description="What the agent did for the record.")
    agent: Agent = strawberry.field(description="Who did it.")
    audience: ForWhom | None = strawberry.field(
        description="For whom the name is meant. For staff, who decide it; null for others."
    )


def together(rows: Any, column: str) -> Peers:
    """Return what rows point to as peers of each other."""
    return Peers(getattr(row, column) for row in rows if getattr(row, column) is not None)


def owner_of(peers: Peers) -> str:
    """Return the column of a satellite that names rows such as these."""
    first = next(iter(peers.rows.values()))
    return f"{first._meta.model_name}_id"


def _of(
    model: type[ItemAgent | LevelAgent],
) -> Callable[[Actor, Peers, int], Reading[dict[UUID, list[Contribution]]]]:
    def read(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Contribution]]]:
        # Joined agents obey the rule as well: a link to one that is not for this actor is left out.
        links = model._default_manager.filter(
            rows_for(actor, model), agent__in=Agent.visible(actor)
        ).select_related("agent")
        order = ("position", "role", "agent__name", "pk")
        rows = yield related_rows(links, peers, owner_of(peers), first, *order)
        agents, for_staff = together(rows, "agent"), Audience.STAFF in actor.audiences
        return owned(
            rows,
            lambda row, _: Contribution(
                role=AgentRole(row.role),
                agent=Agent.of(row.agent, agents),
                audience=ForWhom(row.audience) if for_staff else None,
            ),
        )

    return read


def contributions(model: type[ItemAgent | LevelAgent]) -> Any:
    """Return a field for the agents of a record, in the record's order."""
    return listed(
        Relation(_of(model)),
        description="Who recorded, collected, performed and so on, as far as names are for you.",
    )
