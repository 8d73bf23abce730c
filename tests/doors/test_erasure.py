"""What is erased is in no table, no file and no triple any more; all places are looked into.

The controls stand in tests/controls/test_erasure.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from archive.access import Actor
from archive.models import Agent, Collection, Erasure, Item
from archive.services import erasure
from ontology import iris
from ontology.store import LiveStore
from ontology.sync import Projector
from tests.doors.erased import Canaries, heard, places, plant_agent, plant_item, sing
from tests.factories import make_item, make_user
from tests.whole_archive import Whole, whole

#: Fewer places, or fewer columns that sing, and the test looks at less than it says.
PLACES_AT_LEAST = 100
COLUMNS_AT_LEAST = 100
TABLES_WITH_CANARIES = 20


@dataclass
class Scene:
    """An archive in which something is erased, and where everything of it lies."""

    whole: Whole
    item: Item
    anna: Actor
    ben: Actor
    canaries: Canaries
    projector: Projector
    store: Path
    rdf: Path
    columns: int

    def found(self) -> tuple[dict[str, set[int]], int]:
        """Return which canaries are where, and how many places were looked into."""
        examined, found = 0, {}
        for place, data in places(self.store, self.rdf):
            examined += 1
            if said := heard(data):
                found[place] = said
        examined += 1
        if said := heard(self.triples()):
            found["triples"] = said
        return found, examined

    def triples(self) -> bytes:
        return "\n".join(str(quad) for quad in self.projector.store.store).encode()

    def catch_up(self) -> None:
        while self.projector.step().events:
            pass
        self.projector.tidy()

    def erase(self, kind: str, key: object, *, is_announced: bool = False) -> Erasure:
        """Let one ask and the other confirm, and all processes do their work."""
        asked = erasure.ask(
            kind, key, actor=self.anna, reason="Her family asked.", is_announced=is_announced  # type: ignore[arg-type]  # a uuid
        )  # fmt: skip
        erasure.confirm(asked.pk, actor=self.ben)
        self.catch_up()
        erasure.finish()
        asked.refresh_from_db()
        return asked


@pytest.fixture
def scene(own_database: str, store: Path, settings: Settings, tmp_path: Path) -> Iterator[Scene]:
    settings.RDF_DIR = tmp_path / "rdf"
    it = whole()
    item, canaries, room = it.item, Canaries(), tmp_path / "room"
    room.mkdir()
    columns = plant_item(item, it.curator, canaries, room)
    anna, ben = (
        Actor(user_id=make_user(name, is_staff=True).pk, is_member=True, is_staff=True)
        for name in ("anna", "ben")
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # so that the planner's samples quote titles
    with LiveStore(settings.RDF_DIR, iris.public_graph()) as live:
        projector = Projector(live)
        projector.refill()
        yield Scene(
            it, item, anna, ben, canaries, projector, store, settings.RDF_DIR, columns
        )  # fmt: skip


def test_nothing_is_left_of_an_erased_item(scene: Scene) -> None:
    before, _ = scene.found()
    done = scene.erase("item", scene.item.pk)
    after, examined = scene.found()
    tables = [place for place in before if place.startswith("table ")]
    files = [place for place in before if place.startswith("file store")]
    print(
        f"{examined} places examined; before: {scene.columns} columns sang in {len(tables)} tables "
        f"and {len(files)} files"
    )
    assert {place: scene.canaries.where(said) for place, said in after.items()} == {}
    assert done.catching_up == []
    assert examined >= PLACES_AT_LEAST
    assert scene.columns >= COLUMNS_AT_LEAST
    assert len(tables) >= TABLES_WITH_CANARIES
    assert len(files) >= 6
    assert {"triples", "samples of the planner"} <= set(before)
    assert not Item._base_manager.filter(pk=scene.item.pk).exists()


def test_nothing_is_left_of_an_erased_collection_and_its_items(scene: Scene) -> None:
    key = scene.item.collection_id
    rows = {"Collection": Collection.objects.filter(pk=key)}
    for related in ("identifiers", "related_media", "extra_values", "grants"):
        rows[related] = getattr(Collection.objects.get(pk=key), related).all()
    sing(rows, scene.canaries, scene.anna)
    scene.erase("collection", key)
    after, _ = scene.found()
    assert {place: scene.canaries.where(said) for place, said in after.items()} == {}
    assert not Item._base_manager.filter(collection=key).exists()


def test_nothing_is_left_of_an_erased_person_and_who_was_merged_into_them(scene: Scene) -> None:
    scene.erase("item", scene.item.pk)
    canaries = scene.canaries
    said = len(canaries.said)
    sung = make_item()
    agent = plant_agent(canaries, scene.anna, sung)
    scene.catch_up()
    before, _ = scene.found()
    assert "table archive_merge" in before
    assert len(canaries.said) >= said + 6
    scene.erase("agent", agent.pk)
    after, _ = scene.found()
    assert {place: canaries.where(said) for place, said in after.items()} == {}
    assert Item.objects.filter(pk=sung.pk).exists()
    assert not Agent.objects.filter(pk=agent.pk).exists()
