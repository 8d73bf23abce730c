"""Who may do what: the one rule (design D-13).

The rule is a `Q` over the rows of `Item`, built from a frozen `Actor` and the database's
own clock. Querysets, compiled plans, media views, exports and the projector of the public
RDF store all splice this same `Q`; nothing asks it once per row. `docs/access.md` is its
table for curators, `tests/doors/policy.toml` the same as data. What one may not find answers
as not found.

    open to all (a column that says what follows for everybody: open_to_all.py), or
    what is published
    and (open by level, age and embargo, or by a grant)     ageing.py, permit_functions.py
    and admitted by the protocols of item and collection    permit_functions.py
    or in a collection that one edits, and admitted too
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Now

from archive.scopes import EVERY, Scope


class Act(StrEnum):
    """What somebody may want to do with a record or its sound."""

    FIND = "find"
    READ = "read"
    LISTEN = "listen"
    DOWNLOAD = "download"
    DERIVE = "derive"  # waveform, spectrogram, curves, embeddings
    SUMMARY = "summary"  # scalar results
    HARVEST = "harvest"
    EDIT = "edit"


class Audience(StrEnum):
    """For whom a field or a name is meant."""

    PUBLIC = "public"
    MEMBER = "member"
    STAFF = "staff"


@dataclass(frozen=True)
class Actor:
    """Who asks, resolved once per request."""

    user_id: UUID | None = None
    is_member: bool = False
    is_staff: bool = False
    #: Whether something was granted to the account or to a community of its.
    has_grants: bool = False
    #: Whether the account is in an editor group.
    is_editor: bool = False
    #: Whether a protocol may admit the account by its name, or by a community's.
    is_named: bool = True
    #: The reading rooms that the request comes from.
    rooms: frozenset[UUID] = frozenset()
    #: What the token that asks was made for; a session and a visitor lack none.
    scopes: frozenset[Scope] = EVERY

    @property
    def ears(self) -> "Actor":
        """Return who hears: the public of the same place, where a token is not for listening."""
        return self if Scope.LISTEN in self.scopes else Actor(rooms=self.rooms, scopes=self.scopes)

    #: The notices that a visitor has read, as `archive.notices` names them; accounts have rows.
    notices: frozenset[str] = frozenset()

    @property
    def finds_more(self) -> bool:
        """Whether there may be something that one finds, and a visitor from nowhere does not."""
        of_the_account = self.has_grants or self.is_editor or self.is_named
        return bool(self.rooms) or (self.user_id is not None and of_the_account)

    @property
    def may_be_named(self) -> bool:
        """Whether a protocol may admit them that does not admit everybody."""
        return self.user_id is not None and self.is_named

    @property
    def audiences(self) -> frozenset[Audience]:
        """Return the audiences whose fields this actor reads."""
        if self.is_staff:
            return frozenset(Audience)
        if self.is_member:
            return frozenset({Audience.PUBLIC, Audience.MEMBER})
        return frozenset({Audience.PUBLIC})


PUBLIC = Actor()

#: The house itself: commands and importers, run by whoever may read its secrets.
HOUSE = Actor(is_member=True, is_staff=True)

NEEDS_FULL = frozenset({Act.LISTEN, Act.DOWNLOAD, Act.DERIVE})
#: What an item that is open to all lets everybody do: to its description, and not to its sound.
OPEN = frozenset({Act.FIND, Act.READ, Act.SUMMARY, Act.HARVEST})


def item_rule(actor: Actor, act: Act, path: str = "", *, now: Any = None) -> Q:
    """Return the condition under which the actor may do the act to an item.

    Parameters
    ----------
    path : lookup prefix that leads to the item, such as ``"item__"``; empty on Item itself.
    now : the moment that it is asked for, by the database's clock unless one is given.
    """
    actor = actor.ears if act in NEEDS_FULL else actor
    if actor.is_staff:
        return _kept(path)
    if act is Act.EDIT:
        return _edited(actor, path)
    if act in OPEN:
        open_to_all = Q(**{f"{path}is_open_to_all": True})
        return open_to_all | _described(actor, act, path) if actor.finds_more else open_to_all
    allowed = _full(path, Now() if now is None else now)
    if act is Act.DOWNLOAD and not actor.is_member:
        allowed = _nothing(path)
    if actor.has_grants or actor.rooms:
        allowed |= _granted(actor, act, path)
    ruled = _published(path) & allowed & admitted(actor, act, path)
    return ruled | _edited(actor, path) if actor.is_editor else ruled


def level_rule(actor: Actor, level: str, path: str = "") -> Q:
    """Return the condition under which a fonds, corpus or collection may be found and read.

    Parameters
    ----------
    level : ``fonds``, ``corpus`` or ``collection``; grants and editor groups are of collections.
    path : lookup prefix that leads to it; empty on its own rows.
    """
    if actor.is_staff:
        return _kept(path)
    shown = Q(**{f"{path}access__in": ["metadata", "mixed", "full"]})
    edited = _nothing(path)
    if level == "collection" and (actor.has_grants or actor.rooms):
        shown |= Q(**{f"{path}pk__in": _asks().granted_collections(actor, Act.FIND)})
    if level == "collection" and actor.is_editor:
        edited = _kept(path) & Q(**{f"{path}pk__in": edited_collections(actor)})
    admitted = _admitting(actor, Act.FIND, f"{path}protocol_set")
    ruled = (Q(**{f"{path}state": "published"}) & shown) & admitted
    return ruled | (edited & admitted) if actor.is_editor else ruled


def edited_collections(actor: Actor) -> Any:
    """Return the ids of the collections that the actor edits, besides staff's right to all."""
    if actor.user_id is None or not actor.is_editor:
        return []
    return _asks().edited_collections(actor)


