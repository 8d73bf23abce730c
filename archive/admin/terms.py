"""Places, instruments, groups, languages, agents, and the concepts of vocabularies."""

from typing import ClassVar

from django.contrib import admin

from archive.admin.base import RecordAdmin, inline
from archive.models import (
    Agent,
    AgentMatch,
    AgentName,
    Concept,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    Instrument,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    Language,
    LanguageMatch,
    LanguageName,
    Place,
    PlaceEdge,
    PlaceMatch,
    PlaceName,
    Population,
    PopulationEdge,
    PopulationMatch,
    PopulationName,
    Scheme,
    VernacularName,
)


class TermAdmin(RecordAdmin):
    """A term. Two of one thing are merged on their own page, not deleted here."""

    list_display: tuple[str, ...] = (
        "name",
        "slug",
        "is_authoritative",
        "version",
        "modified_at",
    )
    list_filter: ClassVar[tuple[str, ...]] = ("is_authoritative",)
    search_fields: ClassVar[tuple[str, ...]] = ("name", "slug", "names__name")
    readonly_fields = ("version", "created_at", "modified_at")


@admin.register(Place)
class PlaceAdmin(TermAdmin):
    list_filter = ("is_authoritative", "kind")
    inlines = (inline(PlaceName), inline(PlaceEdge, "child"), inline(PlaceMatch))


@admin.register(Instrument)
class InstrumentAdmin(TermAdmin):
    inlines = (
        inline(InstrumentName),
        inline(VernacularName),
        inline(InstrumentEdge, "child"),
        inline(InstrumentMatch),
    )


@admin.register(Population)
class PopulationAdmin(TermAdmin):
    inlines = (inline(PopulationName), inline(PopulationEdge, "child"), inline(PopulationMatch))


@admin.register(Language)
class LanguageAdmin(TermAdmin):
    inlines = (inline(LanguageName), inline(LanguageMatch))


@admin.register(Agent)
class AgentAdmin(TermAdmin):
    list_filter = ("is_authoritative", "kind")
    inlines = (inline(AgentName), inline(AgentMatch))


@admin.register(Concept)
class ConceptAdmin(TermAdmin):
    list_display = ("name", "slug", "scheme", "is_authoritative", "version")
    list_filter = ("is_authoritative", "scheme")
    list_select_related = ("scheme",)
    inlines = (inline(ConceptName), inline(ConceptEdge, "child"), inline(ConceptMatch))


@admin.register(Scheme)
class SchemeAdmin(RecordAdmin):
    list_display = ("title", "slug", "is_listed", "version")
    list_filter = ("is_listed",)
    search_fields = ("title", "slug")
    readonly_fields = ("version", "created_at", "modified_at")


class NameAdmin(RecordAdmin):
    list_display = ("name", "language", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)


admin.site.register(
    [AgentName, ConceptName, InstrumentName, LanguageName, PlaceName, PopulationName], NameAdmin
)


@admin.register(VernacularName)
class VernacularNameAdmin(RecordAdmin):
    list_display = ("name", "language", "instrument")
    search_fields = ("name", "instrument__name")
    list_select_related = ("instrument",)


class MatchAdmin(RecordAdmin):
    list_display = ("iri", "kind")
    list_filter = ("kind",)
    search_fields = ("iri",)


admin.site.register(
    [AgentMatch, ConceptMatch, InstrumentMatch, LanguageMatch, PlaceMatch, PopulationMatch],
    MatchAdmin,
)


class EdgeAdmin(RecordAdmin):
    """What stands under what. The closures below follow by triggers, which refuse a circle."""

    list_display = ("child", "parent")
    search_fields = ("child__name", "parent__name")
    list_select_related = ("child", "parent")


admin.site.register([ConceptEdge, InstrumentEdge, PlaceEdge, PopulationEdge], EdgeAdmin)
