"""A count in two halves is the count of the list, for whoever asks (issue 4, its numbers)."""

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from archive import counting
from archive.access import PUBLIC, Act, Actor
from archive.actors import actor_of_user
from archive.identifiers import new_id
from archive.models import (
    Editor,
    EditorCollection,
    EditorGroup,
    Grant,
    Item,
    Protocol,
    ProtocolInSet,
    ProtocolMember,
    ProtocolSet,
)
from tests.factories import make_collection, make_item, make_user

pytestmark = pytest.mark.django_db


def world() -> None:
    protocol = Protocol.objects.create(slug="named", name="N", admits="named", withholds="record")
    under = ProtocolSet.objects.create(pk=new_id(), combine="all")
    ProtocolInSet.objects.create(protocol_set=under, protocol=protocol)
    for n in range(3):
        collection = make_collection(code=f"C_{n}", protocol_set=under if n == 2 else None)
        for m, access in enumerate(("none", "metadata", "full", None, "none")):
            make_item(collection=collection, code=f"C_{n}_{m}", access=access)
        make_item(collection=collection, code=f"C_{n}_draft", state="draft")
        make_item(collection=collection, code=f"C_{n}_kept", protocol_set=under)


def who() -> dict[str, Actor]:
    """Return who may ask: by each reason for which somebody finds more than a visitor."""
    granted, named, editor, all_of_it = (make_user(f"counts-{n}") for n in range(4))
    group = EditorGroup.objects.create(slug="counts", name="E")
    EditorCollection.objects.create(
        group=group, collection=Item.objects.get(code="C_1_0").collection
    )
    for user in (granted, all_of_it):
        Grant.objects.create(user=user, item=Item.objects.get(code="C_0_0"), gives="read")
        Grant.objects.create(
            user=user, collection=Item.objects.get(code="C_1_0").collection, gives="read"
        )
    for user in (named, all_of_it):
        ProtocolMember.objects.create(protocol=Protocol.objects.get(), user=user)
    for user in (editor, all_of_it):
        Editor.objects.create(group=group, user=user)
    people = {"granted": granted, "named": named, "editor": editor, "all": all_of_it}
    found = {name: actor_of_user(user) for name, user in people.items()}
    return {**found, "public": PUBLIC, "nobody": Actor(user_id=make_user("nobody").pk)}


def test_a_count_is_as_long_as_its_list() -> None:
    world()
    public = Item.objects.visible_to(PUBLIC).count()
    for name, actor in who().items():
        rows = Item.objects.visible_to(actor)
        lists = {
            "all": rows,
            "narrowed": rows.filter(Q(code__contains="_1") | Q(access="none")),
            "excluded": rows.exclude(code__startswith="C_1"),
            "joined": rows.filter(collection__code="C_1"),
            "distinct": rows.filter(collection__items__access="none").distinct(),
            "asked twice": rows.visible_to(actor),
            "of two": rows.filter(access="none") | rows.filter(access="full"),
            "some": rows[2:9],
            "none": rows.none(),
            "annotated": rows.allowing(actor, Act.READ).order_by("title"),
        }
        for told, each in lists.items():
            assert each.count() == len(list(each)), f"{name}: {told}"
        collections = rows.values_list("collection", flat=True).distinct()
        assert collections.count() == len(set(collections))
        more = rows.count() - public
        assert (more > 0) == (name not in {"public", "nobody"}), name


def test_the_halves_have_no_row_in_common() -> None:
    world()
    actor = who()["granted"]
    rows = Item.objects.visible_to(actor)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert rows.count() == len(list(rows)) > Item.objects.visible_to(PUBLIC).count()
    assert len(asked) == len(("open to all", "besides", "the list", "a visitor's"))
    halves = counting.halves_of(rows.query)
    assert halves is not None
    opened, closed = ({row[0] for row in _rows(each)} for each in halves)
    assert opened
    assert closed
    assert not opened & closed
    assert closed == {*rows.filter(is_open_to_all=False).values_list("pk", flat=True)}


def test_who_finds_no_more_is_counted_at_once() -> None:
    world()
    for actor in (PUBLIC, Actor(is_member=True, is_staff=True, user_id=make_user().pk)):
        assert counting.halves_of(Item.objects.visible_to(actor).query) is None


def _rows(query: object) -> list[tuple[object, ...]]:
    part = query.chain()  # type: ignore[attr-defined]
    part.clear_select_clause()
    part.add_fields(["pk"])
    sql, given = part.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
