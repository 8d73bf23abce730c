"""What people ask of the archive, as they and staff see it."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Self
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from strawberry import relay

from archive.access import Actor
from archive.models import Request as Row
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import one
from graphql_api.types.kind import global_id, resource_of
from graphql_api.types.node import Resource
from graphql_api.types.permit import Gives, Grant
from ontology.iris import base


@strawberry.enum(description="What is asked for.")
class Wish(Enum):
    ACCESS = strawberry.enum_value("access", description="To read, hear or take what is closed.")
    ACCOUNT = strawberry.enum_value("account", description="To be able to sign in.")
    CORRECTION = strawberry.enum_value(
        "correction", description="That a description says something else."
    )
    NAMING = strawberry.enum_value("naming", description="That somebody be named, or not.")
    WITHDRAWAL = strawberry.enum_value("withdrawal", description="That it be shown no longer.")


@strawberry.enum(description="How far a request has come.")
class Stage(Enum):
    OPEN = strawberry.enum_value("open", description="Nobody has decided yet.")
    APPROVED = strawberry.enum_value("approved", description="What was asked for was done.")
    REFUSED = strawberry.enum_value("refused", description="It was not done; the answer says why.")
    TAKEN_BACK = strawberry.enum_value("taken_back", description="Who asked asks no more.")


def _records(actor: Actor, rows: Mapping[UUID, Any]) -> dict[UUID, Resource]:
    """Return what requests are about, as far as the actor finds it: one statement a kind."""
    found: dict[UUID, Resource] = {}
    for kind in {row.subject_kind for row in rows.values() if row.subject_id}:
        of = resource_of(kind)
        keys = [row.subject_id for row in rows.values() if row.subject_kind == kind]
        found |= {} if of is None else of.by_key(actor, keys)
    return {key: found[row.subject_id] for key, row in rows.items() if row.subject_id in found}


@strawberry.type(description="Something asked of the archive. For who asked, and for staff.")
class Request(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(description="What is asked for.")
    def wish(self) -> Wish:
        return Wish(self.row.wish)

    @strawberry.field(description="What is asked, and why, in the words of who asked.")
    def words(self) -> str:
        return str(self.row.words)

    @strawberry.field(description="How who asked wants to be called; null where they did not say.")
    def name(self) -> str | None:
        return self.row.name or None

    @strawberry.field(description="Where an answer is to be sent; null where they did not say.")
    def email(self) -> str | None:
        return self.row.email or None

    @strawberry.field(description="The log-in name of who asked; null for a visitor.")
    def person(self) -> str | None:
        return None if self.row.asked_by is None else str(self.row.asked_by.get_username())

    @strawberry.field(description="What access is asked for; null for other wishes.")
    def gives(self) -> Gives | None:
        return Gives(self.row.gives) if self.row.gives else None

    @strawberry.field(description="Whether it is decided, and how.")
    def stage(self) -> Stage:
        return Stage(self.row.stage)

    @strawberry.field(description="What was said to who asked; null while nobody has decided.")
    def answer(self) -> str | None:
        return self.row.answer or None

    @strawberry.field(description="When it came in, on the database's clock.")
    def asked_at(self) -> datetime:
        found: datetime = self.row.asked_at
        return found

    @strawberry.field(description="The moment of the answer; null while there is none.")
    def decided_at(self) -> datetime | None:
        found: datetime | None = self.row.decided_at
        return found

    @strawberry.field(
        description="The id of what it is about, as it was given; nobody may have looked for it."
    )
    def about(self) -> strawberry.ID | None:
        if self.row.subject_id is None:
            return None
        return global_id(self.row.subject_kind, self.row.subject_id)

    @strawberry.field(description="What it is about; null where you find no such record.")
    def record(self, info: Info) -> Resource | None:
        actor = info.context.actor
        return self.asked("what it is about", lambda peers: _records(actor, peers.rows))

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor).select_related("asked_by")
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/requests/{row.pk}", peers=peers, row=row)

    grant: Grant | None = one(lambda: Grant, "grant_id", description="What was given by it.")


@strawberry.type(description="What became of a request, for whoever has its secret.")
class RequestAnswer:
    wish: Wish = strawberry.field(description="What was asked for.")
    stage: Stage = strawberry.field(description="Whether it is decided, and how.")
    answer: str | None = strawberry.field(description="What is said to you; null until then.")
    asked_at: datetime = strawberry.field(description="When it came in.")
    decided_at: datetime | None = strawberry.field(description="The moment of the answer, if any.")

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(
            wish=Wish(row.wish),
            stage=Stage(row.stage),
            answer=row.answer or None,
            asked_at=row.asked_at,
            decided_at=row.decided_at,
        )


@strawberry.type(description="A line on your desk: what has happened that concerns you.")
class Notice:
    id: strawberry.ID = strawberry.field(description="Names the line.")
    about: str = strawberry.field(description="What has happened, such as request.approved.")
    at: datetime = strawberry.field(description="When it happened.")
    read_at: datetime | None = strawberry.field(description="When you read it; null until then.")
    subject: strawberry.ID | None = strawberry.field(description="The id of what it is about.")

    @classmethod
    def of(cls, row: Any) -> Self:
        return cls(
            id=strawberry.ID(relay.to_base64("Notice", row.pk)),
            about=row.about,
            at=row.at,
            read_at=row.read_at,
            subject=global_id(row.subject_kind, row.subject_id) if row.subject_id else None,
        )
