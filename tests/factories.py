"""Rows for tests, each valid and distinct; say only what the test is about.

item = make_item(title="OLU BOY", collection=make_collection(access="mixed"), access="full")
sound = make_part(item)                     # rows only; deposit_sound stores real bytes
user = make_user(is_staff=True);            STAFF, MEMBER, PUBLIC are ready-made actors
"""

import hashlib
import itertools
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password

from archive.access import PUBLIC, Actor
from archive.identifiers import new_id, slug_of
from archive.models import (
    Agent,
    Collection,
    Corpus,
    File,
    Fonds,
    Instrument,
    InstrumentEdge,
    Item,
    ItemAgent,
    ItemLanguage,
    ItemPopulation,
    Language,
    Part,
    Performance,
    Place,
    PlaceEdge,
    Population,
    User,
    VernacularName,
)

STAFF = Actor(user_id=new_id(), is_member=True, is_staff=True)
MEMBER = Actor(user_id=new_id(), is_member=True)
ROLES = {"public": PUBLIC, "member": MEMBER, "staff": STAFF}

_numbers = itertools.count(1)


def _next(word: str) -> str:
    return f"{word}-{next(_numbers)}"


def make_fonds(**values: Any) -> Fonds:
    return Fonds.objects.create(**{"code": _next("fonds"), "title": "A fonds"} | values)


def make_corpus(*, fonds: Sequence[Fonds] = (), **values: Any) -> Corpus:
    corpus = Corpus.objects.create(**{"code": _next("corpus"), "title": "A corpus"} | values)
    corpus.fonds.set(fonds)
    return corpus


def make_collection(*, corpora: Sequence[Corpus] = (), **values: Any) -> Collection:
    """Open in full, unless told otherwise."""
    given = {"code": _next("collection"), "title": "A collection", "access": "full"} | values
    collection = Collection.objects.create(**given)
    collection.corpora.set(corpora)
    return collection


def make_item(
    *,
    populations: Sequence[Population] = (),
    languages: Sequence[Language] = (),
    instruments: Sequence[Instrument] = (),
    agents: Sequence[Agent] = (),
    **values: Any,
) -> Item:
    """As open as its collection, which is open in full unless told otherwise.

    Agents are recordists, named to the public.
    """
    given = {"code": _next("item"), "title": "An item"} | values
    if "collection" not in given:
        given["collection"] = make_collection()
    item = Item.objects.create(**given)
    for population in populations:
        ItemPopulation.objects.create(item=item, population=population)
    for language in languages:
        ItemLanguage.objects.create(item=item, language=language)
    for agent in agents:
        ItemAgent.objects.create(item=item, agent=agent, role="recordist", audience="public")
    for position, instrument in enumerate(instruments, start=1):
        Performance.objects.create(item=item, instrument=instrument, position=position)
    return item


def hidden_item(**values: Any) -> Item:
    """An item that only staff may find."""
    return make_item(access="none", **values)


def make_place(name: str = "", *, parents: Sequence[Place] = (), **values: Any) -> Place:
    name = name or _next("Place")
    place = Place.objects.create(**{"name": name, "slug": slug_of(name)} | values)
    for parent in parents:
        PlaceEdge.objects.create(parent=parent, child=place)
    return place


def make_instrument(
    name: str = "",
    *,
    parents: Sequence[Instrument] = (),
    vernacular_names: Sequence[str] = (),
    **values: Any,
) -> Instrument:
    name = name or _next("Instrument")
    instrument = Instrument.objects.create(**{"name": name, "slug": slug_of(name)} | values)
    for parent in parents:
        InstrumentEdge.objects.create(parent=parent, child=instrument)
    for vernacular_name in vernacular_names:
        VernacularName.objects.create(instrument=instrument, name=vernacular_name)
    return instrument


def make_population(name: str = "", **values: Any) -> Population:
    name = name or _next("Group")
    return Population.objects.create(**{"name": name, "slug": slug_of(name)} | values)


def make_language(code: str = "dts", **values: Any) -> Language:
    return Language.objects.create(**{"slug": code, "name": f"Language {code}"} | values)


def make_agent(name: str = "", **values: Any) -> Agent:
    name = name or _next("Agent")
    return Agent.objects.create(**{"name": name, "slug": slug_of(name)} | values)


def make_file(**values: Any) -> File:
    """A row without bytes: ten seconds of mono WAV at 44.1 kHz."""
    digest = str(values.pop("sha256", hashlib.sha256(_next("file").encode()).hexdigest()))
    given = {
        "sha256": digest,
        "byte_size": 882_044,
        "storage_name": f"{digest[:2]}/{digest[2:4]}/{digest}.wav",
        "mime_type": "audio/wav",
        "format": "WAV",
        "codec": "PCM",
        "sample_rate": 44_100,
        "channels": 1,
        "bit_depth": 16,
        "frame_count": 441_000,
        "duration_s": 10.0,
    }
    return File.objects.create(**given | values)


def make_part(item: Item, *, file: File | None = None, **values: Any) -> Part:
    given = {"position": item.parts.count() + 1, "file": file or make_file()} | values
    return Part.objects.create(item=item, **given)


def make_user(username: str = "", **values: Any) -> User:
    given = {"username": username or _next("user"), "password": "correct horse battery"} | values
    return User.objects.create(**given | {"password": _hashed(given["password"])})


@cache
def _hashed(password: str) -> str:
    """Return the true hash of a password, made once: each takes a fifth of a second by intent."""
    return make_password(password)
