"""Which holdings: carriers, agreements, accessions, fields of one's own; and in which order."""

from datetime import date
from enum import Enum
from typing import Any

import strawberry
from django.db.models import Q, QuerySet

from archive.access import Actor
from archive.audiences import reads
from archive.models import Carrier, CarrierContent
from archive.search import LONGEST_QUERY
from graphql_api.connections import Key, Order
from graphql_api.errors import Code, Refused
from graphql_api.types.agreement import AgreementKind
from graphql_api.types.carrier import CarrierCondition, DigitisationState

BY_CODE = Order("holdings by code", (Key("code"),))
BY_NAME = Order("holders by name", (Key("name"),))
BY_PLACE = Order("extra fields in place", (Key("level"), Key("position"), Key("slug")))


@strawberry.enum(description="The orders of a list of carriers.")
class CarrierOrder(Enum):
    CODE = strawberry.enum_value("code", description="By shelf mark from A to Z.")
    LONGEST = strawberry.enum_value(
        "longest", description="By how long they play, longest first; those of unknown length last."
    )


def carrier_order(order: CarrierOrder) -> Order:
    if order is CarrierOrder.CODE:
        return BY_CODE
    return Order("carriers, longest first", (Key("duration_s", descending=True, nullable=True),))


@strawberry.input(description="Conditions on carriers; all those that are given must hold.")
class CarrierFilter:
    text: str | None = strawberry.field(
        default=None, description="Only those whose codes or title hold this, whatever case."
    )
    holder: str | None = strawberry.field(
        default=None, description="The slug of the institution that keeps them."
    )
    collection: str | None = strawberry.field(
        default=None,
        description="The code of a collection whose sound, or an item of it, they hold.",
    )
    item: str | None = strawberry.field(
        default=None, description="The code of an item that is on them."
    )
    digitisation: DigitisationState | None = strawberry.field(
        default=None, description="Only those that wait, or that have been digitised, and so on."
    )
    condition: CarrierCondition | None = strawberry.field(
        default=None, description="Only those in this condition. For staff."
    )
    accession: str | None = strawberry.field(
        default=None, description="The code of the arrival with which they came. For staff."
    )


@strawberry.input(description="Conditions on agreements; all those that are given must hold.")
class AgreementFilter:
    text: str | None = strawberry.field(
        default=None, description="Only those whose code or title hold this, whatever case."
    )
    kind: AgreementKind | None = strawberry.field(
        default=None, description="Only deposits, only consents and so on."
    )
    expires_before: date | None = strawberry.field(
        default=None, description="Only those that do not hold any more on this day."
    )
    party: str | None = strawberry.field(
        default=None, description="The slug of an agent who agreed."
    )


@strawberry.input(description="Conditions on accessions; all those that are given must hold.")
class AccessionFilter:
    text: str | None = strawberry.field(
        default=None, description="Only those whose code or title hold this, whatever case."
    )
    holder: str | None = strawberry.field(
        default=None, description="The slug of the institution that received it."
    )
    donor: str | None = strawberry.field(
        default=None, description="The slug of the agent who gave it."
    )


def carriers_matching(
    rows: "QuerySet[Any]", wanted: CarrierFilter | None, actor: Actor
) -> "QuerySet[Any]":
    """Return the carriers that fit; nobody filters by what they may not read."""
    if wanted is None:
        return rows
    for column in ("condition", "accession"):
        if getattr(wanted, column) is not None and not reads(actor, Carrier, column):
            raise Refused(Code.FORBIDDEN, f"Only staff may look for carriers by `{column}`.")
    if wanted.text:
        words = wanted.text[:LONGEST_QUERY]
        rows = rows.filter(
            Q(code__icontains=words)
            | Q(title__icontains=words)
            | Q(original_code__icontains=words)
            | Q(original_number__icontains=words)
        )
    given = {
        "holder__slug": wanted.holder,
        "accession__code": wanted.accession,
        "digitisation": wanted.digitisation and wanted.digitisation.value,
        "condition": wanted.condition and wanted.condition.value,
    }
    rows = rows.filter(**{name: value for name, value in given.items() if value is not None})
    held = _contents(actor)
    if wanted.collection is not None:
        of = Q(collection__code=wanted.collection) | Q(item__collection__code=wanted.collection)
        rows = rows.filter(pk__in=held.filter(of).values("carrier"))
    if wanted.item is not None:
        rows = rows.filter(pk__in=held.filter(item__code=wanted.item).values("carrier"))
    return rows


def _contents(actor: Actor) -> "QuerySet[Any]":
    rows: QuerySet[Any] = CarrierContent.objects.visible_to(actor)
    return rows


def agreements_matching(rows: "QuerySet[Any]", wanted: AgreementFilter | None) -> "QuerySet[Any]":
    """Return the agreements that fit the filter."""
    if wanted is None:
        return rows
    if wanted.text:
        rows = _titled(rows, wanted.text)
    if wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    if wanted.expires_before is not None:
        rows = rows.filter(expires_on__lt=wanted.expires_before)
    if wanted.party is not None:
        rows = rows.filter(parties__agent__slug=wanted.party).distinct()
    return rows


def accessions_matching(rows: "QuerySet[Any]", wanted: AccessionFilter | None) -> "QuerySet[Any]":
    """Return the accessions that fit the filter."""
    if wanted is None:
        return rows
    if wanted.text:
        rows = _titled(rows, wanted.text)
    if wanted.holder is not None:
        rows = rows.filter(holder__slug=wanted.holder)
    if wanted.donor is not None:
        rows = rows.filter(donor__slug=wanted.donor)
    return rows


def _titled(rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
    words = text[:LONGEST_QUERY]
    return rows.filter(Q(code__icontains=words) | Q(title__icontains=words))
