"""What mutations about who may know what share: a record's standing, and people by their names."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import strawberry

from archive import errors
from archive.kinds import KINDS
from archive.mirrors import wait_for_mirrors
from archive.models import User
from graphql_api.context import Info
from graphql_api.ids import read_id
from graphql_api.mutations.doing import attempt
from graphql_api.payloads import access as payloads
from graphql_api.payloads.errors import VersionConflict
from graphql_api.types.kind import resource_of, type_name_of
from graphql_api.types.node import Resource

_KIND_OF = {type_name_of(name): name for name, kind in KINDS.items() if kind.is_level}


def standing(info: Info, record: strawberry.ID, work: Callable[[str, UUID], Any]) -> Any:
    """Change where a record stands; the mirrors are waited for, as after a withdrawal."""
    named_ = read_id(record)

    def done() -> Any:
        kind = _KIND_OF.get(named_.type_name)
        if kind is None:
            raise errors.OddValue("record", "Name a fonds, a corpus, a collection or an item.")
        of = resource_of(kind)
        assert of is not None  # noqa: S101 - every level has its type
        try:
            work(kind, named_.uuid)
        except errors.VersionConflict as conflict:
            return VersionConflict(
                code=conflict.code,
                message=str(conflict),
                path=["input", "ifVersion"],
                current_version=conflict.current,
                record=seen(info, of, named_.uuid),
                item=None,
            )
        return payloads.RecordAccessPayload(
            record=seen(info, of, named_.uuid), is_so_everywhere=not wait_for_mirrors()
        )

    return attempt(done, about={"NOT_FOUND": "record"})


def seen(info: Info, of: type[Resource], key: UUID) -> Any:
    found = of.by_key(info.context.actor, [key])
    if key not in found:
        raise errors.NotFound("The record is there no more.")
    return found[key]


def account(name: str) -> UUID:
    key = User.objects.filter(username=name, is_active=True).values_list("pk", flat=True).first()
    if key is None:
        raise errors.NotFound("There is no such account.").about("person")
    return key
