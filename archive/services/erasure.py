"""Erasing a record for good: one person asks, another agrees, and nothing is left but the reason.

    row = ask("item", key, actor=anna, reason="Her family asked.", is_announced=True)
    confirm(row.pk, actor=ben)          another person, within two weeks
    refuse(row.pk, actor=ben, reason="We hold their consent: agreement A-12.")
    finish()                            what lies outside the database; the house's clock calls it

`archive.erasing` is the table of what is erased where. All rows go in one transaction; files, the
RDF store and the database's dead rows follow from what that transaction wrote down, whoever is
killed meanwhile. What had left the house before is listed first (`services.departures`).
"""

import logging
import time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Now

from archive.access import Actor
from archive.erasing import ROOTS, Doomed, Finisher, erasers, finishers
from archive.errors import ArchiveError, NotAllowed, NotFound, OddValue
from archive.events import emit
from archive.history import Change, changing, tracked
from archive.models import Collection, Erasure, ErasureStage, Item, Notice, Part, User
from archive.services.departures import departures_of
from archive.services.mentions import mentions_of

log = logging.getLogger(__name__)

LONGEST = 500
#: How long who confirms waits for what is quick to remove, in seconds.
PATIENCE_S = 10.0
_AT_ONCE = 20


class AlreadyAsked(ArchiveError):
    """Somebody asked before that this be erased, and nobody has decided yet."""

    code = "ALREADY_ASKED"


class AlreadyDecided(ArchiveError):
    """An erasure that was confirmed or refused before."""

    code = "ALREADY_DECIDED"


class ErasureExpired(ArchiveError):
    """Nobody confirmed it in time: it has to be asked anew."""

    code = "ERASURE_EXPIRED"


class SamePerson(ArchiveError):
    """Who asked for an erasure cannot confirm it."""

    code = "SAME_PERSON"


class HoldsMore(ArchiveError):
    """The record holds more by now than when it was asked to be erased."""

    code = "HOLDS_MORE"


def ask(
    kind: str,
    key: UUID,
    *,
    actor: Actor,
    reason: str,
    is_announced: bool = False,
    part: int | None = None,
) -> Erasure:
    """Ask that something be erased with all that belongs to it, and tell other staff.

    Parameters
    ----------
    kind : one of `archive.erasing.ROOTS`.
    is_announced : its address will say that it was erased, when, and its code (410); otherwise it
        answers as if it had never been (404), and the code is kept nowhere.
    part : of an item only the sound at this position; the record stays.

    Raises
    ------
    NotAllowed : not staff, or no account.
    NotFound : there is no such thing, nor any history of one.
    AlreadyAsked : and nobody has decided.
    OddValue : no reason; something announced that has no address, or one made of a name.
    """
    person = _person(actor)
    if part is not None:
        kind, key = "part", _part_at(kind, key, part)
    if kind not in ROOTS:
        raise OddValue("record", f"A {_noun(kind)} cannot be erased: {', '.join(ROOTS)} can.")
    if not reason.strip() or len(reason) > LONGEST:
        raise OddValue("reason", f"Say why, in at most {LONGEST} characters: this is kept.")
    if is_announced and not ROOTS[kind].has_address:
        raise OddValue("is_announced", f"No address can say it of a {_noun(kind)}: erase silently.")
    with changing(actor):
        _refuse_unknown(kind, key)
        _let_expire(key)
        if Erasure.objects.filter(subject_id=key, stage=ErasureStage.ASKED).exists():
            raise AlreadyAsked("Its erasure was asked before, and waits for a second person.")
        row = Erasure(
            subject_kind=kind,
            subject_id=key,
            reason=reason.strip(),
            is_announced=is_announced,
            asked_by=person,
        )
        row.scope = _scope(_doomed(row, actor))
        row.save(force_insert=True)
        others = User.objects.filter(is_staff=True, is_active=True).exclude(pk=person)
        Notice.objects.bulk_create(
            Notice(
                user_id=each,
                about="erasure.asked",
                subject_kind="erasure",
                subject_id=row.pk,
            )
            for each in others.values_list("pk", flat=True)
        )
        emit("erasure.asked", subject_kind="erasure", subject_id=row.pk)
    row.refresh_from_db()
    return row


