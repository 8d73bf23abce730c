"""SKOS files of others become terms; rdflib reads them, and nothing is fetched."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from rdflib import Graph

from archive.models import Instrument, VernacularName
from ontology.graphs import graph
from ontology.namespaces import SKOS

pytestmark = pytest.mark.django_db

VOCABULARY = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://mimo.example/4> a skos:Concept ; skos:prefLabel "Aérophones"@fr, "Aerophones"@en .
<http://mimo.example/trompe> a skos:Concept ; skos:prefLabel "Trompe" ;
    skos:altLabel "KAKELE"@dts ; skos:broader <http://mimo.example/4> .
"""


def test_a_vocabulary_is_imported_once_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "mimo.ttl"
    file.write_text(VOCABULARY, encoding="utf-8")
    for _ in range(2):
        call_command("import_rdf", str(file), kind="instrument", language="fr")
    assert set(Instrument.objects.values_list("slug", "name")) == {
        ("4", "Aérophones"),
        ("trompe", "Trompe"),
    }
    assert VernacularName.objects.get().language == "dts"
    said = graph(Instrument.objects.get(slug="trompe"))
    assert isinstance(said, Graph)
    assert [str(one) for one in said.objects(predicate=SKOS.broader)] == [
        "http://localhost:8000/instruments/4"
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.ttl", "no turtle", "is no turtle"),
        ("a.ttl", '<a:a> <a:b> "\\UFFFFFFFF" .', "is no turtle"),
        ("a.nt", "<a:a> <a:b> .", "is no nt"),
        ("a.rdf", "<r", "is no xml"),
        ("a.csv", "", "use a file that ends in"),
        ("a.nt", "", "no skos:Concept"),
        ("a.ttl", "<a:a> a <http://www.w3.org/2004/02/skos/core#Concept> .", "no skos:prefLabel"),
        ("a.jsonld", "{}", "use a file that ends in"),
        ("a.rdf", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', "no skos"),
    ],
)
def test_an_odd_file_is_refused_in_a_plain_sentence(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=said):
        call_command("import_rdf", str(file), kind="place")
