"""What a door says of a record that was public and is no more."""

from uuid import UUID

from django.db.models import Q

from archive.models import Tombstone


def announced(kind: str, name: str) -> Tombstone | None:
    """Return the tombstone that stands at an address; None where silence was chosen.

    Ask only for what the actor may not find: a record that is back has no tombstone.
    """
    at = Q(code=name)
    if (key := _uuid_in(name)) is not None:
        at |= Q(subject_id=key)
    return Tombstone.objects.filter(at, kind=kind, is_announced=True).order_by("-at").first()


def _uuid_in(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None
