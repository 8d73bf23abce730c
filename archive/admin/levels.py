"""Fonds, corpora, collections, items. Whether one is shown, the site's own pages say."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from archive.admin.base import RecordAdmin, inline
from archive.models import (
    Collection,
    CollectionCorpus,
    Corpus,
    CorpusFonds,
    ExtraValue,
    Fonds,
    Item,
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
)
from archive.models.base import State


def _satellites(level: str) -> list[Any]:
    return [
        inline(RecordConcept, level),
        inline(RecordIdentifier, level),
        inline(RelatedMedia, level),
        inline(ExtraValue, level),
    ]


class LevelAdmin(RecordAdmin):
    """A level of description. It goes to the bin, and comes back, on its own page."""

    list_display: tuple[str, ...] = (
        "code",
        "title",
        "access",
        "state",
        "version",
        "modified_at",
    )
    list_filter = ("state", "access")
    search_fields: ClassVar[tuple[str, ...]] = ("code", "title")
    readonly_fields = ("state", "published_at", "version", "created_at", "modified_at")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 - Django's own signature
        if not change and obj.state == State.PUBLISHED:
            obj.published_at = timezone.now()
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Fonds)
class FondsAdmin(LevelAdmin):
    inlines = (inline(LevelAgent, "fonds"), *_satellites("fonds"))


@admin.register(Corpus)
class CorpusAdmin(LevelAdmin):
    inlines = (inline(CorpusFonds), inline(LevelAgent, "corpus"), *_satellites("corpus"))


@admin.register(Collection)
class CollectionAdmin(LevelAdmin):
    inlines = (
        inline(CollectionCorpus),
        inline(LevelAgent, "collection"),
        *_satellites("collection"),
    )


@admin.register(Item)
class ItemAdmin(LevelAdmin):
    list_display = ("__str__", "title", "collection", "access", "state", "version", "modified_at")
    list_select_related = ("collection",)
    search_fields = ("code", "title", "original_title")
    inlines = (
        inline(Part),
        inline(ItemAgent),
        inline(ItemPopulation),
        inline(ItemLanguage),
        inline(Performance),
        inline(PerformancePlayer),
        *_satellites("item"),
    )
