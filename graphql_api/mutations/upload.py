"""Deposit: a file is taken in, seen for what it is, and attached to a record."""

import hashlib
import logging
from collections.abc import Callable
from typing import Annotated
from uuid import UUID

import strawberry
from celery import current_app
from django.db import transaction
from django.db.models import Q
from kombu.exceptions import OperationalError

from analysis.runs.services import start_run
from archive import errors
from archive.access import Actor
from archive.models import Collection, Part
from archive.models import Item as ItemRow
from archive.scopes import Scope
from archive.services.describe import create_item
from archive.services.numbering import mint_item_code
from archive.services.remote import fetch_remote
from archive.services.staging import attach_upload, discard_upload, judge_upload, stage_upload
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import uuid_of
from graphql_api.inputs.upload import (
    AttachUploadInput,
    DiscardUploadInput,
    FetchRemoteInput,
    NewItemInput,
    StageUploadInput,
)
from graphql_api.mutations.doing import attempt, once
from graphql_api.mutations.needing import DEPOSIT, refuse_without
from graphql_api.payloads.upload import (
    AttachUploadPayload,
    AttachUploadResult,
    DiscardUploadPayload,
    DiscardUploadResult,
    FetchRemotePayload,
    FetchRemoteResult,
    StageUploadPayload,
    StageUploadResult,
)
from graphql_api.peers import Peers
from graphql_api.types.item import Item
from graphql_api.types.run import Run
from graphql_api.types.upload import StagedUpload

log = logging.getLogger(__name__)

#: Which part of the input an error is about that bears no field of its own.
ABOUT = {"NOT_SOUND": "file", "NO_ROOM": "file"}
ABOUT_FETCHING = {"NOT_FETCHED": "reference", "NOT_SOUND": "reference", "NO_ROOM": "reference"}
ABOUT_ATTACHING = {"NOT_SOUND": "upload", "NO_ROOM": "upload"}
ABOUT_NEW = {"ODD_CODE": "code", "CODE_TAKEN": "code"}


