"""The sound of an item to take away: by the rule, cut to the sample, silent where it is withheld.

T-27, T-28, S-12, S-13; each file is decoded again and compared.
"""

import io
import os
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from django.conf import settings
from numpy.typing import NDArray
from pytest_django import Settings

from analysis.delivery import made
from analysis.io.sound_files import KINDS
from archive.access import Actor
from archive.models import Item, Part
from archive.services import erasure
from archive.services.deposit import deposit_sound
from archive.services.lifecycle import withdraw
from archive.services.withholding import Stretch, withhold
from tests.analysis.delivery.test_views import ask, client_of
from tests.analysis.io.test_sound_files import decoded
from tests.analysis.recordings import ARCHIVIST, RATE, new_item, recorded_item, sine, staff
from tests.factories import make_user

pytestmark = pytest.mark.usefixtures("house")


def deposited(folder: Path, *signals: NDArray[np.float64], rate: int = RATE, **more: str) -> Item:
    """Return an item of several parts, each a file of 24 bits."""
    item = new_item(**more)
    for number, signal in enumerate(signals):
        path = folder / f"{item.code}-{number}.wav"
        soundfile.write(path, signal.T, rate, subtype="PCM_24")
        deposit_sound(path, actor=ARCHIVIST, item=item)
    return item


def noise(seconds: float, seed: int, channels: int = 2) -> NDArray[np.float64]:
    made_of = np.random.default_rng(seed).integers(
        -(1 << 22), 1 << 22, (channels, round(seconds * RATE))
    )
    return made_of / (1 << 23)


def given(item: Item, extension: str = "flac", query: str = "") -> NDArray[np.float64]:
    answer = ask(f"/items/{item.code}/sound.{extension}{query}", client_of(is_staff=False))
    assert answer.status_code == 200, answer.body[:300]
    found: NDArray[np.float64] = soundfile.read(io.BytesIO(answer.body), always_2d=True)[0].T
    return found


