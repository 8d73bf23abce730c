"""Communities, their protocols, and the records that stand under them.

create_community(actor=actor, slug="dogon", name="Dogon of Sanga")
create_protocol(actor=actor, slug="masks", name="Of the masks", communities=["dogon"])
admit(actor=steward, protocol="masks", user_id=…)
place_under(actor=actor, kind="item", record_id=…, protocols=["masks"], combine="all")
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db.models import Q

from archive.access import Actor
from archive.errors import NotAllowed, NotFound, OddValue, VersionConflict
from archive.history import changing
from archive.kinds import KINDS, kind_named
from archive.models import (
    Admits,
    Combine,
    Community,
    CommunityMember,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolMember,
    ProtocolSet,
    Standing,
    User,
)
from archive.permits import lasting
from archive.services.editing import edited, locked, made, staff_only
from archive.services.pointing import columns_of, needed

COMMUNITY, PROTOCOL = KINDS["community"], KINDS["protocol"]
#: A record under more has a rule of its own: make it one.
MOST = 20


class CommunityChanges(TypedDict, total=False):
    """What can be said of a community."""

    slug: str
    name: str
    description: str
    translations: Mapping[str, Mapping[str, str]]
    contact: str
    is_listed: bool


class ProtocolChanges(TypedDict, total=False):
    """What can be said of a protocol; `communities` are slugs."""

    slug: str
    name: str
    description: str
    translations: Mapping[str, Mapping[str, str]]
    admits: str
    withholds: str
    locates: str
    communities: Sequence[str]


def create_community(
    *, actor: Actor, reason: str = "", **says: Unpack[CommunityChanges]
) -> Community:
    """Describe a community. It needs a slug and a name.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "name")
    columns = columns_of(Community, says, None, points_to={})
    community: Community = made(COMMUNITY, actor=actor, reason=reason, columns=columns)
    return community


def update_community(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[CommunityChanges],
) -> Community:
    """Change what is said of a community.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue
    """
    community: Community = edited(
        COMMUNITY,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: columns_of(Community, says, row, points_to={}),
    )
    return community


def create_protocol(*, actor: Actor, reason: str = "", **says: Unpack[ProtocolChanges]) -> Protocol:
    """Make a protocol. It needs a slug, a name and at least one community.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue
    """
    needed(says, "slug", "name", "communities")
    protocol: Protocol = made(
        PROTOCOL,
        actor=actor,
        reason=reason,
        columns=_columns(says, None),
        links=lambda row, _: _bring_communities(row, says),
    )
    return protocol


def update_protocol(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[ProtocolChanges],
) -> Protocol:
    """Change a protocol: it holds at once for every record that stands under it.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken
    OddValue : also where it would exclude one of its own stewards.
    """

    def links(row: Protocol, _: Any) -> None:
        _bring_communities(row, says)
        _keep_stewards(row)

    protocol: Protocol = edited(
        PROTOCOL,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
        links=links,
    )
    return protocol


def belong(
    *,
    actor: Actor,
    community: str,
    user_id: UUID,
    standing: str | None = Standing.MEMBER,
    until: datetime | None = None,
    reason: str = "",
) -> Community:
    """Let somebody belong to a community; `standing=None` takes them out.

    Raises
    ------
    NotFound : no such community or account.
    NotAllowed : neither staff nor one of its stewards.
    OddValue : it would be left without a steward, or a protocol without its own.
    """
    with changing(actor, reason=reason):
        row = _locked_for_stewards(COMMUNITY, actor, community, _is_community_steward)
        _seat(row.members, user_id, standing, until)
        _ensure_steward(row.members)
        for protocol in Protocol.objects.filter(communities=row):
            _keep_stewards(protocol)
    row.refresh_from_db()
    community_: Community = row
    return community_


def admit(
    *,
    actor: Actor,
    protocol: str,
    user_id: UUID,
    standing: str | None = Standing.MEMBER,
    until: datetime | None = None,
    reason: str = "",
) -> Protocol:
    """Name somebody whom a protocol admits; `standing=None` takes the name back.

    Raises
    ------
    NotFound, NotAllowed, OddValue : as `belong`.
    """
    with changing(actor, reason=reason):
        row = _locked_for_stewards(PROTOCOL, actor, protocol, _is_protocol_steward)
        _seat(row.members, user_id, standing, until)
        _ensure_steward(row.members)
        _keep_stewards(row)
    row.refresh_from_db()
    protocol_: Protocol = row
    return protocol_


