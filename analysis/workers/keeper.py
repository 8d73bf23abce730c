"""Who holds a lease while the child works: renews it, writes progress, hears of a cancel.

A thread with a connection of its own, so that neither a long call of the worker nor a slow
upload lets the lease run out. It asks the database nothing: it writes when there is something to
tell or to renew, and is told of a cancel by NOTIFY.
"""

import logging
import threading
import time
from typing import Self

import psycopg
from django.conf import settings

from analysis.core.job import Progress
from analysis.workers import lease as leases
from analysis.workers.lease import Lease
from analysis.workers.listening import CANCELLED, Listener

log = logging.getLogger(__name__)

#: At most five writes of progress a second.
TELL_S = 0.2

_ITEMS = """
UPDATE analysis_runitem AS item SET
    status = 'running', stage = %(stage)s, progress = standing.progress
FROM (
    SELECT need.run_item_id AS id, avg(CASE
        WHEN wanted.status NOT IN ('queued', 'running') THEN 1
        ELSE coalesce(working.progress, 0) END) AS progress
    FROM analysis_runitemcomputation AS need
    JOIN analysis_computation AS wanted ON wanted.id = need.computation_id
    LEFT JOIN analysis_pass AS working ON working.id = wanted.worked_in_id
    WHERE need.run_item_id IN (
        SELECT waiting.id FROM analysis_runitem AS waiting
        WHERE waiting.status IN ('queued', 'running') AND waiting.id IN (
            SELECT its.run_item_id FROM analysis_runitemcomputation AS its
            JOIN analysis_computation AS made ON made.id = its.computation_id
            WHERE made.worked_in_id = %(pass)s)
        ORDER BY waiting.id FOR NO KEY UPDATE SKIP LOCKED)
    GROUP BY need.run_item_id) AS standing
WHERE item.id = standing.id
"""

#: A run whose row another worker is writing, or wrote just now, is told by that one.
_RUNS = """
UPDATE analysis_run AS run SET
    status = 'running', stage = %(stage)s, told_at = clock_timestamp(),
    started_at = coalesce(run.started_at, clock_timestamp()),
    progress = standing.progress, done_s = standing.done_s,
    speed = standing.done_s / nullif(extract(epoch FROM clock_timestamp() - run.started_at), 0),
    eta_s = (run.sound_s - standing.done_s) * extract(epoch FROM clock_timestamp() - run.started_at)
            / nullif(standing.done_s, 0)
FROM (
    SELECT item.run_id AS id, avg(item.progress) AS progress,
           sum(item.progress * item.sound_s) AS done_s
    FROM analysis_runitem AS item
    WHERE item.run_id IN (
        SELECT asked.id FROM analysis_run AS asked
        WHERE asked.status IN ('queued', 'running')
          AND (asked.told_at IS NULL
               OR asked.told_at < clock_timestamp() - %(pause)s * interval '1 second')
          AND asked.id IN (
            SELECT waiting.run_id FROM analysis_runitem AS waiting
            JOIN analysis_runitemcomputation AS its ON its.run_item_id = waiting.id
            JOIN analysis_computation AS made ON made.id = its.computation_id
            WHERE made.worked_in_id = %(pass)s AND waiting.status IN ('queued', 'running'))
        ORDER BY asked.id FOR NO KEY UPDATE SKIP LOCKED)
    GROUP BY item.run_id) AS standing
WHERE run.id = standing.id
"""


class Keeper:
    """Keeps one lease from claim to commit; `with Keeper(lease) as keeper`."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self._progress = Progress("opening")
        self._told: Progress | None = None
        self._lost = threading.Event()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="analysis-keeper", daemon=True)

    @property
    def has_lost(self) -> bool:
        """Whether the pass is no longer ours: cancelled, or claimed by another worker."""
        return self._lost.is_set()

    def tell(self, progress: Progress) -> None:
        self._progress = progress

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._thread.join()

    def _keep(self) -> None:
        while not self._closed.is_set() and not self.has_lost:
            try:
                with Listener(CANCELLED) as listener:
                    self._serve(listener)
            except psycopg.OperationalError as error:
                # The lease stands until its time is up; a token that has passed on is found then.
                log.warning("The database does not answer, the lease waits: %s", error)
                self._closed.wait(TELL_S * 5)

    def _serve(self, listener: Listener) -> None:
        renew_at = 0.0
        while not self._closed.is_set():
            progress, now = self._progress, time.monotonic()
            if now >= renew_at or progress != self._told:
                if not self._write(listener, progress):
                    self._lost.set()
                    return
                renew_at = now + settings.LEASE_SECONDS / 4
            if str(self._lease.pass_id) in listener.hear(TELL_S):
                self._lost.set()
                return

    def _write(self, listener: Listener, progress: Progress) -> bool:
        """Renew, and tell what is new; False when the lease is lost."""
        lease = self._lease
        held = listener.execute(
            leases.RENEW,
            [
                settings.LEASE_SECONDS,
                progress.fraction,
                progress.phase,
                lease.pass_id,
                lease.token,
            ],
        )
        if held and progress != self._told:
            told = {"stage": progress.phase, "pass": lease.pass_id, "pause": TELL_S * 0.9}
            listener.execute(_ITEMS, told)
            listener.execute(_RUNS, told)
            self._told = progress
        return bool(held)
