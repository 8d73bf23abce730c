"""Rules of rolling publication, and what time will open.

create_rule(actor=actor, slug="fifty-one", title="51 years after recording", years=51)
"""

from datetime import date, datetime, time
from typing import TypedDict, Unpack
from uuid import UUID
from zoneinfo import ZoneInfo

from archive.access import Actor
from archive.history import changing
from archive.kinds import KINDS
from archive.models import Item, PublicationRule
from archive.querysets import ItemQuerySet
from archive.services.editing import edited, made
from archive.services.pointing import columns_of, needed

RULE = KINDS["publication_rule"]


class RuleChanges(TypedDict, total=False):
    """What can be said of a rule; `years` after the year of recording, 1 to 500."""

    slug: str
    title: str
    description: str
    years: int
    is_default: bool


def create_rule(*, actor: Actor, reason: str = "", **says: Unpack[RuleChanges]) -> PublicationRule:
    """Make a rule. It needs a slug, a title and years; a new default takes the old one's place.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "title", "years")
    with changing(actor, reason=reason):
        _step_down(actor, says)
        columns = columns_of(PublicationRule, says, None)
        rule: PublicationRule = made(RULE, actor=actor, reason=reason, columns=columns)
    return rule


def update_rule(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[RuleChanges],
) -> PublicationRule:
    """Change a rule: what it covers opens, or closes, with the commit.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """
    with changing(actor, reason=reason):
        _step_down(actor, says)
        rule: PublicationRule = edited(
            RULE,
            actor=actor,
            cited=cited,
            record_id=record_id,
            if_version=if_version,
            reason=reason,
            columns=lambda row: columns_of(PublicationRule, says, row),
        )
    return rule


def _step_down(actor: Actor, says: RuleChanges) -> None:
    if says.get("is_default") and actor.is_staff:
        PublicationRule.objects.filter(is_default=True).update(is_default=False)


def opening_by(day: date, *, actor: Actor) -> ItemQuerySet:
    """Return the items whose sound time will have opened to the public by that day. For staff.

    What is closed by anything but time (a level, a protocol) is not among them.
    """
    moment = datetime.combine(day, time.min, ZoneInfo("UTC"))
    found: ItemQuerySet = Item.objects.visible_to(actor).opening_by(moment)
    return found if actor.is_staff else found.none()
