"""Where an item's sound can be heard."""

import strawberry


@strawberry.type(description="The sound that your browser plays: the master, or a copy of it.")
class Audio:
    url: str = strawberry.field(
        description="Where to fetch it, by byte ranges; your rights are checked on each request."
    )
    mime_type: str = strawberry.field(description="The media type in which it is served.")
    duration: float | None = strawberry.field(
        description="The length of the recorded sound in seconds, whatever the copy's speed."
    )
    time_factor: float = strawberry.field(
        description="How many times slower the copy is: above 1, ultrasound is made audible."
    )


def audio_of(item: object, actor: object) -> Audio | None:
    return None
