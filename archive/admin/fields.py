"""Fields that the archive added, and what records say in them."""

from django.contrib import admin

from archive.admin.base import RecordAdmin
from archive.models import ExtraField, ExtraValue


@admin.register(ExtraField)
class ExtraFieldAdmin(RecordAdmin):
    list_display = ("slug", "level", "kind", "label", "audience", "version")
    list_filter = ("level", "kind", "audience")
    search_fields = ("slug", "label")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(ExtraValue)
class ExtraValueAdmin(RecordAdmin):
    list_display = ("field", "text", "number", "item", "collection")
    search_fields = ("field__slug", "text", "item__code")
    list_select_related = ("field", "item", "collection")