#: What the tracks of these kinds say is in the sound: who may not hear it, may not read it either.
WORDS = ("lyrics", "transcript", "translation")


def track_rule(actor: Actor, path: str = "") -> Q:
    """Return the condition under which a track along an item's time may be read.

    Its own audience, and its item's: words that are heard are for those who may hear them.

    Parameters
    ----------
    path : lookup prefix that leads to the track, such as ``"track__"``; empty on Track itself.
    """
    heard = item_rule(actor, Act.LISTEN, f"{path}item__")
    return (
        Q(**{f"{path}audience__in": sorted(actor.audiences)})
        & item_rule(actor, Act.READ, f"{path}item__")
        & (~Q(**{f"{path}kind__in": WORDS}) | heard)
    )


def _kept(path: str) -> Q:
    """Return what staff may do everything to; the bin has a door of its own."""
    return Q(**{f"{path}state__in": ["draft", "published", "withdrawn"]})


def _nothing(path: str) -> Q:
    return Q(**{f"{path}pk__in": []})


def _described(actor: Actor, act: Act, path: str) -> Q:
    """Neither the item nor its collection says none, or a grant opens it; protocols admit.

    NULL on the item inherits. Collections are asked for once in a statement, and not once an item:
    a list need not join them, and one in which all items are open to all does not ask at all.
    What costs least is asked first. Whom no protocol admits by name is told of nothing beyond what
    is open to all, unless by a grant: their statement asks nothing more.
    """
    asks = _asks()
    collections = asks.admitted_collections(actor, act)
    found = []
    if actor.may_be_named:
        told = collections.filter(access__in=["metadata", "mixed", "full"])
        own = Q(**{f"{path}access__isnull": True}) | Q(
            **{f"{path}access__in": ["metadata", "full"]}
        )
        found.append(own & Q(asks.AnyOf(f"{path}collection", told)))
    if actor.has_grants or actor.rooms:
        found.append(_granted(actor, act, path) & Q(asks.AnyOf(f"{path}collection", collections)))
    ruled = _nothing(path)
    if found:
        admitting = _admitting(actor, act, f"{path}protocol_set")
        ruled = Q(**{f"{path}state": "published"}) & admitting & reduce(or_, found)
    return ruled | _edited(actor, path) if actor.is_editor else ruled


def _full(path: str, now: Any) -> Q:
    """Both allow sound (mixed leaves it to the item), or it is old enough; no embargo stands."""
    from archive.ageing import opened_by_age

    levels = Q(**{f"{path}access": "full", f"{path}collection__access__in": ["mixed", "full"]}) | Q(
        **{f"{path}access__isnull": True, f"{path}collection__access": "full"}
    )
    open_now = Q(**{f"{path}embargo_until__isnull": True}) | Q(**{f"{path}embargo_until__lte": now})
    return (levels | opened_by_age(path, now)) & open_now


def _granted(actor: Actor, act: Act, path: str) -> Q:
    """One of the actor's grants reaches the item: itself, its collection, a list that has it."""
    return Q(**{f"{path}pk__in": _asks().granted_items(actor, act)}) | Q(
        **{f"{path}collection__in": _asks().granted_collections(actor, act)}
    )


def admitted(actor: Actor, act: Act, path: str) -> Q:
    """Return the condition that protocols admit the actor: the item's, and its collection's."""
    return _admitting(actor, act, f"{path}protocol_set") & _admitting(
        actor, act, f"{path}collection__protocol_set"
    )


def _admitting(actor: Actor, act: Act, pointer: str) -> Q:
    sets = _asks().admitted_sets(actor, act)
    return Q(**{f"{pointer}__isnull": True}) | Q(**{f"{pointer}__in": sets})


def _edited(actor: Actor, path: str) -> Q:
    """What lies in a collection that the actor edits, if its protocols admit them."""
    if not actor.is_editor:
        return _nothing(path)
    return (
        _kept(path)
        & Q(**{f"{path}collection__in": edited_collections(actor)})
        & admitted(actor, Act.LISTEN, path)
    )


def _asks() -> Any:
    """Return what asks the database of permits; it knows the acts from here."""
    from archive import permit_functions

    return permit_functions


def _published(path: str) -> Q:
    return Q(**{f"{path}state": "published", f"{path}collection__state": "published"})


def may(actor: Actor, act: Act, item_id: UUID) -> bool:
    """Return whether the actor may do the act to the item; False too where there is none."""
    from archive.models import Item  # the models know their Audience from here

    return bool(Item.objects.allowing(actor, act).filter(pk=item_id).exists())
