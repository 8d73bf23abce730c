"""Asking the archive, deciding what was asked, hiding a record with one act."""

from typing import Annotated
from uuid import UUID

import strawberry

from archive import errors
from archive.mirrors import wait_for_mirrors
from archive.services import requests
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import uuid_of
from graphql_api.inputs import request as inputs
from graphql_api.mutations.doing import attempt
from graphql_api.mutations.needing import DESCRIBE, LISTS, MANAGE
from graphql_api.payloads import request as payloads
from graphql_api.queries.request import HOUR_S, READ_AN_HOUR
from graphql_api.rates import limit
from graphql_api.types.kind import kind_and_key, resource_of
from graphql_api.types.request import Request, RequestAnswer

ASKED_AN_HOUR = 10


@strawberry.type
class RequestMutation:
    @strawberry.mutation(
        description="Ask for access, an account, a correction, a naming or a withdrawal. For all.",
        extensions=LISTS,
    )
    def ask_archive(
        self,
        info: Info,
        input: Annotated[
            inputs.AskArchiveInput, strawberry.argument(description="What you ask, and of what.")
        ],
    ) -> payloads.AskArchiveResult:
        limit(info.context, "asking", most=ASKED_AN_HOUR, within_s=HOUR_S)
        subject = None if input.record is None else kind_and_key(input.record)

        def work() -> payloads.AskArchivePayload:
            _, secret = requests.ask(
                actor=info.context.actor,
                wish=str(input.wish.value),
                words=input.words,
                subject=subject,
                name=input.name,
                email=input.email,
                gives="" if input.gives is None else str(input.gives.value),
            )
            return payloads.AskArchivePayload(secret=secret)

        return attempt(work)

    @strawberry.mutation(
        description="Approve or refuse what was asked, with an answer. For staff.",
        extensions=MANAGE,
    )
    def decide_request(
        self,
        info: Info,
        input: Annotated[
            inputs.DecideRequestInput, strawberry.argument(description="Which request, and how.")
        ],
    ) -> payloads.DecideRequestResult:
        actor, key = info.context.actor, uuid_of(input.id, "Request")

        def work() -> payloads.DecideRequestPayload:
            requests.decide(
                actor=actor,
                request_id=key,
                is_approved=input.is_approved,
                answer=input.answer,
                until=input.until,
                username=input.username,
            )
            return payloads.DecideRequestPayload(request=Request.by_key(actor, [key])[key])

        return attempt(work)

    @strawberry.mutation(
        description="Take back a request of yours while nobody has decided. For all.",
        extensions=LISTS,
    )
    def take_back_request(
        self,
        info: Info,
        input: Annotated[
            inputs.TakeBackRequestInput, strawberry.argument(description="Which request.")
        ],
    ) -> payloads.TakeBackRequestResult:
        if (input.id is None) == (input.secret is None):
            raise Refused(Code.BAD_INPUT, "Name the request by `id` or `secret`, not by both.")
        limit(info.context, "answers", most=READ_AN_HOUR, within_s=HOUR_S)
        key = None if input.id is None else uuid_of(input.id, "Request")

        def work() -> payloads.TakeBackRequestPayload:
            row = requests.take_back(
                actor=info.context.actor, request_id=key, secret=input.secret or ""
            )
            return payloads.TakeBackRequestPayload(request=RequestAnswer.of(row))

        return attempt(work)

    @strawberry.mutation(
        description="Mark notices on your desk as read. For whoever has an account.",
        extensions=LISTS,
    )
    def read_notices(
        self,
        info: Info,
        input: Annotated[
            inputs.ReadNoticesInput, strawberry.argument(description="Which of them.")
        ],
    ) -> payloads.ReadNoticesResult:
        keys = None if input.ids is None else [uuid_of(each, "Notice") for each in input.ids]

        def work() -> payloads.ReadNoticesPayload:
            left = requests.read_notices(actor=info.context.actor, notice_ids=keys)
            return payloads.ReadNoticesPayload(unread=left)

        return attempt(work)

    @strawberry.mutation(
        description="Hide a published record at once and silently, at every door. For staff.",
        extensions=DESCRIBE,
    )
    def hide_record(
        self,
        info: Info,
        input: Annotated[
            inputs.HideRecordInput, strawberry.argument(description="Which record, and why.")
        ],
    ) -> payloads.HideRecordResult:
        actor = info.context.actor
        kind, key = kind_and_key(input.id)
        asked: UUID | None = None if input.request is None else uuid_of(input.request, "Request")

        def work() -> payloads.HideRecordPayload:
            requests.hide(
                kind, actor=actor, record_id=key, reason=input.reason or "", request_id=asked
            )
            gone = not wait_for_mirrors()
            of = resource_of(kind)
            found = {} if of is None else of.by_key(actor, [key])
            if key not in found:
                raise errors.NotFound("The record is there no more.")
            return payloads.HideRecordPayload(record=found[key], is_gone_everywhere=gone)

        return attempt(work, about={"NOT_FOUND": "id"})
