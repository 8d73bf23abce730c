"""Tracks and annotations: making, changing, taking away; taking timed text in."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Annotated, Any, TypeVar

import strawberry
from django.db import models
from strawberry import relay

from archive.annotations.cues import refuse_huge
from archive.errors import NotFound
from archive.models import Annotation as AnnotationRow
from archive.models import Part as PartRow
from archive.models import Track as TrackRow
from archive.services import annotating, timed_text, tracks
from archive.services.parts import arrange_part
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import uuid_of
from graphql_api.inputs.changes import changes_in, description_in
from graphql_api.inputs.track import (
    CreateAnnotationInput,
    CreateTrackInput,
    DeleteAnnotationInput,
    DeleteTrackInput,
    ImportTrackInput,
    UpdateAnnotationInput,
    UpdatePartInput,
    UpdateTrackInput,
)
from graphql_api.mutations.doing import Named, attempt, edit, make
from graphql_api.mutations.holdings import in_words_of_the_input
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.track import (
    AnnotationPayload,
    AnnotationResult,
    BadCues,
    CueProblem,
    DeleteAnnotationPayload,
    DeleteAnnotationResult,
    DeleteTrackPayload,
    DeleteTrackResult,
    ImportTrackPayload,
    ImportTrackResult,
    PartPayload,
    PartResult,
    TrackPayload,
    TrackResult,
)
from graphql_api.types.item import Item
from graphql_api.types.track import Annotation, Track

#: Fields of the inputs that say nothing of the track or annotation itself.
_NOT_SAID = ("id", "item", "track", "text", "file", "file_name", "format", "leave_out_bad")

V = TypeVar("V")


@strawberry.type
class TrackMutation:
    @strawberry.mutation(
        description="Add lyrics, markers or another track to an item. For staff.",
        extensions=DESCRIBE,
    )
    def create_track(
        self,
        info: Info,
        input: Annotated[
            CreateTrackInput, strawberry.argument(description="To which item, and what it says.")
        ],
    ) -> TrackResult:
        item = uuid_of(input.item, "Item")
        says = _said(description_in(input, TrackRow))

        def work() -> models.Model:
            return in_words_of_the_input(
                lambda: _about(
                    "item",
                    lambda: tracks.create_track(
                        actor=info.context.actor, item_id=item, reason=input.reason or "", **says
                    ),
                )
            )

        return make(info, Track, input, work, lambda track: TrackPayload(track=track))

    @strawberry.mutation(
        description="Change a track, or all that it says. For staff.", extensions=DESCRIBE
    )
    def update_track(
        self,
        info: Info,
        input: Annotated[
            UpdateTrackInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> TrackResult:
        key = uuid_of(input.id, "Track")
        says = _said(changes_in(input, TrackRow))
        return edit(
            info,
            Named(Track, "id", record_id=key),
            lambda: in_words_of_the_input(
                lambda: tracks.update_track(
                    actor=info.context.actor,
                    record_id=key,
                    if_version=input.if_version,
                    reason=input.reason or "",
                    **says,
                )
            ),
            lambda track: TrackPayload(track=track),
        )

    @strawberry.mutation(
        description="Take a track away; history can bring it back. For staff.", extensions=DESCRIBE
    )
    def delete_track(
        self,
        info: Info,
        input: Annotated[DeleteTrackInput, strawberry.argument(description="Which track.")],
    ) -> DeleteTrackResult:
        key = uuid_of(input.id, "Track")
        which = Named(Track, "id", record_id=key)

        def work() -> models.Model:
            tracks.delete_track(
                actor=info.context.actor,
                record_id=key,
                if_version=input.if_version,
                reason=input.reason or "",
            )
            raise _Gone

        try:
            return edit(info, which, work, lambda _: DeleteTrackPayload(id=input.id))
        except _Gone:
            return DeleteTrackPayload(id=strawberry.ID(relay.to_base64("Track", key)))

    @strawberry.mutation(
        description="Take lyrics or a transcript in, from LRC, WebVTT or TTML. For staff.",
        extensions=DESCRIBE,
    )
    def import_track(
        self,
        info: Info,
        input: Annotated[
            ImportTrackInput,
            strawberry.argument(description="The text or the file, and where it belongs."),
        ],
    ) -> ImportTrackResult:
        result: ImportTrackResult = _importing(info, input)
        return result

    @strawberry.mutation(
        description="Add a marker, or another annotation, to a track. For staff.",
        extensions=DESCRIBE,
    )
    def create_annotation(
        self,
        info: Info,
        input: Annotated[
            CreateAnnotationInput, strawberry.argument(description="What to say, and when.")
        ],
    ) -> AnnotationResult:
        actor, track, part = info.context.actor, uuid_of(input.track, "Track"), input.said()

        def work() -> models.Model:
            return annotating.create_annotation(
                actor=actor, track_id=track, reason=input.reason or "", **asdict(part)
            )

        return make(
            info,
            Annotation,  # type: ignore[arg-type]  # a node below its track's page, read the same way
            input,
            lambda: in_words_of_the_input(lambda: _about("track", work)),
            lambda annotation: _annotated(info, annotation),
        )

    @strawberry.mutation(
        description="Move, end or reword one annotation. For staff.", extensions=DESCRIBE
    )
    def update_annotation(
        self,
        info: Info,
        input: Annotated[
            UpdateAnnotationInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> AnnotationResult:
        key = uuid_of(input.id, "Annotation")
        says = {
            {"start": "start_s", "end": "end_s"}.get(name, name): value
            for name, value in changes_in(input, AnnotationRow).items()
        }

        def work() -> AnnotationPayload:
            annotating.update_annotation(
                actor=info.context.actor,
                annotation_id=key,
                reason=input.reason or "",
                **says,
            )
            return _annotated(info, Annotation.by_key(info.context.actor, [key])[key])

        return attempt(lambda: in_words_of_the_input(lambda: _about("id", work)))

    @strawberry.mutation(
        description="Take one annotation away; history can bring it back. For staff.",
        extensions=DESCRIBE,
    )
    def delete_annotation(
        self,
        info: Info,
        input: Annotated[
            DeleteAnnotationInput, strawberry.argument(description="Which annotation.")
        ],
    ) -> DeleteAnnotationResult:
        key = uuid_of(input.id, "Annotation")

        def work() -> DeleteAnnotationPayload:
            annotating.delete_annotation(
                actor=info.context.actor, annotation_id=key, reason=input.reason or ""
            )
            return DeleteAnnotationPayload(id=strawberry.ID(relay.to_base64("Annotation", key)))

        return attempt(lambda: _about("id", work))


@strawberry.type
class PartMutation:
    @strawberry.mutation(
        description="Say which stem a part is, what it is called, when it begins. For staff.",
        extensions=DESCRIBE,
    )
    def update_part(
        self,
        info: Info,
        input: Annotated[
            UpdatePartInput, strawberry.argument(description="Which part, and what is to change.")
        ],
    ) -> PartResult:
        key = uuid_of(input.item, "Item")
        says = {
            {"starts_at": "starts_at_s"}.get(name, name): value
            for name, value in changes_in(input, PartRow).items()
        }
        return edit(
            info,
            Named(Item, "item", record_id=key),
            lambda: in_words_of_the_input(
                lambda: arrange_part(
                    actor=info.context.actor,
                    item_id=key,
                    position=input.position,
                    if_version=input.if_version,
                    reason=input.reason or "",
                    **says,
                )
            ),
            lambda item: PartPayload(item=item),
        )


def _importing(info: Info, given: ImportTrackInput) -> Any:
    """Take timed text in; conflicts and bad cues are data as well."""
    actor = info.context.actor
    if (given.item is None) == (given.track is None):
        raise Refused(Code.BAD_INPUT, "Name an `item` or a `track`, and not both.")
    if (given.text is None) == (given.file is None):
        raise Refused(Code.BAD_INPUT, "Send a `text` or a `file`, and not both.")
    item = uuid_of(given.item, "Item") if given.item is not None else None
    track = uuid_of(given.track, "Track") if given.track is not None else None
    content, name = _content(given)
    says = _said(description_in(given, TrackRow))
    taken: list[timed_text.Taken] = []

    def _taken() -> timed_text.Taken:
        return timed_text.import_track(
            actor=actor,
            content=content,
            file_name=name,
            format=str(given.format.value) if given.format else None,
            leave_out_bad=given.leave_out_bad,
            item_id=item,
            track_id=track,
            if_version=given.if_version,
            reason=given.reason or "",
            **says,
        )

    def work() -> models.Model:
        try:
            taken.append(_taken())
        except timed_text.BadCues as bad:
            raise _Refused(bad) from None
        return taken[0].track

    def payload(seen: Track) -> ImportTrackPayload:
        if not taken:  # under a key that was used before: what was taken in then
            return ImportTrackPayload(
                track=seen, cue_count=seen.row.annotations.count(), problem_count=0, problems=[]
            )
        return ImportTrackPayload(
            track=seen,
            cue_count=taken[0].cue_count,
            problem_count=taken[0].problem_count,
            problems=[CueProblem.of(each) for each in taken[0].problems],
        )

    about = {"NOT_TIMED_TEXT": "text" if given.file is None else "file"}
    try:
        if track is not None:
            which = Named(Track, "track", record_id=track)
            return edit(info, which, work, payload, about=about)
        digest = hashlib.sha256(content).hexdigest()
        asked = replace(given, file=None)
        return make(
            info, Track, asked, lambda: _about("item", work), payload, about=about, digest=digest
        )
    except _Refused as refused:
        bad = refused.bad
        return BadCues(
            code=bad.code,
            message=str(bad),
            path=["input", about["NOT_TIMED_TEXT"]],
            good_count=bad.good_count,
            problem_count=bad.problem_count,
            problems=[CueProblem.of(each) for each in bad.problems],
        )


def _content(given: ImportTrackInput) -> tuple[bytes, str]:
    """Return the bytes of the file, and its name; too many are refused before they are read."""
    if given.file is None:
        return (given.text or "").encode("utf-8", "surrogatepass"), given.file_name or ""
    refuse_huge(given.file.content.byte_size)
    return given.file.content.path.read_bytes(), given.file.name


def _said(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in _NOT_SAID}


def _annotated(info: Info, annotation: Annotation) -> AnnotationPayload:
    key = annotation.row.track_id
    return AnnotationPayload(
        annotation=annotation, track=Track.by_key(info.context.actor, [key])[key]
    )


def _about(field: str, work: Callable[[], V]) -> V:
    """Do the work; what is not found is what the field names."""
    try:
        return work()
    except NotFound as error:
        raise error.about(field) from None


class _Gone(Exception):
    pass


class _Refused(Exception):
    def __init__(self, bad: timed_text.BadCues) -> None:
        self.bad = bad
        super().__init__(str(bad))
