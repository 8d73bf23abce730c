"""Curves, thinned on the server, as bytes."""

from typing import Any

import strawberry

from graphql_api.types.scalars import Base64

MOST_POINTS = 10_000


@strawberry.type(description="A stretch of a curve: one value for each of several regular times.")
class Frames:
    t0: float = strawberry.field(description="The time of the first point, in seconds.")
    period: float = strawberry.field(description="Seconds from one point to the next.")
    count: int = strawberry.field(description="How many points there are.")
    unit: str | None = strawberry.field(description="The unit of the values; null without one.")
    values: Base64 = strawberry.field(
        description=(
            "The values as little-endian float32, NaN where there is none (unvoiced, silence). "
            "Where the curve was thinned, each is the mean of the frames that it stands for."
        )
    )
    minima: Base64 | None = strawberry.field(
        description="The least of the frames behind each point; null where none was left out."
    )
    maxima: Base64 | None = strawberry.field(
        description="The greatest of the frames behind each point; null where none was left out."
    )


def frames_of(output: Any, start: float, end: float | None, max_points: int) -> Frames | None:
    """Read the stretch from the result's file."""
    return None
