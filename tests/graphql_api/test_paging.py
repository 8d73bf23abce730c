"""Every connection is read backwards as it is forwards (G-02): `last` and `before`.

The lists are those of the schema, over a catalogue in which each holds something; what they hold
is compared place by place. The pure rules of a page are in `graphql_api.paging`.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.services.lifecycle import delete
from tests.factories import STAFF, make_collection, make_item
from tests.graphql_api.asking import ask, data_of
from tests.graphql_api.walks import paged_lists
from tests.graphql_api.world import World

pytestmark = pytest.mark.django_db

ENDS = "edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
LENGTH = 7


def pages(name: str, **arguments: Any) -> dict[str, Any]:
    given = ", ".join(f"{key}: {_written(value)}" for key, value in arguments.items())
    page: dict[str, Any] = data_of(f"{{ {name}({given}) {{ {ENDS} }} }}", actor=STAFF)[name]
    return page


def _written(value: Any) -> str:
    return str(value) if isinstance(value, int) or value.isupper() else f'"{value}"'


def cursors(page: dict[str, Any]) -> list[str]:
    return [edge["cursor"] for edge in page["edges"]]


@pytest.fixture
def items() -> None:
    """Items with equal and with missing values, for every order."""
    collection = make_collection()
    for n in range(LENGTH):
        make_item(
            title=f"Song {n % 3}",
            code=f"c-{n}" if n % 3 else None,
            recorded_from=("1960-01-01", "1950-05-05", None)[n % 3],
            recorded_to=("1960-01-01", "1950-05-05", None)[n % 3],
            collection=collection,
        )


ORDERS = ("CODE", "TITLE", "RECORDED", "RECORDED_LATEST", "NEWEST", "MODIFIED")


@given(
    order=st.sampled_from(ORDERS),
    size=st.integers(0, LENGTH + 1),
    after=st.none() | st.integers(0, LENGTH - 1),
    before=st.none() | st.integers(0, LENGTH - 1),
    backward=st.booleans(),
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_page_is_the_part_of_the_list_that_its_arguments_name(
    items: None, order: str, size: int, after: int | None, before: int | None, *, backward: bool
) -> None:
    whole = cursors(pages("items", first=100, order=order))
    assert len(whole) == LENGTH
    asked: dict[str, Any] = {"last" if backward else "first": size, "order": order}
    if after is not None:
        asked["after"] = whole[after]
    if before is not None:
        asked["before"] = whole[before]
    low, high = -1 if after is None else after, LENGTH if before is None else before
    between = whole[low + 1 : high]
    expected = between[max(0, len(between) - size) :] if backward else between[:size]

    page = pages("items", **asked)

    assert cursors(page) == expected
    info = page["pageInfo"]
    assert info["startCursor"] == (expected[0] if expected else None)
    assert info["endCursor"] == (expected[-1] if expected else None)
    cut = len(between) > size
    assert info["hasNextPage"] is (before is not None or (cut and not backward))
    assert info["hasPreviousPage"] is (after is not None or (cut and backward))


def lists_of(answer: object, at: tuple[object, ...] = ()) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield each place of an answer where the aliases stand, with what they gave."""
    if isinstance(answer, dict) and "forward" in answer:
        if answer["forward"] is None:  # of a number there are no spans
            return
        yield at, {alias: cursors(page) for alias, page in answer.items()}
    elif isinstance(answer, dict | list):
        pairs = answer.items() if isinstance(answer, dict) else enumerate(answer)
        for key, inner in pairs:
            yield from lists_of(inner, (*at, key))


def test_every_connection_of_the_schema_is_read_backwards() -> None:
    World().grow_to(3)
    walked, backed = [], []
    for paged in paged_lists():
        page = "{ edges { cursor } }"
        question = paged.asked(
            f"forward: NAME(first: 20) {page}",
            f"backward: NAME(last: 20) {page}",
            f"head: NAME(first: 1) {page}",
            f"tail: NAME(last: 1) {page}",
        )
        for place, seen in lists_of(data_of(question, actor=STAFF)):
            forward = seen["forward"]
            if len(forward) < 20:
                assert seen["backward"] == forward, str(paged)
                assert seen["tail"] == forward[-1:], str(paged)
            assert seen["head"] == forward[:1]
            if len(forward) < 2:
                continue
            before = paged.asked(
                f'forward: NAME(last: 1, before: "{forward[1]}") {page}',
                f'after: NAME(first: 1, after: "{forward[0]}") {page}',
            )
            (here,) = [there for at, there in lists_of(data_of(before, actor=STAFF)) if at == place]
            assert here["forward"] == forward[:1], str(paged)
            assert here["after"] == forward[1:2], str(paged)
            backed.append(str(paged))
            break
        walked.append(str(paged))
    print(f"{len(walked)} connections read, {len(set(backed))} of them by cursor")
    assert len(walked) >= 30
    assert len(set(backed)) >= 20


def test_the_bin_is_read_from_its_oldest_record() -> None:
    for _ in range(3):
        delete("item", record_id=make_item().pk, actor=STAFF)
    whole = cursors(pages("bin", first=100))
    assert len(whole) == 3
    assert cursors(pages("bin", last=100)) == whole
    assert cursors(pages("bin", last=1)) == whole[2:]
    assert cursors(pages("bin", last=2, before=whole[2])) == whole[:2]


def test_a_page_with_two_beginnings_is_refused() -> None:
    assert ask("{ items(first: 1, last: 1) { nodes { id } } }").codes == ["BAD_INPUT"]
    assert ask("{ items(last: 101) { nodes { id } } }").codes == ["BAD_INPUT"]
    assert ask("{ items(last: -1) { nodes { id } } }").codes == ["BAD_INPUT"]
    assert ask('{ items(last: 1, before: "x") { nodes { id } } }').codes == ["BAD_CURSOR"]


def test_a_page_from_the_end_costs_what_it_holds() -> None:
    asked = ask("{ items(last: 70) { nodes { collection { code } } } }")
    assert asked.extensions["cost"]["requested"] == 140
