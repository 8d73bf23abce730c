"""Puts the planned items into an archive, with all that hangs on them, model by model."""

import hashlib
import io
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import h5py
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import models
from django.db.models.functions import Now

from analysis.models import Computation, Output, Result, Run, RunItem
from archive.identifiers import new_id
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
    Community,
    Concept,
    ConceptEdge,
    ConceptName,
    Corpus,
    Digitisation,
    EditorCollection,
    Erasure,
    ExtraField,
    ExtraValue,
    File,
    Fonds,
    Grant,
    Holder,
    Instrument,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Label,
    Language,
    LanguageMatch,
    LanguageName,
    Part,
    Performance,
    PerformancePlayer,
    Place,
    PlaceEdge,
    PlaceMatch,
    PlaceName,
    Population,
    PopulationEdge,
    PopulationMatch,
    PopulationName,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolSet,
    RecordConcept,
    RecordIdentifier,
    RecordLabel,
    RelatedMedia,
    Request,
    Scheme,
    Selection,
    SelectionEntry,
    Track,
    VernacularName,
    WithheldRange,
)
from archive.services.departures import line
from archive.storage import MASTERS, RELATED, RESULTS, keep_folder
from tests.doors.canaries import (
    EDIT,
    FIND,
    GIVEN,
    IN_HDF5,
    IN_PICTURE,
    IN_SOUND,
    IN_TILE,
    LISTEN,
    STAFF,
    Canary,
    M,
    key_of,
    sung,
)
from tests.doors.hidden import COLLECTIONS, HIDDEN_COLLECTIONS, HIDDEN_LEVELS, Hidden
from tests.factories import make_instrument, make_place, make_population
from tests.graphql_api.world import MANIFEST

SECONDS = 10.0


#: What hidden terms lie below: public, and the first of their lists.
FIRST = "0 Top of the sweep"
TOP = "0-top-of-the-sweep"


@dataclass(frozen=True)
class Tops:
    """A public term of each tree."""

    place: Place
    instrument: Instrument
    population: Population
    concept: Concept


def make_tops() -> Tops:
    public: dict[str, Any] = {"is_authoritative": True}
    keywords = Scheme.objects.get(slug="keywords")
    return Tops(
        make_place(FIRST, **public),
        make_instrument(FIRST, **public),
        make_population(FIRST, **public),
        Concept.objects.create(scheme=keywords, slug=TOP, name=FIRST, **public),
    )


@dataclass
class Ground:
    """What the planted stand on: made before them, and public as far as it shows at all."""

    protocols: dict[str, UUID]
    collections: dict[str, UUID]
    tops: Tops
    people: dict[str, Any]
    room: Any
    community: Community
    #: The house that holds everything, in which much is public.
    holder: Holder
    rows: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: M) -> M:
        self.rows[type(row)].append(row)
        return row

    def write(self) -> int:
        """Insert what was added, in the order of the kinds' first rows; return how many."""
        written = 0
        for model, rows in self.rows.items():
            model._default_manager.bulk_create(rows)
            written += len(rows)
        self.rows.clear()
        return written


def protocol_sets(community: Community, other: Community) -> dict[str, UUID]:
    """Make the protocols that the plan names, each under the sets that it needs."""
    made = {}
    for name, admits, withholds, of in (
        ("ours", "community", "record", community),
        ("theirs", "community", "record", other),
        ("named", "named", "record", None),
        ("sound", "community", "sound", community),
    ):
        made[name] = Protocol.objects.create(
            slug=f"sweep-{name}", name=name, admits=admits, withholds=withholds
        )
        if of:
            ProtocolCommunity.objects.create(protocol=made[name], community=of)
    bound: dict[str, tuple[str, ...]] = {
        "any": ("any", "ours", "theirs"),
        "both": ("all", "ours", "theirs"),
    }
    bound |= {name: ("all", name) for name in ("ours", "named", "sound")}
    sets = {}
    for name, (combine, *within) in bound.items():
        sets[name] = ProtocolSet.objects.create(id=new_id(), combine=combine).pk
        for each in within:
            ProtocolInSet.objects.create(protocol_set_id=sets[name], protocol=made[each])
    return sets


