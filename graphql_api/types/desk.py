"""What lies on somebody's desk: each list is read by itself, and only where it is asked for."""

from typing import Any

import strawberry

from archive.models import Notice as NoticeRow
from archive.models import Stage, User
from archive.services import history
from archive.services.stretches import Stretch
from graphql_api.context import Info
from graphql_api.relations import FEW, MOST, First
from graphql_api.types.comment import Comment
from graphql_api.types.history import JournalEntry
from graphql_api.types.request import Notice, Request
from graphql_api.types.run import Run
from graphql_api.types.selection import Selection


def _most(first: int) -> int:
    return max(0, min(first, MOST))


@strawberry.type(description="What concerns you here, newest first in each list. Yours alone.")
class Desk:
    @strawberry.field(description="What you changed in the catalogue lately. For staff.")
    def changes(self, info: Info, first: First = FEW) -> list[JournalEntry]:
        actor = info.context.actor
        if actor.user_id is None or not actor.is_staff:
            return []
        name = User.objects.filter(pk=actor.user_id).values_list("username", flat=True).first()
        if name is None or not _most(first):
            return []
        told = history.journal(actor=actor, author=name, stretch=Stretch(number=_most(first)))
        return [JournalEntry.of(entry) for entry in told]

    @strawberry.field(description="What you have asked of the archive.")
    def requests(self, info: Info, first: First = FEW) -> list[Request]:
        rows = Request.visible(info.context.actor).filter(asked_by=info.context.actor.user_id)
        return Request.all_of(rows.order_by("-asked_at", "-pk")[: _most(first)])

    @strawberry.field(description="What was asked and waits for a decision. For staff.")
    def waiting(self, info: Info, first: First = FEW) -> list[Request]:
        if not info.context.actor.is_staff:
            return []
        rows = Request.visible(info.context.actor).filter(stage=Stage.OPEN)
        return Request.all_of(rows.order_by("-asked_at", "-pk")[: _most(first)])

    @strawberry.field(description="The analyses that you have started.")
    def runs(self, info: Info, first: First = FEW) -> list[Run]:
        rows: Any = Run.visible(info.context.actor).filter(requested_by=info.context.actor.user_id)
        return Run.all_of(rows.order_by("-created_at", "-pk")[: _most(first)])

    @strawberry.field(description="Your own lists, last changed first.")
    def selections(self, info: Info, first: First = FEW) -> list[Selection]:
        rows = Selection.visible(info.context.actor).filter(owner=info.context.actor.user_id)
        return Selection.all_of(rows[: _most(first)])

    @strawberry.field(description="What you said beside records.")
    def comments(self, info: Info, first: First = FEW) -> list[Comment]:
        rows = Comment.visible(info.context.actor).filter(author=info.context.actor.user_id)
        return Comment.all_of(rows.order_by("-created_at", "-pk")[: _most(first)])

    @strawberry.field(description="What has happened that concerns you.")
    def notices(self, info: Info, first: First = FEW) -> list[Notice]:
        rows = NoticeRow.objects.visible_to(info.context.actor)
        return [Notice.of(row) for row in rows[: _most(first)]]
