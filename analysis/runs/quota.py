"""How much one person may have analysed: seconds of sound within 24 hours, by role (settings).

What is reused costs nothing. What a person asked counts for 24 hours from when it was asked; of a
run that was stopped only what had been done.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from analysis.errors import QuotaSpent
from archive.access import Actor

WINDOW = timedelta(hours=24)

_SPENT = """
SELECT created_at, charged_s, clock_timestamp() FROM analysis_run
WHERE requested_by_id = %s AND charged_s > 0
  AND created_at > clock_timestamp() - %s * interval '1 second'
ORDER BY created_at
"""


@dataclass(frozen=True)
class Quota:
    """What somebody may still ask, in seconds of sound; no limit where `limit_s` is None."""

    limit_s: float | None
    used_s: float = 0.0
    #: When what was asked counts no more, and how much each was, in the order of time.
    ends: tuple[tuple[datetime, float], ...] = ()

    @property
    def left_s(self) -> float | None:
        return None if self.limit_s is None else max(0.0, self.limit_s - self.used_s)

    def has_room_for(self, seconds: float) -> bool:
        return self.left_s is None or seconds <= self.left_s

    def room_at(self, seconds: float) -> datetime | None:
        """Return when so much may be asked; None where it is now, or never at once."""
        if self.limit_s is None or seconds > self.limit_s:
            return None
        left = self.limit_s - self.used_s
        for moment, freed in self.ends:
            if seconds <= left:
                return None
            left += freed
            if seconds <= left:
                return moment
        return None


def quota_of(actor: Actor) -> Quota:
    """Return what the actor may still ask; the house itself may ask all."""
    hours = settings.ANALYSIS_HOURS_A_DAY["staff" if actor.is_staff else "editor"]
    if not hours or actor.user_id is None:
        return Quota(None)
    with connection.cursor() as cursor:
        cursor.execute(_SPENT, [actor.user_id, WINDOW.total_seconds()])
        rows = cursor.fetchall()
    ends = tuple((asked + WINDOW, seconds) for asked, seconds, _ in rows)
    return Quota(hours * 3600.0, sum(seconds for _, seconds in ends), ends)


def take_turn(actor: Actor) -> None:
    """Let a person's requests be counted one after the other, until the caller commits."""
    if actor.user_id is not None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"quota {actor.user_id}"]
            )


def check_quota(quota: Quota, seconds: float) -> None:
    """Refuse what goes beyond.

    Raises
    ------
    QuotaSpent : it says how much there is, and when there is room again.
    """
    if not quota.has_room_for(seconds):
        raise QuotaSpent(
            needed_s=seconds,
            left_s=quota.left_s or 0.0,
            limit_s=quota.limit_s or 0.0,
            room_at=quota.room_at(seconds),
        )
