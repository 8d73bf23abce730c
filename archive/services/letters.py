"""Notices by e-mail, and answers to who asked without an account. Sent by beat, each once.

A letter to a member names no record and quotes nothing: what has happened stands on the desk.
"""

import logging
from enum import Enum, auto
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from archive.access import HOUSE
from archive.history import changing
from archive.models import Notice, Request, Stage

log = logging.getLogger(__name__)
AT_ONCE = 100
#: Statuses of SMTP from here on say that trying again is of no use (RFC 5321, 4.2.1).
FOR_EVER = 500
SUBJECTS = {
    "request.approved": "Your request was approved",
    "request.refused": "Your request was answered",
    "erasure.asked": "An erasure waits for a second person",
}
#: Where what has happened is read, if not among the requests.
PAGES = {"erasure.asked": "erasures"}


class Fate(Enum):
    """What became of a letter."""

    SENT = auto()
    REFUSED = auto()
    PUT_OFF = auto()
    NO_SERVER = auto()


def send_letters() -> int:
    """Send what waits; return how many letters went out.

    One that the server refuses for ever is not tried again; one that it puts off waits for the
    next round and holds up none behind it. A server that is not there ends the round.
    """
    sent, put_off = 0, set[UUID]()
    for _ in range(AT_ONCE):
        fate = _send_notice(put_off) or _send_answer(put_off)
        if fate in {None, Fate.NO_SERVER}:
            break
        sent += fate is Fate.SENT
    return sent


def _send_notice(put_off: set[UUID]) -> Fate | None:
    """Send the oldest notice that waits; whoever wants no letters has none waiting."""
    wanting = ~Q(user__email="") & ~Q(user__profile__wants_mail=False) & Q(user__is_active=True)
    with transaction.atomic():
        waiting = Notice.objects.filter(wanting, mailed_at__isnull=True).exclude(pk__in=put_off)
        found = waiting.order_by("at").select_for_update(of=("self",), skip_locked=True).first()
        if found is None:
            return None
        Notice.objects.filter(pk=found.pk).update(mailed_at=Now())
        subject = SUBJECTS.get(found.about, "There is a new request")
        page = PAGES.get(found.about, "requests")
        words = f"Read it here: {settings.BASE_URL}/{page}"
        return _settled(_send(subject, words, found.user.email), found.pk, put_off)


def _send_answer(put_off: set[UUID]) -> Fate | None:
    with changing(HOUSE):
        waiting = Request.objects.filter(
            stage__in=[Stage.APPROVED, Stage.REFUSED],
            told_at__isnull=True,
            decided_at__isnull=False,
        ).exclude(email="")
        waiting = waiting.exclude(pk__in=put_off).order_by("decided_at")
        found = waiting.select_for_update(of=("self",), skip_locked=True).first()
        if found is None:
            return None
        Request.objects.filter(pk=found.pk).update(told_at=Now())
        words = f"{found.answer}\n\n{settings.BASE_URL}"
        if found.wish == "account" and found.stage == Stage.APPROVED:
            name = found.asked_by.get_username() if found.asked_by else ""
            words = f"{found.answer}\n\n{name}: {settings.BASE_URL}/password"
        fate = _send(SUBJECTS[f"request.{found.stage}"], words, found.email)
        return _settled(fate, found.pk, put_off)


def _settled(fate: Fate, key: UUID, put_off: set[UUID]) -> Fate:
    """Let a letter that did not leave wait: its row stays as it was."""
    if fate in {Fate.PUT_OFF, Fate.NO_SERVER}:
        transaction.set_rollback(True)
        put_off.add(key)
    return fate


def _send(subject: str, words: str, to: str) -> Fate:
    try:
        send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [to])
    except SMTPRecipientsRefused as error:
        codes = {code for code, _ in error.recipients.values()}
        return _refused(min(codes, default=FOR_EVER), error)
    except (SMTPDataError, SMTPSenderRefused) as error:
        return _refused(error.smtp_code, error)
    except (SMTPException, OSError) as error:
        log.warning("No letter can be sent: %s", error)
        return Fate.NO_SERVER
    return Fate.SENT


def _refused(code: int, error: SMTPException) -> Fate:
    if code >= FOR_EVER:
        log.warning("A letter was refused and is not tried again (status %s).", code)
        return Fate.REFUSED
    log.warning("A letter was put off: %s", type(error).__name__)
    return Fate.PUT_OFF
