"""Waking the workers. A wake-up may be lost: the row is the queue, and the sweeper asks again."""

import logging
from dataclasses import dataclass

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from analysis.workers.listening import QUEUED, tell

log = logging.getLogger(__name__)

WAKE = "analysis.wake"
#: Heavy work has a queue of its own, so that it never takes the slots of all the rest.
WAKE_FOR_HEAVY = "analysis.wake_for_heavy"
HEAVY_QUEUE = "heavy"
#: Past this many seconds a wake-up is stale: the sweeper has sent another.
EXPIRES_S = 60


@dataclass(frozen=True)
class Queued:
    """What a plan has put into the queue."""

    passes: int = 0
    heavy: int = 0
    sound_s: float = 0.0

    def __add__(self, other: "Queued") -> "Queued":
        return Queued(
            self.passes + other.passes,
            self.heavy + other.heavy,
            self.sound_s + other.sound_s,
        )


def announce(queued: Queued) -> None:
    """Say, when and if the caller's transaction commits, that passes were queued."""
    if not queued.passes:
        return
    tell(QUEUED)
    if queued.passes > queued.heavy:
        transaction.on_commit(wake_workers, robust=True)
    if queued.heavy:
        transaction.on_commit(lambda: wake_workers(heavy=True), robust=True)


def wake_workers(*, heavy: bool = False) -> None:
    """Tell one idle worker slot that a pass may be waiting; says so, and goes on, if it cannot."""
    try:
        if heavy:
            current_app.send_task(
                WAKE_FOR_HEAVY, expires=EXPIRES_S, ignore_result=True, queue=HEAVY_QUEUE
            )
        else:
            current_app.send_task(WAKE, expires=EXPIRES_S, ignore_result=True)
    except (OperationalError, OSError) as error:
        log.warning("The broker does not take a wake-up, the sweeper will send it: %s", error)
