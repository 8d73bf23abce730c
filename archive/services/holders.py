"""Describe the institutions that keep what the site describes.

create_holder(actor=actor, slug="crem", name="CREM-LESC", country="france")
update_holder(actor=actor, cited="crem", if_version=2, provider="Archives sonores CNRS")
"""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.kinds import KINDS
from archive.models import Agent, CodePolicy, Holder, Place
from archive.services.editing import edited, made
from archive.services.pointing import columns_of, needed

HOLDER = KINDS["holder"]
POINTS_TO = {
    "agent": (Agent, "slug"),
    "country": (Place, "slug"),
    "code_policy": (CodePolicy, "slug"),
}


class HolderChanges(TypedDict, total=False):
    """What can be said of a holder; agent, country and code policy are named by their slugs."""

    slug: str
    name: str
    translations: Mapping[str, Mapping[str, str]]
    description: str
    agent: str | None
    country: str | None
    address: str
    email: str
    web_page: str
    provider: str
    default_licence: str
    default_record_licence: str
    code_policy: str | None


def create_holder(*, actor: Actor, reason: str = "", **says: Unpack[HolderChanges]) -> Holder:
    """Describe a new holder. It needs a slug and a name.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue : `field` names what is odd.
    """
    needed(says, "slug", "name")
    holder: Holder = made(HOLDER, actor=actor, reason=reason, columns=_columns(says, None))
    return holder


def update_holder(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[HolderChanges],
) -> Holder:
    """Change what is said of a holder.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """
    holder: Holder = edited(
        HOLDER,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
    )
    return holder


def _columns(says: HolderChanges, row: Holder | None) -> dict[str, Any]:
    return columns_of(Holder, says, row, points_to=POINTS_TO)
