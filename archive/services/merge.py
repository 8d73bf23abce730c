"""Merge one term into another, everywhere, and take it back.

Two rows for one place, one instrument, one person: everything that led to the source leads to the
target. The source's name becomes another name of the target, its matches and its children move,
its address leads to the target's. What the target says stays; where it says nothing, it takes
what the source says; notes are joined. The preview tells all this before.

    seen = preview_merge("place", sanga, sangha, actor=actor)
    done = merge("place", sanga, sangha, actor=actor, if_version=seen.source.version)
    undo_merge(done.pk, actor=actor)

Hidden records are counted and changed as well: merges are for staff alone.
"""

from typing import Any
from uuid import UUID

from django.db import connection, models

from archive.access import Actor
from archive.errors import NotFound, VersionConflict
from archive.history import changing, current_transaction
from archive.kinds import KINDS, Kind
from archive.models import Merge, NameKind
from archive.pointers import Pointer, absorb, absorbers, pointers_to
from archive.services.editing import staff_only
from archive.services.history import undo
from archive.services.merged_codes import lead_on
from archive.services.merging import ColumnFate, NameFate, OddMerge, Outline, outline


def preview_merge(kind: str, source_id: UUID, target_id: UUID, *, actor: Actor) -> Outline:
    """Return what a merge would do; nothing is locked and nothing is written.

    Raises
    ------
    NotAllowed, NotFound, OddMerge : as `merge`.
    """
    of = _mergeable(kind)
    staff_only(actor)
    return outline(of, *_pair(of, source_id, target_id, actor))


def merge(
    kind: str,
    source_id: UUID,
    target_id: UUID,
    *,
    actor: Actor,
    if_version: int | None = None,
    if_target_version: int | None = None,
    reason: str = "",
) -> Merge:
    """Merge the source into the target, in one transaction.

    Parameters
    ----------
    if_version, if_target_version : what the preview showed of either.

    Raises
    ------
    NotAllowed : the actor is not staff.
    NotFound : one of them is not there.
    OddMerge : into itself, across vocabularies, or where one would become its own ancestor.
    VersionConflict : one of them has changed since; `field` says which.
    """
    of = _mergeable(kind)
    staff_only(actor)
    with changing(actor, reason=reason):
        _one_at_a_time(of)
        source, target = _pair(of, source_id, target_id, actor, lock=True)
        seen = (("source", source, if_version), ("target", target, if_target_version))
        for field, record, expected in seen:
            if expected is not None and record.version != expected:
                raise VersionConflict(expected, record.version).about(field)
        return _merged(of, source, target)


def undo_merge(merge_id: int, *, actor: Actor, reason: str = "") -> Merge:
    """Take a merge back: every row is as it was before.

    Raises
    ------
    NotAllowed, NotFound : not staff; no such merge.
    OddMerge : it was taken back already.
    ChangedSince : something later stands on it; nothing was done.
    """
    staff_only(actor)
    found = Merge.objects.filter(pk=merge_id).first()
    if found is None:
        raise NotFound("There is no such merge.").about("merge")
    of = _mergeable(found.kind)
    with changing(actor, reason=reason, undoes=found.transaction_id):
        _one_at_a_time(of)
        done = Merge.objects.select_for_update().get(pk=merge_id)
        if done.undone_at is not None:
            raise OddMerge("merge", "This merge was taken back already.")
        undo(actor=actor, transaction_id=done.transaction_id, reason=reason)
        done.refresh_from_db()
    return done


def _mergeable(kind: str) -> Kind:
    of = KINDS.get(kind)
    if of is None or not of.is_term:
        raise OddMerge("source", f"Records of the kind {kind[:40]!r} cannot be merged.")
    return of


def _one_at_a_time(of: Kind) -> None:
    """Let merges of one kind wait for each other: two could close a ring, or empty each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"merge {of.name}"])


def _pair(
    of: Kind, source_id: UUID, target_id: UUID, actor: Actor, *, lock: bool = False
) -> tuple[Any, Any]:
    rows: models.QuerySet[Any] = of.rows.visible_to(actor).filter(pk__in=[source_id, target_id])
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = {row.pk: row for row in rows.order_by("pk")}
    for field, key in (("source", source_id), ("target", target_id)):
        if key not in found:
            raise NotFound(f"There is no such {of.name}.").about(field)
    return found[source_id], found[target_id]


def _merged(of: Kind, source: Any, target: Any) -> Merge:
    plan = outline(of, source, target)
    edges = next((pointer for pointer in pointers_to(of.model) if pointer.is_edge), None)
    if edges is not None:
        _move_in_tree(edges.model, source, target)
    absorb(of.model, {source.pk: target.pk})
    for absorber in absorbers():
        absorber.absorb(of.name, source.pk, target.pk)
    _keep_name(of, source, target, plan.names)
    _take_columns(target, plan.columns)
    _touch(of, target)
    done = Merge.objects.create(
        kind=of.name,
        source_id=source.pk,
        target_id=target.pk,
        source_name=source.name,
        transaction_id=current_transaction(),
        old_codes=lead_on(of, source, target.pk),
    )
    of.rows.filter(pk=source.pk).delete()
    return done


def _move_in_tree(edge: type[models.Model], source: Any, target: Any) -> None:
    """Put what is above and below the source above and below the target, each once."""
    rows = edge._default_manager
    pairs = rows.filter(parent=source) | rows.filter(child=source)
    moved = {
        tuple(target.pk if end == source.pk else end for end in ends)
        for ends in pairs.values_list("parent_id", "child_id")
    }
    pairs.delete()
    held = rows.filter(parent=target) | rows.filter(child=target)
    there = set(held.values_list("parent_id", "child_id"))
    rows.bulk_create(
        edge(parent_id=parent, child_id=child)
        for parent, child in sorted(moved - there)
        if parent != child
    )


def _keep_name(of: Kind, source: Any, target: Any, fates: tuple[NameFate, ...]) -> None:
    if any(fate.is_added for fate in fates):
        names = Pointer(*_names_of(of))
        names.model._default_manager.create(
            **{names.field.attname: target.pk}, name=source.name, kind=NameKind.ALTERNATIVE
        )


def _names_of(of: Kind) -> tuple[type[models.Model], Any]:
    relation: Any = of.model._meta.get_field("names")
    return relation.related_model, relation.field


def _take_columns(target: Any, fates: tuple[ColumnFate, ...]) -> None:
    taken = [fate for fate in fates if fate.is_taken]
    for fate in taken:
        setattr(target, fate.column, fate.result)
    if taken:
        target.save(update_fields=[fate.column for fate in taken])


def _touch(of: Kind, target: Any) -> None:
    """Raise the target's version and tell of it, unless something else of the merge has."""
    table = of.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('archive.touch', 'on', true)")
        cursor.execute(
            f'UPDATE "{table}" SET version = version WHERE id = %s AND NOT archive_wrote(xmin)',  # noqa: S608 (the table is one of ours)
            [target.pk],
        )
        cursor.execute("SELECT set_config('archive.touch', 'off', true)")
