"""The document of one thing: found by what stands in its IRI, said by its declaration."""

from dataclasses import dataclass

from django.db.models import Q

from archive.access import PUBLIC, Act, Actor
from ontology import iris
from ontology.compile import Described, described, key_and_pk
from ontology.mappings.registry import REGISTRY
from ontology.mappings.rules import uuid_or_none
from ontology.negotiate import BY_SUFFIX, Format, Thing
from ontology.prepared import prepared


@dataclass(frozen=True)
class Asked:
    """What a path's last segment may name: a key, or a key with a format's suffix."""

    kind: str
    name: str

    @property
    def split(self) -> tuple[str, Format | None]:
        """Return the key and the format, if the segment ends in a suffix of ours."""
        stem, dot, suffix = self.name.rpartition(".")
        format_ = BY_SUFFIX.get(suffix)
        return (stem, format_) if dot and stem and format_ else (self.name, None)

    @property
    def condition(self) -> Q:
        """A code may end in ".nt": the whole name goes before the one without its suffix."""
        keyed = REGISTRY[self.kind].keyed
        stem, format_ = self.split
        return keyed(self.name) | keyed(stem) if format_ else keyed(self.name)

    def is_whole(self, key: str, pk: str) -> bool:
        """Whether the found thing bears the whole name (or was asked for by its uuid)."""
        return self.name in {key, pk}


def find(asked: Asked, actor: Actor) -> Thing | None:
    """Return the thing, None where there is none or none that the actor may find."""
    rows = REGISTRY[asked.kind].visible(actor, Act.FIND).filter(asked.condition)
    found = sorted(
        ((key, pk) for key, pk in key_and_pk(asked.kind, rows, actor)),
        key=lambda row: not asked.is_whole(*row),
    )
    if not found:
        return None
    key, pk = found[0]
    return Thing(asked.kind, uuid_or_none(pk), key, iris.mint(asked.kind, key))


def document(asked: Asked, actor: Actor) -> Described | None:
    """Return all that the actor may read of the thing, in one statement more; None as `find`."""
    thing = find(asked, actor)
    if thing is None:
        return None
    if actor == PUBLIC and thing.pk is not None:
        return next(prepared(asked.kind, Act.FIND).described([thing.pk]), None)
    keyed = REGISTRY[asked.kind].keyed(thing.key)
    return next(described(asked.kind, actor, Act.FIND, lambda rows: rows.filter(keyed)), None)
