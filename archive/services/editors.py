"""Editor groups: who, besides staff, describes which collections.

create_group(actor=actor, slug="mali", name="Mali", collections=["CNRSMH_I_1970_012"])
update_group(actor=actor, cited="dogon", within=["mali"])
join(actor=actor, group="dogon", user_id=…)
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import IntegrityError

from archive.access import Actor
from archive.errors import NotFound, OddValue
from archive.history import changing
from archive.kinds import KINDS
from archive.models import (
    Collection,
    Editor,
    EditorCollection,
    EditorGroup,
    EditorGroupEdge,
    User,
)
from archive.services.editing import edited, locked, made, staff_only
from archive.services.pointing import columns_of, needed

GROUP = KINDS["editor_group"]
MOST_COLLECTIONS = 1000


class GroupChanges(TypedDict, total=False):
    """What can be said of a group; `collections` are codes, `within` slugs of other groups."""

    slug: str
    name: str
    description: str
    collections: Sequence[str]
    within: Sequence[str]


def create_group(*, actor: Actor, reason: str = "", **says: Unpack[GroupChanges]) -> EditorGroup:
    """Make a group. It needs a slug and a name.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "name")
    group: EditorGroup = made(
        GROUP,
        actor=actor,
        reason=reason,
        columns=_columns(says, None),
        links=lambda row, _: _bring(row, says),
    )
    return group


def update_group(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[GroupChanges],
) -> EditorGroup:
    """Change a group.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken
    OddValue : also where it would lie within itself.
    """
    group: EditorGroup = edited(
        GROUP,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
        links=lambda row, _: _bring(row, says),
    )
    return group


def join(
    *,
    actor: Actor,
    group: str,
    user_id: UUID,
    is_in: bool = True,
    until: datetime | None = None,
    reason: str = "",
) -> EditorGroup:
    """Let somebody be in a group, until a date or for good; or no more.

    Raises
    ------
    NotFound : no such group or account.
    NotAllowed : not staff.
    """
    with changing(actor, reason=reason):
        row: EditorGroup = locked(GROUP, actor=actor, cited=group)
        staff_only(actor)
        if not User.objects.filter(pk=user_id, is_active=True).exists():
            raise NotFound("There is no such account.").about("user_id")
        if is_in:
            row.editors.update_or_create(user_id=user_id, defaults={"until": until})
        else:
            Editor.objects.filter(group=row, user=user_id).delete()
    row.refresh_from_db()
    return row


def _columns(says: GroupChanges, row: EditorGroup | None) -> dict[str, Any]:
    own = {name: value for name, value in says.items() if name not in {"collections", "within"}}
    return columns_of(EditorGroup, own, row)


def _bring(row: EditorGroup, says: GroupChanges) -> None:
    if "collections" in says:
        _bring_collections(row, list(dict.fromkeys(says["collections"])))
    if "within" in says:
        _bring_outer(row, list(dict.fromkeys(says["within"])))


def _bring_collections(row: EditorGroup, codes: list[str]) -> None:
    if len(codes) > MOST_COLLECTIONS:
        raise OddValue("collections", f"A group edits {MOST_COLLECTIONS} collections at most.")
    found = {each.code: each for each in Collection.objects.filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise OddValue("collections", f"There is no collection {code!r}.")
    row.holdings.exclude(collection__code__in=codes).delete()
    there = set(row.holdings.values_list("collection__code", flat=True))
    EditorCollection.objects.bulk_create(
        EditorCollection(group=row, collection=found[code]) for code in codes if code not in there
    )


def _bring_outer(row: EditorGroup, slugs: list[str]) -> None:
    found = {each.slug: each for each in EditorGroup.objects.filter(slug__in=slugs)}
    for slug in slugs:
        if slug not in found:
            raise OddValue("within", f"There is no group {slug!r}.")
    row.parent_edges.exclude(parent__slug__in=slugs).delete()
    there = set(row.parent_edges.values_list("parent__slug", flat=True))
    try:
        for slug in slugs:
            if slug not in there:
                EditorGroupEdge.objects.create(parent=found[slug], child=row)
    except IntegrityError as error:
        raise OddValue("within", "A group cannot lie within itself, nor in one of its own.") from (
            error
        )
