"""Who may know what, table by table, for operators; curators have pages of their own."""

from django.contrib import admin

from archive.admin.base import LedgerAdmin, RecordAdmin
from archive.models import (
    AccessEntry,
    Acknowledgement,
    Comment,
    Community,
    CommunityMember,
    DoomedFile,
    Editor,
    EditorCollection,
    EditorGroup,
    EditorGroupEdge,
    ErasedCode,
    Erasure,
    Grant,
    Label,
    Notice,
    Profile,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolMember,
    ProtocolSet,
    PublicationRule,
    ReadingRoom,
    RecordLabel,
    Request,
    Selection,
    SelectionEntry,
    WithheldRange,
)


@admin.register(Community, Protocol, Label, ReadingRoom, EditorGroup)
class NamedAdmin(RecordAdmin):
    list_display = ("name", "slug", "version")
    search_fields = ("name", "slug")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(PublicationRule)
class PublicationRuleAdmin(RecordAdmin):
    list_display = ("title", "slug", "years", "is_default")
    search_fields = ("title", "slug")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(CommunityMember, ProtocolMember)
class SeatAdmin(RecordAdmin):
    list_display = ("__str__", "standing", "until", "since")
    list_filter = ("standing",)
    search_fields = ("user__username",)


@admin.register(Editor)
class EditorAdmin(RecordAdmin):
    list_display = ("__str__", "until", "since")
    search_fields = ("user__username", "group__slug")


@admin.register(Grant)
class GrantAdmin(RecordAdmin):
    list_display = ("__str__", "gives", "until", "reason", "given_at")
    list_filter = ("gives",)
    search_fields = ("reason", "user__username")


@admin.register(WithheldRange)
class WithheldRangeAdmin(RecordAdmin):
    list_display = ("item", "start_s", "end_s", "reason")
    search_fields = ("item__code", "reason")


@admin.register(RecordLabel, ProtocolCommunity, EditorCollection)
class LinkAdmin(RecordAdmin):
    list_display = ("__str__",)
    search_fields = ("=id",)


@admin.register(Selection)
class SelectionAdmin(RecordAdmin):
    list_display = ("title", "owner", "shared", "modified_at")
    list_filter = ("shared",)
    search_fields = ("title", "owner__username")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(SelectionEntry)
class SelectionEntryAdmin(RecordAdmin):
    list_display = ("selection", "position", "item", "inner")
    search_fields = ("title", "item__code")


@admin.register(Profile)
class ProfileAdmin(RecordAdmin):
    list_display = ("user", "display_name", "institution", "is_listed")
    search_fields = ("user__username", "display_name")


@admin.register(Request)
class RequestAdmin(RecordAdmin):
    list_display = ("wish", "stage", "subject_kind", "asked_at")
    list_filter = ("wish", "stage")
    search_fields = ("words", "email")


@admin.register(Comment)
class CommentAdmin(RecordAdmin):
    list_display = ("subject_kind", "author", "audience", "is_removed", "created_at")
    list_filter = ("audience", "is_removed")
    search_fields = ("text",)
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(
    AccessEntry,
    Acknowledgement,
    DoomedFile,
    ErasedCode,
    Erasure,
    Notice,
    ProtocolInSet,
    ProtocolSet,
)
class BookAdmin(LedgerAdmin):
    """What is written by itself, or never changes."""

    list_display = ("__str__",)
    search_fields = ("=id",)


@admin.register(EditorGroupEdge)
class EditorGroupEdgeAdmin(LedgerAdmin):
    """Edges do not change; groups say within which others they lie."""

    list_display = ("__str__",)
    search_fields = ("parent__slug", "child__slug")
