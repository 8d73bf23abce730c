"""What a token may be used for: the account's rights, or fewer of them."""

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


def every_scope() -> list[str]:
    """Return all scopes, as a column keeps them."""
    return [scope.value for scope in Scope]
