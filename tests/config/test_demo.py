"""The demo's own words and keys; the whole of it is run in tests/e2e."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from analysis.models import Run, Status
from analysis.runs import services
from analysis.runs.following import RunState
from archive.actors import actor_of_token
from archive.models import ApiToken, User
from config import demo
from tests.factories import make_item, make_part


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.django_db
def test_the_keys_are_made_once_and_open_the_house(tmp_path: Path) -> None:
    first = demo.staff(tmp_path)
    second = demo.staff(tmp_path)
    assert (first.password, first.token) == (second.password, second.token)
    assert (User.objects.count(), ApiToken.objects.count()) == (1, 1)
    actor = actor_of_token(first.token)
    assert actor.is_staff
    assert actor.user_id == first.user.pk
    kept = [tmp_path / "demo_password", tmp_path / "demo_token"]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}


@pytest.mark.django_db
def test_the_last_words_are_the_contract(tmp_path: Path) -> None:
    """`token: …`, then `ready: <url>` alone on its line, last."""
    person = demo.staff(tmp_path)
    lines = demo.farewell("http://localhost:8001", person).splitlines()
    assert lines[-2:] == [f"token: {person.token}", "ready: http://localhost:8001"]
    assert any(person.password in line and "demo" in line for line in lines)


@pytest.mark.django_db
def test_a_changed_password_is_not_shown_as_if_it_were_valid(tmp_path: Path) -> None:
    person = demo.staff(tmp_path)
    person.user.set_password("another")
    person.user.save()
    assert person.password not in demo.farewell("http://x", demo.staff(tmp_path))


@pytest.mark.django_db
def test_what_an_earlier_demo_left_open_is_followed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle and started again, it asks for nothing twice."""
    person = demo.staff(tmp_path)
    item = make_item()
    make_part(item)
    left = services.start_run(actor=person.actor, items=[item])
    followed = []

    def _followed(run_id: UUID) -> Iterator[RunState]:
        followed.append(run_id)
        Run.objects.filter(pk=run_id).update(status=Status.DONE)
        yield RunState(Status.DONE, 1.0)

    monkeypatch.setattr(services, "follow", _followed)
    monkeypatch.setattr(demo, "unanalysed_items", list)
    demo.analyse(person, demo.Bar(io.StringIO()))
    demo.analyse(person, demo.Bar(io.StringIO()))
    assert followed == [left.pk]


@pytest.mark.parametrize("out", [Terminal(), io.StringIO()], ids=["terminal", "file"])
def test_the_bar_goes_from_nothing_to_all(out: Any) -> None:
    bar = demo.Bar(out)
    bar.begin("analysing 12 recordings")
    for percent in range(101):
        bar.show(percent / 100, "0:07 of 7:28")
    bar.end("done")
    text = out.getvalue()
    assert "100%  0:07 of 7:28" in text
    assert re.search(r"analysing 12 recordings: done in \d+\.\d s\n$", text)
    if out.isatty():
        assert f"[{'#' * demo.BAR}]" in text
    else:
        assert text.count("\n") == 12, "a line for every tenth, and the last"
