"""Notices of communities: on which records they stand, and who has read them.

create_label(actor=actor, slug="tk-seasonal", name="TK Seasonal", text="…", community="dogon")
put_labels(actor=actor, kind="item", record_id=…, labels=["tk-seasonal"])
acknowledge(actor=member, label="tk-seasonal")
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.kinds import KINDS, kind_named
from archive.models import Acknowledgement, Community, Label, RecordLabel
from archive.services.editing import edited, locked, made, staff_only
from archive.services.pointing import columns_of, needed

LABEL = KINDS["label"]
POINTS_TO = {"community": (Community, "slug")}
#: The kinds of record that bear labels.
BEARERS = ("collection", "item")
MOST = 20


class LabelChanges(TypedDict, total=False):
    """What can be said of a label; `community` is a slug."""

    slug: str
    family: str
    name: str
    text: str
    translations: Mapping[str, Mapping[str, str]]
    iri: str
    community: str | None
    asks_acknowledgement: bool


def create_label(*, actor: Actor, reason: str = "", **says: Unpack[LabelChanges]) -> Label:
    """Make a label. It needs a slug, a name and its words.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "name", "text")
    columns = columns_of(Label, says, None, points_to=POINTS_TO)
    label: Label = made(LABEL, actor=actor, reason=reason, columns=columns)
    return label


def update_label(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[LabelChanges],
) -> Label:
    """Change a label; who has read its words as they were is asked to read it again.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """
    label: Label = edited(
        LABEL,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: columns_of(Label, says, row, points_to=POINTS_TO),
    )
    return label


def put_labels(
    *,
    actor: Actor,
    kind: str,
    record_id: UUID,
    labels: Sequence[str],
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Let a record bear these labels, in this order, and no others.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict
    OddValue : a kind that bears none, a label that is not there, or too many.
    """
    if kind not in BEARERS:
        raise OddValue("kind", "Labels stand on collections and items.")
    wanted = list(dict.fromkeys(labels))
    if len(wanted) > MOST:
        raise OddValue("labels", f"A record bears {MOST} labels at most.")
    with changing(actor, reason=reason):
        record = locked(kind_named(kind), actor=actor, record_id=record_id)
        staff_only(actor)
        if if_version is not None and if_version != record.version:
            raise VersionConflict(if_version, record.version)
        found = {row.slug: row for row in Label.objects.filter(slug__in=wanted)}
        for slug in wanted:
            if slug not in found:
                raise OddValue("labels", f"There is no label {slug!r}.")
        there = list(record.label_links.order_by("position").values_list("label__slug", flat=True))
        if there != wanted:
            record.label_links.all().delete()
            RecordLabel.objects.bulk_create(
                RecordLabel(**{kind: record}, label=found[slug], position=number)
                for number, slug in enumerate(wanted, start=1)
            )
        record.refresh_from_db()
    return record


def acknowledge(*, actor: Actor, label: str) -> Label:
    """Note that somebody has read a label as its words are now.

    Raises
    ------
    NotAllowed : nobody is signed in.
    NotFound : there is none that the actor may see.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in, so that it can be noted that you have read it.")
    row = Label.objects.visible_to(actor).filter(slug=label).first()
    if row is None:
        raise NotFound("There is no such label.")
    Acknowledgement.objects.bulk_create(
        [Acknowledgement(label=row, user_id=actor.user_id, label_version=row.version)],
        ignore_conflicts=True,
    )
    found: Label = row
    return found
