"""Languages of ISO 639-3."""

from typing import Any, Self

import strawberry

from archive.models import Language as Row
from graphql_api.peers import Peers
from graphql_api.types.node import iri
from graphql_api.types.term import Term


@strawberry.type(
    description="A language that is heard in recordings; its slug is its ISO 639-3 code."
)
class Language(Term):
    model = Row
    item_lookup = "language_links__language_id"

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=iri(row), peers=peers, slug=row.slug, name=row.name)
