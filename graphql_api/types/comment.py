"""What people say beside records."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.models import Comment as Row
from archive.services.profiles import shown_names
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.audience import Audience
from graphql_api.types.kind import resource_of
from graphql_api.types.node import Resource
from ontology.iris import base

Answered = Annotated["Comment", strawberry.lazy("graphql_api.types.comment")]


def _names(peers: Peers) -> dict[UUID, str]:
    authors: dict[UUID, Any] = {key: getattr(row, "author_id", None) for key, row in _rows(peers)}
    names = shown_names(authors.values())
    return {key: names[author] for key, author in authors.items() if author in names}


def _rows(peers: Peers) -> list[tuple[UUID, Any]]:
    return list(peers.rows.items())


def _records(actor: Actor, peers: Peers) -> dict[UUID, Resource]:
    """Return what comments stand beside: one statement a kind."""
    found: dict[UUID, Resource] = {}
    for kind in {row.subject_kind for _, row in _rows(peers)}:
        of = resource_of(kind)
        keys = [row.subject_id for _, row in _rows(peers) if row.subject_kind == kind]
        found |= {} if of is None else of.by_key(actor, keys)
    return {key: found[row.subject_id] for key, row in _rows(peers) if row.subject_id in found}


@strawberry.type(description="What somebody says beside a record that you may read.")
class Comment(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="What is said, in plain words.")
    def text(self) -> str:
        return str(self.row.text)

    @strawberry.field(
        description="The name that its author chose to show; null: a member who shows none."
    )
    def author(self) -> str | None:
        return self.asked("names of authors", _names)

    @strawberry.field(description="The log-in name of its author. For staff; null for others.")
    def person(self, info: Info) -> str | None:
        author = self.row.author if info.context.actor.is_staff else None
        return None if author is None else str(author.get_username())

    @strawberry.field(description="Whether you wrote it, and may change it or take it back.")
    def is_mine(self, info: Info) -> bool:
        author = self.row.author_id
        return author is not None and bool(author == info.context.actor.user_id)

    @strawberry.field(description="For whom it is, of those who may read the record.")
    def audience(self) -> Audience:
        return Audience(self.row.audience)

    @strawberry.field(description="Whether a curator hid it: its author and staff see it still.")
    def is_hidden(self) -> bool:
        return bool(self.row.is_removed)

    @strawberry.field(description="Whether its author took it back: nobody else sees it then.")
    def is_withdrawn(self) -> bool:
        return self.row.withdrawn_at is not None

    @strawberry.field(description="The moment at which it was written.")
    def created_at(self) -> datetime:
        found: datetime = self.row.created_at
        return found

    @strawberry.field(description="Rises with each change of it: pass it as `ifVersion`.")
    def version(self) -> int:
        return int(self.row.version)

    @strawberry.field(description="What it stands beside.")
    def record(self, info: Info) -> Resource | None:
        actor = info.context.actor
        return self.asked("what it stands beside", lambda peers: _records(actor, peers))

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor).select_related("author")
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/comments/{row.pk}", peers=peers, row=row)

    answers: Answered | None = one(
        lambda: Comment,
        "answers_id",
        description="The comment that it answers; null where it answers none that you may see.",
    )
