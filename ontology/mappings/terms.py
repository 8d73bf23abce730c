"""Places, instruments, populations, languages, agents: what records point to.

A link from one term to another is said only where both may be found: a name that only hidden
records bear would betray them. Vernacular names of instruments are said where a record that
one may find uses them, for the same reason.
"""

from django.db.models import Exists, F, OuterRef, Q

from archive.access import Act, Actor, item_rule
from archive.models import (
    Agent,
    Instrument,
    InstrumentClosure,
    InstrumentEdge,
    Language,
    Performance,
    Place,
    PlaceClosure,
    PlaceEdge,
    PlaceName,
    Population,
    PopulationName,
    VernacularName,
)
from ontology.mappings.declare import (
    Field,
    Label,
    Link,
    Lit,
    Many,
    Ref,
    ResourceMap,
    Rows,
    TypeBy,
)
from ontology.namespaces import (
    DCT,
    EDM,
    FOAF,
    GEO,
    GN,
    MO,
    OWL,
    PROV,
    RICO,
    SKOS,
    TA,
    XSD,
)


def _by_slug(slug: str) -> Q:
    return Q(slug=slug)


NAME = Lit(SKOS.prefLabel, "name", "name")
MODIFIED = Lit(DCT.modified, "modified_at", "modifiedAt", XSD.dateTime)
ALSO_CALLED = Lit(SKOS.altLabel, "name", "otherNames", language="language")


def _places_around(actor: Actor) -> Rows:
    visible = Place.objects.visible_to(actor)
    return PlaceEdge.objects.filter(child=OuterRef("pk"), parent__in=visible)


def _places_above(actor: Actor) -> Rows:
    visible = Place.objects.visible_to(actor)
    return PlaceClosure.objects.filter(descendant=OuterRef("pk"), ancestor__in=visible)


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
        Lit(TA.placeType, "kind", "placeType"),
        Lit(GEO.lat, "latitude", "latitude", XSD.double),
        Lit(GEO.long, "longitude", "longitude", XSD.double),
        Lit(GN.countryCode, "country_code", "countryCode"),
        Many(
            lambda actor: PlaceName.objects.filter(place=OuterRef("pk")),
            (ALSO_CALLED,),
        ),
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
    spreads_on=(TA.within,),
    dependents=lambda ids: {
        "place": Place.objects.filter(ancestor_links__ancestor__in=ids).exclude(pk__in=ids)
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
        Many(_all_broader, (Ref(SKOS.broaderTransitive, "instrument", "ancestor__slug"),)),
    ),
    above=lambda ids: Instrument.objects.filter(descendant_links__descendant__in=ids),
    spreads_on=(SKOS.broaderTransitive,),
    dependents=lambda ids: {
        "instrument": Instrument.objects.filter(ancestor_links__ancestor__in=ids).exclude(
            pk__in=ids
        )
    },
)

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
        Many(
            lambda actor: PopulationName.objects.filter(population=OuterRef("pk")),
            (ALSO_CALLED,),
        ),
    ),
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
        Lit(SKOS.notation, "slug", "notation"),
        Link(OWL.sameAs, ("slug",), _lexvo, "sameAs"),
    ),
)

_AGENT_FIELDS: tuple[Field, ...] = (
    NAME,
    MODIFIED,
    Lit(FOAF.name, "name"),
    Lit(TA.agentType, "kind"),
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
)
