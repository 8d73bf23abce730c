"""One rich thing of each kind, every field of it filled: what the tests of linked data look at."""

from typing import Any

from archive.models import (
    Accession,
    Agent,
    AgentMatch,
    AgentName,
    Agreement,
    Annotation,
    Carrier,
    CarrierContent,
    Collection,
    Concept,
    ConceptEdge,
    ConceptMatch,
    ConceptName,
    Digitisation,
    ExtraField,
    ExtraValue,
    Holder,
    InstrumentMatch,
    InstrumentName,
    Item,
    ItemAgent,
    LanguageName,
    LevelAgent,
    Performance,
    PerformancePlayer,
    Place,
    PlaceMatch,
    PlaceName,
    PopulationEdge,
    RecordConcept,
    RecordIdentifier,
    RelatedMedia,
    Scheme,
    Track,
    VernacularName,
)
from tests.factories import (
    hidden_item,
    make_agent,
    make_collection,
    make_corpus,
    make_file,
    make_fonds,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)

#: What no visitor may read anywhere: each stands in some field of the archive below.
SECRETS = (
    "Ask the family",
    "Hidden Informant",
    "secret-field",
    "Shelf 7",
    "vinegar",
    "ACC-1",
    "Council of elders",
    "AGR-1",
    "film-of-the-rite",
    "whispered",
    "Forbidden rite",
    "unlisted",
    "donor-of-tapes",
    "note-of-the-number",
)

_RICH = {
    "language_of_description": "en",
    "access_reason": "As agreed with the singers",
    "licence": "CC-BY-4.0",
    "record_licence": "CC0-1.0",
    "comment": "Ask the family (comment)",
    "archivist_notes": "Ask the family (notes)",
}


def concept(scheme: str, name: str, *parents: Concept, **values: object) -> Concept:
    """A concept of a scheme that every archive has, or of a new one."""
    of, _ = Scheme.objects.get_or_create(slug=scheme, defaults={"title": scheme})
    given = {"scheme": of, "slug": name.lower().replace(" ", "-"), "name": name} | values
    made = Concept.objects.create(**given)
    for parent in parents:
        ConceptEdge.objects.create(parent=parent, child=made)
    return made


