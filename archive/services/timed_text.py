"""Timed text in files: lyrics and transcripts, taken in as tracks and given out again.

taken = import_track(actor=actor, item="X_1", kind="lyrics", content=data, file_name="X_1.lrc")
text = export_track(actor=actor, record_id=taken.track.pk, to="webvtt")
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Unpack
from uuid import UUID

from archive.access import Actor
from archive.annotations.cues import (
    MOST_CUES,
    Cue,
    NotTimedText,
    Problem,
    TimedText,
    refuse_huge,
)
from archive.annotations.formats import Format, format_named, recognised
from archive.audiences import reads
from archive.errors import NotFound, OddValue
from archive.extents import beyond, sound_ends_at
from archive.models import Annotation, Item, Track
from archive.services.annotating import AnnotationPart, annotation_columns
from archive.services.editing import describers_only
from archive.services.fields import checked
from archive.services.pointing import needed
from archive.services.tracks import TrackChanges, add_track, change_track, track_columns
from archive.tags import language_tag


class BadCues(NotTimedText):
    """A file in which some cues cannot be read; nothing of it was taken in."""

    code = "BAD_CUES"

    def __init__(self, found: TimedText) -> None:
        self.problems: list[Problem] = found.problems
        self.problem_count = found.problem_count
        self.good_count = len(found.cues)
        first = found.problems[0]
        super().__init__(
            f"{self.good_count} cues are good and {self.problem_count} are not. "
            f"Line {first.line}: {first.message}"
        )


@dataclass(frozen=True)
class Taken:
    """A track that came from a file, and what of the file was left out."""

    track: Track
    cue_count: int
    problems: Sequence[Problem]
    problem_count: int


def import_track(
    *,
    actor: Actor,
    content: bytes,
    file_name: str = "",
    format: str | None = None,
    leave_out_bad: bool = False,
    item: str | None = None,
    item_id: UUID | None = None,
    track_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[TrackChanges],
) -> Taken:
    """Take timed text in: as a new track of an item, or in place of what a track said.

    Parameters
    ----------
    format : lrc, webvtt or ttml; without it the file says for itself.
    leave_out_bad : take the good cues where some are bad; else nothing is taken.

    Raises
    ------
    NotTimedText : none of the formats, too large, or without a single good cue.
    BadCues : some cues are bad, each with its line.
    NotFound, NotAllowed, VersionConflict, OddValue
    """
    describers_only(actor)
    refuse_huge(len(content))
    of = format_named(format) if format else recognised(content, file_name)
    found = of.read(content)
    ends = _sound_ends_at(actor, item, item_id, track_id)
    found.leave_out(lambda cue: beyond(cue.start_s, cue.end_s, ends))
    if not found.cues:
        raise _nothing_good(of, found)
    if found.problem_count and not leave_out_bad:
        raise BadCues(found)
    columns = _file_columns(found, of, file_name) | track_columns(says)
    rows = [
        annotation_columns(
            AnnotationPart(cue.start_s, cue.end_s, cue.text, cue.speaker), "annotations"
        )
        for cue in found.cues
    ]
    if track_id is not None:
        track = change_track(actor, track_id, if_version, reason, columns, rows)
    else:
        needed(says, "kind")
        track = add_track(actor, item, item_id, reason, columns, rows)
    return Taken(track, len(found.cues), found.problems, found.problem_count)


def _sound_ends_at(
    actor: Actor, item: str | None, item_id: UUID | None, track_id: UUID | None
) -> float | None:
    """Return where the sound ends along which the cues are to run, as far as that is known."""
    items = Item.objects.visible_to(actor)
    if track_id is not None:
        items = items.filter(tracks=track_id)
    else:
        items = items.filter(code=item) if item_id is None else items.filter(pk=item_id)
    key = items.values_list("pk", flat=True).first()
    return None if key is None else sound_ends_at(key)


def export_track(*, actor: Actor, record_id: UUID, to: str) -> str:
    """Write a track as a file of that format; speakers are named to those who may know them.

    Raises
    ------
    NotFound : there is none that the actor may read.
    NotTimedText : there is no such format.
    """
    of = format_named(to)
    track = Track.objects.visible_to(actor).filter(pk=record_id).first()
    if track is None:
        raise NotFound("There is no such track.")
    return of.write(timed_text_of(track, actor=actor))


def timed_text_of(track: Track, *, actor: Actor) -> TimedText:
    """Return what a track says to the actor, as files say it."""
    names_speakers = reads(actor, Annotation, "speaker")
    rows = Annotation.objects.visible_to(actor).filter(track=track).order_by("start_s", "pk")
    return TimedText(
        cues=[
            Cue(start, end, text, speaker if names_speakers else "")
            for start, end, text, speaker in rows.values_list(
                "start_s", "end_s", "text", "speaker"
            )[:MOST_CUES]
        ],
        title=track.title,
        language=track.language,
    )


def _file_columns(found: TimedText, of: Format, file_name: str) -> dict[str, Any]:
    """Return what a file says of itself; what cannot be kept of that is written down."""
    columns: dict[str, Any] = {"format": of.name, "source": _as_line(file_name, 250)}
    if found.title:
        columns["title"] = _as_line(found.title, 250)
    if found.language:
        try:
            columns["language"] = language_tag(found.language)
        except OddValue as odd:
            found.refuse(1, str(odd))
    return checked(Track, columns)


def _as_line(text: str, longest: int) -> str:
    shown = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(shown.split())[:longest]


def _nothing_good(of: Format, found: TimedText) -> NotTimedText:
    if not found.problems:
        return NotTimedText("The file is empty: there is no cue in it.")
    first = found.problems[0]
    return NotTimedText(
        f"Not one cue of this {of.name} can be read ({found.problem_count} are odd). "
        f"Line {first.line}: {first.message}"
    )
