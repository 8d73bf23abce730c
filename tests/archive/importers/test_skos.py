"""Vocabularies in SKOS: what becomes of each part, and of what is wrong (issue 3, row 2)."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import HOUSE
from archive.errors import OddValue
from archive.events import Event
from archive.history import Change
from archive.importers.rdf import OddRdf
from archive.importers.skos import OddVocabulary, load_skos
from archive.models import (
    Concept,
    ConceptClosure,
    ConceptEdge,
    Instrument,
    InstrumentMatch,
    Population,
    PopulationEdge,
    Scheme,
)
from archive.services.describe_vocabularies import update_concept
from archive.services.lifecycle import delete
from tests.shared_data import DATA, reads

FIXTURES = Path(__file__).parents[3] / "fixtures" / "vocabularies"
VOCABULARIES = DATA / "vocabularies"

pytestmark = pytest.mark.django_db


@pytest.fixture
def dances() -> Scheme:
    return Scheme.objects.create(slug="dances", title="Dances")


def concept(slug: str) -> Concept:
    return Concept.objects.get(scheme__slug="dances", slug=slug)


def names(term: Concept) -> set[tuple[str, str, str]]:
    return set(term.names.values_list("name", "language", "kind"))


def test_labels_notes_notations_and_mappings_find_their_places(dances: Scheme) -> None:
    report = load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)
    assert (report.created, report.changed, report.problems) == (5, 0, ())
    dance = concept("dance")
    assert (dance.name, dance.notation, dance.note) == ("Dance", "1", "Movement in time to music.")
    assert dance.translations == {"note": {"fr": "Mouvement sur la musique."}}
    assert ("Danse", "fr", "preferred") in names(dance)
    assert names(concept("round-dance")) == {
        ("Round dance", "en", "preferred"),
        ("Ronde", "fr", "preferred"),
        ("Ring dance", "en", "alternative"),
        ("Rond dance", "en", "hidden"),
    }
    assert set(concept("round-dance").matches.values_list("iri", "kind")) == {
        ("https://example.org/dances/round", "exact"),
        ("http://www.wikidata.org/entity/Q1378320", "exact"),
    }
    bourree = concept("bourree")
    assert (bourree.name, bourree.is_authoritative) == ("Bourrée", True)
    above = ConceptClosure.objects.filter(descendant=bourree).exclude(ancestor=bourree)
    assert set(above.values_list("ancestor__slug", flat=True)) == {
        "dance",
        "round-dance",
        "couple-dance",
    }
    assert set(concept("polska").matches.values_list("iri", "kind")) == {
        ("https://example.org/dances/polska", "exact"),
        ("https://example.org/elsewhere/scandinavian", "broad"),
        ("https://example.org/dances/couple", "related"),
    }


def test_again_it_changes_nothing_and_what_curators_wrote_stays(dances: Scheme) -> None:
    load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)
    update_concept(actor=HOUSE, scheme="dances", cited="dance", name="Dancing", slug="dancing")
    before = (Event.objects.count(), Change.objects.count())
    report = load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)
    assert (report.created, report.changed, report.unchanged) == (0, 0, 5)
    assert (Event.objects.count(), Change.objects.count()) == before
    assert concept("dancing").name == "Dancing"
    out = StringIO()
    call_command("load_vocabulary", str(FIXTURES / "dances.ttl"), "--into", "dances", stdout=out)
    assert "dances: 5 unchanged" in out.getvalue()
    again = load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE, overwrite=True)
    assert (again.changed, concept("dancing").name) == (1, "Dance")


def test_what_curators_took_out_stays_out_and_is_reported(dances: Scheme) -> None:
    """A name, a match, a parent, a whole concept; `overwrite` brings all of them back."""
    load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)
    round_dance = concept("round-dance")
    round_dance.names.get(name="Ring dance").delete()
    round_dance.names.filter(name="Rond dance").update(name="Rond-dance")
    round_dance.matches.get(iri__contains="wikidata").delete()
    ConceptEdge.objects.get(parent=round_dance, child=concept("bourree")).delete()
    delete("concept", record_id=concept("polska").pk, actor=HOUSE)

    report = load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)

    assert (report.created, report.changed) == (0, 0)
    told = "\n".join(f"{each.label}: {each.reason}" for each in report.problems)
    for taken_out in ("Ring dance", "Rond dance", "wikidata", "'Round dance'", "Polska"):
        assert taken_out in told, told
    assert len(report.problems) == 5
    assert "Ring dance" not in {name for name, _, _ in names(round_dance)}
    assert not Concept.objects.filter(scheme=dances, slug="polska").exists()

    again = load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE, overwrite=True)
    assert (again.created, again.problems) == (1, ())
    assert ("Ring dance", "en", "alternative") in names(round_dance)
    assert ConceptEdge.objects.filter(parent=round_dance, child=concept("bourree")).exists()


def test_one_vocabulary_in_two_schemes_is_two_sets_of_concepts(dances: Scheme) -> None:
    Scheme.objects.create(slug="other", title="Other")
    load_skos(FIXTURES / "dances.ttl", "dances", actor=HOUSE)
    load_skos(FIXTURES / "dances.ttl", "other", actor=HOUSE)
    assert Concept.objects.filter(slug="bourree").count() == 2
    crossing = ConceptEdge.objects.exclude(child__scheme__slug="dances").filter(
        parent__scheme__slug="dances"
    )
    assert not crossing.exists()


def test_what_is_wrong_is_reported_beside_what_is_taken(dances: Scheme) -> None:
    """Bad input: a ring, a second name, a wrong check digit, broken lines; the rest unharmed."""
    report = load_skos(FIXTURES / "faulty.ttl", "dances", actor=HOUSE)
    taken = set(Concept.objects.filter(scheme=dances).values_list("name", flat=True))
    assert taken >= {"Good", "Stopped", "Ring A", "Ring B", "First", "Wrong ISNI", "Last"}
    told = "\n".join(f"{each.label}: {each.reason}" for each in report.problems)
    for sentence in (
        "would become its own ancestor",
        "A second preferred label in en: kept as an alternative.",
        "no label, and no term here matches it exactly",
        "its check digit does not fit",
        "line 8 ends otherwise than",
    ):
        assert sentence in told
    assert ("Halted", "en", "alternative") in names(concept("stopped"))
    assert ConceptEdge.objects.filter(child__scheme=dances).count() == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "holds no SKOS concept"),
        ("<a> <b> <c> .", "holds no SKOS concept"),
        ("\x00\x01 not RDF", "holds no SKOS concept"),
    ],
    ids=["empty", "other triples", "no RDF"],
)
def test_a_file_that_is_no_vocabulary(
    dances: Scheme, tmp_path: Path, text: str, sentence: str
) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OddVocabulary, match=sentence):
        load_skos(file, "dances", actor=HOUSE)


def test_no_file_no_form_and_no_scheme(tmp_path: Path) -> None:
    with pytest.raises(OddRdf, match="cannot be read"):
        load_skos(tmp_path / "none.ttl", "keywords", actor=HOUSE)
    with pytest.raises(OddRdf, match="use Turtle"):
        load_skos(tmp_path / "none.docx", "keywords", actor=HOUSE)
    with pytest.raises(OddValue, match="No vocabulary is called 'nothing': use instruments"):
        load_skos(FIXTURES / "dances.ttl", "nothing", actor=HOUSE)
    with pytest.raises(CommandError, match="No vocabulary is called"):
        call_command("load_vocabulary", str(FIXTURES / "dances.ttl"), "--into", "nothing")


def statements(dances: Scheme, number: int, folder: Path) -> int:
    file = folder / f"{number}.ttl"
    lines = ["@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."]
    lines += [
        f'<https://example.org/{number}/{each}> a skos:Concept ; skos:prefLabel "T{each}"@en, '
        f'"T{each}"@fr ; skos:broader <https://example.org/{number}/{each // 2}> .'
        for each in range(1, number + 1)
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        report = load_skos(file, "dances", actor=HOUSE)
    assert report.created == number
    return len(asked)


def test_statements_do_not_grow_with_the_vocabulary(dances: Scheme, tmp_path: Path) -> None:
    assert statements(dances, 400, tmp_path) == statements(dances, 4, tmp_path)


@pytest.mark.data
@reads("vocabularies/mop-iaml.ttl")
def test_the_instruments_of_iaml_and_their_alignment_with_mimo() -> None:
    """419 instruments in several languages; a faulty line here and there costs none of them."""
    file = VOCABULARIES / "mop-iaml.ttl"
    report = load_skos(file, "instruments", actor=HOUSE)
    assert report.created == 419
    alphorn = Instrument.objects.get(matches__iri="http://data.doremus.org/vocabulary/iaml/mop/bah")
    assert (alphorn.name, alphorn.slug) == ("alphorn", "alphorn")
    assert set(alphorn.names.filter(kind="preferred").values_list("language", flat=True)) == {
        *("de", "en", "es", "fr", "it", "pt")
    }
    aligned = load_skos(VOCABULARIES / "mop_mimo_iaml.ttl", "instruments", actor=HOUSE)
    assert aligned.created == 0
    # The file tells each alignment from both sides.
    assert (aligned.changed, aligned.problems) == (190, ())
    assert alphorn.matches.filter(iri="http://www.mimo-db.eu/InstrumentsKeywords/4372").exists()
    assert InstrumentMatch.objects.filter(iri__contains="mimo-db.eu").count() == 190
    again = load_skos(file, "instruments", actor=HOUSE)
    assert (again.created, again.changed, again.unchanged) == (0, 0, 419)


@pytest.mark.data
@reads("vocabularies/groups-rameau.ttl")
def test_the_groups_of_rameau() -> None:
    report = load_skos(VOCABULARIES / "groups-rameau.ttl", "populations", actor=HOUSE)
    assert report.created >= 2513
    assert Population.objects.count() >= 2513
    assert PopulationEdge.objects.count() > 1000
    dogon = Population.objects.get(names__name="Dogon (peuple d'Afrique)")
    assert dogon.name.startswith("Dogon")
