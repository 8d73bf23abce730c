"""What a resolver knows besides its parent: who asks, and under which request id."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import strawberry
from django.http import HttpRequest

from archive.access import PUBLIC, Actor


@dataclass
class Context:
    """One operation's surroundings; over a WebSocket, one connection's."""

    actor: Actor = PUBLIC
    request: HttpRequest | None = None
    #: Says again who asks, for what lasts: a log-out or a revoked token ends a subscription.
    ask_again: Callable[[], Actor] | None = None
    #: What a WebSocket client sent in `connection_init`.
    connection_params: dict[str, object] = field(default_factory=dict)
    #: What a WebSocket takes up of its shares: its address, then its account.
    held: list[str] = field(default_factory=list)
    #: Whether more than one operation comes this way: a WebSocket's.
    is_connection: bool = False
    #: Set by the limits before execution: how many objects the operation may touch.
    cost: int = 0
    request_id: str = field(default_factory=lambda: secrets.token_hex(8))


Info = strawberry.Info[Context, None]
