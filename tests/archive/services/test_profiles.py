"""What people say of themselves: theirs to say, and nobody's to see unless they wish."""

from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.errors import NotAllowed, OddValue
from archive.history import Change
from archive.models import Profile
from archive.services.profiles import profile_of, shown_names, update_profile
from tests.factories import make_user
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db
MINE = "{ viewer { profile { displayName institution about webPage isListed wantsMail } } }"
SAY = """mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename
  ... on UpdateProfilePayload { profile { displayName about isListed } }
  ... on Error { code path } } }"""


def member(name: str = "ana") -> Actor:
    return Actor(user_id=make_user(name).pk, is_member=True)


def test_a_member_says_who_they_are_and_takes_it_back() -> None:
    ana = member()
    assert data_of(MINE, actor=ana)["viewer"]["profile"] == {
        "displayName": None,
        "institution": None,
        "about": None,
        "webPage": None,
        "isListed": False,
        "wantsMail": True,
    }
    said = data_of(SAY, actor=ana, i={"displayName": "Ana", "about": "Sings.", "isListed": True})
    assert said["updateProfile"]["profile"]["displayName"] == "Ana"
    said = data_of(SAY, actor=ana, i={"about": None})
    assert said["updateProfile"]["profile"] == {
        "displayName": "Ana",
        "about": None,
        "isListed": True,
    }
    assert Change.objects.filter(table="archive_profile", author_id=ana.user_id).count() == 3


def test_a_visitor_has_no_profile_and_makes_none() -> None:
    assert data_of(MINE)["viewer"]["profile"] is None
    assert profile_of(PUBLIC) is None
    with pytest.raises(NotAllowed):
        update_profile(actor=PUBLIC, display_name="Nobody")
    assert data_of(SAY, i={"displayName": "Nobody"})["updateProfile"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"display_name": "a" * 251}, "display_name"),
        ({"display_name": "two\nlines"}, "display_name"),
        ({"about": "a" * 5001}, "about"),
        ({"web_page": "javascript:alert(1)"}, "web_page"),
        ({"web_page": "example.org"}, "web_page"),
    ],
    ids=["too long a name", "a name of two lines", "too many words", "a script", "no address"],
)
def test_what_cannot_be_kept_is_refused_with_its_field(says: Any, field: str) -> None:
    with pytest.raises(OddValue) as refused:
        update_profile(actor=member(), **says)
    assert refused.value.field == field
    assert not Profile.objects.exists()


def test_a_name_is_shown_only_of_who_wishes_it() -> None:
    ana, ben = member(), member("ben")
    update_profile(actor=ana, display_name="Ana")
    update_profile(actor=ben, display_name="Ben", is_listed=True)
    assert shown_names([ana.user_id, ben.user_id, None]) == {ben.user_id: "Ben"}
    update_profile(actor=ben, is_listed=False)
    assert shown_names([ana.user_id, ben.user_id]) == {}
