"""Results as files of other programs: where they are fetched."""

import strawberry

from analysis.exports import Offered


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
