"""What a record's own columns hold, from the words of a description: the same for all levels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.functions import Now

from archive.dates import PartialDate
from archive.errors import OddValue
from archive.identifiers import check_code
from archive.kinds import Kind
from archive.licences import licence
from archive.models import (
    Accession,
    Agreement,
    CodePolicy,
    Collection,
    Holder,
    Place,
    PublicationRule,
)
from archive.models.base import State
from archive.services.describe_links import LISTS
from archive.services.pointing import Pointers, columns_of
from archive.tags import language_tag

#: What a new record may be.
NEW = (State.DRAFT, State.PUBLISHED)
LICENCES = ("licence", "record_licence")


@dataclass(frozen=True)
class _Words:
    """Which words of a level point to records, and which are dates."""

    points_to: Pointers
    dates: tuple[str, ...] = ()


_HELD: Pointers = {"holder": (Holder, "slug"), "agreement": (Agreement, "code")}
_WORDS = {
    "fonds": _Words(_HELD),
    "corpus": _Words(_HELD, ("recorded",)),
    "collection": _Words(
        {
            **_HELD,
            "accession": (Accession, "code"),
            "code_policy": (CodePolicy, "slug"),
            "publication_rule": (PublicationRule, "slug"),
        },
        ("recorded", "published_in"),
    ),
    "item": _Words(
        {**_HELD, "collection": (Collection, "code"), "place": (Place, "slug")},
        ("recorded", "digitised", "published_in"),
    ),
}


def described(
    kind: Kind, given: Mapping[str, Any], record: models.Model | None = None
) -> dict[str, Any]:
    """Return the columns that a description comes to, checked; what is left out stays as it is.

    Parameters
    ----------
    given : `new_code` is the code that it is to bear; the lists (`LISTS`) are not looked at.
    record : as it is now; what it says already is not checked again.

    Raises
    ------
    OddValue, OddDate, OddCode : `field` names the word.
    """
    words = _WORDS[kind.name]
    said = {name: value for name, value in given.items() if name != "new_code"}
    values = columns_of(
        kind.model,
        said,
        record,
        points_to=words.points_to,
        dates=words.dates,
        links=tuple(LISTS[kind.name]),
    )
    if "recorded" in values:
        values |= _recorded(values["recorded"])
    if values.get("language_of_description"):
        name = "language_of_description"
        values[name] = language_tag(values[name], name)
    for name in LICENCES:
        if name in values and values[name] != getattr(record, name, None):
            values[name] = licence(values[name], name)
    if (values.get("approximate_duration_s") or 0) < 0:
        raise OddValue("approximate_duration_s", "Approximate duration: from 0 s on.")
    if "new_code" in given:
        values["code"] = given["new_code"] and check_code(given["new_code"])
    return values


def new(kind: Kind, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a record that is being made: with the licences of who holds it."""
    values = described(kind, given)
    if values.get("state", State.PUBLISHED) not in NEW:
        raise OddValue("state", "State: a new record is a draft or published.")
    if values.get("state", State.PUBLISHED) == State.PUBLISHED:
        values["published_at"] = Now()
    holder = _holder(values)
    if holder is not None:
        for name in LICENCES:
            values[name] = values.get(name) or getattr(holder, f"default_{name}")
    return values


def _recorded(text: str) -> dict[str, Any]:
    if not text:
        return {"recorded_from": None, "recorded_to": None}
    date = PartialDate.parse(text)
    return {"recorded_from": date.earliest, "recorded_to": date.latest}


def _holder(values: Mapping[str, Any]) -> Holder | None:
    """Return who holds a new record: as it says, or as its collection does."""
    if values.get("holder_id"):
        return Holder.objects.get(pk=values["holder_id"])
    collection = values.get("collection_id")
    return Holder.objects.filter(collection_set=collection).first() if collection else None
