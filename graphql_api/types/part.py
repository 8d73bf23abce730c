"""The sound that an item consists of: parts of files, and what the files are."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry

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
    start: float | None = strawberry.field(
        description="Where it begins in the file, in seconds; null if the rate is not known."
    )
    end: float | None = strawberry.field(
        description="Where it ends in the file, in seconds; null if it goes to the end."
    )
    duration: float | None = strawberry.field(description="How long it sounds, in seconds.")
    file: File = strawberry.field(description="The master file of which it is a part.")

    @classmethod
    def of(cls, row: Any) -> "Part":
        file = row.file
        rate = file.sample_rate
        start = row.start_frame / rate if rate else None
        end = row.end_frame / rate if rate and row.end_frame is not None else None
        last = end if end is not None else file.duration_s
        return cls(
            position=row.position,
            start=start,
            end=end,
            duration=last - start if last is not None and start is not None else None,
            file=File.of(file),
        )
