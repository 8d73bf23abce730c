"""What a question says by variables is answered as what it writes out, at every list (G-25)."""

import re
from typing import Any

import pytest

from tests.factories import STAFF
from tests.graphql_api.asking import ask
from tests.graphql_api.walks import questions
from tests.graphql_api.world import World

pytestmark = pytest.mark.django_db

EXAMINED_AT_LEAST = 300
WRITTEN = re.compile(r"first: (\d+)")


def by_variables(text: str) -> tuple[str, dict[str, Any]]:
    """Return the question with its numbers as variables, and its first field asked for by one."""
    numbers = [int(found) for found in WRITTEN.findall(text)]
    names = iter(range(len(numbers)))
    said = WRITTEN.sub(lambda _: f"first: $n{next(names)}", text)
    said = re.sub(r"\{ (\w+)(\([^)]*\))? \{", r"{ \1\2 @include(if: $yes) {", said, count=1)
    declared = "".join(f" $n{number}: Int" for number in range(len(numbers)))
    given = {f"n{number}": value for number, value in enumerate(numbers)}
    return f"query($yes: Boolean!{declared}) {said}", given | {"yes": True}


def test_a_question_by_variables_is_answered_as_one_written_out() -> None:
    World().grow_to(2)
    asked = [question.text for question in questions() if WRITTEN.search(question.text)]
    for text in asked[::2]:
        said, given = by_variables(text)
        written, by_name = ask(text, actor=STAFF), ask(said, actor=STAFF, **given)
        assert "@include" in said
        assert not by_name.errors, (said, by_name.errors)
        assert by_name.data == written.data, said
    print(f"{len(asked)} questions, each second asked both ways")
    assert len(asked) >= EXAMINED_AT_LEAST


def test_what_is_skipped_by_a_variable_is_not_read() -> None:
    World().grow_to(2)
    text = """query($no: Boolean!, $n: Int) { items(first: 2) { nodes { code
      ...Away @include(if: $no) agents(first: $n) @skip(if: $no) { role } } } }
      fragment Away on Item { languages(first: $n) { name } }"""
    shown = ask(text, actor=STAFF, no=False, n=1).data["items"]["nodes"]
    assert {tuple(node) for node in shown} == {("code", "agents")}
    shown = ask(text, actor=STAFF, no=True).data["items"]["nodes"]
    assert {tuple(node) for node in shown} == {("code", "languages")}
