"""What no query may do: see another graph, or make the house call another (D-11, R-25, X-21)."""

import time
from collections.abc import Iterator

import pytest
from django.test import Client

from ontology.errors import QueryMalformed, QueryRefused
from ontology.sparql import guard
from tests.ontology.sparql_store import ALL, REFUSED, SECRET, Canary


def test_no_query_sees_another_graph(door: Client) -> None:
    """D-11: default_graph and named_graphs are both fixed, or GRAPH ?g leaks."""
    examined = 0
    for query in (
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <urn:sonotheque:state> { ?s ?p ?o } }",
        ALL,
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        "DESCRIBE <urn:sonotheque:state>",
        f"SELECT * {{ ?s ?p '{SECRET}' }}",
    ):
        answer = door.get("/sparql", {"query": query})
        assert answer.status_code == 200
        said = answer.content.decode().replace(query, "")
        assert SECRET not in said
        assert "urn:sonotheque:state" not in said
        examined += 1
    assert examined >= 6


@pytest.fixture
def canary() -> Iterator[Canary]:
    made = Canary()
    yield made
    made.close()


def test_no_query_makes_the_house_call_another(door: Client, canary: Canary) -> None:
    examined = 0
    for query in REFUSED:
        text = query % canary.url if "%s" in query else query
        answer = door.post("/sparql", text, content_type="application/sparql-query")
        if answer.status_code == 200:  # what hid SERVICE in a string is a plain string to all
            assert "\\u0022" in query
        else:
            assert answer.status_code in {400, 403}, (query, answer.content)
        examined += 1
    time.sleep(0.2)
    assert canary.calls == []
    assert examined >= 20


def test_the_word_service_may_be_said(door: Client) -> None:
    for query in (
        "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1/> { }' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1/> { ?s ?p ?o }",
        "SELECT ?service { ?service <http://x/SERVICE> <http://x/FROM#LOAD> }",
        'SELECT * { ?s ?p """FROM <x>\nLOAD <y>""" }',
    ):
        assert door.get("/sparql", {"query": query}).status_code == 200


def test_guard_and_oxigraph_read_one_text() -> None:
    assert guard.check("\\u0053ELECT * { }").text == "SELECT * { }"
    for odd in ("SELECT * { ?s ?p '\\u005Cu0022' }", "SELECT * { }\x0b", "SELECT '\\uD800' { }"):
        with pytest.raises(QueryMalformed):
            guard.check(odd)
    with pytest.raises(QueryMalformed, match="nested"):
        guard.check("SELECT * " + "{" * 3000 + "}" * 3000)
    with pytest.raises(QueryRefused):
        guard.check("SELECT * { ?s ?p ?o #x\rSERVICE <http://x/> { } }")
