"""Take a folder of one's own recordings: `DIR/x.wav` becomes the public item `LOCAL_x`."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive.access import HOUSE
from archive.errors import ArchiveError
from archive.history import changing
from archive.importers.records import CollectionRecord, Problem
from archive.models import Collection, Item, ItemLevel, Level, Part
from archive.services.deposit import deposit_sound
from archive.services.ingest import keep

COLLECTION = CollectionRecord(
    code="LOCAL",
    title="Recordings of this machine",
    access=Level.FULL.value,
    description="Taken in from a folder, without any description but their names.",
)


@dataclass(frozen=True)
class FolderReport:
    """Codes made now, codes that were there already, and files refused with the reason."""

    created: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[Problem, ...]


def import_folder(folder: Path, *, say: Callable[[str], None] = lambda _line: None) -> FolderReport:
    """Deposit every file of the folder as an item of its own; one that is no sound stops no other.

    Subfolders and hidden files are left alone. The same file (name and bytes) is taken once,
    however often this is called.

    Raises
    ------
    ArchiveError : there is no such folder, or it cannot be read.
    """
    try:
        files = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    except OSError as error:
        raise ArchiveError(f"The folder {folder} cannot be read: {error.strerror}.") from error
    created: list[str] = []
    unchanged: list[str] = []
    refused: list[Problem] = []
    for file in files:
        if file.is_dir():
            continue
        try:
            code, is_new = _import_file(file)
        except (ArchiveError, OSError) as error:
            refused.append(Problem(file.name, _sentence(error)))
            continue
        (created if is_new else unchanged).append(code)
        if is_new:
            say(f"{file.name} is item {code}")
    return FolderReport(tuple(created), tuple(unchanged), tuple(refused))


def _sentence(error: ArchiveError | OSError) -> str:
    return f"It cannot be read: {error.strerror}." if isinstance(error, OSError) else str(error)


def _import_file(file: Path) -> tuple[str, bool]:
    """Return the item's code, and whether it was made now."""
    with file.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    known = _code_of(file.name, sha256)
    if known:
        return known, False
    with changing(HOUSE, reason="from a local folder"):
        keep(COLLECTION)
        item = Item(
            code=_free_code(file.stem),
            title=_title(file.stem),
            collection=Collection.objects.get(code=COLLECTION.code),
            access=ItemLevel.FULL,
            source=f"File {file.name} of a local folder"[:500],
        )
        item.full_clean()
        item.save(force_insert=True)
        deposit_sound(file, actor=HOUSE, item=item, original_name=file.name)
    return str(item), True


def _code_of(name: str, sha256: str) -> str | None:
    """Return the code under which this very file was taken before."""
    parts = Part.objects.filter(
        item__collection__code=COLLECTION.code, file__sha256=sha256, original_name=name[:255]
    )
    return parts.order_by("item__code").values_list("item__code", flat=True).first()


def _free_code(stem: str) -> str:
    """Return LOCAL_stem in the safe alphabet, with a number behind it where that is taken."""
    folded = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^A-Za-z0-9._-]+", "_", folded).strip("._-")[:100].rstrip("._-")
    base = f"LOCAL_{safe or 'recording'}"
    taken = set(Item.objects.filter(code__startswith=base).values_list("code", flat=True))
    number = 2
    code = base
    while code in taken:
        code = f"{base}_{number}"
        number += 1
    return code


def _title(stem: str) -> str:
    """Return the name as a title: without what no page could show."""
    shown = stem.encode("utf-8", "replace").decode()
    return (
        "".join(letter if letter.isprintable() else " " for letter in shown).strip() or "Untitled"
    )
