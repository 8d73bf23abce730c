"""Walks over the schema: lists are bounded, and statements do not grow with rows (G-02, G-27).

The questions are made from the schema, so a field that comes later is asked as well. The controls
stand in tests/controls/test_graphql_walks.py.
"""

from itertools import islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import GraphQLSchema

from graphql_api.paging import MAXIMUM
from tests.factories import STAFF
from tests.graphql_api.asking import ask, data_of
from tests.graphql_api.walks import SCHEMA, is_connection, is_list, object_types, questions
from tests.graphql_api.world import World, many_of_one

pytestmark = pytest.mark.django_db

#: Lists whose length the house itself decides, not what has been collected.
OF_THE_HOUSE = {
    "Item.exports",  # as many as there are formats
    "Result.exports",
    "Item.downloads",
    "Query.remoteProviders",
    "RemoteProvider.hosts",
    "Query.processors",
    "Query.processorFailures",
    "Query.presets",
    "Processor.models",  # those it works with
    "Processor.outputs",
    "Preset.nodes",
    "Query.staleProcessors",  # MOST
    "ResultChange.outputs",  # as many as its processor provides
    "Query.experiences",  # MOST
    "Experience.nodes",  # MOST_NODES
    "Experience.steps",  # MOST_STEPS
    "Recipe.nodes",
    "Run.nodes",
    "Run.standing",  # one for each status
    "RunItem.earlier",  # MOST_EARLIER
    "RunEstimate.processors",  # MOST_NODES
    "TileSet.levels",
    "ImportTrackPayload.problems",  # MOST_PROBLEMS lines of a file
    "BadCues.problems",
    "ApiToken.scopes",  # a closed set
    "Query.nodes",  # as long as the list of ids that is sent, 100 at most
}
#: Fields that ask once for each kind of record on the page, of which there are few.
BY_KIND = {"journal.nodes.kinds", "journal.nodes.records"}
EXAMINED_AT_LEAST = 200


def statements(question: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = ask(question, actor=STAFF)
    assert not answer.errors, (question, answer.errors)
    return len(captured)


def counts(every: int = 1) -> dict[str, int]:
    """Return how many statements each question takes, or each third, fifth, ... of them."""
    asked = islice(questions(), None, None, every)
    return {str(question): statements(question.text) for question in asked}


def test_each_field_takes_as_many_statements_for_8_rows_as_for_2() -> None:
    world = World().grow_to(2)
    of_two = counts()
    world.grow_to(8)
    of_eight = counts()

    grown = {
        name: (of_two[name], of_eight[name])
        for name in of_two
        if of_two[name] != of_eight[name] and name not in BY_KIND
    }

    print(f"{len(of_two)} fields examined, at most {max(of_eight.values())} statements")
    assert not grown
    assert max(of_eight[name] for name in BY_KIND) <= 20
    assert len(of_two) >= EXAMINED_AT_LEAST


def unbounded_fields(of_schema: GraphQLSchema = SCHEMA) -> tuple[list[str], int]:
    """Return the lists that name no page, and how many lists there are."""
    missing, examined = [], 0
    for of in object_types(of_schema):
        for name, definition in of.fields.items():
            inside_a_page = of.name.endswith("Connection")
            if inside_a_page or not (is_list(definition) or is_connection(definition)):
                continue
            examined += 1
            field = f"{of.name}.{name}"
            path = field.endswith(".path")  # of an error: as deep as the input
            if "first" not in definition.args and field not in OF_THE_HOUSE and not path:
                missing.append(field)
    return missing, examined


def test_every_list_of_the_schema_takes_a_page() -> None:
    missing, examined = unbounded_fields()

    print(f"{examined} lists examined")
    assert not missing
    assert examined >= 100


def lengths(value: object) -> list[int]:
    if isinstance(value, dict):
        return [length for inner in value.values() for length in lengths(inner)]
    if isinstance(value, list):
        return [len(value), *(length for inner in value for length in lengths(inner))]
    return []


def test_no_list_without_arguments_is_longer_than_a_page() -> None:
    world = World().grow_to(1)
    item = world.items[0]
    many_of_one(item, MAXIMUM + 10)
    pages = [
        "{ %s { nodes { id } } }" % name  # noqa: UP031 (braces are GraphQL's)
        for name in ("items", "collections", "places", "instruments", "agents", "populations")
    ]
    owned = [
        "query($c: String!) { item(code: $c) { %s } }" % asked  # noqa: UP031
        for asked in (
            "performances { count }",
            "populations { slug }",
            "languages { slug }",
            "agents { role }",
            "parts { position }",
            "place { names { name } items { nodes { code } } }",
            "results { name }",
            "performances { instrument { vernacularNames { name } } }",
        )
    ]
    longest = [
        *(max(lengths(data_of(page, actor=STAFF))) for page in pages),
        *(max(lengths(data_of(question, actor=STAFF, c=item.code))) for question in owned),
    ]

    assert max(longest) <= MAXIMUM
    assert sum(length >= 20 for length in longest) >= 10, longest  # the walk bites: pages are full


def test_a_page_larger_than_the_largest_is_refused() -> None:
    for field in ("items", "places", "runs"):
        assert ask(f"{{ {field}(first: {MAXIMUM + 1}) {{ nodes {{ id }} }} }}").codes == [
            "BAD_INPUT"
        ]
