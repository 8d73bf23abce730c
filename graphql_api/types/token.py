"""Keys of programs, as their owner sees them: never the secret."""

from datetime import datetime
from enum import Enum
from typing import Self

import strawberry
from strawberry import relay

from archive.models import ApiToken as Row
from archive.scopes import Scope, scopes_in


@strawberry.enum(description="One use of a token; none goes beyond what the account may do.")
class TokenScope(Enum):
    READ = strawberry.enum_value(
        "read", description="To find and read as the account may. Every other use needs it."
    )
    LISTEN = strawberry.enum_value(
        "listen", description="To hear sound, see what is drawn from it, and take it away."
    )
    DESCRIBE = strawberry.enum_value("describe", description="To change records.")
    DEPOSIT = strawberry.enum_value("deposit", description="To upload files.")
    ANALYSE = strawberry.enum_value("analyse", description="To start and stop runs.")
    LISTS = strawberry.enum_value(
        "lists", description="To keep one's own lists and comments, and to ask the archive."
    )
    MANAGE = strawberry.enum_value(
        "manage", description="To decide who may know what, and to make and revoke tokens."
    )


@strawberry.type(description="A program's key to your account. Yours alone to see.")
class ApiToken:
    id: strawberry.ID = strawberry.field(description="Names it when you revoke it.")
    name: str = strawberry.field(description="What you said that it is for.")
    scopes: list[TokenScope] = strawberry.field(description="What it may be used for.")
    created_at: datetime = strawberry.field(description="The moment at which you made it.")
    last_used_at: datetime | None = strawberry.field(
        description="When it was last used, to the minute; null where it never was."
    )
    expires_at: datetime | None = strawberry.field(
        description="The moment from which it is refused; null: when you revoke it."
    )

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(
            id=strawberry.ID(relay.to_base64("ApiToken", row.pk)),
            name=row.name,
            scopes=[TokenScope(scope.value) for scope in Scope if scope in scopes_in(row.scopes)],
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            expires_at=row.expires_at,
        )
