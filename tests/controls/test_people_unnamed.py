"""Control of the walk for people's names: what staff read and who shows themselves are found."""

import pytest

from tests.graphql_api.test_people_unnamed import CANARIES, archive_of_one_person, told_to


@pytest.mark.usefixtures("own_database")
def test_the_walk_finds_names_where_they_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    it = archive_of_one_person()
    told, _ = told_to(it.curator, it, monkeypatch)
    assert {CANARIES["username"], "zq-login-", "Zqdisplay"} <= told
