"""Asking for a run, and stopping it."""

from typing import Annotated

import strawberry

from analysis import services
from analysis.errors import AnalysisError
from archive.errors import ArchiveError, NotAllowed
from archive.errors import NotFound as NoSuchThing
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.inputs.run import CancelRunInput, StartRunInput
from graphql_api.mutations.needing import ANALYSE
from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.payloads.run import (
    CancelRunPayload,
    CancelRunResult,
    StartRunPayload,
    StartRunResult,
)
from graphql_api.types.run import Run

#: Which part of the input each expected failure is about.
ABOUT = {"UNKNOWN_PRESET": "preset", "IDEMPOTENCY_KEY_REUSED": "idempotencyKey"}


@strawberry.type
class RunMutation:
    @strawberry.mutation(
        description="Ask for an analysis of items. What was computed before is there at once.",
        extensions=ANALYSE,
    )
    def start_run(
        self,
        info: Info,
        input: Annotated[
            StartRunInput, strawberry.argument(description="What to analyse, and how.")
        ],
    ) -> StartRunResult:
        actor = info.context.actor
        items = [uuid_of(text, "Item") for text in input.items]
        try:
            run = services.start_run(
                actor=actor,
                items=items,
                preset=input.preset,
                idempotency_key=input.idempotency_key or "",
            )
        except NoSuchThing:
            return NotFound(
                code="NOT_FOUND",
                message="One of these items does not exist, or you may not see it.",
                path=["input", "items"],
            )
        except NotAllowed as error:
            return Forbidden(code=error.code, message=str(error), path=[])
        except (ArchiveError, AnalysisError) as error:
            about = ABOUT.get(error.code, "items")
            return ValidationError(code=error.code, message=str(error), path=["input", about])
        return StartRunPayload(run=Run.by_key(actor, [run.pk])[run.pk])

    @strawberry.mutation(
        description="Stop a run. One that has ended stays as it is.", extensions=ANALYSE
    )
    def cancel_run(
        self,
        info: Info,
        input: Annotated[CancelRunInput, strawberry.argument(description="Which run to stop.")],
    ) -> CancelRunResult:
        actor = info.context.actor
        key = uuid_of(input.run, "Run")
        try:
            services.cancel_run(actor=actor, run=key)
        except NoSuchThing:
            return NotFound(
                code="NOT_FOUND",
                message="This run does not exist, or it is not yours to see.",
                path=["input", "run"],
            )
        except NotAllowed as error:
            return Forbidden(code=error.code, message=str(error), path=[])
        return CancelRunPayload(run=Run.by_key(actor, [key])[key])
