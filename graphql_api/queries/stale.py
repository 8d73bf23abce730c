"""Stale results, and what has changed where they were made anew."""

from typing import Annotated

import strawberry
from django.db.models import Exists, OuterRef

from analysis.models import Result as ResultRow
from analysis.models import RunItemComputation
from analysis.runs.stale import stale_by_processor, stale_results
from archive.access import Act
from graphql_api.connections import Connection, Listing
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.paging import After, Before, First, Last, Page
from graphql_api.relations import MOST
from graphql_api.types.run import Run
from graphql_api.types.stale import OLDEST, ResultChange, StaleProcessor, StaleResult


@strawberry.type
class StaleQuery:
    @strawberry.field(
        description="Of which processors results stand that another version made, as far as you "
        "may make them anew."
    )
    def stale_processors(self, info: Info) -> list[StaleProcessor]:
        return [StaleProcessor.of(row) for row in stale_by_processor(info.context.actor)[:MOST]]

    @strawberry.field(
        description="Results that another version of their processor made, oldest first, as far "
        "as you may make them anew: see `recompute`."
    )
    def stale_results(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        processor: Annotated[
            str | None, strawberry.argument(description="Only those of this processor.")
        ] = None,
    ) -> Connection[StaleResult]:
        wanted = None if processor is None else [processor]
        rows = stale_results(info.context.actor, wanted).select_related("computation")
        return Listing(StaleResult, rows, OLDEST, Page(first, after, last, before)).connection()

    @strawberry.field(
        description="What a run has made anew, and what has changed by it: each result that no "
        "longer stands because of it. Nothing where the run is not yours to see."
    )
    def run_changes(
        self,
        info: Info,
        run: Annotated[
            strawberry.ID, strawberry.argument(description="The id of one that you may see.")
        ],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[ResultChange]:
        actor = info.context.actor
        key = uuid_of(run, "Run")
        made = RunItemComputation.objects.filter(
            run_item__run__in=Run.visible(actor).filter(pk=key).values("pk"),
            run_item__item=OuterRef("item"),
            computation=OuterRef("superseded_by__computation"),
        )
        rows = (
            ResultRow.objects.visible_to(actor)
            .allowing(actor, Act.SUMMARY)
            .filter(Exists(made))
            .select_related("computation", "superseded_by__computation")
        )
        return Listing(ResultChange, rows, OLDEST, Page(first, after, last, before)).connection()
