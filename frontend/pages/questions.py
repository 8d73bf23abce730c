"""The pages' own questions: the `.graphql` files of the Vue application, run in process.

A document is drawn from the same answer that the application then starts with. Questions are
found by the name of their operation, whatever file they stand in.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from graphql import (
    DefinitionNode,
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from archive.actors import actor_of
from graphql_api.documents import perform, run

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent / "src"


@dataclass(frozen=True)
class Answer:
    """What a page's question came to, in the form in which the application takes it over."""

    query: str
    variables: dict[str, Any]
    data: dict[str, Any]

    @property
    def embedded(self) -> dict[str, Any]:
        return {"query": self.query, "variables": self.variables, "data": self.data}


def ask(request: HttpRequest, name: str, **variables: Any) -> Answer:
    """Run a page's question as whoever makes the request.

    Raises
    ------
    DocumentFailed : the question gave errors; a page shows a thing whole or not.
    """
    data = run(text_of(name), variables, actor=actor_of(request), request=request)
    return Answer(name, variables, data)


def change(request: HttpRequest, operation: str, **given: Any) -> dict[str, Any]:
    """Run a form's mutation as whoever sends it; its refusals are data.

    Raises
    ------
    DocumentFailed : it was not even tried, such as after too many.
    """
    variables = {"input": given}
    return perform(text_of(operation), variables, actor=actor_of(request), request=request)


@cache
def text_of(name: str) -> str:
    """Return an operation with the fragments that it needs; an unknown name is a KeyError."""
    definitions = _definitions()
    operation = definitions[name]
    needed = [operation]
    for definition in needed:  # grows as fragments name further fragments
        for fragment in _spreads(definition):
            if definitions[fragment] not in needed:
                needed.append(definitions[fragment])
    return print_ast(DocumentNode(definitions=tuple(needed)))


@cache
def _definitions() -> dict[str, DefinitionNode]:
    found: dict[str, DefinitionNode] = {}
    for path in sorted(SOURCES.rglob("*.graphql")):
        for definition in parse(path.read_text(encoding="utf-8")).definitions:
            if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
                found[definition.name.value if definition.name else ""] = definition
    return found


def _spreads(definition: DefinitionNode) -> list[str]:
    names: list[str] = []

    class Reader(Visitor):
        def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
            names.append(node.name.value)

    visit(definition, Reader())
    return names
