"""What hangs on a record, worked on in a browser: terms made in a form, media, texts in time.

On the demo's site (TRIED_SITE and TRIED_LOGIN: on another).
"""

import os
import re
import secrets
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.e2e.browser import WIDTHS, Visit, axe, taken_over, visit
from tests.e2e.walking import look

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

SOUND = "/items/DEMO_MUSIC_001"
COLLECTION = "CNRSMH_I_1970_012"
WORDS = """WEBVTT - Words {n}

00:00.500 --> 00:01.500
<v Ana>Ie ie

00:02.000 --> 00:03.000
Oho

no time here
"""


@pytest.fixture
def curator(browser: Browser, site: str, staff: tuple[str, str]) -> Iterator[Visit]:
    with visit(browser, site) as visitor:
        log_in(visitor, staff)
        yield visitor


def log_in(visitor: Visit, staff: tuple[str, str]) -> None:
    page = visitor.open("/login")
    page.locator("#username").fill(staff[0])
    page.locator("#password").fill(staff[1])
    page.locator("main button[type=submit]").click()
    taken_over(page)
    page.close()


def opened(visitor: Visit, path: str) -> Page:
    page = taken_over(visitor.open(path))
    page.on("dialog", Dialog.accept)
    return page


def picture(path: Path, red: int) -> Path:
    """Write a PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(b"\0" + bytes([red, 90, 30]) * 48 for _ in range(32))
    head = struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return path


def test_a_place_is_made_while_a_recording_is_described(curator: Visit) -> None:
    """W-43: by keys alone; what is there of a similar name, in any language, is shown first."""
    page = opened(curator, f"/new/items?collection={COLLECTION}")
    title, name = f"A song of the well {os.getpid()}", secrets.token_hex(6)
    page.get_by_label("Title", exact=False).first.fill(title)
    place = page.get_by_role("combobox", name="Place", exact=True)
    place.press_sequentially("Sangga")
    expect(page.get_by_role("option", name=re.compile("^Create “Sangga”"))).to_be_visible()
    place.press("Enter")
    dialog = page.get_by_role("dialog", name="New: Place")
    expect(dialog.get_by_label("Name")).to_be_focused()
    expect(dialog.get_by_role("button", name="Take Sanga")).to_be_visible()
    expect(dialog.get_by_role("button", name="Create all the same")).to_be_enabled()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(place).to_be_focused()

    place.press("ArrowDown")
    expect(page.get_by_role("option", name=re.compile("^Create"))).to_be_visible()
    place.press("Enter")
    dialog.get_by_label("Name").fill(name)
    expect(dialog.get_by_role("button", name="Create", exact=True)).to_be_visible()
    dialog.get_by_label("Kind").select_option("SETTLEMENT")
    parents = dialog.get_by_role("combobox", name="Belongs to")
    parents.press_sequentially("Mali")
    expect(dialog.locator(".offers [role=option]").first).to_be_visible()
    parents.press("Enter")
    dialog.get_by_role("button", name="Create", exact=True).press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name=f"Remove {name}")).to_be_focused()

    language = page.get_by_role("combobox", name="Languages")
    language.press_sequentially("Zzyzxish")
    expect(page.get_by_role("option", name=re.compile("^Create"))).to_be_visible()
    language.press("Enter")
    refused = page.get_by_role("dialog", name="New: Language")
    refused.get_by_label("ISO 639-3").fill("1")
    refused.get_by_role("button", name="Create", exact=True).click()
    expect(refused.locator(".field-error")).to_contain_text("no code")
    expect(refused.get_by_label("ISO 639-3")).to_be_focused()
    page.keyboard.press("Escape")
    language.fill("")

    page.get_by_role("button", name="Create", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("main").get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Mali")).to_be_visible()
    assert curator.strayed == []
    assert curator.complaints == []


def make_in(page: Page, picker: str, typed: str, title: str) -> Locator:
    """Type what is not there into a picker and ask for it to be made; return the dialog."""
    field = page.get_by_role("combobox", name=picker, exact=True)
    field.press_sequentially(typed)
    expect(page.get_by_role("option", name=re.compile("^Create"))).to_be_visible()
    field.press("ArrowUp")  # from the first of the choices to the last
    field.press("Enter")
    dialog = page.get_by_role("dialog", name=f"New: {title}")
    expect(dialog).to_be_visible()
    return dialog


def test_a_holder_and_an_agreement_are_made_while_an_accession_is_described(
    curator: Visit,
) -> None:
    """W-43: both are there afterwards, with what was said of them, and the accession names them."""
    number = secrets.token_hex(4)
    page = opened(curator, "/new/accessions")
    page.get_by_label("Code", exact=False).first.fill(f"ACC-{number}")

    dialog = make_in(page, "Holder", f"Maison {number} d'Été", "Holder")
    expect(dialog.get_by_label("Short name")).to_have_value(f"maison-{number}-d-ete")
    dialog.get_by_label("Name", exact=False).first.fill(f"Maison {number} d'Hiver")
    expect(dialog.get_by_label("Short name")).to_have_value(f"maison-{number}-d-hiver")
    dialog.get_by_label("Short name").fill("crem/lesc")
    dialog.get_by_label("Name", exact=False).first.fill(f"Maison {number}")
    expect(dialog.get_by_label("Short name")).to_have_value("crem/lesc")
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(dialog.locator(".field-error")).to_be_visible()
    expect(dialog.get_by_label("Short name")).to_be_focused()
    assert axe(page) == []
    dialog.get_by_label("Short name").fill(f"maison-{number}")
    dialog.get_by_role("button", name="Create", exact=True).press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name=f"Remove Maison {number}")).to_be_focused()

    dialog = make_in(page, "Agreement", f"Gift {number}", "Agreement")
    made = dialog.get_by_role("button", name="Create", exact=True)
    expect(made).to_be_disabled()
    dialog.get_by_label("Code").fill(f"GIFT-{number}")
    dialog.get_by_label("Kind").select_option("DONATION")
    made.click()
    expect(dialog).to_have_count(0)

    page.get_by_role("button", name="Create", exact=True).click()
    main = page.get_by_role("main")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"ACC-{number}")
    expect(main.get_by_role("link", name=f"Gift {number}")).to_be_visible()
    main.get_by_role("link", name=f"Maison {number}").click()
    expect(page).to_have_url(re.compile(f"/holders/maison-{number}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Maison {number}")
    assert curator.strayed == []
    assert curator.complaints == []


def test_a_vocabulary_is_made_while_a_term_is_described(curator: Visit) -> None:
    """W-43: the term stands in it; and a record's term is made in the vocabulary of its use."""
    number = secrets.token_hex(4)
    page = opened(curator, "/new/concepts")
    page.get_by_label("Name", exact=False).first.fill(f"reed {number}")
    dialog = make_in(page, "Vocabulary", f"Materials {number}", "Vocabulary")
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Create", exact=True).click()
    expect(page).to_have_url(re.compile(f"/vocabularies/materials-{number}/reed-{number}$"))
    expect(page.get_by_role("main").get_by_role("link", name=f"Materials {number}")).to_be_visible()

    page.goto(f"{curator.site}/new/items?collection={COLLECTION}")
    taken_over(page)
    page.get_by_label("Title", exact=False).first.fill(f"Rain song {number}")
    page.get_by_role("button", name="Add a term").click()
    page.get_by_label("What it says").select_option("keyword")
    dialog = make_in(page, "Term", f"rain {number}", "Term of a vocabulary")
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Create", exact=True).click()
    keyword = page.get_by_role("main").get_by_role("link", name=f"rain {number}")
    expect(keyword).to_have_attribute("href", f"/vocabularies/keywords/rain-{number}")
    assert curator.complaints == []


