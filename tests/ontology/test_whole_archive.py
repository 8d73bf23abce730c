"""Every model of the catalogue as linked data: what is said, in which words, and what never is."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pyoxigraph import Literal, QuerySolutions, RdfFormat, Store
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

from archive.access import PUBLIC, Act, Actor
from archive.models import AgentRole, Collection, Concept, Item, MatchKind, NameKind, TrackKind
from archive.vocabularies import USES
from ontology.compile import described
from ontology.mappings import names, people, satellites, track
from ontology.mappings.registry import REGISTRY
from tests.factories import STAFF
from tests.ontology.whole import SECRETS, whole_archive

HERE = Path(__file__).parent
EXPECTED = HERE.parents[1] / "fixtures" / "rdf"
BASE = "http://localhost:8000"

#: One rich thing of each kind, and where what is expected of it stands.
THINGS = {
    "fonds": "/fonds/F",
    "corpus": "/corpora/K",
    "collection": "/collections/C",
    "item": "/items/FULL",
    "place": "/places/mali",
    "instrument": "/instruments/trompe",
    "population": "/groups/dogon",
    "language": "/languages/dts",
    "agent": "/agents/gilbert-rouget",
    "scheme": "/vocabularies/keywords",
    "concept": "/vocabularies/keywords/mask-dance",
    "holder": "/holders/crem",
    "carrier": "/carriers/TAPE-1",
    "track": "/annotations/",
}


def said_by(actor: Actor) -> str:
    """All that an actor could read of the whole archive, as N-Triples."""
    return "\n".join(
        line
        for kind in REGISTRY
        for one in described(kind, actor, Act.HARVEST, lambda rows: rows)
        for line in one.triples
    )


_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r'"[^"]*"\^\^<http://www.w3.org/2001/XMLSchema#dateTime>')
_DIGEST = re.compile(r"(digitisation-)[0-9a-f]{32}|\"[0-9a-f]{64}\"")


def settled(triples: str) -> str:
    """Return triples without what differs each time: uuids are numbered by age, moments are one."""
    for number, uuid in enumerate(sorted(set(_UUID.findall(triples))), start=1):
        triples = triples.replace(uuid, f"uuid-{number}")
    moment = '"2026-11-23T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    return _DIGEST.sub(_digest, _MOMENT.sub(moment, triples))


def _digest(match: re.Match[str]) -> str:
    return "digitisation-digest" if match[1] else f'"{"0" * 64}"'


@pytest.mark.django_db
def test_what_is_not_public_is_said_to_staff_or_to_nobody() -> None:
    """D-11, and the control: the same declarations, asked by staff, do say most of it."""
    whole_archive()
    public, staff = said_by(PUBLIC), said_by(STAFF)
    print(f"{len(SECRETS)} secrets looked for in {len(public.splitlines())} triples")
    assert len(public.splitlines()) >= 500
    assert [secret for secret in SECRETS if secret in public] == []
    kept = {secret for secret in SECRETS if secret not in staff}
    assert kept == {"ACC-1", "AGR-1", "Council of elders"}  # accessions and agreements: no RDF


@pytest.mark.django_db
@pytest.mark.parametrize("kind", THINGS)
def test_a_rich_thing_says_what_is_expected_of_it(kind: str, tmp_path: Path) -> None:
    """Expected graphs lie in fixtures/rdf; what is new is written beside the test to be read."""
    whole_archive()
    (one,) = [
        one
        for one in described(kind, PUBLIC, Act.FIND, lambda rows: rows)
        if one.iri.removeprefix(BASE).startswith(THINGS[kind])
        and one.iri.count("/") == f"{BASE}{THINGS[kind]}".count("/")
        and (kind == "track" or one.iri == f"{BASE}{THINGS[kind]}")
    ]
    said = Graph(bind_namespaces="none").parse(data=settled("\n".join(one.triples)), format="nt")
    expected = Graph(bind_namespaces="none").parse(EXPECTED / f"{kind}.nt", format="nt")
    if not isomorphic(said, expected):
        made = tmp_path / f"{kind}.nt"
        made.write_text("\n".join(sorted(said.serialize(format="nt").splitlines())) + "\n")
        _, gone, come = graph_diff(to_isomorphic(expected), to_isomorphic(said))
        pytest.fail(
            f"gone:\n{gone.serialize(format='nt')}\ncome:\n{come.serialize(format='nt')}\n"
            f"If that is right, take {made}."
        )
    assert len(said) >= 5


@pytest.mark.django_db
def test_every_kind_has_its_document_at_its_own_url(client: Client) -> None:
    """In as many statements whatever the kind: the actor's none, to find it and to read it."""
    whole_archive()
    examined = 0
    for path in THINGS.values():
        if path.endswith("/"):
            continue
        for accept in ("text/html", "text/turtle", "application/ld+json", "application/rdf+xml"):
            with CaptureQueriesContext(connection) as statements:
                answer = client.get(path, headers={"Accept": accept})
            assert answer.status_code == 200, (path, accept)
            assert answer["Content-Type"].startswith(accept)
            if accept != "text/html":
                assert len(statements) <= 3, (path, [one["sql"][:80] for one in statements])
            examined += 1
    assert examined >= 50
    for hidden in ("/carriers/TAPE-SECRET", "/vocabularies/unlisted-words",
                   "/vocabularies/unlisted-words/unlisted", "/vocabularies/keywords/nothing",
                   "/vocabularies/nothing/mask-dance", "/agents/hidden-informant"):  # fmt: skip
        assert client.get(f"{hidden}.ttl").status_code == 404, hidden


