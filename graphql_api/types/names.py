"""Other names, read for all peers at once."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import models

from archive.access import Actor
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation, listed, owned, related_rows
from graphql_api.types.term import AlternativeName


def names(model: type[models.Model], owner: str, *, description: str) -> Any:
    """Return a field for a term's other names, which stand in a table of their own."""

    def read(_: Actor, peers: Peers, first: int) -> Reading[Mapping[UUID, list[AlternativeName]]]:
        held = model._default_manager.all()
        rows = yield related_rows(held, peers, owner, first, "language", "name", "pk")
        return owned(rows, lambda row, _: AlternativeName.of(row))

    return listed(Relation(read), description=description)