def refuse(erasure_id: UUID, *, actor: Actor, reason: str = "") -> Erasure:
    """Refuse an erasure, or take back one's own. Nothing was erased.

    Raises
    ------
    NotAllowed, NotFound, AlreadyDecided
    """
    _person(actor)
    with changing(actor):
        row = _locked(erasure_id)
        if row.stage == ErasureStage.REFUSED and row.decided_by == actor.user_id:
            return row  # asked again, after the answer was lost
        _refuse_decided(row)
        row.stage, row.refusal = ErasureStage.REFUSED, reason.strip()[:LONGEST]
        _decided(row, actor)
        emit("erasure.refused", subject_kind="erasure", subject_id=row.pk)
    row.refresh_from_db()
    return row


def confirm(erasure_id: UUID, *, actor: Actor) -> Erasure:
    """Erase what somebody else asked to be erased.

    When this returns, no row is left; `catching_up` names what has still to follow.

    Raises
    ------
    NotAllowed : not staff, or no account.
    NotFound : no such erasure.
    SamePerson : who asked is who confirms.
    AlreadyDecided, ErasureExpired
    HoldsMore : something was added to the record since it was asked.
    """
    _person(actor)
    with transaction.atomic():
        row = _locked(erasure_id)
        if row.stage == ErasureStage.DONE and row.decided_by == actor.user_id:
            return row  # asked again, after the answer was lost
        _refuse_decided(row)
        if row.asked_by == actor.user_id:
            raise SamePerson("You asked for it yourself: another person has to confirm it.")
        with changing(actor, reason=row.reason):
            _erase(row, actor)
    finish(row.pk, patience_s=PATIENCE_S)
    row.refresh_from_db()
    return row


def finish(erasure_id: UUID | None = None, *, patience_s: float | None = None) -> int:
    """Remove what erasures left outside the database; return how many are finished with it.

    Parameters
    ----------
    erasure_id : only this one; else every one that is not finished.
    patience_s : only what is quick, for about so long: somebody waits.
    """
    done = ErasureStage.DONE
    waiting = Erasure.objects.filter(stage=done).exclude(catching_up=[])
    if erasure_id is not None:
        waiting = waiting.filter(pk=erasure_id)
    return sum(
        _finish(key, patience_s)
        for key in waiting.order_by("decided_at").values_list("pk", flat=True)[:_AT_ONCE]
    )


def _finish(key: UUID, patience_s: float | None) -> bool:
    until = time.monotonic() + (PATIENCE_S if patience_s is None else patience_s)
    row = Erasure.objects.get(pk=key)
    for name in row.catching_up:
        finisher = finishers().get(name)
        if finisher is not None and finisher.is_slow and patience_s is not None:
            continue
        left = max(0.0, until - time.monotonic())
        if finisher is None or _is_finished(finisher, row, left):
            with transaction.atomic():
                held = Erasure.objects.select_for_update().get(pk=key)
                held.catching_up = [each for each in held.catching_up if each != name]
                held.save(update_fields=["catching_up"])
    return not Erasure.objects.get(pk=key).catching_up


def _is_finished(finisher: Finisher, row: Erasure, seconds: float) -> bool:
    """Ask a finisher; one that fails holds up no other, nor the answer: it is asked again.

    What may go wrong is as manifold as the places where bytes are kept: disks, buckets, locks.
    """
    try:
        return finisher.finish(row, seconds)
    except Exception:
        log.exception("Erasure %s: %s cannot be finished now, again soon.", row.pk, finisher.name)
        return False


