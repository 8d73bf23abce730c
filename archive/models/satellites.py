"""What hangs on a record of any level: its terms, identifiers, people, and related media."""

from django.db import models
from django.db.models.functions import Now

from archive.access import Audience
from archive.identifiers import new_id
from archive.models.agent import Agent
from archive.models.base import closed_set
from archive.models.belonging import LEVELS, belongs, exactly_one
from archive.models.concept import Concept
from archive.models.roles import AgentRole
from archive.versions import part_triggers

_AUDIENCES = [(audience.value, audience.value) for audience in Audience]


class RecordConcept(models.Model):
    """A record's value of a controlled vocabulary; archive/vocabularies.py names the uses."""

    fonds = belongs("Fonds", "concept_links")
    corpus = belongs("Corpus", "concept_links")
    collection = belongs("Collection", "concept_links")
    item = belongs("Item", "concept_links")
    carrier = belongs("Carrier", "concept_links")
    use = models.CharField(max_length=40, help_text="what it says of the record: keyword, style")
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="record_links")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)

    class Meta:
        ordering = ["use", "position", "id"]
        constraints = [
            exactly_one(
                "fonds", "corpus", "collection", "item", "carrier", name="record_concept_owned"
            ),
            models.UniqueConstraint(
                fields=["fonds", "corpus", "collection", "item", "carrier", "use", "concept"],
                name="record_concept_once",
                nulls_distinct=False,
            ),
        ]
        triggers = part_triggers(LEVELS | {"carrier": "archive_carrier"})

    def __str__(self) -> str:
        return f"{self.use} {self.concept_id}"


class RecordIdentifier(models.Model):
    """What else a record is called in: another archive's number, a DOI, an ISRC, a shelf mark."""

    fonds = belongs("Fonds", "identifiers")
    corpus = belongs("Corpus", "identifiers")
    collection = belongs("Collection", "identifiers")
    item = belongs("Item", "identifiers")
    value = models.CharField(max_length=255)
    type = models.ForeignKey(
        Concept, null=True, blank=True, on_delete=models.PROTECT, related_name="typed_identifiers"
    )
    valid = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF: when it was in use"
    )
    note = models.CharField(max_length=500, blank=True, default="", db_default="")

    class Meta:
        ordering = ["value", "id"]
        constraints = [
            exactly_one(*LEVELS, name="record_identifier_owned"),
            models.UniqueConstraint(
                fields=["value", "type"], name="record_identifier_once", nulls_distinct=False
            ),
        ]
        triggers = part_triggers(LEVELS)

    def __str__(self) -> str:
        return self.value


class LevelAgent(models.Model):
    """An agent's part in a fonds, corpus or collection; in items see ItemAgent."""

    fonds = belongs("Fonds", "agent_links")
    corpus = belongs("Corpus", "agent_links")
    collection = belongs("Collection", "agent_links")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="level_links")
    role = models.CharField(max_length=16, choices=AgentRole)
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    audience = models.CharField(
        max_length=8, choices=_AUDIENCES, default=Audience.STAFF, db_default=Audience.STAFF
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            exactly_one("fonds", "corpus", "collection", name="level_agent_owned"),
            models.UniqueConstraint(
                fields=["fonds", "corpus", "collection", "agent", "role"],
                name="level_agent_once",
                nulls_distinct=False,
            ),
            closed_set("audience", Audience, name="level_agent_audience"),
        ]
        triggers = part_triggers({k: v for k, v in LEVELS.items() if k != "item"})

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role}"


class RelatedMedia(models.Model):
    """A picture, a scan, a film, a text or a page elsewhere that goes with a record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fonds = belongs("Fonds", "related_media")
    corpus = belongs("Corpus", "related_media")
    collection = belongs("Collection", "related_media")
    item = belongs("Item", "related_media")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    title = models.CharField(max_length=250, blank=True, default="", db_default="")
    description = models.TextField(blank=True, default="", db_default="")
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    date = models.CharField(max_length=120, blank=True, default="", db_default="", help_text="EDTF")
    mime_type = models.CharField(max_length=100, blank=True, default="", db_default="")
    url = models.URLField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text="where it is, if not kept here",
    )
    storage_name = models.CharField(
        max_length=200, blank=True, default="", db_default="", help_text="where it is kept here"
    )
    sha256 = models.CharField(max_length=64, blank=True, default="", db_default="")
    byte_size = models.BigIntegerField(null=True, blank=True)
    original_name = models.CharField(max_length=255, blank=True, default="", db_default="")
    credit = models.CharField(max_length=500, blank=True, default="", db_default="")
    licence = models.CharField(max_length=250, blank=True, default="", db_default="")
    audience = models.CharField(
        max_length=8, choices=_AUDIENCES, default=Audience.PUBLIC, db_default=Audience.PUBLIC
    )
    added_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "related media"
        constraints = [
            exactly_one(*LEVELS, name="related_media_owned"),
            models.CheckConstraint(
                name="related_media_is_somewhere",
                condition=~models.Q(url="", storage_name=""),
            ),
            closed_set("audience", Audience, name="related_media_audience"),
        ]
        triggers = part_triggers(LEVELS)

    def __str__(self) -> str:
        return self.title or self.url or self.original_name
