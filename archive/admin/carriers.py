"""Tapes, discs and what is on them; what came when, from whom, and on what terms."""

from django.contrib import admin

from archive.admin.base import RecordAdmin, inline
from archive.models import (
    Accession,
    Agreement,
    AgreementParty,
    Carrier,
    CarrierContent,
    Digitisation,
    RecordConcept,
)

_KEPT = ("version", "created_at", "modified_at")


@admin.register(Carrier)
class CarrierAdmin(RecordAdmin):
    list_display = ("code", "holder", "shelf", "condition", "version")
    list_filter = ("condition",)
    search_fields = ("code",)
    list_select_related = ("holder",)
    readonly_fields = _KEPT
    inlines = (inline(CarrierContent), inline(Digitisation), inline(RecordConcept, "carrier"))


@admin.register(CarrierContent)
class CarrierContentAdmin(RecordAdmin):
    list_display = ("carrier", "collection", "item")
    search_fields = ("carrier__code", "collection__code", "item__code")
    list_select_related = ("carrier", "collection", "item")


@admin.register(Digitisation)
class DigitisationAdmin(RecordAdmin):
    list_display = ("carrier", "file", "done", "digitiser")
    search_fields = ("carrier__code", "file__sha256")
    list_select_related = ("carrier", "file", "digitiser")


@admin.register(Accession)
class AccessionAdmin(RecordAdmin):
    list_display = ("code", "holder", "donor", "version")
    search_fields = ("code",)
    list_select_related = ("holder", "donor")
    readonly_fields = _KEPT


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    list_display = ("code", "title", "kind", "version")
    list_filter = ("kind",)
    search_fields = ("code", "title")
    readonly_fields = _KEPT
    inlines = (inline(AgreementParty),)


@admin.register(AgreementParty)
class AgreementPartyAdmin(RecordAdmin):
    list_display = ("agreement", "agent")
    search_fields = ("agreement__code", "agent__name")
    list_select_related = ("agreement", "agent")
