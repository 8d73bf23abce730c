"""Pictures and papers that go with a record: add, describe, remove, put in order."""

import hashlib
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

import strawberry
from django.db import models

from archive.access import Actor
from archive.errors import NotFound
from archive.kinds import KINDS
from archive.models import RelatedMedia as Row
from archive.services import related as service
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import read_id, uuid_of
from graphql_api.inputs.changes import changes_in, description_in
from graphql_api.inputs.related import (
    AddRelatedMediaInput,
    RemoveRelatedMediaInput,
    ReorderRelatedMediaInput,
    UpdateRelatedMediaInput,
)
from graphql_api.mutations.doing import Named, edit, once
from graphql_api.mutations.needing import DEPOSIT, DESCRIBE
from graphql_api.payloads.related import (
    RelatedMediaPayload,
    RelatedMediaRecordPayload,
    RelatedMediaRecordResult,
    RelatedMediaResult,
)
from graphql_api.types.item import Item
from graphql_api.types.levels import Collection, Corpus, Fonds
from graphql_api.types.node import Resource
from graphql_api.types.related import RelatedMedia

KIND_OF: dict[type[Resource], str] = {
    Fonds: "fonds",
    Corpus: "corpus",
    Collection: "collection",
    Item: "item",
}
ABOUT = {"NO_ROOM": "file", "ODD_DATE": "date"}
#: What the input has that the service has under another name, or not at all.
_NOT_SAID = frozenset({"id", "record", "file", "position"})


@strawberry.type
class RelatedMediaMutation:
    @strawberry.mutation(
        description="Let a file or an address elsewhere go with a record. For staff.",
        extensions=DEPOSIT,
    )
    def add_related_media(
        self,
        info: Info,
        input: Annotated[
            AddRelatedMediaInput,
            strawberry.argument(description="With which record, and what it is."),
        ],
    ) -> RelatedMediaResult:
        actor, which = info.context.actor, _record(input.record)
        file, made = input.file, list[UUID]()

        def work() -> models.Model:
            made.append(
                once(
                    actor,
                    input.idempotency_key,
                    mutation="addRelatedMedia",
                    digest=_digest(input),
                    work=lambda: (
                        service.add_related_media(
                            actor=actor,
                            kind=KIND_OF[which.of],
                            record_id=UUID(str(which.record_id)),
                            content=None if file is None else file.content,
                            original_name="" if file is None else file.name,
                            if_version=input.if_version,
                            position=input.position,
                            reason=input.reason or "",
                            **_said(description_in(input, Row)),
                        ).pk
                    ),
                )
            )
            return _row(which)

        return edit(info, which, work, lambda record: _both(actor, made[0], record), about=ABOUT)

    @strawberry.mutation(
        description="Change what is said of a related medium. For staff.", extensions=DESCRIBE
    )
    def update_related_media(
        self,
        info: Info,
        input: Annotated[
            UpdateRelatedMediaInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> RelatedMediaResult:
        actor, key = info.context.actor, uuid_of(input.id, "RelatedMedia")
        which = _owner(actor, key)

        def work() -> models.Model:
            service.update_related_media(
                actor=actor,
                media_id=key,
                if_version=input.if_version,
                reason=input.reason or "",
                **_said(changes_in(input, Row)),
            )
            return _row(which)

        return edit(info, which, work, lambda record: _both(actor, key, record), about=ABOUT)

    @strawberry.mutation(
        description="Take a related medium from its record; history can bring it back. For staff.",
        extensions=DESCRIBE,
    )
    def remove_related_media(
        self,
        info: Info,
        input: Annotated[
            RemoveRelatedMediaInput, strawberry.argument(description="Which one is to leave.")
        ],
    ) -> RelatedMediaRecordResult:
        actor, key = info.context.actor, uuid_of(input.id, "RelatedMedia")

        def work() -> models.Model:
            record: models.Model = service.remove_related_media(
                actor=actor,
                media_id=key,
                if_version=input.if_version,
                reason=input.reason or "",
            )
            return record

        return edit(
            info, _owner(actor, key), work, lambda record: RelatedMediaRecordPayload(record=record)
        )

    @strawberry.mutation(
        description="Put a record's related media in an order. For staff.", extensions=DESCRIBE
    )
    def reorder_related_media(
        self,
        info: Info,
        input: Annotated[
            ReorderRelatedMediaInput,
            strawberry.argument(description="The record, and the order."),
        ],
    ) -> RelatedMediaRecordResult:
        which = _record(input.record)
        order = [uuid_of(text, "RelatedMedia") for text in input.order]

        def work() -> models.Model:
            record: models.Model = service.reorder_related_media(
                actor=info.context.actor,
                kind=KIND_OF[which.of],
                record_id=UUID(str(which.record_id)),
                order=order,
                if_version=input.if_version,
                reason=input.reason or "",
            )
            return record

        return edit(info, which, work, lambda record: RelatedMediaRecordPayload(record=record))


def _record(text: str) -> Named:
    node = read_id(text)
    for of in KIND_OF:
        if of.__name__ == node.type_name:
            return Named(of, "record", record_id=node.uuid)
    raise Refused(
        Code.BAD_ID,
        f"Related media go with a fonds, corpus, collection or item, not a {node.type_name}.",
    )


def _owner(actor: Actor, key: UUID) -> Named:
    """Return the record of a medium; where the actor sees none, the service will say so."""
    row = service.visible_media(actor).filter(pk=key).first()
    if row is None:
        return Named(Item, "id", record_id=key)
    kind, record_id = service.owner_of(row)
    return Named(next(of for of in KIND_OF if KIND_OF[of] == kind), "id", record_id=record_id)


def _row(which: Named) -> models.Model:
    """Return what names the record; it is read again before it is shown."""
    return KINDS[KIND_OF[which.of]].model(pk=which.record_id)


def _both(actor: Actor, key: UUID, record: Resource) -> RelatedMediaPayload:
    row = service.visible_media(actor).filter(pk=key).first()
    if row is None:
        raise NotFound("The related medium is there no more.").about("id")
    return RelatedMediaPayload(
        related_media=RelatedMedia.of(row, for_staff=actor.is_staff), record=record
    )


def _said(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in _NOT_SAID}


def _digest(given: AddRelatedMediaInput) -> str:
    """Return what tells this request from another: what was said, and the bytes."""
    file = given.file.content.sha256 if given.file is not None else ""
    return hashlib.sha256(f"{replace(given, file=None)!r} {file}".encode()).hexdigest()
