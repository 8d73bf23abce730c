"""What Celery carries: wake-ups without arguments. The `Pass` row is the queue (design D-05)."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready

from analysis import sweeping
from analysis.workers import passes
from analysis.workers.waking import WAKE, WAKE_FOR_HEAVY


@shared_task(name=WAKE, ignore_result=True)
def wake() -> None:
    """Work one pass, if one is due.

    Who claims a pass wakes another slot while more are waiting, so a queue is drained by as many
    slots as there are, and a worker that is asked to stop stops after the pass it has.
    """
    passes.work_one()


@shared_task(name=WAKE_FOR_HEAVY, ignore_result=True)
def wake_for_heavy() -> None:
    """Work one heavy pass, if one is due."""
    passes.work_one(heavy=True)


@shared_task(name=sweeping.SWEEP, ignore_result=True)
def sweep() -> None:
    """Find work that nobody was woken for."""
    sweeping.sweep()


@worker_ready.connect
def _watch(**_: Any) -> None:
    """Begin after the pool has forked, in the worker's main process."""
    sweeping.Watch().start()
