"""Who sees communities, protocols, grants, labels, lists, cards, requests, notices, comments.

What of them opens and closes records the rule asks by functions of the database
(archive/permit_functions.py): what was revoked is revoked with its commit, since nobody carries a
copy.
"""

from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from archive.access import Act, Actor, item_rule
from archive.permit_functions import admitting_protocols


def lasting(path: str = "") -> Q:
    """Return the condition that what ends at `until` has not ended, on the database's clock."""
    return Q(**{f"{path}until__isnull": True}) | Q(**{f"{path}until__gt": Now()})


class CommunityQuerySet(models.QuerySet[Any]):
    """Communities show themselves if they wish; their members and staff see them."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        return self.filter(Q(is_listed=True) | Q(pk__in=self.of_member(actor).values("pk")))

    def of_member(self, actor: Actor) -> Self:
        """Return those that the actor belongs to now."""
        members = _model("CommunityMember").objects.filter(lasting(), user=actor.user_id)
        return self.filter(pk__in=members.values("community")) if actor.user_id else self.none()


class ProtocolQuerySet(models.QuerySet[Any]):
    """Protocols: shown with the records that one may find under them, and to whom they admit."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        items = _model("Item").objects.visible_to(actor)
        used = Q(Exists(items.filter(protocol_set__links__protocol=OuterRef("pk"))))
        used |= Q(Exists(items.filter(collection__protocol_set__links__protocol=OuterRef("pk"))))
        own = self.admitting(actor).exclude(admits="all")
        return self.filter(used | Q(pk__in=own.values("pk")))

    def admitting(self, actor: Actor) -> Self:
        """Return the protocols that admit the actor now."""
        return self.filter(pk__in=admitting_protocols(actor))


class GrantQuerySet(models.QuerySet[Any]):
    """Exceptions from the level."""

    def visible_to(self, actor: Actor) -> Self:
        """Staff see all of them; others those that were given to them."""
        return self if actor.is_staff else self.filter(self._given_to(actor))

    def _given_to(self, actor: Actor) -> Q:
        given = Q(pk__in=[])
        if actor.user_id:
            communities = _model("Community").objects.of_member(actor)
            given |= Q(user=actor.user_id) | Q(community__in=communities.values("pk"))
        if actor.rooms:
            given |= Q(room__in=sorted(actor.rooms))
        return given


class LabelQuerySet(models.QuerySet[Any]):
    """Notices: with the records that bear them."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        items = _model("Item").objects.visible_to(actor)
        levels = _model("Collection").objects.visible_to(actor)
        return self.filter(
            Q(Exists(items.filter(label_links__label=OuterRef("pk"))))
            | Q(Exists(levels.filter(label_links__label=OuterRef("pk"))))
        )

    def before(self, actor: Actor) -> Self:
        """Return those that the actor is to read before any sound, as their words are now.

        Staff keep the recordings: nothing is kept from them.
        """
        if actor.is_staff:
            return self.none()
        asking = self.filter(asks_acknowledgement=True)
        if actor.user_id:
            read = _model("Acknowledgement").objects.filter(
                user=actor.user_id, label=OuterRef("pk"), label_version=OuterRef("version")
            )
            return asking.exclude(Exists(read))
        for name in actor.notices:
            key, _, version = name.partition(":")
            asking = asking.exclude(pk=key, version=version)
        return asking


class OpenQuerySet(models.QuerySet[Any]):
    """What is no secret: rules that an archive announces."""

    def visible_to(self, actor: Actor) -> Self:
        return self


class SelectionQuerySet(models.QuerySet[Any]):
    """People's lists: their own, what was shared with them, what is public.

    Also those by which the archive opens something: for staff, and for whom it does.
    """

    def visible_to(self, actor: Actor) -> Self:
        seen = Q(shared="public")
        if actor.user_id:
            seen |= Q(owner=actor.user_id)
            groups = groups_of(actor.user_id)
            seen |= Q(shared="group", group__in=groups)
        if actor.is_staff or actor.has_grants or actor.rooms:
            grants = _model("Grant").objects.visible_to(actor).filter(lasting())
            seen |= Q(pk__in=grants.filter(selection__isnull=False).values("selection"))
        return self.filter(seen, deleted_at__isnull=True)

    def binned_by(self, actor: Actor) -> Self:
        """Return what its owner has deleted."""
        rows = self.filter(deleted_at__isnull=False, owner__isnull=False)
        return rows.filter(owner=actor.user_id) if actor.user_id else self.none()


class SelectionEntryQuerySet(models.QuerySet[Any]):
    """Lines of lists that one may see, whose item or list one may find."""

    def visible_to(self, actor: Actor) -> Self:
        lists = _model("Selection").objects.visible_to(actor).values("pk")
        item = Q(item__isnull=False) & item_rule(actor, Act.FIND, "item__")
        return self.filter(item | Q(inner__in=lists), selection__in=lists)


class ProfileQuerySet(models.QuerySet[Any]):
    """Cards of people: one's own, and those that their owners show."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        return self.filter(Q(is_listed=True) | Q(user=actor.user_id, user__isnull=False))


class RequestQuerySet(models.QuerySet[Any]):
    """Requests: staff's, and those of who asked."""

    def visible_to(self, actor: Actor) -> Self:
        return (
            self if actor.is_staff else self.filter(asked_by=actor.user_id, asked_by__isnull=False)
        )


class NoticeQuerySet(models.QuerySet[Any]):
    """Notices are read by whom they are for, and by nobody else."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(user=actor.user_id, user__isnull=False)


class CommentQuerySet(models.QuerySet[Any]):
    """Comments: beside records that one may read, by audience; one's own in any case of these.

    What was taken back its author alone sees; what is hidden, its author and staff.
    """

    def visible_to(self, actor: Actor) -> Self:
        mine = Q(author=actor.user_id, author__isnull=False)
        shown = Q(audience__in=actor.audiences, withdrawn_at__isnull=True)
        if not actor.is_staff:
            shown &= Q(is_removed=False)
        return self.filter(mine | shown).filter(self._beside_readable(actor))

    def _beside_readable(self, actor: Actor) -> Q:
        from archive.kinds import KINDS  # it knows the models, which know this

        readable = Q(pk__in=[])
        for name, kind in KINDS.items():
            rows = kind.rows.visible_to(actor).filter(pk=OuterRef("subject_id"))
            readable |= Q(subject_kind=name) & Q(Exists(rows))
        return readable


def groups_of(user_id: UUID) -> "models.QuerySet[Any, Any]":
    """Return the ids of the editor groups that somebody is in, and of those around them."""
    editors = _model("Editor").objects.filter(lasting(), user=user_id)
    around = _model("EditorGroupClosure").objects.filter(descendant__in=editors.values("group"))
    outer: models.QuerySet[Any, Any] = around.values("ancestor")
    return outer


def _model(name: str) -> Any:
    from django.apps import apps

    return apps.get_model("archive", name)
