"""Describe what records point to: places, instruments, groups, languages, agents.

    create_place(actor=actor, name="Sanga", parents=["mali"], kind="settlement")
    update_place(actor=actor, cited="sanga", if_version=3, names=[Name("Sangha", "fr")])
    describe_place(actor=actor, slug="sanga", name="Sanga")     makes it or brings it in line

What is left out stays as it is; lists replace what was there. The same words again change nothing.
Without a slug a new term gets one of its name: two places may share a name.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.classification import check_hornbostel_sachs
from archive.errors import OddValue
from archive.models import Agent, Instrument, Language, Place, Population, VernacularName
from archive.services.editing import staff_only
from archive.services.fields import checked
from archive.services.pointing import columns_of, concept_in
from archive.services.reconcile import Reconciliation
from archive.services.shapes import AGENT, INSTRUMENT, LANGUAGE, PLACE, POPULATION, Shape
from archive.services.terms import (
    MOST_NAMES,
    Match,
    Name,
    TermChanges,
    TreeChanges,
    create_term,
    inside,
    update_term,
)
from archive.tags import language_tag

__all__ = ["Match", "Name"]  # those who describe terms find them here


class Which(TypedDict, total=False):
    """Which record is to be changed, and on what terms: the words of `editing.edited`."""

    cited: str | None
    record_id: UUID | None
    if_version: int | None
    reason: str


class PlaceChanges(TreeChanges, total=False):
    """`type` is a concept of the vocabulary place-types; a position has both its numbers."""

    kind: str
    type: str | None
    latitude: float | None
    longitude: float | None
    country_code: str


class InstrumentChanges(TreeChanges, total=False):
    """A vernacular name that a performance uses cannot be taken away."""

    hornbostel_sachs: str
    vernacular_names: Sequence[Name]


class LanguageChanges(TermChanges, total=False):
    """The slug is the ISO 639-3 code."""

    part1: str
    part2b: str
    part2t: str
    scope: str
    type: str


class AgentChanges(TermChanges, total=False):
    """`lived` is an EDTF interval; the note is the biography."""

    kind: str
    lived: str
    image: str
    image_credit: str
    web_page: str


class PlaceEdit(PlaceChanges, Which, total=False):
    """A change of a place."""


class InstrumentEdit(InstrumentChanges, Which, total=False):
    """A change of an instrument."""


class PopulationEdit(TreeChanges, Which, total=False):
    """A change of a group."""


class LanguageEdit(LanguageChanges, Which, total=False):
    """A change of a language."""


class AgentEdit(AgentChanges, Which, total=False):
    """A change of an agent."""


def create_place(*, actor: Actor, reason: str = "", **changes: Unpack[PlaceChanges]) -> Place:
    """Make a place.

    Raises
    ------
    NotAllowed : not staff.
    OddValue, OddDate : a field that cannot hold its value; `field` names it.
    CodeTaken : the slug that was asked for is, or was, another's.
    """
    place: Place = create_term(
        PLACE, actor=actor, reason=reason, changes=changes, columns=_place_columns
    )
    return place


def update_place(*, actor: Actor, **edit: Unpack[PlaceEdit]) -> Place:
    """Change a place that is named by its slug (`cited`) or its id.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict : as `editing.edited` has it.
    OddValue : so too a place that would become its own ancestor.
    """
    which, changes = _parted(edit)
    place: Place = update_term(PLACE, actor=actor, **which, changes=changes, columns=_place_columns)
    return place


def create_instrument(
    *, actor: Actor, reason: str = "", **changes: Unpack[InstrumentChanges]
) -> Instrument:
    """Make an instrument, or a class of them; errors as in `create_place`."""
    instrument: Instrument = create_term(
        INSTRUMENT,
        actor=actor,
        reason=reason,
        changes=changes,
        columns=_instrument_columns,
        links=_vernacular_names(changes),
    )
    return instrument


def update_instrument(*, actor: Actor, **edit: Unpack[InstrumentEdit]) -> Instrument:
    """Change an instrument; errors as in `update_place`."""
    which, changes = _parted(edit)
    instrument: Instrument = update_term(
        INSTRUMENT,
        actor=actor,
        **which,
        changes=changes,
        columns=_instrument_columns,
        links=_vernacular_names(changes),
    )
    return instrument


def create_population(
    *, actor: Actor, reason: str = "", **changes: Unpack[TreeChanges]
) -> Population:
    """Make a group under the name that it uses; errors as in `create_place`."""
    population: Population = create_term(
        POPULATION, actor=actor, reason=reason, changes=changes, columns=_population_columns
    )
    return population


def update_population(*, actor: Actor, **edit: Unpack[PopulationEdit]) -> Population:
    """Change a group; errors as in `update_place`."""
    which, changes = _parted(edit)
    population: Population = update_term(
        POPULATION, actor=actor, **which, changes=changes, columns=_population_columns
    )
    return population


def create_language(
    *, actor: Actor, reason: str = "", **changes: Unpack[LanguageChanges]
) -> Language:
    """Make a language; its slug is the ISO 639-3 code. Errors as in `create_place`."""
    if not changes.get("slug"):
        raise OddValue("slug", "A language needs its ISO 639-3 code.")
    language: Language = create_term(
        LANGUAGE, actor=actor, reason=reason, changes=changes, columns=_language_columns
    )
    return language


def update_language(*, actor: Actor, **edit: Unpack[LanguageEdit]) -> Language:
    """Change a language; errors as in `update_place`."""
    which, changes = _parted(edit)
    language: Language = update_term(
        LANGUAGE, actor=actor, **which, changes=changes, columns=_language_columns
    )
    return language


def create_agent(*, actor: Actor, reason: str = "", **changes: Unpack[AgentChanges]) -> Agent:
    """Make a person, a group or a body. Who may read the name is said where it is linked."""
    agent: Agent = create_term(
        AGENT, actor=actor, reason=reason, changes=changes, columns=_agent_columns
    )
    return agent


def update_agent(*, actor: Actor, **edit: Unpack[AgentEdit]) -> Agent:
    """Change an agent; errors as in `update_place`."""
    which, changes = _parted(edit)
    agent: Agent = update_term(AGENT, actor=actor, **which, changes=changes, columns=_agent_columns)
    return agent


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
    """Make the place of that slug or bring it in line; None leaves as it is."""
    if (latitude is None) != (longitude is None):
        raise OddValue("latitude", "A position needs both its latitude and its longitude.")
    said = _given(
        name=name,
        kind=kind,
        parents=parents,
        names=names,
        latitude=latitude,
        longitude=longitude,
        country_code=country_code,
        is_authoritative=is_authoritative,
    )
    place: Place = _described(PLACE, create_place, update_place, actor, slug, said)
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
    """Make the instrument of that slug or bring it in line; None leaves as it is."""
    said = _given(
        name=name,
        hornbostel_sachs=hornbostel_sachs,
        parents=parents,
        vernacular_names=vernacular_names,
        is_authoritative=is_authoritative,
    )
    instrument: Instrument = _described(
        INSTRUMENT, create_instrument, update_instrument, actor, slug, said
    )
    return instrument


def describe_population(
    *,
    actor: Actor,
    slug: str,
    name: str,
    names: Sequence[Name] | None = None,
    is_authoritative: bool | None = None,
) -> Population:
    """Make the group of that slug or bring it in line; None leaves as it is."""
    said = _given(name=name, names=names, is_authoritative=is_authoritative)
    population: Population = _described(
        POPULATION, create_population, update_population, actor, slug, said
    )
    return population


def describe_language(
    *, actor: Actor, code: str, name: str, is_authoritative: bool | None = None
) -> Language:
    """Make the language of that ISO 639-3 code or bring it in line; None leaves as it is."""
    said = _given(name=name, is_authoritative=is_authoritative)
    language: Language = _described(LANGUAGE, create_language, update_language, actor, code, said)
    return language


def describe_agent(*, actor: Actor, slug: str, name: str, kind: str | None = None) -> Agent:
    """Make the agent of that slug or bring it in line; None leaves as it is."""
    agent: Agent = _described(
        AGENT, create_agent, update_agent, actor, slug, _given(name=name, kind=kind)
    )
    return agent


def _described(
    shape: Shape, create: Any, update: Any, actor: Actor, slug: str, said: Mapping[str, Any]
) -> Any:
    staff_only(actor)
    if slug.isprintable() and shape.kind.rows.filter(slug=slug).exists():
        return update(actor=actor, cited=slug, **said)
    if not slug:
        raise OddValue("slug", "Slug cannot be empty.")
    return create(actor=actor, slug=slug, **said)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _parted(edit: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part what an edit says from which record it is about."""
    which = {name: value for name, value in edit.items() if name in Which.__annotations__}
    return which, {name: value for name, value in edit.items() if name not in which}


