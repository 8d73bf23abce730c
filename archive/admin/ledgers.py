"""What the archive writes down by itself, and nobody changes: history, news, codes that were."""

from django.contrib import admin

from archive.admin.base import LedgerAdmin
from archive.models import Change, Event, Merge, OldCode, RequestKey, Tombstone


@admin.register(Change)
class ChangeAdmin(LedgerAdmin):
    list_display = ("at", "operation", "table", "row_id", "subject_kind", "author_id", "reason")
    list_filter = ("operation", "subject_kind")
    search_fields = ("=subject_id", "=row_id", "=transaction_id")


@admin.register(Event)
class EventAdmin(LedgerAdmin):
    list_display = ("id", "kind", "subject_kind", "subject_id", "was_public", "created_at")
    list_filter = ("subject_kind", "was_public")
    search_fields = ("=subject_id", "=kind")


@admin.register(OldCode)
class OldCodeAdmin(LedgerAdmin):
    list_display = ("kind", "code", "subject_id", "since")
    list_filter = ("kind",)
    search_fields = ("code",)


@admin.register(Tombstone)
class TombstoneAdmin(LedgerAdmin):
    list_display = ("kind", "code", "title", "is_announced", "at")
    list_filter = ("kind", "is_announced")
    search_fields = ("code", "title")


@admin.register(Merge)
class MergeAdmin(LedgerAdmin):
    list_display = ("kind", "source_name", "target_id", "at", "undone_at")
    list_filter = ("kind",)
    search_fields = ("source_name",)


@admin.register(RequestKey)
class RequestKeyAdmin(LedgerAdmin):
    list_display = ("mutation", "key", "user_id", "at")
    search_fields = ("key",)
