"""Deciding who may know what: communities, protocols, labels, rooms, groups, rules, grants."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import strawberry
from django.db import models

from archive import errors
from archive.kinds import KINDS
from archive.mirrors import wait_for_mirrors
from archive.models import Community as CommunityRow
from archive.models import EditorGroup as GroupRow
from archive.models import Label as LabelRow
from archive.models import Protocol as ProtocolRow
from archive.models import PublicationRule as RuleRow
from archive.models import ReadingRoom as RoomRow
from archive.models import User
from archive.services import editors, grants, labels, opening, protocols, withholding
from graphql_api.context import Info
from graphql_api.ids import read_id, uuid_of
from graphql_api.inputs import access as inputs
from graphql_api.inputs.changes import Creation, Edit, changes_in, description_in, reason_in
from graphql_api.mutations.doing import attempt, edit, make, named
from graphql_api.mutations.needing import LISTS, MANAGE
from graphql_api.payloads import access as payloads
from graphql_api.payloads.errors import VersionConflict
from graphql_api.types.community import Community, Protocol
from graphql_api.types.item import Item
from graphql_api.types.kind import resource_of, type_name_of
from graphql_api.types.label import Label
from graphql_api.types.node import Resource
from graphql_api.types.permit import EditorGroup, Grant, ReadingRoom
from graphql_api.types.publication_rule import PublicationRule

SLUG = {"CODE_TAKEN": "slug"}
_KIND_OF = {type_name_of(name): name for name, kind in KINDS.items() if kind.is_level}


@strawberry.type
class AccessMutation:
    @strawberry.mutation(
        description="Describe a community, whose protocols may stand over records. For staff.",
        extensions=MANAGE,
    )
    def create_community(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateCommunityInput,
            strawberry.argument(description="What is to be said of it."),
        ],
    ) -> payloads.CommunityResult:
        return make(
            info,
            Community,
            input,
            _making(info, input, CommunityRow, protocols.create_community),
            lambda made: payloads.CommunityPayload(community=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of a community. For staff.", extensions=MANAGE
    )
    def update_community(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateCommunityInput,
            strawberry.argument(description="The community, and what is to change."),
        ],
    ) -> payloads.CommunityResult:
        which = named(input, Community, slug=input.slug)
        return edit(
            info,
            which,
            _editing(info, input, CommunityRow, protocols.update_community, which.words),
            lambda now: payloads.CommunityPayload(community=now),
        )

    @strawberry.mutation(
        description="Describe a protocol of communities for what is theirs. For staff.",
        extensions=MANAGE,
    )
    def create_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateProtocolInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> payloads.ProtocolResult:
        return make(
            info,
            Protocol,
            input,
            _making(info, input, ProtocolRow, protocols.create_protocol),
            lambda made: payloads.ProtocolPayload(protocol=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a protocol; it holds at once for all that is under it. For staff.",
        extensions=MANAGE,
    )
    def update_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateProtocolInput,
            strawberry.argument(description="The protocol, and what is to change."),
        ],
    ) -> payloads.ProtocolResult:
        which = named(input, Protocol, slug=input.slug)
        return edit(
            info,
            which,
            _editing(info, input, ProtocolRow, protocols.update_protocol, which.words),
            lambda now: payloads.ProtocolPayload(protocol=now),
        )

    @strawberry.mutation(
        description="Describe a notice of a community for its recordings. For staff.",
        extensions=MANAGE,
    )
    def create_label(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateLabelInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> payloads.LabelResult:
        return make(
            info,
            Label,
            input,
            _making(info, input, LabelRow, labels.create_label),
            lambda made: payloads.LabelPayload(label=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a label; who has read it is asked again. For staff.", extensions=MANAGE
    )
    def update_label(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateLabelInput,
            strawberry.argument(description="The label, and what is to change."),
        ],
    ) -> payloads.LabelResult:
        which = named(input, Label, slug=input.slug)
        return edit(
            info,
            which,
            _editing(info, input, LabelRow, labels.update_label, which.words),
            lambda now: payloads.LabelPayload(label=now),
        )

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
            _making(info, input, RoomRow, grants.create_room),
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
            _editing(info, input, RoomRow, grants.update_room, which.words),
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
            _making(info, input, GroupRow, editors.create_group),
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
            _editing(info, input, GroupRow, editors.update_group, which.words),
            lambda now: payloads.EditorGroupPayload(editor_group=now),
        )

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
            _making(info, input, RuleRow, opening.create_rule),
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
            _editing(info, input, RuleRow, opening.update_rule, which.words),
            lambda now: payloads.PublicationRulePayload(publication_rule=now),
        )

    @strawberry.mutation(
        description="Let somebody belong to a community, or no more. For its stewards and staff.",
        extensions=MANAGE,
    )
    def join_community(
        self,
        info: Info,
        input: Annotated[
            inputs.SeatInput, strawberry.argument(description="Who, where, as what, until when.")
        ],
    ) -> payloads.CommunityResult:
        def work() -> payloads.CommunityPayload:
            row = protocols.belong(
                actor=info.context.actor,
                community=input.slug,
                user_id=_account(input.person),
                standing=None if input.standing is None else str(input.standing.value),
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.CommunityPayload(community=_seen(info, Community, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Name somebody whom a protocol admits, or no more. For its stewards and staff.",
        extensions=MANAGE,
    )
    def admit_to_protocol(
        self,
        info: Info,
        input: Annotated[
            inputs.SeatInput, strawberry.argument(description="Who, where, as what, until when.")
        ],
    ) -> payloads.ProtocolResult:
        def work() -> payloads.ProtocolPayload:
            row = protocols.admit(
                actor=info.context.actor,
                protocol=input.slug,
                user_id=_account(input.person),
                standing=None if input.standing is None else str(input.standing.value),
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.ProtocolPayload(protocol=_seen(info, Protocol, row.pk))

        return attempt(work)

    @strawberry.mutation(
        description="Put a record under protocols, at once and at every door. For staff.",
        extensions=MANAGE,
    )
    def place_under_protocols(
        self,
        info: Info,
        input: Annotated[
            inputs.PlaceUnderProtocolsInput,
            strawberry.argument(description="Which record, and under which protocols."),
        ],
    ) -> payloads.RecordAccessResult:
        found: payloads.RecordAccessResult = _standing(
            info,
            input.record,
            lambda kind, key: protocols.place_under(
                actor=info.context.actor,
                kind=kind,
                record_id=key,
                protocols=input.protocols,
                combine=str(input.combine.value),
                if_version=input.if_version,
                reason=input.reason or "",
            ),
        )
        return found

    @strawberry.mutation(
        description="Let a collection or an item bear labels. For staff.", extensions=MANAGE
    )
    def put_labels(
        self,
        info: Info,
        input: Annotated[
            inputs.PutLabelsInput,
            strawberry.argument(description="Which record, and which labels."),
        ],
    ) -> payloads.RecordAccessResult:
        found: payloads.RecordAccessResult = _standing(
            info,
            input.record,
            lambda kind, key: labels.put_labels(
                actor=info.context.actor,
                kind=kind,
                record_id=key,
                labels=input.labels,
                if_version=input.if_version,
                reason=input.reason or "",
            ),
        )
        return found

    @strawberry.mutation(
        description="Say that you have read a label, as its words are now.", extensions=LISTS
    )
    def acknowledge_label(
        self,
        info: Info,
        input: Annotated[
            inputs.AcknowledgeLabelInput, strawberry.argument(description="Which label you read.")
        ],
    ) -> payloads.AcknowledgeLabelResult:
        def work() -> payloads.LabelPayload:
            row = labels.acknowledge(actor=info.context.actor, label=input.label)
            return payloads.LabelPayload(label=_seen(info, Label, row.pk))

        return attempt(work, about={"NOT_FOUND": "label"})

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
                user_id=_account(input.person),
                is_in=input.is_in,
                until=input.until,
                reason=input.reason or "",
            )
            return payloads.EditorGroupPayload(editor_group=_seen(info, EditorGroup, row.pk))

        return attempt(work)

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

    @strawberry.mutation(
        description="Withhold stretches of an item's sound, from all that is made of it.",
        extensions=MANAGE,
    )
    def withhold_ranges(
        self,
        info: Info,
        input: Annotated[
            inputs.WithholdRangesInput,
            strawberry.argument(description="Which item, and which stretches."),
        ],
    ) -> payloads.WithholdRangesResult:
        which = named(input, Item, code=input.code)
        return edit(
            info,
            which,
            lambda: withholding.withhold(
                actor=info.context.actor,
                item=which.cited,
                item_id=which.record_id,
                ranges=[each.said() for each in input.ranges],
                if_version=input.if_version,
                reason=reason_in(input),
            ),
            lambda item: payloads.WithholdRangesPayload(
                item=item, is_so_everywhere=not wait_for_mirrors()
            ),
        )


def _making(
    info: Info, given: Creation, row: type[models.Model], service: Callable[..., models.Model]
) -> Callable[[], models.Model]:
    return lambda: service(
        actor=info.context.actor, reason=reason_in(given), **description_in(given, row)
    )


def _editing(
    info: Info,
    given: Edit,
    row: type[models.Model],
    service: Callable[..., models.Model],
    words: dict[str, Any],
) -> Callable[[], models.Model]:
    return lambda: service(
        actor=info.context.actor,
        if_version=given.if_version,
        reason=reason_in(given),
        **words,
        **changes_in(given, row),
    )


def _standing(info: Info, record: strawberry.ID, work: Callable[[str, UUID], Any]) -> Any:
    """Change where a record stands; the mirrors are waited for, as after a withdrawal."""
    named_ = read_id(record)

    def done() -> Any:
        kind = _KIND_OF.get(named_.type_name)
        if kind is None:
            raise errors.OddValue("record", "Name a fonds, a corpus, a collection or an item.")
        of = resource_of(kind)
        assert of is not None  # noqa: S101 - every level has its type
        try:
            work(kind, named_.uuid)
        except errors.VersionConflict as conflict:
            return VersionConflict(
                code=conflict.code,
                message=str(conflict),
                path=["input", "ifVersion"],
                current_version=conflict.current,
                record=_seen(info, of, named_.uuid),
                item=None,
            )
        return payloads.RecordAccessPayload(
            record=_seen(info, of, named_.uuid), is_so_everywhere=not wait_for_mirrors()
        )

    return attempt(done, about={"NOT_FOUND": "record"})


def _seen(info: Info, of: type[Resource], key: UUID) -> Any:
    found = of.by_key(info.context.actor, [key])
    if key not in found:
        raise errors.NotFound("The record is there no more.")
    return found[key]


def _account(name: str) -> UUID:
    key = User.objects.filter(username=name, is_active=True).values_list("pk", flat=True).first()
    if key is None:
        raise errors.NotFound("There is no such account.").about("person")
    return key


def _to(given: inputs.GiveAccessInput) -> grants.To:
    return grants.To(
        user_id=None if given.person is None else _account(given.person),
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
    raise errors.OddValue("record", "A grant opens an item or a collection.")
