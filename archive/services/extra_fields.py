"""Fields that an archive adds to its records, so that nobody forks.

    create_extra_field(actor=actor, slug="coirault", level="item", kind="line",
                       label="Coirault number", translations={"label": {"fr": "Numéro Coirault"}})

A field's kind, level and vocabulary can be changed until a record says something in it; then they
stay, for what was said would mean something else.
"""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import ArchiveError, OddValue
from archive.history import changing
from archive.kinds import KINDS
from archive.models import ExtraField, ExtraValue, FieldKind, Scheme
from archive.services.editing import edited, locked, made, staff_only
from archive.services.pointing import columns_of, needed

EXTRA_FIELD = KINDS["extra_field"]
#: What gives a value its meaning, and so stays once there are values.
MEANING = ("kind", "level", "scheme_id")
#: A record's page and form list them all.
MOST_FIELDS = 200


class FieldIsUsed(ArchiveError):
    """Records say something in the field."""

    code = "FIELD_IS_USED"


class ExtraFieldChanges(TypedDict, total=False):
    """What can be said of a field; its vocabulary is named by its slug."""

    slug: str
    level: str
    kind: str
    label: str
    help: str
    translations: Mapping[str, Mapping[str, str]]
    group: str
    position: int
    unit: str
    scheme: str | None
    property_iri: str
    is_repeatable: bool
    is_required: bool
    audience: str


def create_extra_field(
    *, actor: Actor, reason: str = "", **says: Unpack[ExtraFieldChanges]
) -> ExtraField:
    """Add a field. It needs a slug, a level, a kind and a label; a concept's also a vocabulary.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    staff_only(actor)
    needed(says, "slug", "level", "kind", "label")
    columns = _columns(says, None)
    _refuse_odd_pairs(columns)
    if ExtraField.objects.filter(level=columns["level"]).count() >= MOST_FIELDS:
        raise OddValue("level", f"A level has at most {MOST_FIELDS} fields of its own.")
    field: ExtraField = made(EXTRA_FIELD, actor=actor, reason=reason, columns=columns)
    return field


def update_extra_field(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[ExtraFieldChanges],
) -> ExtraField:
    """Change a field; what gives its values their meaning stays once there are any.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """

    def columns(row: ExtraField) -> dict[str, Any]:
        values = _columns(says, row)
        _refuse_odd_pairs({name: getattr(row, name) for name in _TOLD} | values)
        _refuse_new_meaning(row, values)
        return values

    field: ExtraField = edited(
        EXTRA_FIELD,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=columns,
    )
    return field


def delete_extra_field(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    reason: str = "",
) -> UUID:
    """Take away a field in which no record says anything; return its id.

    Raises
    ------
    NotFound, NotAllowed
    FieldIsUsed : records say something in it.
    """
    with changing(actor, reason=reason):
        field = locked(EXTRA_FIELD, actor=actor, cited=cited, record_id=record_id)
        staff_only(actor)
        used = ExtraValue.objects.filter(field=field).count()
        if used:
            raise FieldIsUsed(
                f"{field.slug!r} holds {used} values: empty it in the records that bear it first."
            )
        key: UUID = field.pk
        field.delete()
    return key


_TOLD = ("kind", "unit", "scheme_id")


def _columns(says: ExtraFieldChanges, row: ExtraField | None) -> dict[str, Any]:
    return columns_of(ExtraField, says, row, points_to={"scheme": (Scheme, "slug")})


def _refuse_odd_pairs(columns: Mapping[str, Any]) -> None:
    """Refuse what each value allows and both together do not."""
    kind, scheme = columns["kind"], columns.get("scheme_id")
    if kind == FieldKind.CONCEPT and scheme is None:
        raise OddValue("scheme", "Scheme: a field of concepts needs the vocabulary they are of.")
    if kind != FieldKind.CONCEPT and scheme is not None:
        raise OddValue("scheme", f"Scheme: a field of kind {kind!r} takes no vocabulary.")
    if columns.get("unit") and kind != FieldKind.NUMBER:
        raise OddValue("unit", f"Unit: only numbers have one, and this field is of kind {kind!r}.")


def _refuse_new_meaning(row: ExtraField, values: Mapping[str, Any]) -> None:
    changed = [name for name in MEANING if name in values and values[name] != getattr(row, name)]
    if changed and ExtraValue.objects.filter(field=row).exists():
        name = changed[0].removesuffix("_id")
        raise OddValue(
            name,
            f"{name.capitalize()}: records already say something in {row.slug!r}, so this stays.",
        )
