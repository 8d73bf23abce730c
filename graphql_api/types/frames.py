"""Curves, thinned on the server, as bytes."""

import base64
from typing import Any

import strawberry

from analysis.results.windows import Curve, frames
from graphql_api.types.scalars import Base64


@strawberry.type(description="A stretch of a curve: one value for each of several regular times.")
class Frames:
    t0: float = strawberry.field(description="The time of the first point, in seconds.")
    period: float = strawberry.field(description="Seconds from one point to the next.")
    count: int = strawberry.field(description="How many points there are.")
    unit: str | None = strawberry.field(description="The unit of the values; null without one.")
    width: int = strawberry.field(
        description="How many values each point has, one after the other; 1 of a plain curve."
    )
    values: Base64 = strawberry.field(
        description=(
            "The values as little-endian float32, NaN where there is none (unvoiced, silence). "
            "Where the curve was thinned, each is the mean of the frames that it stands for."
        )
    )
    minima: Base64 = strawberry.field(
        description="The least of the frames behind each point, coded like the values."
    )
    maxima: Base64 = strawberry.field(
        description="The greatest of the frames behind each point, coded like the values."
    )
    frames_per_point: int = strawberry.field(
        description="How many frames each point stands for; 1 where the curve is not thinned."
    )


def frames_of(output: Any, start: float | None, end: float | None, max_points: int) -> Frames:
    """Read the stretch from the result's file; OddWindow where there is no such stretch."""
    window = frames(output, start, end, max_points)
    return Frames(
        t0=window.t0_s,
        period=window.period_s,
        count=len(window.mean),
        width=window.mean.shape[1] if window.mean.ndim > 1 else 1,
        unit=output.unit or None,
        values=_bytes(window.mean),
        minima=_bytes(window.least),
        maxima=_bytes(window.greatest),
        frames_per_point=window.frames_per_point,
    )


def _bytes(curve: Curve) -> Base64:
    return Base64(base64.b64encode(curve.astype("<f4").tobytes()).decode())
