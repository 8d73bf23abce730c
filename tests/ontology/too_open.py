"""Which fields of a declaration are open to more people than the catalogue's own table allows."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Field, Model
from django.db.models.constants import LOOKUP_SEP

from archive.access import PUBLIC, Audience
from archive.audiences import TABLE, audience_of
from ontology.mappings import declare

_RANK = {Audience.PUBLIC: 0, Audience.MEMBER: 1, Audience.STAFF: 2}


def too_open(
    fields: Sequence[declare.Field], model: type[Model], around: Audience = Audience.PUBLIC
) -> Iterator[tuple[str, bool]]:
    """Yield each column that is read, and whether the declaration says it to too many.

    Parameters
    ----------
    around : the audience of the node or list that the fields stand in.
    """
    for one in fields:
        audience = max(one.audience, around, key=_RANK.__getitem__)
        for column in _columns(one):
            for holder, name in _hops(model, column):
                if holder.__name__ in TABLE:
                    needed = audience_of(holder, name)
                    yield f"{holder.__name__}.{name}", _RANK[audience] < _RANK[needed]
        match one:
            case declare.Many():
                yield from too_open(one.fields, one.rows(PUBLIC).model, audience)
            case declare.Node() | declare.ByRole():
                yield from too_open(one.fields, model, audience)
            case declare.Extra():
                values = [made(declare.Extra.PLACE) for made in one.values.values()]
                yield from too_open(values, model, audience)


def _columns(one: declare.Field) -> Iterator[str]:
    """The columns that a field reads by name; what is computed is read by its own tests."""
    names = ("column", "key", "by", "role", "language", "when")
    named: list[Any] = [getattr(one, name, None) for name in names]
    named += list(getattr(one, "columns", ()))
    translations = getattr(one, "translations", None)
    named += [translations[0]] if translations else []
    yield from (column for column in named if isinstance(column, str) and column)


def _hops(model: type[Model], column: str) -> Iterator[tuple[type[Model], str]]:
    """Each field on the way to a column: who may not know of the digitiser, not of her name."""
    for name in column.split(LOOKUP_SEP):
        if name == "pk":
            return
        field: Any = model._meta.get_field(name)
        if isinstance(field, Field):
            yield model, name
        if field.is_relation:
            model = field.related_model
