"""Who did what for a record: MARC's relators where one fits, and terms that are better known.

A name is said where its link is for the reader (`archive/audiences.py`): public names alone enter
the public store.
"""

from django.db.models import OuterRef
from rdflib import URIRef

from archive.models import AgentRole, ItemAgent, LevelAgent
from ontology.mappings.declare import Label, Many, Ref, RoleRef
from ontology.namespaces import DCT, MARC, RICO, SKOS, TA

#: role -> (the name in JSON-LD, the predicate). A test holds it to `AgentRole`.
ROLES: dict[str, tuple[str, URIRef]] = {
    AgentRole.RECORDIST: ("recordists", MARC.rcd),
    AgentRole.COLLECTOR: ("collectors", RICO.hasCollector),
    AgentRole.CREATOR: ("creators", MARC.cre),
    AgentRole.PERFORMER: ("performers", MARC.prf),
    AgentRole.SPEAKER: ("speakers", MARC.spk),
    AgentRole.AUTHOR: ("authors", DCT.creator),
    AgentRole.COMPOSER: ("composers", MARC.cmp),
    AgentRole.TRANSLATOR: ("translators", MARC.trl),
    AgentRole.DEPOSITOR: ("depositors", MARC.dpt),
    AgentRole.DONOR: ("donors", MARC.dnr),
    AgentRole.INFORMANT: ("informants", TA.informant),
    AgentRole.PUBLISHER: ("publishers", DCT.publisher),
    AgentRole.DIGITISER: ("digitisers", TA.digitiser),
    AgentRole.SCIENTIST: ("scientists", MARC.res),
    AgentRole.CONTRIBUTOR: ("contributors", DCT.contributor),
    AgentRole.DESCRIBER: ("describers", TA.describer),
    AgentRole.RIGHTS_HOLDER: ("rightsHolders", DCT.rightsHolder),
    AgentRole.FUNDER: ("funders", MARC.fnd),
}

_AGENT = Label(SKOS.prefLabel, "agent__name")
_BY_ROLE = RoleRef("role", ROLES, "agent", "agent__slug", _AGENT)

OF_ITEM = Many(
    lambda actor: ItemAgent.objects.filter(
        item=OuterRef("pk"), audience__in=actor.audiences
    ).order_by("position", "pk"),
    (_BY_ROLE,),
)

#: An item that says so has its collection's collectors.
COLLECTED_WITH_COLLECTION = Many(
    lambda actor: LevelAgent.objects.filter(
        collection__items=OuterRef("pk"),
        collection__items__collector_from_collection=True,
        role=AgentRole.COLLECTOR,
        audience__in=actor.audiences,
    ).order_by("position", "pk"),
    (Ref(RICO.hasCollector, "agent", "agent__slug", "collectors", _AGENT),),
)

#: "The collector is the creator", as a collection may say in one word.
COLLECTOR_IS_CREATOR = Many(
    lambda actor: LevelAgent.objects.filter(
        collection=OuterRef("pk"),
        collection__collector_is_creator=True,
        role=AgentRole.COLLECTOR,
        audience__in=actor.audiences,
    ).order_by("position", "pk"),
    (Ref(MARC.cre, "agent", "agent__slug", "creators", _AGENT),),
)


def of_level(owner: str) -> Many:
    """Return the agents of a fonds, corpus or collection."""
    return Many(
        lambda actor: LevelAgent.objects.filter(
            **{owner: OuterRef("pk")}, audience__in=actor.audiences
        ).order_by("position", "pk"),
        (_BY_ROLE,),
    )
