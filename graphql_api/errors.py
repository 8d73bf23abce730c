"""What GraphQL says when it cannot answer: a closed code, one sentence, never a database's text.

Expected failures of a mutation are data (`payloads/`); what stands here ends up in `errors`, each
with `extensions.code` and `extensions.requestId`. The log holds the detail under the same id.
"""

import logging
from collections.abc import Iterator
from enum import StrEnum

from django import db
from graphql import GraphQLError, GraphQLSyntaxError
from psycopg.errors import InFailedSqlTransaction, QueryCanceled
from strawberry.extensions import SchemaExtension
from strawberry.types import StreamExecutionResult

from analysis.core.errors import SignalError
from analysis.errors import AnalysisError
from archive.errors import ArchiveError

log = logging.getLogger(__name__)


class Code(StrEnum):
    """Every code that a top-level error may bear."""

    SYNTAX = "SYNTAX"
    INVALID = "INVALID"
    BAD_ID = "BAD_ID"
    BAD_CURSOR = "BAD_CURSOR"
    BAD_INPUT = "BAD_INPUT"
    TOO_LARGE = "TOO_LARGE"
    NO_ROOM = "NO_ROOM"
    UNSUPPORTED = "UNSUPPORTED"
    NOT_ALLOWED = "NOT_ALLOWED"
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"
    TOO_COSTLY = "TOO_COSTLY"
    NOT_FOUND = "NOT_FOUND"
    FORBIDDEN = "FORBIDDEN"
    UNAUTHENTICATED = "UNAUTHENTICATED"
    RESYNC_REQUIRED = "RESYNC_REQUIRED"
    TOO_SLOW = "TOO_SLOW"
    TOO_MANY = "TOO_MANY"
    TIMEOUT = "TIMEOUT"
    UNAVAILABLE = "UNAVAILABLE"
    INTERNAL = "INTERNAL"


#: What is said while the database is away.
UNAVAILABLE = "The archive's database does not answer: try again in a moment."

#: What the client can mend by asking otherwise: answered with status 400.
CLIENTS_FAULT = frozenset(
    {
        Code.SYNTAX,
        Code.INVALID,
        Code.BAD_ID,
        Code.BAD_CURSOR,
        Code.BAD_INPUT,
        Code.TOO_LARGE,
        Code.TOO_COSTLY,
    }
)


class Refused(GraphQLError):
    """A refusal with its code; the sentence is for the person who wrote the query."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message, extensions={"code": code.value})


class Masked(SchemaExtension):
    """Shows clients of a stream no more of an error than `shown` lets through."""

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        mask(result, self.execution_context.context.request_id)
        yield


def mask(result: object, request_id: str) -> None:
    """Replace a result's errors by what clients may see of them."""
    errors: list[GraphQLError] | None = getattr(result, "errors", None)
    if errors:
        errors[:] = [shown(error, request_id) for error in errors]


def shown(error: GraphQLError, request_id: str) -> GraphQLError:
    """Return the error as the client sees it; one that was shown already stays as it is."""
    if error.extensions and "requestId" in error.extensions:
        return error
    code, message = _code_and_sentence(error)
    if code in {Code.INTERNAL, Code.TIMEOUT, Code.UNAVAILABLE}:
        log.error(
            "GraphQL %s %s at %s", request_id, code, error.path, exc_info=error.original_error
        )
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions={"code": str(code), "requestId": request_id},
    )


def _code_and_sentence(error: GraphQLError) -> tuple[str, str]:
    if error.extensions and "code" in error.extensions:
        return str(error.extensions["code"]), error.message
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if isinstance(error, GraphQLSyntaxError) or isinstance(cause, GraphQLSyntaxError):
        return Code.SYNTAX, error.message
    if cause is None or isinstance(cause, GraphQLError):
        return Code.INVALID, error.message  # validation, or a value of the wrong type
    return _of_cause(cause)


def _of_cause(cause: Exception) -> tuple[str, str]:
    if isinstance(cause, ArchiveError | AnalysisError | SignalError):
        return str(getattr(cause, "code", Code.INTERNAL)), str(cause)
    if isinstance(cause.__cause__, QueryCanceled | InFailedSqlTransaction):
        return Code.TIMEOUT, "The question takes too long to answer: ask for less at once."
    if isinstance(cause, db.OperationalError | db.InterfaceError):
        return Code.UNAVAILABLE, UNAVAILABLE
    return Code.INTERNAL, "Something went wrong on our side; the request id names it in our log."
