"""The catalogue as GraphQL shows it (G-01, G-02, G-04, G-05; issue 2, contract)."""

import pytest

from tests.factories import (
    STAFF,
    make_agent,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db

ITEM = """
query($c: String!) { item(code: $c) {
  id code iri title originalTitle originalCode description
  recorded { edtf earliest latest }
  access { level canListen canDownload withheld message embargoUntil }
  collection { code title corpora { code fonds { code } } }
  place { slug name kind ancestors { name } parents { name } itemCount }
  placeComment licence credit source archivistNotes version
  populations { slug name names { name } } languages { slug }
  performances { instrument { slug vernacularNames { name } } vernacularName count musicians }
  agents { role agent { name kind } }
  parts { position start end duration file { format codec sampleRate channels byteSize sha256 } }
  audio { url } waveform { urlTemplate } spectrogram { urlTemplate }
  results { processor version name value unit }
  runs { totalCount } previous { code } next { code }
} }
"""


def test_an_item_is_shown_with_all_that_belongs_to_it() -> None:
    africa = make_place("Africa", kind="continent")
    mali = make_place("Mali", kind="country", parents=[africa])
    sanga = make_place("Sanga", parents=[mali])
    collection = make_collection(code="C_1", corpora=[make_corpus(fonds=[make_fonds(code="F")])])
    horn = make_instrument("trompe", vernacular_names=["KAKELE"])
    item = make_item(
        code="C_1_01",
        title="TROMPE ET TAMBOUR",
        original_title="OLU BOY",
        collection=collection,
        place=sanga,
        recorded="1960-11-01/1960-11-30",
        recorded_from="1960-11-01",
        recorded_to="1960-11-30",
        populations=[make_population("Dogon")],
        languages=[make_language("dts")],
        instruments=[horn],
        agents=[make_agent("Recordist")],
        archivist_notes="not for you",
    )
    make_part(item)
    make_item(code="C_1_02", collection=collection)

    shown = data_of(ITEM, c="C_1_01")["item"]

    assert shown["iri"] == "http://localhost:8000/items/C_1_01"
    assert shown["title"] == "TROMPE ET TAMBOUR"
    assert shown["recorded"]["latest"] == "1960-11-30"
    assert shown["access"]["level"] == "FULL"
    assert shown["access"]["canListen"] is True
    assert shown["access"]["canDownload"] is False
    assert shown["collection"]["corpora"][0]["fonds"] == [{"code": "F"}]
    assert [place["name"] for place in shown["place"]["ancestors"]] == ["Africa", "Mali"]
    assert shown["place"]["itemCount"] == 1
    assert shown["populations"][0]["name"] == "Dogon"
    assert shown["languages"] == [{"slug": "dts"}]
    assert shown["performances"][0]["instrument"]["slug"] == "trompe"
    assert shown["agents"] == [
        {"role": "RECORDIST", "agent": {"name": "Recordist", "kind": "PERSON"}}
    ]
    assert shown["parts"][0]["file"]["sampleRate"] == 44_100
    assert shown["next"] == {"code": "C_1_02"}
    assert shown["previous"] is None
    assert shown["archivistNotes"] is None
    assert data_of(ITEM, actor=STAFF, c="C_1_01")["item"]["archivistNotes"] == "not for you"
