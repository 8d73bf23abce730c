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
    return _run(document, variables, Context(actor=actor, request=request), operation_name)


def perform(
    document: str, variables: Mapping[str, Any], *, actor: Actor, request: HttpRequest
) -> dict[str, Any]:
    """Run a mutation for a form without script, whose view has checked that it is no forgery.

    Raises
    ------
    DocumentFailed : any error at all; refusals that the schema types are data.
    """
    context = Context(actor=actor, request=request)
    return _run(document, variables, context, kind=OperationType.MUTATION)


def _run(
    document: str,
    variables: Mapping[str, Any] | None,
    context: Context,
    operation_name: str | None = None,
    kind: OperationType = OperationType.QUERY,
) -> dict[str, Any]:
    try:
        result = schema.execute_sync(
            document,
            variable_values=dict(variables or {}),
            context_value=context,
            operation_name=operation_name,
            allowed_operation_types={kind},
        )
    except (CannotGetOperationTypeError, InvalidOperationTypeError) as error:
        refused = Refused(Code.NOT_ALLOWED, "A page asks one operation, by its name.")
        raise DocumentFailed([dict(refused.formatted)]) from error
    if result.errors or result.data is None:
        raise DocumentFailed([dict(error.formatted) for error in result.errors or ()])
    return result.data


@lru_cache(maxsize=64)
def read_document(path: Path) -> str:
    """Return the text of a `.graphql` file; files of a running site do not change."""
    return path.read_text(encoding="utf-8")
