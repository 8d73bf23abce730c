"""How the public store forgets what was erased: not only its triples, but the files they lay in.

A deleted triple stays in RocksDB's files until these are written anew, and in the generations that
somebody still reads. After an erasure the writer writes the store anew (`Projector`), and notes the
first generation that never held it; the erasure is finished when no older one is left. What of the
record had been published as linked data is listed in its report.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Min

from archive.access import PUBLIC
from archive.erasing import Doomed, Finisher, register_departures, register_finisher
from archive.events import Event, last_position, sequence
from archive.kinds import KINDS
from archive.models import Erasure, Tombstone
from archive.services.departures import line
from ontology import generations
from ontology.errors import NoStore

#: The event at which the writer writes the store anew.
ERASED = "erasure.done"
#: What the archive calls the kinds that are published under an IRI and can be erased.
_PUBLISHED = ("item", "collection", "agent")


def register() -> None:
    """Tell `archive.erasing`; called when ontology is loaded."""
    register_finisher(Finisher("SPARQL", _finish, is_slow=True))
    register_departures(_published)


def note_forgotten(directory: Path, position: int) -> None:
    """Write down that neither the store nor its newest generation holds what was erased by then."""
    told = directory / "forgotten.new"
    told.write_text(f"{position} {generations.newest(directory).name}", encoding="ascii")
    told.rename(directory / "forgotten")


def forgotten_upto(directory: Path) -> int:
    """Return up to which position nothing that was erased is in the store; -1: never noted."""
    return _noted(directory)[0]


def has_forgotten(directory: Path, position: int) -> bool:
    """Tell whether neither the store nor any generation holds what was erased at the position."""
    if not (directory / "applied").exists():
        return True  # no store was ever filled
    upto, generation = _noted(directory)
    return upto >= position and generations.oldest(directory) >= generation


def _noted(directory: Path) -> tuple[int, int]:
    try:
        upto, generation = (directory / "forgotten").read_text(encoding="ascii").split()
    except FileNotFoundError:
        return -1, 0
    return int(upto), int(generation)


def _finish(erasure: Erasure, seconds: float) -> bool:
    sequence()
    told = Event.objects.filter(kind=ERASED, subject_id=erasure.pk).first()
    position = last_position() if told is None or told.position is None else told.position
    directory = Path(settings.RDF_DIR)
    if not has_forgotten(directory, position):
        return False
    try:
        generations.remove_old(directory)
    except NoStore:
        return True
    return has_forgotten(directory, position)


def _published(doomed: Doomed) -> list[dict[str, Any]]:
    """Return which records had documents and triples that anybody could fetch, and since when."""
    found = []
    for kind in _PUBLISHED:
        keys = doomed.of(KINDS[kind].model)
        public = Event.objects.filter(subject_kind=kind, subject_id__in=keys, was_public=True)
        known = set(public.values_list("subject_id", flat=True))
        known |= set(
            Tombstone.objects.filter(subject_id__in=keys).values_list("subject_id", flat=True)
        )
        rows = KINDS[kind].model._base_manager.filter(pk__in=keys)
        known |= _shown(kind, keys)
        since = rows.filter(pk__in=known).aggregate(first=Min("created_at"))["first"]
        if known:
            found.append(line("rdf", times=len(known), first=since, door=kind))
    return found


def _shown(kind: str, keys: set[Any]) -> set[Any]:
    """Return those of the records that the public finds now."""
    shown: set[Any] = set(
        KINDS[kind].rows.visible_to(PUBLIC).filter(pk__in=keys).values_list("pk", flat=True)
    )
    return shown