def whole_archive() -> Item:
    """Return the item at its centre; all the rest is reached from it."""
    africa = make_place("Africa", kind="continent")
    west = make_place("West Africa", kind="region", parents=[africa])
    province = concept("place-types", "Province", is_authoritative=True)
    mali = make_place(
        "Mali", kind="country", parents=[west], country_code="ML", is_authoritative=True,
        type=province, latitude=17.0, longitude=-4.0, note="A landlocked country",
        translations={"note": {"fr": "Un pays sans littoral"}},
    )  # fmt: skip
    sanga = make_place("Sanga", parents=[mali])
    for name, language, kind, used in (
        ("Mali", "fr", "preferred", ""), ("Malli", "", "hidden", ""),
        ("Soudan", "fr", "former", "1920/1960"),
    ):  # fmt: skip
        PlaceName.objects.create(place=mali, name=name, language=language, kind=kind, used=used)
    PlaceMatch.objects.create(place=mali, iri="https://sws.geonames.org/2453866/")
    PlaceMatch.objects.create(place=mali, iri="http://www.wikidata.org/entity/Q912", kind="close")

    gilbert = make_agent("Gilbert Rouget", lived="1916-07-09/2017-11-10", note="A musicologist",
                         image="https://example.org/gr.jpg", image_credit="CREM",
                         web_page="https://example.org/gr")  # fmt: skip
    AgentName.objects.create(agent=gilbert, name="Rouget, G.", language="fr")
    AgentMatch.objects.create(agent=gilbert, iri="http://viaf.org/viaf/1")
    AgentMatch.objects.create(agent=gilbert, iri="http://example.org/like", kind="close")
    hidden = make_agent("Hidden Informant")
    player = make_agent("Apam Dolo")
    donor = make_agent("donor-of-tapes")

    museum = make_agent("Musée de l'Homme", kind="body", is_authoritative=True)
    holder = Holder.objects.create(
        slug="crem", name="CREM", description="A centre for ethnomusicology", agent=museum,
        country=mali, address="1 rue", email="crem@example.org", provider="Europeana Sounds",
        web_page="https://example.org/crem", default_licence="CC0-1.0",
        translations={"name": {"fr": "Le CREM"}},
    )  # fmt: skip
    agreement = Agreement.objects.create(
        code="AGR-1", title="Council of elders", kind="community", scope="Council of elders",
        public_summary="May be heard by all, not sold",
    )  # fmt: skip
    accession = Accession.objects.create(code="ACC-1", donor=donor, holder=holder)

    rich: dict[str, Any] = _RICH | {"holder": holder, "agreement": agreement}
    fonds = make_fonds(code="F", title="Mission", alternative_title="The mission", **rich)
    corpus = make_corpus(code="K", fonds=[fonds], recorded="1960", recorded_from="1960-01-01",
                         recorded_to="1960-12-31", **rich)  # fmt: skip
    collection = make_collection(
        code="C", title="Dogon songs", corpora=[corpus], original_code="BM.1", recorded="1960",
        recorded_from="1960-01-01", recorded_to="1960-12-31", published_in="1966",
        is_published_edition=True, publisher_serial="LDX 1", publisher_reference="R 7",
        booklet_author="G. Dieterlen", booklet_description="A booklet of 12 pages",
        external_references="Rouget 1966", conservation_site="Nanterre",
        alternative_copies="Bamako", carrier_count=2, approximate_duration_s=1800.0,
        items_done="half", collector_is_creator=True, accession=accession,
        translations={"title": {"fr": "Chants dogons"}, "description": {"fr": "Des chants"}},
        description="Songs", **rich,
    )  # fmt: skip
    LevelAgent.objects.create(
        collection=collection, agent=gilbert, role="collector", audience="public"
    )
    LevelAgent.objects.create(collection=collection, agent=hidden, role="informant")

    aerophone = make_instrument("aerophone", hornbostel_sachs="4")
    trompe = make_instrument("trompe", hornbostel_sachs="423.12", parents=[aerophone])
    InstrumentName.objects.create(instrument=trompe, name="Trumpet", language="en")
    InstrumentMatch.objects.create(
        instrument=trompe, iri="http://www.mimo-db.eu/InstrumentsKeywords/1", kind="broad"
    )
    people = make_population("Voltaic peoples")
    dogon = make_population("Dogon", note="Of the cliffs")
    PopulationEdge.objects.create(parent=people, child=dogon)
    toro = make_language("dts", part1="", part2b="nic", part2t="nic", scope="I", type="L")
    LanguageName.objects.create(named=toro, name="Tɔrɔ sɔɔ", language="dts")

    ritual = concept("keywords", "Ritual", notation="R", note="What is done for the dead")
    mask = concept("keywords", "Mask dance", ritual)
    ConceptName.objects.create(concept=mask, name="Danse des masques", language="fr",
                               kind="preferred")  # fmt: skip
    ConceptMatch.objects.create(concept=mask, iri="http://example.org/mask", kind="related")
    isrc = concept("identifier-types", "ISRC", is_authoritative=True)
    unlisted = concept("unlisted-words", "unlisted")
    Scheme.objects.filter(slug="unlisted-words").update(is_listed=False)

    item = make_item(
        code="FULL", title="TROMPE ET TAMBOUR", original_title="OLU BOY", collection=collection,
        original_code="BM.1:1", place=sanga, populations=[dogon], languages=[toro],
        recorded="1960-11", recorded_from="1960-11-01", recorded_to="1960-11-30",
        place_comment="On the square", cultural_area="Cliffs", language_comment="A dialect",
        context_comment="At a funeral", performance_mode="Responsorial", summary="A dance",
        track="7", collector_selection="For the record", collector_from_collection=True,
        creator_reference="GR 7", external_references="Rouget 1967", digitised="2003",
        published_in="1966", approximate_duration_s=120.0, description="Played at dusk",
        external_sound="https://example.org/a.mp3", credit="CREM", source="CREM",
        translations={"title": {"fr": "Trompe et tambour", "es": "Trompeta"}}, **rich,
    )  # fmt: skip
    for role, agent, audience in (
        ("recordist", gilbert, "public"),
        ("informant", hidden, "staff"),
        ("translator", player, "member"),
    ):
        ItemAgent.objects.create(item=item, agent=agent, role=role, audience=audience)
    kakele = VernacularName.objects.create(instrument=trompe, name="KAKELE", language="dts")
    performance = Performance.objects.create(
        item=item, instrument=trompe, vernacular_name=kakele, instrument_count=2,
        musicians="Hidden Informant",
    )  # fmt: skip
    PerformancePlayer.objects.create(
        item=item, performance=performance, agent=player, audience="public"
    )
    PerformancePlayer.objects.create(item=item, performance=performance, agent=hidden)
    make_part(item, label="side A", starts_at_s=0.0, original_name="Ask the family.wav")
    make_part(item, stem=1, label="voice", licence="CC-BY-NC-4.0")
    _satellites(item, collection, mask, isrc, unlisted)
    _tracks(item, mask)
    _carriers(item, collection, holder, accession, hidden)
    hidden_item(code="SECRET", title="Forbidden rite", collection=collection, place=mali)
    return item


