"""Waking the workers. A wake-up may be lost: the row is the queue, and the sweeper asks again."""

import logging

from celery import current_app
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)

WAKE = "analysis.wake"
#: Past this many seconds a wake-up is stale: the sweeper has sent another.
EXPIRES_S = 60


def wake_workers() -> None:
    """Tell one idle worker slot that a pass may be waiting; says so, and goes on, if it cannot."""
    try:
        current_app.send_task(WAKE, expires=EXPIRES_S, ignore_result=True)
    except (OperationalError, OSError) as error:
        log.warning("The broker does not take a wake-up, the sweeper will send it: %s", error)
