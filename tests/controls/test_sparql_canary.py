"""Control (X-21): with the guard off and the wall down, the canary of the SPARQL tests sings."""

import time
from pathlib import Path

import pytest

from ontology.errors import QueryProblem
from ontology.sparql.backend import SupervisedOxigraph
from ontology.sparql.pool import Bounds, Pool
from ontology.sparql.worker import Request
from tests.ontology.sparql_store import REFUSED, Canary, publish_store

GRAPH = "http://localhost:8000/graphs/public"


@pytest.mark.parametrize("walled", [False, True], ids=["no wall", "wall"])
def test_without_the_guard_service_calls_out_unless_the_wall_stands(
    tmp_path: Path, *, walled: bool
) -> None:
    publish_store(tmp_path)
    canary = Canary()
    bounds = Bounds(seconds=10, workers=1, patience=20)
    endpoint = SupervisedOxigraph.__new__(SupervisedOxigraph)
    endpoint.pool = Pool(tmp_path, GRAPH, bounds, guarded=False, walled=walled)
    examined = 0
    try:
        for query in REFUSED:
            if "%s" not in query or "LOAD" in query or "INSERT" in query:
                continue
            examined += 1
            try:
                endpoint.answer(
                    Request(query % canary.url, "application/sparql-results+json", "text/turtle")
                )
            except QueryProblem:
                continue
        time.sleep(0.2)
    finally:
        endpoint.pool.close()
        canary.close()
    print(f"queries examined: {examined}, calls: {len(canary.calls)}")
    assert examined >= 12
    if walled:
        assert canary.calls == []
    else:
        assert len(canary.calls) >= 5, "the canary hears nothing: the tests prove nothing"