QUESTIONS = {
    "songs-on-aerophones": {(f"{BASE}/items/FULL", "trompe", "423.12")},
    "narrower-keywords": {(f"{BASE}/items/FULL", "Mask dance")},
    "who-holds-it": {(f"{BASE}/items/RENAMED", "CREM", "crem@example.org", "TAPE-1")},
    "what-replaced-it": {(f"{BASE}/items/FULL", f"{BASE}/items/RENAMED", "RENAMED")},
    "lines-that-mention": {(f"{BASE}/items/FULL", "The antelope dances", "1.5", "4.0", "t=1.5,4")},
    "what-it-was-called": {(f"{BASE}/places/mali", "Soudan", "1920/1960")},
}


@pytest.mark.django_db
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_that_the_catalogue_answers(question: str) -> None:
    """L-06: each as a file of its own, to be taken up by whoever asks the like."""
    item = whole_archive()
    if "RENAMED" in str(QUESTIONS[question]):
        Item.objects.filter(pk=item.pk).update(code="RENAMED")
    store = Store()
    store.load(said_by(PUBLIC).encode(), format=RdfFormat.N_TRIPLES)
    found = store.query((HERE / f"{question}.rq").read_text(encoding="utf-8"))
    assert isinstance(found, QuerySolutions)
    rows = {tuple(_value(term) for term in row) for row in found}
    assert rows == QUESTIONS[question]


def _value(term: object) -> str:
    value = str(term.value)  # type: ignore[attr-defined]  # a node or a literal
    is_number = isinstance(term, Literal) and term.datatype.value.endswith("#double")
    return str(float(value)) if is_number else value


@pytest.mark.django_db
def test_an_old_address_taken_by_another_is_nobodys_old_address() -> None:
    collection = whole_archive().collection
    Collection.objects.filter(pk=collection.pk).update(code="C2")
    old = f"<{BASE}/collections/C> <http://purl.org/dc/terms/isReplacedBy>"
    assert old in said_by(PUBLIC)
    Collection.objects.create(code="C", title="Another", access="full")
    assert old not in said_by(PUBLIC)


@pytest.mark.django_db
def test_a_concepts_old_address_is_under_its_scheme() -> None:
    whole_archive()
    Concept.objects.filter(slug="mask-dance").update(slug="masks")
    new = f"{BASE}/vocabularies/keywords/masks"
    replaced = f"<{BASE}/vocabularies/keywords/mask-dance> <http://purl.org/dc/terms/isReplacedBy>"
    assert f"{replaced} <{new}> ." in said_by(PUBLIC)


def test_every_role_use_and_kind_has_its_predicate() -> None:
    """A choice that the models have and the declarations do not would silently say nothing."""
    assert set(people.ROLES) == set(AgentRole)
    assert set(satellites.PREDICATES) == set(USES)
    assert set(names._NAMES) == set(NameKind)
    assert set(names._MATCHES) == set(MatchKind)
    assert set(track._MOTIVATIONS) == set(TrackKind)
