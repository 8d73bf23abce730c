"""What finds work that nobody was woken for, and clears away what killed workers left.

`sweep` is sent by beat every ten seconds. `Watch` lives in each worker's main process, so that
the death of beat, or the loss of every message, loses nothing: it knows from the database when
the next lease runs out or the next pause ends, sleeps until then, and hears of new passes by
NOTIFY. While nothing is due, neither says anything to the broker.
"""

import logging
import math
import shutil
import threading
import time
from pathlib import Path

import psycopg
from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from analysis.models import Computation, Pass, Status
from analysis.results.comparing import note_changes
from analysis.runs.silencing import silence
from analysis.workers import lease as leases
from analysis.workers.lease import Lease
from analysis.workers.listening import QUEUED, Listener
from analysis.workers.passes import lay_aside
from analysis.workers.standing import OPEN
from analysis.workers.storing import lease_of, work_root
from analysis.workers.strays import remove_unnamed
from analysis.workers.waking import EXPIRES_S, wake_workers

log = logging.getLogger(__name__)

SWEEP = "analysis.sweep"
_DAY_S = 24 * 3600.0
_GONE = "The worker was ended, or lost its lease, in the middle of the analysis."

#: Seconds until the next pass is due, by the database's clock; nothing where none is open.
_DUE = """
SELECT extract(epoch FROM min(CASE WHEN status = 'queued' THEN not_before ELSE lease_until END)
                          - clock_timestamp())::float8
FROM analysis_pass WHERE status IN ('queued', 'running')
"""


def sweep() -> None:
    """Lay aside what failed too often, wake a worker if work is due, silence, clear folders."""
    for stale in _worn_out():
        _lay_aside(stale)
    for heavy in (False, True):
        if leases.is_another_claimable(heavy=heavy):
            wake_workers(heavy=heavy)
    silence()
    note_changes()
    remove_orphans()
    remove_stray_results()


def _worn_out() -> list[Lease]:
    """Return passes whose last attempt ended with its worker."""
    with transaction.atomic():
        rows = Pass.objects.raw(
            "SELECT * FROM analysis_pass WHERE status = 'running' AND attempts >= %s"
            " AND lease_until < clock_timestamp()",
            [settings.MAX_ATTEMPTS],
        )
        return [Lease(row.pk, row.lease_token, row.attempts) for row in rows if row.lease_token]


@transaction.atomic
def _lay_aside(stale: Lease) -> None:
    rows = list(
        Computation.objects.filter(worked_in=stale.pass_id, status__in=OPEN)
        .order_by("key")
        .select_for_update(no_key=True)
    )
    leases.end(stale, Status.QUARANTINED, _GONE)
    lay_aside(rows, _GONE, attempts=stale.attempt)


def remove_orphans() -> list[Path]:
    """Remove work folders older than two leases whose lease is not the one that stands."""
    root = work_root()
    if not root.is_dir():
        return []
    before = time.time() - 2 * settings.LEASE_SECONDS
    old = {
        folder: lease
        for folder in root.iterdir()
        if folder.stat().st_mtime < before
        for lease in [lease_of(folder)]
        if lease
    }
    if not old:
        return []
    held = set(
        Pass.objects.filter(lease_token__in=[token for _, token in old.values()]).values_list(
            "lease_token", flat=True
        )
    )
    orphans = [folder for folder, (_, token) in old.items() if token not in held]
    for folder in orphans:
        log.info("Removing %s, left behind by a worker that was ended.", folder)
        shutil.rmtree(folder, ignore_errors=True)
    return orphans


def remove_stray_results() -> list[str]:
    """Once a day on each machine, remove stored results older than a day that no row names."""
    looked = Path(settings.VAR) / "run" / "results-looked-at"
    before = time.time() - _DAY_S
    if looked.exists() and looked.stat().st_mtime > before:
        return []
    looked.parent.mkdir(parents=True, exist_ok=True)
    looked.touch()  # before the work: what is long is not begun twice
    removed = remove_unnamed(before)
    if removed:
        log.info("Removed %d stored results that no record names.", len(removed))
    return removed


class Watch:
    """A worker's own sweeper: a thread that sends `sweep` when a pass is overdue."""

    def __init__(self) -> None:
        self._sent_at = -math.inf

    def start(self) -> None:
        threading.Thread(target=self._watch, name="analysis-watch", daemon=True).start()

    def _watch(self) -> None:
        while True:
            try:
                with Listener(QUEUED) as listener:
                    wait_s: float | None = 0.0
                    while True:
                        listener.hear(wait_s)
                        wait_s = self._look(listener.value(_DUE))
            except psycopg.OperationalError as error:
                log.warning("The database does not answer the watch, again soon: %s", error)
                time.sleep(_pause_s())

    def _look(self, due_s: float | None) -> float | None:
        """Send a sweep if it is time, and return how long to sleep; None is until news come."""
        if due_s is None:
            return None
        rest_s = max(
            due_s + _pause_s(),  # what is due only now has had a wake-up of its own
            self._sent_at + _pause_s() - time.monotonic(),
        )
        if rest_s > 0:
            return rest_s
        self._send()
        return _pause_s()

    def _send(self) -> None:
        self._sent_at = time.monotonic()
        try:
            current_app.send_task(SWEEP, expires=EXPIRES_S, ignore_result=True)
        except (OperationalError, OSError) as error:
            log.warning("The broker does not take a sweep, again soon: %s", error)


def _pause_s() -> float:
    """Ten seconds with a lease of a minute."""
    return float(settings.LEASE_SECONDS) / 6
