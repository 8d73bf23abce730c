"""Keep what a described record says: one record, one transaction, the same answer twice.

A record that is there already and says the same is left alone: no row is written, so no version
rises and no event is told. One that says something else is left as it is too, since a curator may
have mended it, unless the caller asks to overwrite.
"""

from collections.abc import Collection as Rows
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import singledispatch
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils import timezone

from archive.access import HOUSE
from archive.dates import PartialDate
from archive.errors import OddValue
from archive.history import changing
from archive.importers.records import (
    AgentRecord,
    Called,
    CollectionRecord,
    CorpusRecord,
    FondsRecord,
    HolderRecord,
    InstrumentRecord,
    ItemRecord,
    LanguageRecord,
    Named,
    PlaceRecord,
    PopulationRecord,
    Record,
)
from archive.models import (
    Agent,
    Collection,
    CollectionCorpus,
    Corpus,
    CorpusFonds,
    Fonds,
    Holder,
    Instrument,
    InstrumentEdge,
    InstrumentName,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Language,
    LanguageName,
    Performance,
    Place,
    PlaceEdge,
    PlaceName,
    Population,
    PopulationName,
    VernacularName,
)
from archive.models.naming import NameKind, TermName
from archive.services.deposit import deposit_sound
from archive.services.reconcile import Outcome, Reconciliation


@dataclass(frozen=True)
class SoundFile:
    """A sound on this machine that a record may name, and what its list says of it."""

    path: Path
    original_name: str
    licence: str
    credit: str
    source: str


def keep(
    record: Record, sounds: Mapping[str, SoundFile] | None = None, *, overwrite: bool = False
) -> Outcome:
    """Keep one record, wholly or not at all.

    Raises
    ------
    OddValue : a value that its field cannot hold, or a name that points to nothing.
    NotSound : the record's sound cannot be deposited.
    """
    bring = Reconciliation(overwrite=overwrite)
    try:
        with changing(HOUSE, reason="from a file of records"):
            if isinstance(record, ItemRecord):
                _item(record, bring, _sound_of(record, sounds or {}))
            else:
                _keep(record, bring)
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise OddValue(field, f"{field}: {' '.join(sentences)}") from error
    except IntegrityError as error:
        raise OddValue("", f"The database refuses it: {str(error).splitlines()[0]}.") from error
    return bring.outcome


@singledispatch
def _keep(record: Record, bring: Reconciliation) -> None:
    raise NotImplementedError(type(record))


@_keep.register
def _place(record: PlaceRecord, bring: Reconciliation) -> None:
    place = bring.row(
        Place,
        {"slug": record.slug},
        {
            "name": record.name,
            "kind": record.kind,
            "latitude": record.latitude,
            "longitude": record.longitude,
            "country_code": record.country_code,
            "is_authoritative": record.is_authoritative,
        },
    )
    parents = [{"parent_id": _term(Place, slug, "within")} for slug in record.within]
    bring.links(PlaceEdge, {"child_id": place.pk}, parents)
    _bring_names(bring, PlaceName, {"place_id": place.pk}, record.called, record.names)


@_keep.register
def _population(record: PopulationRecord, bring: Reconciliation) -> None:
    values = {"name": record.name, "is_authoritative": record.is_authoritative}
    population = bring.row(Population, {"slug": record.slug}, values)
    _bring_names(
        bring, PopulationName, {"population_id": population.pk}, record.called, record.names
    )


@_keep.register
def _language(record: LanguageRecord, bring: Reconciliation) -> None:
    values = {"name": record.name, "is_authoritative": record.is_authoritative}
    language = bring.row(Language, {"slug": record.slug}, values)
    _bring_names(bring, LanguageName, {"named_id": language.pk}, record.called)


@_keep.register
def _instrument(record: InstrumentRecord, bring: Reconciliation) -> None:
    instrument = bring.row(
        Instrument,
        {"slug": record.slug},
        {
            "name": record.name,
            "hornbostel_sachs": record.hornbostel_sachs,
            "is_authoritative": record.is_authoritative,
        },
    )
    parents = [{"parent_id": _term(Instrument, slug, "kind_of")} for slug in record.kind_of]
    bring.links(InstrumentEdge, {"child_id": instrument.pk}, parents)
    _bring_names(bring, InstrumentName, {"instrument_id": instrument.pk}, record.called)
    bring.links(
        VernacularName,
        {"instrument_id": instrument.pk},
        _names(record.vernacular_names),
        exact=False,
    )


@_keep.register
def _agent(record: AgentRecord, bring: Reconciliation) -> None:
    bring.row(Agent, {"slug": record.slug}, {"name": record.name, "kind": record.kind})


@_keep.register
def _holder(record: HolderRecord, bring: Reconciliation) -> None:
    country = _term(Place, record.country, "country") if record.country else None
    bring.row(
        Holder,
        {"slug": record.slug},
        {
            "name": record.name,
            "description": record.description,
            "country_id": country,
            "web_page": record.web_page,
        },
    )


@_keep.register
def _fonds(record: FondsRecord, bring: Reconciliation) -> None:
    bring.row(Fonds, {"code": record.code}, _level(record), when_new=_shown_from_now())


