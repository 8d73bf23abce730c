"""What an erasure is about, as long as it is there: the second person has to look at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps

from archive.erasing import ROOTS
from archive.models.belonging import LEVELS

_LONGEST = 200


@dataclass(frozen=True)
class Whereabouts:
    """The record that something is, or belongs to, and what it is called within that."""

    kind: str
    key: UUID
    called: str = ""


def whereabouts(erasures: Iterable[Any]) -> dict[UUID, Whereabouts]:
    """Return where each is to be looked at; nothing of what is gone. One statement a kind."""
    by_kind: dict[str, list[Any]] = {}
    for row in erasures:
        by_kind.setdefault(row.subject_kind, []).append(row)
    found = {}
    for kind, rows in by_kind.items():
        model = apps.get_model(ROOTS[kind].model)
        there: Mapping[Any, Any] = model._base_manager.in_bulk([row.subject_id for row in rows])
        for row in rows:
            if row.subject_id in there:
                found[row.pk] = _of(kind, there[row.subject_id])
    return found


def _of(kind: str, row: Any) -> Whereabouts:
    if kind in {"item", "collection", "agent"}:
        return Whereabouts(kind, row.pk)
    if kind == "comment":
        return Whereabouts(row.subject_kind, row.subject_id, row.text[:_LONGEST])
    if kind == "related_media":
        level = next(each for each in LEVELS if getattr(row, f"{each}_id"))
        return Whereabouts(level, getattr(row, f"{level}_id"), str(row)[:_LONGEST])
    if kind == "part":
        called = f"{row.position} {row.label}".strip()
    else:
        called = str(row.text) if kind == "annotation" else f"{row.kind} {row.title}".strip()
    return Whereabouts("item", row.item_id, called[:_LONGEST])
