"""Erasing for good: asked by one person, confirmed or refused by another."""

from typing import Annotated
from uuid import UUID

import strawberry

from archive import errors
from archive.erasing import ROOTS
from archive.services import erasure as service
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import read_id, uuid_of
from graphql_api.inputs import erasure as inputs
from graphql_api.mutations.doing import attempt, made_once
from graphql_api.mutations.needing import MANAGE
from graphql_api.payloads import erasure as payloads
from graphql_api.types.erasure import Erasure


@strawberry.type
class ErasureMutation:
    @strawberry.mutation(
        description=(
            "Ask that something be erased for good, with its history and its files. Another person "
            "has to confirm it within two weeks. For staff."
        ),
        extensions=MANAGE,
    )
    def request_erasure(
        self,
        info: Info,
        input: Annotated[
            inputs.RequestErasureInput, strawberry.argument(description="What is to go, and why.")
        ],
    ) -> payloads.RequestErasureResult:
        kind, key = _subject(input)
        actor = info.context.actor

        def work() -> payloads.RequestErasurePayload:
            made = made_once(
                info,
                Erasure,
                input,
                lambda: service.ask(
                    kind,
                    key,
                    actor=actor,
                    reason=input.reason,
                    is_announced=input.is_announced,
                    part=input.part,
                ),
            )
            return payloads.RequestErasurePayload(erasure=made)

        return attempt(work)

    @strawberry.mutation(
        description=(
            "Erase what somebody else asked to be erased. This cannot be taken back. When it "
            "answers, no table holds it any more. For staff."
        ),
        extensions=MANAGE,
    )
    def confirm_erasure(
        self,
        info: Info,
        input: Annotated[
            inputs.ConfirmErasureInput, strawberry.argument(description="Which erasure.")
        ],
    ) -> payloads.ConfirmErasureResult:
        actor, key = info.context.actor, uuid_of(input.id, "Erasure")

        def work() -> payloads.ConfirmErasurePayload:
            row = service.confirm(key, actor=actor)
            return payloads.ConfirmErasurePayload(
                erasure=_shown(info, row.pk), is_gone_everywhere=not row.catching_up
            )

        return attempt(work)

    @strawberry.mutation(
        description="Refuse an erasure, or take back one that you asked for. For staff.",
        extensions=MANAGE,
    )
    def refuse_erasure(
        self,
        info: Info,
        input: Annotated[
            inputs.RefuseErasureInput, strawberry.argument(description="Which, and why not.")
        ],
    ) -> payloads.RefuseErasureResult:
        actor, key = info.context.actor, uuid_of(input.id, "Erasure")

        def work() -> payloads.RefuseErasurePayload:
            row = service.refuse(key, actor=actor, reason=input.reason or "")
            return payloads.RefuseErasurePayload(erasure=_shown(info, row.pk))

        return attempt(work)


def _subject(given: inputs.RequestErasureInput) -> tuple[str, UUID]:
    node = read_id(given.record)
    kinds = {root.model.partition(".")[2]: kind for kind, root in ROOTS.items()}
    kind = kinds.get(node.type_name)
    if kind is None or kind == "part":
        raise Refused(Code.BAD_ID, f"A {node.type_name[:40]} cannot be erased.")
    return kind, node.uuid


def _shown(info: Info, key: UUID) -> Erasure:
    found = Erasure.by_key(info.context.actor, [key])
    if key not in found:
        raise errors.NotFound("There is no such erasure.").about("id")
    return found[key]
