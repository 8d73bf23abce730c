"""The lease on a pass: claim, renew, give back, end (design D-05).

A claim gives a token; whoever holds another one writes nothing. All times are the database's, so
that a worker's clock does not matter. A worker that was stopped and wakes after its lease ran out
finds its token gone, and its result is refused.
"""

import socket
from dataclasses import dataclass
from os import getpid
from uuid import UUID

from django.conf import settings
from django.db import connection

from analysis.errors import LeaseLost
from analysis.models import Status
from analysis.workers.listening import QUEUED, tell

#: May be claimed now: waiting, or left behind by a worker whose lease ran out.
_CLAIMABLE = """attempts < %(most)s AND is_heavy = %(heavy)s AND (
    status = 'queued' AND not_before <= clock_timestamp()
    OR status = 'running' AND lease_until < clock_timestamp())"""

#: Of equally urgent passes that goes first whose person has had least CPU within the hour: five
#: hundred items of one person wait beside, not before, the single item of another.
_CLAIM = f"""
WITH served AS MATERIALIZED (
    SELECT asked_by_id, sum(cost_s) AS cost_s FROM analysis_pass
    WHERE claimed_at > clock_timestamp() - interval '1 hour' GROUP BY asked_by_id)
UPDATE analysis_pass SET
    status = 'running', attempts = attempts + 1, worker = %(worker)s,
    claimed_at = clock_timestamp(),
    lease_token = gen_random_uuid(),
    lease_until = clock_timestamp() + %(seconds)s * interval '1 second',
    progress = 0, stage = 'opening', error = ''
WHERE id = (
    SELECT waiting.id FROM analysis_pass AS waiting
    LEFT JOIN served ON served.asked_by_id IS NOT DISTINCT FROM waiting.asked_by_id
    WHERE {_CLAIMABLE}
    ORDER BY priority, coalesce(served.cost_s, 0), id LIMIT 1
    FOR UPDATE OF waiting SKIP LOCKED)
RETURNING id, lease_token, attempts
"""  # noqa: S608 - constants of this module

#: For the keeper, on its own connection; 0 rows say that the lease is lost.
RENEW = """
UPDATE analysis_pass SET
    lease_until = clock_timestamp() + %s * interval '1 second', progress = %s, stage = %s
WHERE id = %s AND lease_token = %s AND status = 'running'
"""

_END = """
UPDATE analysis_pass SET
    status = %(status)s, error = %(error)s, lease_token = NULL, lease_until = NULL,
    progress = CASE WHEN %(status)s = 'done' THEN 1 ELSE progress END,
    not_before = clock_timestamp() + %(wait)s * interval '1 second',
    finished_at = CASE WHEN %(status)s = 'queued' THEN NULL ELSE clock_timestamp() END
WHERE id = %(id)s AND lease_token = %(token)s AND status = 'running'
"""


@dataclass(frozen=True)
class Lease:
    """A worker's hold on a pass."""

    pass_id: UUID
    token: UUID
    attempt: int

    @property
    def is_last_attempt(self) -> bool:
        return self.attempt >= settings.MAX_ATTEMPTS


def claim(*, heavy: bool = False) -> Lease | None:
    """Take the pass that is due first, of the heavy or of all others; None when none is due."""
    with connection.cursor() as cursor:
        cursor.execute(
            _CLAIM,
            {
                "most": settings.MAX_ATTEMPTS,
                "heavy": heavy,
                "seconds": settings.LEASE_SECONDS,
                "worker": f"{socket.gethostname()}:{getpid()}",
            },
        )
        row = cursor.fetchone()
    return Lease(*row) if row else None


def is_another_claimable(*, heavy: bool = False) -> bool:
    """Tell whether a second slot would find work."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT EXISTS (SELECT FROM analysis_pass WHERE {_CLAIMABLE})",  # noqa: S608 - as _CLAIM
            {"most": settings.MAX_ATTEMPTS, "heavy": heavy},
        )
        return bool(cursor.fetchone()[0])


def end(lease: Lease, status: Status, error: str = "") -> None:
    """End the pass in the caller's transaction.

    Raises
    ------
    LeaseLost : the token is stale; the transaction must be rolled back.
    """
    _end(lease, status, error, wait_s=0)


def give_back(lease: Lease, error: str) -> None:
    """Queue the pass again, to be claimed after a pause that grows with each attempt.

    Raises
    ------
    LeaseLost : the token is stale; there is nothing to give back.
    """
    _end(lease, Status.QUEUED, error, wait_s=pause_after(lease.attempt))
    tell(QUEUED)


def pause_after(attempt: int) -> float:
    """Return seconds to wait before the next attempt: 5 and 20 with a lease of a minute."""
    return float(settings.LEASE_SECONDS) / 12 * 4.0 ** (attempt - 1)


def _end(lease: Lease, status: Status, error: str, *, wait_s: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            _END,
            {
                "id": lease.pass_id,
                "token": lease.token,
                "status": status.value,
                "error": error,
                "wait": wait_s,
            },
        )
        if not cursor.rowcount:
            raise LeaseLost
