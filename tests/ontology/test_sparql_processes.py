"""The processes that answer queries: walled, killed at their limits, replaced (P-7, R-25, X-22)."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from ontology.errors import QueryProblem
from ontology.sparql.backend import SupervisedOxigraph
from ontology.sparql.pool import Bounds, Pool
from tests.ontology.sparql_store import ONE, asking, publish_store
from tests.pace import allowed

RUNAWAYS = {
    "cross join": "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "path": "SELECT (count(*) AS ?n) { ?a (!<x:p>)* ?b . ?c (!<x:p>)* ?d . ?e (!<x:p>)* ?f }",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f DESC(?i)",
    "regex": "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i "
    "FILTER regex(concat(?c, ?f, ?i), '^(([a-z])+.)+[A-Z]([a-z])+$') }",
}


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SupervisedOxigraph]:
    directory = tmp_path_factory.mktemp("rdf")
    publish_store(directory)
    bounds = Bounds(seconds=2.0, memory=1 << 30, largest=1 << 20, workers=2, patience=20.0)
    made = SupervisedOxigraph(directory, "http://localhost:8000/graphs/public", bounds)
    yield made
    made.pool.close()


@pytest.mark.parametrize("runaway", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_is_killed_at_its_limit_and_others_are_answered(
    hurried: SupervisedOxigraph, runaway: str
) -> None:
    """P-7, X-22: an honest refusal before the first byte; nobody else waits for it."""
    _wait_for(lambda: hurried.pool.idle == 2)
    problem: list[tuple[float, QueryProblem]] = []

    def run() -> None:
        began = time.monotonic()
        try:
            hurried.answer(asking(runaway))
        except QueryProblem as error:
            problem.append((time.monotonic() - began, error))

    thread = threading.Thread(target=run)
    thread.start()
    # Not a stretch of time: a sort can fill its memory in a quarter of a second.
    _wait_for(lambda: hurried.pool.idle == 1)
    answered, longest = 0, 0.0
    while thread.is_alive():
        began = time.monotonic()
        assert b"Title 7" in hurried.answer(asking(ONE)).body
        longest = max(longest, time.monotonic() - began)
        answered += 1
        time.sleep(0.05)
    thread.join()
    ((seconds, error),) = problem
    assert error.status == 503
    assert "stopped" in str(error) or "memory" in str(error)
    assert seconds < 2.0 + allowed(1.5)
    # How many fit in depends on how soon the runaway meets its limit; none may wait for it.
    assert answered, "nobody else was answered while it ran"
    assert longest < allowed(1.0), f"others waited: {answered} answers, the longest {longest:.2f} s"


def test_an_answer_too_large_is_refused_whole(hurried: SupervisedOxigraph) -> None:
    with pytest.raises(QueryProblem, match="larger than") as caught:
        hurried.answer(asking("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
    assert caught.value.status == 503


def test_query_processes_stand_behind_a_wall(endpoint: SupervisedOxigraph) -> None:
    endpoint.answer(asking(ONE))
    walls = {process.wall for process in endpoint.pool._all}
    assert walls <= {"namespace", "landlock"}
    for pid in endpoint.pool.pids():
        environment = psutil.Process(pid).environ()
        assert not [name for name in environment if "SECRET" in name or "DATABASE" in name]


def test_a_process_that_was_killed_is_replaced(endpoint: SupervisedOxigraph) -> None:
    endpoint.answer(asking(ONE))
    for pid in endpoint.pool.pids():
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.1)
    assert b"Title 7" in endpoint.answer(asking(ONE)).body


def test_processes_that_could_not_start_are_started_by_a_later_query(tmp_path: Path) -> None:
    """An hour without memory, say, leaves no pool of one behind."""
    publish_store(tmp_path)
    wrong = tmp_path / "nowhere"
    pool = Pool(tmp_path, "http://localhost:8000/graphs/public", Bounds(workers=3))
    try:
        _wait_for(lambda: pool.idle == 3)
        setting = pool._setting
        pool._setting = replace(setting, directory=str(wrong), parent=1)  # no child of init's
        dead = pool.pids()
        for pid in dead:
            os.kill(pid, signal.SIGKILL)
        _wait_for(lambda: not any(_lives(pid) for pid in dead))
        with pytest.raises(QueryProblem):
            pool.ask(asking(ONE))
        _wait_for(lambda: not pool.pids() and not pool._ordered)
        pool._setting = setting
        assert b"Title 7" in pool.ask(asking(ONE))[1]
        _wait_for(lambda: pool.idle == 3)
    finally:
        pool.close()


def test_query_processes_die_with_the_web_process(tmp_path: Path) -> None:
    publish_store(tmp_path)
    program = (
        "import sys, time; from pathlib import Path; from ontology.sparql.pool import *\n"
        "p = Pool(Path(sys.argv[1]), 'http://localhost:8000/graphs/public', Bounds(workers=2))\n"
        "p.ask(Request('ASK {}', 'application/sparql-results+json', None))\n"
        "while len(p.pids()) < 2: time.sleep(0.05)\n"
        "print(*p.pids(), flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as web:
        assert web.stdout is not None
        children = [int(pid) for pid in web.stdout.readline().split()]
        assert len(children) == 2
        assert all(psutil.pid_exists(pid) for pid in children)
        web.kill()
    _wait_for(lambda: not any(_lives(pid) for pid in children), seconds=5)


def _wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
