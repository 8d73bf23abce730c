"""GraphQL in process, for the pages of this site: the same schema, rights and limits."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from archive.access import Actor
from graphql_api.context import Context
from graphql_api.errors import Code, Refused
from graphql_api.schema import schema


class DocumentFailed(RuntimeError):
    """An operation of our own pages gave errors; `codes` are those of the errors."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        self.errors = errors
        self.codes = [str(error.get("extensions", {}).get("code")) for error in errors]
        super().__init__("; ".join(str(error.get("message")) for error in errors))


def run(
    document: str,
    variables: Mapping[str, Any] | None = None,
    *,
    actor: Actor,
    request: HttpRequest | None = None,
    operation_name: str | None = None,
) -> dict[str, Any]:
    """Run a query synchronously and return its data.

    Raises
    ------
    DocumentFailed : any error at all, for a page shows a thing whole or not.
    """
    try:
        result = schema.execute_sync(
            document,
            variable_values=dict(variables or {}),
            context_value=Context(actor=actor, request=request),
            operation_name=operation_name,
            allowed_operation_types={OperationType.QUERY},
        )
    except (CannotGetOperationTypeError, InvalidOperationTypeError) as error:
        refused = Refused(Code.NOT_ALLOWED, "A page asks one query, by its name.")
        raise DocumentFailed([dict(refused.formatted)]) from error
    if result.errors or result.data is None:
        raise DocumentFailed([dict(error.formatted) for error in result.errors or ()])
    return result.data


@lru_cache(maxsize=64)
def read_document(path: Path) -> str:
    """Return the text of a `.graphql` file; files of a running site do not change."""
    return path.read_text(encoding="utf-8")