def _place_columns(record: Place | None, given: dict[str, Any]) -> dict[str, Any]:
    values = columns_of(Place, given, record, links=("type",))
    if "type" in given:
        values["type_id"] = concept_in("place-types", given["type"], "type")
    if "latitude" in given or "longitude" in given:
        both = [given.get(name, getattr(record, name, None)) for name in ("latitude", "longitude")]
        if both.count(None) == 1:
            raise OddValue("latitude", "A position needs both its latitude and its longitude.")
    if values.get("country_code") and not re.fullmatch("[A-Z]{2}", values["country_code"]):
        raise OddValue("country_code", "A country's code has two capitals, such as ML.")
    return values


def _instrument_columns(record: Instrument | None, given: dict[str, Any]) -> dict[str, Any]:
    values = columns_of(Instrument, given, record, links=("vernacular_names",))
    if "hornbostel_sachs" in values:
        values["hornbostel_sachs"] = check_hornbostel_sachs(values["hornbostel_sachs"])
    return values


def _population_columns(record: Population | None, given: dict[str, Any]) -> dict[str, Any]:
    return columns_of(Population, given, record)


def _language_columns(record: Language | None, given: dict[str, Any]) -> dict[str, Any]:
    values = columns_of(Language, given, record)
    for name, letters in (("slug", 3), ("part1", 2), ("part2b", 3), ("part2t", 3)):
        if values.get(name) and not re.fullmatch(f"[a-z]{{{letters}}}", values[name]):
            raise OddValue(name, f"{values[name]!r} is no code: it has {letters} small letters.")
    return values


def _agent_columns(record: Agent | None, given: dict[str, Any]) -> dict[str, Any]:
    return columns_of(Agent, given, record, dates=("lived",))


def _vernacular_names(changes: Mapping[str, Any]) -> Any:
    def bring_in_line(instrument: Instrument, bring: Reconciliation) -> None:
        if "vernacular_names" not in changes:
            return
        names: Sequence[Name] = changes["vernacular_names"]
        if len(names) > MOST_NAMES:
            raise OddValue("vernacular_names", f"Names: at most {MOST_NAMES} are possible.")
        rows = []
        for number, each in enumerate(dict.fromkeys((name.name, name.language) for name in names)):
            with inside(f"vernacular_names.{number}"):
                tag = language_tag(each[1]) if each[1] else ""
                rows.append(checked(VernacularName, {"name": each[0], "language": tag}))
        bring.links(VernacularName, {"instrument_id": instrument.pk}, rows)

    return bring_in_line
