"""Values of the fields that an archive defined as data: checked by what each field's kind says."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from archive.dates import PartialDate
from archive.errors import OddDate, OddValue
from archive.models import Agent, Concept, ExtraField, ExtraValue, Place
from archive.models.extra import FieldKind
from archive.services.cited import ids_by_name
from archive.services.fields import checked
from archive.tags import language_tag

LONGEST_LINE = 1_000
_is_address = URLValidator(schemes=["http", "https"])

#: The part of a value in which each kind of field is said.
SAID_IN: Mapping[str, str] = {
    FieldKind.LINE: "text",
    FieldKind.TEXT: "text",
    FieldKind.DATE: "text",
    FieldKind.LINK: "text",
    FieldKind.NUMBER: "number",
    FieldKind.BOOLEAN: "boolean",
    FieldKind.CONCEPT: "concept",
    FieldKind.AGENT: "agent",
    FieldKind.PLACE: "place",
}


@dataclass(frozen=True)
class ExtraPart:
    """One value of a field (by slug); which of the others is given, the field's kind says."""

    field: str
    text: str = ""
    language: str = ""
    number: float | None = None
    boolean: bool | None = None
    concept: str = ""
    agent: str = ""
    place: str = ""


def rows_of(level: str, parts: Sequence[ExtraPart]) -> list[dict[str, Any]]:
    """Return the rows that say so of a record of that level, in order.

    Raises
    ------
    OddValue : a field that such records do not have, a value of another kind, too many of one.
    """
    names = {part.field for part in parts if part.field.isprintable()}
    fields = {
        field.slug: field
        for field in ExtraField.objects.filter(level=level, slug__in=names).select_related("scheme")
    }
    rows, numbers = [], dict[str, int]()
    for n, part in enumerate(parts):
        field, where = fields.get(part.field), f"extra_values.{n}"
        if field is None:
            raise OddValue(
                where, f"Extra values: a {level} has no field called {part.field[:60]!r}."
            )
        numbers[field.slug] = position = numbers.get(field.slug, 0) + 1
        if position > 1 and not field.is_repeatable:
            raise OddValue(where, f"{field.label} is said once of each record.")
        said = _said(field, part, where)
        rows.append(_EMPTY | {"field_id": field.pk, "position": position} | said)
    return rows


def require(level: str, given: Sequence[ExtraPart]) -> None:
    """Refuse a description that leaves out what the archive asks of each record of that level.

    Raises
    ------
    OddValue : a required field has no value.
    """
    said = {part.field for part in given}
    _refuse_lack(ExtraField.objects.filter(level=level).exclude(slug__in=said))


def require_of(level: str, record: Any) -> None:
    """As `require`, of what a record says already: ask this before it is published."""
    said = ExtraValue.objects.filter(**{f"{level}_id": record.pk}).values("field_id")
    _refuse_lack(ExtraField.objects.filter(level=level).exclude(pk__in=said))


def _refuse_lack(unsaid: Any) -> None:
    lacking = unsaid.filter(is_required=True).first()
    if lacking is not None:
        raise OddValue(
            "extra_values", f"{lacking.label} ({lacking.slug}) is required of each {lacking.level}."
        )


_EMPTY: dict[str, Any] = {
    "text": "",
    "language": "",
    "number": None,
    "boolean": None,
    "concept_id": None,
    "agent_id": None,
    "place_id": None,
}


def _said(field: ExtraField, part: ExtraPart, where: str) -> dict[str, Any]:
    wanted = SAID_IN[field.kind]
    given = {
        name
        for name in ("text", "number", "boolean", "concept", "agent", "place")
        if getattr(part, name) not in {"", None}
    }
    if given != {wanted} or (part.language and field.kind not in {FieldKind.LINE, FieldKind.TEXT}):
        kind = FieldKind(field.kind).label
        raise OddValue(where, f"{field.label} holds {kind}: give `{wanted}` and nothing else.")
    if wanted == "text":
        return _text(field, part, where)
    if wanted in {"number", "boolean"}:
        value = getattr(part, wanted)
        if isinstance(value, float) and not math.isfinite(value):
            raise OddValue(f"{where}.number", f"{field.label} is no finite number.")
        return {wanted: value}
    return _pointer(field, wanted, getattr(part, wanted), f"{where}.{wanted}")


def _text(field: ExtraField, part: ExtraPart, where: str) -> dict[str, Any]:
    try:
        text = str(checked(ExtraValue, {"text": part.text})["text"])
        if field.kind != FieldKind.TEXT:
            text = _line(field, text)
        if field.kind == FieldKind.DATE:
            PartialDate.parse(text)
        if field.kind == FieldKind.LINK:
            _is_address(text)
    except (OddValue, OddDate) as odd:
        raise OddValue(f"{where}.text", str(odd)) from odd
    except ValidationError as odd:
        raise OddValue(f"{where}.text", f"{field.label} is a web address.") from odd
    tag = language_tag(part.language, f"{where}.language") if part.language else ""
    return {"text": text, "language": tag}


def _line(field: ExtraField, text: str) -> str:
    text = text.strip()
    if len(text) > LONGEST_LINE or not text.isprintable():
        raise OddValue("text", f"{field.label} is one line of {LONGEST_LINE} characters.")
    return text


def _pointer(field: ExtraField, to: str, name: str, where: str) -> dict[str, Any]:
    if to != "concept":
        return {f"{to}_id": ids_by_name(_MODELS[to], [name], where)[name]}
    found = Concept.objects.filter(scheme=field.scheme, slug=name if name.isprintable() else "")
    key = found.values_list("pk", flat=True).first()
    if key is None:
        raise OddValue(where, f"{field.label}: {field.scheme} has no concept {name[:80]!r}.")
    return {"concept_id": key}


_MODELS: dict[str, Any] = {"agent": Agent, "place": Place}
