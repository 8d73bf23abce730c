"""The rows themselves: what was gathered is deleted, what only pointed to it is emptied."""

from typing import Any

from django.db import connection, models

from archive.erasing import EMPTIED, Doomed, Eraser, named, pointers_to
from archive.models import Agent, Merge

_AT_ONCE = 5000


def _seek(doomed: Doomed) -> None:
    """Find the terms that were merged into what goes: they are the same person."""
    found = doomed.of(Agent) & doomed.subjects
    while found:
        sources = set(
            Merge.objects.filter(kind="agent", target_id__in=found, undone_at__isnull=True)
            .values_list("source_id", flat=True)
        )  # fmt: skip
        found = sources - doomed.subjects
        doomed.subjects |= found
        doomed.rows[Agent] |= found  # of which there are no rows, but links in the history


def _erase(doomed: Doomed) -> int:
    taken = 0
    for model, keys in doomed.rows.items():
        for other, pointer in pointers_to(model):
            is_nulled = pointer.remote_field.on_delete is models.SET_NULL
            if keys and (is_nulled or named(other, pointer) in EMPTIED):
                rows: Any = other._base_manager.filter(**{f"{pointer.name}__in": keys})
                rows.exclude(pk__in=doomed.of(other)).update(**{pointer.name: None})
    for model, keys in doomed.rows.items():
        taken += delete(model, keys)
    merges = Merge.objects.filter(source_id__in=doomed.subjects)
    taken += (merges | Merge.objects.filter(target_id__in=doomed.subjects)).delete()[0]
    return taken


def delete(model: type[models.Model], keys: set[Any]) -> int:
    """Delete rows by key, as they are: the database checks at the end that nothing points there."""
    taken, ordered = 0, sorted(keys)
    table = connection.ops.quote_name(model._meta.db_table)
    column = connection.ops.quote_name(str(model._meta.pk.column if model._meta.pk else "id"))
    with connection.cursor() as cursor:
        for start in range(0, len(ordered), _AT_ONCE):
            cursor.execute(
                f"DELETE FROM {table} WHERE {column} = ANY (%s)",  # noqa: S608 - names of models
                [ordered[start : start + _AT_ONCE]],
            )
            taken += cursor.rowcount
    return taken


ROWS = Eraser("rows", _seek, _erase)