def test_only_who_may_download_gets_it(tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    url = f"/items/{item.code}/sound.wav"
    visitor, member, archivist = ask(url), client_of(is_staff=False), client_of(is_staff=True)
    assert (visitor.status_code, visitor.body) == (404, b"There is no such sound.\n")
    answer = ask(url, member)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert f"{item.code}.wav" in answer.headers["Content-Disposition"]
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert ask(url, member).status_code == 404, "though it is made and lies there"
    assert ask(url, archivist).status_code == 200
    assert ask("/items/NEVER/sound.wav", member).body == ask(url, member).body


@pytest.mark.parametrize("extension", KINDS)
def test_each_format_says_what_it_is_and_whose(extension: str, tmp_path: Path) -> None:
    item = deposited(tmp_path, sine(1.5)[None, :])
    Item.objects.filter(pk=item.pk).update(
        title="Chant de moisson", credit="Mme X", licence="CC-BY-4.0"
    )
    answer = ask(f"/items/{item.code}/sound.{extension}", client_of(is_staff=False))
    assert answer.status_code == 200, answer.body
    assert answer.headers["Content-Type"] == KINDS[extension].mime_type
    path = tmp_path / f"given.{extension}"
    path.write_bytes(answer.body)
    signal, rate, tags = decoded(path)
    assert signal.shape[1] / rate == pytest.approx(1.5, abs=1100 / rate)
    assert (tags["title"], tags["artist"], tags["album"]) == (
        "Chant de moisson",
        "Mme X",
        "For runs",
    )
    assert tags["copyright"] == "CC-BY-4.0"
    assert tags["comment"] == f"{item.code} {settings.BASE_URL}/items/{item.code}"


def test_stretches_are_cut_to_the_sample_across_parts(tmp_path: Path) -> None:
    first, second = noise(1.0, 1), noise(1.0, 2)
    item = deposited(tmp_path, first, second)
    whole = np.concatenate([first, second], axis=1)
    np.testing.assert_array_equal(given(item), whole)
    for start, end in ((0.0, 0.5), (0.25, 1.75), (1.1, 1.2)):
        cut = whole[:, round(start * RATE) : round(end * RATE)]
        np.testing.assert_array_equal(given(item, "wav", f"?start={start}&end={end}"), cut)


def test_a_part_of_a_file_gives_nothing_of_its_neighbour(tmp_path: Path) -> None:
    signal = noise(2.0, 3)
    item = deposited(tmp_path, signal)
    Part.objects.filter(item=item).update(start_frame=1000, end_frame=40_000)
    np.testing.assert_array_equal(given(item), signal[:, 1000:40_000])


def test_withheld_stretches_are_silent_but_for_editors(tmp_path: Path) -> None:
    signal = noise(2.0, 4)
    item = deposited(tmp_path, signal)
    np.testing.assert_array_equal(given(item), signal)
    withhold(actor=staff(), item_id=item.pk, ranges=[Stretch(0.5, 1.0)])
    silent = signal.copy()
    silent[:, round(0.5 * RATE) : round(1.0 * RATE)] = 0
    np.testing.assert_array_equal(given(item), silent)
    answer = ask(f"/items/{item.code}/sound.flac", client_of(is_staff=True))
    np.testing.assert_array_equal(soundfile.read(io.BytesIO(answer.body))[0].T, signal)


def test_it_is_made_once_and_given_in_ranges(tmp_path: Path) -> None:
    item = deposited(tmp_path, noise(1.0, 5))
    url, member = f"/items/{item.code}/sound.flac", client_of(is_staff=False)
    whole = ask(url, member)
    (file,) = (made.folder() / str(item.pk)).iterdir()
    written = file.stat().st_ino
    part = ask(url, member, headers={"range": "bytes=1000-1999", "if-range": whole.headers["ETag"]})
    assert (part.status_code, part.body) == (206, whole.body[1000:2000])
    assert ask(url, member, headers={"if-none-match": whole.headers["ETag"]}).status_code == 304
    assert file.stat().st_ino == written
    Item.objects.filter(pk=item.pk).update(title="Another")
    assert ask(url, member).headers["ETag"] != whole.headers["ETag"], "its words are other words"


def test_limits_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = deposited(tmp_path, noise(2.0, 6))
    url, member = f"/items/{item.code}/sound.flac", client_of(is_staff=False)
    monkeypatch.setattr("analysis.delivery.downloads.LONGEST_S", 1.0)
    answer = ask(url, member)
    assert answer.status_code == 400
    assert b"ask for stretches of up to" in answer.body
    assert ask(f"{url}?start=0.5&end=1.5", member).status_code == 200
    for query in ("?start=x", "?start=2&end=1", "?end=99", "?start=-1", "?end=inf"):
        assert ask(url + query, member).status_code == 400, query
    with made.slot("sounds", 2), made.slot("sounds", 2):
        answer = ask(f"{url}?start=0&end=0.5", member)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        assert ask(f"{url}?start=0.5&end=1.5", member).status_code == 200, "what is made is given"
    assert ask(f"{url}?start=0&end=0.5", member).status_code == 200


def test_what_is_a_day_old_goes_and_what_was_made_of_the_erased(tmp_path: Path) -> None:
    item = deposited(tmp_path, noise(0.5, 7))
    other = deposited(tmp_path, noise(0.5, 8))
    given(item)
    (old,) = (made.folder() / str(item.pk)).iterdir()
    long_ago = time.time() - made.KEPT_S - 60
    os.utime(old, (long_ago, long_ago))
    given(other)
    assert not old.exists()
    given(item)
    made.forget([item.pk])
    assert not old.parent.exists()
    assert (made.folder() / str(other.pk)).exists()


def test_what_another_machine_made_of_an_erased_sound_goes_there_too(
    tmp_path: Path, settings: Settings
) -> None:
    """Two machines with a `var` each; the erasure runs on the one (issue 4, point 5)."""
    machines = [tmp_path / "here", tmp_path / "there"]
    items = {
        name: deposited(tmp_path, noise(0.5, seed))
        for seed, name in enumerate(("erased", "withdrawn", "withheld", "kept"), start=20)
    }
    keys = {name: item.pk for name, item in items.items()}
    for var in machines:
        settings.VAR = var
        for item in items.values():
            given(item)
    both = [make_user(name, is_staff=True) for name in ("anna", "bela")]
    anna, bela = (Actor(user_id=each.pk, is_member=True, is_staff=True) for each in both)
    settings.VAR = machines[0]
    asked = erasure.ask("item", items["erased"].pk, actor=anna, reason="asked for")
    erasure.confirm(asked.pk, actor=bela)
    withdraw("item", record_id=items["withdrawn"].pk, actor=anna, is_announced=False, reason="x")
    withhold(actor=anna, item_id=items["withheld"].pk, ranges=[Stretch(0.1, 0.2)])

    def there(name: str) -> bool:
        return any((made.folder() / str(keys[name])).glob("*.flac"))

    assert not there("erased")
    settings.VAR = machines[1]
    assert all(there(name) for name in keys), "the control: it lies on the other machine"
    name = next((made.folder() / str(keys["erased"])).glob("*.flac")).name
    again = made.Made(keys["erased"], name.partition("-")[2].removesuffix(".flac"), "flac")
    assert again.path() is None, "it is not given, though it lies there"
    name = next((made.folder() / str(keys["withheld"])).glob("*.flac")).name
    again = made.Made(keys["withheld"], name.partition("-")[2].removesuffix(".flac"), "flac")
    assert again.path() is None
    assert made.sweep() == len(keys) - 1
    assert [name for name in keys if there(name)] == ["kept"]
    assert not (made.folder() / str(keys["erased"])).exists()
    assert made.sweep() == 0
