"""The page of every kind of record: what it says, in which language, and at how many statements."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Concept, Holder, Item, Scheme
from tests.factories import (
    hidden_item,
    make_agent,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
    make_user,
)
from tests.frontend.test_pages import get

pytestmark = pytest.mark.django_db

MOST = 22


class Archive:
    """One thing of each kind that has a page, and ever more that hangs on it."""

    def __init__(self) -> None:
        self.fonds = make_fonds(code="F_1", title="Fonds Rouget")
        self.corpus = make_corpus(code="C_1", title="Corpus Sahel", fonds=[self.fonds])
        self.collection = make_collection(code="X", title="Mission Dogon", corpora=[self.corpus])
        mali = make_place(name="Mali", slug="mali")
        self.place = make_place(name="Sanga", slug="sanga", parents=[mali])
        self.horn = make_instrument(name="trompe", slug="trompe", vernacular_names=["KAKELE"])
        self.dogon = make_population(name="Dogon", slug="dogon")
        self.tongue = make_language("dtm")
        self.singer = make_agent(name="A. Singer", slug="singer")

    def grow_to(self, size: int) -> None:
        for _ in range(Item.objects.count(), size):
            item = make_item(
                collection=self.collection,
                place=self.place,
                populations=[self.dogon],
                instruments=[self.horn],
            )
            item.language_links.create(language=self.tongue)
            item.agent_links.create(agent=self.singer, role="performer", audience="public")
            make_collection(corpora=[self.corpus])
            make_corpus(fonds=[self.fonds])
            call(make_place(parents=[self.place]), fr=f"Lieu {Item.objects.count()}")


def call(term: Any, **names: str) -> Any:
    """Give a term its preferred names, by language."""
    for language, name in names.items():
        term.names.create(name=name, language=language, kind="preferred")
    return term


PATHS = {
    "/fonds": "Fonds Rouget",
    "/fonds/F_1": "Corpus",
    "/corpora": "Corpus Sahel",
    "/corpora/C_1": "Mission Dogon",
    "/collections/X": "Mission Dogon",
    "/instruments": "trompe",
    "/instruments/trompe": "trompe",
    "/groups": "Dogon",
    "/groups/dogon": "Dogon",
    "/languages/dtm": "ISO 639-3",
    "/agents": "A. Singer",
    "/agents/singer": "A. Singer",
    "/places/sanga": "Mali",
    "/holders": "Institutions",
    "/vocabularies": "Keywords",
    "/vocabularies/keywords": "Keywords",
}


def taken(client: Client, path: str, says: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        page = get(client, path)
    assert says in page.text, path
    assert len(page.all("h1")) == 1
    return [each["sql"] for each in captured]


@pytest.mark.parametrize("is_staff", [False, True], ids=["visitor", "curator"])
def test_every_page_takes_as_many_statements_for_ten_as_for_two(
    client: Client, *, is_staff: bool
) -> None:
    """P-4, W-02, W-06, W-12, T-03: few, and no more where more is told."""
    if is_staff:
        client.force_login(make_user(is_staff=True))
    archive = Archive()
    archive.grow_to(2)
    for path, says in PATHS.items():
        taken(client, path, says)  # what is read once a process
    few = {path: len(taken(client, path, says)) for path, says in PATHS.items()}
    archive.grow_to(10)
    many = {path: len(taken(client, path, says)) for path, says in PATHS.items()}
    print(f"statements of {len(PATHS)} pages: {many}")
    assert many == few
    assert max(many.values()) <= MOST
    assert min(many.values()) >= 2


def test_a_text_is_shown_in_the_readers_language_and_says_which_it_is(client: Client) -> None:
    """W-44: with its own language where it is not kept in the reader's."""
    make_collection(
        code="X",
        title="Mission Dogon",
        language_of_description="fr",
        description="Deux trompes.",
        translations={"title": {"en": "Dogon mission"}, "description": {"es": "Dos trompetas."}},
    )
    english = get(client, "/collections/X", language="en")
    assert "Dogon mission" in english.text
    assert "Deux trompes." in english.text
    assert english.all("h1", lang="en")
    assert english.all("p", lang="fr")
    spanish = get(client, "/collections/X", language="es")
    assert "Dos trompetas." in spanish.text
    assert spanish.all("h1", lang="fr")
    assert "Dogon mission" in get(client, "/collections", language="en").text
    assert "Mission Dogon" in get(client, "/collections", language="es").text


