"""Whether the masters are still what was deposited, and what lies beside them."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.db import connection, transaction

from archive.errors import FileDamaged
from archive.models import File
from archive.storage import MASTERS, remove, stored, verify

#: Younger bytes may belong to a deposit that is under way, here or in an outer transaction.
ORPHAN_AGE_S = 24 * 3600.0


@dataclass(frozen=True)
class Finding:
    """One stored name, and what is wrong with it; nothing where all is well."""

    name: str
    trouble: str
    is_master: bool = True
    is_removable: bool = False


def audit() -> Iterator[Finding]:
    """Read every master to its end; then tell of bytes that no record names.

    Such bytes are what a deposit leaves when the work around it is undone; they harm nothing.
    """
    for file in File.objects.order_by("pk").iterator(chunk_size=500):
        try:
            verify(MASTERS, file.storage_name, sha256=file.sha256, byte_size=file.byte_size)
        except FileDamaged as damage:
            yield Finding(file.storage_name, str(damage))
        else:
            yield Finding(file.storage_name, "")
    before = time.time() - ORPHAN_AGE_S
    for kept in stored(MASTERS):
        if not File.objects.filter(storage_name=kept.name).exists():
            is_old = kept.came_at < before
            yield Finding(kept.name, "no record names it", is_master=False, is_removable=is_old)


@transaction.atomic
def remove_unnamed(name: str) -> bool:
    """Remove bytes from the masters unless a record names them; tell whether they went."""
    take_turn(PurePosixPath(name).name.partition(".")[0])
    if File.objects.filter(storage_name=name).exists():
        return False
    remove(MASTERS, name)
    return True


def take_turn(sha256: str) -> None:
    """Let deposits and removals of the same bytes wait for each other's transactions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])
