"""What comes of asking, deciding and hiding."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.node import Resource
from graphql_api.types.request import Request, RequestAnswer


@strawberry.type(description="It was received; whether there is such a record, nobody looked.")
class AskArchivePayload:
    secret: str = strawberry.field(
        description="Shown once: `requestAnswer` reads the answer by it, without an account."
    )


@strawberry.type(description="It is decided, and who asked is told.")
class DecideRequestPayload:
    request: Request = strawberry.field(description="The request, with its answer.")


@strawberry.type(description="You ask it no more; staff see that it was taken back.")
class TakeBackRequestPayload:
    request: RequestAnswer = strawberry.field(description="What became of it.")


@strawberry.type(description="They are read.")
class ReadNoticesPayload:
    unread: int = strawberry.field(description="How many of your notices are still unread.")


@strawberry.type(description="The record is hidden: its address answers as if it had never been.")
class HideRecordPayload:
    record: Resource = strawberry.field(description="The record as staff sees it now.")
    is_gone_everywhere: bool = strawberry.field(
        description="Whether each door was seen to be closed; the RDF store may lag for moments."
    )


AskArchiveResult = Annotated[
    Union[AskArchivePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("AskArchiveResult", description="That it was received, or why it was not."),
]
DecideRequestResult = Annotated[
    Union[DecideRequestPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("DecideRequestResult", description="The request, or why nothing was decided."),
]
HideRecordResult = Annotated[
    Union[HideRecordPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("HideRecordResult", description="The record, or why it was not hidden."),
]
TakeBackRequestResult = Annotated[
    Union[TakeBackRequestPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("TakeBackRequestResult", description="What became of it, or why it stays."),
]
ReadNoticesResult = Annotated[
    Union[ReadNoticesPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("ReadNoticesResult", description="That they are read, or why not."),
]
