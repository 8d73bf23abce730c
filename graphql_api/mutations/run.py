"""Asking for a run, stopping it, and trying again what failed of it."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import strawberry

from analysis.errors import AnalysisError
from analysis.runs import services, stale
from archive.errors import ArchiveError, NotAllowed
from archive.errors import NotFound as NoSuchThing
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.inputs.run import CancelRunInput, RecomputeInput, RetryRunInput, StartRunInput
from graphql_api.mutations.needing import ANALYSE
from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.payloads.run import (
    CancelRunPayload,
    CancelRunResult,
    RecomputePayload,
    RecomputeResult,
    RetryRunPayload,
    RetryRunResult,
    StartRunPayload,
    StartRunResult,
)
from graphql_api.targets import items_over, recipe_in
from graphql_api.types.run import Run

P = TypeVar("P")
#: Which part of the input each expected failure is about.
ABOUT = {
    "UNKNOWN_PRESET": "preset",
    "UNKNOWN_EXPERIENCE": "experience",
    "IDEMPOTENCY_KEY_REUSED": "idempotencyKey",
    "TOO_URGENT": "priority",
    "RECIPE_CHANGED": "run",
}
NO_ITEM = "One of these items does not exist, or you may not see it."
NO_RUN = "This run does not exist, or it is not yours to see."


def asked(
    work: Callable[[], P], *, missing: tuple[str, str]
) -> P | ValidationError | NotFound | Forbidden:
    """Return what the work gives, or its refusal as data.

    Parameters
    ----------
    missing : what to say where something is not there, and the field of the input it is about.
    """
    try:
        return work()
    except NoSuchThing:
        return NotFound(code="NOT_FOUND", message=missing[0], path=["input", missing[1]])
    except NotAllowed as error:
        return Forbidden(code=error.code, message=str(error), path=[])
    except (ArchiveError, AnalysisError) as error:
        field = getattr(error, "field", "") or ABOUT.get(error.code, "items")
        return ValidationError(
            code=error.code, message=str(error), path=["input", *field.split(".")]
        )


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

        def work() -> StartRunPayload:
            run = services.start_run(
                actor=actor,
                items=items_over(input, actor),
                **recipe_in(input),
                idempotency_key=input.idempotency_key or "",
                priority=int(str(input.priority.value)),
            )
            return StartRunPayload(run=Run.by_key(actor, [run.pk])[run.pk])

        return asked(work, missing=(NO_ITEM, "items"))

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
            return NotFound(code="NOT_FOUND", message=NO_RUN, path=["input", "run"])
        except NotAllowed as error:
            return Forbidden(code=error.code, message=str(error), path=[])
        return CancelRunPayload(run=Run.by_key(actor, [key])[key])

    @strawberry.mutation(
        description="Try again what of a run failed, was stopped or was given up. What is there by "
        "now is reused, and how each item ended before stays written in it.",
        extensions=ANALYSE,
    )
    def retry_run(
        self,
        info: Info,
        input: Annotated[RetryRunInput, strawberry.argument(description="What to try again.")],
    ) -> RetryRunResult:
        actor = info.context.actor
        key = uuid_of(input.run, "Run")

        def work() -> RetryRunPayload:
            services.retry_run(
                actor=actor,
                run=key,
                items=[uuid_of(text, "Item") for text in input.items or ()],
                reason=input.reason or "",
            )
            return RetryRunPayload(run=Run.by_key(actor, [key])[key])

        return asked(work, missing=(NO_RUN, "run"))

    @strawberry.mutation(
        description="Make anew what another version of a processor made, each set as it was. The "
        "old results keep their addresses; `runChanges` tells what has changed.",
        extensions=ANALYSE,
    )
    def recompute(
        self,
        info: Info,
        input: Annotated[
            RecomputeInput, strawberry.argument(description="Which results; all, unless told.")
        ],
    ) -> RecomputeResult:
        actor = info.context.actor
        items = None if input.items is None else [uuid_of(text, "Item") for text in input.items]

        def work() -> RecomputePayload:
            run = stale.recompute(
                actor=actor,
                processors=input.processors,
                items=items,
                idempotency_key=input.idempotency_key or "",
                priority=int(str(input.priority.value)),
            )
            return RecomputePayload(run=Run.by_key(actor, [run.pk])[run.pk])

        return asked(work, missing=(NO_ITEM, "items"))
