"""What a run would cost, before it is asked for."""

from datetime import datetime
from typing import Self

import strawberry

from analysis.runs.estimating import Estimate, Share
from analysis.runs.quota import Quota


@strawberry.type(description="What you may have analysed within 24 hours, in seconds of sound.")
class AnalysisQuota:
    limit_seconds: float | None = strawberry.field(description="In all; null: without a limit.")
    used_seconds: float = strawberry.field(description="What you have asked within 24 hours.")
    left_seconds: float | None = strawberry.field(description="What is left; null: no limit.")
    has_room: bool = strawberry.field(description="Whether this run fits into what is left.")
    room_at: datetime | None = strawberry.field(
        description="When it will fit; null where it fits now, or never at once."
    )

    @classmethod
    def of(cls, quota: Quota, seconds: float) -> Self:
        return cls(
            limit_seconds=quota.limit_s,
            used_seconds=quota.used_s,
            left_seconds=quota.left_s,
            has_room=quota.has_room_for(seconds),
            room_at=quota.room_at(seconds),
        )


@strawberry.type(description="What one processor would have to do.")
class ProcessorEstimate:
    processor: str = strawberry.field(description="The id by which `processors` lists it.")
    version: str = strawberry.field(description="The one that is installed here, and would be run.")
    computed: int = strawberry.field(description="How many results it would have to make.")
    reused: int = strawberry.field(description="How many are there already.")
    awaited: int = strawberry.field(description="How many are being made for another run.")
    sound_seconds: float = strawberry.field(
        description="Seconds of sound that it would go through."
    )
    cpu_seconds: float = strawberry.field(
        description="CPU seconds of its own, by its declared cost: an order of magnitude."
    )
    stored_bytes: float = strawberry.field(
        description="Bytes that its results would take: an order of magnitude."
    )

    @classmethod
    def of(cls, share: Share) -> Self:
        return cls(
            processor=share.recipe.processor,
            version=share.recipe.version,
            computed=share.computed,
            reused=share.reused,
            awaited=share.awaited,
            sound_seconds=share.seconds,
            cpu_seconds=share.cpu_s,
            stored_bytes=share.stored,
        )


@strawberry.type(description="What a run would cost if it were asked for now. Nothing is begun.")
class RunEstimate:
    items: int = strawberry.field(description="How many items it would have.")
    items_without_sound: int = strawberry.field(description="How many of them have no sound.")
    items_reused: int = strawberry.field(
        description="Of how many everything is there already: nothing would be done."
    )
    computed: int = strawberry.field(description="How many results would have to be made.")
    reused: int = strawberry.field(description="How many are there already, and would be reused.")
    awaited: int = strawberry.field(description="How many are being made for another run.")
    passes: int = strawberry.field(description="How many times a sound would be decoded.")
    sound_seconds: float = strawberry.field(description="Seconds of sound to go through.")
    cpu_seconds: float = strawberry.field(
        description="CPU seconds, decoding included: an order of magnitude."
    )
    read_bytes: float = strawberry.field(description="Bytes of sound files to be read.")
    stored_bytes: float = strawberry.field(
        description="Bytes that the results would take: an order of magnitude."
    )
    processors: list[ProcessorEstimate] = strawberry.field(
        description="The same by processor, in the order of the preset."
    )
    quota: AnalysisQuota = strawberry.field(description="What you may have analysed, and when.")

    @classmethod
    def of(cls, told: Estimate) -> Self:
        return cls(
            items=told.items,
            items_without_sound=told.without_sound,
            items_reused=told.items_reused,
            computed=told.computed,
            reused=told.reused,
            awaited=told.awaited,
            passes=told.passes,
            sound_seconds=told.sound_s,
            cpu_seconds=told.cpu_s,
            read_bytes=float(told.read),
            stored_bytes=told.stored,
            processors=[ProcessorEstimate.of(share) for share in told.shares],
            quota=AnalysisQuota.of(told.quota, told.sound_s),
        )
