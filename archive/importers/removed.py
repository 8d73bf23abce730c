"""What was taken out of the catalogue, by its history: a list read again must not bring it back."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from archive.history import Change


def removed(model: type[models.Model], *columns: str) -> set[tuple[str, ...]]:
    """Return what rows of a table said, as text, before they were deleted or said otherwise.

    Two statements, however many there are. What was put back is there again, and is for the
    caller to find there.
    """
    return {tuple(str(image.get(column) or "") for column in columns) for image in _images(model)}


def _images(model: type[models.Model]) -> Iterator[Mapping[str, Any]]:
    past = Change.objects.filter(table=model._meta.db_table)
    deleted = past.filter(operation="DELETE").values_list("before", flat=True)
    yield from (before for before in deleted if before)
    changed = list(past.filter(operation="UPDATE").values_list("row_id", "before"))
    there = model._default_manager.in_bulk({row_id for row_id, _ in changed})
    now = {str(key): row for key, row in there.items()}
    for row_id, before in changed:
        if before and row_id in now:
            yield {**vars(now[row_id]), **before}