def place_under(
    *,
    actor: Actor,
    kind: str,
    record_id: UUID,
    protocols: Sequence[str],
    combine: str = Combine.ALL,
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Put a record under these protocols and no others; none of them opens it again.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict
    OddValue : no level of description, no such protocol, or too many.
    """
    of = kind_named(kind)
    if not of.is_level:
        raise OddValue("kind", "Protocols stand over levels of description.")
    with changing(actor, reason=reason):
        record = locked(of, actor=actor, record_id=record_id)
        staff_only(actor)
        if if_version is not None and if_version != record.version:
            raise VersionConflict(if_version, record.version)
        wanted = _set_of(protocols, combine)
        if record.protocol_set_id != wanted:
            record.protocol_set_id = wanted
            record.save(update_fields=["protocol_set"])
            record.refresh_from_db()
    return record


def _columns(says: ProtocolChanges, row: Protocol | None) -> dict[str, Any]:
    own = {name: value for name, value in says.items() if name != "communities"}
    return columns_of(Protocol, own, row, points_to={})


def _bring_communities(row: Protocol, says: ProtocolChanges) -> None:
    if "communities" not in says:
        return
    wanted = list(dict.fromkeys(says["communities"]))
    found = {each.slug: each for each in Community.objects.filter(slug__in=wanted)}
    for slug in wanted:
        if slug not in found:
            raise OddValue("communities", f"There is no community {slug!r}.")
    if not wanted:
        raise OddValue("communities", "A protocol is of a community: name at least one.")
    row.community_links.exclude(community__slug__in=wanted).delete()
    there = set(row.community_links.values_list("community__slug", flat=True))
    ProtocolCommunity.objects.bulk_create(
        ProtocolCommunity(protocol=row, community=found[slug])
        for slug in wanted
        if slug not in there
    )


def _set_of(slugs: Sequence[str], combine: str) -> UUID | None:
    """Return the set of these protocols, made where it is not there yet."""
    if combine not in Combine.values:
        raise OddValue("combine", f"{combine!r} is not one of: {', '.join(Combine.values)}.")
    wanted = sorted(set(slugs))
    if not wanted:
        return None
    if len(wanted) > MOST:
        raise OddValue("protocols", f"A record stands under {MOST} protocols at most.")
    found = {each.slug: each for each in Protocol.objects.filter(slug__in=wanted)}
    for slug in wanted:
        if slug not in found:
            raise OddValue("protocols", f"There is no protocol {slug!r}.")
    keys = sorted(str(row.pk) for row in found.values())
    named = " ".join([combine, *keys])
    key = uuid5(NAMESPACE_OID, named)
    made_now = ProtocolSet.objects.bulk_create(
        [ProtocolSet(id=key, combine=combine)], ignore_conflicts=True
    )
    ProtocolInSet.objects.bulk_create(
        (ProtocolInSet(protocol_set_id=made_now[0].pk, protocol=row) for row in found.values()),
        ignore_conflicts=True,
    )
    return key


def _locked_for_stewards(kind: Any, actor: Actor, slug: str, is_steward: Any) -> Any:
    record = locked(kind, actor=actor, cited=slug)
    if not actor.is_staff and not is_steward(record, actor):
        raise NotAllowed("Only its stewards and staff may say who belongs here.")
    return record


def _is_community_steward(row: Community, actor: Actor) -> bool:
    stewards = row.members.filter(lasting(), standing=Standing.STEWARD)
    return actor.user_id is not None and stewards.filter(user=actor.user_id).exists()


def _is_protocol_steward(row: Protocol, actor: Actor) -> bool:
    stewards = row.members.filter(lasting(), standing=Standing.STEWARD)
    of_community = CommunityMember.objects.filter(
        lasting(), standing=Standing.STEWARD, community__protocols=row, user=actor.user_id
    )
    return actor.user_id is not None and (
        stewards.filter(user=actor.user_id).exists() or of_community.exists()
    )


def _seat(members: Any, user_id: UUID, standing: str | None, until: datetime | None) -> None:
    if standing is None:
        members.filter(user=user_id).delete()
        return
    if standing not in Standing.values:
        raise OddValue("standing", f"{standing!r} is not one of: {', '.join(Standing.values)}.")
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise NotFound("There is no such account.").about("userId")
    members.update_or_create(user_id=user_id, defaults={"standing": standing, "until": until})


def _ensure_steward(members: Any) -> None:
    """Whoever has members needs somebody who speaks for them."""
    if members.exists() and not members.filter(lasting(), standing=Standing.STEWARD).exists():
        raise OddValue("standing", "Somebody must remain its steward: name another one first.")


def _keep_stewards(row: Protocol) -> None:
    """Refuse a rule that would exclude who keeps it.

    Raises
    ------
    OddValue : `field` is ``admits``.
    """
    if row.admits == Admits.ALL:
        return
    stewards = Q(
        pk__in=ProtocolMember.objects.filter(
            lasting(), protocol=row, standing=Standing.STEWARD
        ).values("user")
    )
    admitted: Any = ProtocolMember.objects.filter(lasting(), protocol=row).values("user")
    if row.admits == Admits.COMMUNITY:
        admitted = CommunityMember.objects.filter(lasting(), community__protocols=row).values(
            "user"
        )
    left_out = User.objects.filter(stewards).exclude(pk__in=admitted)
    if left_out.exists():
        raise OddValue(
            "admits",
            "It would exclude its own steward: let them belong to its community, or name others.",
        )
