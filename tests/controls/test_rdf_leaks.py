"""Controls: what keeps the hidden out of RDF is seen to do so (D-11, A-01)."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions

from archive.access import PUBLIC, Act
from ontology import generations, iris
from ontology.compile import described
from ontology.mappings.registry import REGISTRY
from tests.factories import STAFF
from tests.ontology.sparql_store import SECRET, publish_store
from tests.ontology.test_sync import small_archive


def test_with_one_of_the_two_datasets_left_open_the_state_leaks(tmp_path: Path) -> None:
    """`default_graph` alone looks safe and is not: GRAPH ?g sees every graph."""
    publish_store(tmp_path)
    query = "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    with generations.reading(tmp_path) as store:
        half = store.query(query, default_graph=[NamedNode(iris.public_graph())])
        whole = generations.ask(store, query, iris.public_graph())
        assert isinstance(half, QuerySolutions)
        assert isinstance(whole, QuerySolutions)
        seen, kept = [str(row[0]) for row in half], [str(row[0]) for row in whole]
    print(f"rows examined: {len(seen)}")
    assert len(seen) >= 400
    assert [row for row in seen if SECRET in row]
    assert not [row for row in kept if SECRET in row]


@pytest.mark.django_db
def test_without_the_rule_the_hidden_would_be_said() -> None:
    """The same declarations, asked by staff, do say it: the rule alone keeps it back."""
    small_archive()
    said = {
        actor: "\n".join(
            line
            for kind in REGISTRY
            for one in described(kind, actor, Act.HARVEST, lambda rows: rows)
            for line in one.triples
        )
        for actor in (PUBLIC, STAFF)
    }
    lines = len(said[STAFF].splitlines())
    print(f"triples examined: {lines}")
    assert lines >= 150
    assert "Forbidden rite" in said[STAFF]
    assert "Forbidden rite" not in said[PUBLIC]
    assert "/items/SECRET" not in said[PUBLIC]
