"""What every described thing has: a uuid7, a version that rises with each change, two moments."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now

from archive.access import Audience
from archive.errors import OddCode
from archive.identifiers import check_code, new_id


class Level(models.TextChoices):
    """How far a description level is open."""

    NONE = "none", "nothing is shown"
    METADATA = "metadata", "the description is shown, the sound is not"
    MIXED = "mixed", "each item says for itself"
    FULL = "full", "description and sound"


def closed_set(
    field: str, values: type[models.TextChoices] | type[Audience], *, name: str
) -> models.CheckConstraint:
    """Let the database refuse what is outside the set (a NULL passes where the field may be one).

    The access rule fails closed on a level that it does not know; none should be there to know.
    """
    return models.CheckConstraint(
        name=name, condition=models.Q(**{f"{field}__in": [each.value for each in values]})
    )


def validate_code(code: str) -> None:
    """Refuse a code outside the safe alphabet, in Django's own terms."""
    try:
        check_code(code)
    except OddCode as error:
        raise ValidationError(str(error), code="odd_code") from error


class Described(models.Model):
    """Root of the catalogue's models."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False, db_default=1)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    modified_at = models.DateTimeField(db_default=Now(), editable=False)

    pk: UUID

    class Meta:
        abstract = True


class State(models.TextChoices):
    """Where a record stands between its first words and its end. Deleted can be restored."""

    DRAFT = "draft", "being written, for staff"
    PUBLISHED = "published", "shown as its level allows"
    WITHDRAWN = "withdrawn", "was public and is no more"
    DELETED = "deleted", "in the bin, for those who may restore it"


class Record(Described):
    """What the four levels of description share: their standing, their rights, their languages."""

    state = models.CharField(
        max_length=9, choices=State, default=State.PUBLISHED, db_default=State.PUBLISHED
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    description = models.TextField(blank=True)
    language_of_description = models.CharField(
        max_length=35,
        blank=True,
        default="",
        db_default="",
        help_text="BCP 47: what title and description are written in",
    )
    #: {"title": {"fr": "…", "de": "…"}}: which fields may be translated, the service says.
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    holder = models.ForeignKey(
        "archive.Holder",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
    )
    agreement = models.ForeignKey(
        "archive.Agreement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
        help_text="what was agreed, as the reason for its access",
    )
    protocol_set = models.ForeignKey(
        "archive.ProtocolSet",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
        help_text="the cultural protocols that it stands under",
    )
    access_reason = models.CharField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text="why it is as open as it is",
    )
    licence = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="of the sound: SPDX identifier or web address",
    )
    record_licence = models.CharField(
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text="of the description: SPDX identifier or web address",
    )
    comment = models.TextField(blank=True, default="", db_default="", help_text="remarks")
    archivist_notes = models.TextField(blank=True, default="", db_default="", help_text="for staff")

    class Meta(Described.Meta):
        abstract = True


class Term(Described):
    """A named thing that records point to: place, instrument, group, language, agent."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    is_authoritative = models.BooleanField(
        default=False, help_text="Listed by a published authority: shown even if nobody uses it."
    )
    note = models.TextField(
        blank=True, default="", db_default="", help_text="scope note, or a biography"
    )
    #: {"note": {"fr": "…"}}; names in other languages are rows of their own.
    translations = models.JSONField(default=dict, db_default={}, blank=True)

    class Meta(Described.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name
