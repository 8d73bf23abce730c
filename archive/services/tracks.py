"""Tracks along an item's time: transcripts, lyrics, translations, markers, labels.

    track = create_track(actor=actor, item="X_1", kind="markers", title="Strophes",
                         annotations=[AnnotationPart(12.0, text="Strophe 1")])
    update_track(actor=actor, record_id=track.pk, if_version=1, annotations=[…])

Single annotations stand in `annotating.py`, files of timed text in `timed_text.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import OddValue
from archive.history import changing
from archive.kinds import KINDS
from archive.models import Track
from archive.services.annotating import (
    TRACK,
    AnnotationPart,
    annotation_rows,
    locked_track,
    saying,
)
from archive.services.editing import edit_only, edited, locked, made
from archive.services.fields import checked
from archive.services.pointing import needed
from archive.tags import language_tag

MOST_TRACKS = 100


class TrackChanges(TypedDict, total=False):
    """What can be said of a track."""

    kind: str
    title: str
    language: str
    source: str
    licence: str
    position: int
    audience: str
    annotations: Sequence[AnnotationPart]


def create_track(
    *,
    actor: Actor,
    item: str | None = None,
    item_id: UUID | None = None,
    reason: str = "",
    **says: Unpack[TrackChanges],
) -> Track:
    """Add a track to an item. It needs a kind.

    Raises
    ------
    NotFound, NotAllowed, OddValue
    """
    needed(says, "kind")
    return add_track(
        actor,
        item,
        item_id,
        reason,
        track_columns(says),
        annotation_rows(says.get("annotations", ())),
    )


def update_track(
    *,
    actor: Actor,
    record_id: UUID,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[TrackChanges],
) -> Track:
    """Change a track; `annotations` replace those that were there.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, OddValue
    """
    rows = annotation_rows(says["annotations"]) if "annotations" in says else None
    return change_track(actor, record_id, if_version, reason, track_columns(says), rows)


def delete_track(
    *, actor: Actor, record_id: UUID, if_version: int | None = None, reason: str = ""
) -> UUID:
    """Take a track and what it says away; the item's history keeps both. Return its id.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict
    """
    with changing(actor, reason=reason):
        track = locked_track(actor, record_id, if_version)
        track.delete()
    return record_id


def add_track(
    actor: Actor,
    item: str | None,
    item_id: UUID | None,
    reason: str,
    columns: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
) -> Track:
    """Add a track of checked columns, and annotations of checked columns, to an item."""
    with changing(actor, reason=reason):
        owner = locked(KINDS["item"], actor=actor, cited=item, record_id=item_id)
        edit_only(actor, owner)
        if owner.tracks.count() >= MOST_TRACKS:
            raise OddValue("item", f"An item has at most {MOST_TRACKS} tracks.")
        track: Track = made(
            TRACK,
            actor=actor,
            columns={
                "position": owner.tracks.count() + 1,
                **columns,
                "item": owner,
                "author_id": actor.user_id,
            },
            links=saying(rows),
        )
    track.refresh_from_db()
    return track


def change_track(
    actor: Actor,
    record_id: UUID,
    if_version: int | None,
    reason: str,
    columns: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]] | None,
) -> Track:
    """Change a track to checked columns; without rows its annotations stay."""
    track: Track = edited(
        TRACK,
        actor=actor,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=columns,
        links=None if rows is None else saying(rows),
    )
    return track


def track_columns(says: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of what is said of a track, checked."""
    plain = {name: value for name, value in says.items() if name != "annotations"}
    values = checked(Track, plain)
    if values.get("language"):
        values["language"] = language_tag(values["language"])
    return values
