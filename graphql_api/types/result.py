"""Results: what a processor found out about an item's sound, with its provenance."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from strawberry import relay
from strawberry.scalars import JSON

from analysis.models import Output, Status
from analysis.models import Result as Row
from archive.access import Act, Actor, item_rule
from archive.timeline import MAIN
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import MOST, Relation, related_rows
from graphql_api.types.access import whether
from graphql_api.types.frames import Frames, frames_of
from graphql_api.types.processor import OutputKind
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
    computed_at: datetime | None = strawberry.field(description="When it was computed.")
    shown: strawberry.Private[Any]
    output: strawberry.Private[Any]

    @classmethod
    def of(cls, shown: Any, output: Any) -> Self:
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
            computed_at=computation.finished_at,
            shown=shown,
            output=output,
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
        for output in read:
            outputs.setdefault(output.computation_id, []).append(output)
        found: dict[UUID, list[Self]] = {}
        for row in shown:
            mine = (cls.of(row, output) for output in outputs.get(row.computation_id, []))
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
