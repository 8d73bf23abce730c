"""What every edit has in common: who may, which record, at which version, signed, in one piece.

    record = edited(kind, actor=actor, cited="sanga", if_version=3, reason="typo",
                    columns={"name": "Sanga"}, links=lambda place, bring: …)

The same words again write nothing, so no version rises and no event is told. A service of one
kind (describe.py, describe_terms.py and others) says which columns and links its kind has and
checks them; this module does the rest.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, models

from archive.access import Act, Actor, edited_collections, may
from archive.errors import CodeTaken, NotAllowed, NotFound, VersionConflict
from archive.history import changing
from archive.kinds import Kind
from archive.models import Collection, ErasedCode, Item, OldCode, State
from archive.services.numbering import check_against_policy
from archive.services.reconcile import Reconciliation

#: Columns that say who may see a record: for staff, whoever else describes it.
STANDING = frozenset(
    {
        "state",
        "access",
        "embargo_until",
        "opens_with_age",
        "publication_rule",
        "protocol_set",
        "agreement",
        "collection",
        "audience",
    }
)

M = TypeVar("M", bound=models.Model)
Links = Callable[[Any, Reconciliation], None]


def made(
    kind: Kind,
    *,
    actor: Actor,
    columns: Mapping[str, Any],
    reason: str = "",
    links: Links | None = None,
) -> Any:
    """Make a record of checked columns, then its links, in one signed transaction.

    Raises
    ------
    NotAllowed : not staff.
    CodeTaken : another record bears its code or slug, or once did.
    """
    _makers_only(kind, actor, columns)
    cited = columns.get(kind.cited_by)
    try:
        with changing(actor, reason=reason):
            _refuse_old(kind, cited, None, columns)
            _heed_policy(kind, cited, None, columns)
            record = kind.rows.create(**columns)
            if links is not None:
                links(record, Reconciliation(overwrite=True))
    except IntegrityError as error:
        if cited and kind.rows.filter(**{kind.cited_by: cited}).exists():
            raise CodeTaken(f"Another {kind.name} bears the {kind.cited_by} {cited!r}.") from error
        raise
    return record


def edited(
    kind: Kind,
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    columns: Callable[[Any], Mapping[str, Any]] | Mapping[str, Any],
    links: Links | None = None,
) -> Any:
    """Change a record: lock it, compare the version, write what differs, bring its links in line.

    Raises
    ------
    NotFound : there is none, or none that the actor may find.
    NotAllowed : the actor may find it and not edit it.
    VersionConflict : it is not at `if_version` any more; `current` is where it is.
    CodeTaken : its new code or slug is, or was, another's.
    """
    with changing(actor, reason=reason):
        record = locked(kind, actor=actor, cited=cited, record_id=record_id)
        edit_only(actor, record)
        if if_version is not None and if_version != record.version:
            raise VersionConflict(if_version, record.version)
        values = columns(record) if callable(columns) else columns
        _leave_standing(actor, {k: v for k, v in values.items() if getattr(record, k) != v})
        _write(kind, record, values)
        if links is not None:
            links(record, Reconciliation(overwrite=True))
        record.refresh_from_db()  # its version is the database's to say
    return record


def locked(
    kind: Kind, *, actor: Actor, cited: str | None = None, record_id: UUID | None = None
) -> Any:
    """Return the record, locked until the transaction ends.

    Raises
    ------
    NotFound : there is none, or none that the actor may find; the answer is the same.
    """
    rows: models.QuerySet[Any] = kind.rows.visible_to(actor)
    found = None
    if record_id is not None:
        found = rows.select_for_update(of=("self",)).filter(pk=record_id).first()
    elif cited and cited.isprintable():
        found = rows.select_for_update(of=("self",)).filter(**{kind.cited_by: cited}).first()
    if found is None:
        raise NotFound(f"There is no such {kind.name.replace('_', ' ')}.")
    return found


def staff_only(actor: Actor) -> None:
    """Refuse whoever is not staff.

    Raises
    ------
    NotAllowed
    """
    if not actor.is_staff:
        raise NotAllowed("Only staff may change records.")


def describers_only(actor: Actor) -> None:
    """Refuse whoever edits nothing at all, before anything is read of what they sent.

    Raises
    ------
    NotAllowed : neither staff nor in an editor group.
    """
    if not (actor.is_staff or actor.is_editor):
        raise NotAllowed("Only staff may change records.")


def edit_only(actor: Actor, record: Any) -> None:
    """Refuse whoever may not edit this very record, which they may find.

    Staff edit everything; editor groups their collections, the items in them and what hangs on
    these.

    Raises
    ------
    NotAllowed
    """
    describers_only(actor)
    if not actor.is_staff and not _is_edited_by(actor, record):
        raise NotAllowed("Your group does not edit this record: ask its archivists.")


def _is_edited_by(actor: Actor, record: Any) -> bool:
    if isinstance(record, Collection):
        return bool(Collection.objects.filter(pk__in=edited_collections(actor), pk=record.pk))
    item = record.pk if isinstance(record, Item) else getattr(record, "item_id", None)
    return item is not None and may(actor, Act.EDIT, item)


def _makers_only(kind: Kind, actor: Actor, columns: Mapping[str, Any]) -> None:
    """Refuse whoever may not make such a record there."""
    describers_only(actor)
    if actor.is_staff:
        return
    if kind.name == "item":
        edit_only(actor, Collection.objects.get(pk=columns["collection_id"]))
        if columns.get("state") != State.DRAFT:
            raise NotAllowed("What you describe begins as a draft; staff publish it.").about(
                "state"
            )
        apart = {"state", "collection_id"}
        _leave_standing(actor, {k: v for k, v in columns.items() if k not in apart and v})
    elif "item" in columns:
        edit_only(actor, columns["item"])
    else:
        staff_only(actor)


def _leave_standing(actor: Actor, changed: Mapping[str, Any]) -> None:
    """Who describes a record does not decide who may see it."""
    if actor.is_staff:
        return
    decided = sorted(STANDING & {name.removesuffix("_id") for name in changed})
    if decided:
        raise NotAllowed("Only staff decide who may see a record.").about(decided[0])


def _write(kind: Kind, record: models.Model, values: Mapping[str, Any]) -> None:
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    if not changed:
        return
    cited = values.get(kind.cited_by) if kind.cited_by in changed else None
    _refuse_old(kind, cited, record, values)
    _heed_policy(kind, cited, record, values)
    for name in changed:
        setattr(record, name, values[name])
    try:
        record.save(update_fields=changed)
    except IntegrityError as error:
        if cited and kind.cited_by in str(error):
            raise CodeTaken(f"Another {kind.name} bears the {kind.cited_by} {cited!r}.") from error
        raise


def _refuse_old(
    kind: Kind, cited: object, record: models.Model | None, values: Mapping[str, Any]
) -> None:
    """Refuse a code that leads to another record: its old addresses would break."""
    if not cited:
        return
    within = _pointer(kind.cited_within, record, values) if kind.cited_within else None
    borne = OldCode.objects.filter(kind=kind.name, code=kind.old_code(str(cited), within)).first()
    if borne is not None and (record is None or borne.subject_id != record.pk):
        raise CodeTaken(
            f"{cited!r} was another {kind.name}'s {kind.cited_by}; it still leads there."
        )
    if kind.is_level and ErasedCode.was_borne(kind.name, str(cited)):
        raise CodeTaken(f"{cited!r} was borne by a {kind.name} that was erased: take another.")


def _heed_policy(
    kind: Kind, cited: object, record: models.Model | None, values: Mapping[str, Any]
) -> None:
    """Refuse a new code that its policy does not allow."""
    if cited and kind.is_level:
        owner = "collection_id" if kind.name == "item" else "holder_id"
        pointer = {owner: _pointer(owner, record, values)}
        check_against_policy(kind.name, str(cited), **pointer)


def _pointer(column: str, record: models.Model | None, values: Mapping[str, Any]) -> Any:
    """Return what a column will point to: as given, else as the record has it."""
    if column in values:
        return values[column]
    given = values.get(column.removesuffix("_id"), record)
    return getattr(given, column, None) if given is record else getattr(given, "pk", None)
