"""What making and changing a term have in common, whatever its kind.

A term has a slug, a name and a note; names in other languages, of other times or in other scripts;
matches in other authorities' lists; and, where its kind is a tree, parents. The services of
one kind (describe_terms.py, describe_vocabularies.py) add the columns of their own. Lists that
are given replace what was there; what is left out stays.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypedDict
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from archive.access import Actor
from archive.authorities import check_match
from archive.dates import PartialDate
from archive.errors import ArchiveError, CodeTaken, OddValue
from archive.identifiers import new_id, slug_of
from archive.kinds import Kind
from archive.models import OldCode
from archive.services.cited import record_ids
from archive.services.editing import edited, made, staff_only
from archive.services.fields import checked
from archive.services.reconcile import Reconciliation
from archive.services.shapes import Shape
from archive.tags import language_tag

MOST_NAMES = 500
MOST_MATCHES = 200
MOST_PARENTS = 50
#: How often a slug that somebody took meanwhile is minted anew.
_TRIES = 5


@dataclass(frozen=True)
class Name:
    """Another name; the language is BCP 47, the kind one of `NameKind`, `used` EDTF."""

    name: str
    language: str = ""
    kind: str = "alternative"
    used: str = ""


@dataclass(frozen=True)
class Match:
    """The term in another authority's list; the kind is one of `MatchKind`."""

    iri: str
    kind: str = "exact"


class TermChanges(TypedDict, total=False):
    """What can be said of any term."""

    slug: str
    name: str
    note: str
    translations: Mapping[str, Mapping[str, str]]
    is_authoritative: bool
    names: Sequence[Name]
    matches: Sequence[Match]


class TreeChanges(TermChanges, total=False):
    """What can be said of a term that stands in a tree; parents are named by their slugs."""

    parents: Sequence[str]


#: What is a table of its own, and so no column.
LINKS = frozenset({"names", "matches", "parents"})
Columns = Callable[[Any, dict[str, Any]], dict[str, Any]]
MoreLinks = Callable[[Any, Reconciliation], None]


def create_term(
    shape: Shape,
    *,
    actor: Actor,
    reason: str = "",
    changes: Mapping[str, Any],
    columns: Columns,
    links: MoreLinks | None = None,
    within: Mapping[str, Any] | None = None,
) -> Any:
    """Make a term; without a slug it gets one of its name, with a number where that is taken.

    Parameters
    ----------
    columns : the values of the kind's own columns, given the record (None) and what is said.
    within : columns that bound where a slug is unique and what parents are called by.
    """
    staff_only(actor)
    if not str(changes.get("name", "")).strip():
        raise OddValue("name", "Name cannot be empty.")
    scope = dict(within or {})
    for attempt in range(_TRIES):
        given = dict(changes)
        if not given.get("slug"):
            given["slug"] = free_slug(shape.kind, given["name"], scope)
        try:
            with refusals("parents"):
                return made(
                    shape.kind,
                    actor=actor,
                    reason=reason,
                    columns={**scope, **_columns(shape, None, given, columns)},
                    links=_links(shape, given, links, scope),
                )
        except CodeTaken as taken:
            if changes.get("slug") or attempt == _TRIES - 1:
                raise taken.about("slug") from None
    raise AssertionError  # the loop returns or raises


def update_term(
    shape: Shape,
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    changes: Mapping[str, Any],
    columns: Columns,
    links: MoreLinks | None = None,
    within: Mapping[str, Any] | None = None,
) -> Any:
    """Change a term that is named by its slug or its id."""
    try:
        with refusals("parents"):
            return edited(
                shape.kind,
                actor=actor,
                cited=cited,
                record_id=record_id,
                if_version=if_version,
                reason=reason,
                columns=lambda record: _columns(shape, record, changes, columns),
                links=_links(shape, changes, links, dict(within or {})),
            )
    except CodeTaken as taken:
        raise taken.about("slug") from None


def free_slug(kind: Kind, name: str, within: Mapping[str, Any]) -> str:
    """Return a slug of the name that none of the kind bears or bore: sanga, sanga-2, sanga-3."""
    longest = int(getattr(kind.model._meta.get_field(kind.cited_by), "max_length", None) or 120)
    base = slug_of(name)[: longest - 5].rstrip("-") or f"{kind.name}-{new_id().hex[-8:]}"
    rows = kind.rows.filter(**within, slug__startswith=base)
    old = OldCode.objects.filter(kind=kind.name, code__startswith=base)
    return free_among(
        base, {*rows.values_list("slug", flat=True), *old.values_list("code", flat=True)}
    )


def free_among(base: str, taken: "set[str] | Mapping[str, Any]") -> str:
    """Return the slug, with the first number that makes it free."""
    slug, number = base, 2
    while slug in taken:
        slug = f"{base}-{number}"
        number += 1
    return slug


def checked_names(model: type[models.Model], names: Sequence[Name]) -> list[dict[str, Any]]:
    """Return rows of names, each name and language once.

    Raises
    ------
    OddValue : a name that cannot be, too many, or one given twice in a language.
    """
    if len(names) > MOST_NAMES:
        raise OddValue("names", f"Names: at most {MOST_NAMES} are possible.")
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for number, each in enumerate(dict.fromkeys(names)):
        with inside(f"names.{number}"):
            said = {
                "name": each.name,
                "language": language_tag(each.language) if each.language else "",
            }
            said |= {"kind": each.kind, "used": each.used}
            if each.used:
                PartialDate.parse(each.used)
            row = checked(model, said)
        key = (row["name"], row["language"])
        if key in rows:
            raise OddValue(
                f"names.{number}", f"Names: {each.name!r} is given twice in one language."
            )
        rows[key] = row
    return list(rows.values())


