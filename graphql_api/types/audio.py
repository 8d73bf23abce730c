"""Where an item's sound can be heard."""

from collections.abc import Mapping
from uuid import UUID

import strawberry

from analysis.sounds import Playable, playables
from archive.access import Actor
from graphql_api.peers import Peers
from graphql_api.types.node import Resource


@strawberry.type(description="The sound that your browser plays: the master, or a copy of it.")
class Audio:
    url: str = strawberry.field(
        description="Where to fetch it, by byte ranges; your rights are checked on each request."
    )
    mime_type: str = strawberry.field(description="The media type in which it is served.")
    duration: float = strawberry.field(
        description="The length of the recorded sound in seconds, whatever the copy's speed."
    )
    time_factor: float = strawberry.field(
        description="How many times slower the copy is: above 1, ultrasound is made audible."
    )


def audio_of(item: Resource, actor: Actor) -> Audio | None:
    """Return what an item plays to this actor, asked for all its peers at once."""

    def read(peers: Peers) -> Mapping[UUID, Playable]:
        return playables(peers.keys, actor)

    found = item.asked("audio", read)
    if found is None:
        return None
    return Audio(
        url=found.url,
        mime_type=found.mime_type,
        duration=found.duration_s,
        time_factor=found.time_factor,
    )
