"""Who asks."""

from typing import Self

import strawberry

from archive.access import Actor, Audience
from archive.models import Notice as NoticeRow
from archive.models import User
from archive.services.profiles import profile_of
from archive.services.tokens import tokens_of
from graphql_api.context import Info
from graphql_api.relations import MOST, First
from graphql_api.types.desk import Desk
from graphql_api.types.profile import Profile
from graphql_api.types.request import Notice
from graphql_api.types.selection import Selection
from graphql_api.types.token import ApiToken


@strawberry.type(description="Who you are to this archive, and what that opens to you.")
class Viewer:
    username: str | None = strawberry.field(
        description="The name of your account; null for a visitor who has not signed in."
    )
    is_authenticated: bool = strawberry.field(description="Whether you have signed in.")
    is_member: bool = strawberry.field(
        description="Whether members' names and downloads are open to you."
    )
    is_staff: bool = strawberry.field(
        description="Whether you may see everything, edit records and start analyses."
    )

    @strawberry.field(description="The tokens of your programs, newest first.")
    def tokens(self, info: Info, first: First = MOST) -> list[ApiToken]:
        rows = tokens_of(info.context.actor)
        return [ApiToken.of(row) for row in rows[: max(0, min(first, MOST))]]

    @strawberry.field(description="What has happened that concerns you, newest first.")
    def notices(self, info: Info, first: First = MOST) -> list[Notice]:
        rows = NoticeRow.objects.visible_to(info.context.actor)
        return [Notice.of(row) for row in rows[: max(0, min(first, MOST))]]

    @strawberry.field(description="Your own lists, last changed first; those in the bin apart.")
    def selections(self, info: Info, first: First = MOST) -> list[Selection]:
        actor = info.context.actor
        if actor.user_id is None:
            return []
        rows = Selection.visible(actor).filter(owner=actor.user_id)
        return Selection.all_of(rows[: max(0, min(first, MOST))])

    @strawberry.field(description="What lies on your desk; null for a visitor.")
    def desk(self, info: Info) -> Desk | None:
        return None if info.context.actor.user_id is None else Desk()

    @strawberry.field(description="Your own card, which may say nothing yet; null for a visitor.")
    def profile(self, info: Info) -> Profile | None:
        row = profile_of(info.context.actor)
        return None if row is None else Profile.of(row)

    @classmethod
    def of(cls, actor: Actor) -> Self:
        user = User.objects.filter(pk=actor.user_id).first() if actor.user_id else None
        return cls(
            username=user.get_username() if user else None,
            is_authenticated=user is not None,
            is_member=Audience.MEMBER in actor.audiences,
            is_staff=actor.is_staff,
        )
