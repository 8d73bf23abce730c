"""Control of tests/archive/test_notices.py: without the asking, sound goes out unread."""

from pathlib import Path

import pytest
from django.test import Client

from archive.access import Actor
from archive.views import stream
from tests.archive.test_notices import labelled, status
from tests.archive.views.test_stream import sound_of
from tests.factories import make_item


@pytest.mark.django_db
@pytest.mark.usefixtures("store")
def test_without_the_asking_sound_behind_a_notice_is_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part = sound_of(make_item(), tmp_path)
    labelled(part.item)

    def never_asks(actor: Actor, item_id: object) -> bool:
        return False

    assert status(Client(), part) == 403
    monkeypatch.setattr(stream, "ensure_read", never_asks)
    assert status(Client(), part) == 200
