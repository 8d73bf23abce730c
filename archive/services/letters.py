"""Notices by e-mail, and answers to who asked without an account. Sent by beat, each once.

A letter to a member names no record and quotes nothing: what has happened stands on the desk.
"""

import logging
from smtplib import SMTPException

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
SUBJECTS = {
    "request.approved": "Your request was approved",
    "request.refused": "Your request was answered",
}


def send_letters() -> int:
    """Send what waits; return how many letters went out."""
    sent = 0
    while sent < AT_ONCE and (_send_notice() or _send_answer()):
        sent += 1
    return sent


def _send_notice() -> bool:
    """Send the oldest notice that waits; whoever wants no letters has none waiting."""
    wanting = ~Q(user__email="") & ~Q(user__profile__wants_mail=False) & Q(user__is_active=True)
    with transaction.atomic():
        waiting = Notice.objects.filter(wanting, mailed_at__isnull=True).order_by("at")
        found = waiting.select_for_update(of=("self",), skip_locked=True).first()
        if found is None:
            return False
        Notice.objects.filter(pk=found.pk).update(mailed_at=Now())
        subject = SUBJECTS.get(found.about, "There is a new request")
        return _sent(subject, f"Read it here: {settings.BASE_URL}/requests", found.user.email)


def _send_answer() -> bool:
    with changing(HOUSE):
        waiting = Request.objects.filter(
            stage__in=[Stage.APPROVED, Stage.REFUSED],
            told_at__isnull=True,
            decided_at__isnull=False,
        ).exclude(email="")
        found = waiting.select_for_update(of=("self",), skip_locked=True).first()
        if found is None:
            return False
        Request.objects.filter(pk=found.pk).update(told_at=Now())
        words = f"{found.answer}\n\n{settings.BASE_URL}"
        if found.wish == "account" and found.stage == Stage.APPROVED:
            name = found.asked_by.get_username() if found.asked_by else ""
            words = f"{found.answer}\n\n{name}: {settings.BASE_URL}/password"
        return _sent(SUBJECTS[f"request.{found.stage}"], words, found.email)


def _sent(subject: str, words: str, to: str) -> bool:
    """Send one letter; one that the server does not take waits for the next round."""
    try:
        send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [to])
    except (SMTPException, OSError) as error:
        log.warning("A letter was not taken: %s", error)
        transaction.set_rollback(True)
        return False
    return True
