"""What a record above the items holds, as its items tell it (T-03, T-16, T-51).

A collection stores no country, no group and no length of its own: its items say them. So do those
of a corpus, of a fonds and of an institution, however many levels lie between. Everything starts
from the items that the actor may find, reached through levels that the actor may find: what one
may not see is not counted, and no way that leads through it is gone.

Each question is one statement for any number of records: a subquery for each, in which an item
counts once by however many corpora it is reached.
"""

from collections.abc import Collection as Several
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    ExpressionWrapper,
    F,
    FloatField,
    JSONField,
    Max,
    Min,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Greatest, JSONObject

from archive.access import Act, Actor, item_rule, level_rule
from archive.models import Collection, CollectionCorpus, Corpus, File, Fonds, Holder, Item, Part
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


@dataclass(frozen=True)
class Share:
    """A term, and how many of the items are about it."""

    term: UUID
    items: int


def extents(model: type[Model], actor: Actor, keys: Several[UUID]) -> "QuerySet[Any]":
    """Return the records of these keys, each with its `extent` for `extent_of`."""
    items = _items(model, actor)
    counted = items.values(one=Value(1)).annotate(
        told=JSONObject(items=Count("pk"), earliest=Min("recorded_from"), latest=Max("recorded_to"))
    )
    parts = Part.objects.filter(_found(model, actor, "item__")).order_by()
    heard = parts.values(one=Value(1)).annotate(
        told=JSONObject(
            with_sound=Count("item", distinct=True),
            duration_s=Sum(_length(), filter=Q(stem=MAIN)),
        )
    )
    kept = Part.objects.filter(_found(model, actor, "item__", deeper=1)).order_by().values("file")
    masters = File.objects.filter(pk__in=kept).values(one=Value(1)).annotate(n=Sum("byte_size"))
    rows: QuerySet[Any] = _rows(model, keys).annotate(
        counted=Subquery(counted.values("told"), output_field=JSONField()),
        heard=Subquery(heard.values("told"), output_field=JSONField()),
        kept_bytes=Subquery(masters.values("n"), output_field=BigIntegerField()),
    )
    return rows


def extent_of(row: Any) -> Extent:
    """Return what `extents` read with a row."""
    counted, heard = row.counted or {}, row.heard or {}
    return Extent(
        items=counted.get("items", 0),
        with_sound=heard.get("with_sound", 0),
        duration_s=heard.get("duration_s") or 0.0,
        byte_size=row.kept_bytes or 0,
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
    counted = (
        _items(model, actor)
        .filter(**{f"{to}__isnull": False})
        .values(term=F(f"{to}_id"), name=F(f"{to}__name"))
        # Of all but instruments an item bears each once: nothing has to be sorted to be counted.
        .annotate(number=Count("pk", distinct=facet is Facet.INSTRUMENT))
    )
    ranked = _Upward if facet is Facet.COUNTRY else _Ranked
    rows: QuerySet[Any] = _rows(model, keys).annotate(shares=ranked(counted, first))
    return rows


class _Ranked(Subquery):
    """The terms that a subquery counts, as texts, those with most items first."""

    # Texts read the same alone and among the other questions of a wave.
    template = (
        "ARRAY(SELECT each.term || ' ' || each.number FROM (%(subquery)s) AS each"
        " ORDER BY each.number DESC, each.name, each.term LIMIT %(first)s)"
    )
    output_field = ArrayField(TextField())

    def __init__(self, counted: "QuerySet[Any]", first: int) -> None:
        super().__init__(counted, first=max(0, int(first)))


class _Upward(_Ranked):
    """The countries above the places that a subquery counts: places are fewer than items."""

    # Each place is looked up by itself (OFFSET 0 keeps it so): how many places there are is what
    # the planner guesses worst, and a join by a wrong guess took eight seconds.
    template = (
        "ARRAY(SELECT up.id || ' ' || sum(each.number) FROM (%(subquery)s) AS each"
        " CROSS JOIN LATERAL (SELECT country.id, country.name FROM archive_placeclosure AS within"
        " JOIN archive_place AS country ON country.id = within.ancestor_id"
        " WHERE within.descendant_id = each.term AND country.kind = 'country' OFFSET 0) AS up"
        " GROUP BY up.id, up.name ORDER BY sum(each.number) DESC, up.name, up.id"
        " LIMIT %(first)s)"
    )


def shares_of(row: Any) -> list[Share]:
    """Return what `shares` read with a row."""
    told = (each.split(" ") for each in row.shares or ())
    return [Share(term=UUID(term), items=int(number)) for term, number in told]


def _rows(model: type[Model], keys: Several[UUID]) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model._default_manager.filter(pk__in=keys)
    return rows.order_by()


def _items(model: type[Model], actor: Actor) -> "QuerySet[Any]":
    """Return the items of the row outside this subquery, in no order."""
    return Item.objects.filter(_found(model, actor)).order_by()


def _found(model: type[Model], actor: Actor, path: str = "", deeper: int = 0) -> Q:
    """Return the condition that an item belongs to the row outside, and that one may find it."""
    return item_rule(actor, Act.FIND, path) & _belongs(model, actor, path, deeper)


def _belongs(model: type[Model], actor: Actor, path: str, deeper: int) -> Q:
    if model is Collection:
        return Q(**{f"{path}collection": _outside(deeper)})
    if model is Holder:
        # An item without a keeper of its own is where its collection is.
        through = Q(
            **{f"{path}holder__isnull": True, f"{path}collection__holder": _outside(deeper)}
        )
        return Q(**{f"{path}holder": _outside(deeper)}) | through
    links = CollectionCorpus.objects.filter(level_rule(actor, "corpus", "corpus__"))
    if model is Corpus:
        links = links.filter(corpus=_outside(deeper + 1))
    elif model is Fonds:
        links = links.filter(corpus__fonds_links__fonds=_outside(deeper + 1))
    return Q(**{f"{path}collection__in": links.values("collection")})


def _outside(deeper: int) -> OuterRef:
    """Return the row's key, from so many subqueries further in."""
    return OuterRef("pk") if deeper == 0 else OuterRef(_outside(deeper - 1))


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
