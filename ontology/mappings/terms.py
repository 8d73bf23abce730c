"""Places, instruments, populations, languages, agents: what records point to.

A link from one term to another is said only where both may be found: a name that only hidden
records bear would betray them. Vernacular names of instruments are said where a record that
one may find uses them, for the same reason.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from rdflib import URIRef

from archive.access import Act, Actor, item_rule
from archive.locating import (
    demanded_anywhere,
    grid_of,
    places_named_by,
    places_under,
    shown_at,
    shown_exactly,
)
from archive.models import (
    Agent,
    AgentMatch,
    AgentName,
    Collection,
    Corpus,
    Fonds,
    Holder,
    Instrument,
    InstrumentClosure,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    Item,
    Language,
    LanguageMatch,
    LanguageName,
    Performance,
    Place,
    PlaceClosure,
    PlaceEdge,
    PlaceMatch,
    PlaceName,
    Population,
    PopulationClosure,
    PopulationEdge,
    PopulationMatch,
    PopulationName,
    VernacularName,
)
from ontology.mappings.declare import (
    Field,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    Rows,
    TypeBy,
)
from ontology.mappings.names import matches, names
from ontology.mappings.satellites import concept_at, former
from ontology.mappings.texts import EDTF, translated, web_address
from ontology.namespaces import (
    DCT,
    DWC,
    EDM,
    FOAF,
    GEO,
    GN,
    LVONT,
    MO,
    OWL,
    PROV,
    RICO,
    SCHEMA,
    SKOS,
    TA,
    XSD,
)


def _by_slug(slug: str) -> Q:
    return Q(slug=slug)


NAME = Lit(SKOS.prefLabel, "name", "name")
MODIFIED = Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime)
NOTE = translated(SKOS.note, "note", "note")


def _places_around(actor: Actor) -> Rows:
    visible = Place.objects.visible_to(actor)
    return PlaceEdge.objects.filter(child=OuterRef("pk"), parent__in=visible)


def _places_above(actor: Actor) -> Rows:
    visible = Place.objects.visible_to(actor)
    return PlaceClosure.objects.filter(descendant=OuterRef("pk"), ancestor__in=visible)


def _located(predicate: URIRef, part: str, name: str, datatype: URIRef | None = None) -> Lit:
    """Return what says one part of where a place is shown to who asks."""

    def make(*recorded: Any) -> Any:
        shown = shown_at(*recorded)
        return shown and getattr(shown, part)

    return Lit(predicate, "latitude", name, datatype, given=("longitude", grid_of), make=make)


def _under(lookup: str, ids: Sequence[UUID]) -> Rows:
    """Return the places whose point depends on the protocols of these items."""
    return places_under(Item.objects.filter(**{f"{lookup}__in": ids}))


def _named(lookup: str, ids: Sequence[UUID]) -> Rows:
    """Return the places that these collections name in the archive's own fields."""
    return places_named_by(Collection.objects.filter(**{f"{lookup}__in": ids}))


def _demanded(places: Rows) -> Rows:
    """Most archives generalise nothing, and look at no place for each item that changes."""
    return places.filter(demanded_anywhere())


def holding_values(which: Q) -> dict[str, Rows]:
    """Return the records that name some things in the archive's own fields."""
    levels = {"fonds": Fonds, "corpus": Corpus, "collection": Collection, "item": Item}
    return {kind: model._default_manager.filter(which).distinct() for kind, model in levels.items()}


