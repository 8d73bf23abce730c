"""Catalogues of any size in which every row has every relation, for walks over the schema."""

from collections.abc import Sequence
from typing import Any

import h5py
import numpy as np
from django.core.files.base import File as Content
from django.core.files.storage import storages

from analysis.models import Computation, Output, Result, Run, RunItem, Span
from archive.models import (
    Accession,
    Agent,
    Agreement,
    Carrier,
    Collection,
    Comment,
    Concept,
    ConceptEdge,
    Corpus,
    ExtraField,
    ExtraValue,
    Fonds,
    Holder,
    Instrument,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Language,
    LevelAgent,
    Performance,
    PerformancePlayer,
    Place,
    PlaceName,
    Population,
    PopulationName,
    RecordConcept,
    RecordIdentifier,
    RelatedMedia,
    Scheme,
    Selection,
    SelectionEntry,
    Track,
    User,
    VernacularName,
)
from tests.factories import (
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

CURVE = "curve"
ROWS = "/mel/levels"
LOUDER = [{"effect": "gain", "params": {"gain_db": 6.0}}]
AXIS = {"unit": "Hz", "values": [100.0, 200.0], "labels": []}
MANIFEST = {
    "kind": "waveform",
    "base": 256,
    "factor": 4,
    "tile": 4096,
    "levels": [100],
    "channels": 1,
    "sampleRate": 44_100,
    "duration": 10.0,
}


class World:
    """Grows row by row; each step adds one of everything, related to what there is."""

    def __init__(self) -> None:
        self.hdf5 = _curve_file()
        self.user: User = make_user("asker")
        self.items: list[Item] = []
        self.top = make_place("Top")
        self.class_ = make_instrument("Class")

    def grow_to(self, size: int) -> "World":
        for number in range(len(self.items), size):
            self.items.append(self._one_more(number))
        return self

    def _one_more(self, number: int) -> Item:
        fonds: Fonds = make_fonds()
        corpus: Corpus = make_corpus(fonds=[fonds])
        collection: Collection = make_collection(corpora=[corpus])
        place: Place = make_place(f"Place {number}", parents=[self.top])
        make_place(f"Within {number}", parents=[place], is_authoritative=True)
        PlaceName.objects.create(place=place, name=f"Lieu {number}", language="fr")
        instrument: Instrument = make_instrument(f"Horn {number}", parents=[self.class_])
        make_instrument(f"Small horn {number}", parents=[instrument], is_authoritative=True)
        heard = VernacularName.objects.create(instrument=instrument, name=f"KAKELE {number}")
        population: Population = make_population(f"Group {number}")
        PopulationName.objects.create(population=population, name=f"Autonym {number}")
        language: Language = make_language(_letters(number))
        agent: Agent = make_agent(f"Agent {number}")
        item = make_item(collection=collection, place=place, title=f"Song {number}")
        for code in ("before", "after"):
            make_item(code=f"{item.code}-{code}", collection=collection, title="Beside")
        ItemPopulation.objects.create(item=item, population=population)
        ItemLanguage.objects.create(item=item, language=language)
        ItemAgent.objects.create(item=item, agent=agent, role="recordist", audience="public")
        played = Performance.objects.create(item=item, instrument=instrument, vernacular_name=heard)
        PerformancePlayer.objects.create(
            item=item, performance=played, agent=agent, audience="public"
        )
        self._describe({"fonds": fonds}, number, agent)
        self._describe({"corpus": corpus}, number, agent)
        self._describe({"collection": collection}, number, agent)
        self._describe({"item": item}, number, agent)
        self._keep(item, number)
        self._analyse(item)
        self._list(item, number)
        self._say(item)
        return item

    def _say(self, item: Item) -> None:
        """Let something be said beside the item, and be answered."""
        beside = {"author": self.user, "subject_kind": "item", "subject_id": item.pk}
        said = Comment.objects.create(text="Whose voice is it?", **beside)
        Comment.objects.create(text="Hers.", answers=said, **beside)

    def _list(self, item: Item, number: int) -> None:
        """Put the item on a list, and the list on another."""
        inner = Selection.objects.create(owner=self.user, title=f"Inner {number}", shared="public")
        outer = Selection.objects.create(owner=self.user, title=f"Outer {number}", shared="public")
        SelectionEntry.objects.create(selection=inner, position=1, item=item)
        SelectionEntry.objects.create(selection=outer, position=1, item=item, start_s=0.1)
        SelectionEntry.objects.create(selection=outer, position=2, inner=inner)

    def _describe(self, owner: dict[str, Any], number: int, agent: Agent) -> None:
        """Hang on a record what a record of any level may bear."""
        (level, record) = next(iter(owner.items()))
        keywords = Scheme.objects.get(slug="keywords")
        wide, _ = Concept.objects.get_or_create(scheme=keywords, slug="wide", name="Wide")
        word = Concept.objects.create(
            scheme=keywords, slug=f"word-{level}-{number}", name=f"Word {level} {number}"
        )
        ConceptEdge.objects.create(parent=wide, child=word)
        RecordConcept.objects.create(use="keyword", concept=word, **owner)
        RecordIdentifier.objects.create(value=f"{level} {number}", type=word, **owner)
        RelatedMedia.objects.create(
            url=f"https://example.org/{number}", translations={"title": {"fr": "Carnet"}}, **owner
        )
        if level != "item":
            LevelAgent.objects.create(agent=agent, role="collector", audience="public", **owner)
        field, _ = ExtraField.objects.get_or_create(
            slug=f"guide-{level}", level=level, kind="agent", label="Guide"
        )
        ExtraValue.objects.create(field=field, agent=agent, **owner)
        record.holder = Holder.objects.create(slug=f"{level}-{number}", name="H", agent=agent)
        record.agreement = Agreement.objects.create(
            code=f"WORLD-A-{level}-{number}", title="Agreed", kind="consent"
        )
        record.agreement.parties.create(agent=agent, role="speaker")
        record.save()

    def _keep(self, item: Item, number: int) -> None:
        """Put the item on a carrier that came with an accession, and a text along its time."""
        arrival = Accession.objects.create(code=f"WORLD-ACC-{number}", holder=item.holder)
        Collection.objects.filter(pk=item.collection_id).update(accession=arrival)
        tape = Carrier.objects.create(code=f"WORLD-TAPE-{number}", accession=arrival)
        tape.contents.create(item=item)
        tape.contents.create(collection=item.collection)
        track = Track.objects.create(item=item, kind="lyrics", title=f"Text {number}")
        for second in range(3):
            track.annotations.create(item=item, start_s=float(second), text="Oh", confidence=0.5)

    def _analyse(self, item: Item) -> None:
        part = make_part(item)
        for processor, outputs in _OUTPUTS.items():
            computation = Computation.objects.create(
                key=f"{item.pk}{processor}"[:64],
                file=part.file,
                processor=processor,
                processor_version="1.0.0",
                effects=LOUDER if processor == "level" else [],
                status="done",
                hdf5_name=self.hdf5,
            )
            made = Output.objects.bulk_create(
                Output(computation=computation, **values) for values in outputs
            )
            Span.objects.bulk_create(
                Span(
                    output=output,
                    position=n,
                    start_s=float(n),
                    end_s=n + 1.0,
                    label="sound" if n % 2 else "silence",
                    value=-40.0,
                    confidence=0.75,
                )
                for output in made
                if output.kind == "segments"
                for n in range(3)
            )
            Result.objects.create(item=item, part=part, computation=computation)
        run = Run.objects.create(
            requested_by=self.user,
            preset="default",
            nodes=[{"processor": "level", "version": "1.0.0", "params": {}, "effects": LOUDER}],
        )
        RunItem.objects.create(
            run=run,
            item=item,
            status="done",
            tries=2,
            earlier=[
                {
                    "status": "failed",
                    "error": "The disk was full.",
                    "at": "2026-01-02T03:04:05+00:00",
                    "reason": "There is room again.",
                }
            ],
        )


def many_of_one(item: Item, number: int) -> None:
    """Give one item more of everything than a list may hold."""
    for n in range(number):
        instrument = make_instrument(f"Many {n}")
        Performance.objects.create(item=item, instrument=instrument, position=10 + n)
        ItemPopulation.objects.create(item=item, population=make_population(f"Many {n}"))
        ItemLanguage.objects.create(item=item, language=make_language(_letters(1000 + n)))
        agent = make_agent(f"Many {n}")
        ItemAgent.objects.create(item=item, agent=agent, role="performer", audience="public")
        make_part(item)
        VernacularName.objects.create(
            instrument=item.performances.order_by("position")[0].instrument, name=f"Many {n}"
        )
        assert item.place
        PlaceName.objects.create(place=item.place, name=f"Many {n}")


_OUTPUTS: dict[str, Sequence[dict[str, object]]] = {
    "level": [{"name": "peak", "kind": "value", "value": -1.5, "unit": "dBFS"}],
    "onset": [
        {
            "name": "strength",
            "kind": "frames",
            "unit": "1",
            "hdf5_path": CURVE,
            "shape": [1000],
            "dtype": "float32",
            "t0_s": 0.0,
            "period_s": 0.01,
        }
    ],
    "mel": [
        {
            "name": "levels",
            "kind": "frames",
            "unit": "dBFS",
            "hdf5_path": ROWS,
            "shape": [500, 2],
            "dtype": "float32",
            "t0_s": 0.0,
            "period_s": 0.02,
            "data": {"axis": AXIS},
        },
        {
            "name": "mean",
            "kind": "vector",
            "unit": "dBFS",
            "shape": [2],
            "data": {"axis": AXIS, "values": [-30.0, -40.0]},
        },
    ],
    "silence": [
        {"name": "segments", "kind": "segments", "unit": "dBFS", "shape": [3]},
    ],
    "waveform": [
        {"name": "tiles", "kind": "tiles", "data": MANIFEST, "content_hash": "ab" * 32},
    ],
    "spectrogram": [
        {
            "name": "tiles",
            "kind": "tiles",
            "data": MANIFEST | {"kind": "spectrogram", "hop": 512, "bands": 256, "minDb": -120},
            "content_hash": "cd" * 32,
        },
    ],
}


def _curve_file() -> str:
    """Return the name of an HDF5 file in the results storage that holds a ramp 0 to 999."""
    import io

    bytes_ = io.BytesIO()
    with h5py.File(bytes_, "w") as file:
        file[CURVE] = np.arange(1000, dtype=np.float32)
        file[ROWS] = np.arange(1000, dtype=np.float32).reshape(500, 2)
    bytes_.seek(0)
    name = "test/curve.h5"
    storage = storages["results"]
    return name if storage.exists(name) else storage.save(name, Content(bytes_))


def _letters(number: int) -> str:
    """Return the number in three letters, as a language code."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return letters[number // 676 % 26] + letters[number // 26 % 26] + letters[number % 26]
