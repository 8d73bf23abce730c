"""Where an item's sound can be heard."""

from uuid import UUID

import strawberry

from analysis.delivery.sounds import Playable, reading_parts, reading_playables
from archive.access import Actor
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation


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

    @classmethod
    def of(cls, found: Playable) -> "Audio":
        return cls(
            url=found.url,
            mime_type=found.mime_type,
            duration=found.duration_s,
            time_factor=found.time_factor,
        )


def _audio(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, Audio]]:
    found = yield from reading_playables(peers.keys, actor)
    return {item: Audio.of(sound) for item, sound in found.items()}


#: Of items: what each plays to this actor.
AUDIO: Relation[Audio] = Relation(_audio, is_paged=False)


def _audio_of_parts(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, Audio]]:
    found = yield from reading_parts(peers.keys, actor)
    return {part: Audio.of(sound) for part, sound in found.items()}


#: Of parts: what each plays by itself.
PART_AUDIO: Relation[Audio] = Relation(_audio_of_parts, is_paged=False)
