"""The schema as a contract (G-01, G-22, G-23)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    specified_scalar_types,
)

from archive.models import Item
from graphql_api.queries.node import READERS, RESOURCES
from graphql_api.schema import schema
from graphql_api.types.result import Result
from tests.factories import make_item
from tests.graphql_api.asking import data_of

SCHEMA = schema._schema
COMMITTED = Path(__file__).parents[2] / "graphql_api" / "schema.graphql"


def described() -> Iterator[tuple[str, str, str | None]]:
    """Yield where it stands, name and description of everything that a client can name."""
    for name, of in SCHEMA.type_map.items():
        if name.startswith("__") or name in specified_scalar_types:
            continue
        yield name, name, of.description
        if isinstance(of, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in of.fields.items():
                yield f"{name}.{field_name}", field_name, field.description
                for argument, given in field.args.items():
                    yield f"{name}.{field_name}({argument})", argument, given.description
        elif isinstance(of, GraphQLInputObjectType):
            for field_name, input_field in of.fields.items():
                yield f"{name}.{field_name}", field_name, input_field.description
        elif isinstance(of, GraphQLEnumType):
            for value, definition in of.values.items():
                yield f"{name}.{value}", value, definition.description


def says_nothing_new(name: str, description: str | None) -> bool:
    """Whether a description is missing, or says no more than the name."""
    own = {word.lower() for word in re.findall(r"[A-Za-z][a-z]*", name)} | {name.lower()}
    said = [word.lower() for word in re.findall(r"[A-Za-z]+", description or "")]
    small = {"a", "an", "the", "of", "to", "is", "it", "its", "this", "that", "and", "or"}
    return len([word for word in said if word not in own | small]) < 2


def test_every_name_is_described_by_more_than_itself() -> None:
    everything = list(described())
    silent = [where for where, name, text in everything if says_nothing_new(name, text)]

    print(f"{len(everything)} descriptions examined")
    assert not silent
    assert len(everything) >= 500


def test_an_echo_is_no_description() -> None:
    """Control: the check above bites."""
    assert says_nothing_new("title", "The title.")
    assert says_nothing_new("startRun", None)
    assert not says_nothing_new("title", "What stands on the box.")


def test_the_committed_schema_is_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("export_schema", "graphql_api.schema:schema")
    exported = capsys.readouterr().out
    assert exported.strip() == COMMITTED.read_text(encoding="utf-8").strip()


def test_every_node_type_knows_its_id_without_looking_for_it() -> None:
    """Spec fact 2: without `_id_attr`, each id of each row parses all annotations anew."""
    nodes = [
        of.name
        for of in SCHEMA.type_map.values()
        if isinstance(of, GraphQLObjectType) and any(i.name == "Node" for i in of.interfaces)
    ]
    assert sorted(nodes) == sorted(READERS)
    assert {of._id_attr for of in RESOURCES} == {"id"}
    assert Result._id_attr == "key"


@pytest.mark.django_db
def test_ids_survive_renaming() -> None:
    item = make_item(code="OLD_1")
    text = "query($c: String!) { item(code: $c) { id iri } }"
    before = data_of(text, c="OLD_1")["item"]
    Item.objects.filter(pk=item.pk).update(code="NEW_1")
    after = data_of(text, c="NEW_1")["item"]
    assert before["id"] == after["id"]
    assert before["iri"] != after["iri"]
    by_id = data_of("query($i: ID!) { node(id: $i) { ... on Item { code } } }", i=before["id"])
    assert by_id["node"] == {"code": "NEW_1"}
