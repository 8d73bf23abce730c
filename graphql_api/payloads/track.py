"""What comes of changing tracks and annotations, and of taking timed text in."""

from typing import Annotated, Union

import strawberry

from archive.annotations.cues import Problem
from graphql_api.payloads.errors import (
    Error,
    Forbidden,
    NotFound,
    ValidationError,
    VersionConflict,
)
from graphql_api.types.item import Item
from graphql_api.types.track import Annotation, Track


@strawberry.type(description="A cue that could not be read, or something odd about a file.")
class CueProblem:
    line: int = strawberry.field(description="In which line of the file, counted from 1.")
    message: str = strawberry.field(description="One plain sentence that says what is wrong.")

    @classmethod
    def of(cls, problem: Problem) -> "CueProblem":
        return cls(line=problem.line, message=problem.message)


@strawberry.type(description="Some cues of the file cannot be read; nothing of it was taken in.")
class BadCues(Error):
    good_count: int = strawberry.field(
        description="How many cues are good: `leaveOutBad` takes them alone."
    )
    problem_count: int = strawberry.field(description="How many cues cannot be read.")
    problems: list[CueProblem] = strawberry.field(
        description="What is wrong with the first hundred of them, line by line."
    )


@strawberry.type(description="The track is as you said, or already was.")
class TrackPayload:
    track: Track = strawberry.field(description="The track, as it stands now.")


@strawberry.type(description="Timed text was taken in.")
class ImportTrackPayload:
    track: Track = strawberry.field(description="The track that holds it now.")
    cue_count: int = strawberry.field(description="How many cues were taken in.")
    problem_count: int = strawberry.field(description="How many cues were left out.")
    problems: list[CueProblem] = strawberry.field(
        description="Why the first hundred of those were left out, line by line."
    )


@strawberry.type(description="The track is gone; its item's history keeps it.")
class DeleteTrackPayload:
    id: strawberry.ID = strawberry.field(description="The id that the track had.")


@strawberry.type(description="The annotation is as you said, or already was.")
class AnnotationPayload:
    annotation: Annotation = strawberry.field(description="The annotation, as it stands now.")
    track: Track = strawberry.field(description="The track that says it, with its new version.")


@strawberry.type(description="The annotation is gone; its item's history keeps it.")
class DeleteAnnotationPayload:
    id: strawberry.ID = strawberry.field(description="The id that the annotation had.")


@strawberry.type(description="The part is as you said, or already was.")
class PartPayload:
    item: Item = strawberry.field(description="The item with its parts, as it stands now.")


PartResult = Annotated[
    Union[PartPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("PartResult", description="The item, or why nothing was changed."),
]
TrackResult = Annotated[
    Union[TrackPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("TrackResult", description="The track, or why nothing was changed."),
]
ImportTrackResult = Annotated[
    Union[  # noqa: UP007
        ImportTrackPayload, BadCues, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union(
        "ImportTrackResult", description="The track, or why nothing of the file was taken in."
    ),
]
DeleteTrackResult = Annotated[
    Union[DeleteTrackPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("DeleteTrackResult", description="What has gone, or why it has not."),
]
AnnotationResult = Annotated[
    Union[AnnotationPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("AnnotationResult", description="The annotation, or why nothing changed."),
]
DeleteAnnotationResult = Annotated[
    Union[DeleteAnnotationPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("DeleteAnnotationResult", description="What has gone, or why it has not."),
]
