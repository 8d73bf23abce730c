"""Merging two terms, and taking that back."""

from typing import Annotated, Any
from uuid import UUID

import strawberry

from archive import errors
from archive.access import Actor
from archive.models import Merge as Row
from archive.services.merge import merge, undo_merge
from archive.services.merging import OddMerge
from archive.services.obstacles import ChangedSince as Obstructed
from graphql_api.context import Info
from graphql_api.inputs.merge import MergeTermsInput, UndoMergeInput
from graphql_api.mutations.doing import refusal
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.errors import VersionConflict
from graphql_api.payloads.life import ChangedSince
from graphql_api.payloads.merge import (
    MergeTermsPayload,
    MergeTermsResult,
    UndoMergePayload,
    UndoMergeResult,
)
from graphql_api.peers import Peers
from graphql_api.types.kind import kind_and_key, resource_of
from graphql_api.types.merge import Merge, merge_named


@strawberry.type
class MergeMutation:
    @strawberry.mutation(
        description=(
            "Take one term into another, everywhere: links, names, matches and children move, its "
            "old address leads to the other's. Look at `mergePreview` first. For staff."
        ),
        extensions=DESCRIBE,
    )
    def merge_terms(
        self,
        info: Info,
        input: Annotated[
            MergeTermsInput, strawberry.argument(description="Which term, and into which.")
        ],
    ) -> MergeTermsResult:
        actor = info.context.actor

        def work() -> MergeTermsPayload:
            kind, source, target = both(input)
            done = merge(
                kind,
                source,
                target,
                actor=actor,
                if_version=input.if_version,
                if_target_version=input.if_target_version,
                reason=input.reason or "",
            )
            return MergeTermsPayload(target=_seen(kind, target, actor), merge=_told(done))

        try:
            return work()
        except errors.VersionConflict as conflict:
            return _conflict(conflict, input, actor)
        except errors.ArchiveError as error:
            return refusal(error)

    @strawberry.mutation(
        description=(
            "Take a merge back, if nothing later stands on it: every row is as it was. For staff."
        ),
        extensions=DESCRIBE,
    )
    def undo_merge(
        self,
        info: Info,
        input: Annotated[
            UndoMergeInput, strawberry.argument(description="Which merge is to be taken back.")
        ],
    ) -> UndoMergeResult:
        actor, number = info.context.actor, merge_named(input.merge)

        def work() -> UndoMergePayload:
            done = undo_merge(number, actor=actor, reason=input.reason or "")
            return UndoMergePayload(
                source=_seen(done.kind, done.source_id, actor),
                target=_seen(done.kind, done.target_id, actor),
                merge=_told(done),
            )

        try:
            return work()
        except Obstructed as error:
            return ChangedSince(
                code=error.code, message=str(error), path=["input"], found=error.obstacles
            )
        except errors.ArchiveError as error:
            return refusal(error)


def both(given: MergeTermsInput) -> tuple[str, UUID, UUID]:
    """Return the kind of the two, and their keys.

    Raises
    ------
    OddMerge : they are of different kinds.
    """
    kind, source = kind_and_key(given.source)
    other, target = kind_and_key(given.target)
    if kind != other:
        raise OddMerge("target", f"A {kind} cannot be merged into a {other}.")
    return kind, source, target


def _seen(kind: str, key: UUID, actor: Actor) -> Any:
    of = resource_of(kind)
    found = of.by_key(actor, [key]) if of is not None else {}
    if key not in found:
        raise errors.NotFound("The record is there no more.")
    return found[key]


def _told(done: Row) -> Merge:
    return Merge.of(done, Peers([]))


def _conflict(
    conflict: errors.VersionConflict, given: MergeTermsInput, actor: Actor
) -> VersionConflict:
    """Show the one of the two that has changed, as it stands now."""
    kind, source, target = both(given)
    is_source = conflict.field == "source"
    return VersionConflict(
        code=conflict.code,
        message=str(conflict),
        path=["input", "ifVersion" if is_source else "ifTargetVersion"],
        current_version=conflict.current,
        record=_seen(kind, source if is_source else target, actor),
        item=None,
    )
