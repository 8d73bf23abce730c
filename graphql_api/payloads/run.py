"""What comes of asking for a run."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.estimate import RunEstimate
from graphql_api.types.run import Run


@strawberry.type(description="The run was asked for, or had been under the same key.")
class StartRunPayload:
    run: Run = strawberry.field(description="The run; follow it with `runProgress`.")


@strawberry.type(description="The run has been stopped, or had already ended.")
class CancelRunPayload:
    run: Run = strawberry.field(description="The run as it stands now.")


@strawberry.type(description="The run goes on with what had failed.")
class RetryRunPayload:
    run: Run = strawberry.field(description="The run as it stands now; follow it again.")


@strawberry.type(description="A run that makes stale results anew.")
class RecomputePayload:
    run: Run = strawberry.field(
        description="Follow it with `runProgress`; what has changed by it is in `runChanges`."
    )


RecomputeResult = Annotated[
    Union[RecomputePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("RecomputeResult", description="The run, or why there is none."),
]
RetryRunResult = Annotated[
    Union[RetryRunPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("RetryRunResult", description="The run, or why it is not tried again."),
]
RunEstimateResult = Annotated[
    Union[RunEstimate, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("RunEstimateResult", description="What it costs, or why it cannot be asked."),
]
StartRunResult = Annotated[
    Union[StartRunPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("StartRunResult", description="The run, or why there is none."),
]
CancelRunResult = Annotated[
    Union[CancelRunPayload, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("CancelRunResult", description="The stopped run, or why it was not stopped."),
]
