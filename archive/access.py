"""Who may do what: the one rule (design D-13).

The rule is a `Q` over the rows of `Item`, built from a frozen `Actor` and the database's
own clock. Querysets, compiled plans, media views, exports and the projector of the public
RDF store all splice this same `Q`; nothing asks it once per row. `docs/access.md` is its
table for curators. What one may not find answers as not found.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Now


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


def item_rule(actor: Actor, act: Act, path: str = "") -> Q:
    """Return the condition under which the actor may do the act to an item.

    Parameters
    ----------
    path : lookup prefix that leads to the item, such as ``"item__"``; empty on Item itself.
    """
    if actor.is_staff:
        return _kept(path)
    if act is Act.EDIT or (act is Act.DOWNLOAD and not actor.is_member):
        return _nothing(path)
    return _full(path) if act in NEEDS_FULL else _described(path)


def collection_rule(actor: Actor, path: str = "") -> Q:
    """Return the condition under which a collection, corpus or fonds may be found and read."""
    if actor.is_staff:
        return _kept(path)
    return Q(**{f"{path}state": "published", f"{path}access__in": ["metadata", "mixed", "full"]})


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


def _described(path: str) -> Q:
    """Neither the item nor its collection says none; NULL on the item inherits."""
    return (
        _published(path)
        & Q(**{f"{path}collection__access__in": ["metadata", "mixed", "full"]})
        & (Q(**{f"{path}access__isnull": True}) | Q(**{f"{path}access__in": ["metadata", "full"]}))
    )


def _full(path: str) -> Q:
    """Both allow sound (mixed leaves it to the item), and no embargo stands."""
    levels = Q(**{f"{path}access": "full", f"{path}collection__access__in": ["mixed", "full"]}) | Q(
        **{f"{path}access__isnull": True, f"{path}collection__access": "full"}
    )
    open_now = Q(**{f"{path}embargo_until__isnull": True}) | Q(
        **{f"{path}embargo_until__lte": Now()}
    )
    return _published(path) & levels & open_now


def _published(path: str) -> Q:
    return Q(**{f"{path}state": "published", f"{path}collection__state": "published"})


def may(actor: Actor, act: Act, item_id: UUID) -> bool:
    """Return whether the actor may do the act to the item; False too where there is none."""
    from archive.models import Item  # the models know their Audience from here

    return bool(Item.objects.allowing(actor, act).filter(pk=item_id).exists())
