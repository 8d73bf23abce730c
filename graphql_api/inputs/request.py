"""What is asked of the archive, and what staff decides."""

from datetime import datetime

import strawberry

from graphql_api.types.permit import Gives
from graphql_api.types.request import Wish


@strawberry.input(description="What you ask of the archive, with an account or without.")
class AskArchiveInput:
    wish: Wish = strawberry.field(description="What you ask for.")
    words: str = strawberry.field(description="What you ask and why, 5000 characters at most.")
    record: strawberry.ID | None = strawberry.field(
        default=None, description="The record that it is about; for an account none."
    )
    name: str = strawberry.field(default="", description="How you want to be called.")
    email: str = strawberry.field(default="", description="Where an answer may be sent.")
    gives: Gives | None = strawberry.field(
        default=None, description="What access you ask for, where you ask for it."
    )


@strawberry.input(description="What is decided of a request.")
class DecideRequestInput:
    id: strawberry.ID = strawberry.field(description="Which request.")
    is_approved: bool = strawberry.field(
        description="Whether it is done: access is given, an account is made."
    )
    answer: str = strawberry.field(description="What is said to who asked.")
    until: datetime | None = strawberry.field(
        default=None, description="The moment at which the access ends; null: when taken back."
    )
    username: str = strawberry.field(
        default="", description="The log-in name of the new account, where one is asked for."
    )


@strawberry.input(description="A request of yours that you ask no more: by its id or its secret.")
class TakeBackRequestInput:
    id: strawberry.ID | None = strawberry.field(
        default=None, description="The request, where your account asked."
    )
    secret: str | None = strawberry.field(
        default=None, description="As `askArchive` gave it, for who has no account."
    )


@strawberry.input(description="The lines of your desk that you have read.")
class ReadNoticesInput:
    ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Which of your notices; null: all there are."
    )


@strawberry.input(description="What is to be hidden at once.")
class HideRecordInput:
    id: strawberry.ID = strawberry.field(
        description="A published fonds, corpus, collection or item."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the record's history keeps."
    )
    request: strawberry.ID | None = strawberry.field(
        default=None, description="The request that asked for it, which is thereby approved."
    )
