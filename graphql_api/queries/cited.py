"""One record by what people cite: its code or slug now, one that it bore, its uuid (T-05)."""

from typing import Any

from archive.access import Actor
from archive.kinds import KINDS
from archive.services.finding import moved
from graphql_api.types.node import Resource


def cited(of: type[Resource], actor: Actor, key: str, **where: str) -> Any:
    """Return the record, or None; a record that bore the code says that it was asked by it.

    Parameters
    ----------
    key : what stands in its address.
    where : the same as lookups of the model.
    """
    if not key.isprintable():
        return None
    found = of.all_of(of.visible(actor).filter(**where)[:1])
    if found:
        return found[0]
    there = moved(_kind_of(of), key, actor)
    if there is None:
        return None
    record = of.by_key(actor, [there.record.pk]).get(there.record.pk)
    if record is not None and there.by_old_code:
        vars(record)["old_code_asked"] = key.rpartition("/")[2]  # of this answer alone
    return record


def _kind_of(of: type[Resource]) -> str:
    return next(name for name, kind in KINDS.items() if kind.model.__name__ == of.__name__)
