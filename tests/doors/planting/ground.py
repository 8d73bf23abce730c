"""What the planted stand on: trees, protocols, collections."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from archive.identifiers import new_id
from archive.models import (
    Collection,
    Community,
    Concept,
    Corpus,
    EditorCollection,
    Fonds,
    Holder,
    Instrument,
    Place,
    Population,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolSet,
    Scheme,
)
from tests.doors.canaries import M, key_of, sung
from tests.doors.hidden import COLLECTIONS, HIDDEN_COLLECTIONS, HIDDEN_LEVELS
from tests.factories import make_instrument, make_place, make_population

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
            slug=f"sweep-{name}",
            name=name,
            admits=admits,
            withholds=withholds,
            locates="degree" if withholds == "sound" else "exactly",
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