def checked_matches(model: type[models.Model], matches: Sequence[Match]) -> list[dict[str, Any]]:
    """Return rows of matches, each address once."""
    if len(matches) > MOST_MATCHES:
        raise OddValue("matches", f"Matches: at most {MOST_MATCHES} are possible.")
    rows: dict[str, dict[str, Any]] = {}
    for number, each in enumerate(dict.fromkeys(matches)):
        with inside(f"matches.{number}"):
            row = checked(model, {"iri": check_match(each.iri, "iri"), "kind": each.kind})
        if row["iri"] in rows:
            raise OddValue(f"matches.{number}", f"Matches: {each.iri!r} is given twice.")
        rows[row["iri"]] = row
    return list(rows.values())


@contextmanager
def inside(field: str) -> Iterator[None]:
    """Let a refusal name the place in a list that it is about."""
    try:
        yield
    except OddValue as odd:
        raise OddValue(f"{field}.{odd.field}", str(odd)) from odd
    except ArchiveError as error:
        raise error.about(field) from None


@contextmanager
def refusals(field: str) -> Iterator[None]:
    """Turn what the database or Django's validation refuses into one plain sentence.

    Parameters
    ----------
    field : the part of what was said that is meant where the refusal names none.
    """
    try:
        yield
    except ValidationError as error:
        name, sentences = next(iter(error.message_dict.items()))
        if name == "__all__":
            raise OddValue(field, _sentence(" ".join(sentences))) from error
        raise OddValue(name, " ".join(sentences)) from error
    except models.ProtectedError as error:
        raise OddValue(field, "A name that a record uses cannot be taken away.") from error
    except IntegrityError as error:
        raise OddValue(_field_of(str(error), field), _sentence(str(error))) from error


def _field_of(refusal: str, field: str) -> str:
    return "latitude" if "_on_the_globe" in refusal else field


def _sentence(refusal: str) -> str:
    """Return what the database's or Django's refusal means; it names the constraint."""
    if re.search("_no_ring|_not_in_itself|_not_of_itself|its own ancestor", refusal):
        return "Parents: it would become its own ancestor."
    if "_on_the_globe" in refusal:
        return "Latitude is from -90 to 90, longitude from -180 to 180."
    return f"The values contradict each other: {refusal.splitlines()[0]}."


def _columns(
    shape: Shape, record: Any, changes: Mapping[str, Any], columns: Columns
) -> dict[str, Any]:
    given = {name: value for name, value in changes.items() if name not in LINKS}
    return columns(record, given)


def _links(
    shape: Shape,
    changes: Mapping[str, Any],
    more: MoreLinks | None,
    within: Mapping[str, Any],
) -> MoreLinks:
    def bring_in_line(record: Any, bring: Reconciliation) -> None:
        if "names" in changes:
            rows = checked_names(shape.names, changes["names"])
            bring.links(shape.names, {shape.owner_of_names: record.pk}, rows)
        if "matches" in changes:
            rows = checked_matches(shape.matches, changes["matches"])
            bring.links(shape.matches, {shape.owner: record.pk}, rows)
        if "parents" in changes:
            bring_parents(shape, record, changes["parents"], bring, within)
        if more is not None:
            more(record, bring)

    return bring_in_line


def bring_parents(
    shape: Shape,
    record: Any,
    parents: Sequence[str],
    bring: Reconciliation,
    within: Mapping[str, Any],
) -> None:
    """Let a term stand directly under those parents and no others.

    Raises
    ------
    OddValue : there is no such parent, or it stands below the term.
    """
    assert shape.edges is not None  # noqa: S101 - trees alone ask
    assert shape.closure is not None  # noqa: S101
    if len(parents) > MOST_PARENTS:
        raise OddValue("parents", f"Parents: at most {MOST_PARENTS} are possible.")
    ids = _ids_within(type(record), parents, within)
    below = shape.closure._default_manager.filter(ancestor=record.pk, descendant__in=ids)
    ring = below.values_list("descendant__name", flat=True).first()
    if ring is not None:
        where = "it is that itself" if record.pk in ids else f"{ring!r} stands below it"
        raise OddValue("parents", f"Parents: it would become its own ancestor, since {where}.")
    bring.links(shape.edges, {"child_id": record.pk}, [{"parent_id": each} for each in ids])


def _ids_within(
    model: type[models.Model], parents: Sequence[str], within: Mapping[str, Any]
) -> list[Any]:
    if not within:
        return record_ids(model, parents, "parents")
    asked = [slug for slug in dict.fromkeys(parents) if slug.isprintable()]
    rows = model._default_manager.filter(**within, slug__in=asked)
    found = dict(rows.values_list("slug", "pk"))
    for slug in parents:
        if slug not in found:
            raise OddValue("parents", f"Parents: the vocabulary has no concept {slug[:80]!r}.")
    return [found[slug] for slug in dict.fromkeys(parents)]
