"""The column that a visitor's list asks is what the rule would say, by whatever road it changes."""

import random
import time
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from django.db import connection, transaction

from archive.access import PUBLIC, Act, Actor, _described
from archive.events import Event
from archive.history import Change
from archive.identifiers import new_id
from archive.models import Collection, Item, Protocol, ProtocolInSet, ProtocolSet
from tests.factories import make_collection, make_item
from tests.graphql_api.test_conflicts import another_connection, waits_for_a_lock

STEPS = 400
SECONDS = 20
NOBODY = Actor(user_id=new_id())


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def wrong() -> set[str]:
    """Return the items of which the column says one thing and the rule's own questions another."""
    told = set(Item.objects.visible_to(PUBLIC).values_list("code", flat=True))
    asked = Item.objects.filter(_described(NOBODY, Act.FIND, "")).values_list("code", flat=True)
    return told ^ set(asked)


def make_set(*protocols: Protocol, combine: str = "all") -> ProtocolSet:
    found = ProtocolSet.objects.create(pk=new_id(), combine=combine)
    for each in protocols:
        ProtocolInSet.objects.create(protocol_set=found, protocol=each)
    return found


def world() -> None:
    protocols = [
        Protocol.objects.create(slug=f"p-{n}", name="P", admits=admits, withholds=withholds)
        for n, (admits, withholds) in enumerate(
            [("all", "record"), ("named", "record"), ("named", "sound"), ("community", "record")]
        )
    ]
    make_set(protocols[0])
    make_set(protocols[1], protocols[2])
    make_set(protocols[0], protocols[3], combine="any")
    for n in range(4):
        collection = make_collection(code=f"C_{n}")
        for m in range(5):
            make_item(collection=collection, code=f"C_{n}_{m}")


def steps(chance: random.Random) -> list[Callable[[], object]]:
    """Return every road by which what is open may change, each to something random."""

    def item() -> Item:
        return Item.objects.get(code=f"C_{chance.randrange(4)}_{chance.randrange(5)}")

    def collection() -> Collection:
        return Collection.objects.get(code=f"C_{chance.randrange(4)}")

    def protocol() -> Protocol:
        return Protocol.objects.get(slug=f"p-{chance.randrange(4)}")

    def a_set() -> object:
        return chance.choice([None, *ProtocolSet.objects.values_list("pk", flat=True)])

    def saved(row: Item | Collection | Protocol, **said: object) -> None:
        for name, value in said.items():
            setattr(row, name, value)
        row.save()

    state = ["draft", "published", "published", "withdrawn", "deleted"]
    levels = ["none", "metadata", "mixed", "full"]
    of_item = [None, "none", "metadata", "full"]
    return [
        lambda: saved(item(), access=chance.choice(of_item)),
        lambda: saved(item(), state=chance.choice(state)),
        lambda: saved(item(), protocol_set_id=a_set()),
        lambda: saved(item(), collection=collection()),
        lambda: saved(item(), is_open_to_all=chance.random() < 0.5),
        lambda: Item.objects.update(is_open_to_all=chance.random() < 0.5),
        lambda: Item.objects.filter(collection=collection()).update(access=chance.choice(of_item)),
        lambda: Item.objects.bulk_update(
            [Item(pk=item().pk, access=chance.choice(of_item))], ["access"]
        ),
        lambda: Item.objects.bulk_create(
            [Item(title="N", collection=collection(), is_open_to_all=True) for _ in range(2)]
        ),
        lambda: saved(collection(), access=chance.choice(levels)),
        lambda: saved(collection(), state=chance.choice(state)),
        lambda: Collection.objects.update(protocol_set=None),
        lambda: Collection.objects.filter(code=collection().code).update(protocol_set=a_set()),
        lambda: execute("UPDATE archive_collection SET access = 'full', state = 'published'"),
        lambda: execute("UPDATE archive_item SET access = NULL, protocol_set_id = NULL"),
        lambda: saved(protocol(), admits=chance.choice(["all", "named", "community"])),
        lambda: saved(protocol(), withholds=chance.choice(["record", "sound"])),
        lambda: ProtocolSet.objects.update(combine=chance.choice(["any", "all"])),
        lambda: ProtocolInSet.objects.filter(protocol=protocol()).delete(),
        lambda: ProtocolInSet.objects.get_or_create(
            protocol=protocol(), protocol_set=ProtocolSet.objects.order_by("?")[0]
        ),
    ]