def test_pictures_go_with_a_record_in_an_order(curator: Visit, tmp_path: Path) -> None:
    """T-32: a file and an address, in languages, for some, moved by buttons and by the mouse."""
    page = opened(curator, f"/collections/{COLLECTION}")
    card = page.locator("section", has=page.get_by_role("heading", name="Related media"))
    number = os.getpid()

    def add(name: str, **more: str) -> None:
        card.get_by_role("button", name="Add a medium").click()
        dialog = page.get_by_role("dialog", name="Add a medium")
        if "url" in more:
            dialog.get_by_label("An address elsewhere").check()
            dialog.get_by_label("Address", exact=True).fill(more["url"])
        else:
            shot = picture(tmp_path / f"{name}.png", len(name))
            dialog.get_by_label("File", exact=True).set_input_files(shot)
        dialog.get_by_label("Title", exact=True).fill(f"{name} {number}")
        dialog.get_by_role("button", name="fr", exact=True).first.click()
        dialog.get_by_label("Title", exact=True).fill(f"{name} en français {number}")
        dialog.get_by_label("For whom").select_option(more.get("audience", "PUBLIC"))
        dialog.get_by_role("button", name="Add", exact=True).last.click()

    add("Horns")
    horns = card.locator("li", has_text=f"Horns {number}")
    expect(horns.locator("img")).to_have_js_property("naturalWidth", 48)
    expect(card.get_by_role("button", name="Add a medium")).to_be_focused()
    add("Notebook", audience="STAFF")
    add("Film", url="no address")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("dialog").get_by_label("Address", exact=True).fill("https://example.org/f")
    page.get_by_role("dialog").get_by_role("button", name="Add", exact=True).last.click()
    film = card.locator("li", has_text=f"Film {number}")
    expect(film).to_be_visible()
    expect(card.locator("li", has_text=f"Notebook {number}")).to_contain_text("staff")

    def expect_order(*names: str) -> None:
        mine = card.locator("li.medium .medium-words a", has_text=str(number))
        expect(mine).to_have_text([f"{name} {number}" for name in names])

    film.get_by_role("button", name=re.compile("^Move .* up$")).click()
    expect(card.get_by_role("status")).to_contain_text("is now number")
    expect_order("Horns", "Film", "Notebook")
    card.locator("li", has_text=f"Notebook {number}").drag_to(horns)
    expect_order("Notebook", "Horns", "Film")

    horns.get_by_role("button", name=re.compile("^Describe")).click()
    dialog = page.get_by_role("dialog", name="Describe")
    dialog.get_by_role("button", name=re.compile("^fr")).first.click()
    expect(dialog.get_by_label("Title", exact=True)).to_have_value(f"Horns en français {number}")
    dialog.get_by_label("Credit").fill("Somebody of the village")
    dialog.get_by_role("button", name="Save").click()
    expect(horns).to_contain_text("Somebody of the village")
    for each in (film, card.locator("li", has_text=f"Notebook {number}")):
        each.get_by_role("button", name=re.compile("^Remove")).click()
        expect(each).to_have_count(0)
    assert axe(page) == []
    assert curator.complaints == []

    stranger = curator.context.browser
    assert stranger is not None
    with visit(stranger, curator.site, locale="fr-FR") as visitor:
        seen = taken_over(visitor.open(f"/collections/{COLLECTION}"))
        expect(seen.get_by_text(f"Horns en français {number}")).to_be_visible()
        expect(seen.get_by_role("button", name="Ajouter un média")).to_have_count(0)


