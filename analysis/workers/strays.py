"""Stored results that no row names: how they go, and how what is about to be named stays.

They are what a worker leaves whose commit was refused, or that was killed before it. Names are
made of the content, so that a later attempt may come to name the very same: a commit and a
removal take turns, and a commit looks whether all of its files are still there.
"""

from itertools import islice

from django.db import connection, transaction

from analysis.models import Computation, Output
from analysis.workers.storing import ResultDiffers, Stored
from archive.storage import RESULTS, is_kept, remove, stored

#: Names asked of the database together.
_AT_ONCE = 10_000


def take_part() -> None:
    """Keep what is stored from being cleared away until the caller's transaction ends."""
    _lock("pg_advisory_xact_lock_shared")


def take_alone() -> None:
    """Keep commits from naming what is stored until the caller's transaction ends."""
    _lock("pg_advisory_xact_lock")


def ensure_kept(outcome: Stored) -> None:
    """See that nothing has been cleared away since it was stored; only after `take_part`.

    Raises
    ------
    ResultDiffers : something has.
    """
    for name in {outcome.hdf5_name, *outcome.names.values()} - {""}:
        if not is_kept(RESULTS, name):
            raise ResultDiffers(f"The stored result {name} is missing.")


def remove_unnamed(before: float) -> list[str]:
    """Remove stored results that came before that moment and that no row names.

    Parameters
    ----------
    before : seconds since 1970.
    """
    old = (kept.name for kept in stored(RESULTS) if kept.came_at < before)
    removed: list[str] = []
    while names := set(islice(old, _AT_ONCE)):
        for name in sorted(names - named(names)):
            with transaction.atomic():
                take_alone()
                if not named({name}):
                    remove(RESULTS, name)
                    removed.append(name)
    return removed


def named(names: set[str]) -> set[str]:
    """Return those of the names that a row names."""
    return {
        *Computation.objects.filter(hdf5_name__in=names).values_list("hdf5_name", flat=True),
        *Output.objects.filter(storage_name__in=names).values_list("storage_name", flat=True),
    }


def _lock(how: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {how}(hashtextextended('analysis.results', 0))")
