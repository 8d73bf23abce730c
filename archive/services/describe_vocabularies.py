"""Describe vocabularies: schemes, and the concepts in them.

    create_scheme(actor=actor, title="Dances")
    create_concept(actor=actor, scheme="dances", name="Bourrée", parents=["round-dances"])

A concept is named by its scheme and its slug, or by its id; its parents are of its own scheme. A
closed scheme takes no new concepts but from whoever runs the site (`manage.py load_vocabulary`).
"""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import CodeTaken, NotFound, OddValue
from archive.kinds import KINDS
from archive.models import Concept, Scheme
from archive.services.editing import edited, made, staff_only
from archive.services.pointing import columns_of
from archive.services.shapes import CONCEPT
from archive.services.terms import TreeChanges, create_term, free_slug, update_term


class SchemeChanges(TypedDict, total=False):
    """What can be said of a vocabulary; `translations` of title and description."""

    slug: str
    title: str
    description: str
    translations: Mapping[str, Mapping[str, str]]
    source: str
    is_listed: bool
    is_closed: bool


class ConceptChanges(TreeChanges, total=False):
    """What can be said of a concept."""

    notation: str


def create_scheme(*, actor: Actor, reason: str = "", **changes: Unpack[SchemeChanges]) -> Scheme:
    """Make a vocabulary; without a slug it gets one of its title.

    Raises
    ------
    NotAllowed : not staff.
    OddValue : `field` names the field.
    CodeTaken : the slug is, or was, another's.
    """
    staff_only(actor)
    if not changes.get("title", "").strip():
        raise OddValue("title", "Title cannot be empty.")
    values = columns_of(Scheme, changes, None)
    if not values.get("slug"):
        values["slug"] = free_slug(KINDS["scheme"], values["title"], {})
    try:
        scheme: Scheme = made(KINDS["scheme"], actor=actor, reason=reason, columns=values)
    except CodeTaken as taken:
        raise taken.about("slug") from None
    return scheme


def update_scheme(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[SchemeChanges],
) -> Scheme:
    """Change a vocabulary that is named by its slug or its id; errors as in `editing.edited`."""
    try:
        scheme: Scheme = edited(
            KINDS["scheme"],
            actor=actor,
            cited=cited,
            record_id=record_id,
            if_version=if_version,
            reason=reason,
            columns=lambda record: columns_of(Scheme, changes, record),
        )
    except CodeTaken as taken:
        raise taken.about("slug") from None
    return scheme


def create_concept(
    *, actor: Actor, scheme: str, reason: str = "", **changes: Unpack[ConceptChanges]
) -> Concept:
    """Make a concept of the scheme of that slug.

    Raises
    ------
    NotAllowed : not staff.
    OddValue : there is no such scheme, it is closed, or a field cannot hold its value.
    """
    staff_only(actor)
    held = Scheme.objects.filter(slug=scheme).first() if scheme.isprintable() else None
    if held is None:
        raise OddValue("scheme", f"Scheme: no vocabulary is called {scheme[:80]!r}.")
    if held.is_closed:
        raise OddValue("scheme", f"Scheme: {held.title} is closed to new concepts.")
    concept: Concept = create_term(
        CONCEPT,
        actor=actor,
        reason=reason,
        changes=changes,
        columns=_concept_columns,
        within={"scheme_id": held.pk},
    )
    return concept


def update_concept(
    *,
    actor: Actor,
    scheme: str | None = None,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[ConceptChanges],
) -> Concept:
    """Change a concept that is named by its scheme and its slug (`cited`), or by its id.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict : as in `editing.edited`.
    OddValue : so too a concept that would become its own ancestor.
    """
    found = Concept.objects.visible_to(actor)
    if record_id is not None:
        found = found.filter(pk=record_id)
    elif scheme and cited and (scheme + cited).isprintable():
        found = found.filter(scheme__slug=scheme, slug=cited)
    else:
        found = found.none()
    row = found.values("pk", "scheme_id").first()
    if row is None:
        raise NotFound("There is no such concept.")
    concept: Concept = update_term(
        CONCEPT,
        actor=actor,
        record_id=row["pk"],
        if_version=if_version,
        reason=reason,
        changes=changes,
        columns=_concept_columns,
        within={"scheme_id": row["scheme_id"]},
    )
    return concept


def _concept_columns(record: Concept | None, given: dict[str, Any]) -> dict[str, Any]:
    return columns_of(Concept, given, record)