def test_terms_go_by_their_names_in_the_readers_language(client: Client) -> None:
    """T-45, W-44: facts, lists, crumbs, rows and sums; a name in another language says so."""
    mali = call(make_place("Mali", slug="mali", kind="country"), en="Mali", fr="Mali", es="Malí")
    ennedi = call(make_place("Plateau", slug="ennedi", parents=[mali]), en="Plateau", fr="Massif")
    drum = call(make_instrument("drum", slug="drum"), en="drum", fr="tambour")
    people = call(make_population("Tuareg", slug="tuareg"), en="Tuareg", fr="Touaregs")
    tongue = call(make_language("taq", name="Tamasheq"), en="Tamasheq", fr="Tamacheq")
    singer = call(make_agent("Somebody", slug="singer"), fr="Une chanteuse")
    word = Concept.objects.create(
        scheme=Scheme.objects.get(slug="keywords"), slug="rain", name="rain", is_authoritative=True
    )
    call(word, en="rain", fr="pluie")
    item = make_item(
        code="T_1",
        collection=make_collection(code="X"),
        place=ennedi,
        populations=[people],
        instruments=[drum],
        languages=[tongue],
    )
    item.agent_links.create(agent=singer, role="performer", audience="public")
    item.concept_links.create(use="keyword", concept=word)

    facts = ("Massif", "tambour", "Touaregs", "Tamacheq", "Une chanteuse", "pluie")
    pages = {
        "/items/T_1": facts,
        "/items": ("Massif", "Touaregs"),
        "/collections/X": ("Massif", "tambour", "Touaregs", "Tamacheq"),
        "/places": ("Massif",),
        "/places/mali": ("Massif",),
        "/places/ennedi": ("Massif",),
        "/instruments": ("tambour",),
        "/instruments/drum": ("tambour",),
        "/groups/tuareg": ("Touaregs",),
        "/languages": ("Tamacheq",),
        "/agents/singer": ("Une chanteuse",),
        "/vocabularies/keywords": ("pluie",),
        "/vocabularies/keywords/rain": ("pluie",),
    }
    for path, names in pages.items():
        page = get(client, path, language="fr")
        assert not [name for name in names if name not in page.text], path
        assert not page.all("a", lang="en"), path
    spanish = get(client, "/items/T_1", language="es")
    assert "Malí" in spanish.text
    assert spanish.all("a", href="/instruments/drum", lang="en")
    assert not spanish.all("a", href="/places/mali", lang="en")
    # In no language that is known: nothing is claimed.
    assert spanish.all("a", href="/agents/singer") == [{"href": "/agents/singer"}]


def test_what_is_for_staff_is_absent_for_others(client: Client) -> None:
    make_collection(code="X", archivist_notes="Ask the family.", conservation_site="Nanterre")
    assert "Ask the family." not in get(client, "/collections/X").text
    assert "Nanterre" in get(client, "/collections/X").text
    client.force_login(make_user(is_staff=True))
    assert "Ask the family." in get(client, "/collections/X").text


def test_a_level_says_what_its_items_hold(client: Client) -> None:
    """T-03, T-16: countries by walking up, and only of items that the reader may find."""
    mali = make_place(name="Mali", slug="mali", kind="country")
    sanga = make_place(name="Sanga", slug="sanga", parents=[mali])
    fonds = make_fonds(code="F_1")
    collection = make_collection(code="X", corpora=[make_corpus(code="C_1", fonds=[fonds])])
    make_item(collection=collection, place=sanga, populations=[make_population(name="Dogon")])
    hidden_item(collection=collection, place=make_place(name="Hidden", kind="country"))
    for path in ("/collections/X", "/corpora/C_1", "/fonds/F_1"):
        page = get(client, path, language="fr")
        for word in ("Lieux principaux", "Mali", "Sanga", "Dogon"):
            assert word in page.text, (path, word)
        assert page.all("a", href="/places/mali")
        assert "Hidden" not in page.text
    client.force_login(make_user(is_staff=True))
    assert "Hidden" in get(client, "/fonds/F_1").text


