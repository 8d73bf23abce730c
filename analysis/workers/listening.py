"""A connection of one's own that LISTENs: hears of a change at once, asks nothing meanwhile.

It stands outside Django's pool, and so may live in the main process of a worker, whose forked
children would otherwise share it.
"""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from uuid import UUID

import psycopg
from django.db import connection
from psycopg import sql

#: A pass was cancelled; the payload is its id.
CANCELLED = "analysis_cancelled"
#: A pass was queued, or given back.
QUEUED = "analysis_queued"

#: A cut cable shows itself by TCP within a minute, not by statements of ours.
_KEEPALIVE = {"keepalives": 1, "keepalives_idle": 30, "keepalives_interval": 10}


class Listener:
    """A connection in autocommit that hears one channel; for one thread."""

    def __init__(self, channel: str) -> None:
        self._connection = psycopg.connect(**_parameters(), autocommit=True)
        self._connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def hear(self, timeout_s: float | None) -> list[str]:
        """Wait for news and return its payloads; none when the time is up first."""
        return [news.payload for news in self._connection.notifies(timeout=timeout_s, stop_after=1)]

    def execute(
        self, statement: str, parameters: Sequence[object] | Mapping[str, object] = ()
    ) -> int:
        """Run a statement of ours and return how many rows it changed."""
        return self._connection.execute(statement.encode(), parameters).rowcount

    def value(self, statement: str, parameters: Sequence[object] = ()) -> Any:
        """Return the one value of a statement of ours."""
        row = self._connection.execute(statement.encode(), parameters).fetchone()
        return row[0] if row else None


def tell(channel: str, payload: UUID | str = "") -> None:
    """Tell the listeners, when and if the caller's transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [channel, str(payload)])


def _parameters() -> dict[str, Any]:
    parameters = dict(connection.get_connection_params())
    for name in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(name, None)
    return parameters | _KEEPALIVE