def plant_collections(ground: Ground, names: Iterable[str], editors: Any) -> None:
    """Make collections; those that are hidden sing."""
    for name in names:
        said = dict(COLLECTIONS[name])
        protocol = said.pop("protocol", None)
        number = HIDDEN_COLLECTIONS.get(name)
        key = key_of("Collection", 0, name)
        values = {"id": key, "protocol_set_id": ground.protocols.get(protocol or ""), **said}
        values["holder"] = ground.holder
        if number is None:
            Collection.objects.create(code=f"sweep-{name}", title=name, **values)
        else:
            sung(Collection, number, **values).save(force_insert=True)
        ground.collections[name] = key
        if name == "closed":
            _plant_levels(ground, key)
        if name == "edited":
            EditorCollection.objects.create(group=editors, collection_id=key)


def _plant_levels(ground: Ground, collection: UUID) -> None:
    """Put a hidden corpus and a hidden fonds around the collection."""
    made: dict[str, Any] = {}
    for model in (Corpus, Fonds):
        name = str(model._meta.model_name)
        number = HIDDEN_LEVELS[name]
        key = key_of(model.__name__, number)
        made[name] = sung(model, number, id=key, access="none", holder=ground.holder)
        made[name].save(force_insert=True)
    made["corpus"].collections.add(collection)
    made["corpus"].fonds.add(made["fonds"])


def plant(ground: Ground, planned: Iterable[Hidden]) -> int:
    """Put the items in; return how many rows of theirs there are."""
    planned = list(planned)
    for one in planned:
        _item(ground, one)
    for one in planned:
        _sound(ground, one)
        _words(ground, one)
        _satellites(ground, one)
        if one.is_rich:
            _alone(ground, one)
            _kept(ground, one)
            _measured(ground, one)
        if one.granted:
            _granted(ground, one)
    written = ground.write()
    for until, days in {"standing": 1, "over": -1}.items():
        keys = [one.key for one in planned if one.embargo == until]
        Item.objects.filter(pk__in=keys).update(embargo_until=Now() + timedelta(days=days))
    _let_them_have_borne_other_codes(planned)
    return written


def _let_them_have_borne_other_codes(planned: list[Hidden]) -> None:
    for one in planned:
        if one.is_rich:
            Item.objects.filter(pk=one.key).update(code=one.old_code)
            Item.objects.filter(pk=one.key).update(code=one.code)


def _item(ground: Ground, one: Hidden) -> None:
    said = dict(one.says)
    protocol = said.pop("protocol", "")
    year = 1950 if one.is_old else 2020
    values: dict[str, Any] = {
        "collection_id": ground.collections[one.collection],
        "protocol_set_id": ground.protocols.get(protocol),
        "recorded_from": date(year, 3, 1),
        "recorded_to": date(year, 3, 2),
        "external_sound": "",
        "holder": ground.holder,
        **said,
    }
    if one.is_rich:
        agreement = sung(Agreement, one.number, id=key_of("Agreement", one.number), kind="consent")
        values["agreement"] = ground.add(agreement)
        values["place"] = _place(ground, one.number)
    ground.add(sung(Item, one.number, id=one.key, **values))


def _place(ground: Ground, number: int) -> Place:
    place = sung(
        Place,
        number,
        id=key_of("Place", number),
        latitude=float(f"12.{number:03d}7391"),
        longitude=float(f"12.{number:03d}7391"),
    )
    ground.add(place)
    ground.add(sung(PlaceName, number, place=place, kind="alternative"))
    ground.add(sung(PlaceMatch, number, place=place))
    ground.add(PlaceEdge(parent=ground.tops.place, child=place))
    return place


def _sound(ground: Ground, one: Hidden) -> None:
    """One file of its own, with bytes that say so where it is one of the rich."""
    word = Canary(one.number, EDIT if one.is_withheld else LISTEN, IN_SOUND).text
    body = f"RIFF{word}".encode().ljust(64, b"\0")
    digest = hashlib.sha256(body).hexdigest()
    name = f"{digest[:2]}/{digest[2:4]}/{digest}.wav"
    if one.is_rich or one.number >= 600:
        storages[MASTERS].save(name, ContentFile(body))
    file = ground.add(
        sung(
            File,
            one.number,
            id=key_of("File", one.number),
            sha256=digest,
            byte_size=len(body),
            storage_name=name,
            mime_type="audio/wav",
            format="wav",
            codec="pcm_s16",
            sample_rate=44_100,
            channels=1,
            bit_depth=16,
            frame_count=int(44_100 * SECONDS),
            duration_s=SECONDS,
        )
    )
    ground.add(
        sung(
            Part, one.number, id=key_of("Part", one.number), item_id=one.key, file=file, position=1
        )
    )
    if one.is_withheld:
        ground.add(
            sung(
                WithheldRange,
                one.number,
                id=key_of("WithheldRange", one.number),
                item_id=one.key,
                start_s=2.0,
                end_s=4.0,
            )
        )


