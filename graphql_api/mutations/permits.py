"""Letting in beyond the level: rooms, editor groups, rules of age, grants."""

from typing import Annotated
from uuid import UUID

import strawberry
from django.db import models

from archive import errors
from archive.models import Community as CommunityRow
from archive.models import EditorGroup as GroupRow
from archive.models import PublicationRule as RuleRow
from archive.models import ReadingRoom as RoomRow
from archive.services import editors, grants, opening
from graphql_api.context import Info
from graphql_api.ids import read_id, uuid_of
from graphql_api.inputs import access as inputs
from graphql_api.inputs.changes import reason_in
from graphql_api.mutations.doing import attempt, edit, editing, make, making, named
from graphql_api.mutations.needing import MANAGE
from graphql_api.mutations.standing import account, seen
from graphql_api.payloads import access as payloads
from graphql_api.types.permit import EditorGroup, Grant, ReadingRoom
from graphql_api.types.publication_rule import PublicationRule

SLUG = {"CODE_TAKEN": "slug"}


@strawberry.type
class PermitMutation:
    @strawberry.mutation(
        description="Describe a reading room, known by its networks. For staff.", extensions=MANAGE
    )
    def create_reading_room(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateReadingRoomInput,
            strawberry.argument(description="What is to be said of it."),
        ],
    ) -> payloads.ReadingRoomResult:
        return make(
            info,
            ReadingRoom,
            input,
            making(info, input, RoomRow, grants.create_room),
            lambda made: payloads.ReadingRoomPayload(reading_room=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a reading room; its networks count at once. For staff.",
        extensions=MANAGE,
    )
    def update_reading_room(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateReadingRoomInput,
            strawberry.argument(description="The room, and what is to change."),
        ],
    ) -> payloads.ReadingRoomResult:
        which = named(input, ReadingRoom, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, RoomRow, grants.update_room, which.words),
            lambda now: payloads.ReadingRoomPayload(reading_room=now),
        )

    @strawberry.mutation(
        description="Describe a group of editors and what it edits. For staff.", extensions=MANAGE
    )
    def create_editor_group(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateEditorGroupInput,
            strawberry.argument(description="What is to be said of it."),
        ],
    ) -> payloads.EditorGroupResult:
        return make(
            info,
            EditorGroup,
            input,
            making(info, input, GroupRow, editors.create_group),
            lambda made: payloads.EditorGroupPayload(editor_group=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a group of editors and what it edits. For staff.", extensions=MANAGE
    )
    def update_editor_group(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateEditorGroupInput,
            strawberry.argument(description="The group, and what is to change."),
        ],
    ) -> payloads.EditorGroupResult:
        which = named(input, EditorGroup, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, GroupRow, editors.update_group, which.words),
            lambda now: payloads.EditorGroupPayload(editor_group=now),
        )

    @strawberry.mutation(
        description="Let somebody be in a group of editors. For staff.", extensions=MANAGE
    )
    def join_editor_group(
        self,
        info: Info,
        input: Annotated[
            inputs.JoinEditorGroupInput, strawberry.argument(description="Who, and which group.")
        ],
    ) -> payloads.EditorGroupResult:
        def work() -> payloads.EditorGroupPayload:
            row = editors.join(
                actor=info.context.actor,
                group=input.slug,
                user_id=account(input.person),
                is_in=input.is_in,
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.EditorGroupPayload(editor_group=seen(info, EditorGroup, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Describe a rule of when sound is old enough to open. For staff.",
        extensions=MANAGE,
    )
    def create_publication_rule(
        self,
        info: Info,
        input: Annotated[
            inputs.CreatePublicationRuleInput,
            strawberry.argument(description="What is to be said of it."),
        ],
    ) -> payloads.PublicationRuleResult:
        return make(
            info,
            PublicationRule,
            input,
            making(info, input, RuleRow, opening.create_rule),
            lambda made: payloads.PublicationRulePayload(publication_rule=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a rule of age; what it covers opens or closes at once. For staff.",
        extensions=MANAGE,
    )
    def update_publication_rule(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdatePublicationRuleInput,
            strawberry.argument(description="The rule, and what is to change."),
        ],
    ) -> payloads.PublicationRuleResult:
        which = named(input, PublicationRule, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, RuleRow, opening.update_rule, which.words),
            lambda now: payloads.PublicationRulePayload(publication_rule=now),
        )

    @strawberry.mutation(
        description="Let somebody do more than the level allows, for a reason. For staff.",
        extensions=MANAGE,
    )
    def give_access(
        self,
        info: Info,
        input: Annotated[
            inputs.GiveAccessInput, strawberry.argument(description="Whom, what, and why.")
        ],
    ) -> payloads.GrantResult:
        return make(
            info,
            Grant,
            input,
            lambda: grants.give(
                actor=info.context.actor,
                to=_to(input),
                of=_of(input.record),
                gives=str(input.gives.value),
                reason=reason_in(input),
                until=input.until,
                agreement=input.agreement,
            ),
            lambda grant: payloads.GrantPayload(grant=grant),
        )

    @strawberry.mutation(
        description="End a grant; it holds no more from now on. For staff.", extensions=MANAGE
    )
    def take_back_access(
        self,
        info: Info,
        input: Annotated[
            inputs.TakeBackAccessInput, strawberry.argument(description="Which grant, and why.")
        ],
    ) -> payloads.TakeBackAccessResult:
        def work() -> payloads.TakeBackAccessPayload:
            grants.take_back(
                actor=info.context.actor,
                grant_id=uuid_of(input.id, "Grant"),
                reason=input.reason or "",
            )
            return payloads.TakeBackAccessPayload(id=input.id)

        return attempt(work, about={"NOT_FOUND": "id"})


def _to(given: inputs.GiveAccessInput) -> grants.To:
    return grants.To(
        user_id=None if given.person is None else account(given.person),
        community_id=_by_slug(CommunityRow, given.community, "community"),
        room_id=_by_slug(RoomRow, given.room, "room"),
    )


def _by_slug(model: type[models.Model], slug: str | None, field: str) -> UUID | None:
    if slug is None:
        return None
    key: UUID | None = model._default_manager.filter(slug=slug).values_list("pk", flat=True).first()
    if key is None:
        raise errors.NotFound("There is nothing of that name.").about(field)
    return key


def _of(record: strawberry.ID) -> grants.Of:
    key = read_id(record)
    if key.type_name == "Item":
        return grants.Of(item_id=key.uuid)
    if key.type_name == "Collection":
        return grants.Of(collection_id=key.uuid)
    if key.type_name == "Selection":
        return grants.Of(selection_id=key.uuid)
    raise errors.OddValue("record", "A grant opens an item, a collection or what a list holds.")
