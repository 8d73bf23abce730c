"""How things came to the archive, and what was agreed about them."""

from django.db import models

from archive.access import Audience
from archive.models.agent import Agent
from archive.models.base import Described, closed_set, validate_code
from archive.models.holder import Holder
from archive.querysets import AgreementQuerySet, StaffQuerySet
from archive.versions import part_triggers, record_triggers


class AgreementKind(models.TextChoices):
    """What sort of agreement it is."""

    DEPOSIT = "deposit"
    DONATION = "donation"
    CONSENT = "consent"
    LICENCE = "licence"
    COMMUNITY = "community", "a protocol agreed with a community"


class Agreement(Described):
    """What was agreed, by whom, for what and until when. Records cite it as a reason."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=250)
    kind = models.CharField(max_length=10, choices=AgreementKind)
    scope = models.TextField(
        blank=True, default="", db_default="", help_text="what it covers and allows"
    )
    public_summary = models.TextField(
        blank=True, default="", db_default="", help_text="what visitors may be told of it"
    )
    translations = models.JSONField(default=dict, db_default={}, blank=True)
    signed = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    expires_on = models.DateField(null=True, blank=True)
    document_storage_name = models.CharField(max_length=200, blank=True, default="", db_default="")
    document_sha256 = models.CharField(max_length=64, blank=True, default="", db_default="")
    document_name = models.CharField(
        max_length=255, blank=True, default="", db_default="", help_text="as the file came"
    )
    document_mime_type = models.CharField(max_length=100, blank=True, default="", db_default="")
    notes = models.TextField(blank=True, default="", db_default="")

    objects = models.Manager.from_queryset(AgreementQuerySet)()

    class Meta(Described.Meta):
        ordering = ["code"]
        constraints = [closed_set("kind", AgreementKind, name="agreement_kind")]
        triggers = record_triggers("agreement", cited_by="code")

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/agreements/{self.code}"


class AgreementParty(models.Model):
    """Who agreed, and as what."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="agreements")
    role = models.CharField(max_length=120, help_text="depositor, speaker, the community's council")
    position = models.PositiveSmallIntegerField(default=1, db_default=1)
    audience = models.CharField(
        max_length=8,
        choices=[(audience.value, audience.value) for audience in Audience],
        default=Audience.STAFF,
        db_default=Audience.STAFF,
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "agent", "role"], name="agreement_party_once"
            ),
            closed_set("audience", Audience, name="agreement_party_audience"),
        ]
        triggers = part_triggers({"agreement": "archive_agreement"})

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role}"


class Accession(Described):
    """One arrival: what came, from whom, when, in how many boxes."""

    code = models.CharField(max_length=128, unique=True, validators=[validate_code])
    title = models.CharField(max_length=250, blank=True, default="", db_default="")
    holder = models.ForeignKey(
        Holder, null=True, blank=True, on_delete=models.PROTECT, related_name="accessions"
    )
    donor = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="donations"
    )
    agreement = models.ForeignKey(
        Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="accessions"
    )
    received = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="EDTF"
    )
    boxes = models.PositiveIntegerField(null=True, blank=True)
    extent = models.CharField(
        max_length=250, blank=True, default="", db_default="", help_text="40 tapes, 2 notebooks"
    )
    description = models.TextField(blank=True, default="", db_default="")
    notes = models.TextField(blank=True, default="", db_default="")

    objects = models.Manager.from_queryset(StaffQuerySet)()

    class Meta(Described.Meta):
        ordering = ["code"]
        triggers = record_triggers("accession", cited_by="code")

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/accessions/{self.code}"
