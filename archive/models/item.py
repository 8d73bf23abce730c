"""Items: one recorded thing, a song, a rite, a call. The level that is heard."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from archive.access import Audience
from archive.events import EmitsEvent
from archive.models.agent import Agent
from archive.models.base import VERSION_TRIGGER, Described, closed_set, validate_code
from archive.models.collection import Collection
from archive.models.language import Language
from archive.models.place import Place
from archive.models.population import Population
from archive.querysets import ItemQuerySet
from archive.search import ITEM_WORDS


class ItemLevel(models.TextChoices):
    """How far an item is open; without one it follows its collection."""

    NONE = "none", "nothing is shown"
    METADATA = "metadata", "the description is shown, the sound is not"
    FULL = "full", "description and sound"


class Item(Described):
    """One recorded event as the archive describes it."""

    code = models.CharField(
        max_length=128, unique=True, null=True, blank=True, validators=[validate_code]
    )
    original_code = models.CharField(max_length=250, blank=True)
    title = models.CharField(max_length=500)
    original_title = models.CharField(
        max_length=500, blank=True, help_text="The title in its own language, as given."
    )
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="items")
    description = models.TextField(blank=True)
    recorded = models.CharField(max_length=120, blank=True, help_text="EDTF")
    recorded_from = models.DateField(null=True, blank=True, editable=False)
    recorded_to = models.DateField(null=True, blank=True, editable=False)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    place_comment = models.CharField(max_length=500, blank=True)
    populations = models.ManyToManyField(Population, through="ItemPopulation", related_name="items")
    languages = models.ManyToManyField(Language, through="ItemLanguage", related_name="items")
    agents = models.ManyToManyField(Agent, through="ItemAgent", related_name="items")
    licence = models.CharField(max_length=120, blank=True, help_text="SPDX identifier or URL")
    credit = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=500, blank=True, help_text="Where the record comes from.")
    archivist_notes = models.TextField(blank=True, help_text="For staff.")
    access = models.CharField(  # noqa: DJ001 - NULL is "as the collection"; "" would be a level
        max_length=8, choices=ItemLevel, null=True, blank=True
    )
    embargo_until = models.DateTimeField(null=True, blank=True)

    objects = models.Manager.from_queryset(ItemQuerySet)()

    class Meta(Described.Meta):
        ordering = ["code", "id"]
        constraints = [
            models.CheckConstraint(
                name="item_recorded_in_order",
                condition=models.Q(recorded_from__isnull=True)
                | models.Q(recorded_to__isnull=True)
                | models.Q(recorded_from__lte=models.F("recorded_to")),
            ),
            closed_set("access", ItemLevel, name="item_level"),
        ]
        indexes = [
            models.Index(fields=["collection", "code", "id"], name="item_in_collection"),
            models.Index(fields=["recorded_from"], name="item_recorded_from"),
            models.Index(fields=["title", "id"], name="item_by_title"),
            GinIndex(OpClass(ITEM_WORDS, name="gin_trgm_ops"), name="item_words"),
        ]
        triggers = [
            VERSION_TRIGGER,
            *EmitsEvent(
                "item", item_id="r.id", was_public="coalesce(r.access, '') <> 'none'"
            ).triggers(),
        ]

    def __str__(self) -> str:
        return self.code or str(self.pk)

    @property
    def citation(self) -> str:
        """What stands in its IRI: the code, or the uuid where it has none."""
        return self.code or str(self.pk)

    def get_absolute_url(self) -> str:
        return f"/items/{self.citation}"


_PART_OF_ITEM = EmitsEvent("item", subject_id="r.item_id", item_id="r.item_id", part_of=True)


class ItemPopulation(models.Model):
    """An item concerns a population."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="population_links")
    population = models.ForeignKey(Population, on_delete=models.PROTECT, related_name="item_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "population"], name="item_population_once")
        ]
        triggers = _PART_OF_ITEM.triggers()

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
        triggers = _PART_OF_ITEM.triggers()

    def __str__(self) -> str:
        return f"{self.item_id} {self.language_id}"


class AgentRole(models.TextChoices):
    """What an agent did for an item."""

    RECORDIST = "recordist"
    COLLECTOR = "collector"
    PERFORMER = "performer"
    AUTHOR = "author"
    DEPOSITOR = "depositor"
    INFORMANT = "informant"
    PUBLISHER = "publisher"


class ItemAgent(models.Model):
    """An agent's part in an item. Names are for staff unless somebody decided otherwise."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="agent_links")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="item_links")
    role = models.CharField(max_length=12, choices=AgentRole)
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
        triggers = _PART_OF_ITEM.triggers()

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role} of {self.item_id}"
