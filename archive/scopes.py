"""What a token may be used for: the account's rights, or fewer of them.

READ off      the token is the public, whatever else it lists: every use begins with reading
LISTEN off    the public, for the acts that need the sound (archive/access.py, `Actor.ears`)
the others    what mutations declare (graphql_api/mutations/needing.py)
"""

from collections.abc import Iterable
from enum import StrEnum


class Scope(StrEnum):
    """One use of a token. Whoever signs in with a password has all of them."""

    READ = "read"  # find and read as the account may; without it, as the public
    LISTEN = "listen"  # hear, draw and take away as the account may
    DESCRIBE = "describe"  # change records
    DEPOSIT = "deposit"  # upload files
    ANALYSE = "analyse"  # start and cancel runs
    LISTS = "lists"  # one's own lists, comments and requests
    MANAGE = "manage"  # grants, protocols, accounts, erasure


EVERY = frozenset(Scope)


def scopes_in(kept: Iterable[str]) -> frozenset[Scope]:
    """Return what a column says, less what no release knows any more.

    >>> sorted(scopes_in(["read", "listen", "of old"]))
    [<Scope.LISTEN: 'listen'>, <Scope.READ: 'read'>]
    """
    return frozenset(scope for scope in Scope if scope.value in set(kept))


def every_scope() -> list[str]:
    """Return all scopes, as a column keeps them."""
    return [scope.value for scope in Scope]