@_keep.register
def _corpus(record: CorpusRecord, bring: Reconciliation) -> None:
    corpus = bring.row(Corpus, {"code": record.code}, _level(record), when_new=_shown_from_now())
    fonds = [{"fonds_id": _level_id(Fonds, code, "fonds")} for code in record.fonds]
    bring.links(CorpusFonds, {"corpus_id": corpus.pk}, fonds)


@_keep.register
def _collection(record: CollectionRecord, bring: Reconciliation) -> None:
    values = {**_level(record), "alternative_title": record.alternative_title}
    collection = bring.row(Collection, {"code": record.code}, values, when_new=_shown_from_now())
    corpora = [{"corpus_id": _level_id(Corpus, code, "corpora")} for code in record.corpora]
    bring.links(CollectionCorpus, {"collection_id": collection.pk}, corpora)


def _item(record: ItemRecord, bring: Reconciliation, sound: SoundFile | None) -> None:
    recorded = PartialDate.parse(record.recorded) if record.recorded else None
    item = bring.row(
        Item,
        {"code": record.code},
        {
            "original_code": record.original_code,
            "title": record.title,
            "original_title": record.original_title,
            "collection_id": _level_id(Collection, record.collection, "collection"),
            "description": record.description,
            "recorded": record.recorded,
            "recorded_from": recorded.earliest if recorded else None,
            "recorded_to": recorded.latest if recorded else None,
            "place_id": _term(Place, record.place, "place") if record.place else None,
            "place_comment": record.place_comment,
            "licence": record.licence or (sound.licence if sound else ""),
            "credit": record.credit or (sound.credit if sound else ""),
            "source": record.source or (sound.source if sound else ""),
            "holder_id": _holder_id(record.holder),
            "archivist_notes": record.archivist_notes,
            "access": record.access,
            "embargo_until": record.embargo_until,
        },
        when_new=_shown_from_now(),
    )
    _item_links(record, item, bring)
    if sound and not item.parts.exists():
        deposit_sound(sound.path, actor=HOUSE, item=item, original_name=sound.original_name)


def _shown_from_now() -> dict[str, object]:
    """What is brought in is no draft: it is published with its first writing."""
    return {"published_at": timezone.now()}


def _item_links(record: ItemRecord, item: Item, bring: Reconciliation) -> None:
    owner: dict[str, object] = {"item_id": item.pk}
    populations = [
        {"population_id": _term(Population, slug, "populations")} for slug in record.populations
    ]
    bring.links(ItemPopulation, owner, populations)
    languages = [{"language_id": _term(Language, slug, "languages")} for slug in record.languages]
    bring.links(ItemLanguage, owner, languages)
    roles = [
        {
            "agent_id": _term(Agent, part.agent, "agent"),
            "role": part.role,
            "audience": part.audience,
        }
        for part in record.agent
    ]
    bring.links(ItemAgent, owner, roles)
    performances: list[dict[str, object]] = []
    for position, part in enumerate(record.performance, start=1):
        instrument = _term(Instrument, part.instrument, "performance.instrument")
        performances.append(
            {
                "position": position,
                "instrument_id": instrument,
                "vernacular_name_id": _vernacular_name(instrument, part.vernacular_name),
                "instrument_count": part.count,
                "musicians": part.musicians,
            }
        )
    bring.links(Performance, owner, performances)


def _sound_of(record: ItemRecord, sounds: Mapping[str, SoundFile]) -> SoundFile | None:
    if not record.sound:
        return None
    if record.sound not in sounds:
        raise OddValue("sound", f"sound: no sound called {record.sound!r} is listed.")
    return sounds[record.sound]


def _level(record: FondsRecord | CorpusRecord | CollectionRecord) -> dict[str, object]:
    return {
        "title": record.title,
        "description": record.description,
        "access": record.access,
        "holder_id": _holder_id(record.holder),
    }


def _bring_names(
    bring: Reconciliation,
    model: type[TermName],
    owner: dict[str, object],
    called: Called,
    others: Sequence[Named] = (),
) -> None:
    """Bring a term's names: one to show in each language, and the others in use."""
    shown = [(name, tag, NameKind.PREFERRED) for tag, name in asdict(called).items() if name]
    found = shown + [(each.name, each.language, NameKind.ALTERNATIVE) for each in others]
    rows = [{"name": name, "language": tag, "kind": kind.value} for name, tag, kind in found]
    bring.links(model, owner, rows, exact=False)


def _names(names: Rows[Any]) -> list[dict[str, object]]:
    return [{"name": each.name, "language": each.language} for each in names]


def _term(model: type[models.Model], slug: str, field: str) -> object:
    return _found(model, {"slug": slug}, field)


def _level_id(model: type[models.Model], code: str, field: str) -> object:
    return _found(model, {"code": code}, field)


def _holder_id(slug: str) -> object:
    return _found(Holder, {"slug": slug}, "holder") if slug else None


def _vernacular_name(instrument: object, name: str) -> object:
    if not name:
        return None
    key = {"instrument_id": instrument, "name": name}
    return _found(VernacularName, key, "performance.vernacular_name")


def _found(model: type[models.Model], key: dict[str, object], field: str) -> object:
    pk = model._default_manager.filter(**key).values_list("pk", flat=True).first()
    if pk is None:
        name = list(key.values())[-1]
        raise OddValue(field, f"{field}: no {model._meta.verbose_name} called {name!r} is known.")
    return pk
