"""Runs an operation: in a thread where an event loop calls, and in one bounded transaction.

Resolvers are synchronous, for the database is. Over HTTP they run in the view's own thread; over
SSE and WebSocket the event loop hands each event, and each query, to a thread of this pool.

A query sees one state of the database, read only, and no statement may take longer than two
seconds. A mutation's services open their own transactions.
"""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections, connection, transaction
from graphql import OperationType
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from archive.errors import TokenRefused
from graphql_api.errors import Code, Refused

STATEMENT_TIMEOUT_MS = 2000
THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="graphql")


class Executor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's executor, with our transaction around it and never in an event loop."""

    def execute_operation(self, *args: Any, **kwargs: Any) -> Any:
        work = partial(super().execute_operation, *args, **kwargs)
        if self.operation.operation is not OperationType.MUTATION:
            work = partial(_in_one_view, work)
        if self.context_value.is_connection:
            work = partial(self._by_whoever_asks_now, work)
        return _in_thread(work) if _in_event_loop() else work()

    def _by_whoever_asks_now(self, work: Any) -> Any:
        """A connection outlives a log-out and a token: ask again before each operation."""
        context = self.context_value
        try:
            context.actor = context.ask_again()
        except TokenRefused as error:
            raise Refused(Code.UNAUTHENTICATED, str(error)) from error
        return work()


def _in_one_view(work: Any) -> Any:
    with bounded():
        return work()


@contextmanager
def bounded() -> Iterator[None]:
    """One read-only state of the database, two seconds a statement at most."""
    fresh = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        mode = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; " if fresh else ""
        cursor.execute(f"{mode}SET LOCAL statement_timeout = {STATEMENT_TIMEOUT_MS}")
        try:
            yield
        finally:
            # Nothing was written; and a statement that failed leaves nothing that could commit.
            transaction.set_rollback(True)


async def in_thread(work: Any, *arguments: Any) -> Any:
    """Run work that reads the database in a thread of the pool."""
    return await _in_thread(partial(work, *arguments))


def _in_thread(work: Any) -> Any:
    def run() -> Any:
        try:
            return work()
        finally:
            close_old_connections()

    return sync_to_async(run, thread_sensitive=False, executor=THREADS)()


def _in_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
