"""Deposit a sound: checksum it, see what it is, keep it for ever, attach it to its item."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import DatabaseError, models
from django.db.models import F, Max

from archive.access import Act, Actor
from archive.errors import NotAllowed, NotFound, OddValue
from archive.history import changing
from archive.models import File, Integrity, Item, Part
from archive.services.editing import describers_only
from archive.services.fields import checked
from archive.services.fixity import remove_unnamed, take_turn
from archive.sniffing import SoundFacts, probe
from archive.storage import MASTERS, Staged, content_name, keep, staged

log = logging.getLogger(__name__)

#: Beyond any position that a part has.
_FAR = 10_000
_EXTENSIONS = {"rf64": "wav", "mp4": "m4a", "matroska": "mka", "wavpack": "wv", "musepack": "mpc"}


def deposit_sound(
    path: Path,
    *,
    actor: Actor,
    item: Item | Callable[[], Item],
    original_name: str | None = None,
    start_frame: int = 0,
    end_frame: int | None = None,
    position: int | None = None,
    stem: int = 0,
    label: str = "",
    reason: str = "",
    facts: SoundFacts | None = None,
) -> Part:
    """Keep the file as a master and make it, or a stretch of it, the item's next part.

    The same bytes are stored once, whoever deposits them; the same stretch of them deposited again
    for the same item is the part that is there already. A damaged file is kept as it came, and
    flagged. Rows and bytes come to stay together: when one cannot, neither does.

    Parameters
    ----------
    item : the record, or what makes a new one in the same transaction.
    position : its place among the parts, from 1, before the one that is there now; else the last.
    stem, label : see `Part`.
    facts : what the whole of it was found to be, where that is known already.
    original_name : what the file was called where it came from; data, never a path.
    start_frame, end_frame : samples per channel, ``[start, end)``; without them the whole file.

    Raises
    ------
    NotSound : the file holds no sound that can be read; the sentence says what it is instead.
    NotFound, NotAllowed : the item is hidden from the actor; or only shown.
    NoRoom : the disk is too full.
    OddValue : a stretch that is not in the file, or a part that cannot be described so.
    """
    if isinstance(item, Item):
        _ensure_editor(actor, item)
    else:
        describers_only(actor)
    if position is not None and position < 1:
        raise OddValue("position", "Parts are numbered from 1.")
    described = checked(Part, {"stem": stem, "label": label, "position": position or 1})
    with staged(path, MASTERS) as coming:
        # Seconds of work for a long sound: before the transaction, not in it.
        if _files(coming).exists():
            facts = None
        elif facts is None:
            facts = probe(coming.path)
        with _neither_row_nor_bytes_alone(coming, facts), changing(actor, reason=reason):
            file = _kept(coming, facts)
            end = _end_within(file, start_frame, end_frame)
            part = Part(
                item=item if isinstance(item, Item) else item(),
                file=file,
                start_frame=start_frame,
                end_frame=end,
                stem=described["stem"],
                label=described["label"],
                original_name=as_text(path.name if original_name is None else original_name),
            )
            return _attached(part, position)


def _ensure_editor(actor: Actor, item: Item) -> None:
    if Item.objects.allowing(actor, Act.EDIT).filter(pk=item.pk).exists():
        return
    if Item.objects.visible_to(actor).filter(pk=item.pk).exists():
        raise NotAllowed("Only staff may deposit sounds.")
    raise NotFound("There is no such item.")


def _kept(coming: Staged, facts: SoundFacts | None) -> File:
    take_turn(coming.sha256)
    file = _files(coming).first()
    if file is None:
        facts = facts or probe(coming.path)  # its row was there a moment ago, and went
        extension = _EXTENSIONS.get(facts.format, facts.format)
        file = File.objects.create(
            sha256=coming.sha256,
            byte_size=coming.byte_size,
            storage_name=content_name(coming.sha256, extension),
            **_columns(facts),
        )
    # Also where the row is there: the bytes are at hand, should the stored ones have been lost.
    extension = Path(file.storage_name).suffix.removeprefix(".")
    keep(MASTERS, coming, extension)
    return file


@contextmanager
def _neither_row_nor_bytes_alone(coming: Staged, facts: SoundFacts | None) -> Iterator[None]:
    """Take the bytes out again where the rows were not committed after all.

    Not if an outer transaction fails later: `verify_masters` names such bytes, and removes them.
    """
    with ExitStack() as undo:
        if facts:
            undo.callback(_take_out, coming, facts)
        yield
        undo.pop_all()


def _take_out(coming: Staged, facts: SoundFacts) -> None:
    """Remove the bytes unless a row names them; what goes wrong here hides no earlier error."""
    extension = _EXTENSIONS.get(facts.format, facts.format)
    try:
        remove_unnamed(content_name(coming.sha256, extension))
    except DatabaseError:
        log.exception("Could not look after %s", coming.sha256)


def _files(coming: Staged) -> models.QuerySet[File]:
    return File.objects.filter(sha256=coming.sha256)


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


def _end_within(file: File, start: int, end: int | None) -> int | None:
    """Return the end, None where it is the file's own."""
    length = file.frame_count
    if start < 0 or (length is not None and start >= length):
        raise OddValue("start_frame", f"A part cannot begin at sample {start} of {length or '?'}.")
    if end is None or (end == length and end > start):
        return None
    if end <= start or (length is not None and end > length):
        raise OddValue(
            "end_frame", f"A part that begins at {start} cannot end at {end} of {length or '?'}."
        )
    return end


def _attached(part: Part, position: int | None) -> Part:
    # Parts of one item are numbered in turn.
    item: Item = Item.objects.select_for_update().get(pk=part.item_id)
    same = {"file": part.file, "start_frame": part.start_frame, "end_frame": part.end_frame}
    present = item.parts.filter(**same).first()
    if present:
        return present
    last = item.parts.aggregate(last=Max("position"))["last"] or 0
    part.position = last + 1 if position is None or position > last else position
    if part.position <= last:
        _make_way(item, part.position)
    part.save(force_insert=True)
    return part


def _make_way(item: Item, position: int) -> None:
    """Move the parts from that position on by one; in two steps, for no two may stand alike."""
    following = item.parts.filter(position__gte=position)
    moved = [*following.values_list("pk", flat=True)]
    following.update(position=F("position") + _FAR)
    Part.objects.filter(pk__in=moved).update(position=F("position") - _FAR + 1)


def as_text(name: str) -> str:
    """Return a file's name as the database can hold it: its end, without what is no character."""
    shown = name.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return shown.replace("\\", "/").rpartition("/")[2][-255:]
