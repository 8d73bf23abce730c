"""Controls of the fill walk, the mutation walk and the conflicts: without the guard, red."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

from archive.access import Actor
from archive.models import Collection
from archive.services import editing
from tests.factories import make_item
from tests.graphql_api.filling import walk as walk_fields
from tests.graphql_api.test_conflicts import save, saved_by_two
from tests.graphql_api.test_mutation_walk import walk
from tests.graphql_api.walks import object_types
from tests.graphql_api.worked_examples import EXAMPLES, Walked
from tests.whole_archive import whole

SOME = ("createPlace", "updatePlace", "createHolder", "createFonds", "updateFonds", "updateItem")


@pytest.fixture
def walked(own_database: str) -> Walked:
    it = whole()
    return Walked(it, Actor(user_id=it.curator.pk, is_member=True, is_staff=True))


def test_a_field_that_never_says_anything_is_found(walked: Walked) -> None:
    """Without values in one column, the walk names its field."""
    Collection.objects.update(booklet_author="")
    only = {"Query.collection": 'code: "C"'}
    left_out = frozenset(of.name for of in object_types() if of.name != "Collection")
    found = walk_fields(walked.curator, only, left_out)
    print(f"{found.examined} fields examined")
    assert "Collection.bookletAuthor" in found.empty
    assert "Collection.publisherSerial" in found.filled
    assert found.examined >= 30


def test_a_mutation_without_history_or_event_is_found(walked: Walked) -> None:
    """Without triggers, nothing is written down and nobody is told."""
    with connection.cursor() as cursor:
        for table in ("place", "fonds", "item"):
            cursor.execute(f"ALTER TABLE archive_{table} DISABLE TRIGGER USER")
    traces = walk(walked, {name: EXAMPLES[name] for name in SOME})
    print(f"{len(SOME)} mutations examined")
    assert traces.refused == {}
    assert traces.without_history >= {"updateFonds", "updateItem"}
    assert traces.without_event >= {"createFonds", "updateFonds", "updateItem"}


def test_a_mutation_that_nobody_signed_is_found(
    walked: Walked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `changing`, the history knows no author."""

    @contextmanager
    def unsigned(*_: Any, **__: Any) -> Iterator[None]:
        with transaction.atomic():
            yield

    monkeypatch.setattr(editing, "changing", unsigned)
    traces = walk(walked, {name: EXAMPLES[name] for name in SOME})
    assert traces.unsigned == set(SOME)


def test_a_refused_mutation_is_found(walked: Walked) -> None:
    traces = walk(walked, {"createFonds": lambda _: {"code": "F", "title": "Taken"}})
    assert set(traces.refused) == {"createFonds"}


def test_without_the_version_the_second_writes_over_the_first(
    own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The conflict comes of comparing versions, and of nothing else."""
    make_item(code="X_1", title="Before")

    class Never(int):
        def __ne__(self, other: object) -> bool:
            return False

    real = editing.edited

    def without(*given: Any, if_version: int | None = None, **more: Any) -> Any:
        return real(*given, if_version=None if if_version is None else Never(if_version), **more)

    monkeypatch.setattr("archive.services.describe.edited", without)
    told = saved_by_two(
        lambda: save("X_1", title="First"), lambda: save("X_1", title="Second", ifVersion=1)
    )
    assert told["__typename"] == "UpdateItemPayload"
