"""Editor groups describe what they hold, and decide nothing of who sees it (issue 4, point 4)."""

from pathlib import Path

import pytest

from archive.access import Act, Actor, may
from archive.actors import actor_of_user
from archive.errors import NotAllowed, NotFound, OddValue
from archive.models import Collection, EditorGroup, Item, State, User
from archive.services.deposit import deposit_sound
from archive.services.describe import create_item, update_item
from archive.services.describe_levels import update_collection
from archive.services.editors import create_group, join, update_group
from archive.services.lifecycle import publish
from archive.services.withholding import Stretch, withhold
from tests.analysis.recordings import sine, write_wav
from tests.factories import STAFF, make_collection, make_item, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Collection:
    return make_collection(code="OURS", access="none")


@pytest.fixture
def user(ours: Collection) -> User:
    """In an inner group; the outer one holds the collection."""
    create_group(actor=STAFF, slug="mali", name="Mali", collections=["OURS"])
    create_group(actor=STAFF, slug="dogon", name="Dogon", within=["mali"])
    made = make_user()
    join(actor=STAFF, group="dogon", user_id=made.pk)
    return made


@pytest.fixture
def editor(user: User) -> Actor:
    return actor_of_user(user)


def test_they_edit_what_an_outer_group_holds_and_nothing_else(
    ours: Collection, editor: Actor
) -> None:
    mine, other = make_item(collection=ours), make_item()
    assert update_item(actor=editor, code=mine.code, title="Told").title == "Told"
    with pytest.raises(NotAllowed, match="group"):
        update_item(actor=editor, code=other.code, title="Told")
    with pytest.raises(NotFound):
        update_item(actor=editor, code=make_item(access="none").code, title="Told")
    assert update_collection(actor=editor, code="OURS", title="Ours").title == "Ours"


def test_what_they_make_begins_as_a_draft(ours: Collection, editor: Actor) -> None:
    made = create_item(actor=editor, title="New", collection="OURS", code="N_1", state=State.DRAFT)
    assert may(editor, Act.READ, made.pk)
    with pytest.raises(NotAllowed, match="draft"):
        create_item(actor=editor, title="New", collection="OURS", code="N_2")
    with pytest.raises(NotAllowed):
        publish("item", actor=editor, record_id=made.pk)
    make_collection(code="THEIRS")
    with pytest.raises(NotAllowed):
        create_item(actor=editor, title="x", collection="THEIRS", code="N_3", state=State.DRAFT)


def test_who_sees_a_record_is_not_theirs_to_say(ours: Collection, editor: Actor) -> None:
    mine = make_item(collection=ours)
    with pytest.raises(NotAllowed, match="who may see"):
        update_item(actor=editor, code=mine.code, access="full")
    with pytest.raises(NotAllowed, match="who may see"):
        update_collection(actor=editor, code="OURS", access="full")
    mine.refresh_from_db()
    assert mine.access is None


def test_they_deposit_and_withhold(
    ours: Collection, editor: Actor, tmp_path: Path, settings: object
) -> None:
    mine = make_item(collection=ours)
    sound = write_wav(tmp_path / "x.wav", sine(1.0))
    assert deposit_sound(sound, actor=editor, item=mine).item_id == mine.pk
    withhold(actor=editor, item_id=mine.pk, ranges=[Stretch(0.2, 0.4)])
    with pytest.raises(NotAllowed):
        deposit_sound(sound, actor=editor, item=make_item())


def test_who_leaves_or_whose_time_is_over_edits_no_more(
    ours: Collection, user: User, editor: Actor
) -> None:
    mine = make_item(collection=ours)
    join(actor=STAFF, group="dogon", user_id=user.pk, is_in=False)
    assert not may(editor, Act.EDIT, mine.pk), "also for an actor that was resolved before"
    assert not actor_of_user(user).is_editor


def test_a_group_does_not_lie_within_itself(user: User) -> None:
    with pytest.raises(OddValue, match="within itself"):
        update_group(actor=STAFF, cited="mali", within=["dogon"])
    with pytest.raises(OddValue):
        update_group(actor=STAFF, cited="mali", within=["mali"])
    assert EditorGroup.objects.get(slug="mali").parent_edges.count() == 0


def test_control_an_editor_of_nothing_edits_nothing(ours: Collection) -> None:
    pretender = Actor(user_id=make_user().pk, is_member=True, is_editor=True)
    assert not may(pretender, Act.EDIT, make_item(collection=ours).pk)
    assert Item.objects.allowing(pretender, Act.EDIT).count() == 0
