"""Copying a record of any level."""

from collections.abc import Callable
from typing import Any, TypeVar

from archive import errors
from archive.kinds import Kind
from archive.services.duplicate import duplicate
from graphql_api.context import Info
from graphql_api.inputs.changes import reason_in
from graphql_api.inputs.record import Duplication
from graphql_api.mutations.doing import Refusal, conflicting, made_once, named, refusal
from graphql_api.payloads.errors import VersionConflict
from graphql_api.types.record import Record

P = TypeVar("P")


def copy(
    info: Info, kind: Kind, of: type[Record], given: Duplication, payload: Callable[[Any], P]
) -> P | Refusal | VersionConflict:
    """Copy the record that the input names, as a draft; once under a client's own key."""
    which = named(given, of, code=given.code)
    actor = info.context.actor

    def service() -> Any:
        return duplicate(
            kind,
            actor=actor,
            **which.words,
            if_version=given.if_version,
            new_code=given.new_code,
            include=[str(part.value) for part in given.include or ()],
            reason=reason_in(given),
        )

    try:
        return payload(made_once(info, of, given, service))
    except errors.VersionConflict as conflict:
        return conflicting(which, actor, conflict)
    except errors.ArchiveError as error:
        return refusal(error)
