"""What comes of asking for an erasure, of confirming and of refusing it."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.erasure import Erasure


@strawberry.type(description="It is asked: nothing is erased until another person confirms it.")
class RequestErasurePayload:
    erasure: Erasure = strawberry.field(description="The erasure, with what it would take.")


@strawberry.type(description="It is erased from every table; `catchingUp` names what follows.")
class ConfirmErasurePayload:
    erasure: Erasure = strawberry.field(description="What is left of it: reason, who, when.")
    is_gone_everywhere: bool = strawberry.field(
        description="Whether nothing has still to follow; else see `erasure.catchingUp`."
    )


@strawberry.type(description="It is refused, and nothing was erased.")
class RefuseErasurePayload:
    erasure: Erasure = strawberry.field(description="The erasure, with the reason against it.")


RequestErasureResult = Annotated[
    Union[RequestErasurePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("RequestErasureResult", description="The erasure, or why it is not asked."),
]
ConfirmErasureResult = Annotated[
    Union[ConfirmErasurePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("ConfirmErasureResult", description="That it is erased, or why it is not."),
]
RefuseErasureResult = Annotated[
    Union[RefuseErasurePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("RefuseErasureResult", description="The erasure, or why it stands."),
]
