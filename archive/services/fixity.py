"""Whether the masters are still what was deposited."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.errors import FileDamaged
from archive.models import File
from archive.storage import MASTERS, stored_names, verify


@dataclass(frozen=True)
class Finding:
    """One stored name, and what is wrong with it; nothing where all is well."""

    name: str
    trouble: str
    is_master: bool = True


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
    for name in stored_names(MASTERS):
        if not File.objects.filter(storage_name=name).exists():
            yield Finding(name, "no record names it", is_master=False)
