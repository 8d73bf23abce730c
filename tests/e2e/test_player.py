"""`<sound-player>` in a plain page: what is seen, heard and reached by keys."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import axe, chromium, visit
from tests.e2e.synthetic import Synthetic, served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PLAYER = "document.querySelector('sound-player')"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def site() -> Path:
    return Path(settings.SITE_DIR)


class Opened:
    """A player's page with one sound."""

    def __init__(self, page: Page, sound: Synthetic, complaints: list[str]) -> None:
        self.page, self.sound, self.complaints = page, sound, complaints
        self.stage = page.get_by_role("slider", name="Position in the sound")

    def js(self, expression: str) -> Any:
        return self.page.evaluate(expression.replace("player", PLAYER))

    @property
    def view(self) -> dict[str, float]:
        found: dict[str, float] = self.js("player.view")
        return found

    def until(self, expression: str) -> None:
        self.page.wait_for_function(expression.replace("player", PLAYER))


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Any]:
    closing: list[AbstractContextManager[Any]] = []

    def open_(**how: Any) -> Opened:
        window = how.pop("window", {})
        sound = Synthetic(**how)
        server = served(sound, site)
        address = server.__enter__()
        closing.append(server)
        context = visit(browser, address, **window)
        opened_visit = context.__enter__()
        closing.append(context)
        page = opened_visit.open("/")
        page.wait_for_function(f"{PLAYER}?.view?.end > 0")
        return Opened(page, sound, opened_visit.complaints)

    yield open_
    for context in reversed(closing):
        context.__exit__(None, None, None)


def ink(page: Page, kind: str) -> int:
    """Return how many pixels of a canvas are drawn on."""
    found: int = page.evaluate(
        """(kind) => {
          const { shadowRoot } = document.querySelector('sound-player');
          const canvas = shadowRoot.querySelector(`canvas.${kind}`);
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let n = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i]) n += 1;
          return n;
        }""",
        kind,
    )
    return found


def test_it_draws_waveform_and_spectrogram_from_a_few_tiles(opened: Any) -> None:
    """W-22, W-40: one file, no framework; the tile that covers the whole is asked first."""
    it = opened()
    it.page.wait_for_timeout(500)
    assert ink(it.page, "wave") > 10_000
    assert ink(it.page, "spectrum") > 100_000
    assert ink(it.page, "overview-sheet") > 1000
    # As the browser sends them: what runs side by side arrives in any order.
    sent = it.page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    first = next(url for url in sent if "/tiles/spectrogram" in url)
    top = len(it.sound.spectrogram) - 1
    assert first.endswith(f"/tiles/spectrogram/{top}/0")
    tiles = [path for path in it.sound.asked if path.startswith("/tiles/spectrogram")]
    assert len(tiles) == len(set(tiles)) <= 12
    assert not it.complaints


def test_every_gesture_has_a_key(opened: Any) -> None:
    """W-34: step, page, ends, zoom, pan and loop, with the position told in words."""
    it = opened()
    it.stage.focus()
    expect(it.stage).to_have_attribute("aria-valuetext", "0 seconds of 30 seconds")
    it.page.keyboard.press("ArrowRight")
    assert it.js("player.currentTime") == pytest.approx(1.5)
    it.page.keyboard.press("Shift+ArrowLeft")
    assert it.js("player.currentTime") == pytest.approx(1.5 - it.view["secondsPerPixel"])
    whole = it.view["secondsPerPixel"]
    it.page.keyboard.press("+")
    assert it.view["secondsPerPixel"] == pytest.approx(whole / 2)
    it.page.keyboard.press(".")
    assert it.view["start"] > 0
    it.page.keyboard.press("0")
    assert it.view["secondsPerPixel"] == pytest.approx(whole)
    it.page.keyboard.press("End")
    expect(it.stage).to_have_attribute("aria-valuenow", "30")
    it.page.keyboard.press("Home")
    it.page.keyboard.press("ArrowRight")
    it.page.keyboard.press("i")
    it.page.keyboard.press("ArrowRight")
    it.page.keyboard.press("o")
    expect(it.page.get_by_text("From 0:01.500 to 0:03.000")).to_be_visible()
    it.page.keyboard.press("Escape")
    expect(it.page.get_by_text("From 0:01.500")).to_have_count(0)
    it.page.keyboard.press("Alt+ArrowUp")
    expect(it.page.locator(".reading")).to_contain_text("Hz")
    expect(it.page.locator(".reading")).to_contain_text("dB")


def test_it_zooms_under_the_pointer_and_pans_by_drag(opened: Any) -> None:
    it = opened()
    box = it.stage.bounding_box()
    x = box["x"] + box["width"] * 0.25
    before = it.view["start"] + it.view["secondsPerPixel"] * box["width"] * 0.25
    it.page.mouse.move(x, box["y"] + 40)
    it.page.keyboard.down("Control")
    it.page.mouse.wheel(0, -120)
    it.page.mouse.wheel(0, -120)
    it.page.keyboard.up("Control")
    it.until("player.view.secondsPerPixel < 0.015")
    after = it.view["start"] + it.view["secondsPerPixel"] * box["width"] * 0.25
    assert after == pytest.approx(before, abs=0.01)
    start = it.view["start"]
    it.page.mouse.down()
    it.page.mouse.move(x - 200, box["y"] + 40, steps=4)
    it.page.mouse.up()
    assert it.view["start"] == pytest.approx(start + 200 * it.view["secondsPerPixel"], abs=0.05)