@strawberry.type
class UploadMutation:
    @strawberry.mutation(
        description="Take in a file by a multipart request and say what it is. It waits a day for "
        "`attachUpload`. For staff.",
        extensions=DEPOSIT,
    )
    def stage_upload(
        self,
        info: Info,
        input: Annotated[
            StageUploadInput,
            strawberry.argument(description="What to take in, one part of the multipart request."),
        ],
    ) -> StageUploadResult:
        actor = info.context.actor

        def work() -> StageUploadPayload:
            row = stage_upload(
                actor=actor, coming=input.file.content, original_name=input.file.name
            )
            transaction.on_commit(_ask_for_judgement, robust=True)
            return StageUploadPayload(upload=StagedUpload.of(row, Peers([row])))

        return attempt(work, about=ABOUT)

    @strawberry.mutation(
        description="Fetch a sound of another site, of the hosts that the archive's operator "
        "names, and keep it as `stageUpload` does. For staff.",
        extensions=DEPOSIT,
    )
    def fetch_remote(
        self,
        info: Info,
        input: Annotated[
            FetchRemoteInput, strawberry.argument(description="What to fetch, and by whom.")
        ],
    ) -> FetchRemoteResult:
        actor = info.context.actor

        def work() -> FetchRemotePayload:
            fetched = fetch_remote(
                actor=actor, reference=input.reference, provider=input.provider or ""
            )
            transaction.on_commit(_ask_for_judgement, robust=True)
            return FetchRemotePayload(
                upload=StagedUpload.of(fetched.upload, Peers([fetched.upload])),
                provider=fetched.provider.id,
                is_preview=fetched.provider.is_preview,
                title=fetched.found.title or None,
                credit=fetched.found.credit or None,
                licence=fetched.found.licence or None,
                page=fetched.found.page or None,
            )

        return attempt(work, about=ABOUT_FETCHING)

    @strawberry.mutation(
        description="Make an upload, or a stretch of it, the sound of an item. For staff.",
        extensions=DEPOSIT,
    )
    def attach_upload(
        self,
        info: Info,
        input: Annotated[
            AttachUploadInput,
            strawberry.argument(description="Which upload, which stretch, which record."),
        ],
    ) -> AttachUploadResult:
        actor = info.context.actor
        if input.analyse:
            refuse_without(info, Scope.ANALYSE)
        named = [each for each in (input.item, input.item_code, input.new_item) if each is not None]
        if len(named) != 1:
            raise Refused(
                Code.BAD_INPUT, "Name an `item` or its `itemCode`, or describe a `newItem`: one."
            )
        upload = uuid_of(input.upload, "StagedUpload")
        item = _record(actor, input)
        run: list[UUID] = []

        def work() -> AttachUploadPayload:
            if actor.is_staff:
                judge_upload(upload)  # before the transaction, for it may take seconds
            key = once(
                actor,
                input.idempotency_key,
                mutation="attachUpload",
                digest=hashlib.sha256(repr(input).encode()).hexdigest(),
                work=lambda: attach(),
            )
            part = Part.objects.get(pk=key)
            if input.analyse and not run:
                run.append(start_run(actor=actor, items=[part.item_id]).pk)
            return AttachUploadPayload(
                item=Item.by_key(actor, [part.item_id])[part.item_id],
                position=part.position,
                run=Run.by_key(actor, run)[run[0]] if run else None,
            )

        def attach() -> UUID:
            return attach_upload(
                actor=actor,
                upload_id=upload,
                item=item,
                start_s=input.start,
                end_s=input.end,
                position=input.position,
                stem=input.stem,
                label=input.label or "",
                keep_waiting=input.keep_waiting,
                reason=input.reason or "",
            ).pk

        return attempt(work, about=ABOUT_ATTACHING)

    @strawberry.mutation(
        description="Let an upload go before its day is over. For staff.", extensions=DEPOSIT
    )
    def discard_upload(
        self,
        info: Info,
        input: Annotated[
            DiscardUploadInput,
            strawberry.argument(description="What is not to be kept any longer."),
        ],
    ) -> DiscardUploadResult:
        upload = uuid_of(input.upload, "StagedUpload")

        def work() -> DiscardUploadPayload:
            discard_upload(actor=info.context.actor, upload_id=upload)
            return DiscardUploadPayload(upload=input.upload)

        return attempt(work)


def _ask_for_judgement() -> None:
    """Let a worker read the whole of it; where none comes by, attaching does."""
    try:
        current_app.send_task("archive.judge_uploads", expires=3600, ignore_result=True)
    except (OperationalError, OSError) as error:
        log.warning("The broker does not take the judging of an upload: %s", error)


def _record(actor: Actor, given: AttachUploadInput) -> Callable[[], ItemRow]:
    """Return what finds or makes the record, in the transaction of the deposit."""
    new = given.new_item
    if new is not None:
        return lambda: _made(actor, new, given.reason or "")
    if given.item_code is not None:
        field, which = "item_code", Q(code=given.item_code)
    else:
        field, which = "item", Q(pk=uuid_of(str(given.item), "Item"))

    def found() -> ItemRow:
        row: ItemRow | None = ItemRow.objects.visible_to(actor).filter(which).first()
        if row is None:
            raise errors.NotFound("There is no such item.").about(field)
        return row

    return found


def _made(actor: Actor, new: NewItemInput, reason: str) -> ItemRow:
    try:
        code = _next_code(actor, new) if new.mint_code else new.code
        return create_item(actor=actor, code=code, title=new.title, collection=new.collection)
    except errors.ArchiveError as error:
        error.field = f"new_item.{error.field or ABOUT_NEW.get(error.code, '')}".rstrip(".")
        raise


def _next_code(actor: Actor, new: NewItemInput) -> str:
    if new.code is not None:
        raise errors.OddValue("code", "Give a code or let one be minted, and not both.")
    collection = Collection.objects.visible_to(actor).filter(code=new.collection).first()
    if collection is None:
        raise errors.OddValue("collection", f"No collection is called {new.collection[:40]!r}.")
    return mint_item_code(collection.pk)
