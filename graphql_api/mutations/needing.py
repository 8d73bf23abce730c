"""What a token must be for, declared by each mutation beside its description.

    @strawberry.mutation(description="…", extensions=DESCRIBE)

Whoever signed in with a password has every scope; so has a visitor, who is refused by the services
for other reasons. A walk over the schema finds a mutation that declares none.
"""

from collections.abc import Callable
from typing import Any

from strawberry.extensions.field_extension import FieldExtension

from archive.scopes import Scope
from graphql_api.context import Info
from graphql_api.errors import Code, Refused


class Needs(FieldExtension):
    """Refuses a token that was not made for this, before anything is read of the input."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def resolve(self, next_: Callable[..., Any], source: Any, info: Info, **given: Any) -> Any:
        refuse_without(info, self.scope)
        return next_(source, info, **given)


def refuse_without(info: Info, scope: Scope) -> None:
    """Refuse a token that lacks the scope.

    Raises
    ------
    Refused : FORBIDDEN, which names the scope.
    """
    if scope not in info.context.actor.scopes:
        raise Refused(
            Code.FORBIDDEN, f"This token was not made for that: it lacks the scope {scope.name}."
        )


DESCRIBE: list[FieldExtension] = [Needs(Scope.DESCRIBE)]
DEPOSIT: list[FieldExtension] = [Needs(Scope.DEPOSIT)]
ANALYSE: list[FieldExtension] = [Needs(Scope.ANALYSE)]
LISTS: list[FieldExtension] = [Needs(Scope.LISTS)]
MANAGE: list[FieldExtension] = [Needs(Scope.MANAGE)]
