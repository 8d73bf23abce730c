"""The RDF store is the catalogue's mirror, whatever happens to the catalogue (P-6, D-10, D-11)."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pyoxigraph import Literal, NamedNode, Quad
from pytest_django import Settings

from analysis.models import Run, RunItem, RunItemComputation
from analysis.results.superseding import supersede
from archive.access import HOUSE
from archive.models import (
    Agent,
    Agreement,
    Annotation,
    Carrier,
    CarrierContent,
    Collection,
    Concept,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    Corpus,
    ExtraField,
    ExtraValue,
    File,
    Fonds,
    Holder,
    Instrument,
    Item,
    ItemAgent,
    ItemPopulation,
    Language,
    LevelAgent,
    Performance,
    PerformancePlayer,
    Place,
    PlaceEdge,
    Population,
    RecordConcept,
    RecordIdentifier,
    RelatedMedia,
    Scheme,
    Track,
    VernacularName,
)
from archive.services.merge import merge
from archive.services.protocols import update_protocol
from ontology import generations, iris
from ontology.compile import Described
from ontology.drift import measure
from ontology.store import LiveStore
from ontology.sync import Projector, _said_of
from tests.archive.test_locating import CANARY, locating, sanga, under
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
)
from tests.ontology.results import make_result
from tests.ontology.whole import concept
from tests.pace import allowed


@pytest.fixture
def projector(own_database: str, rdf_dir: Path) -> Iterator[Projector]:
    """A store of one's own over a database of one's own."""
    with LiveStore(rdf_dir, iris.public_graph()) as store:
        projector = Projector(store)
        projector.refill()
        yield projector


def bring_up_to_date(projector: Projector) -> None:
    while projector.step().events:
        pass


def seen(rdf_dir: Path) -> str:
    """Everything that a query could see, as text."""
    with generations.reading(rdf_dir) as store:
        graph = NamedNode(iris.public_graph())
        return "\n".join(str(quad) for quad in store.quads_for_pattern(None, None, None, graph))


def small_archive() -> Item:
    """One full item, with a twin that shares its place, and one that is hidden."""
    africa = make_place("Africa", is_authoritative=True)
    mali = make_place("Mali", parents=[africa])
    sanga = make_place("Sanga", parents=[mali])
    collection = make_collection(code="C", corpora=[make_corpus(code="K", fonds=[make_fonds()])])
    trompe = make_instrument("trompe", parents=[make_instrument("aerophone")])
    item = make_item(
        code="FULL",
        collection=collection,
        place=sanga,
        populations=[make_population("Dogon")],
        languages=[make_language("dts")],
        instruments=[trompe],
        agents=[make_agent("Gilbert")],
    )
    kakele = VernacularName.objects.create(instrument=trompe, name="KAKELE", language="dts")
    Performance.objects.filter(item=item).update(vernacular_name=kakele)
    make_part(item)
    make_result(item)
    _with_the_rest(item)
    make_item(code="TWIN", collection=collection, place=sanga)
    hidden_item(code="SECRET", title="Forbidden rite", collection=collection, place=mali)
    return item


def _with_the_rest(item: Item) -> None:
    """What else hangs on an item: holder, agreement, concepts, media, carriers, text, players."""
    holder = Holder.objects.create(slug="crem", name="CREM")
    agreement = Agreement.objects.create(
        code="AGR", title="Agreed", kind="consent", public_summary="May be heard"
    )
    Item.objects.filter(pk=item.pk).update(holder=holder, agreement=agreement)
    mask = concept("keywords", "Mask dance", concept("keywords", "Ritual"))
    RecordConcept.objects.create(item=item, use="keyword", concept=mask)
    RecordIdentifier.objects.create(
        item=item, value="N-1", type=concept("identifier-types", "ISRC", is_authoritative=True)
    )
    RelatedMedia.objects.create(item=item, title="A mask", url="https://example.org/mask.jpg")
    field = ExtraField.objects.create(slug="moon", level="item", kind="line", label="Moon")
    ExtraValue.objects.create(item=item, field=field, text="New moon")
    track = Track.objects.create(item=item, kind="lyrics", language="dts")
    Annotation.objects.create(
        item=item, track=track, start_s=1.0, text="The antelope", concept=mask
    )
    tape = Carrier.objects.create(code="TAPE", holder=holder)
    CarrierContent.objects.create(carrier=tape, item=item, side="A")
    copy = Carrier.objects.create(code="COPY", copy_of=tape)
    CarrierContent.objects.create(carrier=copy, collection=item.collection)
    PerformancePlayer.objects.create(
        item=item,
        performance=item.performances.get(),
        agent=make_agent("Apam Dolo"),
        audience="public",
    )
    LevelAgent.objects.create(
        collection=item.collection, agent=make_agent("Dieterlen"), role="collector",
        audience="public",
    )  # fmt: skip


def _hide_item() -> None:
    Item.objects.filter(code="FULL").update(access="none")


def _hide_collection() -> None:
    Collection.objects.filter(code="C").update(access="none")


def _metadata_only() -> None:
    Collection.objects.filter(code="C").update(access="metadata")


def _rename_code() -> None:
    Item.objects.filter(code="FULL").update(code="OTHER")


def _swap_codes() -> None:
    Item.objects.filter(code="FULL").update(code="X")
    Item.objects.filter(code="TWIN").update(code="FULL")
    Item.objects.filter(code="X").update(code="TWIN")


def _delete_item() -> None:
    Item.objects.get(code="FULL").delete()


def _rename_place() -> None:
    Place.objects.filter(slug="mali").update(name="Republic of Mali", slug="republic-of-mali")


def _move_place() -> None:
    PlaceEdge.objects.filter(child__slug="sanga").delete()


def _hide_corpus() -> None:
    Corpus.objects.filter(code="K").update(access="none")


def _withdraw_name() -> None:
    ItemAgent.objects.all().update(audience="staff")


def _rename_agent() -> None:
    Agent.objects.all().update(name="G.")


def _drop_population() -> None:
    ItemPopulation.objects.all().delete()


def _damage_file() -> None:
    File.objects.all().update(integrity="partial")


def _forget_vernacular_name() -> None:
    Performance.objects.all().update(vernacular_name=None)


def _move_item_to_hidden_collection() -> None:
    Item.objects.filter(code="FULL").update(collection=make_collection(access="none"))


def _publish_secret() -> None:
    Item.objects.filter(code="SECRET").update(access=None)


def _ask_again() -> None:
    """A second run reuses the computation: no new result, one more run."""
    item = Item.objects.get(code="FULL")
    need = RunItemComputation.objects.first()
    assert need is not None
    run = Run.objects.create(preset="default", nodes=[], status="queued")
    again = RunItem.objects.create(run=run, item=item)
    RunItemComputation.objects.create(run_item=again, part=need.part, computation=need.computation)
    Run.objects.filter(pk=run.pk).update(status="done")


def _compute_anew() -> None:
    """The old result says what replaced it, and is withdrawn with the item like the new one."""
    item = Item.objects.get(code="FULL")
    supersede([item.pk], [make_result(item).computation_id])


def _rename_concept() -> None:
    Concept.objects.filter(slug="ritual").update(name="Rite", slug="rite")


def _move_concept() -> None:
    ConceptEdge.objects.all().delete()


def _name_concept() -> None:
    mask = Concept.objects.get(slug="mask-dance")
    ConceptName.objects.create(concept=mask, name="Danse des masques", language="fr")


def _match_concept() -> None:
    mask = Concept.objects.get(slug="mask-dance")
    ConceptMatch.objects.create(concept=mask, iri="https://example.org/masks", kind="close")


def _drop_keyword() -> None:
    RecordConcept.objects.all().delete()


def _unlist_vocabulary() -> None:
    Scheme.objects.filter(slug="keywords").update(is_listed=False)


def _move_vocabulary() -> None:
    Scheme.objects.filter(slug="keywords").update(slug="words")


def _forget_identifier_type() -> None:
    Concept.objects.filter(slug="isrc").update(is_authoritative=False)


def _agree_anew() -> None:
    Agreement.objects.all().update(public_summary="Not to be sold")


def _rename_holder() -> None:
    Holder.objects.all().update(slug="lesc", name="LESC")


def _hide_extra_field() -> None:
    ExtraField.objects.all().update(audience="staff")


def _call_extra_field() -> None:
    ExtraField.objects.all().update(property_iri="http://rs.tdwg.org/dwc/terms/habitat")


def _hide_media() -> None:
    RelatedMedia.objects.all().update(audience="staff")


def _edit_line() -> None:
    Annotation.objects.all().update(text="The gazelle")


def _hide_track() -> None:
    Track.objects.all().update(audience="staff")


def _delete_track() -> None:
    Track.objects.all().delete()


def _empty_carrier() -> None:
    CarrierContent.objects.filter(item__isnull=False).delete()


def _hide_player() -> None:
    PerformancePlayer.objects.all().update(audience="staff")


def _hide_collector() -> None:
    LevelAgent.objects.all().update(audience="staff")


def _collect_with_collection() -> None:
    Item.objects.filter(title="An item", code__in=["FULL", "OTHER"]).update(
        collector_from_collection=True
    )


def _translate() -> None:
    Item.objects.update(translations={"title": {"fr": "Un chant"}}, language_of_description="en")


def _withdraw_collection() -> None:
    Collection.objects.filter(code="C").update(state="withdrawn")


def _put_item_in_bin() -> None:
    Item.objects.filter(code="FULL").update(state="deleted")


def _merge_places() -> None:
    sanga, other = Place.objects.filter(slug="sanga").first(), make_place("Bandiagara")
    if sanga is not None:
        merge("place", sanga.pk, other.pk, actor=HOUSE, reason="one and the same")


def _embargo() -> None:
    Item.objects.filter(code="FULL").update(embargo_until=timezone.now() + timedelta(days=9))


CHANGES: dict[Callable[[], None], tuple[list[str], list[str]]] = {
    # change: (what is gone, what is there still or now)
    _hide_item: (
        ["/items/FULL", "/results/", "/runs/", "/groups/dogon", "KAKELE", "/instruments/",
         "/agents/gilbert", "/processors/", "/languages/dts"],
        ["/items/TWIN", "/places/sanga", "/places/mali"],
    ),
    _hide_collection: (["/items/", "/collections/", "/places/sanga", "/places/mali"],
                       ["/places/africa", "/corpora/K"]),
    _metadata_only: (["/media/", "hdf5Path", '"full"'], ["/items/FULL", "/results/"]),
    _rename_code: (["/items/FULL#signal"], ["/items/OTHER#signal", "replaces"]),
    _swap_codes: ([], ["/items/FULL", "/items/TWIN#file-1"]),
    _delete_item: (["/items/FULL", "/results/", "/groups/"], ["/items/TWIN"]),
    _rename_place: (['"Mali"'], ["/places/republic-of-mali", "isReplacedBy"]),
    _move_place: (["/places/mali"], ["/places/africa", "/places/sanga"]),
    _hide_corpus: (["/corpora/K"], ["/collections/C"]),
    _withdraw_name: (["gilbert", "Gilbert"], ["/items/FULL"]),
    _rename_agent: (["Gilbert"], ["/agents/gilbert"]),
    _drop_population: (["dogon"], ["/items/FULL"]),
    _damage_file: (['"ok"'], ['"partial"']),
    _forget_vernacular_name: (["KAKELE"], ["/instruments/trompe"]),
    _move_item_to_hidden_collection: (["/items/FULL", "KAKELE"], ["/items/TWIN"]),
    _publish_secret: ([], ["/items/SECRET", "Forbidden rite"]),
    _ask_again: ([], []),
    _compute_anew: ([], ["isReplacedBy"]),
    _embargo: (["/media/"], ["/items/FULL", "available"]),
    _rename_concept: (['"Ritual"'], ["/vocabularies/keywords/rite", "isReplacedBy"]),
    _move_concept: (["/vocabularies/keywords/ritual"], ["/vocabularies/keywords/mask-dance"]),
    _name_concept: ([], ['"Danse des masques"@fr']),
    _match_concept: ([], ["closeMatch"]),
    _drop_keyword: (["/vocabularies/keywords/mask-dance", "/vocabularies/keywords/ritual"],
                    ["/items/FULL", "/annotations/"]),
    _unlist_vocabulary: (["/vocabularies/keywords"], ["/items/FULL", "/annotations/"]),
    _move_vocabulary: (["/vocabularies/keywords/"], ["/vocabularies/words/mask-dance"]),
    _forget_identifier_type: (["/vocabularies/identifier-types/isrc"], ["N-1"]),
    _agree_anew: (["May be heard"], ["Not to be sold"]),
    _rename_holder: (['"CREM"'], ["/holders/lesc", "isReplacedBy"]),
    _hide_extra_field: (["New moon"], ["/items/FULL"]),
    _call_extra_field: (["/ns/x/moon"], ["New moon", "habitat"]),
    _hide_media: (["mask.jpg"], ["/items/FULL"]),
    _edit_line: (["The antelope"], ["The gazelle"]),
    _hide_track: (["/annotations/", "The antelope"], ["/items/FULL"]),
    _delete_track: (["/annotations/", "The antelope"], ["/items/FULL"]),
    _empty_carrier: (["/carriers/TAPE"], ["/carriers/COPY", "/items/FULL"]),
    _hide_player: (["apam-dolo", "Apam Dolo"], ["/items/FULL"]),
    _hide_collector: (["dieterlen", "Dieterlen"], ["/collections/C"]),
    _collect_with_collection: ([], ["hasCollector"]),
    _translate: ([], ['"Un chant"@fr', '"An item"@en']),
    _withdraw_collection: (["/items/", "/collections/", "/carriers/", "dieterlen", "/annotations/"],
                           ["/places/africa", "/holders/crem"]),
    _put_item_in_bin: (["/items/FULL", "/carriers/TAPE", "/annotations/", "apam-dolo"],
                       ["/items/TWIN", "/carriers/COPY"]),
    _merge_places: (['prefLabel> "Sanga"'], ["/places/bandiagara", "isReplacedBy"]),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_each_change_is_mirrored_with_all_that_hangs_on_it(
    projector: Projector, rdf_dir: Path, change: Callable[[], None]
) -> None:
    small_archive()
    bring_up_to_date(projector)
    before = seen(rdf_dir)
    assert "SECRET" not in before
    assert "Forbidden rite" not in before
    assert measure().triples == 0
    change()
    assert measure().triples > 0, "the change says nothing in RDF: it tests nothing"
    bring_up_to_date(projector)
    drift = measure()
    assert drift.triples == 0, drift.examples
    assert drift.examined >= 3
    after = seen(rdf_dir)
    gone, there = CHANGES[change]
    for word in gone:
        assert word in before
        assert word not in after
    for word in there:
        assert word in after


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_changes_ends_like_a_fresh_rebuild(
    projector: Projector, rdf_dir: Path, seed: int
) -> None:
    small_archive()
    bring_up_to_date(projector)
    order = random.Random(seed)  # noqa: S311 - a repeatable order
    changes = [change for change in CHANGES if change is not _delete_item]
    order.shuffle(changes)
    for number, change in enumerate([*changes, _delete_item]):
        if change is not _ask_again or RunItemComputation.objects.exists():
            _do(change)
        if number % 3 == 0:
            projector.step()
    bring_up_to_date(projector)
    assert measure().triples == 0
    kept = set(seen(rdf_dir).splitlines())
    projector.refill()
    assert set(seen(rdf_dir).splitlines()) == kept


def _do(change: Callable[[], None]) -> None:
    """Some changes undo what others need; those then have nothing to do."""
    try:
        change()
    except (Item.DoesNotExist, Concept.DoesNotExist):
        return


def test_the_drift_is_seen(projector: Projector) -> None:
    """Control of `measure`: a stray, a missing and a changed triple are each counted."""
    small_archive()
    bring_up_to_date(projector)
    assert measure().triples == 0
    store, graph = projector.store.store, NamedNode(iris.public_graph())
    item, title = NamedNode(iris.mint("item", "FULL")), NamedNode("http://purl.org/dc/terms/title")
    (quad,) = store.quads_for_pattern(item, title, None, graph)
    store.remove(quad)
    stray = NamedNode(iris.mint("item", "STRAY"))
    store.add(Quad(stray, title, stray, graph))
    projector.store.publish()
    drift = measure()
    assert (drift.triples, drift.things) == (2, 2)


def test_a_place_is_mirrored_as_exactly_as_its_protocols_let_it(
    projector: Projector, rdf_dir: Path
) -> None:
    def mirrored() -> tuple[bool, bool]:
        """Return whether the store says the point, and whether it says that it does not."""
        bring_up_to_date(projector)
        drift = measure()
        assert drift.triples == 0, drift.examples
        said = seen(rdf_dir)
        return bool(CANARY.search(said)), "dataGeneralizations" in said

    collection, place = make_collection(), sanga()
    item = make_item(collection=collection, place=place)
    assert mirrored() == (True, False)
    locating("tenth")
    for record in (item, collection):
        under(record, "masks")
        assert mirrored() == (False, True)
        under(record)
        assert mirrored() == (True, False)
    under(item, "masks")
    update_protocol(actor=HOUSE, cited="masks", locates="exactly")
    assert mirrored() == (True, False)
    update_protocol(actor=HOUSE, cited="masks", locates="degree")
    assert mirrored() == (False, True)
    Item.objects.filter(pk=item.pk).update(state="draft")
    make_item(place=place)
    assert mirrored() == (True, False), "a draft changes nothing for the public"
    field = ExtraField.objects.create(slug="rite", level="collection", kind="place", label="Rite")
    ExtraValue.objects.create(field=field, collection=collection, place=place)
    under(collection, "masks")
    assert mirrored() == (False, True), "a place in a field of the archive's own is one too"
    ExtraField.objects.filter(pk=field.pk).update(audience="staff")
    assert mirrored() == (True, False)


def test_an_embargo_opens_by_the_databases_clock(projector: Projector, rdf_dir: Path) -> None:
    item, opens_in = small_archive(), allowed(1.0)  # it is brought up to date before that
    Item.objects.filter(pk=item.pk).update(
        embargo_until=timezone.now() + timedelta(seconds=opens_in)
    )
    bring_up_to_date(projector)
    assert "/media/" not in seen(rdf_dir)
    waiting = projector.seconds_to_opening()
    assert waiting is not None
    assert 0 < waiting <= opens_in

    time.sleep(waiting + 0.05)
    applied = projector.step()
    assert (applied.events, applied.changed) == (0, True)
    assert "/media/" in seen(rdf_dir)
    assert projector.seconds_to_opening() is None
    assert measure().triples == 0


def test_another_base_is_another_store(
    projector: Projector, rdf_dir: Path, settings: Settings
) -> None:
    small_archive()
    bring_up_to_date(projector)
    assert not projector.needs_refill()
    settings.BASE_URL = "https://sound.example"
    assert projector.needs_refill()
    projector.store.graph = NamedNode(iris.public_graph())
    projector.refill()
    assert "localhost" not in seen(rdf_dir)
    assert "https://sound.example/items/FULL" in seen(rdf_dir)


def test_old_generations_go_when_nobody_reads_them(projector: Projector, rdf_dir: Path) -> None:
    item = small_archive()
    bring_up_to_date(projector)
    with generations.Reader(rdf_dir) as reader:
        store, held = reader.open()
        for number in range(5):
            Item.objects.filter(pk=item.pk).update(title=f"Title {number}")
            bring_up_to_date(projector)
        projector.tidy()
        kept = {path.name for path in (rdf_dir / "generations").iterdir() if path.is_dir()}
        assert kept == {held, generations.newest(rdf_dir).name}
        assert len(list(store.quads_for_pattern(None, None, None))) > 50
    generations.remove_old(rdf_dir)
    assert len([path for path in (rdf_dir / "generations").iterdir() if path.is_dir()]) == 1


def test_what_says_nothing_new_makes_no_generation(projector: Projector, rdf_dir: Path) -> None:
    small_archive()
    bring_up_to_date(projector)
    number = generations.newest(rdf_dir).name
    Run.objects.all().update(progress=0.5)
    applied = projector.step()
    assert applied.events
    assert not applied.changed
    assert generations.newest(rdf_dir).name == number


def test_terms_are_parsed_never_pasted(projector: Projector) -> None:
    """A title that looks like an update stays a title."""
    title = '" } } ; DROP ALL ; INSERT DATA { <x:x> <x:x> "'
    item = make_item(title=title)
    bring_up_to_date(projector)
    said = projector.store.triples_of(iris.iri_of(item))
    assert title in {one.object.value for one in said if isinstance(one.object, Literal)}
    assert measure().triples == 0


def test_a_name_that_many_records_point_to_is_said_once(
    projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records hold the place's address: 10,000 items at it are not said anew for its name."""
    mali = make_place("Mali")
    for _ in range(25):
        make_item(place=mali)
    bring_up_to_date(projector)
    said: list[tuple[str, int]] = []

    def counted(kind: str, pks: list[str]) -> Iterator[Described]:
        said.append((kind, len(pks)))
        return _said_of(kind, pks)

    monkeypatch.setattr("ontology.sync._said_of", counted)
    Place.objects.filter(pk=mali.pk).update(name="Republic of Mali")
    bring_up_to_date(projector)
    assert said == [("place", 1)]
    Place.objects.filter(pk=mali.pk).update(slug="republic-of-mali")
    bring_up_to_date(projector)
    assert ("item", 25) in said  # the control: a new address is said wherever it is named
    assert measure().triples == 0


