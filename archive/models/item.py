"""Items: one recorded thing, a song, a rite, a call. The level that is heard."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from archive.access import Audience
from archive.models.agent import Agent
from archive.models.base import Record, State, closed_set, validate_code
from archive.models.collection import Collection
from archive.models.language import Language
from archive.models.place import Place
from archive.models.population import Population
from archive.models.roles import AgentRole
from archive.open_to_all import COLUMN, OF_ITEM
from archive.querysets import ItemQuerySet
from archive.search import ITEM_WORDS
from archive.versions import part_triggers, record_triggers
from archive.withholding_triggers import KEY_OF_ITEM

PART_OF_ITEM = part_triggers({"item": "archive_item"})


class ItemLevel(models.TextChoices):
    """How far an item is open; without one it follows its collection."""

    NONE = "none", "nothing is shown"
    METADATA = "metadata", "the description is shown, the sound is not"
    FULL = "full", "description and sound"


class Item(Record):
    """One recorded event as the archive describes it."""

    code = models.CharField(
        max_length=128, unique=True, null=True, blank=True, validators=[validate_code]
    )
    original_code = models.CharField(max_length=250, blank=True, default="", db_default="")
    title = models.CharField(max_length=500)
    original_title = models.CharField(
        max_length=500, blank=True, help_text="The title in its own language, as given."
    )
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="items")
    recorded = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    recorded_from = models.DateField(null=True, blank=True, editable=False)
    recorded_to = models.DateField(null=True, blank=True, editable=False)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    place_comment = models.CharField(max_length=500, blank=True)
    cultural_area = models.CharField(max_length=250, blank=True, default="", db_default="")
    language_comment = models.CharField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text="what ISO 639-3 cannot say: dialects, registers",
    )
    context_comment = models.TextField(
        blank=True, default="", db_default="", help_text="ethnographic context"
    )
    performance_mode = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="how it is performed: solo, responsorial, in unison",
    )
    summary = models.TextField(blank=True, default="", db_default="")
    track = models.CharField(
        max_length=40,
        blank=True,
        default="",
        db_default="",
        help_text="its number in the collection",
    )
    collector_selection = models.CharField(max_length=500, blank=True, default="", db_default="")
    collector_from_collection = models.BooleanField(
        default=False, db_default=False, help_text="the collection's collector is its own"
    )
    creator_reference = models.CharField(max_length=250, blank=True, default="", db_default="")
    external_references = models.TextField(
        blank=True, default="", db_default="", help_text="bibliography"
    )
    digitised = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    published_in = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF: brought out in"
    )
    approximate_duration_s = models.FloatField(
        null=True, blank=True, help_text="seconds, as described: files say their own"
    )
    external_sound = models.URLField(
        max_length=512,
        blank=True,
        default="",
        db_default="",
        help_text="sound kept elsewhere; never fetched by itself",
    )
    opens_with_age = models.BooleanField(
        default=False,
        db_default=False,
        help_text="its sound opens when it is as old as the archive's rule says",
    )
    populations = models.ManyToManyField(Population, through="ItemPopulation", related_name="items")
    languages = models.ManyToManyField(Language, through="ItemLanguage", related_name="items")
    agents = models.ManyToManyField(Agent, through="ItemAgent", related_name="items")
    credit = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=500, blank=True, help_text="Where the record comes from.")
    access = models.CharField(  # noqa: DJ001 - NULL is "as the collection"; "" would be a level
        max_length=8, choices=ItemLevel, null=True, blank=True
    )
    embargo_until = models.DateTimeField(null=True, blank=True)
    withheld_key = models.TextField(
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text="which stretches are withheld: archive/withholding.py",
    )

    is_open_to_all = models.BooleanField(
        default=False,
        db_default=False,
        editable=False,
        help_text="whether everybody finds it, whatever the date: archive/open_to_all.py",
    )

    objects = models.Manager.from_queryset(ItemQuerySet)()

    class Meta(Record.Meta):
        ordering = ["code", "id"]
        constraints = [
            models.CheckConstraint(
                name="item_recorded_in_order",
                condition=models.Q(recorded_from__isnull=True)
                | models.Q(recorded_to__isnull=True)
                | models.Q(recorded_from__lte=models.F("recorded_to")),
            ),
            closed_set("access", ItemLevel, name="item_level"),
            closed_set("state", State, name="item_state"),
        ]
        indexes = [
            models.Index(fields=["collection", "code", "id"], name="item_in_collection"),
            models.Index(fields=["recorded_from"], name="item_recorded_from"),
            models.Index(fields=["place", "code", "id"], name="item_at_place"),
            models.Index(fields=["title", "id"], name="item_by_title"),
            # With the id: what came in with one import, or is of one year, is a page like others.
            models.Index(
                models.F("recorded_from").desc(nulls_last=True), "id", name="item_recorded_latest"
            ),
            models.Index(fields=["-created_at", "id"], name="item_newest"),
            models.Index(fields=["-modified_at", "id"], name="item_last_changed"),
            # What the rule asks of every row that is counted, without reading the rows.
            models.Index(
                fields=["collection"],
                include=[
                    "id",
                    "access",
                    "state",
                    "embargo_until",
                    "protocol_set",
                    "is_open_to_all",
                ],
                name="item_for_the_rule",
            ),
            # The few rows of which a count asks whether somebody finds them besides.
            models.Index(
                fields=["collection"],
                include=["id", "access", "state", "protocol_set"],
                condition=models.Q(is_open_to_all=False),
                name="item_not_open_to_all",
            ),
            # A count for everybody: few values, so that its pages hold many rows each.
            models.Index(fields=["collection", "is_open_to_all"], name="item_open_to_all"),
            GinIndex(OpClass(ITEM_WORDS, name="gin_trgm_ops"), name="item_words"),
        ]
        triggers = [
            KEY_OF_ITEM,
            *OF_ITEM,
            *record_triggers(
                "item",
                derived=COLUMN,
                cited_by="code",
                item_id="r.id",
                was_public="coalesce(r.access, '') <> 'none' AND r.state = 'published'",
            ),
        ]

    def __str__(self) -> str:
        return self.code or str(self.pk)

    @property
    def citation(self) -> str:
        """What stands in its IRI: the code, or the uuid where it has none."""
        return self.code or str(self.pk)

    def get_absolute_url(self) -> str:
        return f"/items/{self.citation}"


class ItemPopulation(models.Model):
    """An item concerns a population."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="population_links")
    population = models.ForeignKey(Population, on_delete=models.PROTECT, related_name="item_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "population"], name="item_population_once")
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.item_id} {self.population_id}"


class ItemLanguage(models.Model):
    """A language heard in an item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="language_links")
    language = models.ForeignKey(Language, on_delete=models.PROTECT, related_name="item_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "language"], name="item_language_once")
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.item_id} {self.language_id}"


class ItemAgent(models.Model):
    """An agent's part in an item. Names are for staff unless somebody decided otherwise."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="agent_links")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="item_links")
    role = models.CharField(max_length=16, choices=AgentRole)
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.STAFF,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "agent", "role"], name="item_agent_role_once"),
            closed_set("audience", Audience, name="item_agent_audience"),
        ]
        triggers = PART_OF_ITEM

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role} of {self.item_id}"
