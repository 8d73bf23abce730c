"""Events, segments and vectors: what a processor found that is neither a number nor a curve."""

import base64
from dataclasses import dataclass
from typing import Any, Self, cast
from uuid import UUID

import strawberry
from django.db.models import Q
from numpy.typing import NDArray
from strawberry.scalars import JSON

from analysis.models import Span as Row
from analysis.results.marks import marks
from graphql_api.connections import Connection, Key, Listing, Order
from graphql_api.paging import Page
from graphql_api.peers import Peers
from graphql_api.types.scalars import Base64

IN_TIME = Order("spans in time", (Key("start_s"),))


@strawberry.type(description="A moment or a stretch of a sound that a processor found.")
class Span:
    start: float = strawberry.field(description="When it begins, in seconds.")
    end: float = strawberry.field(description="When it ends; of an event, when it is.")
    label: str | None = strawberry.field(description="What it is, in the processor's words.")
    value: float | None = strawberry.field(description="Its number, in the result's unit.")
    confidence: float | None = strawberry.field(
        description="How sure the processor is, from 0 to 1."
    )

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            start=row.start_s,
            end=row.end_s,
            label=row.label or None,
            value=row.value,
            confidence=row.confidence,
        )


@dataclass(frozen=True)
class Owner:
    """The output that spans belong to, among those that were read with it."""

    id: UUID
    peers: Peers


def spans_of(
    owner: Owner, page: Page, start: float | None, end: float | None, label: str | None
) -> Connection[Span]:
    """Return the spans of an output that touch a window."""
    rows = Row.objects.all()
    if start is not None:
        rows = rows.filter(Q(start_s__gte=start) | Q(end_s__gt=start))
    if end is not None:
        rows = rows.filter(start_s__lt=end)
    if label is not None:
        rows = rows.filter(label=label)
    listing = Listing(Span, rows, IN_TIME, page)
    return listing.connection_of(owner, f"spans {start} {end} {label!r}", "output_id")


@strawberry.type(description="What the places of a vector, or the columns of a curve, stand for.")
class ResultAxis:
    unit: str | None = strawberry.field(description="The unit of the places; null of words.")
    places: JSON = strawberry.field(description="The numbers or words themselves, as a list.")

    @classmethod
    def of(cls, output: Any) -> Self | None:
        axis = output.data.get("axis")
        if axis is None:
            return None
        return cls(unit=axis["unit"] or None, places=axis["values"] or axis["labels"])


@strawberry.type(description="Several numbers for the whole sound, one for each place of an axis.")
class Vector:
    axis: ResultAxis = strawberry.field(description="What the places are.")
    values: JSON = strawberry.field(
        description="The numbers as a list, in the result's unit; null where there is none."
    )

    @classmethod
    def of(cls, output: Any) -> Self | None:
        axis = ResultAxis.of(output)
        return None if axis is None else cls(axis=axis, values=output.data.get("values", []))


@strawberry.type(description="Events or segments of a stretch, as arrays that can be drawn.")
class Marks:
    total: int = strawberry.field(
        description="How many touch the stretch; where it is more than came, every n-th came."
    )
    count: int = strawberry.field(description="How many came.")
    starts: Base64 = strawberry.field(description="When each begins, little-endian float64, in s.")
    ends: Base64 = strawberry.field(description="When each ends, coded alike.")
    values: Base64 = strawberry.field(
        description="The number of each, little-endian float32, NaN where there is none."
    )
    confidences: Base64 = strawberry.field(
        description="How sure of each the processor is, from 0 to 1, coded like the values."
    )
    labels: JSON = strawberry.field(description="The words that they bear, as a list.")
    label_numbers: Base64 = strawberry.field(
        description="Which of the words each bears, little-endian int32; -1 for none."
    )


def marks_of(output: Any, start: float | None, end: float | None, most: int) -> Marks:
    """Read a window; OddWindow where there is no such window."""
    found = marks(output, start, end, most)
    return Marks(
        total=found.total,
        count=len(found.starts),
        starts=_bytes(found.starts.astype("<f8")),
        ends=_bytes(found.ends.astype("<f8")),
        values=_bytes(found.values.astype("<f4")),
        confidences=_bytes(found.confidences.astype("<f4")),
        labels=cast(JSON, list(found.labels)),
        label_numbers=_bytes(found.numbers.astype("<i4")),
    )


def _bytes(numbers: NDArray[Any]) -> Base64:
    return Base64(base64.b64encode(numbers.tobytes()).decode())