def test_words_are_imported_edited_and_given_out_again(curator: Visit, tmp_path: Path) -> None:
    """T-20: what is not understood is told; a time comes from the player; all by the table."""
    page = opened(curator, SOUND)
    number = os.getpid()
    card = page.locator("section", has=page.get_by_role("heading", name="Texts in time"))
    words = tmp_path / "words.vtt"
    words.write_text(WORDS.format(n=number))
    card.get_by_role("button", name="Import a file").click()
    dialog = page.get_by_role("dialog", name="Import a file")
    dialog.get_by_label("File", exact=True).set_input_files(words)
    dialog.get_by_label(re.compile("^Language")).fill("fr")
    dialog.get_by_role("button", name="Import", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("2 lines are good, 1 are not")
    expect(dialog.get_by_role("alert")).to_contain_text("Line 9:")
    assert axe(page) == []
    dialog.get_by_role("button", name="Import the 2 good lines alone").click()
    expect(dialog.get_by_role("alert")).to_contain_text("2 lines were imported; 1 were left out")
    dialog.get_by_role("button", name="Close").last.click()
    track = card.get_by_role("article", name=f"Words {number}")
    expect(track.get_by_role("listitem")).to_have_count(2)
    expect(track.locator("ol")).to_have_attribute("lang", "fr")

    track.get_by_role("button", name="Edit the lines").click()
    expect(track.get_by_label("Text of line 1")).to_have_value("Ie ie")
    track.get_by_label("Text of line 1").fill("Ié ié")
    page.evaluate("document.querySelector('sound-player').currentTime = 1.25")
    track.get_by_role("button", name="Line 1 ends at the time that is played").click()
    expect(track.get_by_label("End of line 1")).to_have_value("0:01.250")
    track.get_by_label("End of line 2").fill("99:00")
    expect(track.get_by_role("status")).to_have_text("2 changes not saved")
    track.get_by_role("button", name="Save").click()
    expect(track.locator(".row-error")).to_contain_text("There is nothing to hear there.")
    expect(track.get_by_label("Start of line 2")).to_be_focused()
    assert axe(page) == []
    track.get_by_label("End of line 2").fill("soon")
    track.get_by_role("button", name="Save").click()
    expect(track.locator(".row-error")).to_contain_text("This is no time")
    track.get_by_label("End of line 2").fill("3.5")
    track.get_by_role("button", name="Add a line here").click()
    track.get_by_label("Text of line 3").fill("Ending")
    track.get_by_label("Speaker of line 3").fill("Boy")
    track.get_by_role("button", name="Save").click()
    expect(track.get_by_role("status")).to_have_text("Nothing is changed.")
    track.get_by_role("button", name="Edit the lines").click()
    expect(track.get_by_role("listitem")).to_have_count(3)

    track.get_by_text("As files").click()
    expect(track.get_by_role("listitem").filter(has_text="LRC")).to_contain_text(
        re.compile("without 2 speakers. names")
    )
    with page.expect_download() as download:
        track.get_by_role("link", name="WebVTT").click()
    text = download.value.path().read_text()
    assert "00:00.500 --> 00:00:01.250\n<v Ana>Ié ié" in text.replace("00:00:00", "00:00")
    track.get_by_role("button", name=f"Delete Words {number}").click()
    expect(track).to_have_count(0)
    assert curator.complaints == []


@pytest.mark.parametrize(("width", "locale"), [("desk", "fr-FR"), ("phone", "es-ES")])
def test_dialogs_and_tables_hold_in_each_width_and_light(
    browser: Browser, site: str, staff: tuple[str, str], width: str, locale: str
) -> None:
    """G-9: axe finds nothing in what opens, and nothing is wider than the window."""
    size = {"width": WIDTHS[width][0], "height": WIDTHS[width][1]}
    with visit(browser, site, viewport=size, locale=locale) as visitor:
        log_in(visitor, staff)
        page = opened(visitor, SOUND)
        tools = page.locator(".card-head .card-tools button")
        for n in range(tools.count()):
            tools.nth(n).click()
            dialog = page.get_by_role("dialog")
            expect(dialog).to_be_visible()
            look(page, f"tool {n}", size["width"])
            if os.environ.get("PICTURES"):
                shot = Path(os.environ["PICTURES"]) / f"satellites-{n}-{width}.png"
                page.screenshot(path=shot)
            page.keyboard.press("Escape")
            expect(dialog).to_have_count(0)
            expect(tools.nth(n)).to_be_focused()
        assert visitor.complaints == []


def test_a_field_of_ones_own_is_defined_and_filled_in(curator: Visit) -> None:
    """Issue 3, row 1: defined as data, filled in the form of its level, shown on the page."""
    word = secrets.token_hex(4)
    page = opened(curator, "/extra-fields")
    page.get_by_role("button", name="New field").click()
    dialog = page.get_by_role("dialog", name="New field")
    dialog.get_by_label("Label", exact=False).first.fill(f"Coirault {word}")
    dialog.get_by_label("Short name", exact=False).fill("No slug!")
    dialog.get_by_label("Records of the level", exact=False).select_option("ITEM")
    dialog.get_by_label("Kind", exact=False).select_option("LINE")
    dialog.get_by_label("may be said several times").check()
    dialog.get_by_role("button", name="Create").click()
    expect(dialog.locator(".field-error")).to_be_visible()
    assert axe(page) == []
    dialog.get_by_label("Short name", exact=False).fill(f"coirault-{word}")
    dialog.get_by_role("button", name="Create").click()
    mine = page.locator("li.part", has_text=f"coirault-{word}")
    expect(mine).to_contain_text("a line · may be said several times")
    expect(mine).to_contain_text("0 values in records")
    assert axe(page) == []

    form = opened(curator, f"{SOUND}/edit")
    rows = form.get_by_role("group", name=f"Coirault {word}")
    for n, text in enumerate(("101", "102")):
        rows.get_by_role("button", name="Add").click()
        rows.get_by_label("Value", exact=False).nth(n).fill(f"{word} {text}")
    rows.get_by_label("Languages").first.fill("fr")
    assert axe(form) == []
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_url(re.compile(f"{SOUND}$"))
    expect(form.get_by_role("main")).to_contain_text(f"{word} 101, {word} 102")

    page.reload()
    taken_over(page)
    expect(mine).to_contain_text("2 values in records would be lost")
    expect(mine.get_by_role("button", name=re.compile("^Delete"))).to_be_disabled()
    form = opened(curator, f"{SOUND}/edit")
    rows = form.get_by_role("group", name=f"Coirault {word}")
    for _ in range(2):
        rows.get_by_role("button", name="Remove row 1").click()
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_url(re.compile(f"{SOUND}$"))
    expect(form.get_by_role("main")).not_to_contain_text(f"{word} 101")
    page.reload()
    taken_over(page)
    mine.get_by_role("button", name=re.compile("^Delete")).click()
    expect(mine).to_have_count(0)
    assert curator.complaints == []
