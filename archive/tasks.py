"""The archive's own housekeeping, sent by beat."""

import time

from celery import shared_task
from django.conf import settings

from archive.services.access_log import forget
from archive.services.erasure import finish
from archive.services.letters import send_letters
from archive.services.staging import judge_waiting, sweep_strays, sweep_uploads

_DAY_S = 24 * 3600.0


@shared_task(name="archive.sweep_uploads", ignore_result=True)
def sweep() -> None:
    """Let go of uploads whose day is over, and of bytes that no row names."""
    sweep_uploads()
    sweep_strays(time.time() - 2 * _DAY_S)


@shared_task(name="archive.judge_uploads", ignore_result=True)
def judge() -> None:
    """Read what was uploaded to its end; whoever attaches it before does so themselves."""
    judge_waiting()


@shared_task(name="archive.send_letters", ignore_result=True)
def letters() -> None:
    """Send notices and answers that wait to be sent."""
    send_letters()


@shared_task(name="archive.prune_access_log", ignore_result=True)
def prune_access_log() -> None:
    """Forget who was given restricted material longer ago than the settings say."""
    forget(older_than_days=settings.ACCESS_LOG_DAYS)


@shared_task(name="archive.finish_erasures", ignore_result=True)
def finish_erasures() -> None:
    """Remove what erasures have left outside the database; what is not done yet is tried again."""
    finish()
