"""Grants: what somebody may do beyond the level, for a reason and until a date.

A grant opens one item, one collection or what a selection lists, to one person, to a community, or
to whoever sits in a reading room. It lifts levels and embargoes; it passes no protocol.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from archive.history import keeps_history
from archive.identifiers import new_id
from archive.models.base import Described, closed_set
from archive.models.belonging import belongs, exactly_one
from archive.models.community import Community
from archive.models.holder import Holder
from archive.permits import GrantQuerySet
from archive.querysets import StaffQuerySet
from archive.versions import record_triggers


class ReadingRoom(Described):
    """An institution's rooms, known by the networks of their machines."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    holder = models.ForeignKey(
        Holder, null=True, blank=True, on_delete=models.PROTECT, related_name="reading_rooms"
    )
    networks = ArrayField(
        models.CharField(max_length=49), help_text="CIDR, such as 192.0.2.0/24 or 2001:db8::/48"
    )
    until = models.DateTimeField(null=True, blank=True, help_text="NULL: for good")

    objects = models.Manager.from_queryset(StaffQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = record_triggers("reading_room")

    def __str__(self) -> str:
        return self.name


class Gives(models.TextChoices):
    """What a grant gives; each holds what stands before it."""

    READ = "read", "find and read the description"
    LISTEN = "listen", "hear it, and see what is drawn from the sound"
    DOWNLOAD = "download", "take a copy away"


class Grant(models.Model):
    """One exception from the level, with its reason."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="grants",
    )
    community = models.ForeignKey(
        Community, null=True, blank=True, on_delete=models.CASCADE, related_name="grants"
    )
    room = models.ForeignKey(
        ReadingRoom, null=True, blank=True, on_delete=models.CASCADE, related_name="grants"
    )
    item = belongs("Item", "grants")
    collection = belongs("Collection", "grants")
    selection = belongs("Selection", "grants")
    gives = models.CharField(max_length=8, choices=Gives, default=Gives.LISTEN)
    until = models.DateTimeField(null=True, blank=True, help_text="NULL: until it is taken back")
    reason = models.CharField(max_length=500)
    agreement = models.ForeignKey(
        "archive.Agreement", null=True, blank=True, on_delete=models.PROTECT, related_name="grants"
    )
    given_by = models.UUIDField(
        null=True, editable=False, help_text="kept when the account is gone"
    )
    given_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = models.Manager.from_queryset(GrantQuerySet)()

    class Meta:
        ordering = ["-given_at", "-id"]
        constraints = [
            exactly_one("user", "community", "room", name="grant_to_one"),
            exactly_one("item", "collection", "selection", name="grant_of_one"),
            closed_set("gives", Gives, name="grant_gives"),
        ]
        triggers = keeps_history({"grant": "id"})

    def __str__(self) -> str:
        return f"{self.gives} to {self.user_id or self.community_id or self.room_id}"
