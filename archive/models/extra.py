"""Fields that an archive defines as data, so that nobody needs a fork (T: Poitiers, MCM)."""

from django.db import models

from archive.access import Audience
from archive.models.agent import Agent
from archive.models.base import Described, closed_set
from archive.models.belonging import LEVELS, belongs, exactly_one
from archive.models.concept import Concept, Scheme
from archive.models.place import Place
from archive.querysets import ForAudienceQuerySet
from archive.versions import part_triggers, record_triggers


class FieldKind(models.TextChoices):
    """What a field of one's own holds."""

    LINE = "line", "a line of text"
    TEXT = "text", "paragraphs"
    NUMBER = "number", "a number, with its unit"
    DATE = "date", "an EDTF date"
    BOOLEAN = "boolean", "yes or no"
    LINK = "link", "a web address"
    CONCEPT = "concept", "a concept of a vocabulary"
    AGENT = "agent", "a person, group or body"
    PLACE = "place", "a place"


class ExtraField(Described):
    """A field that this archive added to records of one level."""

    slug = models.SlugField(max_length=60, unique=True)
    level = models.CharField(max_length=10, choices=[(each, each) for each in LEVELS])
    kind = models.CharField(max_length=8, choices=FieldKind)
    label = models.CharField(max_length=120)
    help = models.CharField(max_length=500, blank=True, default="", db_default="")
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    group = models.CharField(
        max_length=60,
        blank=True,
        default="",
        db_default="",
        help_text="the block that it stands in",
    )
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    unit = models.CharField(max_length=20, blank=True, default="", db_default="")
    scheme = models.ForeignKey(
        Scheme, null=True, blank=True, on_delete=models.PROTECT, related_name="extra_fields"
    )
    property_iri = models.URLField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text="its name in RDF, if it has one",
    )
    is_repeatable = models.BooleanField(default=False, db_default=False)
    is_required = models.BooleanField(default=False, db_default=False)
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.PUBLIC,
        db_default=Audience.PUBLIC,
    )

    objects = models.Manager.from_queryset(ForAudienceQuerySet)()

    class Meta(Described.Meta):
        ordering = ["level", "position", "slug"]
        constraints = [
            closed_set("kind", FieldKind, name="extra_field_kind"),
            closed_set("audience", Audience, name="extra_field_audience"),
            models.CheckConstraint(
                name="extra_field_scheme",
                condition=models.Q(kind="concept", scheme__isnull=False)
                | (~models.Q(kind="concept") & models.Q(scheme__isnull=True)),
            ),
        ]
        triggers = record_triggers("extra_field")

    def __str__(self) -> str:
        return self.slug


class ExtraValue(models.Model):
    """What a record says in such a field; which column holds it, the field's kind says."""

    fonds = belongs("Fonds", "extra_values")
    corpus = belongs("Corpus", "extra_values")
    collection = belongs("Collection", "extra_values")
    item = belongs("Item", "extra_values")
    field = models.ForeignKey(ExtraField, on_delete=models.PROTECT, related_name="values")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    text = models.TextField(
        blank=True, default="", db_default="", help_text="line, text, link, EDTF date"
    )
    language = models.CharField(
        max_length=35, blank=True, default="", db_default="", help_text="BCP 47, of a text"
    )
    number = models.FloatField(null=True, blank=True)
    boolean = models.BooleanField(null=True, blank=True)
    concept = models.ForeignKey(
        Concept, null=True, blank=True, on_delete=models.PROTECT, related_name="extra_values"
    )
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="extra_values"
    )
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="extra_values"
    )

    class Meta:
        ordering = ["field", "position", "id"]
        constraints = [exactly_one(*LEVELS, name="extra_value_owned")]
        triggers = part_triggers(LEVELS)

    def __str__(self) -> str:
        return f"{self.field_id} {self.position}"
