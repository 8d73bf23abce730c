"""Documents of things: one address, five formats, the same triples, one rule (L-01, L-02, L-03)."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from analysis.results.superseding import supersede
from archive.access import PUBLIC, Act, Actor
from archive.models import ApiToken, Grant, Item, ItemAgent
from ontology import context, iris
from ontology.compile import Described, described
from ontology.graphs import graph
from ontology.mappings.registry import REGISTRY
from ontology.namespaces import ACO, DCT
from tests.factories import (
    STAFF,
    hidden_item,
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
    make_user,
)
from tests.ontology.results import make_result
from tests.ontology.whole import whole_archive

pytestmark = [
    pytest.mark.django_db,
    # rdflib's own JSON-LD parser still uses what rdflib deprecates.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
]

RDF = {
    "application/ld+json": "json-ld",
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
}
SUFFIXES = {"jsonld": "json-ld", "ttl": "turtle", "nt": "nt", "rdf": "xml"}


def parsed(body: bytes, format_: str) -> Graph:
    """Read a document as a stranger would; the context comes from us, not from the network."""
    if format_ == "json-ld":
        tree = json.loads(body)
        assert tree.pop("@context") == "http://localhost:8000/ns/context.jsonld"
        served = json.loads(Client().get("/ns/context.jsonld").content)
        body = json.dumps(served | tree).encode()
    return Graph(bind_namespaces="none").parse(data=body, format=format_)


def full_item(**values: Any) -> Item:
    """An item with something of everything."""
    mali = make_place("Mali", parents=[make_place("Africa")])
    corpus = make_corpus(fonds=[make_fonds()])
    given: dict[str, Any] = {
        "code": "CNRSMH_I_1970_012_041_15",
        "title": "TROMPE ET TAMBOUR",
        "original_title": "OLU BOY",
        "original_code": "BM.1970.012.001/46:41-15",
        "collection": make_collection(corpora=[corpus]),
        "place": make_place("Sanga", parents=[mali], latitude=14.5, longitude=-3.316667),
        "populations": [make_population("Dogon")],
        "languages": [make_language("dts")],
        "instruments": [make_instrument("trompe"), make_instrument("tambour")],
        "agents": [make_agent("G. R.")],
        "recorded": "1960-11-01/1960-11-30",
        "recorded_from": "1960-11-01",
        "recorded_to": "1960-11-30",
        "licence": "CC-BY-4.0",
    } | values
    item = make_item(**given)
    make_part(item)
    make_result(item)
    return item


def test_a_result_says_what_replaced_it() -> None:
    """It keeps its page, and the item names it; what is measured is the new one's alone."""
    item = full_item()
    old = item.results.get()
    new = make_result(item, value=-20.0)
    supersede([item.pk], [new.computation_id])
    base = "http://localhost:8000/results/"
    replaced = list(graph(old).subject_objects(DCT.isReplacedBy))
    assert [(str(s), str(o)) for s, o in replaced] == [(f"{base}{old.pk}", f"{base}{new.pk}")]
    assert not list(graph(new).subject_objects(DCT.isReplacedBy))
    said = graph(item)
    shown = said.objects(predicate=URIRef(f"{iris.profile()}result"))
    assert {str(one) for one in shown} == {f"{base}{old.pk}", f"{base}{new.pk}"}
    features = {str(one) for one in said.objects(predicate=ACO.audioFeature)}
    assert features
    assert not [one for one in features if str(old.pk) in one]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_says_the_same_triples_in_each_format(client: Client, suffix: str) -> None:
    """L-02: at its own URL, whatever it is."""
    make_result(whole_archive())
    examined = 0
    for kind in REGISTRY:
        things = list(described(kind, PUBLIC, Act.FIND, lambda rows: rows))[:12]
        assert things, f"no {kind} to look at"
        examined += len(things)
        _same_in(suffix, things, client)
    print(f"{examined} documents examined")
    assert examined >= 40


def _same_in(suffix: str, things: list[Described], client: Client) -> None:
    for thing in things:
        expected = Graph(bind_namespaces="none").parse(
            data="\n".join(thing.triples + thing.labels), format="nt"
        )
        path = thing.iri.removeprefix("http://localhost:8000")
        response = client.get(f"{path}.{suffix}")
        assert response.status_code == 200, response.content
        assert isomorphic(parsed(response.content, SUFFIXES[suffix]), expected)