ADDRESSES: dict[str, Callable[[], object]] = {
    "place": lambda: Place.objects.filter(slug="mali").update(slug="moved"),
    "instrument": lambda: Instrument.objects.filter(slug="trompe").update(slug="moved"),
    "broader": lambda: Instrument.objects.filter(slug="aerophone").update(slug="moved"),
    "population": lambda: Population.objects.update(slug="moved"),
    "language": lambda: Language.objects.update(slug="dog"),
    "agent": lambda: Agent.objects.filter(slug="gilbert").update(slug="moved"),
    "collection": lambda: Collection.objects.filter(code="C").update(code="moved"),
    "corpus": lambda: Corpus.objects.filter(code="K").update(code="moved"),
    "fonds": lambda: Fonds.objects.update(code="moved"),
}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_new_address_is_said_wherever_it_is_named(projector: Projector, kind: str) -> None:
    """And what names it can still be withdrawn afterwards, with all that hangs on it."""
    small_archive()
    _publish_secret()
    bring_up_to_date(projector)
    ADDRESSES[kind]()
    bring_up_to_date(projector)
    drift = measure()
    assert drift.triples == 0, drift.examples
    Item.objects.update(access="none")
    bring_up_to_date(projector)
    drift = measure()
    assert drift.triples == 0, drift.examples
