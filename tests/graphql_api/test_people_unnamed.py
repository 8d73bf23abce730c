"""Nothing about a person is public by default: no field of the schema gives a name or an address.

Every field is asked, of an archive in which one account has made, asked and been given everything
that an account can, and has chosen to show nothing. The control stands in
tests/controls/test_people_unnamed.py.
"""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.models import Profile, User
from tests.factories import make_user
from tests.graphql_api import filling
from tests.graphql_api.asking import Answer, ask
from tests.graphql_api.test_fill_walk import arguments_of, not_asked_for
from tests.graphql_api.worked_examples import Walked
from tests.whole_archive import whole

#: What is written of the person, each word found nowhere else.
CANARIES = {
    "username": "zq-login-name",
    "email": "zq-mail@example.org",
    "first_name": "Zqfirst",
    "last_name": "Zqlast",
}
SAID = {
    "display_name": "Zqdisplay",
    "institution": "Zqinstitution",
    "department": "Zqdepartment",
    "function": "Zqfunction",
    "address": "Zqaddress",
    "telephone": "Zqtelephone",
    "about": "Zqabout",
    "web_page": "https://zqpage.example.org/",
}
EXAMINED_AT_LEAST = 700


def archive_of_one_person(*, is_listed: bool = False) -> Walked:
    """Return an archive whose every account's row is of the person with the canaries."""
    it = whole()
    User.objects.filter(pk=it.curator.pk).update(**CANARIES)
    Profile.objects.update(**SAID, is_listed=is_listed)
    for user in User.objects.exclude(pk=it.curator.pk):
        user.username, user.email = f"zq-login-{user.pk}", f"zq-{user.pk}@example.org"
        user.save()
    return Walked(it, Actor(user_id=it.curator.pk, is_member=True, is_staff=True))


def told_to(reader: Actor, it: Walked, patch: pytest.MonkeyPatch) -> tuple[set[str], int]:
    """Return which canaries some answer of the schema holds, and how many fields were asked."""
    answers: list[str] = []

    def listening(text: str, *, actor: Actor = PUBLIC, **variables: Any) -> Answer:
        answer = ask(text, actor=actor, **variables)
        answers.append(json.dumps([answer.data, answer.errors], default=str))
        return answer

    patch.setattr(filling, "ask", listening)
    found = filling.walk(reader, arguments_of(it), not_asked_for())
    return _in_any(answers, [*CANARIES.values(), *SAID.values(), "zq-login-"]), found.examined


def _in_any(answers: Iterable[str], words: Iterable[str]) -> set[str]:
    told = "\n".join(answers)
    return {word for word in words if word in told}


@pytest.mark.usefixtures("own_database")
@pytest.mark.parametrize("is_member", [False, True], ids=["visitor", "another member"])
def test_no_field_gives_a_name_or_an_address_of_a_person(
    is_member: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = archive_of_one_person()
    reader = Actor(user_id=make_user("reader").pk, is_member=True) if is_member else PUBLIC
    told, examined = told_to(reader, it, monkeypatch)
    print(f"{examined} fields examined")
    assert told == set()
    assert examined >= EXAMINED_AT_LEAST
