"""The declarations and the table of our own terms hold each other to account (D-09, D-12)."""

import pytest
from django.test import Client
from rdflib import Graph
from rdflib.namespace import RDFS

from ontology import profile
from ontology.mappings.declare import Const, Lit, Node, RoleRef, TypeBy
from ontology.mappings.registry import REGISTRY, walk
from ontology.namespaces import TA
from ontology.negotiate import preferred


def _terms_used() -> set[str]:
    used: set[str] = set()
    for resource in REGISTRY.values():
        used.update(resource.types)
        for one in walk(resource.fields):
            if isinstance(one, RoleRef):
                used.update(predicate for _, predicate in one.predicates.values())
            elif isinstance(one, TypeBy):
                used.update(type_ for types in one.types.values() for type_ in types)
            elif hasattr(one, "predicate"):
                used.add(one.predicate)
            if isinstance(one, Node):
                used.update(one.types)
            if isinstance(one, Const):
                used.add(one.value)
            if isinstance(one, Lit) and one.datatype is not None:
                used.add(one.datatype)
    return used


def test_each_own_term_is_described_and_used() -> None:
    own = {term.removeprefix(TA) for term in _terms_used() if term.startswith(TA)}
    assert own == set(profile.TERMS)
    assert len(profile.TERMS) <= 40


def test_the_profile_is_served_as_turtle_and_as_a_page(client: Client) -> None:
    response = client.get("/ns", headers={"Accept": "text/turtle"})
    served = Graph().parse(data=response.content, format="turtle")
    assert len(set(served.subject_objects(RDFS.label))) == len(profile.TERMS)
    page = client.get("/ns", headers={"Accept": "text/html"})
    assert b'id="within"' in page.content
    assert client.get("/ns", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("accept", ["", ",", ";q=1", "text", "a/b;q=", "*/*;q=nan"])
def test_odd_accept_headers_do_not_break_the_door(accept: str) -> None:
    assert preferred(accept, ["text/html"]) in {None, "text/html"}
