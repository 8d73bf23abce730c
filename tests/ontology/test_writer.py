"""The writer as a process: killed at any moment, it ends like a fresh rebuild (P-6, P-12, D-10)."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client
from pytest_django import Settings

from archive.events import last_position, sequence
from archive.models import Item
from config import env
from graphql_api.types.kind import global_id
from ontology.drift import measure
from ontology.errors import StoreBusy
from ontology.sparql import backend
from ontology.store import LiveStore
from ontology.sync import Projector, wait_until_applied
from tests.factories import STAFF, make_collection, make_item
from tests.graphql_api.asking import data_of
from tests.ontology.results import make_result
from tests.ontology.test_sync import seen, small_archive

ROOT = Path(__file__).resolve().parents[2]


class WriterProcess:
    """`manage.py rdf_writer` on a database and a folder of the test's own."""

    def __init__(self, var: Path, database: str) -> None:
        url = env.database_url().rsplit("/", 1)[0] + f"/{database}"
        self._environment = os.environ | {
            "DATABASE_URL": url,
            "SONOTHEQUE_VAR": str(var),
            "BASE_URL": "http://localhost:8000",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "manage.py", "rdf_writer"],
            cwd=ROOT,
            env=self._environment,
            stderr=subprocess.DEVNULL,
        )

    def end(self, number: int = signal.SIGKILL) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(20)


@pytest.fixture
def writer(own_database: str, tmp_path: Path, settings: Settings) -> Iterator[WriterProcess]:
    settings.RDF_DIR = tmp_path / "var" / "rdf"
    (tmp_path / "var" / "run").mkdir(parents=True)
    made = WriterProcess(tmp_path / "var", own_database)
    yield made
    made.end()
    backend.close_all()


def all_applied(timeout_s: float = 60.0) -> bool:
    sequence()
    return wait_until_applied(last_position(), timeout_s)


def test_killed_in_the_middle_it_ends_like_a_fresh_rebuild(
    writer: WriterProcess, settings: Settings
) -> None:
    small_archive()
    collection = make_collection(code="MANY")
    items = [make_item(code=f"M{n}", collection=collection) for n in range(60)]
    for item in items[:10]:
        make_result(item)
    writer.start()
    assert all_applied()
    kills = 0
    for round_ in range(4):
        for number, item in enumerate(items):
            Item.objects.filter(pk=item.pk).update(title=f"Title {round_} of {number}")
        collection.access = "none" if round_ % 2 else "full"
        collection.save()
        time.sleep(0.15 * round_)
        writer.end()
        kills += 1
        writer.start()
    assert all_applied()
    assert kills == 4
    drift = measure()
    assert drift.examined >= 5
    assert drift.triples == 0, drift.examples
    assert writer.end(signal.SIGTERM) == 0
    before = set(seen(Path(settings.RDF_DIR)).splitlines())
    assert len(before) > 50
    call_command("rdf_rebuild")
    assert set(seen(Path(settings.RDF_DIR)).splitlines()) == before
    writer.start()


