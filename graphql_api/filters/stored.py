"""Filters that are kept: a live list's, in the API's own words as JSON.

stored(filter)        {"place": "mali", "recordedFrom": "1950-01-01"}
restored(words)       the filter again; what is kept follows the archive, and copies nothing of it
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from graphql_api.errors import Code, Refused
from graphql_api.filters.item import ItemFilter
from graphql_api.filters.reading import ConceptCondition
from graphql_api.types.access import AccessLevel
from graphql_api.types.state import RecordState

_READ: Mapping[str, Callable[[Any], Any]] = {
    "recorded_from": date.fromisoformat,
    "recorded_to": date.fromisoformat,
    "access": lambda name: AccessLevel[name],
    "state": lambda name: RecordState[name],
    "concept": lambda words: ConceptCondition(use=words["use"], slug=words.get("slug")),
    "all_of": lambda several: [restored(each) for each in several],
    "any_of": lambda several: [restored(each) for each in several],
    "not_": lambda one: restored(one),
}


def stored(wanted: ItemFilter) -> dict[str, Any]:
    """Return what a filter says, by the names that clients use.

    Raises
    ------
    Refused : it follows another list, which could follow this one.
    """
    if wanted.selection is not None:
        raise Refused(Code.BAD_INPUT, "A live list does not follow another list.")
    return {
        _camel(each.name): _written(getattr(wanted, each.name))
        for each in dataclasses.fields(wanted)
        if getattr(wanted, each.name) is not None
    }


def restored(words: Mapping[str, Any]) -> ItemFilter:
    """Return the filter that was kept.

    Raises
    ------
    Refused : it was kept by an archive that knew conditions which this one does not.
    """
    try:
        said = {_snake(name): value for name, value in words.items()}
        return ItemFilter(**{name: _READ.get(name, _same)(value) for name, value in said.items()})
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(Code.BAD_INPUT, "The filter of this list can no longer be read.") from error


def _same(value: Any) -> Any:
    return value


def _written(value: Any) -> Any:
    if isinstance(value, ItemFilter):
        return stored(value)
    if isinstance(value, list):
        return [_written(each) for each in value]
    if isinstance(value, ConceptCondition):
        return {"use": value.use, "slug": value.slug}
    if isinstance(value, Enum):
        return value.name
    return value.isoformat() if isinstance(value, date) else value


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name.removesuffix("_"))


def _snake(name: str) -> str:
    words = re.sub(r"[A-Z]", lambda found: f"_{found[0].lower()}", name)
    return "not_" if words == "not" else words