def test_an_institution_shows_what_it_keeps_whether_by_collections_or_by_items(
    client: Client,
) -> None:
    museum = Holder.objects.create(slug="m", name="Museum")
    make_item(title="By its collection", collection=make_collection(holder=museum))
    make_item(title="By itself", holder=museum)
    hidden_item(title="Unseen", holder=museum)
    make_item(title="Elsewhere")
    page = get(client, "/holders/m")
    assert "2 recordings" in page.text
    listed = get(client, str(page.all("a", href="/items?holder=m")[0]["href"]))
    assert "Kept by: Museum" in listed.text
    for each in (page, listed):
        assert "By its collection" in each.text
        assert "By itself" in each.text
        assert "Unseen" not in each.text
        assert "Elsewhere" not in each.text


def test_a_withheld_sound_says_why_and_whom_to_ask_in_the_readers_language(client: Client) -> None:
    """W-08: by the item's keeper, else its collection's; without a sound nobody has to be asked."""
    museum = Holder.objects.create(slug="m", name="Museum", email="ask@example.org")
    collection = make_collection(access="metadata", holder=museum)
    make_part(make_item(code="CLOSED", collection=collection))
    make_item(code="SILENT", collection=collection)
    closed = get(client, "/items/CLOSED", language="fr")
    assert "sa description l" in closed.text
    assert closed.all("a", href="mailto:ask@example.org")
    assert closed.all("a", href="/holders/m")
    silent = get(client, "/items/SILENT", language="es")
    assert "No se ha depositado ningún sonido" in silent.text
    assert not silent.all("a", href="mailto:ask@example.org")


def test_vernacular_words_bear_their_own_language(client: Client) -> None:
    """W-44: an original title that of its only language, a vernacular name its own."""
    horn = make_instrument("trompe")
    item = make_item(
        code="V_1", original_title="olu boy", languages=[make_language("dtm")], instruments=[horn]
    )
    name = horn.vernacular_names.create(name="KAKELE", language="dts")
    item.performances.update(vernacular_name=name)
    page = get(client, "/items/V_1")
    assert page.all("span", lang="dtm")
    assert page.all("span", lang="dts")
    item.language_links.create(language=make_language("fra"))
    assert not get(client, "/items/V_1").all("span", lang="dtm")


@pytest.mark.parametrize("path", ["/instruments", "/vocabularies/keywords"])
def test_a_list_of_terms_is_narrowed_to_what_records_use(client: Client, path: str) -> None:
    """T-45: an authority's own words are shown, until one asks for those in use here."""
    make_instrument("Unused instrument", is_authoritative=True)
    make_item(code="U_1", instruments=[make_instrument("Used instrument")])
    words = Scheme.objects.get(slug="keywords")
    used, _ = (
        Concept.objects.create(scheme=words, slug=slug, name=f"{slug.title()} word")
        for slug in ("used", "unused")
    )
    Concept.objects.update(is_authoritative=True)
    Item.objects.get(code="U_1").concept_links.create(use="keyword", concept=used)
    everything, here = get(client, path).text, get(client, f"{path}?used=1").text
    assert "Unused" in everything
    assert "Used" in everything
    assert "Used" in here
    assert "Unused" not in here


def test_neighbours_are_reached_without_javascript(client: Client) -> None:
    """W-07, W-46: previous and next in the collection."""
    collection = make_collection()
    codes = ["N_1", "N_2", "N_3"]
    for code in codes:
        make_item(code=code, title=f"Song {code}", collection=collection)
    page = get(client, "/items/N_2")
    assert page.all("a", rel="prev", href="/items/N_1")
    assert page.all("a", rel="next", href="/items/N_3")
