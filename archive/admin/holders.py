"""Institutions, and what their codes look like."""

from django.contrib import admin

from archive.admin.base import RecordAdmin
from archive.models import CodePolicy, Holder


@admin.register(Holder)
class HolderAdmin(RecordAdmin):
    list_display = ("name", "slug", "version")
    search_fields = ("name", "slug")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(CodePolicy)
class CodePolicyAdmin(RecordAdmin):
    list_display = ("slug", "level", "template", "is_strict", "version")
    list_filter = ("level", "is_strict")
    search_fields = ("slug", "title")
    readonly_fields = ("version", "created_at", "modified_at")
