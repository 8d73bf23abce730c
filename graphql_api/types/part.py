"""The sound that an item consists of: parts of files, and what the files are."""

from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

import strawberry

from archive.access import Actor
from archive.models import Part as PartRow
from archive.timeline import Placed, duration_s, placed
from archive.waves import Reading
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import MOST, First, Relation, led_by, listed, related_rows, single
from graphql_api.types.audio import PART_AUDIO, Audio
from graphql_api.types.result import PART_RESULTS, Result
from graphql_api.types.scalars import BigInt


@strawberry.enum(description="What could be read of a file.")
class Integrity(Enum):
    OK = strawberry.enum_value("ok", description="It was read to its end.")
    PARTIAL = strawberry.enum_value(
        "partial", description="It is damaged: what could be read is kept."
    )


@strawberry.type(description="Facts about a master file, by its samples rather than by its name.")
class File:
    format: str = strawberry.field(description="The container, such as wav or flac.")
    codec: str | None = strawberry.field(description="How the samples are coded, such as pcm_s16.")
    mime_type: str = strawberry.field(description="The media type by which it is served.")
    sample_rate: int | None = strawberry.field(description="Samples per second, in Hz.")
    channels: int | None = strawberry.field(description="How many channels are recorded.")
    bit_depth: int | None = strawberry.field(
        description="Bits per sample; null where the codec does not keep samples as they are."
    )
    frame_count: BigInt | None = strawberry.field(description="Samples per channel.")
    duration: float | None = strawberry.field(description="The file's length in seconds.")
    byte_size: BigInt = strawberry.field(description="The file's size in bytes.")
    sha256: str = strawberry.field(
        description="The checksum of its bytes (SHA-256, hexadecimal), taken at deposit."
    )
    integrity: Integrity = strawberry.field(description="Whether all of it could be read.")
    integrity_note: str | None = strawberry.field(
        description="A sentence that says what is wrong with a damaged file."
    )
    deposited_at: datetime = strawberry.field(description="When the archive received it.")

    @classmethod
    def of(cls, row: Any) -> "File":
        return cls(
            format=row.format,
            codec=row.codec or None,
            mime_type=row.mime_type,
            sample_rate=row.sample_rate,
            channels=row.channels,
            bit_depth=row.bit_depth,
            frame_count=row.frame_count,
            duration=row.duration_s,
            byte_size=row.byte_size,
            sha256=row.sha256,
            integrity=Integrity(row.integrity),
            integrity_note=row.integrity_note or None,
            deposited_at=row.deposited_at,
        )


@strawberry.type(description="A stretch of a file on an item's timeline.")
class Part:
    position: int = strawberry.field(description="Its place among the item's parts, from 1.")
    stem: int = strawberry.field(
        description="0 is the item's own timeline, heard first; others run beside it."
    )
    label: str | None = strawberry.field(
        description="What it is called among the parts: side A, voice, drums."
    )
    starts_at: float | None = strawberry.field(
        description="At which second of the item it begins; null if that cannot be told."
    )
    start: float | None = strawberry.field(
        description="Where it begins in the file, in seconds; null if the rate is not known."
    )
    end: float | None = strawberry.field(
        description="Where it ends in the file, in seconds; null if it goes to the end."
    )
    duration: float | None = strawberry.field(description="How long it sounds, in seconds.")
    licence: str | None = strawberry.field(
        description="Under which licence this file may be used, where it is not its item's."
    )
    file: File = strawberry.field(description="The master file of which it is a part.")
    key_among_peers: strawberry.Private[UUID]
    peers: strawberry.Private[Peers]

    audio: Audio | None = single(
        PART_AUDIO,
        description="This part's own sound; null if you may not hear it or it does not play yet.",
    )

    @strawberry.field(
        description="What processors found in this part by itself, by processor and name.",
        metadata=led_by(PART_RESULTS),
    )
    def results(self, info: Info, first: First = MOST) -> list[Result]:
        found = PART_RESULTS.answer(info, self.peers, self.key_among_peers) or []
        return found[: max(0, min(first, MOST))]

    @classmethod
    def of(cls, where: Placed, peers: Peers) -> "Part":
        row = where.part
        rate = row.file.sample_rate
        return cls(
            position=row.position,
            stem=row.stem,
            label=row.label or None,
            starts_at=where.start_s,
            start=row.start_frame / rate if rate else None,
            end=row.end_frame / rate if rate and row.end_frame is not None else None,
            duration=duration_s(row),
            licence=row.licence or None,
            file=File.of(row.file),
            key_among_peers=row.pk,
            peers=peers,
        )


def _parts(_: Actor, peers: Peers, first: int) -> Reading[dict[UUID, list[Part]]]:
    files = PartRow.objects.select_related("file")
    rows = yield related_rows(files, peers, "item_id", first, "position", "pk")
    together = Peers(rows)
    of_items: dict[UUID, list[PartRow]] = {}
    for row in rows:
        of_items.setdefault(row.item_id, []).append(row)
    return {
        item: [Part.of(where, together) for where in placed(parts)]
        for item, parts in of_items.items()
    }


def parts() -> Any:
    """Return the field of an item for its parts."""
    return listed(
        Relation(_parts),
        description="The stretches of files that it consists of, in their order, stems included.",
    )
