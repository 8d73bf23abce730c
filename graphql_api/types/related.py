"""Pictures, scans, films, texts and pages elsewhere that go with a record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from strawberry import relay

from archive.access import Actor, Audience
from archive.services.related import visible_media
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.audience import Audience as AudienceLevel
from graphql_api.types.said import text
from graphql_api.types.scalars import BigInt
from graphql_api.types.translation import Translation, translations


@strawberry.type(
    description="A picture, a scan, a film, a text or a page elsewhere that goes with a record."
)
class RelatedMedia:
    id: strawberry.ID = strawberry.field(description="Names it when you change or remove it.")
    position: int = strawberry.field(description="Its place among the record's others, from 1.")
    row: strawberry.Private[Any]
    title: str | None = text("title", description="What it shows, in a few words.")
    description: str | None = text("description", description="What it shows, in sentences.")
    translations: list[Translation] = translations()
    date: str | None = strawberry.field(
        description="When it was made, as an EDTF expression such as 1931-11 or 193X."
    )
    mime_type: str | None = strawberry.field(
        description="Its media type, told by its bytes; null for an address elsewhere."
    )
    url: str = strawberry.field(
        description="Where it is: an address elsewhere, or a path of this site."
    )
    is_kept_here: bool = strawberry.field(
        description="Whether this archive keeps its bytes; else it is an address elsewhere."
    )
    byte_size: BigInt | None = strawberry.field(description="How many bytes are kept.")
    sha256: str | None = strawberry.field(
        description="The checksum of the bytes that are kept (SHA-256, hexadecimal)."
    )
    original_name: str | None = strawberry.field(
        description="What the file was called where it came from. For staff; null for others."
    )
    credit: str | None = strawberry.field(description="How to name those to whom it is owed.")
    licence: str | None = strawberry.field(
        description="Under which licence it may be used: an SPDX identifier or a web address."
    )
    audience: AudienceLevel | None = strawberry.field(
        description="For whom it is, beside its record's own rule. For staff; null for others."
    )
    added_at: datetime = strawberry.field(description="When it was put with the record.")

    @classmethod
    def of(cls, row: Any, *, for_staff: bool) -> "RelatedMedia":
        return cls(
            id=strawberry.ID(relay.to_base64("RelatedMedia", row.pk)),
            position=row.position,
            row=row,
            date=row.date or None,
            mime_type=row.mime_type or None,
            url=row.url or f"/media/related/{row.pk}",
            is_kept_here=bool(row.storage_name),
            byte_size=None if row.byte_size is None else BigInt(row.byte_size),
            sha256=row.sha256 or None,
            original_name=(row.original_name or None) if for_staff else None,
            credit=row.credit or None,
            licence=row.licence or None,
            audience=AudienceLevel(row.audience) if for_staff else None,
            added_at=row.added_at,
        )


def related_media_of(owner: str) -> Any:
    """Return the field of a level, whose kind names the column that leads to it."""

    def read(actor: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, list[RelatedMedia]]]:
        for_staff = Audience.STAFF in actor.audiences
        rows = yield related_rows(
            visible_media(actor), peers, f"{owner}_id", first, "position", "pk"
        )
        return owned(rows, lambda row, _: RelatedMedia.of(row, for_staff=for_staff))

    return listed(
        Relation(read),
        description="The pictures, scans, films and pages that go with it, in their order.",
    )