def _satellites(
    item: Item, collection: Collection, mask: Concept, isrc: Concept, unlisted: Concept
) -> None:
    RecordConcept.objects.create(item=item, use="keyword", concept=mask)
    RecordConcept.objects.create(item=item, use="topic", concept=unlisted)
    style = concept("generic-styles", "Lament")
    RecordConcept.objects.create(item=item, use="generic_style", concept=style)
    gift = concept("acquisition-modes", "Gift")
    RecordConcept.objects.create(collection=collection, use="acquisition_mode", concept=gift)
    RecordIdentifier.objects.create(
        item=item, value="FR-Z03-60-00212", type=isrc, valid="1966/", note="note-of-the-number"
    )
    RelatedMedia.objects.create(
        item=item, title="A mask", description="Carved", date="1960", mime_type="image/jpeg",
        url="https://example.org/mask.jpg", byte_size=9, sha256="ab" * 32, credit="CREM",
        licence="CC0-1.0", translations={"title": {"fr": "Un masque"}},
    )  # fmt: skip
    RelatedMedia.objects.create(
        item=item, title="film-of-the-rite", url="https://example.org/x.mp4", audience="staff"
    )
    fields: dict[str, tuple[str, str, dict[str, Any]]] = {
        "moon": ("line", "public", {"text": "New moon", "language": "en"}),
        "humidity": ("number", "public", {"number": 41.5}),
        "at-night": ("boolean", "public", {"boolean": True}),
        "seen": ("date", "public", {"text": "1960-11"}),
        "more": ("link", "public", {"text": "https://example.org/more"}),
        "rite": ("concept", "public", {"concept": mask}),
        "near": ("place", "public", {"place": Place.objects.get(slug="mali")}),
        "guide": ("agent", "public", {"agent": Agent.objects.get(slug="hidden-informant")}),
        "private": ("line", "staff", {"text": "secret-field"}),
    }
    for slug, (kind, audience, value) in fields.items():
        field = ExtraField.objects.create(
            slug=slug, level="item", kind=kind, label=slug, audience=audience,
            scheme=mask.scheme if kind == "concept" else None,
            property_iri="http://rs.tdwg.org/dwc/terms/habitat" if slug == "moon" else "",
        )  # fmt: skip
        ExtraValue.objects.create(item=item, field=field, **value)


def _tracks(item: Item, mask: Concept) -> None:
    transcript = Track.objects.create(
        item=item, kind="transcript", language="dts", title="As sung", licence="CC0-1.0",
        source="Hidden Informant",
    )  # fmt: skip
    lines = ((1.5, 4.0, "The antelope dances"), (4.0, 7.25, "on the white terrace"))
    for start, end, text in lines:
        Annotation.objects.create(
            item=item, track=transcript, start_s=start, end_s=end, text=text,
            speaker="Hidden Informant",
        )  # fmt: skip
    Annotation.objects.create(item=item, track=transcript, start_s=9.0, concept=mask,
                              confidence=0.75)  # fmt: skip
    kept = Track.objects.create(item=item, kind="markers", audience="staff")
    Annotation.objects.create(item=item, track=kept, start_s=1.0, text="whispered")


def _carriers(
    item: Item, collection: Collection, holder: Holder, accession: Accession, hidden: Agent
) -> None:
    original = Carrier.objects.create(code="TAPE-0", holder=holder)
    tape = Carrier.objects.create(
        code="TAPE-1", original_code="T1", original_number="n° 1", title="Tape 1", holder=holder,
        accession=accession, copy_of=original, shelf="Shelf 7", made="1960", duration_s=1800.0,
        condition="poor", condition_comment="smells of vinegar", sound_quality="Clear",
        comment="Ask the family", recording_system="Nagra III", tape_thickness_um=35.0,
        tape_reference="LGS 35", has_sticker=True, digitisation="done",
    )  # fmt: skip
    CarrierContent.objects.create(carrier=tape, item=item, side="A", start="0:00")
    CarrierContent.objects.create(carrier=tape, collection=collection, side="B")
    CarrierContent.objects.create(carrier=original, collection=collection)
    RecordConcept.objects.create(
        carrier=tape, use="physical_format", concept=concept("physical-formats", "Open reel")
    )
    Digitisation.objects.create(
        carrier=tape, file=make_file(), done="2003", digitiser=hidden, equipment="Studer A80",
        conversion=concept("ad-conversions", "In house", is_authoritative=True),
        note="Ask the family",
    )  # fmt: skip
    secret = Carrier.objects.create(code="TAPE-SECRET")
    CarrierContent.objects.create(
        carrier=secret, item=hidden_item(code="SECRET-2", title="Forbidden rite II")
    )