def _words(ground: Ground, one: Hidden) -> None:
    """A text that is heard, a list of moments, and what is said where the sound is withheld."""
    for kind, act in (("lyrics", LISTEN), ("markers", FIND)):
        track = sung(
            Track,
            one.number,
            act,
            id=key_of("Track", one.number, kind),
            item_id=one.key,
            kind=kind,
            format="webvtt",
        )
        ground.add(track)
        for start, needs in ((0.0, act), (2.5, EDIT if one.is_withheld else act)):
            ground.add(
                sung(
                    Annotation,
                    one.number,
                    needs,
                    item_id=one.key,
                    track=track,
                    start_s=start,
                    end_s=start + 1,
                )
            )


def _satellites(ground: Ground, one: Hidden) -> None:
    number = one.number
    item: dict[str, Any] = {"item_id": one.key}
    ground.add(sung(RecordIdentifier, number, **item))
    ground.add(sung(RelatedMedia, number, id=key_of("RelatedMedia", number, "url"), **item))
    if one.is_rich:
        body = f"picture {Canary(number, FIND, IN_PICTURE).text}".encode()
        name = f"aa/{number:03d}/picture.png"
        storages[RELATED].save(name, ContentFile(body))
        ground.add(
            sung(
                RelatedMedia,
                number,
                id=key_of("RelatedMedia", number, "kept"),
                storage_name=name,
                mime_type="image/png",
                byte_size=len(body),
                sha256=hashlib.sha256(body).hexdigest(),
                url="",
                **item,
            )
        )
    extra = ExtraField.objects.get(slug="sweep-extra")
    ground.add(sung(ExtraValue, number, field=extra, **item))


def _alone(ground: Ground, one: Hidden) -> None:
    """What nobody else has: people, instruments, groups, languages, words."""
    number = one.number
    item: dict[str, Any] = {"item_id": one.key}
    population = ground.add(sung(Population, number, id=key_of("Population", number)))
    ground.add(sung(PopulationName, number, population=population, kind="alternative"))
    ground.add(sung(PopulationMatch, number, population=population))
    ground.add(ItemPopulation(population=population, **item))
    language = ground.add(
        sung(Language, number, id=key_of("Language", number), slug=language_code(number))
    )
    ground.add(sung(LanguageName, number, named=language, kind="alternative"))
    ground.add(sung(LanguageMatch, number, language=language))
    ground.add(ItemLanguage(language=language, **item))
    instrument = ground.add(sung(Instrument, number, id=key_of("Instrument", number)))
    ground.add(sung(InstrumentName, number, instrument=instrument, kind="alternative"))
    ground.add(sung(InstrumentMatch, number, instrument=instrument))
    heard = ground.add(sung(VernacularName, number, instrument=instrument))
    played = ground.add(
        sung(Performance, number, position=1, instrument=instrument, vernacular_name=heard, **item)
    )
    agent = ground.add(sung(Agent, number, id=key_of("Agent", number)))
    ground.add(sung(AgentName, number, agent=agent, kind="alternative"))
    ground.add(sung(AgentMatch, number, agent=agent))
    ground.add(ItemAgent(agent=agent, role="recordist", audience="public", **item))
    ground.add(PerformancePlayer(performance=played, agent=agent, audience="public", **item))
    unnamed = ground.add(
        sung(
            Agent,
            number,
            STAFF,
            id=key_of("Agent", number, "staff"),
            slug=f"informant-{number}-{Canary(number, STAFF, 990).text}",
        )
    )
    ground.add(ItemAgent(agent=unnamed, role="informant", audience="staff", **item))
    keywords = Scheme.objects.get(slug="keywords")
    word = ground.add(sung(Concept, number, id=key_of("Concept", number), scheme=keywords))
    ground.add(sung(ConceptName, number, concept=word, kind="alternative"))
    ground.add(ConceptEdge(parent=ground.tops.concept, child=word))
    ground.add(InstrumentEdge(parent=ground.tops.instrument, child=instrument))
    ground.add(PopulationEdge(parent=ground.tops.population, child=population))
    ground.add(RecordConcept(use="keyword", concept=word, **item))
    ground.add(sung(Request, number, STAFF, wish="correction", subject_kind="item",
                    subject_id=one.key))  # fmt: skip
    left = line("given", user=ground.people["staff"].pk, subject=one.key)
    ground.add(sung(Erasure, number, STAFF, id=key_of("Erasure", number), subject_kind="item",
                    subject_id=one.key, asked_by=ground.people["staff"].pk,
                    report={"left": [left]}))  # fmt: skip
    label = ground.add(sung(Label, number, id=key_of("Label", number)))
    ground.add(RecordLabel(label=label, **item))


