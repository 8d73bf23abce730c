"""Merging terms: everywhere, refused where it makes no sense, and taken back bit for bit.

Section 4 of spec/telemeta.md: authorities are merged; nothing is lost by mistake.
"""

import json
import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import PUBLIC
from archive.errors import ArchiveError, NotAllowed, NotFound, VersionConflict
from archive.history import Change, tracked
from archive.kinds import KINDS
from archive.models import (
    AgentMatch,
    AgentName,
    Concept,
    ConceptEdge,
    Event,
    Item,
    ItemAgent,
    ItemPopulation,
    LanguageName,
    OldCode,
    Performance,
    PerformancePlayer,
    Place,
    PlaceClosure,
    PlaceEdge,
    PlaceMatch,
    PlaceName,
    PopulationEdge,
    RecordConcept,
    Scheme,
    VernacularName,
)
from archive.pointers import pointers_to
from archive.services.editing import edited
from archive.services.merge import merge, preview_merge, undo_merge
from archive.services.merging import OddMerge
from tests.factories import (
    MEMBER,
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_instrument,
    make_item,
    make_language,
    make_place,
    make_population,
)

#: What is different by nature after a merge was taken back: when, and how often, it changed.
BOOKKEEPING = {"version", "modified_at"}


def concept(name: str, scheme: Scheme, *parents: Concept, **values: Any) -> Concept:
    made = Concept.objects.create(name=name, slug=name.lower(), scheme=scheme, **values)
    for parent in parents:
        ConceptEdge.objects.create(parent=parent, child=made)
    return made


def all_rows() -> dict[str, list[str]]:
    """Return every row of every table of the catalogue, but for versions."""
    rows = {}
    with connection.cursor() as cursor:
        for table in [*tracked(), "archive_oldcode"]:
            cursor.execute(f'SELECT to_jsonb(t) FROM "{table}" AS t')  # noqa: S608
            kept = [
                {k: v for k, v in json.loads(row).items() if k not in BOOKKEEPING}
                for (row,) in cursor.fetchall()
            ]
            rows[table] = sorted(json.dumps(row, sort_keys=True) for row in kept)
        for table in ("placeclosure", "instrumentclosure", "populationclosure", "conceptclosure"):
            cursor.execute(f"SELECT ancestor_id, descendant_id FROM archive_{table}")  # noqa: S608
            rows[table] = sorted(str(row) for row in cursor.fetchall())
    return rows


def test_what_led_to_one_place_leads_to_the_other(own_database: str) -> None:
    mali, region = make_place("Mali"), make_place("Mopti")
    source = make_place("Sangha", parents=[mali, region], slug="sangha", note="old spelling")
    target = make_place("Sanga", parents=[mali], slug="sanga", note="on the cliff")
    well = make_place("The well", parents=[source])
    PlaceName.objects.create(place=source, name="Sanga", language="fr")
    PlaceName.objects.create(place=source, name="Songo", kind="former")
    PlaceName.objects.create(place=target, name="Songo", kind="former")
    PlaceMatch.objects.create(place=source, iri="https://www.geonames.org/1", kind="exact")
    open_one, hidden = make_item(place=source), hidden_item(place=source)

    seen = preview_merge("place", source.pk, target.pk, actor=STAFF)
    assert seen.records == {"item": 2}  # the hidden one too
    assert {link.name: (link.moved, link.dropped) for link in seen.links} == {
        "item.place": (2, 0),
        "placename.place": (1, 1),
        "placematch.place": (1, 0),
    }
    assert [(name.name, name.is_known, name.is_added) for name in seen.names] == [
        ("Sangha", False, True),
        ("Songo", True, False),
        ("Sanga", False, False),
    ]
    assert [(fate.term.name, fate.is_known) for fate in seen.parents] == [
        ("Mali", True),
        ("Mopti", False),
    ]
    assert [fate.term.name for fate in seen.children] == ["The well"]
    assert [(fate.column, fate.result) for fate in seen.columns] == [
        ("note", "on the cliff\n\nold spelling")
    ]
    assert Place.objects.filter(pk=source.pk).exists(), "a preview writes nothing"

    done = merge("place", source.pk, target.pk, actor=STAFF, reason="one village")

    assert not Place.objects.filter(pk=source.pk).exists()
    assert {row.place_id for row in Item.objects.filter(pk__in=[open_one.pk, hidden.pk])} == {
        target.pk
    }
    names = set(target.names.values_list("name", "kind", "language"))
    assert names == {
        ("Sangha", "alternative", ""),
        ("Sanga", "alternative", "fr"),
        ("Songo", "former", ""),
    }
    assert [row.iri for row in target.matches.all()] == ["https://www.geonames.org/1"]
    assert set(PlaceEdge.objects.filter(child=target).values_list("parent__name", flat=True)) == {
        "Mali",
        "Mopti",
    }
    assert PlaceClosure.objects.filter(ancestor=target, descendant=well).exists()
    assert PlaceClosure.objects.filter(ancestor=region, descendant=well).exists()
    target.refresh_from_db()
    assert target.note == "on the cliff\n\nold spelling"
    assert OldCode.objects.get(kind="place", code="sangha").subject_id == target.pk
    assert (done.source_name, done.undone_at) == ("Sangha", None)
    reasons = Change.objects.filter(transaction_id=done.transaction_id).values_list("reason")
    assert set(reasons) == {("one village",)}
    told = set(Event.objects.filter(subject_kind="place").values_list("kind", "subject_id"))
    assert ("place.deleted", source.pk) in told
    assert ("place.updated", target.pk) in told


