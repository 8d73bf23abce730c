"""The doors to tiles, listening copies and result files: one rule at each, asked each time.

R-26, R-36; the answer to what one may not see is the answer to what does not exist.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import h5py
import numpy as np
import pytest
import soundfile
from django.test import Client
from django.utils import timezone

from analysis.delivery.sounds import playable, playables
from analysis.models import Output, Result, Status
from analysis.runs.services import start_run
from analysis.workers.passes import work_one
from archive.access import PUBLIC
from archive.models import ApiToken, Item, User
from archive.services.deposit import deposit_sound
from tests.analysis.recordings import ARCHIVIST, new_item, recorded_item, staff, twin_of

pytestmark = pytest.mark.usefixtures("house")
Door = Callable[[Item], str]
NOWHERE = "/media/items/{}/tiles/{}/0/0"


def analysed(item: Item) -> Item:
    run = start_run(actor=staff(), items=[item])
    while work_one():
        pass
    run.refresh_from_db()
    assert run.status == Status.DONE, run.run_items.get().error
    return item


def ultrasound(folder: Path, access: str = "full", *, rate: int = 250_000) -> Item:
    """Return half a second that a browser cannot play: of a rate beyond a studio's, for bats."""
    path = folder / f"bat-{uuid4()}.wav"
    noise = np.random.default_rng(4).standard_normal(rate // 2) * 0.1
    soundfile.write(path, noise, rate)
    item = new_item(access)
    deposit_sound(path, actor=ARCHIVIST, item=item)
    return item


def output_of(item: Item, name: str, processor: str) -> Output:
    return Output.objects.get(
        computation__results__item=item, name=name, computation__processor=processor
    )


def tile_of(item: Item, processor: str = "waveform", place: str = "0/0") -> str:
    output = output_of(item, "tiles", processor)
    return f"/media/items/{item.pk}/tiles/{output.content_hash}/{place}"


def result_of(item: Item, processor: str) -> UUID:
    return Result.objects.get(item=item, computation__processor=processor).pk


def copy_of(item: Item) -> str:
    return f"/media/results/{result_of(item, 'listening_copy')}/audio"


def file_of(item: Item) -> str:
    return f"/media/results/{result_of(item, 'level')}.h5"


DOORS = pytest.mark.parametrize("door", [tile_of, copy_of, file_of], ids=["tile", "copy", "file"])


@dataclass(frozen=True)
class Answer:
    status_code: int
    body: bytes
    headers: Mapping[str, str]


def ask(url: str, client: Client | None = None, headers: Mapping[str, str] | None = None) -> Answer:
    """GET to the last byte; the public unless a client is given."""
    response = (client or Client()).get(url, headers=headers)
    body = response.getvalue() if response.streaming else response.content
    response.close()
    return Answer(response.status_code, body, dict(response.items()))


def client_of(*, is_staff: bool) -> Client:
    user = User.objects.create(username=f"u{uuid4()}", is_staff=is_staff)
    secret = ApiToken.new_secret()
    ApiToken.objects.create(user=user, name="t", digest=ApiToken.digest_of(secret))
    return Client(headers={"authorization": f"Bearer {secret}"})


def test_a_waveform_tile_holds_what_was_recorded(tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    response = ask(tile_of(item))
    manifest = output_of(item, "tiles", "waveform").data
    buckets = manifest["levels"][0]
    least, greatest, rms = np.frombuffer(response.body, "<i2").reshape(3, buckets)
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert greatest.max() / 32767 == pytest.approx(0.5, abs=0.001)
    assert least.min() / 32767 == pytest.approx(-0.5, abs=0.001)
    assert np.median(rms.view("<u2")) / 32767 == pytest.approx(0.5 / np.sqrt(2), abs=0.01)


def test_a_copy_is_sent_in_ranges(tmp_path: Path) -> None:
    """RFC 9110: the player seeks in what a browser cannot play itself."""
    item = analysed(ultrasound(tmp_path))
    whole = ask(copy_of(item))
    assert whole.headers["Content-Type"] == "audio/ogg"
    data = whole.body
    part = ask(copy_of(item), headers={"range": "bytes=100-199"})
    assert part.status_code == 206
    assert part.body == data[100:200]
    again = ask(copy_of(item), headers={"if-none-match": whole.headers["ETag"]})
    assert again.status_code == 304


def test_a_result_file_opens_and_tells_nothing_of_when(tmp_path: Path) -> None:
    """HDF5 that a notebook reads; no id of ours in it betrays when it was first asked."""
    item = analysed(recorded_item(tmp_path))
    response = ask(file_of(item))
    assert response.headers["Content-Type"] == "application/x-hdf5"
    path = tmp_path / "result.h5"
    path.write_bytes(response.body)
    with h5py.File(path) as file:
        assert file.attrs["complete"]
        groups = [name for name in file if name.startswith("pitch-")]
        assert file[groups[0]]["f0"].attrs["unit"] == "Hz"
    ids = [str(pk).encode() for pk in Result.objects.values_list("computation", flat=True)]
    assert not [pk for pk in ids if pk in path.read_bytes()]


@DOORS
def test_every_door_asks_the_level_of_the_item(door: Door, tmp_path: Path) -> None:
    item = analysed(ultrasound(tmp_path))
    url = door(item)
    public, member, archivist = Client(), client_of(is_staff=False), client_of(is_staff=True)
    for access, answers in {
        "full": (200, 200, 200),
        "metadata": (404, 404, 200),
        "none": (404, 404, 200),
    }.items():
        Item.objects.filter(pk=item.pk).update(access=access)
        found = tuple(ask(url, client).status_code for client in (public, member, archivist))
        assert found == answers, access
    Item.objects.filter(pk=item.pk).update(
        access="full", embargo_until=timezone.now() + timedelta(hours=1)
    )
    assert ask(url, public).status_code == 404
    assert ask(url, archivist).status_code == 200


@DOORS
def test_only_what_is_public_may_be_kept(door: Door, tmp_path: Path) -> None:
    item = analysed(ultrasound(tmp_path))
    url, archivist = door(item), client_of(is_staff=True)
    named = "immutable" if door is tile_of else "no-cache"
    for client in (Client(), archivist):
        kept = ask(url, client).headers
        assert kept["Cache-Control"].startswith("public")
        assert named in kept["Cache-Control"]
        assert {"Authorization", "Cookie"} <= {v.strip() for v in kept["Vary"].split(",")}
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert ask(url, archivist).headers["Cache-Control"] == "private, no-store"


@DOORS
def test_a_hidden_twin_is_not_betrayed(door: Door, tmp_path: Path) -> None:
    """Its own address answers as one that does not exist, though the bytes are public elsewhere."""
    hidden = analysed(ultrasound(tmp_path, access="none"))
    shown = analysed(twin_of(hidden, tmp_path))
    assert ask(door(shown)).status_code == 200
    url = door(hidden)
    missing = url.replace(str(hidden.pk), str(uuid4()))
    if missing == url:
        missing = f"/media/results/{uuid4()}{url[len('/media/results/') + 36 :]}"
    answers = {(answer.status_code, answer.body) for answer in map(ask, (url, missing))}
    assert len(answers) == 1
    assert answers.pop()[0] == 404


@pytest.mark.parametrize("place", ["0/9", "9/0", "0/999999999", "1/0"])
def test_tiles_that_the_pyramid_does_not_have_are_not_found(place: str, tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    assert ask(tile_of(item, place=place)).status_code == 404


def test_odd_addresses_are_not_found(tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    good = tile_of(item)
    result = result_of(item, "level")
    for odd in (
        good.replace("/0/0", "/0/-1"),
        good.replace("/0/0", "/../0"),
        good.replace("/0/0", "/0/0/0"),
        good[:-6] + "/0/0",
        f"/media/results/{result}/peak",
        f"/media/results/{result}/../level.h5",
        f"/media/results/{uuid4()}.h5",
    ):
        assert ask(odd).status_code == 404, odd
    assert Client().post(good).status_code == 405
    assert Client().head(good).status_code == 200


def test_an_item_plays_its_master_where_a_browser_can(tmp_path: Path) -> None:
    item = analysed(recorded_item(tmp_path))
    sound = playable(item.pk, PUBLIC)
    assert sound
    assert (sound.mime_type, sound.duration_s, sound.time_factor) == ("audio/wav", 1.0, 1.0)
    response = ask(sound.url)
    assert response.body[:4] == b"RIFF"


def test_an_item_plays_its_slowed_copy_where_no_ear_would_hear_it(tmp_path: Path) -> None:
    item = ultrasound(tmp_path)
    assert playable(item.pk, PUBLIC) is None, "before a run there is nothing to play"
    analysed(item)
    sound = playable(item.pk, PUBLIC)
    assert sound
    assert sound.time_factor == 6.0
    assert sound.duration_s == pytest.approx(0.5, abs=0.01)
    heard = tmp_path / "heard.ogg"
    heard.write_bytes(ask(sound.url).body)
    assert soundfile.info(heard).duration == pytest.approx(3.0, abs=0.05)


@pytest.mark.parametrize("rate", [96_000, 192_000])
def test_a_studio_master_is_heard_at_its_own_speed(tmp_path: Path, rate: int) -> None:
    """The slowed copy is made as well, and served to who asks for it."""
    item = analysed(ultrasound(tmp_path, rate=rate))
    sound = playable(item.pk, PUBLIC)
    assert sound
    assert sound.time_factor == 1.0
    assert sound.duration_s == pytest.approx(0.5, abs=0.01)
    heard = tmp_path / "heard.ogg"
    heard.write_bytes(ask(sound.url).body)
    assert soundfile.info(heard).duration == pytest.approx(0.5, abs=0.05)
    slowed = f"/media/results/{result_of(item, 'listening_copy')}/audio"
    heard.write_bytes(ask(slowed).body)
    assert soundfile.info(heard).duration == pytest.approx(rate / 96_000, abs=0.05)


def test_a_copy_is_shown_by_the_items_own_result(tmp_path: Path) -> None:
    """D-13: two items of the same bytes share a computation; neither address names the other."""
    open_ = analysed(ultrasound(tmp_path))
    hidden = analysed(twin_of(open_, tmp_path, access="none"))
    found = playables([open_.pk, hidden.pk], ARCHIVIST)
    for item in (open_, hidden):
        assert str(result_of(item, "listening_copy")) in found[item.pk].url
    assert playables([open_.pk, hidden.pk], PUBLIC) == {open_.pk: found[open_.pk]}


def test_what_may_not_be_heard_is_not_offered(
    tmp_path: Path, django_assert_num_queries: Callable[[int], object]
) -> None:
    """Two statements, however many items (P-4)."""
    open_, closed = recorded_item(tmp_path), recorded_item(tmp_path, access="metadata")
    bat, silent = analysed(ultrasound(tmp_path)), new_item()
    ids = [open_.pk, closed.pk, bat.pk, silent.pk]
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        found = playables(ids, PUBLIC)
    assert set(found) == {open_.pk, bat.pk}
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        playables(ids * 10, PUBLIC)
    assert set(playables(ids, ARCHIVIST)) == {open_.pk, closed.pk, bat.pk}
