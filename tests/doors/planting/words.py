"""What is said of an item, and what nobody else has: texts, people, instruments, words."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from archive.models import (
    Agent,
    AgentMatch,
    AgentName,
    Annotation,
    Concept,
    ConceptEdge,
    ConceptName,
    Erasure,
    ExtraField,
    ExtraValue,
    Instrument,
    InstrumentEdge,
    InstrumentMatch,
    InstrumentName,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Label,
    Language,
    LanguageMatch,
    LanguageName,
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
    RecordConcept,
    RecordIdentifier,
    RecordLabel,
    RelatedMedia,
    Request,
    Scheme,
    Track,
    VernacularName,
)
from archive.services.departures import line
from archive.storage import RELATED
from tests.doors.canaries import EDIT, FIND, IN_PICTURE, LISTEN, STAFF, Canary, key_of, sung
from tests.doors.hidden import Hidden
from tests.doors.planting.ground import Ground


def place_of(ground: Ground, number: int) -> Place:
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


def words_of(ground: Ground, one: Hidden) -> None:
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


def satellites_of(ground: Ground, one: Hidden) -> None:
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


def alone(ground: Ground, one: Hidden) -> None:
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


def language_code(number: int) -> str:
    """Return three letters that ISO 639-3 leaves to whoever needs some."""
    return f"q{chr(97 + number // 20)}{chr(97 + number % 20)}"
