"""Rolling publication, as a part of the rule: sound that opens on 1 January of a year.

An item whose record says so (`opens_with_age`, its own or its collection's) opens when its year of
recording is as long ago as its collection's rule says (`PublicationRule`; without one, the
archive's default; without that, never). Decided at query time, on the database's clock: nothing
has to run. Age lifts *metadata* to *full*; it lifts no *none*, and no embargo.
"""

from typing import Any

from django.db.models import DateField, DateTimeField, F, Func, IntegerField, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear
from django.db.models.lookups import LessThanOrEqual


def opened_by_age(path: str, now: Any) -> Q:
    """Return the condition that age has opened, by then, an item whose level is *metadata*."""
    return ages(path) & Q(LessThanOrEqual(opens_on(path), Cast(now, DateTimeField())))


def ages(path: str = "") -> Q:
    """Return the condition that it is age alone that an item's level waits for."""
    own, outer = f"{path}", f"{path}collection__"
    marked_item = Q(**{f"{own}access": "metadata", f"{own}opens_with_age": True})
    open_collection = Q(**{f"{outer}access__in": ["mixed", "full"]})
    ageing_collection = Q(**{f"{outer}access": "metadata", f"{outer}opens_with_age": True})
    unmarked_in_mixed = Q(
        **{f"{own}access__isnull": True, f"{own}opens_with_age": True, f"{outer}access": "mixed"}
    )
    follows = Q(**{f"{own}access__isnull": True}) | Q(**{f"{own}access": "full"})
    return (
        (marked_item & (open_collection | ageing_collection))
        | unmarked_in_mixed
        | (follows & ageing_collection)
    )


def opens_on(path: str = "") -> Any:
    """Return the day on which an item is old enough: 1 January; NULL where nothing says when.

    The latest year that its date allows counts; without a date its collection's does.
    """
    recorded = Coalesce(
        F(f"{path}recorded_to"),
        F(f"{path}recorded_from"),
        F(f"{path}collection__recorded_to"),
        F(f"{path}collection__recorded_from"),
        output_field=DateField(),
    )
    year = Cast(ExtractYear(recorded) + _years(path), IntegerField())
    return Func(year, Value(1), Value(1), function="make_date", output_field=DateField())


def _years(path: str) -> Any:
    from archive.models import PublicationRule

    default = PublicationRule.objects.filter(is_default=True).values("years")[:1]
    named = F(f"{path}collection__publication_rule__years")
    return Coalesce(named, Subquery(default), output_field=IntegerField())
