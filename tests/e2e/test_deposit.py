"""Staff deposit sounds in a browser: drop, see, attach; what is no sound is refused.

On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import os
import re
from hashlib import sha256
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.road import road
from tests.e2e.walking import look
from tests.sounds import write_wav

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

COLLECTION = "CNRSMH_I_1970_012"
DISCARD = "mutation($input: DiscardUploadInput!) { discardUpload(input: $input) { __typename } }"
PARTS = "query($code: String!) { item(code: $code) { title parts { file { sha256 } } } }"


def signed_in(visitor: Visit, staff: tuple[str, str]) -> Page:
    page = visitor.open("/deposit")
    assert "/login?next=/deposit" in page.url
    page.get_by_label("User name").or_(page.locator("#username")).fill(staff[0])
    page.locator("#password").fill(staff[1])
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/deposit")
    left = [each["id"] for each in staged(visitor)]
    for upload in left:  # by a test that failed
        asked(visitor, DISCARD, input={"upload": upload})
    if left:
        page.reload()
    return taken_over(page)


def asked(visitor: Visit, query: str, **variables: object) -> Any:
    """Return what GraphQL answers to who is logged in."""
    answer = visitor.context.request.post(
        f"{visitor.site}/graphql",
        data={"query": query, "variables": variables},
        headers={"graphql-require-preflight": "1"},
    )
    return answer.json()["data"]


def staged(visitor: Visit) -> list[dict[str, str]]:
    """Return what waits for a record."""
    found = asked(visitor, "{ stagedUploads { nodes { id sha256 } } }")["stagedUploads"]
    return list(found["nodes"])


def waiting(visitor: Visit) -> list[str]:
    """Return the checksums of what waits for a record."""
    return [each["sha256"] for each in staged(visitor)]


def test_a_curator_deposits_sounds(
    browser: Browser, site: str, staff: tuple[str, str], tmp_path: Path
) -> None:
    """Row 5 of issue 3: by the keyboard alone once the files are chosen."""
    number = os.getpid()
    first = write_wav(tmp_path / f"well_{number}.wav", frames=16_000 + number % 997)
    second = write_wav(tmp_path / f"dance_{number}.wav", frames=24_000 + number % 97, channels=2)
    third = tmp_path / "words.wav"
    third.write_text("These are words.\n" * 50)
    with visit(browser, site) as visitor:
        page = signed_in(visitor, staff)
        page.locator("#files").set_input_files([first, second, third])
        refused = page.locator("li.deposit[data-kind=refused]")
        expect(refused).to_contain_text("text, not a sound")
        refused.get_by_role("button").click()
        expect(page.locator("li.deposit[data-kind=staged]")).to_have_count(2)
        stereo = page.locator("li.deposit", has_text=second.name)
        expect(stereo).to_contain_text("2 channels")
        expect(stereo).to_contain_text("8 kHz")
        expect(stereo).to_contain_text("0:03")

        mono = page.locator("li.deposit", has_text=first.name)
        mono.get_by_label("A new record").focus()
        page.keyboard.press("Space")
        mono.get_by_role("combobox", name="Collection").focus()
        page.keyboard.type(COLLECTION)
        expect(mono.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
        title = mono.get_by_label("Title")
        expect(title).to_have_value(f"well {number}")
        mono.get_by_label("Code", exact=True).select_option("own")
        mono.get_by_label("Your code").fill(f"{COLLECTION}_9{number % 10000:04}")
        mono.get_by_role("button", name="Attach").focus()
        page.keyboard.press("Enter")
        done = page.locator("li.deposit[data-kind=attached]")
        expect(done).to_contain_text(f"well {number}", timeout=30_000)
        expect(done).to_contain_text("Its analysis has begun.")

        stereo.get_by_role("combobox", name="Recording").focus()
        page.keyboard.type(f"well {number}")
        expect(stereo.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
        stereo.get_by_role("button", name="Attach").click()

        expect(page.locator("li.deposit[data-kind=attached]")).to_have_count(2, timeout=30_000)
        assert axe(page) == []
        assert not visitor.complaints
        assert not visitor.strayed
        page.get_by_role("link", name=f"well {number}").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"well {number}")

        # The same bytes again: the archive says that it holds them, and where.
        again = taken_over(visitor.open("/deposit"))
        again.locator("#files").set_input_files([first])
        held = again.locator("li.deposit .held")
        expect(held).to_contain_text(f"{COLLECTION}_9{number % 10000:04}")
        again.reload()
        expect(taken_over(again).locator("li.deposit[data-kind=staged]")).to_have_count(1)
        again.get_by_role("button", name="Discard").click()
        expect(again.locator("li.deposit")).to_have_count(0)


def test_an_upload_that_is_cut_half_way_is_sent_again(
    browser: Browser, site: str, staff: tuple[str, str], tmp_path: Path
) -> None:
    """Over a real connection that is reset: nothing of the half is kept, and the whole arrives."""
    sound = write_wav(tmp_path / "long way.wav", frames=3_000_000)
    with road(site) as between, visit(browser, between.url) as visitor:
        page = signed_in(visitor, staff)
        between.cuts_after = 2 << 20
        page.locator("#files").set_input_files(sound)
        cut = page.locator("li.deposit[data-kind=refused]")
        expect(cut).to_contain_text("did not arrive whole: the connection was lost", timeout=30_000)
        expect(page.get_by_role("status").filter(has_text=sound.name)).to_be_attached()
        assert between.cuts > 0
        assert waiting(visitor) == []
        assert axe(page) == []

        between.cuts_after = None
        cut.get_by_role("button", name="Send again").click()
        arrived = page.locator("li.deposit[data-kind=staged]")
        expect(arrived).to_contain_text("6 MB", timeout=30_000)
        assert waiting(visitor) == [sha256(sound.read_bytes()).hexdigest()]
        arrived.get_by_role("button", name=f"Discard {sound.name}").click()
        expect(page.locator("li.deposit")).to_have_count(0)
        assert waiting(visitor) == []


def test_two_that_are_sent_at_once_each_join_their_own_record(
    browser: Browser, site: str, staff: tuple[str, str], tmp_path: Path
) -> None:
    """Neither goes on before both have begun; both are attached in the same moment."""
    number = os.getpid()
    sounds = {
        f"{name} {number}": write_wav(tmp_path / f"{name}_{number}.wav", frames=frames)
        for name, frames in (("flute", 1_000_000), ("drum", 1_200_000))
    }
    with road(site) as between, visit(browser, between.url) as visitor:
        page = signed_in(visitor, staff)
        between.meeting = Barrier(2, timeout=30)
        page.locator("#files").set_input_files(list(sounds.values()))
        expect(page.locator("li.deposit[data-kind=staged]")).to_have_count(2, timeout=30_000)
        assert not between.meeting.broken
        between.meeting = None
        for path in sounds.values():
            card = page.locator("li.deposit", has_text=path.name)
            card.get_by_label("A new record").check()
            collection = card.get_by_role("combobox", name="Collection")
            if collection.is_visible():  # what was picked for one file stands for the next
                collection.press_sequentially(COLLECTION)
                expect(card.get_by_role("option").first).to_be_visible()
                collection.press("Enter")
        page.evaluate(
            "document.querySelectorAll('form.attach').forEach((form) => form.requestSubmit())"
        )
        done = page.locator("li.deposit[data-kind=attached]")
        expect(done).to_have_count(2, timeout=60_000)
        codes = set()
        for title, path in sounds.items():
            link = done.get_by_role("link", name=title)
            code = str(link.get_attribute("href")).rpartition("/")[2]
            record = asked(visitor, PARTS, code=code)["item"]
            assert record["title"] == title
            held = [part["file"]["sha256"] for part in record["parts"]]
            assert held == [sha256(path.read_bytes()).hexdigest()]
            codes.add(code)
        assert len(codes) == 2
        assert visitor.complaints == []


def test_a_visitor_is_sent_to_the_log_in(browser: Browser, site: str) -> None:
    with visit(browser, site) as visitor:
        assert "/login" in visitor.open("/deposit").url


@pytest.mark.parametrize("width", sorted(WIDTHS))
def test_the_page_holds_in_each_width_and_light(
    browser: Browser,
    site: str,
    staff: tuple[str, str],
    tmp_path: Path,
    width: str,
) -> None:
    """W-: nothing overflows; `PICTURES` names a folder for what it looks like."""
    size = {"width": WIDTHS[width][0], "height": WIDTHS[width][1]}
    sound = write_wav(tmp_path / "a rather long name of a file from the field 1970-11-30.wav")
    words = tmp_path / "notes.wav"
    words.write_text("no sound\n" * 9)
    with visit(browser, site, viewport=size, locale="fr-FR") as visitor:
        page = signed_in(visitor, staff)
        page.locator("#files").set_input_files([sound, words])
        expect(page.locator("li.deposit[data-kind=staged]")).to_have_count(1)
        expect(page.locator("li.deposit[data-kind=refused]")).to_have_count(1)
        page.get_by_label("Une nouvelle fiche").first.check()
        look(page, "deposit", size["width"])
        if os.environ.get("PICTURES"):
            path = Path(os.environ["PICTURES"]) / f"deposit-{width}.png"
            page.screenshot(path=path, full_page=True)
        page.get_by_role("button", name=re.compile("^Abandonner a rather")).click()
        expect(page.locator("li.deposit[data-kind=staged]")).to_have_count(0)
