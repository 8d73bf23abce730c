"""Carriers: the tapes, discs and cylinders, their condition, copies and digitisation."""

from django.db import models

from archive.models.accession import Accession
from archive.models.agent import Agent
from archive.models.base import Described, closed_set, validate_code
from archive.models.belonging import exactly_one
from archive.models.collection import Collection
from archive.models.concept import Concept
from archive.models.holder import Holder
from archive.models.instantiation import File
from archive.models.item import Item
from archive.querysets import CarrierContentQuerySet, CarrierQuerySet
from archive.versions import part_triggers, record_triggers


class DigitisationState(models.TextChoices):
    """Whether a carrier waits for its digitisation."""

    WAITING = "waiting", "to be digitised"
    UNDER_WAY = "under_way", "being digitised"
    DONE = "done", "digitised"
    IMPOSSIBLE = "impossible", "cannot be played any more"
    NOT_NEEDED = "not_needed", "a copy exists elsewhere"


class Condition(models.TextChoices):
    """How a carrier is."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    CRITICAL = "critical", "to be copied now or never"
    LOST = "lost"


class Carrier(Described):
    """A physical object that holds sound. Its format, speed and size are concepts of their uses."""

    code = models.CharField(
        max_length=128, unique=True, validators=[validate_code], help_text="shelf mark"
    )
    original_code = models.CharField(max_length=250, blank=True, default="", db_default="")
    original_number = models.CharField(max_length=120, blank=True, default="", db_default="")
    title = models.CharField(max_length=250, blank=True, default="", db_default="")
    holder = models.ForeignKey(
        Holder, null=True, blank=True, on_delete=models.PROTECT, related_name="carriers"
    )
    accession = models.ForeignKey(
        Accession, null=True, blank=True, on_delete=models.PROTECT, related_name="carriers"
    )
    copy_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies"
    )
    shelf = models.CharField(
        max_length=250, blank=True, default="", db_default="", help_text="where it stands"
    )
    made = models.CharField(max_length=120, blank=True, default="", db_default="", help_text="EDTF")
    duration_s = models.FloatField(null=True, blank=True, help_text="seconds")
    condition = models.CharField(
        max_length=8, choices=Condition, blank=True, default="", db_default=""
    )
    condition_comment = models.TextField(blank=True, default="", db_default="")
    sound_quality = models.TextField(blank=True, default="", db_default="")
    comment = models.TextField(blank=True, default="", db_default="")
    recording_system = models.CharField(max_length=250, blank=True, default="", db_default="")
    tape_thickness_um = models.FloatField(null=True, blank=True, help_text="micrometres")
    tape_reference = models.CharField(
        max_length=250, blank=True, default="", db_default="", help_text="the maker's"
    )
    has_sticker = models.BooleanField(null=True, blank=True)
    digitisation = models.CharField(
        max_length=10,
        choices=DigitisationState,
        default=DigitisationState.WAITING,
        db_default=DigitisationState.WAITING,
    )

    objects = models.Manager.from_queryset(CarrierQuerySet)()

    class Meta(Described.Meta):
        ordering = ["code"]
        constraints = [
            closed_set("digitisation", DigitisationState, name="carrier_digitisation"),
            models.CheckConstraint(
                name="carrier_no_copy_of_itself", condition=~models.Q(copy_of=models.F("id"))
            ),
        ]
        triggers = record_triggers("carrier", cited_by="code")

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/carriers/{self.code}"


class CarrierContent(models.Model):
    """What a carrier holds: a collection's sound, or an item on one of its sides."""

    carrier = models.ForeignKey(Carrier, on_delete=models.CASCADE, related_name="contents")
    collection = models.ForeignKey(
        Collection, null=True, blank=True, on_delete=models.CASCADE, related_name="carrier_links"
    )
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.CASCADE, related_name="carrier_links"
    )
    side = models.CharField(max_length=20, blank=True, default="", db_default="")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    start = models.CharField(
        max_length=40,
        blank=True,
        default="",
        db_default="",
        help_text="where on the side, as written",
    )

    objects = models.Manager.from_queryset(CarrierContentQuerySet)()

    class Meta:
        ordering = ["carrier", "side", "position", "id"]
        constraints = [
            exactly_one("collection", "item", name="carrier_content_owned"),
            models.UniqueConstraint(
                fields=["carrier", "collection", "item", "side"],
                name="carrier_content_once",
                nulls_distinct=False,
            ),
        ]
        triggers = part_triggers({"carrier": "archive_carrier"})

    def __str__(self) -> str:
        return f"{self.carrier_id} {self.side}"


class Digitisation(models.Model):
    """How a file came from a carrier."""

    carrier = models.ForeignKey(Carrier, on_delete=models.CASCADE, related_name="digitisations")
    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="digitisations")
    done = models.CharField(max_length=120, blank=True, default="", db_default="", help_text="EDTF")
    digitiser = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="digitisations"
    )
    conversion = models.ForeignKey(
        Concept,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="digitisations",
        help_text="of the vocabulary ad-conversions",
    )
    equipment = models.TextField(blank=True, default="", db_default="")
    note = models.TextField(blank=True, default="", db_default="")

    class Meta:
        ordering = ["carrier", "id"]
        constraints = [
            models.UniqueConstraint(fields=["carrier", "file"], name="digitisation_once")
        ]
        triggers = part_triggers({"carrier": "archive_carrier"})

    def __str__(self) -> str:
        return f"{self.file_id} from {self.carrier_id}"
