"""What every described thing has: a uuid7, a version that rises with each change, two moments."""

from uuid import UUID

import pgtrigger
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


#: Raises the version on every real change, whoever writes: ORM, bulk or raw SQL.
VERSION_TRIGGER = pgtrigger.Trigger(
    name="raise_version",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    # Whatever the writer put there, the version is the old one plus one, or unchanged.
    func="""
        NEW.version := OLD.version;
        NEW.modified_at := OLD.modified_at;
        IF NEW IS DISTINCT FROM OLD THEN
            NEW.version := OLD.version + 1;
            NEW.modified_at := clock_timestamp();
        END IF;
        RETURN NEW;
    """,
)


class Term(Described):
    """A named thing that records point to: place, instrument, group, language, agent."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    is_authoritative = models.BooleanField(
        default=False, help_text="Listed by a published authority: shown even if nobody uses it."
    )

    class Meta(Described.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name