def test_a_changed_title_is_in_sparql_within_a_second(
    writer: WriterProcess, client: Client
) -> None:
    """P-6, issue 2: another process writes, this one asks."""
    item = make_item(code="FRESH", title="Before")
    writer.start()
    assert all_applied()
    query = "SELECT ?t { <http://localhost:8000/items/FRESH> <http://purl.org/dc/terms/title> ?t }"
    assert b"Before" in client.get("/sparql", {"query": query}).content
    waits = []
    for number in range(5):
        title = f"After {number}"
        Item.objects.filter(pk=item.pk).update(title=title)
        began = time.monotonic()
        while title.encode() not in client.get("/sparql", {"query": query}).content:
            assert time.monotonic() - began < 10
            time.sleep(0.01)
        waits.append(time.monotonic() - began)
    assert sorted(waits)[len(waits) // 2] < 1.0, waits


def test_from_a_number_to_its_origin_and_back(writer: WriterProcess, client: Client) -> None:
    """Design section 1, promise 4: every number can be explained."""
    item = make_item(code="EXPLAINED", title="A song")
    result = make_result(item, value=-18.25)
    run = result.computation.wanted_by.get().run_item.run
    writer.start()
    assert all_applied()
    query = (ROOT / "tests/ontology/provenance.rq").read_text(encoding="utf-8")
    answer = client.get("/sparql", {"query": query}, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.content
    found = [
        {name: value["value"] for name, value in row.items()}
        for row in json.loads(answer.content)["results"]["bindings"]
    ]
    (number,) = [row for row in found if row["name"] == "integrated"]
    assert float(number["value"]) == -18.25
    assert number["unit"] == "LUFS"
    assert (number["processor"], number["version"]) == ("loudness", "1.0.0")
    assert json.loads(number["parameters"]) == {"gate": -70.0, "name": "é"}
    assert number["sha256"] == result.computation.file.sha256
    assert number["run"].endswith(str(run.pk))
    assert number["back"] == f"http://localhost:8000/results/{result.pk}#integrated"


def test_the_running_writer_rebuilds_when_asked(writer: WriterProcess, settings: Settings) -> None:
    make_item(code="REBUILT")
    writer.start()
    assert all_applied()
    with (
        pytest.raises(StoreBusy, match="One writer is enough"),
        LiveStore(Path(settings.RDF_DIR), "http://localhost:8000/graphs/public"),
    ):
        pass
    call_command("rdf_rebuild", timeout=30)
    assert measure().triples == 0
    call_command("rdf_check")


def test_a_stranger_in_the_store_fails_the_check(
    own_database: str, settings: Settings, rdf_dir: Path
) -> None:
    make_item(code="CHECKED")
    with LiveStore(rdf_dir, "http://localhost:8000/graphs/public") as store:
        Projector(store).refill()
        call_command("rdf_check")
        Item.objects.filter(code="CHECKED").update(title="Unseen")
        with pytest.raises(SystemExit):
            call_command("rdf_check", wait=0.0)


def test_an_idle_writer_asks_the_database_nothing(writer: WriterProcess) -> None:
    """D-19: woken, never polling."""
    make_item()
    writer.start()
    assert all_applied()
    time.sleep(6.5)  # the one catch-up after the last wake-up is over

    def last_statement() -> object:
        """The last moment at which any other connection asked for anything."""
        with connections["default"].cursor() as cursor:
            cursor.execute(
                "SELECT max(query_start), count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
            return cursor.fetchone()

    before = last_statement()
    time.sleep(4)
    assert last_statement() == before
    make_item()
    assert all_applied()
    assert last_statement() != before, "its statements do not show: this tests nothing"


CHANGE = """mutation($i: %sInput!) { done: %s(input: $i) {
__typename ... on %sPayload { %s } } }"""


@pytest.mark.parametrize("is_announced", [True, False], ids=["announced", "silent"])
def test_a_withdrawal_is_gone_from_sparql_and_documents_when_its_mutation_answers(
    writer: WriterProcess, client: Client, *, is_announced: bool
) -> None:
    """Design section 5: what was public and is withdrawn is gone before the mutation answers."""
    item = make_item(code="SHOWN", title="Leaves the house")
    beside = make_item(code="BESIDE", title="Stays", collection=item.collection)
    writer.start()
    assert all_applied()
    every = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(CONTAINS(STR(?s), '/%s') || CONTAINS(STR(?o), %s)) }"

    def mentions(code: str, title: str) -> int:
        query = every % (code, f"'{title}'")
        answer = client.get("/sparql", {"query": query}, headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.content
        return len(json.loads(answer.content)["results"]["bindings"])

    def document(code: str) -> int:
        return client.get(f"/items/{code}.ttl").status_code

    def change(mutation: str, asked: str, **given: object) -> dict[str, object]:
        name = mutation[0].upper() + mutation[1:]
        answer = data_of(
            CHANGE % (name, mutation, name, asked),
            actor=STAFF,
            i={"id": global_id("item", item.pk), **given},
        )
        done: dict[str, object] = answer["done"]
        assert done["__typename"] == f"{name}Payload", done
        return done

    assert mentions("SHOWN", item.title) > 5
    for _ in range(2):  # and once more after it has come back
        assert document("SHOWN") == 200
        done = change(
            "withdrawRecord", "isGoneEverywhere", isAnnounced=is_announced, reason="asked for"
        )
        assert done["isGoneEverywhere"] is True
        assert mentions("SHOWN", item.title) == 0
        assert document("SHOWN") == (410 if is_announced else 404)
        assert mentions("BESIDE", beside.title) > 5, "nothing else may go with it"

        change("publishRecord", "record { iri }")
        assert all_applied()
        assert mentions("SHOWN", item.title) > 5
    assert document("SHOWN") == 200
    assert measure().triples == 0