@pytest.mark.django_db
def test_it_is_true_after_whatever_is_written() -> None:
    world()
    chance = random.Random(23)  # noqa: S311 (a repeatable order)
    roads = steps(chance)
    open_after = []
    for _ in range(STEPS):
        chance.choice(roads)()
        assert not wrong()
        open_after.append(Item.objects.filter(is_open_to_all=True).count())
    print(
        f"{STEPS} changes by {len(roads)} roads; from {min(open_after)} to {max(open_after)} open"
    )
    assert len(set(open_after)) > 10
    assert STEPS >= 400


@pytest.mark.django_db
def test_a_collection_that_closes_is_said_once_and_not_of_each_item() -> None:
    """No version of an item rises, nothing is told of it, and its history says nothing."""
    collection = make_collection(code="C_1")
    items = [make_item(collection=collection, code=f"C_1_{n}") for n in range(3)]
    before = Item.objects.values_list("version", "modified_at").order_by("code")
    versions = list(before)
    events = Event.objects.filter(subject_kind="item").count()
    changes = Change.objects.filter(table="archive_item").count()

    collection.access = "none"
    collection.save()

    assert not Item.objects.filter(is_open_to_all=True).exists()
    assert list(before.all()) == versions
    assert Event.objects.filter(subject_kind="item").count() == events
    assert Change.objects.filter(table="archive_item").count() == changes
    items[0].save()  # it still says that it is open to all, as when it was read
    items[0].refresh_from_db()
    assert (items[0].is_open_to_all, items[0].version) == (False, 1)


@pytest.mark.django_db
def test_who_finds_no_more_than_a_visitor_asks_nothing_more() -> None:
    member = Actor(user_id=new_id(), is_member=True, is_named=False)
    visitors = str(Item.objects.visible_to(PUBLIC).query)
    assert str(Item.objects.visible_to(member).query) == visitors
    assert "archive_collection" not in visitors
    assert "archive_collection" in str(Item.objects.visible_to(NOBODY).query)


def both_at_once(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Let the second begin while the first has not committed; it must wait."""
    with another_connection() as other:
        with transaction.atomic():
            first()
            told: Future[object] = other.submit(second)
            until = time.monotonic() + SECONDS
            while not waits_for_a_lock():
                assert time.monotonic() < until, "the second did not wait for the first"
                time.sleep(0.02)
        told.result(SECONDS)


def close_collection() -> None:
    Collection.objects.filter(code="C_0").update(access="none")


def close_protocol() -> None:
    Protocol.objects.filter(slug="p-0").update(admits="named")


def write_item() -> None:
    Item.objects.create(title="New", code="N", collection=Collection.objects.get(code="C_0"))


def put_under_protocol() -> None:
    under = ProtocolSet.objects.filter(protocols__slug="p-0", combine="all").get()
    Item.objects.filter(code="C_0_0").update(protocol_set=under)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (close_collection, write_item),
        (write_item, close_collection),
        (close_protocol, put_under_protocol),
        (put_under_protocol, close_protocol),
    ],
)
def test_who_opens_and_who_closes_at_once_wait_for_each_other(
    own_database: str, one: Callable[[], object], other: Callable[[], object]
) -> None:
    world()
    both_at_once(one, other)
    assert not wrong()
    assert not Item.objects.visible_to(PUBLIC).filter(code__in=["N", "C_0_0"]).exists()