def _rich_agents() -> tuple[Any, Any]:
    source, target = make_agent("G. Rouget"), make_agent("Gilbert Rouget")
    AgentName.objects.create(agent=source, name="Rouget, G.")
    AgentMatch.objects.create(agent=source, iri="https://viaf.org/1")
    AgentMatch.objects.create(agent=target, iri="https://viaf.org/1")
    both, one = make_item(agents=[source, target]), make_item(agents=[source])
    played = Performance.objects.create(item=one, instrument=make_instrument(), position=1)
    PerformancePlayer.objects.create(item=one, performance=played, agent=source)
    ItemAgent.objects.create(item=both, agent=source, role="performer", audience="staff")
    return source, target


def _rich_instruments() -> tuple[Any, Any]:
    family = make_instrument("Mouth bows")
    source = make_instrument("Arc", vernacular_names=["lugubu", "bambu"], parents=[family])
    target = make_instrument("Bow", vernacular_names=["lugubu"], hornbostel_sachs="311.121.1")
    for name in source.vernacular_names.all():
        item = make_item()
        Performance.objects.create(item=item, instrument=source, vernacular_name=name, position=1)
    return source, target


def _rich_populations() -> tuple[Any, Any]:
    source, target = make_population("Dogons"), make_population("Dogon")
    below = make_population("Tellem")
    PopulationEdge.objects.create(parent=source, child=below)
    make_item(populations=[source, target])
    make_item(populations=[source])
    return source, target


def _rich_languages() -> tuple[Any, Any]:
    source, target = make_language("dts"), make_language("dtk")
    LanguageName.objects.create(named=source, name="Toro So")
    make_item(languages=[source, target])
    make_item(languages=[source])
    return source, target


def _rich_concepts() -> tuple[Any, Any]:
    scheme = Scheme.objects.create(slug="styles", title="Styles")
    top = concept("Song", scheme)
    source, target = concept("Lament", scheme, top), concept("Dirge", scheme, note="sung")
    concept("Keening", scheme, source)
    for owner in (make_item(), make_item(), make_collection()):
        field = "item" if isinstance(owner, Item) else "collection"
        RecordConcept.objects.create(**{field: owner}, use="keyword", concept=source)
        RecordConcept.objects.create(**{field: owner}, use="genre", concept=source)
        RecordConcept.objects.create(**{field: owner}, use="keyword", concept=target)
    make_place(type=source)
    return source, target


def _rich_places() -> tuple[Any, Any]:
    above = make_place("Mali")
    source, target = make_place("Sangha", parents=[above]), make_place("Sanga", note="a cliff")
    make_place("The well", parents=[source])
    PlaceName.objects.create(place=source, name="Songo")
    Place.objects.filter(pk=source.pk).update(latitude=14.46, longitude=-3.31, slug="sangha-2")
    make_item(place=source)
    hidden_item(place=source)
    return source, target


RICH = {
    "agent": _rich_agents,
    "instrument": _rich_instruments,
    "population": _rich_populations,
    "language": _rich_languages,
    "concept": _rich_concepts,
    "place": _rich_places,
}


@pytest.mark.parametrize("kind", RICH)
def test_a_merge_is_taken_back_bit_for_bit(own_database: str, kind: str) -> None:
    source, target = RICH[kind]()
    before = all_rows()

    seen = preview_merge(kind, source.pk, target.pk, actor=STAFF)
    done = merge(kind, source.pk, target.pk, actor=STAFF)
    model = KINDS[kind].model
    for pointer in pointers_to(model):
        assert not pointer.leading_to(source.pk).exists(), pointer.name
    merged = all_rows()
    assert merged != before
    assert any(link.moved for link in seen.links)
    for link in seen.links:  # what the preview said is what was done
        table = "archive_" + link.name.partition(".")[0]
        gone = len(before[table]) - len(merged[table])
        added = sum(name.is_added for name in seen.names) if table.endswith("name") else 0
        vernacular = table == "archive_vernacularname"
        assert gone == link.dropped - (0 if vernacular else added), link.name

    undo_merge(done.pk, actor=STAFF)

    after = all_rows()
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}
    done.refresh_from_db()
    assert done.undone_at is not None
    with pytest.raises(OddMerge, match="taken back already"):
        undo_merge(done.pk, actor=STAFF)
    # And it can be done again.
    merge(kind, source.pk, target.pk, actor=STAFF)
    assert not model._default_manager.filter(pk=source.pk).exists()


