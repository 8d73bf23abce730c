"""Erasures among transactions: others' history stays whole; a process that is killed is followed.

Whoever is killed while it erases leaves its work to the next, and nothing of the record.
"""

import signal
from pathlib import Path

import pytest
from django.db import connections

from archive.access import HOUSE, Actor
from archive.models import Change, DoomedFile, Erasure, File, Item, User
from archive.services import erasure
from archive.services.deposit import deposit_sound
from archive.services.describe import update_item
from archive.services.undoing import undo
from archive.storage import MASTERS, is_kept
from tests.factories import make_item, make_user
from tests.processes import House, house, wait_until
from tests.sounds import write_wav

__all__ = ["house"]

#: Confirms, and is killed from outside by itself at the second file: no handler runs, nothing ends.
_KILLED = """
import os, signal, sys
import django
django.setup()
from uuid import UUID
from archive.access import Actor
from archive.erasers import files
from archive.services import erasure

removed, kept = [], files.remove
def remove(alias, name):
    if len(removed) == {after}:
        os.kill(os.getpid(), signal.SIGKILL)
    removed.append(name)
    kept(alias, name)
files.remove = remove
actor = Actor(user_id=UUID({user!r}), is_member=True, is_staff=True)
erasure.confirm(UUID({erasure!r}), actor=actor)
"""


#: What beat sends every 15 seconds.
_NEXT = """
import django
django.setup()
from archive.tasks import finish_erasures
finish_erasures()
"""


def staff(name: str) -> tuple[User, Actor]:
    user = make_user(name, is_staff=True)
    return user, Actor(user_id=user.pk, is_member=True, is_staff=True)


@pytest.mark.parametrize("after", [0, 1], ids=["at the first file", "between two files"])
def test_killed_in_the_middle_it_ends_all_the_same(
    after: int, house: House, tmp_path: Path
) -> None:
    (_, anna), (second, _) = staff("anna"), staff("ben")
    item = make_item()
    sounds = [
        deposit_sound(write_wav(tmp_path / f"{n}.wav"), actor=HOUSE, item=item).file.storage_name
        for n in range(3)
    ]
    asked = erasure.ask("item", item.pk, actor=anna, reason="Her family asked.")
    code = _KILLED.format(after=after, erasure=str(asked.pk), user=str(second.pk))
    killed = house.start("killed", ("-c", code))
    assert killed.popen.wait(60) == -signal.SIGKILL, killed.said()
    connections.close_all()
    asked.refresh_from_db()
    assert asked.stage == "done", "its transaction stands"
    assert not Item._base_manager.filter(pk=item.pk).exists()
    assert not File.objects.exists()
    assert "files" in asked.catching_up
    assert sum(is_kept(MASTERS, name) for name in sounds) == 3 - after
    assert DoomedFile.objects.count() == 3 - after
    again = house.start("again", ("-c", _NEXT))
    assert again.popen.wait(60) == 0, again.said()
    wait_until(lambda: not DoomedFile.objects.exists(), within_s=10, what="no file waits")
    assert not any(is_kept(MASTERS, name) for name in sounds)
    assert Erasure.objects.get().catching_up == []


def test_killed_before_it_says_so_nothing_was_erased(house: House, tmp_path: Path) -> None:
    """The last word of the transaction is the commit: before it, all stands as it stood."""
    (_, anna), (second, _) = staff("anna"), staff("ben")
    item = make_item()
    name = deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item).file.storage_name
    asked = erasure.ask("item", item.pk, actor=anna, reason="Her family asked.")
    code = _KILLED.replace(
        "removed, kept", "erasure.emit = lambda *a, **k: os.kill(os.getpid(), 9)\nremoved, kept"
    )
    killed = house.start(
        "killed", ("-c", code.format(after=0, erasure=str(asked.pk), user=str(second.pk)))
    )
    assert killed.popen.wait(60) == -signal.SIGKILL, killed.said()
    connections.close_all()
    asked.refresh_from_db()
    assert asked.stage == "asked"
    assert Item.objects.filter(pk=item.pk).exists()
    assert is_kept(MASTERS, name)
    assert not DoomedFile.objects.exists()


@pytest.mark.usefixtures("own_database")
def test_the_history_of_others_stays_whole_and_can_be_taken_back() -> None:
    (_, anna), (_, ben) = staff("anna"), staff("ben")
    item, other = make_item(title="One"), make_item(title="Other")
    update_item(actor=anna, code=other.code, title="Another", reason="a typo")
    update_item(actor=anna, code=item.code, title="Two", reason="her name is Oumou")
    asked = erasure.ask("item", item.pk, actor=anna, reason="Her family asked.")
    erasure.confirm(asked.pk, actor=ben)
    kept = Change.objects.filter(subject_id=other.pk, operation="UPDATE").get()
    assert kept.reason == "a typo"
    undo(actor=anna, transaction_id=kept.transaction_id)
    other.refresh_from_db()
    assert other.title == "Other"
    assert not Change.objects.filter(reason__contains="Oumou").exists()
