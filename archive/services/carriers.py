"""Describe carriers: what they are, where they stand, what they hold, and how they were digitised.

    create_carrier(
        actor=actor, code="BM 1960 12 A", shelf="B 12", condition="poor",
        concepts=[ConceptPart("physical_format", "tape"), ConceptPart("tape_speed", "19")],
        contents=[ContentPart(item="CNRSMH_I_1960_001_001", side="A", start="03:20")],
        digitisations=[DigitisationPart(sha256="9f…", done="2009-05", conversion="crem")],
    )

Lists replace what was there. Which concepts say what of a carrier (format, speed, wheel diameter,
vendor, width, length, channels) stands in archive/vocabularies.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import models
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from archive.access import Actor
from archive.errors import OddValue
from archive.kinds import KINDS
from archive.models import (
    Accession,
    Agent,
    Carrier,
    CarrierContent,
    Collection,
    Digitisation,
    DigitisationState,
    File,
    Holder,
    Item,
)
from archive.services.cited import record_id as id_of
from archive.services.describe_links import LISTS, ConceptPart, bring, within
from archive.services.editing import edited, made
from archive.services.pointing import bounded, columns_of, concept_in, edtf, needed

CARRIER = KINDS["carrier"]
#: A copy of a copy of a copy: a chain longer than this is a mistake.
LONGEST_CHAIN = 20


@dataclass(frozen=True)
class ContentPart:
    """What is on a carrier: a collection's sound, or an item; named by its code."""

    collection: str | None = None
    item: str | None = None
    side: str = ""
    start: str = ""


@dataclass(frozen=True)
class DigitisationPart:
    """How a file, named by its checksum, came from the carrier."""

    sha256: str
    done: str = ""  # EDTF
    digitiser: str | None = None
    conversion: str | None = None
    equipment: str = ""
    note: str = ""


class CarrierChanges(TypedDict, total=False):
    """What can be said of a carrier; others are named by code or slug."""

    code: str
    original_code: str
    original_number: str
    title: str
    holder: str | None
    accession: str | None
    copy_of: str | None
    shelf: str
    made: str  # EDTF
    duration_s: float | None
    condition: str
    condition_comment: str
    sound_quality: str
    comment: str
    recording_system: str
    tape_thickness_um: float | None
    tape_reference: str
    has_sticker: bool | None
    digitisation: str
    concepts: Sequence[ConceptPart]
    contents: Sequence[ContentPart]
    digitisations: Sequence[DigitisationPart]


def create_carrier(*, actor: Actor, reason: str = "", **says: Unpack[CarrierChanges]) -> Carrier:
    """Describe a new carrier. It needs a code.

    Raises
    ------
    NotAllowed, CodeTaken, OddCode, OddDate, OddValue
    """
    needed(says, "code")
    carrier: Carrier = made(
        CARRIER, actor=actor, reason=reason, columns=_columns(says, None), links=_links(says)
    )
    return carrier


def update_carrier(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[CarrierChanges],
) -> Carrier:
    """Change what is said of a carrier.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddCode, OddDate, OddValue
    """
    carrier: Carrier = edited(
        CARRIER,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
        links=_links(says),
    )
    return carrier


@dataclass(frozen=True)
class Waiting:
    """How much waits for its digitisation."""

    carriers: int
    #: Of those whose duration is known.
    hours: float
    #: Whose duration nobody wrote down.
    of_unknown_length: int


def waiting_for_digitisation(actor: Actor) -> "QuerySet[Any]":
    """Return the carriers that wait, as far as the actor may find them."""
    rows: QuerySet[Any] = Carrier.objects.visible_to(actor).filter(
        digitisation=DigitisationState.WAITING
    )
    return rows


def waiting(rows: "QuerySet[Any]") -> Waiting:
    """Count carriers and their hours, in one statement."""
    told = rows.order_by().aggregate(
        carriers=Count("pk", distinct=True),
        seconds=Coalesce(Sum("duration_s"), 0.0),
        unknown=Count("pk", filter=Q(duration_s__isnull=True), distinct=True),
    )
    return Waiting(told["carriers"], told["seconds"] / 3600, told["unknown"])


