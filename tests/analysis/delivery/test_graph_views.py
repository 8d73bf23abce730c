"""Pictures of items: of tiles, by the rule, silent where stretches are withheld (S-25, T-23)."""

import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from analysis.runs.silencing import silence
from analysis.workers.passes import work_one
from archive.models import Item
from archive.services.deposit import deposit_sound
from archive.services.withholding import Stretch, withhold
from tests.analysis.delivery.test_views import analysed, ask, client_of
from tests.analysis.graphs.test_drawing import pixels_of
from tests.analysis.recordings import ARCHIVIST, new_item, recorded_item, sine, staff, write_wav

pytestmark = pytest.mark.usefixtures("house")
PICTURES = ("waveform.svg", "waveform.png", "spectrogram.png")


def heights(item: Item, query: str = "") -> np.ndarray:
    """Return how high the waveform is drawn in each column, 100 of them."""
    answer = ask(f"/items/{item.code}/waveform.png?width=100&height=100{query}")
    assert answer.status_code == 200, answer.body
    found: np.ndarray = (pixels_of(answer.body)[0] > 0).sum(axis=0)
    return found


def test_pictures_are_given_by_the_rule_and_asked_about_again(tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    archivist = client_of(is_staff=True)
    for name in PICTURES:
        url = f"/items/{item.code}/{name}"
        answer = ask(url)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] in {"image/svg+xml", "image/png"}
        assert answer.headers["Cache-Control"] == "public, no-cache"
        again = ask(url, headers={"if-none-match": answer.headers["ETag"]})
        assert (again.status_code, again.body) == (304, b"")
        assert ask(f"{url}?width=64").headers["ETag"] != answer.headers["ETag"]
        assert ask(f"/items/{item.pk}/{name}?width=64").headers["Location"] == f"{url}?width=64"
        never = ask(f"/items/NEVER_THERE/{name}")
        for access in ("metadata", "none"):
            Item.objects.filter(pk=item.pk).update(access=access)
            hidden = ask(url)
            assert (
                (hidden.status_code, hidden.body)
                == (never.status_code, never.body)
                == (
                    404,
                    b"There is no such picture.\n",
                )
            )
            assert ask(url, archivist).headers["Cache-Control"] == "private, no-store"
        Item.objects.filter(pk=item.pk).update(access="full")


def test_withheld_stretches_are_drawn_silent(tmp_path: Path) -> None:
    item = new_item()
    deposit_sound(write_wav(tmp_path / "x.wav", sine(10.0, level=0.9)), actor=ARCHIVIST, item=item)
    analysed(item)
    assert heights(item).min() > 80
    withhold(actor=staff(), item_id=item.pk, ranges=[Stretch(4.0, 6.0)])
    assert ask(f"/items/{item.code}/waveform.png").status_code == 404, "not before it is made anew"
    assert silence() == 1
    while work_one():
        continue
    found = heights(item)
    assert found[42:58].max() <= 2
    assert min(found[:38].min(), found[62:].min()) > 80


def test_parts_stand_one_after_the_other(tmp_path: Path) -> None:
    item = new_item()
    for number, level in enumerate((0.9, 0.2)):
        path = write_wav(tmp_path / f"{number}.wav", sine(2.0, 300.0 + number, level))
        deposit_sound(path, actor=ARCHIVIST, item=item)
    analysed(item)
    found = heights(item)
    assert found[:48].min() > 80
    assert found[52:].max() < 25
    assert heights(item, "&start=2.1&end=3.9").max() < 25


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("width=5", "width is '5': give 16 to 4096 points"),
        ("height=99999999999999", "give 16 to 1024 points"),
        ("start=x", "give seconds"),
        ("start=3&end=2", "Give a stretch from 0 to 1 s"),
        ("end=nan", "give seconds"),
        ("theme=pink", "give light, dark, auto"),
    ],
)
def test_odd_wishes_are_answered_with_a_sentence(query: str, said: str, tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    answer = ask(f"/items/{item.code}/waveform.svg?{query}")
    assert answer.status_code == 400
    assert said in answer.body.decode()


def test_nothing_is_decoded_for_a_picture(tmp_path: Path) -> None:
    """It is made of few tiles, whatever the length; a child would take longer than all of it."""
    item = analysed(recorded_item(tmp_path))
    url = f"/items/{item.code}/spectrogram.png?axis=1&theme=dark"

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a child was started")

    decoding: Callable[..., None] = refuse
    with patch("analysis.core.sandbox._Child.talk", decoding):
        began = time.process_time()
        assert ask(url).status_code == 200
        print(f"{(time.process_time() - began) * 1e3:.0f} ms of CPU")
