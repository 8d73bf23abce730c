"""What hangs on records, table by table; most of it is easier to change on the record's page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.admin.base import LedgerAdmin, RecordAdmin
from archive.models import (
    CollectionCorpus,
    CorpusFonds,
    File,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    LevelAgent,
    Part,
    Performance,
    PerformancePlayer,
    RecordConcept,
    RecordIdentifier,
    RelatedMedia,
    StagedUpload,
)


@admin.register(File)
class FileAdmin(LedgerAdmin):
    """Masters never change; `manage.py verify_masters` reads them again."""

    list_display = ("sha256", "format", "codec", "duration_s", "byte_size", "integrity")
    list_filter = ("integrity", "format")
    search_fields = ("sha256", "parts__item__code")


@admin.register(Part)
class PartAdmin(RecordAdmin):
    list_display = ("__str__", "position", "stem", "label", "start_frame", "end_frame")
    search_fields = ("item__code", "file__sha256", "original_name")
    list_select_related = ("item", "file")


@admin.register(ItemAgent)
class ItemAgentAdmin(RecordAdmin):
    list_display = ("item", "agent", "role", "audience")
    list_filter = ("role", "audience")
    search_fields = ("item__code", "agent__name")
    list_select_related = ("item", "agent")


@admin.register(LevelAgent)
class LevelAgentAdmin(RecordAdmin):
    list_display = ("agent", "role", "fonds", "corpus", "collection", "audience")
    list_filter = ("role", "audience")
    search_fields = ("agent__name",)
    list_select_related = ("agent", "fonds", "corpus", "collection")


@admin.register(ItemPopulation)
class ItemPopulationAdmin(RecordAdmin):
    list_display = ("item", "population")
    search_fields = ("item__code", "population__name")
    list_select_related = ("item", "population")


@admin.register(ItemLanguage)
class ItemLanguageAdmin(RecordAdmin):
    list_display = ("item", "language")
    search_fields = ("item__code", "language__name")
    list_select_related = ("item", "language")


@admin.register(Performance)
class PerformanceAdmin(RecordAdmin):
    list_display = ("item", "position", "instrument", "instrument_count")
    search_fields = ("item__code", "instrument__name")
    list_select_related = ("item", "instrument")


@admin.register(PerformancePlayer)
class PerformancePlayerAdmin(RecordAdmin):
    list_display = ("item", "performance", "agent")
    search_fields = ("item__code", "agent__name")
    list_select_related = ("item", "agent")


@admin.register(RecordConcept)
class RecordConceptAdmin(RecordAdmin):
    list_display = ("use", "concept", "fonds", "corpus", "collection", "item", "carrier")
    list_filter = ("use",)
    search_fields = ("concept__name", "item__code", "collection__code")
    list_select_related = ("concept", "fonds", "corpus", "collection", "item", "carrier")


@admin.register(RecordIdentifier)
class RecordIdentifierAdmin(RecordAdmin):
    list_display = ("value", "type", "fonds", "corpus", "collection", "item")
    search_fields = ("value",)
    list_select_related = ("type", "fonds", "corpus", "collection", "item")


@admin.register(RelatedMedia)
class RelatedMediaAdmin(RecordAdmin):
    list_display = ("__str__", "mime_type", "audience", "fonds", "corpus", "collection", "item")
    list_filter = ("audience", "mime_type")
    search_fields = ("title", "original_name", "url", "sha256")
    list_select_related = ("fonds", "corpus", "collection", "item")


@admin.register(CorpusFonds)
class CorpusFondsAdmin(RecordAdmin):
    list_display = ("corpus", "fonds")
    search_fields = ("corpus__code", "fonds__code")
    list_select_related = ("corpus", "fonds")


@admin.register(CollectionCorpus)
class CollectionCorpusAdmin(RecordAdmin):
    list_display = ("collection", "corpus")
    search_fields = ("collection__code", "corpus__code")
    list_select_related = ("collection", "corpus")


@admin.register(StagedUpload)
class StagedUploadAdmin(LedgerAdmin):
    """They go by themselves after a day."""

    list_display = ("original_name", "user", "format", "byte_size", "staged_at", "expires_at")
    search_fields = ("original_name", "sha256")
    list_select_related = ("user",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