@pytest.mark.parametrize("accept", RDF)
def test_accept_chooses_the_format(client: Client, accept: str) -> None:
    item = full_item()
    response = client.get(item.get_absolute_url(), headers={"Accept": accept})
    assert response["Content-Type"].split(";")[0] == accept
    assert isomorphic(parsed(response.content, RDF[accept]), graph(item))


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html;q=0.5, text/turtle", "text/turtle"),
        ("text/turtle;q=0.4, application/ld+json;q=0.6", "application/ld+json"),
        ("application/*", "application/ld+json"),
        ("text/*;q=0.9, text/html;q=0, */*;q=0.1", "text/turtle"),
        ("application/json, application/n-triples;q=0.2", "application/n-triples"),
        ("text/turtle;q=odd, application/rdf+xml;q=0.1", "application/rdf+xml"),
    ],
)
def test_q_values_are_weighed(client: Client, accept: str, given: str) -> None:
    headers = {"Accept": accept} if accept else {}
    response = client.get(make_language().get_absolute_url(), headers=headers)
    assert response.status_code == 404  # used by nobody
    make_item(languages=[make_language("fra")])
    response = client.get("/languages/fra", headers=headers)
    assert response["Content-Type"].split(";")[0] == given


def test_no_format_in_common_is_406_with_a_list(client: Client) -> None:
    response = client.get(make_item().get_absolute_url(), headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert b"text/turtle" in response.content
    assert b".jsonld" in response.content


def test_hidden_answers_with_the_bytes_of_what_never_was(client: Client) -> None:
    hidden = hidden_item(code="HIDDEN")
    of_hidden = make_result(hidden)
    in_hidden_collection = make_item(code="INSIDE", collection=make_collection(access="none"))
    examined = 0
    for path in (
        hidden.get_absolute_url(),
        f"/items/{hidden.pk}",
        in_hidden_collection.get_absolute_url(),
        of_hidden.get_absolute_url(),
    ):
        nothing = "/items/NOTHING" if path.startswith("/items") else f"/results/{hidden.pk}"
        for accept in ("text/html", *RDF):
            for suffix in ("", ".ttl"):
                headers = {"Accept": accept}
                answer = client.get(path + suffix, headers=headers)
                never = client.get(nothing + suffix, headers=headers)
                assert answer.status_code == never.status_code == 404
                assert answer.content == never.content
                assert dict(answer.headers) == dict(never.headers)
                examined += 1
    assert examined >= 40


@pytest.mark.parametrize("suffix", [f".{one}" for one in SUFFIXES])
def test_a_grant_of_an_item_does_not_tell_the_name_of_its_hidden_collection(suffix: str) -> None:
    """Found by the sweep of doors: GraphQL left the collection out, the document named it."""
    collection = make_collection(code="HIDDEN-C", title="A hidden title", access="none")
    item = make_item(code="GRANTED", collection=collection)
    reader, client = make_user("reader"), Client()
    Grant.objects.create(user=reader, item=item, gives="listen", reason="A thesis.")
    client.force_login(reader)
    answer = client.get(f"/items/GRANTED{suffix}")
    assert answer.status_code == 200
    assert b"HIDDEN-C" not in answer.content
    assert b"A hidden title" not in answer.content
    Grant.objects.create(user=reader, collection=collection, gives="listen", reason="A thesis.")
    assert b"HIDDEN-C" in client.get(f"/items/GRANTED{suffix}").content


def test_headers_of_a_public_read(client: Client) -> None:
    item = make_item()
    path = item.get_absolute_url()
    response = client.get(path, headers={"Accept": "text/turtle"})
    assert {"Accept", "Authorization", "Cookie"} <= set(response["Vary"].split(", "))
    assert f'<{path}.jsonld>; rel="alternate"; type="application/ld+json"' in response["Link"]
    assert response["Access-Control-Allow-Origin"] == "*"
    again = client.get(path, headers={"Accept": "text/turtle", "If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert not again.content
    Item.objects.filter(pk=item.pk).update(title="Another")
    changed = client.get(path, headers={"Accept": "text/turtle", "If-None-Match": response["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != response["ETag"]
    assert client.post(path).status_code == 405
    assert client.options(path)["Access-Control-Allow-Origin"] == "*"


def test_staff_read_more_by_token_and_nothing_of_it_is_kept(client: Client) -> None:
    item = full_item(archivist_notes="Ask the family first.")
    ItemAgent.objects.create(item=item, agent=make_agent("A. Informant"), role="informant")
    secret = ApiToken.new_secret()
    ApiToken.objects.create(
        user=make_user(is_staff=True), name="test", digest=ApiToken.digest_of(secret)
    )
    path = f"{item.get_absolute_url()}.ttl"
    by_all = client.get(path)
    by_staff = client.get(path, headers={"Authorization": f"Bearer {secret}"})
    for word in ("Ask the family first.", "informant"):
        assert word not in by_all.content.decode()
        assert word in by_staff.content.decode()
    assert by_staff["Cache-Control"] == "private, no-store"
    assert "ETag" not in by_staff
    assert "Access-Control-Allow-Origin" not in by_staff
    assert client.get(path, headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/agents/a-informant.ttl").status_code == 404


@pytest.mark.parametrize("accept", RDF)
def test_an_item_is_read_in_the_same_few_statements_at_2_and_20(
    client: Client, accept: str, django_assert_max_num_queries: Any
) -> None:
    """P-4, issue 2: an item's document takes at most six SQL statements."""
    counts = []
    for many in (2, 20):
        item = make_item(instruments=[make_instrument() for _ in range(many)])
        make_part(item)
        for _ in range(many):
            make_result(item)
        with django_assert_max_num_queries(6) as statements:
            response = client.get(item.get_absolute_url(), headers={"Accept": accept})
        assert response.status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_a_code_that_ends_like_a_suffix_is_a_code(client: Client) -> None:
    make_item(code="song", title="Short")
    make_item(code="song.nt", title="Long")
    assert b"Long" in client.get("/items/song.nt", headers={"Accept": "text/turtle"}).content
    assert b"Long" in client.get("/items/song.nt.nt").content
    assert b"Short" in client.get("/items/song.ttl").content


def test_a_uuid_leads_to_the_code(client: Client) -> None:
    item = make_item(code="CITED")
    moved = client.get(f"/items/{item.pk}.ttl")
    assert (moved.status_code, moved["Location"]) == (301, "/items/CITED.ttl")
    bare = make_item(code=None)
    assert client.get(f"/items/{bare.pk}.ttl").status_code == 200


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(title=st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=40))
def test_odd_characters_come_back_the_same_from_every_format(title: str) -> None:
    """An injected quote, tag, bracket or control character stays a character."""
    item = make_item(title=title, description=f'"{title}"@en . <x> <y> {title}')
    graphs = [
        parsed(Client().get(f"{item.get_absolute_url()}.{suffix}").content, format_)
        for suffix, format_ in SUFFIXES.items()
    ]
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    code=st.text(st.characters(exclude_characters="\x00/", codec="utf-8"), min_size=1, max_size=20)
)
def test_odd_codes_make_one_iri_and_no_other_triple(code: str) -> None:
    """Codes are checked at the door; what slips in by SQL must not break out of its brackets."""
    item = make_item(code=None)
    Item.objects.filter(pk=item.pk).update(code=code)
    (said,) = described("item", PUBLIC, Act.FIND, lambda rows: rows.filter(pk=item.pk))
    found = Graph(bind_namespaces="none").parse(data="\n".join(said.triples), format="nt")
    assert len(found) == len(said.triples)
    assert {str(s).split("#")[0] for s in found.subjects()} == {said.iri}


def test_one_context_for_all_kinds(client: Client) -> None:
    served = json.loads(client.get("/ns/context.jsonld").content)["@context"]
    assert served["iri"] == "@id"
    assert served["title"] == {"@id": "dct:title"}
    assert served["performances"]["@container"] == "@set"
    assert set(context.all_names()) <= set(served)


@pytest.mark.parametrize("actor", [PUBLIC, STAFF], ids=["public", "staff"])
def test_nothing_hangs_loose(actor: Actor) -> None:
    """Every # node is linked from its document's thing, so the store finds it when it replaces."""
    make_result(whole_archive())
    examined = 0
    for kind in REGISTRY:
        for said in described(kind, actor, Act.FIND, lambda rows: rows):
            found = Graph(bind_namespaces="none").parse(data="\n".join(said.triples), format="nt")
            reached, waiting = {said.iri}, [said.iri]
            while waiting:
                subject = waiting.pop()
                for s, _, o in found:
                    if str(s) == subject and str(o).startswith(said.iri + "#"):
                        waiting += [str(o)] if str(o) not in reached else []
                        reached.add(str(o))
            assert {str(s) for s in found.subjects()} <= reached
            examined += 1
    assert examined >= 60


def test_runs_are_found_through_their_items_only() -> None:
    item = hidden_item()
    make_result(item)
    assert not list(described("run", PUBLIC, Act.FIND, lambda rows: rows))
    assert not list(described("processor", PUBLIC, Act.FIND, lambda rows: rows))
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert len(list(described("run", PUBLIC, Act.FIND, lambda rows: rows))) == 1
    assert len(list(described("processor", PUBLIC, Act.FIND, lambda rows: rows))) == 1
