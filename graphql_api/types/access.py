"""How far a record is open, as the one rule of `archive.access` says it."""

from datetime import date, datetime
from enum import Enum
from typing import Any

import strawberry
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Now

from archive.access import PUBLIC, Act, Actor, Audience, admitted, item_rule
from archive.ageing import ages, opened_by_age, opens_on
from archive.models import Part


@strawberry.enum(description="How far a record is open to the public.")
class AccessLevel(Enum):
    NONE = strawberry.enum_value("none", description="Nothing is shown: for staff only.")
    METADATA = strawberry.enum_value(
        "metadata", description="The description is shown, the sound is not."
    )
    MIXED = strawberry.enum_value(
        "mixed", description="A collection's own: each of its items says for itself."
    )
    FULL = strawberry.enum_value("full", description="Both the description and the sound are open.")


@strawberry.enum(description="Why you cannot hear an item.")
class WithheldReason(Enum):
    NO_SOUND = strawberry.enum_value(
        "no_sound", description="No sound has been deposited for this record."
    )
    EMBARGO = strawberry.enum_value(
        "embargo", description="The sound is closed until a date, then opens by itself."
    )
    PROTOCOL = strawberry.enum_value(
        "protocol", description="A community's protocol keeps the sound for those whom it admits."
    )
    AGE = strawberry.enum_value(
        "age", description="The sound opens by itself when the recording is old enough."
    )
    LEVEL = strawberry.enum_value(
        "level", description="The item or its collection opens its description only."
    )


SENTENCES = {
    WithheldReason.NO_SOUND: "No sound has been deposited for this record.",
    WithheldReason.EMBARGO: "The sound is under embargo until {until:%d %B %Y}.",
    WithheldReason.PROTOCOL: "A community's protocol keeps this record's sound.",
    WithheldReason.AGE: "The sound opens on {day:%d %B %Y}, when it is old enough.",
    WithheldReason.LEVEL: "This record's sound is not open; its description is.",
}


@strawberry.type(description="How far an item is open, and what you may do with its sound.")
class Access:
    level: AccessLevel = strawberry.field(
        description="The effective level for the public: the strictest of item and collection."
    )
    can_listen: bool = strawberry.field(
        description="Whether you may hear the sound, which also needs that there is one."
    )
    can_edit: bool = strawberry.field(
        description="Whether you may change the description, and withhold stretches of its sound."
    )
    can_download: bool = strawberry.field(description="Whether you may take the master file away.")
    withheld: WithheldReason | None = strawberry.field(
        description="Why you cannot hear the sound; null if you can."
    )
    message: str | None = strawberry.field(
        description="The same reason as a sentence to show; null if you can hear the sound."
    )
    embargo_until: datetime | None = strawberry.field(
        description="The moment at which the sound opens, if a date was set."
    )
    opens_on: date | None = strawberry.field(
        description="The day on which it is old enough to open; null if age does not open it."
    )

    @classmethod
    def of(cls, row: Any) -> "Access":
        """Read what `with_access` found out about the row."""
        reason = _reason(row)
        sentence = (
            SENTENCES[reason].format(until=row.embargo_until, day=row.old_on) if reason else None
        )
        return cls(
            level=AccessLevel(row.effective_level),
            can_listen=row.may_listen and row.has_sound,
            can_edit=row.may_edit,
            can_download=row.may_download and row.has_sound,
            withheld=reason,
            message=sentence,
            embargo_until=row.embargo_until,
            opens_on=row.old_on if row.ages else None,
        )


def _reason(row: Any) -> WithheldReason | None:
    if not row.has_sound:
        return WithheldReason.NO_SOUND
    if row.may_listen:
        return None
    if not row.is_admitted:
        return WithheldReason.PROTOCOL
    if row.closed_by_date:
        return WithheldReason.EMBARGO
    return WithheldReason.AGE if row.ages and row.old_on else WithheldReason.LEVEL


def with_access(items: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    """Add what the rule says of each item, decided by the database on its own clock."""
    judged: QuerySet[Any] = items.annotate(
        effective_level=Case(
            When(item_rule(PUBLIC, Act.LISTEN), then=Value("full")),
            When(item_rule(PUBLIC, Act.FIND), then=Value("metadata")),
            default=Value("none"),
        ),
        may_listen=whether(item_rule(actor, Act.LISTEN)),
        may_download=whether(item_rule(actor, Act.DOWNLOAD)),
        may_edit=whether(item_rule(actor, Act.EDIT)),
        is_admitted=whether(admitted(actor.ears, Act.LISTEN, "")),
        ages=whether(ages()),
        old_on=opens_on(),
        may_derive=whether(item_rule(actor, Act.DERIVE)),
        may_summarise=whether(item_rule(actor, Act.SUMMARY)),
        closed_by_date=whether(Q(embargo_until__gt=Now()) & _open_but_for_dates()),
        for_staff=Value(Audience.STAFF in actor.audiences, output_field=BooleanField()),
        has_sound=Exists(Part.objects.filter(item=OuterRef("pk"))),
    )
    return judged


def _open_but_for_dates() -> Q:
    """Without its embargo the sound would be open: by its levels, or by its age."""
    return (
        Q(access="full", collection__access__in=["mixed", "full"])
        | Q(access__isnull=True, collection__access="full")
        | opened_by_age("", Now())
    )


def whether(rule: Q) -> Any:
    """Return the rule as a column; an empty rule is always true."""
    if not rule:
        return ExpressionWrapper(Value(value=True), output_field=BooleanField())
    return Case(
        When(rule, then=Value(value=True)),
        default=Value(value=False),
        output_field=BooleanField(),
    )
