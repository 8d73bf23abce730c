"""Results: what a processor found out about an item's sound, with its provenance."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from strawberry import relay
from strawberry.scalars import JSON

from analysis.delivery.exports import offered
from analysis.models import Output, Status
from analysis.models import Result as Row
from archive.access import Act, Actor, item_rule
from archive.timeline import MAIN
from archive.waves import Reading
from graphql_api.connections import Connection
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.peers import Peers
from graphql_api.relations import MOST, Relation, related_rows
from graphql_api.types.access import whether
from graphql_api.types.exported import ExportedFile
from graphql_api.types.frames import Frames, frames_of
from graphql_api.types.processor import OutputKind
from graphql_api.types.spans import (
    Marks,
    Owner,
    ResultAxis,
    Span,
    Vector,
    marks_of,
    spans_of,
)
from ontology.iris import iri_of


@strawberry.type(
    description="One named outcome of a processor for one item: a number, a word, a curve, a file."
)
class Result(relay.Node):
    """An output of a shared computation, as one item shows it: its key is both."""

    _id_attr: ClassVar[str | None] = "key"

    key: relay.NodeID[str]
    iri: str = strawberry.field(
        description="The permanent web address of the result, which is also its subject in RDF."
    )
    processor: str = strawberry.field(description="The id of the processor that found it.")
    version: str = strawberry.field(description="The processor's version at the time.")
    name: str = strawberry.field(description="Which of the processor's outputs it is.")
    kind: OutputKind = strawberry.field(description="Whether it is a number, a curve and so on.")
    value: float | None = strawberry.field(
        description="The number; null if it is none, as the level of silence (see `label`)."
    )
    label: str | None = strawberry.field(
        description="The word; or, where a number is missing, why."
    )
    unit: str | None = strawberry.field(
        description="The unit of the number or of the curve's values; null for words."
    )
    params: JSON = strawberry.field(description="The parameters with which it was computed.")
    libraries: JSON = strawberry.field(
        description="The versions of the numerical libraries that took part."
    )
    effects: JSON = strawberry.field(
        description="What the sound went through first, a list of {effect, params}; mostly empty."
    )
    computed_at: datetime | None = strawberry.field(description="When it was computed.")
    shown: strawberry.Private[Any]
    output: strawberry.Private[Any]
    peers: strawberry.Private[Peers]

    @classmethod
    def of(cls, shown: Any, output: Any, peers: Peers) -> Self:
        """Return one output of the computation that a row of Result shows."""
        computation = output.computation = shown.computation
        return cls(
            key=f"{shown.pk}#{output.name}",
            iri=iri_of(shown, output.name),
            processor=computation.processor,
            version=computation.processor_version,
            name=output.name,
            kind=OutputKind(output.kind),
            value=output.value,
            label=output.label or None,
            unit=output.unit or None,
            params=computation.params,
            libraries=computation.libraries,
            effects=computation.effects,
            computed_at=computation.finished_at,
            shown=shown,
            output=output,
            peers=peers,
        )

    @classmethod
    def by_key(cls, actor: Actor, keys: Collection[str]) -> dict[str, Self]:
        """Return those of the named results that the actor may read."""
        wanted = {UUID(key.partition("#")[0]) for key in keys}
        rows = list(readable(actor).filter(pk__in=wanted)) if wanted else []
        found = cls.of_rows(rows, outputs_of(rows))
        return {result.key: result for results in found.values() for result in results}

    @classmethod
    def of_rows(
        cls, shown: Iterable[Any], read: Iterable[Any], by: str = "item_id"
    ) -> dict[UUID, list[Self]]:
        """Return the outputs behind rows of Result, by item or part, by their names."""
        outputs: dict[UUID, list[Any]] = {}
        read = list(read)
        peers = Peers(read)
        for output in read:
            outputs.setdefault(output.computation_id, []).append(output)
        found: dict[UUID, list[Self]] = {}
        for row in shown:
            mine = (cls.of(row, output, peers) for output in outputs.get(row.computation_id, []))
            found.setdefault(getattr(row, by), []).extend(mine)
        return found

    @strawberry.field(
        description=(
            "A stretch of the curve, thinned on the server to what can be drawn; null if the "
            "result is no curve or you may not see curves of this item."
        )
    )
    def frames(
        self,
        start: Annotated[
            float | None,
            strawberry.argument(
                description="From this second of the sound on; its beginning unless given."
            ),
        ] = None,
        end: Annotated[
            float | None,
            strawberry.argument(description="Up to this second; to the end unless given."),
        ] = None,
        max_points: Annotated[
            int,
            strawberry.argument(description="At most so many points, from 1 to 10,000."),
        ] = 1000,
    ) -> Frames | None:
        if self.kind is not OutputKind.FRAMES or not self.shown.may_derive:
            return None
        return frames_of(self.output, start, end, max_points)

    @strawberry.field(
        description=(
            "Its events or segments in the order of time, page by page; null if it has none by "
            "its kind, or you may not see them. Of very many, the first 20,000: the file has all."
        )
    )
    def spans(
        self,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        start: Annotated[
            float | None,
            strawberry.argument(description="Only what is not over before this second."),
        ] = None,
        end: Annotated[
            float | None,
            strawberry.argument(description="Only what begins before this second."),
        ] = None,
        label: Annotated[
            str | None, strawberry.argument(description="Only those that bear this word.")
        ] = None,
    ) -> Connection[Span] | None:
        if self.kind not in (OutputKind.EVENTS, OutputKind.SEGMENTS) or not self.shown.may_derive:
            return None
        page = Page(first, after, last, before)
        owner = Owner(self.output.pk, self.peers)
        return spans_of(owner, page, start, end, label)

    @strawberry.field(
        description=(
            "The events or segments of a stretch as arrays, thinned on the server to what can be "
            "drawn; null if the result has none, or you may not see them."
        )
    )
    def marks(
        self,
        start: Annotated[
            float | None,
            strawberry.argument(
                description="From this second of the sound on; its beginning unless given."
            ),
        ] = None,
        end: Annotated[
            float | None,
            strawberry.argument(description="Up to this second; to the end unless given."),
        ] = None,
        max_marks: Annotated[
            int,
            strawberry.argument(description="At most so many, from 1 to 5,000."),
        ] = 2000,
    ) -> Marks | None:
        if self.kind not in (OutputKind.EVENTS, OutputKind.SEGMENTS) or not self.shown.may_derive:
            return None
        return marks_of(self.output, start, end, max_marks)

    @strawberry.field(
        description=(
            "The numbers of a vector and what their places are; null if the result is none, or "
            "you may not see curves of this item."
        )
    )
    def vector(self) -> Vector | None:
        if self.kind is not OutputKind.VECTOR or not self.shown.may_derive:
            return None
        return Vector.of(self.output)

    @strawberry.field(
        description="The files of other programs that it can be had as; none of pictures and media."
    )
    def exports(self) -> list[ExportedFile]:
        if self.kind not in (OutputKind.VALUE, OutputKind.LABEL) and not self.shown.may_derive:
            return []
        return [ExportedFile.of(each) for each in offered(self.shown.pk, self.output)]

    @strawberry.field(
        description="What the columns of a curve of several values are; null of one value."
    )
    def axis(self) -> ResultAxis | None:
        if self.kind is not OutputKind.FRAMES or not self.shown.may_derive:
            return None
        return ResultAxis.of(self.output)


def outputs_of(shown: Iterable[Any]) -> "QuerySet[Any]":
    """Return the outputs behind rows of Result."""
    computations = {row.computation_id for row in shown}
    return Output.objects.filter(computation__in=computations).order_by("name")


def readable(actor: Actor) -> "QuerySet[Any]":
    """Return the rows of Result whose numbers the actor may read, newest computations only."""
    derives = item_rule(actor, Act.DERIVE, "item__")
    rows: QuerySet[Any] = (
        Row.objects.allowing(actor, Act.SUMMARY)
        .filter(computation__status=Status.DONE, superseded_by__isnull=True)
        .select_related("computation", "part")
        .annotate(may_derive=whether(derives))
    )
    return rows


def _results(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, list[Result]]]:
    rows = yield related_rows(
        readable(actor).filter(part__stem=MAIN),
        peers,
        "item_id",
        MOST,
        "part__position",
        "computation__processor",
        "pk",
    )
    outputs = yield outputs_of(rows)
    return Result.of_rows(rows, outputs)


def _results_of_parts(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, list[Result]]]:
    order = ("computation__processor", "pk")
    rows = yield related_rows(readable(actor), peers, "part_id", MOST, *order)
    outputs = yield outputs_of(rows)
    return Result.of_rows(rows, outputs, by="part_id")


#: Of items: all that may be read of their own timeline, whichever of it a field then shows.
RESULTS: Relation[list[Result]] = Relation(_results, is_paged=False)
#: Of parts: what was found in each by itself, stems included.
PART_RESULTS: Relation[list[Result]] = Relation(_results_of_parts, is_paged=False)
