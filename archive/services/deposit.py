"""Deposit a sound: checksum it, see what it is, keep it for ever, attach it to its item."""

from pathlib import Path

from django.db import transaction
from django.db.models import Max

from archive.errors import NotSound
from archive.models import File, Integrity, Item, Part
from archive.sniffing import SoundFacts, probe
from archive.storage import Staged, keep_master, staged


def deposit_sound(path: Path, *, item: Item, original_name: str = "") -> Part:
    """Keep the file as a master and make the whole of it the item's next part.

    The same bytes are stored once, whoever deposits them; deposited again for the same item they
    are the part that is there already. A damaged file is kept as far as it can be read, and
    flagged. The bytes are in their place before the rows are committed: what may be left behind
    when that fails is a file that no record names, never a record without its file.

    Raises
    ------
    NotSound : the file holds no sound that can be read; nothing is kept.
    """
    if not path.is_file():
        raise NotSound(f"{path.name} is not a file.")
    with staged(path) as coming, transaction.atomic():
        file = File.objects.filter(sha256=coming.sha256).first() or _keep(coming)
        return _attach(file, item, original_name or path.name)


def _keep(coming: Staged) -> File:
    facts = probe(coming.path)
    name = keep_master(coming)
    file, _is_new = File.objects.get_or_create(
        sha256=coming.sha256,
        defaults={"byte_size": coming.byte_size, "storage_name": name, **_columns(facts)},
    )
    return file


def _columns(facts: SoundFacts) -> dict[str, object]:
    return {
        "mime_type": facts.mime_type,
        "format": facts.format,
        "codec": facts.codec,
        "sample_rate": facts.sample_rate,
        "channels": facts.channels,
        "bit_depth": facts.bit_depth,
        "frame_count": facts.frame_count,
        "duration_s": facts.duration_s,
        "integrity": Integrity.OK if facts.is_whole else Integrity.PARTIAL,
        "integrity_note": facts.note[:500],
    }


def _attach(file: File, item: Item, original_name: str) -> Part:
    Item.objects.select_for_update().get(pk=item.pk)  # parts of one item are numbered in turn
    present = item.parts.filter(file=file, start_frame=0, end_frame=None).first()
    if present:
        return present
    last = item.parts.aggregate(last=Max("position"))["last"] or 0
    part = Part(item=item, file=file, position=last + 1, original_name=original_name[-255:])
    part.full_clean()
    part.save(force_insert=True)
    return part
