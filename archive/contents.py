"""What a record above the items holds, as its items tell it (T-03, T-16, T-51).

A collection stores no country, no group and no length of its own: its items say them. So do those
of a corpus, of a fonds and of an institution, however many levels lie between. Everything starts
from the items that the actor may find, reached through levels that the actor may find: what one
may not see is not counted, and no way that leads through it is gone.

Each question is one statement for any number of records: the items are read once for all of
them, and an item counts once for each by however many corpora it is reached.
"""

from collections.abc import Collection as Several
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    ExpressionWrapper,
    F,
    FloatField,
    Model,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from archive.access import Act, Actor, item_rule, level_rule
from archive.models import (
    Collection,
    CollectionCorpus,
    Corpus,
    Holder,
    Instrument,
    Item,
    Language,
    Part,
    Place,
    Population,
)
from archive.summing import Heard, Ranked, Totals, Upward
from archive.timeline import MAIN


@dataclass(frozen=True)
class Extent:
    """How much it is. Lengths are those of the files, each item's own timeline counted."""

    items: int = 0
    with_sound: int = 0
    duration_s: float = 0.0
    #: Of each master once, however many items it serves.
    byte_size: int = 0
    #: The first and the last day on which anything was recorded, as far as that is known.
    earliest: date | None = None
    latest: date | None = None


class Facet(Enum):
    """What items are about, by the lookup from an item; countries stand above its place."""

    COUNTRY = "country"
    PLACE = "place"
    POPULATION = "population_links__population"
    LANGUAGE = "language_links__language"
    INSTRUMENT = "performances__instrument"


_TABLES: dict[Facet, type[Model]] = {
    Facet.COUNTRY: Place,
    Facet.PLACE: Place,
    Facet.POPULATION: Population,
    Facet.LANGUAGE: Language,
    Facet.INSTRUMENT: Instrument,
}
_TO_FONDS = "corpus__fonds_links__fonds"


@dataclass(frozen=True)
class Share:
    """A term, and how many of the items are about it."""

    term: UUID
    items: int


def extents(model: type[Model], actor: Actor, keys: Several[UUID]) -> "QuerySet[Any]":
    """Return the records of these keys, each with its `extent` for `extent_of`."""
    links = _links(model, actor, keys)
    found = _items(model, actor, keys).values("via", "recorded_from", "recorded_to")
    parts = _via(Part.objects.all(), model, actor, keys, "item__").values(
        "via",
        "item",
        thing=F("file"),
        size=F("file__byte_size"),
        length=Case(When(stem=MAIN, then=_length())),
    )
    rows: QuerySet[Any] = _rows(model, keys).annotate(
        counted=Totals(
            found,
            links,
            made="'items', count(*), 'earliest', min(each.recorded_from),"
            " 'latest', max(each.recorded_to)",
        ),
        heard=Heard(parts, links),
    )
    return rows


def extent_of(row: Any) -> Extent:
    """Return what `extents` read with a row."""
    counted, heard = row.counted or {}, row.heard or {}
    return Extent(
        items=counted.get("items", 0),
        with_sound=heard.get("with_sound", 0),
        duration_s=heard.get("duration_s") or 0.0,
        byte_size=heard.get("byte_size") or 0,
        earliest=_day(counted.get("earliest")),
        latest=_day(counted.get("latest")),
    )


def shares(
    model: type[Model], actor: Actor, keys: Several[UUID], facet: Facet, first: int
) -> "QuerySet[Any]":
    """Return the records of these keys, each with its `shares` for `shares_of`.

    The terms with most items come first, `first` of them at most; equals stand by name.
    """
    to = "place" if facet is Facet.COUNTRY else facet.value
    about = (
        _items(model, actor, keys)
        .filter(**{f"{to}__isnull": False})
        .values("via", term=F(f"{to}_id"))
    )
    if facet is Facet.INSTRUMENT:  # alone of all an item may bear one more than once
        about = about.values("via", "term", "pk").distinct()
    ranked = Upward if facet is Facet.COUNTRY else Ranked
    rows: QuerySet[Any] = _rows(model, keys).annotate(
        shares=ranked(
            about,
            _links(model, actor, keys),
            table=_TABLES[facet]._meta.db_table,
            first=str(max(0, int(first))),
        )
    )
    return rows


def shares_of(row: Any) -> list[Share]:
    """Return what `shares` read with a row."""
    told = (each.split(" ") for each in row.shares or ())
    return [Share(term=UUID(term), items=int(number)) for term, number in told]


def _rows(model: type[Model], keys: Several[UUID]) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model._default_manager.filter(pk__in=keys)
    return rows.order_by()


def _items(model: type[Model], actor: Actor, keys: Several[UUID]) -> "QuerySet[Any, Any]":
    """Return `via` what each item belongs to these records, of all items that one may find."""
    return _via(Item.objects.all(), model, actor, keys, "")


def _via(
    rows: "QuerySet[Any, Any]", model: type[Model], actor: Actor, keys: Several[UUID], path: str
) -> "QuerySet[Any, Any]":
    """Return `via` what each row's item, at `path`, belongs to these records."""
    found = rows.filter(item_rule(actor, Act.FIND, path)).order_by()
    collection = f"{path}collection"
    if model is Holder:
        # An item without a keeper of its own is where its collection is.
        own, around = f"{path}holder", f"{collection}__holder"
        kept = Q(**{f"{own}__in": keys}) | Q(**{f"{own}__isnull": True, f"{around}__in": keys})
        return found.filter(kept).values(via=Coalesce(own, around))
    within = keys if model is Collection else _ways(model, actor, keys).values("collection")
    return found.filter(**{f"{collection}__in": within}).values(via=F(collection))


def _links(model: type[Model], actor: Actor, keys: Several[UUID]) -> "QuerySet[Any, Any]":
    """Return each record, as `owner`, with each `via` by which items belong to it, once."""
    if model in (Collection, Holder):
        return _rows(model, keys).values(owner=F("pk"), via=F("pk"))
    owner = "corpus" if model is Corpus else _TO_FONDS
    return _ways(model, actor, keys).values(owner=F(owner), via=F("collection")).distinct()


def _ways(model: type[Model], actor: Actor, keys: Several[UUID]) -> "QuerySet[Any]":
    """Return what leads from corpora that one may find, or fonds through these, to collections."""
    links = CollectionCorpus.objects.filter(level_rule(actor, "corpus", "corpus__")).order_by()
    return links.filter(**{f"{'corpus' if model is Corpus else _TO_FONDS}__in": keys})


def _length() -> Any:
    """Return how long a part sounds, as `archive.timeline.duration_s` has it."""
    rate, whole, start = F("file__sample_rate"), F("file__duration_s"), F("start_frame")
    cut = ExpressionWrapper((F("end_frame") - start) * 1.0 / rate, output_field=FloatField())
    rest = ExpressionWrapper(whole - start * 1.0 / rate, output_field=FloatField())
    return Case(
        When(Q(file__sample_rate__isnull=True) | Q(file__sample_rate=0), then=whole),
        When(end_frame__isnull=False, then=cut),
        # PostgreSQL passes over what is unknown: of an unknown length nothing is added.
        default=Greatest(Value(0.0), rest),
        output_field=FloatField(),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
