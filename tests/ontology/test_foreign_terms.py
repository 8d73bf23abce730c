"""The terms of others that we use exist: a misspelt one would be a property of nobody.

rdflib knows some vocabularies whole. Of RiC-O 1.1, EBUCore and SKOS-XL, what we use was looked up
in their published files, and is listed here: a further term fails until somebody has looked it up
too.
"""

import pytest
from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDFS, SDO, SKOS, DefinedNamespace

from ontology.namespaces import EBU, RICO, SKOSXL
from tests.ontology.test_registry import _terms_used

KNOWN_WHOLE: list[type[DefinedNamespace]] = [DCAT, DCTERMS, FOAF, PROV, RDFS, SDO, SKOS]
LOOKED_UP: dict[str, str] = {
    RICO: """CorporateBody Group Identifier Instantiation Person Record RecordSet authenticityNote
        conditionsOfAccess conditionsOfUse hasCollector hasIdentifierType
        hasOrHadDigitalInstantiation hasOrHadHolder hasOrHadIdentifier hasProductionTechniqueType
        hasRecordSetType hasRecordState identifier isDirectlyIncludedIn isOrWasAffectedBy
        isOrWasInstantiationOf physicalCharacteristicsNote productionTechnique
        qualityOfRepresentationNote scopeAndContent textualValue""",
    SKOSXL: "Label altLabel hiddenLabel literalForm prefLabel",
    EBU: "audioTrackConfiguration dateDigitised filename playbackSpeed",
}


@pytest.mark.parametrize("vocabulary", KNOWN_WHOLE, ids=lambda each: each.__name__)
def test_a_term_of_a_vocabulary_that_is_known_whole_is_one_of_its(
    vocabulary: type[DefinedNamespace],
) -> None:
    base = str(vocabulary._NS)
    used = {term for term in _terms_used() if term.startswith(base)}
    assert used
    assert {term for term in used if URIRef(term) not in vocabulary} == set()


@pytest.mark.parametrize("vocabulary", LOOKED_UP)
def test_a_term_of_an_archives_vocabulary_was_looked_up(vocabulary: str) -> None:
    used = {term.removeprefix(vocabulary) for term in _terms_used() if term.startswith(vocabulary)}
    assert used
    assert used - set(LOOKED_UP[vocabulary].split()) == set()


def test_a_term_that_nobody_has_is_found() -> None:
    assert URIRef(f"{DCTERMS._NS}titel") not in DCTERMS
