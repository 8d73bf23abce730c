"""Timed texts and marks."""

from django.contrib import admin

from archive.admin.base import RecordAdmin
from archive.models import Annotation, Track


@admin.register(Track)
class TrackAdmin(RecordAdmin):
    list_display = ("item", "kind", "title", "language", "audience", "version")
    list_filter = ("kind", "audience")
    search_fields = ("item__code", "title")
    list_select_related = ("item",)
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(Annotation)
class AnnotationAdmin(RecordAdmin):
    list_display = ("track", "start_s", "end_s", "text")
    search_fields = ("item__code", "text")
    list_select_related = ("track",)
