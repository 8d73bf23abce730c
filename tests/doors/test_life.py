"""Every door, for what is drafted, withdrawn or deleted (R-26, design section 5).

A draft, a silent withdrawal and what lies in the bin answer as what never was, byte for byte; an
announced withdrawal answers 410 with a sentence, and tells no more than its title and reason.
"""

import itertools
import re
from typing import Any

import pytest
from django.test import Client

from archive.access import Actor
from archive.identifiers import new_id
from archive.models import State
from archive.services.lifecycle import delete, publish, withdraw
from tests.factories import (
    MEMBER,
    STAFF,
    make_collection,
    make_corpus,
    make_fonds,
    make_item,
    make_part,
    make_user,
)
from tests.graphql_api.asking import ask

pytestmark = pytest.mark.django_db

CANARY = "xq7canary"
CSRF = re.compile(rb"[A-Za-z0-9]{64}")
LEVELS: dict[str, tuple[Any, str]] = {
    "fonds": (make_fonds, "fonds"),
    "corpus": (make_corpus, "corpora"),
    "collection": (make_collection, "collections"),
    "item": (make_item, "items"),
}
SUFFIXES = ("", ".html", ".jsonld", ".ttl", ".nt", ".rdf")


def made(kind: str, **values: Any) -> Any:
    make, _ = LEVELS[kind]
    return make(title=CANARY, description=CANARY, access="full", **values)


def hidden_records(kind: str) -> dict[str, Any]:
    """Return records that nobody but staff may see, each for another reason."""
    records = {
        "draft": made(kind, state=State.DRAFT),
        "withdrawn in silence": made(kind),
        "in the bin": made(kind),
        "a draft in the bin": made(kind, state=State.DRAFT),
    }
    withdraw(
        kind,
        record_id=records["withdrawn in silence"].pk,
        actor=STAFF,
        is_announced=False,
        reason=CANARY,
    )
    delete(kind, record_id=records["in the bin"].pk, actor=STAFF)
    delete(kind, record_id=records["a draft in the bin"].pk, actor=STAFF)
    return records


def seen(response: Any) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    content = CSRF.sub(b"", response.content)  # of the form to sign out: new in each answer
    return response.status_code, content, tuple(sorted(response.items()))


@pytest.mark.parametrize("kind", LEVELS)
def test_what_is_not_public_answers_as_what_never_was(kind: str) -> None:
    records = hidden_records(kind)
    segment = LEVELS[kind][1]
    member, compared = make_user(), 0
    for user, suffix in itertools.product((None, member), SUFFIXES):
        client = Client()
        if user:
            client.force_login(user)
        absent = seen(client.get(f"/{segment}/never-was{suffix}"))
        assert absent[0] == 404
        for why, record in records.items():
            for name in (record.code, record.pk):
                answer = seen(client.get(f"/{segment}/{name}{suffix}"))
                assert answer == absent, (why, suffix)
                compared += 1
    print(f"{compared} answers of /{segment}/ compared")
    assert compared >= 90


@pytest.mark.parametrize("kind", LEVELS)
def test_graphql_knows_nothing_of_it(kind: str) -> None:
    records = hidden_records(kind)
    lists = {"item": "items", "collection": "collections", "corpus": "corpora", "fonds": "fonds"}
    compared = 0
    for actor in (Actor(), MEMBER):
        for record in records.values():
            found = ask(f"query($c: String!) {{ {_by_code(kind)} }}", actor=actor, c=record.code)
            assert found.data == {"one": None}, found
            compared += 1
        if kind in {"item", "collection"}:
            page = ask(f"{{ {lists[kind]} {{ totalCount nodes {{ title }} }} }}", actor=actor)
            assert CANARY not in str(page.data)
            compared += 1
    assert compared >= 8


def _by_code(kind: str) -> str:
    return f"one: {kind if kind != 'fonds' else 'fonds'}(code: $c) {{ title }}"


def test_the_sound_of_what_is_not_public_is_not_there() -> None:
    for record in hidden_records("item").values():
        make_part(record)
        answer = Client().get(f"/media/items/{record.pk}/parts/1/sound")
        absent = Client().get(f"/media/items/{new_id()}/parts/1/sound")
        assert seen(answer) == seen(absent)


@pytest.mark.parametrize("kind", LEVELS)
def test_an_announced_withdrawal_says_so_in_every_format(kind: str) -> None:
    record = made(kind)
    segment = LEVELS[kind][1]
    path = f"/{segment}/{record.code}"
    assert Client().get(path).status_code == 200
    withdraw(kind, record_id=record.pk, actor=STAFF, is_announced=True, reason="The family asked.")
    for suffix in SUFFIXES:
        answer = Client().get(f"{path}{suffix}")
        assert answer.status_code == 410, suffix
        text = answer.content.decode()
        assert "This record was withdrawn on" in text
        assert "The family asked." in text
        assert CANARY in record.title
        said = text.replace(record.title, "")
        assert CANARY not in said, "its title, and nothing of its description"
        assert answer["Cache-Control"] == "private, no-store"
    assert Client().get(f"/{segment}/{record.pk}").status_code == 410
    staff = Client()
    staff.force_login(make_user(is_staff=True))
    assert staff.get(f"{path}.ttl").status_code == 200, "staff still finds the record itself"
    delete(kind, record_id=record.pk, actor=STAFF)
    assert Client().get(path).status_code == 410, "its withdrawal stays announced"


@pytest.mark.parametrize("kind", LEVELS)
def test_what_is_published_again_is_there_again(kind: str) -> None:
    record = made(kind)
    withdraw(kind, record_id=record.pk, actor=STAFF, is_announced=True)
    publish(kind, record_id=record.pk, actor=STAFF)
    assert Client().get(f"/{LEVELS[kind][1]}/{record.code}").status_code == 200
