"""Describe what records point to: places, instruments, groups, languages, agents.

Each makes the term of that slug or brings it in line; the same words again change nothing. What
is left out (None) stays as it is; parents and names that are given replace those that were there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from archive.access import Actor
from archive.errors import NotAllowed, OddValue
from archive.models import (
    Agent,
    Instrument,
    InstrumentEdge,
    Language,
    Place,
    PlaceEdge,
    PlaceName,
    Population,
    PopulationName,
    VernacularName,
)
from archive.services.describe import record_ids
from archive.services.fields import checked
from archive.services.reconcile import Reconciliation

_T = TypeVar("_T", bound=models.Model)


@dataclass(frozen=True)
class Name:
    """Another name; the language is BCP 47."""

    name: str
    language: str = ""


def describe_place(
    *,
    actor: Actor,
    slug: str,
    name: str,
    kind: str | None = None,
    parents: Sequence[str] | None = None,
    names: Sequence[Name] | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    country_code: str | None = None,
    is_authoritative: bool | None = None,
) -> Place:
    """Describe a place; `parents` are slugs of places that it lies in directly.

    Raises
    ------
    NotAllowed : not staff.
    OddValue : a field that cannot hold its value; a ring of places, each in the next.
    """
    if (latitude is None) != (longitude is None):
        raise OddValue("latitude", "A position needs both its latitude and its longitude.")
    with _described(actor, "parents"):
        bring = Reconciliation(overwrite=True)
        values = {
            "name": name,
            "kind": kind,
            "latitude": latitude,
            "longitude": longitude,
            "country_code": country_code,
            "is_authoritative": is_authoritative,
        }
        place = _term(bring, Place, slug, values)
        _parents(bring, PlaceEdge, place, parents)
        _names(bring, PlaceName, {"place_id": place.pk}, names)
    return place


def describe_instrument(
    *,
    actor: Actor,
    slug: str,
    name: str,
    hornbostel_sachs: str | None = None,
    parents: Sequence[str] | None = None,
    vernacular_names: Sequence[Name] | None = None,
    is_authoritative: bool | None = None,
) -> Instrument:
    """Describe an instrument; `parents` are slugs of what it is a kind of.

    A vernacular name that a performance uses cannot be taken away.
    """
    with _described(actor, "parents"):
        bring = Reconciliation(overwrite=True)
        values = {
            "name": name,
            "hornbostel_sachs": hornbostel_sachs,
            "is_authoritative": is_authoritative,
        }
        instrument = _term(bring, Instrument, slug, values)
        _parents(bring, InstrumentEdge, instrument, parents)
        _names(bring, VernacularName, {"instrument_id": instrument.pk}, vernacular_names)
    return instrument


def describe_population(
    *,
    actor: Actor,
    slug: str,
    name: str,
    names: Sequence[Name] | None = None,
    is_authoritative: bool | None = None,
) -> Population:
    """Describe a group under the name that it uses, and its other names."""
    with _described(actor, "names"):
        bring = Reconciliation(overwrite=True)
        values = {"name": name, "is_authoritative": is_authoritative}
        population = _term(bring, Population, slug, values)
        _names(bring, PopulationName, {"population_id": population.pk}, names)
    return population


def describe_language(
    *, actor: Actor, code: str, name: str, is_authoritative: bool | None = None
) -> Language:
    """Describe a language; its code is ISO 639-3."""
    with _described(actor, "code"):
        values = {"name": name, "is_authoritative": is_authoritative}
        return _term(Reconciliation(overwrite=True), Language, code, values)


def describe_agent(*, actor: Actor, slug: str, name: str, kind: str | None = None) -> Agent:
    """Describe a person, a group or a body. Who may read the name is said where it is linked."""
    with _described(actor, "slug"):
        return _term(Reconciliation(overwrite=True), Agent, slug, {"name": name, "kind": kind})


@contextmanager
def _described(actor: Actor, field: str) -> Iterator[None]:
    """One transaction, for staff, whose refusals name a field."""
    if not actor.is_staff:
        raise NotAllowed("Only staff may describe places, instruments, groups and people.")
    try:
        with transaction.atomic():
            yield
    except ValidationError as error:
        name, sentences = next(iter(error.message_dict.items()))
        if name == "__all__":
            raise OddValue(field, _sentence(" ".join(sentences))) from error
        raise OddValue(name, " ".join(sentences)) from error
    except models.ProtectedError as error:
        raise OddValue(field, "A name that a record uses cannot be taken away.") from error
    except IntegrityError as error:
        raise OddValue(field, _sentence(str(error))) from error


def _sentence(refusal: str) -> str:
    """Return what the database's or Django's refusal means; it names the constraint."""
    if re.search("_no_ring|_not_in_itself|_not_of_itself|its own ancestor", refusal):
        return "Parents: it would become its own ancestor."
    if "_on_the_globe" in refusal:
        return "Latitude is from -90 to 90, longitude from -180 to 180."
    return f"The values contradict each other: {refusal.splitlines()[0]}."


def _term(bring: Reconciliation, model: type[_T], slug: str, values: Mapping[str, Any]) -> _T:
    given = {name: value for name, value in values.items() if value is not None}
    return bring.row(model, checked(model, {"slug": slug}), checked(model, given))


def _parents(
    bring: Reconciliation,
    edge: type[models.Model],
    child: models.Model,
    parents: Sequence[str] | None,
) -> None:
    if parents is not None:
        ids = record_ids(type(child), parents, "parents")
        bring.links(edge, {"child_id": child.pk}, [{"parent_id": each} for each in ids])


def _names(
    bring: Reconciliation,
    model: type[models.Model],
    owner: dict[str, object],
    names: Sequence[Name] | None,
) -> None:
    if names is not None:
        said = dict.fromkeys(names)
        rows = [checked(model, {"name": each.name, "language": each.language}) for each in said]
        bring.links(model, owner, rows)
