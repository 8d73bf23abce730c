"""What a list holds, line by line, as far as its reader may find and hear it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from analysis.delivery.sounds import Playable, playables
from archive.access import Actor
from archive.models import Item, Label, Selection, SelectionEntry
from archive.services.selections import MOST_ENTRIES
from graphql_api.filters.item import matching
from graphql_api.filters.order import ItemOrder, item_order
from graphql_api.filters.stored import restored
from ontology import iris


@dataclass(frozen=True)
class Line:
    """One item of a list, or a stretch of it; seconds of its own timeline."""

    title: str
    text: str
    item: Item
    start_s: float | None = None
    end_s: float | None = None
    #: What it plays to the reader; None where they may not hear it, or not yet.
    sound: Playable | None = None

    @property
    def iri(self) -> str:
        return iris.iri_of(self.item)

    @property
    def length_s(self) -> float | None:
        """How long it lasts, where that is known."""
        end = self.end_s
        if end is None and self.sound is not None:
            end = self.sound.duration_s
        return None if end is None else max(0.0, end - (self.start_s or 0.0))

    @property
    def address(self) -> str | None:
        """Where it is heard; a stretch by a media fragment (W3C Media Fragments, 4.2.1)."""
        if self.sound is None:
            return None
        return f"{iris.base()}{self.sound.url}{self.fragment}"

    @property
    def fragment(self) -> str:
        """What names the stretch behind an address; empty where it is the whole."""
        if self.start_s is None and self.end_s is None:
            return ""
        end = "" if self.end_s is None else f",{self.end_s:g}"
        return f"#t={self.start_s or 0:g}{end}"


def lines_of(row: Selection, actor: Actor) -> list[Line]:
    """Return the lines of a list, those of the lists on it in their place, so many at most."""
    found: list[tuple[UUID, SelectionEntry | None]] = []
    for pair in _walk(row, actor, frozenset()):
        found.append(pair)
        if len(found) >= MOST_ENTRIES:
            break
    keys = {key for key, _ in found}
    items = {each.pk: each for each in Item.objects.visible_to(actor).filter(pk__in=keys)}
    sounds = playables(keys - _behind_notices(keys, actor), actor)
    return [
        Line(
            title=(entry.title if entry else "") or items[key].title,
            text=entry.text if entry else "",
            item=items[key],
            start_s=entry.start_s if entry else None,
            end_s=entry.end_s if entry else None,
            sound=sounds.get(key),
        )
        for key, entry in found
        if key in items
    ]


def live_items(row: Selection, actor: Actor) -> list[UUID]:
    """Return what a live list finds now, in order; one more than a list holds, if there is more."""
    if row.live_filter is None:
        return []
    rows = Item.objects.visible_to(actor).filter(matching(restored(row.live_filter), actor))
    ordered = rows.order_by(*item_order(ItemOrder.CODE).expressions())
    return list(ordered.values_list("pk", flat=True)[: MOST_ENTRIES + 1])


def _walk(
    row: Selection, actor: Actor, above: frozenset[UUID]
) -> Iterator[tuple[UUID, SelectionEntry | None]]:
    if row.live_filter is not None:
        yield from ((key, None) for key in live_items(row, actor))
        return
    entries = SelectionEntry.objects.visible_to(actor).filter(selection=row)
    for entry in entries.select_related("inner").order_by("position", "pk"):
        if entry.item_id is not None:
            yield entry.item_id, entry
        elif entry.inner is not None and entry.inner_id not in above:
            yield from _walk(entry.inner, actor, above | {row.pk})


def _behind_notices(items: set[UUID], actor: Actor) -> set[UUID]:
    """Return the items whose sound is given out once a notice was read."""
    unread = Label.objects.before(actor)
    rows = Item.objects.filter(
        Q(label_links__label__in=unread) | Q(collection__label_links__label__in=unread),
        pk__in=items,
    )
    return set(rows.values_list("pk", flat=True))
