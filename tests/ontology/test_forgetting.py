"""What was erased is in no file of the store, nor in a generation that somebody keeps open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.access import Actor
from archive.models import Erasure
from archive.services import erasure
from ontology import generations, iris, sync
from ontology.forgetting import has_forgotten
from ontology.sparql.pool import Bounds, Pool
from ontology.sparql.worker import LOOKS_EVERY_S, Request
from ontology.store import LiveStore
from ontology.sync import Projector
from tests.factories import make_item, make_user
from tests.processes import wait_until

TITLE = "A title that is to be forgotten"


@pytest.fixture
def projector(own_database: str, rdf_dir: Path) -> Iterator[Projector]:
    with LiveStore(rdf_dir, iris.public_graph()) as store:
        projector = Projector(store)
        projector.refill()
        yield projector


def person(name: str) -> Actor:
    return Actor(user_id=make_user(name, is_staff=True).pk, is_member=True, is_staff=True)


def erase_one(projector: Projector) -> Erasure:
    item = make_item(title=TITLE)
    catch_up(projector)
    asked = erasure.ask("item", item.pk, actor=person("anna"), reason="Her family asked.")
    return erasure.confirm(asked.pk, actor=person("ben"))


def catch_up(projector: Projector) -> None:
    while projector.step().events:
        pass


def holding(folder: Path) -> list[str]:
    said = TITLE.encode()
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and said in path.read_bytes()
    ]


def test_the_store_is_written_anew_and_its_older_generations_go(
    projector: Projector, rdf_dir: Path
) -> None:
    done = erase_one(projector)
    assert holding(rdf_dir) != [], "it was there, in files"
    assert "SPARQL" in done.catching_up
    erasure.finish()
    done.refresh_from_db()
    assert "SPARQL" in done.catching_up, "the writer has not heard of it yet"
    catch_up(projector)
    projector.tidy()
    assert holding(rdf_dir) == []
    erasure.finish()
    done.refresh_from_db()
    assert done.catching_up == []


def test_a_writer_that_was_killed_forgets_when_it_is_back(
    own_database: str, rdf_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LiveStore(rdf_dir, iris.public_graph()) as store:
        projector = Projector(store)
        projector.refill()
        erase_one(projector)
        with monkeypatch.context() as killed:
            killed.setattr(sync, "note_forgotten", _die)
            with pytest.raises(SystemExit):
                catch_up(projector)
        position = projector.position
        assert not has_forgotten(rdf_dir, position)
    (rdf_dir / "old").mkdir()
    (rdf_dir / "old" / "left.sst").write_text(TITLE)
    with LiveStore(rdf_dir, iris.public_graph()) as store:
        again = Projector(store)
        assert not again.needs_refill()
        catch_up(again)
        again.tidy()
    assert has_forgotten(rdf_dir, position)
    assert holding(rdf_dir) == []


def _die(*_: object) -> None:
    raise SystemExit


def test_a_query_process_that_nobody_asks_lets_go_of_an_old_generation(
    projector: Projector, rdf_dir: Path
) -> None:
    pool = Pool(rdf_dir, iris.public_graph(), Bounds(workers=1))
    try:
        item = make_item(title=TITLE)
        catch_up(projector)
        head, body = pool.ask(
            Request("SELECT * { ?s ?p ?o }", "application/sparql-results+json", None)
        )
        assert TITLE in body.decode()
        held = rdf_dir / "generations" / head.generation
        asked = erasure.ask("item", item.pk, actor=person("anna"), reason="Her family asked.")
        erasure.confirm(asked.pk, actor=person("ben"))
        catch_up(projector)
        assert held.is_dir(), "a process reads it"

        def is_gone() -> bool:
            generations.remove_old(rdf_dir)
            return not held.is_dir()

        wait_until(is_gone, within_s=3 * LOOKS_EVERY_S, what="the old generation goes")
        assert holding(rdf_dir) == []
    finally:
        pool.close()
