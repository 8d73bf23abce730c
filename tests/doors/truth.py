"""What `policy.toml` says of each planned item, for each of the six, and no database is asked."""

from tests.doors.hidden import COLLECTIONS, Hidden
from tests.doors.policy import Asker, Case, allowed

#: What the plan's protocols keep, and whether the community of the sweep is admitted.
PROTOCOLS = {
    "ours": ("record", True),
    "any": ("record", True),
    "both": ("record", False),
    "named": ("record", False),
    "sound": ("sound", True),
}
GIVES = ("read", "listen", "download")
#: Whom the plan's grants are given to.
GIVEN_TO = {"member": "member", "list": "member", "community": "community", "room": "room"}


def case_of(one: Hidden) -> Case:
    """Return the item as the table sees it."""
    around = COLLECTIONS[one.collection]
    own, above = (_kept(str(each.get("protocol") or "")) for each in (one.says, around))
    state = one.says.get("state", "published")
    return Case(
        outer=around["access"],
        inner=one.says.get("access") or "",
        is_old=one.is_old,
        collection_ages=around.get("opens_with_age", False),
        embargo=one.embargo,
        item_protocol=own,
        collection_protocol=above,
        state=around.get("state", "published") if state == "published" else state,
    )


def asker_of(role: str, one: Hidden) -> Asker:
    """Return who asks, as far as this item is concerned."""
    names = {str(each.get("protocol") or "") for each in (one.says, COLLECTIONS[one.collection])}
    bound = names - {""}
    edits = role == "editor" and one.collection == "edited"
    return Asker(
        role={"room": "public", "community": "member", "editor": "member"}.get(role, role)
        if not edits
        else "editor",
        grant=GIVES[one.number % 3] if GIVEN_TO.get(one.granted) == role else "none",
        is_admitted=role == "community" and all(PROTOCOLS[each][1] for each in bound),
    )


def acts(role: str, one: Hidden) -> frozenset[str]:
    """Return what one of the six may do to the item."""
    return allowed(case_of(one), asker_of(role, one))


def _kept(protocol: str) -> str:
    return PROTOCOLS[protocol][0] if protocol else "open"
