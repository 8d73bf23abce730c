"""Annotations: what a track says of moments and stretches of an item, one by one or all at once.

Times are seconds from the item's start; what lies after its sound has ended is refused. What is
said anew replaces what a track said, and rows that stay the same are not touched. A track's version
rises with its annotations.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import connection

from archive.access import Actor
from archive.annotations.cues import LATEST_S, LONGEST_CUE, MOST_CUES
from archive.errors import NotFound, OddValue, VersionConflict
from archive.extents import refuse_beyond, sound_ends_at
from archive.history import changing
from archive.kinds import Kind
from archive.models import Annotation, Concept, Track
from archive.services.editing import edit_only, locked
from archive.services.fields import checked

TRACK = Kind("track", Track, "id")
_BATCH = 2_000
_SAID = ("start_s", "end_s", "text", "speaker", "concept_id", "confidence")


@dataclass(frozen=True)
class AnnotationPart:
    """What is said of a moment, or of a stretch ``[start_s, end_s)``.

    `concept` is a vocabulary's slug and a concept's in it, as in ``keywords/lullaby``.
    """

    start_s: float
    end_s: float | None = None
    text: str = ""
    speaker: str = ""
    concept: str | None = None
    confidence: float | None = None


class AnnotationChanges(TypedDict, total=False):
    """What can be said of one annotation; see `AnnotationPart`."""

    start_s: float
    end_s: float | None
    text: str
    speaker: str
    concept: str | None
    confidence: float | None


def create_annotation(
    *, actor: Actor, track_id: UUID, reason: str = "", **says: Unpack[AnnotationChanges]
) -> Annotation:
    """Add one annotation to a track. It needs the time at which it begins.

    Raises
    ------
    NotFound, NotAllowed, OddValue
    """
    if says.get("start_s") is None:
        raise OddValue("start_s", "Say at which second the annotation begins.")
    with changing(actor, reason=reason):
        track = locked_track(actor, track_id)
        row = annotation_columns(AnnotationPart(**says), "")
        refuse_beyond(row, sound_ends_at(track.item_id), "")
        if Annotation.objects.filter(track=track).count() >= MOST_CUES:
            raise OddValue("track", f"A track holds at most {MOST_CUES} annotations.")
        annotation = Annotation.objects.create(track=track, item_id=track.item_id, **row)
        _raise_version(track)
    return annotation


def update_annotation(
    *, actor: Actor, annotation_id: UUID, reason: str = "", **says: Unpack[AnnotationChanges]
) -> Annotation:
    """Change one annotation.

    Raises
    ------
    NotFound, NotAllowed, OddValue
    """
    with changing(actor, reason=reason):
        annotation = _locked_annotation(actor, annotation_id)
        now: dict[str, Any] = {
            name: getattr(annotation, name)
            for name in ("start_s", "end_s", "text", "speaker", "confidence")
        }
        values = annotation_columns(AnnotationPart(**(now | dict(says))), "")
        if "concept" not in says:
            del values["concept_id"]
        changed = [name for name, value in values.items() if getattr(annotation, name) != value]
        if {"start_s", "end_s"} & set(changed):
            refuse_beyond(values, sound_ends_at(annotation.item_id), "")
        if changed:
            for name in changed:
                setattr(annotation, name, values[name])
            annotation.save(update_fields=changed)
            _raise_version(annotation.track)
    return annotation


def delete_annotation(*, actor: Actor, annotation_id: UUID, reason: str = "") -> UUID:
    """Take one annotation away; return its id.

    Raises
    ------
    NotFound, NotAllowed
    """
    with changing(actor, reason=reason):
        annotation = _locked_annotation(actor, annotation_id)
        track = annotation.track
        annotation.delete()
        _raise_version(track)
    return annotation_id


def saying(rows: Sequence[Mapping[str, Any]]) -> Callable[[Track, object], None]:
    """Return what brings a track's annotations in line: what is there already is left alone."""

    def bring_in_line(track: Track, _: object) -> None:
        there: defaultdict[tuple[Any, ...], list[UUID]] = defaultdict(list)
        for pk, *said in Annotation.objects.filter(track=track).values_list("pk", *_SAID):
            there[tuple(said)].append(pk)
        new = []
        ends = sound_ends_at(track.item_id)
        for n, row in enumerate(rows):
            same = there.get(tuple(row[name] for name in _SAID))
            if same:
                same.pop()
            else:
                refuse_beyond(row, ends, f"annotations.{n}.")
                new.append(Annotation(track=track, item_id=track.item_id, **row))
        gone = [pk for some in there.values() for pk in some]
        for at in range(0, len(gone), _BATCH):
            Annotation.objects.filter(pk__in=gone[at : at + _BATCH]).delete()
        Annotation.objects.bulk_create(new, batch_size=_BATCH)
        if gone or new:
            _raise_version(track)

    return bring_in_line