def _erase(row: Erasure, actor: Actor) -> None:
    _hold(row)
    doomed = _doomed(row, actor)
    now = _scope(doomed)
    if any(count > row.scope.get(name, 0) for name, count in now.items()):
        raise HoldsMore(
            f"It held {_counted(row.scope)} when this was asked and holds {_counted(now)} now: "
            "look at it again, refuse this, and ask anew."
        )
    row.code = _code_of(row) if row.is_announced else ""
    report: dict[str, Any] = {
        "left": departures_of(doomed),
        "mentions": mentions_of(doomed),
    }
    works = erasers()
    for eraser in works:
        eraser.seek(doomed)
    report["erased"] = {eraser.name: eraser.erase(doomed) for eraser in works}
    report["kept"] = sorted([kind, str(key)] for kind, key in doomed.kept_for)
    row.stage, row.report, row.catching_up = ErasureStage.DONE, report, list(finishers())
    _decided(row, actor)
    emit("erasure.done", subject_kind="erasure", subject_id=row.pk)


def _hold(row: Erasure) -> None:
    """Let nobody attach anything meanwhile: what points here waits, and then finds it gone."""
    model = _model(row.subject_kind)
    held = [model._base_manager.filter(pk=row.subject_id)]
    if model is Collection:
        held.append(Item._base_manager.filter(collection=row.subject_id).order_by("pk"))
    for rows in held:
        list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))


def _doomed(row: Erasure, actor: Actor) -> Doomed:
    """Gather what goes with the record, also where its own row is gone already."""
    doomed = Doomed(row, actor)
    model = _model(row.subject_kind)
    doomed.add(model, {row.subject_id})
    return doomed


def _scope(doomed: Doomed) -> dict[str, int]:
    keys = {"items": doomed.of(Item), "sounds": doomed.of(Part)}
    return {
        "items": Item._base_manager.filter(pk__in=keys["items"]).count(),
        "sounds": len(keys["sounds"]),
    }


def _counted(scope: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in scope.items())


def _code_of(row: Erasure) -> str:
    found = _model(row.subject_kind)._base_manager.filter(pk=row.subject_id).first()
    return str(getattr(found, "code", None) or row.subject_id)


def _model(kind: str) -> type[models.Model]:
    return apps.get_model(ROOTS[kind].model)


def _part_at(kind: str, key: UUID, position: int) -> UUID:
    found = (
        Part.objects.filter(item=key, position=position) if kind == "item" else Part.objects.none()
    )
    part: UUID | None = found.values_list("pk", flat=True).first()
    if part is None:
        raise NotFound(f"There is no sound at position {position} of it.").about("part")
    return part


def _refuse_unknown(kind: str, key: UUID) -> None:
    model = _model(kind)
    if model._base_manager.filter(pk=key).exists():
        return
    table = model._meta.db_table
    if table in tracked() and Change.objects.filter(table=table, row_id=str(key)).exists():
        return
    raise NotFound(f"There is no such {_noun(kind)}.").about("record")


def _let_expire(key: UUID) -> None:
    late = Erasure.objects.filter(subject_id=key, stage=ErasureStage.ASKED, expires_at__lte=Now())
    late.update(stage=ErasureStage.EXPIRED)


def _locked(erasure_id: UUID) -> Erasure:
    row: Erasure | None = Erasure.objects.select_for_update().filter(pk=erasure_id).first()
    if row is None:
        raise NotFound("There is no such erasure.").about("id")
    return row


def _refuse_decided(row: Erasure) -> None:
    if row.stage in {ErasureStage.DONE, ErasureStage.REFUSED}:
        raise AlreadyDecided("This erasure was decided before.").about("id")
    is_late = Erasure.objects.filter(pk=row.pk, expires_at__lte=Now()).exists()
    if row.stage == ErasureStage.EXPIRED or is_late:
        raise ErasureExpired("Nobody confirmed it in time: ask anew.").about("id")


def _decided(row: Erasure, actor: Actor) -> None:
    row.decided_by, row.decided_at = actor.user_id, Now()
    row.save()
    Notice.objects.filter(subject_id=row.pk, read_at__isnull=True).update(read_at=Now())


def _person(actor: Actor) -> UUID:
    """Return the account: erasure is for people, two of the staff, not the house and no visitor."""
    if not actor.is_staff or actor.user_id is None:
        raise NotAllowed("Only staff may erase records, each with an account of their own.")
    return actor.user_id


def _noun(kind: str) -> str:
    return kind.replace("_", " ")[:40]
