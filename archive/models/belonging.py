"""Rows that belong to one record, whatever its level: identifiers, related media, terms, values."""

from django.db import models
from django.db.models import Func, IntegerField
from django.db.models.lookups import Exact

#: The four levels of description, and their tables.
LEVELS = {
    "fonds": "archive_fonds",
    "corpus": "archive_corpus",
    "collection": "archive_collection",
    "item": "archive_item",
}


class NonNulls(Func):
    """How many of its arguments are not NULL."""

    function = "num_nonnulls"
    output_field = IntegerField()


def exactly_one(*fields: str, name: str) -> models.CheckConstraint:
    """Let the database refuse a row that belongs to nothing, or to two things."""
    return models.CheckConstraint(name=name, condition=Exact(NonNulls(*fields), 1))


def belongs(
    to: str, related_name: str
) -> "models.ForeignKey[models.Model | None, models.Model | None]":
    """Return the column that names an owner of that kind."""
    return models.ForeignKey(
        f"archive.{to}", null=True, blank=True, on_delete=models.CASCADE, related_name=related_name
    )
