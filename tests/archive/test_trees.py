"""The closure is always what the edges say, whoever wrote them and in whatever order."""

import threading
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.models import (
    Instrument,
    InstrumentClosure,
    InstrumentEdge,
    Item,
    Place,
    PlaceClosure,
    PlaceEdge,
)
from tests.factories import make_instrument, make_item, make_place

KINDS = [
    pytest.param(Place, PlaceEdge, PlaceClosure, id="place"),
    pytest.param(Instrument, InstrumentEdge, InstrumentClosure, id="instrument"),
]


def closure(model: Any) -> set[tuple[object, object]]:
    return set(model.objects.values_list("ancestor_id", "descendant_id"))


def expected(nodes: Any, edges: Any) -> set[tuple[object, object]]:
    """Work the closure out from the edges alone."""
    found = {(pk, pk) for pk in nodes.objects.values_list("pk", flat=True)}
    links = set(edges.objects.values_list("parent_id", "child_id"))
    while True:
        more = {(a, child) for a, parent in found for p, child in links if p == parent} - found
        if not more:
            return found
        found |= more


def check_constraints_now() -> None:
    """Foreign keys are checked at commit; a test that is rolled back would never see them fail."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.django_db
@pytest.mark.parametrize(("nodes", "edges", "closures"), KINDS)
@given(
    steps=st.lists(
        st.tuples(st.booleans(), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=25
    )
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_edges_come_and_go_the_closure_follows(
    nodes: Any, edges: Any, closures: Any, steps: list[tuple[bool, int, int]]
) -> None:
    """Several parents, diamonds, rings refused: against the closure worked out by hand."""
    with transaction.atomic():
        made = [nodes.objects.create(slug=f"n{n}", name="n") for n in range(6)]
        for is_added, parent, child in steps:
            pair = {"parent": made[parent], "child": made[child]}
            if not is_added:
                edges.objects.filter(**pair).delete()
                continue
            closes_a_ring = (made[child].pk, made[parent].pk) in expected(nodes, edges)
            is_double = edges.objects.filter(**pair).exists()
            try:
                with transaction.atomic():
                    edges.objects.create(**pair)
            except IntegrityError:
                assert closes_a_ring or is_double
            else:
                assert not closes_a_ring
        assert closure(closures) == expected(nodes, edges)
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize(("nodes", "edges", "closures"), KINDS)
@pytest.mark.parametrize("gone", ["root", "left", "right", "leaf"])
def test_a_node_that_is_deleted_takes_its_edges_along(
    nodes: Any, edges: Any, closures: Any, gone: str
) -> None:
    made = {name: nodes.objects.create(slug=name, name=name) for name in _DIAMOND}
    for parent, child in (("root", "left"), ("root", "right"), ("left", "leaf"), ("right", "leaf")):
        edges.objects.create(parent=made[parent], child=made[child])
    nodes.objects.filter(pk=made[gone].pk).delete()
    check_constraints_now()
    assert closure(closures) == expected(nodes, edges)
    assert len(closure(closures)) >= 3


_DIAMOND = ("root", "left", "right", "leaf")


@pytest.mark.django_db
def test_many_edges_in_one_statement_are_as_good_as_one_by_one() -> None:
    places = Place.objects.bulk_create(Place(slug=f"p{n}", name="p") for n in range(30))
    PlaceEdge.objects.bulk_create(
        PlaceEdge(parent=places[n // 2], child=places[n]) for n in range(29, 0, -1)
    )
    assert closure(PlaceClosure) == expected(Place, PlaceEdge)
    PlaceEdge.objects.filter(parent__in=places[1:4]).delete()
    assert closure(PlaceClosure) == expected(Place, PlaceEdge)


@pytest.mark.django_db
def test_an_edge_does_not_change_its_ends() -> None:
    africa, mali = make_place("Africa"), make_place("Mali")
    edge = PlaceEdge.objects.create(parent=africa, child=mali)
    with pytest.raises(DatabaseError), transaction.atomic():
        PlaceEdge.objects.filter(pk=edge.pk).update(parent=make_place("Asia"))


@pytest.mark.django_db
def test_items_of_a_place_are_those_of_the_places_in_it_once_each() -> None:
    africa = make_place("Africa")
    west, sahel = make_place("West", parents=[africa]), make_place("Sahel", parents=[africa])
    mali = make_place("Mali", parents=[west, sahel])
    item = make_item(place=mali)
    make_item(place=make_place("Asia"))
    assert list(Item.objects.within(africa.pk)) == [item]


@pytest.mark.usefixtures("own_database")
def test_two_edges_written_at_once_cannot_close_a_ring_together() -> None:
    made = [Place.objects.create(slug=f"p{n}", name="p") for n in range(4)]
    together = threading.Barrier(4)
    refused: list[Exception] = []

    def write(parent: int, child: int) -> None:
        try:
            with transaction.atomic():
                together.wait(10)
                PlaceEdge.objects.create(parent=made[parent], child=made[child])
        except IntegrityError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(n, (n + 1) % 4)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(refused) == 1
    assert "its own ancestor" in str(refused[0])
    assert PlaceEdge.objects.count() == 3
    assert closure(PlaceClosure) == expected(Place, PlaceEdge)


@pytest.mark.django_db
def test_the_closure_of_a_large_tree_is_not_made_anew_for_one_edge() -> None:
    """Cutting off one leaf of 2,000 places reads the leaf, not the tree."""
    places = Place.objects.bulk_create(Place(slug=f"p{n}", name="p") for n in range(2_000))
    PlaceEdge.objects.bulk_create(
        PlaceEdge(parent=places[n // 10], child=places[n]) for n in range(1, 2_000)
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '1s'")
        for n in range(1_900, 2_000):
            cursor.execute("DELETE FROM archive_placeedge WHERE child_id = %s", [places[n].pk])
        # What is checked when the test ends is checked at the pace of the machine.
        cursor.execute("SET LOCAL statement_timeout = DEFAULT")
    assert PlaceClosure.objects.filter(descendant=places[1_999]).count() == 1
    assert make_instrument().ancestor_links.count() == 1
