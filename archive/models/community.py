"""Communities, and the protocols under which they let their recordings be known.

A protocol is a community's own rule about knowledge: for whom a song is, and how far. A record is
put under protocols as a set that says how they combine; the sets are few, so that the access rule
asks whether a record's set admits somebody, and never walks from record to protocol to person.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.history import keeps_history
from archive.models.base import Described, closed_set
from archive.open_to_all import OF_PROTOCOL, OF_PROTOCOL_IN_SET, OF_PROTOCOL_SET
from archive.permits import CommunityQuerySet, ProtocolQuerySet
from archive.versions import part_triggers, record_triggers


class Standing(models.TextChoices):
    """What somebody is in a community, or under a protocol."""

    MEMBER = "member", "belongs to it"
    STEWARD = "steward", "speaks for it: admits others, and is never excluded"


class Community(Described):
    """People whose knowledge the archive keeps, and whom it asks."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    description = models.TextField(blank=True, default="", db_default="")
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    contact = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="shown: whom to ask"
    )
    is_listed = models.BooleanField(
        default=False, db_default=False, help_text="shown to everybody, by its own wish"
    )

    objects = models.Manager.from_queryset(CommunityQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        verbose_name_plural = "communities"
        triggers = record_triggers("community")

    def __str__(self) -> str:
        return self.name


class CommunityMember(models.Model):
    """An account that belongs to a community."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="communities"
    )
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.MEMBER)
    until = models.DateTimeField(null=True, blank=True, help_text="NULL: for good")
    since = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "user"], name="community_member_once"),
            closed_set("standing", Standing, name="community_member_standing"),
        ]
        triggers = part_triggers({"community": "archive_community"})

    def __str__(self) -> str:
        return f"{self.user_id} of {self.community_id}"


class Withholds(models.TextChoices):
    """What a protocol keeps from those whom it does not admit."""

    RECORD = "record", "everything, as if the record were not there"
    SOUND = "sound", "the sound and what is drawn from it; the description is shown"


class Admits(models.TextChoices):
    """Whom a protocol admits."""

    ALL = "all", "everybody: an open protocol, which only tells how to listen"
    COMMUNITY = "community", "the members of its communities"
    NAMED = "named", "those whom its stewards have named"


class Locates(models.TextChoices):
    """How exactly those who do not belong to a protocol are shown where its records lie."""

    EXACTLY = "exactly", "as it was recorded"
    HUNDREDTH = "hundredth", "in the middle of a cell of 0.01 degrees"
    TENTH = "tenth", "in the middle of a cell of 0.1 degrees"
    DEGREE = "degree", "in the middle of a cell of one degree"


class Protocol(Described):
    """A community's rule for who may know of a recording."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    description = models.TextField(
        blank=True, default="", db_default="", help_text="shown to those whom it does not admit"
    )
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    admits = models.CharField(max_length=9, choices=Admits, default=Admits.COMMUNITY)
    withholds = models.CharField(max_length=6, choices=Withholds, default=Withholds.RECORD)
    locates = models.CharField(
        max_length=9, choices=Locates, default=Locates.EXACTLY, db_default=Locates.EXACTLY
    )
    communities = models.ManyToManyField(
        Community, through="ProtocolCommunity", related_name="protocols"
    )

    objects = models.Manager.from_queryset(ProtocolQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        constraints = [
            closed_set("admits", Admits, name="protocol_admits"),
            closed_set("withholds", Withholds, name="protocol_withholds"),
            closed_set("locates", Locates, name="protocol_locates"),
        ]
        triggers = [OF_PROTOCOL, *record_triggers("protocol")]

    def __str__(self) -> str:
        return self.name


class ProtocolCommunity(models.Model):
    """A community that a protocol is of."""

    protocol = models.ForeignKey(Protocol, on_delete=models.CASCADE, related_name="community_links")
    community = models.ForeignKey(
        Community, on_delete=models.PROTECT, related_name="protocol_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "community"], name="protocol_community_once"
            )
        ]
        triggers = part_triggers({"protocol": "archive_protocol"})

    def __str__(self) -> str:
        return f"{self.protocol_id} of {self.community_id}"


class ProtocolMember(models.Model):
    """Somebody whom a protocol admits by name."""

    protocol = models.ForeignKey(Protocol, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="protocols"
    )
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.MEMBER)
    until = models.DateTimeField(null=True, blank=True, help_text="NULL: for good")
    since = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["protocol", "user"], name="protocol_member_once"),
            closed_set("standing", Standing, name="protocol_member_standing"),
        ]
        triggers = part_triggers({"protocol": "archive_protocol"})

    def __str__(self) -> str:
        return f"{self.user_id} under {self.protocol_id}"


class Combine(models.TextChoices):
    """How the protocols of a set combine."""

    ANY = "any", "whom one of them admits"
    ALL = "all", "whom all of them admit"


class ProtocolSet(models.Model):
    """Protocols as records are put under them together; the same combination is one row."""

    id = models.UUIDField(primary_key=True, editable=False, help_text="made from what it holds")
    combine = models.CharField(max_length=3, choices=Combine, default=Combine.ALL)
    protocols = models.ManyToManyField(Protocol, through="ProtocolInSet", related_name="sets")

    objects = models.Manager()

    class Meta:
        constraints = [closed_set("combine", Combine, name="protocol_set_combine")]
        triggers = [OF_PROTOCOL_SET, *keeps_history({"protocol_set": "id"})]

    def __str__(self) -> str:
        return f"{self.combine} of {self.pk}"


class ProtocolInSet(models.Model):
    """One protocol of a set. Sets do not change: another combination is another set."""

    protocol_set = models.ForeignKey(ProtocolSet, on_delete=models.CASCADE, related_name="links")
    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="set_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["protocol_set", "protocol"], name="protocol_in_set_once"
            )
        ]
        triggers = [*OF_PROTOCOL_IN_SET, *keeps_history({"protocol_set": "protocol_set_id"})]

    def __str__(self) -> str:
        return f"{self.protocol_id} in {self.protocol_set_id}"
