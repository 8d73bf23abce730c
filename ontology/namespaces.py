"""The vocabularies that the house speaks, under the prefixes that people know them by.

Which term stands for what is decided in `ontology/mappings/`; why these vocabularies, in
spec/linked-data.md section 1. AFO and its vocabulary are never fetched at run time.
"""

from rdflib import Namespace

ACO = Namespace("https://w3id.org/ac-ontology/aco#")
AFO = Namespace("https://w3id.org/afo/onto/1.1#")
AFV = Namespace("https://w3id.org/afo/vocab/1.1#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
AS = Namespace("https://www.w3.org/ns/activitystreams#")
DC = Namespace("http://purl.org/dc/elements/1.1/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
#: Darwin Core: how natural history says where, and how far off.
DWC = Namespace("http://rs.tdwg.org/dwc/terms/")
EBU = Namespace("http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#")
EDM = Namespace("http://www.europeana.eu/schemas/edm/")
EVENT = Namespace("http://purl.org/NET/c4dm/event.owl#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
GN = Namespace("http://www.geonames.org/ontology#")
LVONT = Namespace("http://lexvo.org/ontology#")
#: MARC's relators, as the Library of Congress publishes them: who did what.
MARC = Namespace("http://id.loc.gov/vocabulary/relators/")
MO = Namespace("http://purl.org/ontology/mo/")
OA = Namespace("http://www.w3.org/ns/oa#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
RICO = Namespace("https://www.ica.org/standards/RiC/ontology#")
RICO_SETS = Namespace("https://www.ica.org/standards/RiC/vocabularies/recordSetTypes#")
SCHEMA = Namespace("https://schema.org/")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
#: Names as things of their own, of which more can be said than their language.
SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
TL = Namespace("http://purl.org/NET/c4dm/timeline.owl#")
VAMP = Namespace("http://purl.org/ontology/vamp/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

#: Our own profile stands under the installation's base, which is known at run time only:
#: declarations write `TA["within"]`, the compiler puts `{BASE}/ns#` before it.
TA = Namespace("ta:")

PREFIXES: dict[str, str] = {
    "aco": str(ACO),
    "adms": str(ADMS),
    "afo": str(AFO),
    "afv": str(AFV),
    "as": str(AS),
    "dc": str(DC),
    "dcat": str(DCAT),
    "dct": str(DCT),
    "dwc": str(DWC),
    "ebucore": str(EBU),
    "edm": str(EDM),
    "event": str(EVENT),
    "foaf": str(FOAF),
    "geo": str(GEO),
    "gn": str(GN),
    "lvont": str(LVONT),
    "mo": str(MO),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "relators": str(MARC),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "rico": str(RICO),
    "schema": str(SCHEMA),
    "sd": str(SD),
    "skos": str(SKOS),
    "skosxl": str(SKOSXL),
    "spdx": str(SPDX),
    "tl": str(TL),
    "vamp": str(VAMP),
    "xsd": str(XSD),
}
