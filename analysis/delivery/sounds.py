"""Which sound an item plays: the master where a browser can, else the copy that a run made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from analysis.models import Output, OutputKind
from archive.access import Act, Actor, item_rule
from archive.models import Integrity, Item, Part
from archive.playable import plays_in_browser
from archive.timeline import MAIN
from archive.waves import Reading, read
from archive.withholding import hears_whole, made_for

#: Who makes listening copies, and which of them is heard first. A copy at the recording's own
#: speed is made of masters up to 192 kHz, which may be music; above, only the slowed one is there.
PROCESSOR = "listening_copy"
COPIES = ("audio_at_speed", "audio")


@dataclass(frozen=True)
class Playable:
    """A sound that a browser plays. `url` is a path; each request to it asks the rule again."""

    url: str
    mime_type: str
    duration_s: float
    """Of the recording; a slowed copy lasts `time_factor` times as long."""
    time_factor: float = 1.0


def playable(item: UUID, actor: Actor) -> Playable | None:
    """Return what the item plays to this actor; None where there is nothing, or not for them."""
    return playables([item], actor).get(item)


def playables(items: Iterable[UUID], actor: Actor) -> dict[UUID, Playable]:
    """Return the same for many items, in two statements."""
    return read(reading_playables(items, actor))


def reading_playables(items: Iterable[UUID], actor: Actor) -> Reading[dict[UUID, Playable]]:
    """Read what many items play: of each, the first part of its own timeline that plays.

    Stems run beside that timeline; they are played by themselves (`reading_parts`).
    """
    parts = yield _audible(actor).filter(item__in=list(items), stem=MAIN)
    heard = yield from _heard(parts, actor)
    found: dict[UUID, Playable] = {}
    for part in parts:
        if part.pk in heard:
            found.setdefault(part.item_id, heard[part.pk])
    return found


def reading_parts(parts: Iterable[UUID], actor: Actor) -> Reading[dict[UUID, Playable]]:
    """Read what each of many parts plays to this actor, whichever stem it is of."""
    rows = yield _audible(actor).filter(pk__in=list(parts))
    return (yield from _heard(rows, actor))


def _audible(actor: Actor) -> "QuerySet[Part]":
    rows = Part.objects.filter(item_rule(actor, Act.LISTEN, "item__")).select_related("file")
    whole = Exists(Item.objects.filter(hears_whole(actor), pk=OuterRef("item")))
    return rows.annotate(hears_whole=whole).order_by("item", "position")


def _heard(parts: Iterable[Part], actor: Actor) -> Reading[dict[UUID, Playable]]:
    """Read what each part is heard as; a part that does not play yet is absent."""
    copied = [part.pk for part in parts if not _is_heard_as_master(part)]
    copies = (yield from _copies(copied, actor)) if copied else {}
    found: dict[UUID, Playable] = {}
    for part in parts:
        if _is_heard_as_master(part):
            found[part.pk] = _master(part)
        elif part.pk in copies:
            found[part.pk] = _copy(part, copies[part.pk])
    return found


def _is_heard_as_master(part: Part) -> bool:
    return (
        part.hears_whole  # type: ignore[attr-defined]  # annotated
        and part.is_whole_file
        and part.file.integrity == Integrity.OK
        and plays_in_browser(part.file)
    )


def _master(part: Part) -> Playable:
    return Playable(
        reverse("part-sound", args=[part.item_id, part.position]),
        part.file.mime_type,
        part.file.duration_s or 0.0,
    )


@dataclass(frozen=True)
class _Copy:
    """A listening copy, and the result through which an item shows it."""

    result: UUID
    output: Output

    def goes_before(self, other: "_Copy") -> bool:
        """Whether it is rather heard than a copy that was shown no later."""
        if self.result != other.result:
            return True
        return COPIES.index(self.output.name) < COPIES.index(other.output.name)


def _copies(parts: list[UUID], actor: Actor) -> Reading[dict[UUID, _Copy]]:
    """Read the listening copy of each part: of the newest result, the first of `COPIES`."""
    rows: list[Any] = yield (
        Output.objects.filter(
            made_for(
                actor.ears, "computation__results__withheld_key", "computation__results__item__"
            ),
            computation__results__part__in=parts,
            computation__processor=PROCESSOR,
            name__in=COPIES,
            kind=OutputKind.MEDIA,
        )
        .annotate(
            part=F("computation__results__part"),
            shown_by=F("computation__results__pk"),
            shown_at=F("computation__results__created_at"),
        )
        .order_by("shown_at", "shown_by", "name")
    )
    found: dict[UUID, _Copy] = {}
    for row in rows:
        copy = _Copy(row.shown_by, row)
        if row.part not in found or copy.goes_before(found[row.part]):
            found[row.part] = copy
    return found


def _copy(part: Part, copy: _Copy) -> Playable:
    output = copy.output
    factor = float(output.data.get("timeFactor", 1))
    return Playable(
        reverse("result-media", args=[copy.result, output.name]),
        str(output.data["mimeType"]),
        float(output.data["duration"]) / factor,
        factor,
    )
