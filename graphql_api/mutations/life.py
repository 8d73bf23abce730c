"""A record's life: publish, withdraw, delete, restore; and taking changes back."""

from collections.abc import Callable
from typing import Annotated, Any, NoReturn, TypeVar

import strawberry

from archive import errors
from archive.access import Actor
from archive.kinds import KINDS
from archive.mirrors import wait_for_mirrors
from archive.services import lifecycle, obstacles, undoing
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.inputs.life import (
    DeleteRecordInput,
    OfRecord,
    PublishRecordInput,
    RestoreRecordInput,
    RestoreVersionInput,
    UndoChangeInput,
    WithdrawRecordInput,
)
from graphql_api.mutations.doing import Named, edit, refusal
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.life import (
    ChangedSince,
    DeleteRecordPayload,
    DeleteRecordResult,
    InUse,
    PublishRecordPayload,
    PublishRecordResult,
    RestoreRecordPayload,
    RestoreRecordResult,
    RestoreVersionPayload,
    RestoreVersionResult,
    UndoChangePayload,
    UndoChangeResult,
    WithdrawRecordPayload,
    WithdrawRecordResult,
)
from graphql_api.types.history import opened
from graphql_api.types.kind import kind_and_key, resource_of

P = TypeVar("P")


@strawberry.type
class LifeMutation:
    @strawberry.mutation(
        description="Show a draft, or what was withdrawn, to the public. For staff.",
        extensions=DESCRIBE,
    )
    def publish_record(
        self,
        info: Info,
        input: Annotated[
            PublishRecordInput, strawberry.argument(description="Which record is to be shown.")
        ],
    ) -> PublishRecordResult:
        kind, which = _named(input.id)
        actor = info.context.actor

        def work() -> PublishRecordPayload:
            lifecycle.publish(kind, actor=actor, **_words(input, which))
            return PublishRecordPayload(record=_shown(which, actor))

        return _done(info, which, work)

    @strawberry.mutation(
        description=(
            "Take a published record from the public. When this answers, it is gone from every "
            "door. For staff."
        ),
        extensions=DESCRIBE,
    )
    def withdraw_record(
        self,
        info: Info,
        input: Annotated[
            WithdrawRecordInput,
            strawberry.argument(description="Which record, and whether its address says so."),
        ],
    ) -> WithdrawRecordResult:
        kind, which = _named(input.id)
        actor = info.context.actor

        def work() -> WithdrawRecordPayload:
            lifecycle.withdraw(
                kind, actor=actor, is_announced=input.is_announced, **_words(input, which)
            )
            gone = not wait_for_mirrors()
            return WithdrawRecordPayload(record=_shown(which, actor), is_gone_everywhere=gone)

        return _done(info, which, work)

    @strawberry.mutation(
        description=(
            "Put a fonds, corpus, collection or item into the bin, or delete any other record that "
            "nothing uses. Either can be restored. For staff."
        ),
        extensions=DESCRIBE,
    )
    def delete_record(
        self,
        info: Info,
        input: Annotated[
            DeleteRecordInput, strawberry.argument(description="Which record is to go.")
        ],
    ) -> DeleteRecordResult:
        kind, which = _named(input.id)
        actor = info.context.actor

        def work() -> DeleteRecordPayload:
            lifecycle.delete(kind, actor=actor, **_words(input, which))
            return DeleteRecordPayload(id=input.id, is_gone_everywhere=not wait_for_mirrors())

        return _done(info, which, work)

    @strawberry.mutation(
        description=(
            "Bring back a deleted record: from the bin as a draft or withdrawn, any other from its "
            "history with its parts. For staff."
        ),
        extensions=DESCRIBE,
    )
    def restore_record(
        self,
        info: Info,
        input: Annotated[
            RestoreRecordInput, strawberry.argument(description="Which record is to come back.")
        ],
    ) -> RestoreRecordResult:
        kind, which = _named(input.id)
        actor = info.context.actor
        bring_back = lifecycle.take_out_of_bin if KINDS[kind].is_level else undoing.bring_back

        def work() -> RestoreRecordPayload:
            assert which.record_id is not None  # noqa: S101 - it was named by its id
            bring_back(kind, record_id=which.record_id, actor=actor, reason=input.reason or "")
            return RestoreRecordPayload(record=_shown(which, actor))

        return _done(info, which, work)

    @strawberry.mutation(
        description=(
            "Let a record and its parts say again what they said at a moment of their history. "
            "Where it stands and who may see it stays as it is. For staff."
        ),
        extensions=DESCRIBE,
    )
    def restore_version(
        self,
        info: Info,
        input: Annotated[
            RestoreVersionInput,
            strawberry.argument(description="Which record, and to which moment of its history."),
        ],
    ) -> RestoreVersionResult:
        kind, which = _named(input.id)
        actor, to = info.context.actor, opened(input.to)

        def work() -> RestoreVersionPayload:
            undoing.restore(kind, actor=actor, to=to, **_words(input, which))
            return RestoreVersionPayload(record=_shown(which, actor))

        return _done(info, which, work)

    @strawberry.mutation(
        description=(
            "Take back everything that was changed together, if nothing later stands on it: an "
            "edit, a merge, a deletion, an import. For staff."
        ),
        extensions=DESCRIBE,
    )
    def undo_change(
        self,
        info: Info,
        input: Annotated[
            UndoChangeInput, strawberry.argument(description="What is to be taken back.")
        ],
    ) -> UndoChangeResult:
        actor, transaction = info.context.actor, opened(input.moment)

        def work() -> UndoChangePayload:
            count = undoing.undo(actor=actor, transaction_id=transaction, reason=input.reason or "")
            wait_for_mirrors()
            return UndoChangePayload(row_count=count)

        return _done(info, None, work)


def _done(info: Info, which: Named | None, work: Callable[[], P]) -> P | Any:
    """Return what the work gives, or why it was not done, as data."""
    try:
        return work()
    except lifecycle.InUse as error:
        count = sum(error.uses.values())
        return InUse(code=error.code, message=str(error), path=["input", "id"], use_count=count)
    except obstacles.ChangedSince as error:
        return ChangedSince(
            code=error.code, message=str(error), path=["input"], found=error.obstacles
        )
    except errors.ArchiveError as error:
        if which is None:
            return refusal(error.about("moment"))
        return edit(info, which, _raising(error), str)  # it knows how to show a conflict


def _raising(error: errors.ArchiveError) -> Callable[[], NoReturn]:
    def again() -> NoReturn:
        raise error

    return again


def _shown(which: Named, actor: Actor) -> Any:
    """Return the record as staff sees it now."""
    record = which.as_it_stands(actor)
    if record is None:  # gone since the service ended
        raise errors.NotFound("The record is there no more.")
    return record


def _named(text: str) -> tuple[str, Named]:
    kind, key = kind_and_key(text)
    of = resource_of(kind)
    if of is None:
        raise Refused(Code.BAD_ID, f"A {kind} has no type in this schema.")
    return kind, Named(of, "id", record_id=key)


def _words(given: OfRecord, which: Named) -> dict[str, Any]:
    return {
        "record_id": which.record_id,
        "if_version": given.if_version,
        "reason": given.reason or "",
    }