def _kept(ground: Ground, one: Hidden) -> None:
    """Where it lies: a tape, what came with it, a list that somebody made public."""
    number = one.number
    arrival = ground.add(
        sung(Accession, number, STAFF, id=key_of("Accession", number), holder=ground.holder)
    )
    tape = ground.add(
        sung(
            Carrier,
            number,
            id=key_of("Carrier", number),
            accession=arrival,
            holder=ground.holder,
            made="1960",
        )
    )
    ground.add(CarrierContent(carrier=tape, item_id=one.key))
    file = next(each for each in ground.rows[File] if each.pk == key_of("File", number))
    ground.add(sung(Digitisation, number, carrier=tape, file=file, done="1961"))
    shared = Selection.objects.get(title="Sweep")
    ground.add(sung(SelectionEntry, number, selection=shared, position=number + 1, item_id=one.key))


def _measured(ground: Ground, one: Hidden) -> None:
    """Results as analysis leaves them: a file of curves, tiles, a listening copy."""
    number = one.number
    part = next(each for each in ground.rows[Part] if each.pk == key_of("Part", number))
    act = EDIT if one.is_withheld else LISTEN
    packed = io.BytesIO()
    with h5py.File(packed, "w") as file:
        file.attrs["item"] = Canary(number, act, IN_HDF5).text
        file["curve"] = [0.0, 1.0]
    hdf5 = f"sweep/{number:03d}.h5"
    storages[RESULTS].save(hdf5, ContentFile(packed.getvalue()))
    computation = ground.add(
        Computation(
            id=key_of("Computation", number),
            key=hashlib.sha256(f"sweep {number}".encode()).hexdigest(),
            file=part.file,
            processor="waveform",
            processor_version="1.0.0",
            status="done",
            hdf5_name=hdf5,
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        tile = Path(folder) / "0" / "0"
        tile.parent.mkdir()
        tile.write_bytes(Canary(number, act, IN_TILE).text.encode())
        tiles = keep_folder(RESULTS, Path(folder))
    copy = f"sweep/{number:03d}.ogg"
    storages[RESULTS].save(copy, ContentFile(Canary(number, act, IN_SOUND).text.encode()))
    ground.add(
        Output(
            computation=computation, name="tiles", kind="tiles", data=MANIFEST,
            content_hash=tile_hash(number), storage_name=tiles,
        )
    )  # fmt: skip
    ground.add(
        Output(
            computation=computation, name="audio", kind="media", storage_name=copy,
            data={"mimeType": "audio/ogg"}, content_hash=hashlib.sha256(copy.encode()).hexdigest(),
        )
    )  # fmt: skip
    ground.add(
        Output(
            computation=computation, name="mood", kind="value", value=float(number),
            label=Canary(number, EDIT if one.is_withheld else FIND, 991).text,
        )
    )  # fmt: skip
    ground.add(
        Result(id=key_of("Result", number), item_id=one.key, part=part, computation=computation)
    )
    run = ground.add(
        Run(id=key_of("Run", number), requested_by=ground.people["staff"], preset="default",
            nodes=[], status="failed")
    )  # fmt: skip
    ground.add(RunItem(run=run, item_id=one.key, status="failed",
                       error=Canary(number, FIND, 992).text))  # fmt: skip


def language_code(number: int) -> str:
    """Return three letters that ISO 639-3 leaves to whoever needs some."""
    return f"q{chr(97 + number // 20)}{chr(97 + number % 20)}"


def tile_hash(number: int) -> str:
    return hashlib.sha256(f"tiles {number}".encode()).hexdigest()


def _granted(ground: Ground, one: Hidden) -> None:
    gives = ("read", "listen", "download")[one.number % 3]
    to: dict[str, Any] = {
        "member": {"user": ground.people["member"]},
        "community": {"community": ground.community},
        "room": {"room": ground.room},
        "list": {"user": ground.people["member"]},
    }[one.granted]
    of: dict[str, Any] = {"item_id": one.key}
    if one.granted == "list":
        mine = Selection.objects.get(title="Granted")
        ground.add(SelectionEntry(selection=mine, position=one.number + 1, item_id=one.key))
        of = {"selection": mine}
    ground.add(sung(Grant, one.number, GIVEN, gives=gives, **to, **of))