def _columns(says: CarrierChanges, row: Carrier | None) -> dict[str, Any]:
    values = columns_of(
        Carrier,
        says,
        row,
        points_to={
            "holder": (Holder, "slug"),
            "accession": (Accession, "code"),
            "copy_of": (Carrier, "code"),
        },
        dates=["made"],
        links=tuple(_LISTS),
    )
    for name in ("duration_s", "tape_thickness_um"):
        if (values.get(name) or 0) < 0:
            raise OddValue(name, f"{name.rpartition('_')[0].capitalize()} cannot be negative.")
    if row is not None and values.get("copy_of_id"):
        _refuse_circle(row, values["copy_of_id"])
    return values


def _refuse_circle(carrier: Carrier, original: UUID) -> None:
    """Refuse a carrier that would be a copy of one of its own copies."""
    step: UUID | None = original
    for _ in range(LONGEST_CHAIN):
        if step is None:
            return
        if step == carrier.pk:
            raise OddValue("copy_of", f"Copy of: {carrier.code!r} would be a copy of itself.")
        step = Carrier.objects.filter(pk=step).values_list("copy_of", flat=True).first()
    raise OddValue("copy_of", f"Copy of: a chain of more than {LONGEST_CHAIN} copies.")


def _links(says: CarrierChanges) -> "Callable[[Carrier, object], None]":
    wanted = [
        (of, of.rows("carrier", bounded(name, says[name])))  # type: ignore[literal-required]
        for name, of in _LISTS.items()
        if name in says
    ]

    def bring_in_line(carrier: Carrier, _: object) -> None:
        for of, rows in wanted:
            bring(of.model, {"carrier_id": carrier.pk}, rows, key=of.key)

    return bring_in_line


def _contents(_: str, parts: Sequence[ContentPart]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for n, part in enumerate(parts):
        where = f"contents.{n}"
        if (part.collection is None) == (part.item is None):
            raise OddValue(where, "Contents: each names a collection or an item, and not both.")
        row = {
            "collection_id": _cited(Collection, part.collection, f"{where}.collection"),
            "item_id": _cited(Item, part.item, f"{where}.item"),
            **within(where, CarrierContent, {"side": part.side, "start": part.start}),
        }
        if any(_CONTENT(row) == _CONTENT(each) for each in rows):
            raise OddValue(where, f"Contents: {part.item or part.collection!r} stands twice.")
        rows.append(row | {"position": n + 1})
    return rows


_CONTENT = itemgetter("collection_id", "item_id", "side")


def _cited(model: type[models.Model], code: str | None, field: str) -> Any:
    return None if code is None else id_of(model, "code", code, field)


def _digitisations(_: str, parts: Sequence[DigitisationPart]) -> list[dict[str, Any]]:
    if len({part.sha256.lower() for part in parts}) < len(parts):
        raise OddValue("digitisations", "Digitisations: a file is named twice.")
    return [_digitisation(part, f"digitisations.{n}") for n, part in enumerate(parts)]


def _digitisation(part: DigitisationPart, where: str) -> dict[str, Any]:
    told = {"done": part.done, "equipment": part.equipment, "note": part.note}
    values = within(where, Digitisation, told)
    if values["done"]:
        edtf(f"{where}.done", values["done"])
    digitiser = part.digitiser
    return {
        "file_id": id_of(File, "sha256", part.sha256.lower(), f"{where}.sha256"),
        "digitiser_id": id_of(Agent, "slug", digitiser, f"{where}.digitiser")
        if digitiser
        else None,
        "conversion_id": concept_in("ad-conversions", part.conversion, f"{where}.conversion"),
        **values,
    }


@dataclass(frozen=True)
class _List:
    """One list: its table, by what its rows are known again, how parts become rows."""

    model: type[models.Model]
    key: tuple[str, ...]
    rows: Callable[[str, Any], list[dict[str, Any]]]


_CONCEPTS = LISTS["item"]["concepts"]
_LISTS = {
    "concepts": _List(_CONCEPTS.model, _CONCEPTS.key, _CONCEPTS.rows),
    "contents": _List(CarrierContent, ("collection_id", "item_id", "side"), _contents),
    "digitisations": _List(Digitisation, ("file_id",), _digitisations),
}