PLACE = ResourceMap(
    kind="place",
    model=Place,
    types=(EDM.Place, SKOS.Concept),
    visible=lambda actor, act: Place.objects.visible_to(actor),
    key="slug",
    keyed=_by_slug,
    fields=(
        NAME,
        MODIFIED,
        NOTE,
        former("place"),
        Lit(DCT.type, "kind", "placeType"),
        concept_at(DCT.type, "types", "typed_places"),
        _located(GEO.lat, "latitude", "latitude", XSD.double),
        _located(GEO.long, "longitude", "longitude", XSD.double),
        _located(DWC.coordinateUncertaintyInMeters, "uncertainty_m", "uncertainty", XSD.integer),
        _located(DWC.dataGeneralizations, "generalised", "generalised"),
        Lit(GN.countryCode, "country_code", "countryCode"),
        *names(PlaceName, "place"),
        matches(PlaceMatch, "place", told=lambda actor: shown_exactly(actor, "place__")),
        Many(
            _places_around,
            (
                Ref(
                    GN.parentFeature,
                    "place",
                    "parent__slug",
                    "parents",
                    Label(SKOS.prefLabel, "parent__name"),
                ),
            ),
        ),
        # Reflexive and transitive: "within Mali" is one pattern and no path (500 times faster).
        Many(_places_above, (Ref(TA.within, "place", "ancestor__slug", "within"),)),
    ),
    above=lambda ids: Place.objects.filter(descendant_links__descendant__in=ids),
    spreads_on=(TA.within, DWC.dataGeneralizations),
    touches={
        "protocol": lambda ids: (
            _under("protocol_set__links__protocol", ids)
            | _under("collection__protocol_set__links__protocol", ids)
            | _named("protocol_set__links__protocol", ids)
        ),
        "collection": lambda ids: _demanded(_under("collection", ids) | _named("pk", ids)),
        "extra_field": lambda ids: _demanded(Place.objects.filter(extra_values__field__in=ids)),
        "item": lambda ids: _demanded(_under("pk", ids)),
    },
    dependents=lambda ids: {
        "place": Place.objects.filter(ancestor_links__ancestor__in=ids).exclude(pk__in=ids),
        "holder": Holder.objects.filter(country__in=ids),
        **holding_values(Q(extra_values__place__in=ids)),
    },
)


def _broader(actor: Actor) -> Rows:
    visible = Instrument.objects.visible_to(actor)
    return InstrumentEdge.objects.filter(child=OuterRef("pk"), parent__in=visible)


def _all_broader(actor: Actor) -> Rows:
    visible = Instrument.objects.visible_to(actor)
    return InstrumentClosure.objects.filter(
        descendant=OuterRef("pk"), ancestor__in=visible
    ).exclude(ancestor=F("descendant"))


def _vernacular_names(actor: Actor) -> Rows:
    names = VernacularName.objects.filter(instrument=OuterRef("pk"))
    if actor.is_staff:
        return names
    used = Performance.objects.filter(
        item_rule(actor, Act.FIND, "item__"), vernacular_name=OuterRef("pk")
    )
    return names.filter(Exists(used))


INSTRUMENT = ResourceMap(
    kind="instrument",
    model=Instrument,
    types=(MO.Instrument, SKOS.Concept),
    visible=lambda actor, act: Instrument.objects.visible_to(actor),
    key="slug",
    keyed=_by_slug,
    fields=(
        NAME,
        MODIFIED,
        NOTE,
        former("instrument"),
        *names(InstrumentName, "instrument"),
        matches(InstrumentMatch, "instrument"),
        Lit(SKOS.notation, "hornbostel_sachs", "hornbostelSachs", TA.hs),
        Many(
            _vernacular_names,
            (Lit(SKOS.altLabel, "name", "otherNames", language="language"),),
        ),
        Many(
            _broader,
            (
                Ref(
                    SKOS.broader,
                    "instrument",
                    "parent__slug",
                    "broader",
                    Label(SKOS.prefLabel, "parent__name"),
                ),
            ),
        ),
        Many(
            _all_broader,
            (Ref(SKOS.broaderTransitive, "instrument", "ancestor__slug", "broaderTransitive"),),
        ),
    ),
    above=lambda ids: Instrument.objects.filter(descendant_links__descendant__in=ids),
    spreads_on=(SKOS.broaderTransitive,),
    dependents=lambda ids: {
        "instrument": Instrument.objects.filter(ancestor_links__ancestor__in=ids).exclude(
            pk__in=ids
        )
    },
)


