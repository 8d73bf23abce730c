"""Making and changing terms: what the services promise beyond their GraphQL side."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.access import PUBLIC
from archive.authorities import check_digit_11_2, check_match
from archive.classification import check_hornbostel_sachs
from archive.errors import CodeTaken, NotAllowed, NotFound, OddValue, VersionConflict
from archive.events import Event
from archive.history import Change
from archive.importers.rings import without_rings
from archive.models import Concept, OldCode, Place, PlaceClosure, PlaceEdge, Scheme
from archive.services.describe_terms import (
    Match,
    Name,
    create_agent,
    create_instrument,
    create_language,
    create_place,
    create_population,
    update_instrument,
    update_language,
    update_place,
)
from archive.services.describe_vocabularies import (
    create_concept,
    create_scheme,
    update_concept,
    update_scheme,
)
from tests.factories import MEMBER, STAFF, make_instrument, make_item, make_place

pytestmark = pytest.mark.django_db


def test_a_change_is_signed_and_has_its_reason() -> None:
    create_place(actor=STAFF, name="Sanga", reason="from the map")
    change = Change.objects.filter(table="archive_place").latest("id")
    assert (change.author_id, change.reason) == (STAFF.user_id, "from the map")
    update_place(actor=STAFF, cited="sanga", name="Sangha", reason="as they write it")
    change = Change.objects.filter(table="archive_place").latest("id")
    assert (change.before, change.after) == ({"name": "Sanga"}, {"name": "Sangha"})
    assert change.reason == "as they write it"


def test_the_same_words_again_change_nothing() -> None:
    said = {
        "name": "Sanga",
        "names": [Name("Sangha", "fr", "preferred"), Name("Songo", "", "former", "1900/1920")],
        "matches": [Match("https://www.geonames.org/2453866/mali.html", "close")],
        "translations": {"note": {"FR": "une note"}},
        "note": "a note",
        "parents": [make_place("Mali").slug],
        "latitude": 14.5,
        "longitude": -3.3,
    }
    place = create_place(actor=STAFF, **said)  # type: ignore[arg-type]  # a TypedDict's words
    before = (Event.objects.count(), Change.objects.count())
    again = update_place(actor=STAFF, record_id=place.pk, **said)  # type: ignore[arg-type]
    assert again.version == place.version
    assert (Event.objects.count(), Change.objects.count()) == before
    assert place.translations == {"note": {"fr": "une note"}}
    assert place.matches.get().iri == "https://sws.geonames.org/2453866/"


def test_who_may_and_at_which_version() -> None:
    place = create_place(actor=STAFF, name="Sanga")
    with pytest.raises(NotAllowed):
        create_place(actor=MEMBER, name="x")
    with pytest.raises(NotFound):
        update_place(actor=PUBLIC, cited="sanga", name="x")
    with pytest.raises(VersionConflict):
        update_place(actor=STAFF, cited="sanga", if_version=place.version + 1, name="x")
    with pytest.raises(NotFound):
        update_place(actor=STAFF, cited="nowhere", name="x")
    assert Place.objects.get().name == "Sanga"


def test_an_old_slug_leads_on_and_is_nobody_elses() -> None:
    create_place(actor=STAFF, name="Sanga")
    update_place(actor=STAFF, cited="sanga", slug="sangha-mali")
    assert OldCode.objects.filter(kind="place", code="sanga").exists()
    assert create_place(actor=STAFF, name="Sanga").slug == "sanga-2"
    with pytest.raises(CodeTaken) as refused:
        create_place(actor=STAFF, name="x", slug="sanga")
    assert refused.value.field == "slug"


def test_names_in_no_latin_script_have_an_address() -> None:
    place = create_place(actor=STAFF, name="サンガ")
    assert place.slug.startswith("place-")
    assert create_place(actor=STAFF, name="サンガ").slug != place.slug


def test_several_parents_and_a_ring() -> None:
    mali, sahel = (create_place(actor=STAFF, name=name) for name in ("Mali", "Sahel"))
    sanga = create_place(actor=STAFF, name="Sanga", parents=["mali", "sahel"])
    above = PlaceClosure.objects.filter(descendant=sanga).exclude(ancestor=sanga)
    assert set(above.values_list("ancestor_id", flat=True)) == {mali.pk, sahel.pk}
    with pytest.raises(OddValue, match="become its own ancestor, since 'Sanga' stands below it"):
        update_place(actor=STAFF, cited="mali", parents=["sanga"])
    with pytest.raises(OddValue, match="since it is that itself"):
        update_place(actor=STAFF, cited="mali", parents=["mali"])
    update_place(actor=STAFF, cited="sanga", parents=["sahel"])
    assert set(PlaceEdge.objects.values_list("parent__name", "child__name")) == {("Sahel", "Sanga")}


def test_a_vernacular_name_in_use_stays() -> None:
    instrument = make_instrument("Harp", vernacular_names=["KORA"])
    item = make_item(instruments=[instrument])
    performance = item.performances.get()
    performance.vernacular_name = instrument.vernacular_names.get()
    performance.save()
    with pytest.raises(OddValue, match="cannot be taken away"):
        update_instrument(actor=STAFF, cited="harp", vernacular_names=[])
    update_instrument(actor=STAFF, cited="harp", vernacular_names=[Name("KORA"), Name("SORON")])
    assert instrument.vernacular_names.count() == 2


def test_each_name_once_in_a_language() -> None:
    with pytest.raises(OddValue, match="given twice in one language") as odd:
        create_population(
            actor=STAFF, name="Dogon", names=[Name("Dogõ"), Name("Dogõ", "", "former")]
        )
    assert odd.value.field == "names.1"
    with pytest.raises(OddValue, match="at most 500"):
        create_agent(actor=STAFF, name="x", names=[Name(f"n{n}") for n in range(501)])
    with pytest.raises(OddValue, match="Name has 251 characters, 250 are possible"):
        create_agent(actor=STAFF, name="x" * 251)


def test_a_language_is_its_code() -> None:
    create_language(actor=STAFF, slug="dts", name="Toro So Dogon", part1="")
    with pytest.raises(OddValue, match="needs its ISO 639-3 code"):
        create_language(actor=STAFF, name="x")
    with pytest.raises(OddValue, match="no code"):
        update_language(actor=STAFF, cited="dts", part1="D1")
    with pytest.raises(CodeTaken):
        create_language(actor=STAFF, slug="dts", name="x")


def test_concepts_of_a_vocabulary() -> None:
    create_scheme(actor=STAFF, title="Dances")
    create_concept(actor=STAFF, scheme="dances", name="Round")
    create_concept(actor=STAFF, scheme="dances", name="Bourrée", parents=["round"])
    with pytest.raises(OddValue, match="its own ancestor"):
        update_concept(actor=STAFF, scheme="dances", cited="round", parents=["bourree"])
    update_scheme(actor=STAFF, cited="dances", is_closed=True)
    with pytest.raises(OddValue, match="is closed to new concepts"):
        create_concept(actor=STAFF, scheme="dances", name="Polska")
    with pytest.raises(NotFound):
        update_concept(actor=STAFF, scheme="keywords", cited="round", name="x")
    assert Scheme.objects.get(slug="dances").concepts.count() == 2
    assert Concept.objects.filter(slug="bourree").exists()


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=25, unique=True)
)
def test_edges_that_are_kept_never_close_a_ring(wanted: list[tuple[int, int]]) -> None:
    kept, refused = without_rings(wanted, [])
    assert sorted(kept + refused) == sorted(wanted)
    parents: dict[int, set[int]] = {}
    for child, parent in kept:
        parents.setdefault(child, set()).add(parent)

    def above(node: int, way: tuple[int, ...] = ()) -> set[int]:
        assert node not in way
        return {node}.union(*(above(each, (*way, node)) for each in parents.get(node, ())))

    for child, parent in refused:
        assert child in above(parent)
    for place, (_, parent) in enumerate(kept):  # from the root down
        assert all(child != parent for child, _ in kept[place:])


@given(st.from_regex(r"[0-9]{15}", fullmatch=True), st.integers(0, 14), st.integers(1, 9))
def test_an_isni_with_one_wrong_digit_is_refused(digits: str, at: int, more: int) -> None:
    sound = digits + check_digit_11_2(digits)
    assert check_match(f"https://isni.org/isni/{sound}") == f"https://isni.org/isni/{sound}"
    wrong = sound[:at] + str((int(sound[at]) + more) % 10) + sound[at + 1 :]
    with pytest.raises(OddValue, match="check digit"):
        check_match(f"https://isni.org/isni/{wrong}")


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_number_or_a_plain_refusal(text: str) -> None:
    try:
        found = check_hornbostel_sachs(text)
    except OddValue:
        return
    assert found == check_hornbostel_sachs(found)


@pytest.mark.parametrize(
    "number",
    ["1", "321.322-71", "111.242.222", "412.132+422.112-62", "422.111.2-62", "241.1"],
)
def test_numbers_that_the_literature_has(number: str) -> None:
    assert check_hornbostel_sachs(number) == number
    assert create_instrument(actor=STAFF, name="x", hornbostel_sachs=number).slug == "x"