def test_a_duplicate_takes_along_what_points_to_it(own_database: str) -> None:
    """A vernacular name that both have: its performances use the one that stays."""
    source, target = _rich_instruments()
    kept = target.vernacular_names.get(name="lugubu")
    merge("instrument", source.pk, target.pk, actor=STAFF)
    assert set(Performance.objects.values_list("instrument", flat=True)) == {target.pk}
    assert Performance.objects.filter(vernacular_name=kept).count() == 1
    assert set(VernacularName.objects.values_list("name", "instrument")) == {
        ("lugubu", target.pk),
        ("bambu", target.pk),
    }
    target.refresh_from_db()
    assert target.hornbostel_sachs == "311.121.1"


def test_what_cannot_be_merged_is_refused_and_nothing_is_written(own_database: str) -> None:
    scheme, other = (Scheme.objects.create(slug=s, title=s) for s in ("styles-1", "styles-2"))
    top = concept("Song", scheme)
    middle = concept("Lament", scheme, top)
    low = concept("Keening", scheme, middle)
    alien = concept("Songs", other)
    before = all_rows()
    cases: dict[str, tuple[Concept, Concept, str]] = {
        "into its own child": (top, middle, "below itself"),
        "into its grandchild": (top, low, "below itself"),
        "into its grandparent": (low, top, "below itself"),
        "into itself": (top, top, "into itself"),
        "across vocabularies": (top, alien, "different vocabularies"),
    }
    for case, (source, target, words) in cases.items():
        for do in (preview_merge, merge):
            with pytest.raises(OddMerge, match=words) as odd:
                do("concept", source.pk, target.pk, actor=STAFF)
            assert odd.value.field == "target", case
    assert all_rows() == before
    # Into its own parent, no ring comes about.
    merge("concept", middle.pk, top.pk, actor=STAFF)
    assert list(ConceptEdge.objects.values_list("parent", "child")) == [(top.pk, low.pk)]


def test_only_staff_merge_and_what_is_not_there_is_not_found(own_database: str) -> None:
    source, target = make_place(), make_place()
    for actor in (PUBLIC, MEMBER):
        for do in (preview_merge, merge):
            with pytest.raises(NotAllowed):
                do("place", source.pk, target.pk, actor=actor)
        with pytest.raises(NotAllowed):
            undo_merge(1, actor=actor)
    with pytest.raises(NotFound):
        merge("place", make_agent().pk, target.pk, actor=STAFF)
    with pytest.raises(NotFound):
        undo_merge(999, actor=STAFF)
    with pytest.raises(OddMerge, match="cannot be merged"):
        merge("item", make_item().pk, make_item().pk, actor=STAFF)
    assert Place.objects.filter(pk__in=[source.pk, target.pk]).count() == 2


def test_a_merge_of_what_has_changed_since_is_refused(own_database: str) -> None:
    source, target = make_place(), make_place()
    with pytest.raises(VersionConflict):
        merge("place", source.pk, target.pk, actor=STAFF, if_version=source.version + 1)
    with pytest.raises(VersionConflict):
        merge("place", source.pk, target.pk, actor=STAFF, if_target_version=target.version + 1)
    merge("place", source.pk, target.pk, actor=STAFF, if_version=1, if_target_version=1)


def test_a_merge_that_something_stands_on_is_not_taken_back(own_database: str) -> None:
    source, target, elsewhere = make_place("Sangha"), make_place("Sanga"), make_place("Bamako")
    item = make_item(place=source)
    done = merge("place", source.pk, target.pk, actor=STAFF)
    Item.objects.filter(pk=item.pk).update(place=elsewhere)
    before = all_rows()
    with pytest.raises(ArchiveError) as refused:
        undo_merge(done.pk, actor=STAFF)
    assert refused.value.code == "CHANGED_SINCE"
    assert all_rows() == before
    done.refresh_from_db()
    assert done.undone_at is None