def _groups_around(actor: Actor) -> Rows:
    visible = Population.objects.visible_to(actor)
    return PopulationEdge.objects.filter(child=OuterRef("pk"), parent__in=visible)


def _groups_above(actor: Actor) -> Rows:
    visible = Population.objects.visible_to(actor)
    return PopulationClosure.objects.filter(
        descendant=OuterRef("pk"), ancestor__in=visible
    ).exclude(ancestor=F("descendant"))


POPULATION = ResourceMap(
    kind="population",
    model=Population,
    types=(TA.EthnicGroup, SKOS.Concept, RICO.Group),
    visible=lambda actor, act: Population.objects.visible_to(actor),
    key="slug",
    keyed=_by_slug,
    fields=(
        NAME,
        MODIFIED,
        NOTE,
        former("population"),
        *names(PopulationName, "population"),
        matches(PopulationMatch, "population"),
        Many(
            _groups_around,
            (
                Ref(
                    SKOS.broader,
                    "population",
                    "parent__slug",
                    "broader",
                    Label(SKOS.prefLabel, "parent__name"),
                ),
            ),
        ),
        Many(
            _groups_above,
            (Ref(SKOS.broaderTransitive, "population", "ancestor__slug", "broaderTransitive"),),
        ),
    ),
    above=lambda ids: Population.objects.filter(descendant_links__descendant__in=ids),
    spreads_on=(SKOS.broaderTransitive,),
    dependents=lambda ids: {
        "population": Population.objects.filter(ancestor_links__ancestor__in=ids).exclude(
            pk__in=ids
        )
    },
)


def _lexvo(code: str) -> str:
    return f"http://lexvo.org/id/iso639-3/{code}"


LANGUAGE = ResourceMap(
    kind="language",
    model=Language,
    types=(DCT.LinguisticSystem, SKOS.Concept),
    visible=lambda actor, act: Language.objects.visible_to(actor),
    key="slug",
    keyed=_by_slug,
    fields=(
        NAME,
        MODIFIED,
        NOTE,
        *names(LanguageName, "named"),
        matches(LanguageMatch, "language"),
        Lit(SKOS.notation, "slug", "notation"),
        Lit(LVONT.iso639P1Code, "part1", "part1"),
        Lit(LVONT.iso639P2BCode, "part2b", "part2b"),
        Lit(LVONT.iso639P2TCode, "part2t", "part2t"),
        Link(OWL.sameAs, ("slug",), _lexvo, "sameAs"),
    ),
)

_AGENT_FIELDS: tuple[Field, ...] = (
    NAME,
    MODIFIED,
    NOTE,
    former("agent"),
    *names(AgentName, "agent"),
    matches(AgentMatch, "agent", same=True),
    Lit(FOAF.name, "name"),
    Lit(DCT.temporal, "lived", "lived", EDTF),
    Link(FOAF.homepage, ("web_page",), web_address, "webPage"),
    Node(
        SCHEMA.image,
        "image",
        (SCHEMA.ImageObject,),
        when="image",
        name="image",
        fields=(
            Link(SCHEMA.contentUrl, ("image",), web_address),
            Lit(SCHEMA.creditText, "image_credit", "imageCredit"),
        ),
    ),
    TypeBy(
        "kind",
        {
            "person": (FOAF.Person, RICO.Person),
            "group": (FOAF.Group, RICO.Group),
            "body": (FOAF.Organization, RICO.CorporateBody),
        },
    ),
)

AGENT = ResourceMap(
    kind="agent",
    model=Agent,
    types=(PROV.Agent,),
    visible=lambda actor, act: Agent.objects.visible_to(actor),
    key="slug",
    keyed=_by_slug,
    fields=_AGENT_FIELDS,
    dependents=lambda ids: {
        "holder": Holder.objects.filter(agent__in=ids),
        **holding_values(Q(extra_values__agent__in=ids)),
    },
)
