"""What people are in communities and under protocols, and how protocols combine."""

from enum import Enum
from typing import Any
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.models import ProtocolSet
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, single


@strawberry.enum(description="How the protocols over one record combine.")
class Combine(Enum):
    ANY = strawberry.enum_value("any", description="It is open to whom one of them admits.")
    ALL = strawberry.enum_value("all", description="It is open to whom all of them admit.")


@strawberry.enum(description="What somebody is in a community or under a protocol.")
class Standing(Enum):
    MEMBER = strawberry.enum_value(
        "member", description="One of those for whom its protocols open."
    )
    STEWARD = strawberry.enum_value(
        "steward", description="Speaks for it, admits others, and is never excluded."
    )


def _combined(_: Actor, peers: Peers, __: int) -> Reading[dict[UUID, Combine]]:
    pointers = {key: row.protocol_set_id for key, row in peers.rows.items()}  # type: ignore[attr-defined]  # a level's
    sets = yield ProtocolSet.objects.filter(pk__in={each for each in pointers.values() if each})
    how = {each.pk: Combine(each.combine) for each in sets}
    return {key: how[to] for key, to in pointers.items() if to in how}


def combined() -> Any:
    """Return the field for how a record's own protocols combine."""
    return single(
        Relation(_combined, is_paged=False),
        description="How its own protocols combine; null where it stands under none.",
    )