def test_a_plain_wheel_scrolls_the_page(opened: Any) -> None:
    it = opened(window={"viewport": {"width": 900, "height": 300}})
    box = it.stage.bounding_box()
    before = it.view
    it.page.mouse.move(box["x"] + 100, box["y"] + 20)
    it.page.mouse.wheel(0, 120)
    it.page.wait_for_function("scrollY > 0")
    assert it.view == before


def test_a_click_plays_from_there(opened: Any) -> None:
    """The sound is fetched by byte ranges and the time read out is exact."""
    it = opened()
    box = it.stage.bounding_box()
    it.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 60)
    assert it.js("player.currentTime") == pytest.approx(15, abs=0.02)
    it.page.get_by_role("button", name="Play").click()
    it.until("player.currentTime > 15.3")
    it.page.get_by_role("button", name="Pause").click()
    shown = it.page.locator(".clock span").first.inner_text()
    assert shown.startswith("0:15.")


def test_a_time_expanded_copy_keeps_the_recordings_own_time(opened: Any) -> None:
    """A copy ten times slower: one second heard is a tenth of a second recorded."""
    it = opened(seconds=4, sample_rate=250_000, channels=1, time_factor=10)
    expect(it.page.get_by_text("Played 10 times slower")).to_be_visible()
    it.js("player.currentTime = 2")
    audio = "player.shadowRoot.querySelector('audio').currentTime"
    it.until(f"Math.abs({audio} - 20) < 0.01")
    it.js("player.play()")
    it.until("player.currentTime > 2.05")
    it.js("player.pause()")
    assert it.js(audio) == pytest.approx(it.js("player.currentTime") * 10, abs=0.01)


def test_an_address_chooses_a_stretch(opened: Any) -> None:
    """W-26: `t=5.2,6.4` is shown closely and played to its end."""
    it = opened(attributes='t="5.2,6.4"')
    it.until("player.currentTime > 5.19 && player.view.end - player.view.start < 3")
    it.js("player.play()")
    it.until("player.currentTime > 6.39 && player.shadowRoot.querySelector('audio').paused")
    assert it.js("player.currentTime") == pytest.approx(6.4, abs=0.05)


def test_a_loop_is_repeated(opened: Any) -> None:
    it = opened(attributes='t="5.2,5.6"')
    it.until("player.currentTime > 5.19")
    it.page.get_by_role("button", name="Loop", exact=True).click()
    it.page.get_by_role("button", name="Play").click()
    it.page.wait_for_timeout(1500)
    assert 5.1 < it.js("player.currentTime") < 5.75
    assert not it.js("player.shadowRoot.querySelector('audio').paused")


def test_without_tiles_it_plays_and_fills_in_when_they_come(opened: Any) -> None:
    """W-23: the sound goes on while the picture arrives."""
    it = opened(with_tiles=False)
    expect(it.page.get_by_text("Its picture is not made yet")).to_be_visible()
    it.js("player.play()")
    it.until("player.currentTime > 0.2")
    made = Synthetic()
    pyramid = {
        kind: {"manifest": made.manifest(kind), "tiles": f"/tiles/{kind}/{{level}}/{{index}}"}
        for kind in ("waveform", "spectrogram")
    }
    it.page.evaluate(f"(p) => {{ {PLAYER}.source = {{ ...{PLAYER}.source, ...p }} }}", pyramid)
    expect(it.page.get_by_text("Its picture is not made yet")).to_have_count(0)
    it.page.wait_for_timeout(400)
    assert ink(it.page, "wave") > 1000
    assert not it.js("player.shadowRoot.querySelector('audio').paused")
    assert it.js("player.currentTime") > 0.4


def test_refused_tiles_are_told_in_words(opened: Any) -> None:
    it = opened()
    it.page.evaluate(
        f"""() => {{
          const {{ source }} = {PLAYER};
          const waveform = {{ ...source.waveform, tiles: '/gone/{{level}}/{{index}}' }};
          {PLAYER}.source = {{ ...source, waveform }};
        }}"""
    )
    expect(it.page.get_by_text("The picture of this sound could not be loaded")).to_be_visible()


def test_what_it_keeps_stays_bounded(opened: Any) -> None:
    """G-3: a walk through 10 minutes at every zoom keeps at most 40 MB of tiles and pictures."""
    it = opened(seconds=600, channels=1)
    it.page.evaluate(
        f"""{PLAYER}.addEventListener('sound-drawn', (drawn) => {{
          window.kept = Math.max(window.kept ?? 0, drawn.detail.bytes);
        }})"""
    )
    it.stage.focus()
    for _ in range(6):
        it.page.keyboard.press("+")
    for _ in range(60):
        it.page.keyboard.press("PageUp")
        it.page.wait_for_timeout(90)
    kept = it.page.evaluate("window.kept")
    print(f"kept at most {kept / 1e6:.1f} MB")
    assert 8_000_000 < kept <= 40_000_000


@pytest.mark.parametrize("window", ["light", "dark"])
def test_axe_finds_nothing_wrong(opened: Any, window: str) -> None:
    """G-9: also with the keys' help open, on a phone, with everything unfolded."""
    it = opened(window={"color_scheme": window, "viewport": {"width": 390, "height": 844}})
    it.page.get_by_role("button", name="More").click()
    it.page.get_by_text("Keys").click()
    assert axe(it.page) == []


def test_it_speaks_the_language_of_its_words(opened: Any) -> None:
    it = opened(language="fr")
    it.stage.focus()
    it.page.keyboard.press("End")
    spoken = it.stage.get_attribute("aria-valuetext").replace("\u00a0", " ")
    assert spoken == "30 secondes of 30 secondes"  # words are the page's to give; numbers are not