def test_old_addresses_lead_on_through_merges(own_database: str) -> None:
    """T-05. A renamed place is merged twice; all its addresses lead to where it is now."""
    first, second, third = (make_place(n) for n in ("One", "Two", "Three"))
    edited(KINDS["place"], actor=STAFF, cited="one", columns={"slug": "uno"})
    done = merge("place", first.pk, second.pk, actor=STAFF)
    again = merge("place", second.pk, third.pk, actor=STAFF)

    def led() -> dict[str, Any]:
        return dict(OldCode.objects.filter(kind="place").values_list("code", "subject_id"))

    assert led() == {"one": third.pk, "uno": third.pk, "two": third.pk}
    undo_merge(again.pk, actor=STAFF)
    assert led() == {"one": second.pk, "uno": second.pk}
    undo_merge(done.pk, actor=STAFF)
    assert led() == {"one": first.pk}


def test_places_of_one_name_get_no_second_name(own_database: str) -> None:
    """Two places of one name may be, and may turn out to be one."""
    source, target = make_place("Sanga", slug="sanga"), make_place("Sanga", slug="sanga-2")
    merge("place", source.pk, target.pk, actor=STAFF)
    assert not target.names.exists()
    target.refresh_from_db()
    assert target.version == 2, "it is told of all the same: its old addresses are more"


def test_every_kind_of_term_has_its_pointers_found(db: None) -> None:
    """What is found in the models is at least what is known to be there today."""
    known = {
        "place": {"item.place", "placename.place", "placematch.place", "holder.country"},
        "agent": {"itemagent.agent", "levelagent.agent", "performanceplayer.agent"},
        "instrument": {"performance.instrument", "vernacularname.instrument"},
        "population": {"itempopulation.population", "populationname.population"},
        "language": {"itemlanguage.language", "languagename.named"},
        "concept": {"recordconcept.concept", "place.type", "recordidentifier.type"},
    }
    kinds = {kind.name for kind in KINDS.values() if kind.is_term}
    assert kinds == set(known)
    for kind in kinds:
        found = pointers_to(KINDS[kind].model)
        assert known[kind] <= {pointer.name for pointer in found}
        for pointer in found:  # and each table's constraints can be compared
            assert pointer.duplicates({}) == {}
        tables = {pointer.model for pointer in found if not pointer.is_closure}
        untracked = {model._meta.db_table for model in tables} - set(tracked())
        assert not untracked, "what is not in the history could not be taken back"


ITEMS = 10_000


def _load(collection: Any, place: Any, population: Any, other: Any) -> None:
    """Ten thousand items; the triggers, which are not what is measured here, stand still."""
    with connection.cursor() as cursor:
        for table in ("item", "itempopulation"):
            cursor.execute(f"ALTER TABLE archive_{table} DISABLE TRIGGER USER")
        cursor.execute(
            """
            INSERT INTO archive_item (id, code, title, original_title, description,
                                      place_comment, credit, source, collection_id, place_id)
            SELECT gen_random_uuid(), 'X_' || n, 'A song', '', '', '', '', '', %s, %s
            FROM generate_series(1, %s) AS n
            """,
            [collection.pk, place.pk, ITEMS],
        )
        link = "INSERT INTO archive_itempopulation (item_id, population_id) SELECT id, %s"
        cursor.execute(f"{link} FROM archive_item LIMIT 2000", [population.pk])
        cursor.execute(f"{link} FROM archive_item LIMIT 1000", [other.pk])
        for table in ("item", "itempopulation"):
            cursor.execute(f"ALTER TABLE archive_{table} ENABLE TRIGGER USER")
        cursor.execute("ANALYZE archive_item, archive_itempopulation")


def test_ten_thousand_items_move_in_one_short_transaction(
    own_database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = make_place("Sangha"), make_place("Sanga")
    population, other = make_population(), make_population()
    _load(make_collection(), source, population, other)
    spent: dict[str, float] = {}

    def timed(name: str, do: Any) -> Any:
        begun = time.perf_counter()
        result = do()
        spent[name] = time.perf_counter() - begun
        return result

    timed("preview", lambda: preview_merge("place", source.pk, target.pk, actor=STAFF))
    with CaptureQueriesContext(connection) as asked:
        done = timed("place", lambda: merge("place", source.pk, target.pk, actor=STAFF))
    assert len(asked) < 120, "its statements do not grow with the items"
    assert Item.objects.filter(place=target).count() == ITEMS
    timed("undo of the place", lambda: undo_merge(done.pk, actor=STAFF))
    assert Item.objects.filter(place=source).count() == ITEMS
    timed("group", lambda: merge("population", population.pk, other.pk, actor=STAFF))
    assert ItemPopulation.objects.filter(population=other).count() == 2000
    with capsys.disabled():
        print({name: f"{seconds:.2f} s" for name, seconds in spent.items()})
    assert max(spent.values()) < 60
