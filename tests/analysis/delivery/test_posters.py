"""Films give their sound and a poster (T-30): the picture is made in the child, by the rule."""

import io
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from analysis.delivery.sounds import playable
from archive.access import PUBLIC
from archive.models import Item
from archive.services.deposit import deposit_sound
from archive.services.withholding import Stretch, withhold
from tests.analysis.delivery.test_views import analysed, ask, client_of, output_of
from tests.analysis.recordings import ARCHIVIST, new_item, recorded_item, staff

pytestmark = pytest.mark.usefixtures("house")
RATE = 48_000


def film(path: Path, seconds: float = 2.0) -> Path:
    """Write a film: half a second of black, then red at the left and blue at the right."""
    times = np.arange(round(seconds * RATE)) / RATE
    signal = (0.5 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
    with av.open(str(path), "w") as container:
        picture = container.add_stream("mpeg4", rate=10)
        picture.width, picture.height, picture.pix_fmt = 320, 180, "yuv420p"
        sound = container.add_stream("aac", rate=RATE)
        sound.layout, sound.bit_rate = "mono", 96_000
        for number in range(round(seconds * 10)):
            pixels = np.zeros((180, 320, 3), np.uint8)
            if number >= 5:
                pixels[:, :160, 0] = 230
                pixels[:, 160:, 2] = 230
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        for at in range(0, len(signal), 1024):
            part = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(signal[None, at : at + 1024]), format="fltp", layout="mono"
            )
            part.sample_rate, part.pts, part.time_base = RATE, at, Fraction(1, RATE)
            container.mux(sound.encode(part))
        container.mux(sound.encode(None))
    return path


def filmed(folder: Path, name: str = "film.mp4") -> Item:
    item = new_item()
    deposit_sound(film(folder / name), actor=ARCHIVIST, item=item)
    return item


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.avi"])
def test_a_film_gives_its_sound_and_a_picture(name: str, tmp_path: Path) -> None:
    item = analysed(filmed(tmp_path, name))
    loud = output_of(item, "rms", "level").value
    assert loud == pytest.approx(20 * np.log10(0.5 / np.sqrt(2)), abs=1)
    heard = playable(item.pk, PUBLIC)
    assert heard is not None
    assert heard.duration_s == pytest.approx(2.0, abs=0.1)
    answer = ask(f"/items/{item.code}/poster.jpg")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    with av.open(io.BytesIO(answer.body), "r", format="image2pipe") as picture:
        pixels = next(picture.decode(video=0)).to_ndarray(format="rgb24")
    assert pixels.shape == (180, 320, 3)
    left, right = pixels[:, 20:140].mean(axis=(0, 1)), pixels[:, 180:300].mean(axis=(0, 1))
    assert left[0] > 180 > 60 > left[2], "not the black that it begins with"
    assert right[2] > 180 > 60 > right[0]
    again = ask(f"/items/{item.code}/poster.jpg", headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_its_picture_is_for_who_may_listen(tmp_path: Path) -> None:
    item = filmed(tmp_path)
    url, archivist = f"/items/{item.code}/poster.jpg", client_of(is_staff=True)
    assert ask(url).status_code == 200
    withhold(actor=staff(), item_id=item.pk, ranges=[Stretch(0.1, 0.2)])
    assert ask(url).status_code == 404, "nobody knows what it shows"
    assert ask(url, archivist).status_code == 200
    withhold(actor=staff(), item_id=item.pk, ranges=[])
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert ask(url).status_code == 404
    assert ask(url, archivist).headers["Cache-Control"] == "private, no-store"


def test_what_is_no_film_has_no_poster(tmp_path: Path) -> None:
    item = recorded_item(tmp_path)
    assert ask(f"/items/{item.code}/poster.jpg").status_code == 404
    song = tmp_path / "song.m4a"
    with av.open(str(song), "w", format="ipod") as container:
        stream = container.add_stream("aac", rate=RATE)
        stream.layout = "mono"
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = RATE
        for number in range(20):
            frame.pts, frame.time_base = number * 1024, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    other = new_item()
    deposit_sound(song, actor=ARCHIVIST, item=other)
    for _ in range(2):  # the second time it is known
        assert ask(f"/items/{other.code}/poster.jpg").status_code == 404
