"""Which sound an item plays: the master where a browser can, else the copy that a run made."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from analysis.models import Output, OutputKind, Result
from archive.access import Act, Actor, item_rule
from archive.models import Integrity, Part
from archive.playable import plays_in_browser

#: The listening copy's output that is meant to be heard first.
COPY = ("listening_copy", "audio")


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
    """Return the same for many items, in three statements: of each, the first part that plays."""
    parts = list(
        Part.objects.filter(item_rule(actor, Act.LISTEN, "item__"), item__in=list(items))
        .select_related("file")
        .order_by("item", "position")
    )
    copies = _copies([part.pk for part in parts if not _is_heard_as_master(part)])
    found: dict[UUID, Playable] = {}
    for part in parts:
        if part.item_id in found:
            continue
        if _is_heard_as_master(part):
            found[part.item_id] = _master(part)
        elif part.pk in copies:
            found[part.item_id] = _copy(part, *copies[part.pk])
    return found


def _is_heard_as_master(part: Part) -> bool:
    return (
        part.is_whole_file and part.file.integrity == Integrity.OK and plays_in_browser(part.file)
    )


def _master(part: Part) -> Playable:
    return Playable(
        reverse("part-sound", args=[part.item_id, part.position]),
        part.file.mime_type,
        part.file.duration_s or 0.0,
    )


def _copies(parts: list[UUID]) -> dict[UUID, tuple[UUID, Output]]:
    """Return the newest listening copy of each part, with the result that shows it."""
    processor, name = COPY
    shown = (
        Result.objects.filter(part__in=parts, computation__processor=processor)
        .order_by("created_at", "pk")
        .values_list("part", "pk", "computation")
    )
    newest = {part: (result, computation) for part, result, computation in shown}
    media = {
        output.computation_id: output
        for output in Output.objects.filter(
            computation__in=[computation for _, computation in newest.values()],
            name=name,
            kind=OutputKind.MEDIA,
        )
    }
    return {
        part: (result, media[computation])
        for part, (result, computation) in newest.items()
        if computation in media
    }


def _copy(part: Part, result: UUID, output: Output) -> Playable:
    factor = float(output.data.get("timeFactor", 1))
    return Playable(
        reverse("result-media", args=[result, output.name]),
        str(output.data["mimeType"]),
        float(output.data["duration"]) / factor,
        factor,
    )
