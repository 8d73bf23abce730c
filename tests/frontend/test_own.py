"""The pages of people's own: desk, profile, lists, without script (issue 4, point 6)."""

import pytest
from django.test import Client

from archive.actors import actor_of_user
from archive.models import User
from archive.permits import SelectionEntryQuerySet, SelectionQuerySet
from archive.services.comments import write_comment
from archive.services.profiles import update_profile
from archive.services.requests import ask
from archive.services.selection_entries import Line, add_entries
from archive.services.selections import create_selection
from tests.factories import hidden_item, make_item, make_user
from tests.frontend.test_pages import HTML

pytestmark = pytest.mark.django_db


def page(path: str, user: User | None = None, *, language: str = "en", status: int = 200) -> str:
    client = Client(headers={"accept": HTML, "accept-language": language})
    if user is not None:
        client.force_login(user)
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def listed(user: User, *, shared: str = "private") -> str:
    """Return the path of a list of two items, of which one is hidden."""
    actor = actor_of_user(user)
    row = create_selection(actor=actor, title="For the class", shared=shared)
    shown, hidden = make_item(title="OLU BOY", code="OLU"), hidden_item(title="Kept apart")
    lines = [Line(item_id=shown.pk, start_s=1.5, end_s=4.0, title="The cry")]
    add_entries(actor=actor, record_id=row.pk, lines=lines)
    row.entries.create(position=9999, item=hidden)
    return f"/selections/{row.pk}"


def test_a_list_is_read_without_script_as_far_as_its_reader_may() -> None:
    ana = make_user("ana")
    path = listed(ana, shared="public")
    for reader in (None, ana, make_user("ben")):
        text = page(path, reader)
        assert "For the class" in text
        assert "OLU BOY" in text
        assert "/items/OLU?t=1.5,4" in text
        assert "1 entry" in text
        assert "Kept apart" not in text
        assert "For the class" in page("/selections", reader)
    assert "1 entrée" in page(path, language="fr")
    assert "1 entrada" in page(path, language="es")
    update_profile(actor=actor_of_user(ana), display_name="Ana of Sanga")
    assert "Ana of Sanga" not in page("/selections")
    update_profile(actor=actor_of_user(ana), is_listed=True)
    assert "Ana of Sanga" in page("/selections")


def test_a_private_list_has_no_page_for_others() -> None:
    ana = make_user("ana")
    path = listed(ana)
    assert "For the class" in page(path, ana)
    for other in (None, make_user("ben"), make_user("curator", is_staff=True)):
        assert "For the class" not in page(path, other, status=404)
        assert "For the class" not in page("/selections", other)


def test_control_without_the_rules_the_list_and_what_is_hidden_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = listed(make_user("ana"))
    monkeypatch.setattr(SelectionQuerySet, "visible_to", lambda rows, actor: rows.all())
    assert "For the class" in page(path)
    monkeypatch.setattr(SelectionEntryQuerySet, "visible_to", lambda rows, actor: rows.all())
    assert "2 entries" in page(path)


def test_the_desk_and_the_profile_are_ones_own() -> None:
    ana, staff = make_user("ana"), make_user("curator", is_staff=True)
    item = make_item(title="OLU BOY")
    actor = actor_of_user(ana)
    create_selection(actor=actor, title="For the class")
    write_comment(actor=actor, subject=("item", item.pk), text="Whose voice?")
    ask(actor=actor, wish="correction", words="It is a flute.", subject=("item", item.pk))
    update_profile(actor=actor, institution="House of Walks")
    desk = page("/desk", ana)
    assert "For the class" in desk
    assert "Whose voice?" in desk
    assert "It is a flute." in desk
    assert "It is a flute." in page("/desk", staff)
    assert "Whose voice?" not in page("/desk", staff)
    assert "House of Walks" in page("/profile", ana)
    assert "House of Walks" not in page("/profile", staff)
    assert "Mon bureau" in page("/desk", ana, language="fr")
    for path in ("/desk", "/profile"):
        answer = Client(headers={"accept": HTML}).get(path)
        assert (answer.status_code, answer["Location"]) == (302, f"/login?next={path}")
