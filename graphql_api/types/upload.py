"""What somebody uploaded, and what its beginning says it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import strawberry
from django.db.models import F, QuerySet, Window
from django.db.models.functions import DenseRank
from strawberry import relay

from archive.access import Actor
from archive.models import StagedUpload as Row
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned
from graphql_api.types.item import Item
from graphql_api.types.scalars import BigInt


def _holding(actor: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Item]]]:
    uploads: Mapping[UUID, Any] = peers.rows
    of_hash: dict[UUID, str] = {key: row.sha256 for key, row in uploads.items()}
    order = [F("code").asc(nulls_last=True), F("pk").asc()]
    rows = yield (
        Item.visible(actor)
        .filter(parts__file__sha256__in=set(of_hash.values()))
        .annotate(owner_key=F("parts__file__sha256"))
        .annotate(
            owner_rank=Window(DenseRank(), partition_by=F("parts__file__sha256"), order_by=order)
        )
        .filter(owner_rank__lte=first)
        .order_by(*order)
    )
    found: dict[Any, list[Item]] = owned(rows, Item.of)
    return {key: found[sha256] for key, sha256 in of_hash.items() if sha256 in found}


@strawberry.type(
    description="A file that was uploaded and waits a day for its record. Yours alone to see."
)
class StagedUpload:
    id: strawberry.ID = strawberry.field(description="Names it when you attach or discard it.")
    name: str | None = strawberry.field(
        description="What the file was called where it came from; data, never a path here."
    )
    format: str = strawberry.field(
        description="The container, told by its first bytes, such as wav or flac."
    )
    codec: str | None = strawberry.field(description="How its samples are coded, such as pcm_s16.")
    mime_type: str = strawberry.field(description="The media type, told by the bytes.")
    sample_rate: int | None = strawberry.field(description="Samples per second, in Hz.")
    channels: int | None = strawberry.field(description="How many channels it has.")
    bit_depth: int | None = strawberry.field(
        description="Bits per sample; null where the codec does not keep samples as they are."
    )
    duration: float | None = strawberry.field(
        description="Its length in seconds as its header says; attaching it reads the whole."
    )
    byte_size: BigInt = strawberry.field(description="How many bytes arrived.")
    sha256: str = strawberry.field(
        description="The checksum of its bytes (SHA-256, hexadecimal), taken while they arrived."
    )
    is_judged: bool = strawberry.field(
        description="Whether the whole of it has been read, and not its beginning alone."
    )
    problem: str | None = strawberry.field(
        description="What reading the whole brought to light: damage, or that it is no sound."
    )
    staged_at: datetime = strawberry.field(description="When it had arrived.")
    expires_at: datetime = strawberry.field(
        description="Until when it waits; then it is removed without a trace."
    )
    peers: strawberry.Private[Peers]
    key_among_peers: strawberry.Private[UUID]

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(
            id=strawberry.ID(relay.to_base64("StagedUpload", row.pk)),
            name=row.original_name or None,
            format=row.format,
            codec=row.codec or None,
            mime_type=row.mime_type,
            sample_rate=row.sample_rate,
            channels=row.channels,
            bit_depth=row.bit_depth,
            duration=row.duration_s,
            byte_size=BigInt(row.byte_size),
            sha256=row.sha256,
            is_judged=row.judged_at is not None,
            problem=row.refusal or row.integrity_note or None,
            staged_at=row.staged_at,
            expires_at=row.expires_at,
            peers=peers,
            key_among_peers=row.pk,
        )

    held_by: list[Item] = listed(
        Relation(_holding),
        description="The records that hold the same bytes already, by code.",
    )
