"""Results as files of other programs: where they are fetched."""

import strawberry
from django.urls import reverse

from analysis.delivery.exports import Offered
from analysis.io.sound_files import SoundKind


@strawberry.type(description="A file that results can be had as.")
class ExportedFile:
    format: str = strawberry.field(
        description="The name of the format: hdf5, json, csv, xml, npz, jams, textgrid and so on."
    )
    title: str = strawberry.field(description="What the format is called by people.")
    media_type: str = strawberry.field(
        description="What its server calls it: application/json, text/csv and so on."
    )
    url: str = strawberry.field(
        description="Where the file is fetched, a path; each request to it asks the rule again."
    )

    @classmethod
    def of(cls, offered: Offered) -> "ExportedFile":
        of = offered.format
        return cls(format=of.name, title=of.label, media_type=of.mime_type, url=offered.path)


@strawberry.type(description="A sound file that is made of an item's sound when it is fetched.")
class SoundFile:
    title: str = strawberry.field(description="What the format is called by people.")
    media_type: str = strawberry.field(description="What its server calls it: audio/flac, say.")
    is_lossless: bool = strawberry.field(
        description="Whether it holds the samples of the master to the bit."
    )
    url: str = strawberry.field(
        description="Where it is fetched, a path; `?start=` and `?end=` in seconds cut a stretch."
    )

    @classmethod
    def of(cls, cited: str, kind: SoundKind) -> "SoundFile":
        return cls(
            title=kind.name,
            media_type=kind.mime_type,
            is_lossless=kind.is_lossless,
            url=reverse("item-sound", args=[cited, kind.extension]),
        )
