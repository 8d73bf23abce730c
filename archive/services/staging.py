"""Take in what somebody uploads, keep it aside for a day, attach it to a record or let it go."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from archive.access import Actor
from archive.errors import NotAllowed, NotFound, NotSound, OddValue
from archive.models import Integrity, Item, Part, StagedUpload
from archive.services.deposit import as_text, deposit_sound
from archive.services.editing import describers_only
from archive.services.fixity import take_turn
from archive.sniffing import SoundFacts, glance, probe
from archive.storage import STAGED, Staged, content_name, keep, open_local, remove, stored

#: How many somebody may keep waiting.
MOST_STAGED = 200
_SWEPT_AT_ONCE = 50


def stage_upload(*, actor: Actor, coming: Staged, original_name: str = "") -> StagedUpload:
    """Keep what came, for a day, and say by its beginning what sound it holds.

    Parameters
    ----------
    original_name : what it was called where it came from; data, never a path.

    Raises
    ------
    NotAllowed : not staff.
    NotSound : it is none; the sentence says what it is instead. Nothing of it is kept.
    NoRoom : the disk is too full.
    OddValue : too many of this person's uploads are waiting.
    """
    describers_only(actor)
    if actor.user_id is None:
        raise NotAllowed("Only somebody who is signed in may upload.")
    if StagedUpload.objects.visible_to(actor).count() >= MOST_STAGED:
        raise OddValue(
            "file",
            f"{MOST_STAGED} of your uploads wait already: attach or discard some, then go on.",
        )
    facts = glance(coming.path)
    sweep_uploads()
    with transaction.atomic():
        take_turn(coming.sha256)
        upload = StagedUpload.objects.create(
            user_id=actor.user_id,
            sha256=coming.sha256,
            byte_size=coming.byte_size,
            storage_name=content_name(coming.sha256),
            original_name=as_text(original_name),
            mime_type=facts.mime_type,
            format=facts.format,
            codec=facts.codec,
            sample_rate=facts.sample_rate,
            channels=facts.channels,
            bit_depth=facts.bit_depth,
            duration_s=facts.duration_s,
        )
        keep(STAGED, coming, "")
    upload.refresh_from_db()
    return upload


def attach_upload(
    *,
    actor: Actor,
    upload_id: UUID,
    item: Item | Callable[[], Item],
    start_s: float | None = None,
    end_s: float | None = None,
    position: int | None = None,
    stem: int = 0,
    label: str = "",
    keep_waiting: bool = False,
    reason: str = "",
) -> Part:
    """Make the upload, or a stretch of it, a part of an item; see `deposit_sound`.

    Parameters
    ----------
    start_s, end_s : seconds from the beginning of the file, ``[start, end)``.
    keep_waiting : leave it staged, for another stretch of it belongs to another item.

    Raises
    ------
    NotFound : no such upload of this person's, or no such item.
    NotSound : its beginning promised a sound, and there is none.
    """
    describers_only(actor)
    _mine(actor, upload_id)
    judge_upload(upload_id)
    upload = _mine(actor, upload_id)
    if upload.refusal:
        raise NotSound(upload.refusal)

    def record() -> Item:
        # In the transaction: of two who attach it at once, one does.
        waiting = StagedUpload.objects.filter(pk=upload.pk)
        if not keep_waiting and not waiting.delete()[0]:
            raise _gone()
        return item if isinstance(item, Item) else item()

    with open_local(STAGED, upload.storage_name) as path:
        part = deposit_sound(
            path,
            actor=actor,
            item=record,
            facts=_facts(upload),
            original_name=upload.original_name,
            start_frame=_frame(upload, "start", start_s) or 0,
            end_frame=_frame(upload, "end", end_s),
            position=position,
            stem=stem,
            label=label,
            reason=reason,
        )
    transaction.on_commit(lambda: _remove_unnamed(upload.storage_name), robust=True)
    return part


def judge_upload(upload_id: UUID) -> None:
    """Read the whole of an upload, for its header may promise what is not there; once.

    It takes seconds for an hour of sound, so a worker does it while somebody describes the record.
    """
    upload = StagedUpload.objects.filter(pk=upload_id, judged_at__isnull=True).first()
    if upload is None:
        return
    with open_local(STAGED, upload.storage_name) as path:
        try:
            found = _columns(probe(path))
        except NotSound as error:
            found = {"refusal": str(error)[:500]}
    StagedUpload.objects.filter(pk=upload_id).update(judged_at=Now(), **found)


def judge_waiting() -> int:
    """Judge what waits for it, oldest first; return how many. Two of these do not share one."""
    judged = 0
    while True:
        with transaction.atomic():
            upload = (
                StagedUpload.objects.filter(judged_at__isnull=True)
                .select_for_update(skip_locked=True, no_key=True)
                .first()
            )
            if upload is None:
                return judged
            judge_upload(upload.pk)
        judged += 1


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


def _facts(upload: StagedUpload) -> SoundFacts:
    return SoundFacts(
        format=upload.format,
        codec=upload.codec,
        mime_type=upload.mime_type,
        sample_rate=upload.sample_rate,
        channels=upload.channels,
        bit_depth=upload.bit_depth,
        frame_count=upload.frame_count,
        duration_s=upload.duration_s,
        is_whole=upload.integrity == Integrity.OK,
        note=upload.integrity_note,
    )


def discard_upload(*, actor: Actor, upload_id: UUID) -> UUID:
    """Let a waiting upload go, and return its id.

    Raises
    ------
    NotFound : no such upload of this person's.
    """
    describers_only(actor)
    upload = _mine(actor, upload_id)
    _let_go(StagedUpload.objects.filter(pk=upload.pk))
    return upload_id


def sweep_uploads() -> int:
    """Let go of what nobody attached within its day; return how many."""
    expired = StagedUpload.objects.filter(expires_at__lte=Now())[:_SWEPT_AT_ONCE]
    return _let_go(StagedUpload.objects.filter(pk__in=[each.pk for each in expired]))


def sweep_strays(before: float) -> int:
    """Remove staged bytes older than that (seconds since 1970) that no row names."""
    removed = 0
    for kept in stored(STAGED):
        if kept.came_at < before and _remove_unnamed(kept.name):
            removed += 1
    return removed


def items_holding(sha256: str, actor: Actor) -> "QuerySet[Item]":
    """Return the records whose sound is, in part or whole, of these bytes."""
    holding: QuerySet[Item] = (
        Item.objects.visible_to(actor).filter(parts__file__sha256=sha256).distinct()
    )
    return holding


def _mine(actor: Actor, upload_id: UUID) -> StagedUpload:
    upload: StagedUpload | None = (
        StagedUpload.objects.visible_to(actor).filter(pk=upload_id).first()
    )
    if upload is None:
        raise _gone()
    return upload


def _gone() -> NotFound:
    gone = NotFound("There is no such upload: it was attached, discarded, or its day is over.")
    return gone.about("upload")


def _frame(upload: StagedUpload, field: str, seconds: float | None) -> int | None:
    if seconds is None:
        return None
    if upload.sample_rate is None:
        raise OddValue(field, "The file does not say its sample rate: attach the whole of it.")
    if not 0 <= seconds < 10**7:
        raise OddValue(field, f"A part cannot {field} at {seconds:g} seconds.")
    return round(seconds * upload.sample_rate)


def _let_go(rows: "QuerySet[StagedUpload]") -> int:
    names = list(rows.values_list("storage_name", flat=True))
    rows.delete()
    for name in set(names):
        _remove_unnamed(name)
    return len(names)


@transaction.atomic
def _remove_unnamed(name: str) -> bool:
    take_turn(name.rpartition("/")[2])
    if StagedUpload.objects.filter(storage_name=name).exists():
        return False
    remove(STAGED, name)
    return True