def locked_track(actor: Actor, record_id: UUID, if_version: int | None = None) -> Track:
    """Return the track, locked until the transaction ends, for who may change it.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict
    """
    track: Track = locked(TRACK, actor=actor, record_id=record_id)
    edit_only(actor, track)
    if if_version is not None and if_version != track.version:
        raise VersionConflict(if_version, track.version)
    return track


def _locked_annotation(actor: Actor, annotation_id: UUID) -> Annotation:
    found = (
        Annotation.objects.visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("track")
        .filter(pk=annotation_id)
        .first()
    )
    if found is None:
        raise NotFound("There is no such annotation.")
    edit_only(actor, found)
    annotation: Annotation = found
    return annotation


def _raise_version(track: Track) -> None:
    """Let a track's version rise although none of its own columns has changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.touch', 'on', true)")
        cursor.execute("UPDATE archive_track SET version = version WHERE id = %s", [track.pk])
        cursor.execute("SELECT set_config('archive.touch', 'off', true)")


def annotation_rows(parts: Sequence[AnnotationPart]) -> list[dict[str, Any]]:
    """Return the columns of a track's annotations, checked.

    Raises
    ------
    OddValue : `field` is such as ``annotations.12.end_s``.
    """
    if len(parts) > MOST_CUES:
        raise OddValue("annotations", f"A track holds at most {MOST_CUES} annotations.")
    return [annotation_columns(part, f"annotations.{n}") for n, part in enumerate(parts)]


def annotation_columns(part: AnnotationPart, where: str) -> dict[str, Any]:
    """Return the columns of one annotation, checked."""
    steps = f"{where}." if where else ""
    for name, moment in (("start_s", part.start_s), ("end_s", part.end_s)):
        if moment is not None and not (math.isfinite(moment) and 0 <= moment <= LATEST_S):
            raise OddValue(f"{steps}{name}", f"{moment} is no second of a recording.")
    if part.end_s is not None and part.end_s < part.start_s:
        raise OddValue(
            f"{steps}end_s",
            f"An annotation that begins at {part.start_s} s cannot end at {part.end_s} s.",
        )
    if len(part.text) > LONGEST_CUE:
        raise OddValue(f"{steps}text", f"An annotation has at most {LONGEST_CUE} characters.")
    try:
        values = checked(
            Annotation,
            {
                "text": part.text.replace("\r\n", "\n").replace("\r", "\n"),
                "speaker": " ".join(part.speaker.split()),
                "confidence": part.confidence,
            },
        )
    except OddValue as odd:
        raise OddValue(f"{steps}{odd.field}", str(odd)) from odd
    if part.confidence is not None and not 0 <= part.confidence <= 1:
        raise OddValue(f"{steps}confidence", "A confidence lies between 0 and 1.")
    return {
        "start_s": float(part.start_s),
        "end_s": None if part.end_s is None else float(part.end_s),
        "concept_id": _concept(part.concept, f"{steps}concept") if part.concept else None,
        **values,
    }


def _concept(named: str, where: str) -> UUID:
    scheme, _, slug = named.partition("/")
    key: UUID | None = None
    if named.isprintable():
        found = Concept.objects.filter(scheme__slug=scheme, slug=slug)
        key = found.values_list("pk", flat=True).first()
    if key is None:
        raise OddValue(
            where, f"There is no concept {named[:80]!r}: write vocabulary/concept, by their slugs."
        )
    return key
