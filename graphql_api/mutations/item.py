"""Changing a record."""

import re
from typing import Annotated

import strawberry

from archive import errors
from archive.access import Actor
from archive.services.describe import update_item
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import uuid_of
from graphql_api.inputs.item import UpdateItemInput
from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.payloads.item import UpdateItemPayload, UpdateItemResult
from graphql_api.types.item import Item

#: Which part of the input an error is about that bears no field of its own.
ABOUT = {"ODD_DATE": "recorded", "ODD_CODE": "code"}


@strawberry.type
class ItemMutation:
    @strawberry.mutation(description="Change an item's description. For staff.")
    def update_item(
        self,
        info: Info,
        input: Annotated[
            UpdateItemInput, strawberry.argument(description="Which item, and what is to change.")
        ],
    ) -> UpdateItemResult:
        actor = info.context.actor
        if (input.id is None) == (input.code is None):
            raise Refused(Code.BAD_INPUT, "Name the item by `id` or by `code`, and not by both.")
        key = uuid_of(input.id, "Item") if input.id is not None else None
        try:
            row = update_item(
                actor=actor,
                code=input.code,
                item_id=key,
                if_version=input.if_version,
                **input.changes(),
            )
        except errors.NotFound as error:
            which = "id" if input.code is None else "code"
            return NotFound(code=error.code, message=str(error), path=["input", which])
        except errors.NotAllowed as error:
            return Forbidden(code=error.code, message=str(error), path=[])
        except errors.VersionConflict as error:
            return _conflict(error, actor, input)
        except errors.ArchiveError as error:
            return _invalid(error)
        return UpdateItemPayload(item=Item.by_key(actor, [row.pk])[row.pk])


def _conflict(
    error: errors.VersionConflict, actor: Actor, given: UpdateItemInput
) -> VersionConflict | NotFound:
    rows = Item.visible(actor)
    rows = (
        rows.filter(code=given.code)
        if given.id is None
        else rows.filter(pk=uuid_of(given.id, "Item"))
    )
    found = Item.all_of(rows)
    if not found:  # gone since the service looked
        return NotFound(code="NOT_FOUND", message="There is no such item.", path=["input"])
    return VersionConflict(
        code=error.code,
        message=str(error),
        path=["input", "ifVersion"],
        current_version=error.current,
        item=found[0],
    )


def _invalid(error: errors.ArchiveError) -> ValidationError:
    """Say which part of the input is odd, in the input's own names."""
    field = error.field if isinstance(error, errors.OddValue) else ABOUT.get(error.code, "")
    steps = [re.sub(r"_(\w)", lambda m: m[1].upper(), step) for step in field.split(".") if step]
    return ValidationError(code=error.code, message=str(error), path=["input", *steps])
