"""Other names, read for all peers at once."""

from typing import Any

from django.db import models

from graphql_api.peers import Peers
from graphql_api.types.node import related_rows
from graphql_api.types.term import AlternativeName, Term


def names_of(
    term: Term, model: type[models.Model], owner: str, first: int
) -> list[AlternativeName]:
    """Return a term's other names from the model that holds them."""

    def read(peers: Peers) -> dict[Any, list[AlternativeName]]:
        rows = related_rows(
            model._default_manager.all(), peers, owner, first, "language", "name", "pk"
        )
        found: dict[Any, list[AlternativeName]] = {}
        for row in rows:
            found.setdefault(row.owner_key, []).append(AlternativeName.of(row))
        return found

    return term.asked(("names", model.__name__, first), read) or []
