"""What comes of deciding who may know what."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.community import Community, Protocol
from graphql_api.types.item import Item
from graphql_api.types.label import Label
from graphql_api.types.node import Resource
from graphql_api.types.permit import EditorGroup, Grant, ReadingRoom
from graphql_api.types.publication_rule import PublicationRule


@strawberry.type(description="The community is as you said, or already was.")
class CommunityPayload:
    community: Community = strawberry.field(description="The community, as it stands now.")


@strawberry.type(description="The protocol is as you said, and holds from now on.")
class ProtocolPayload:
    protocol: Protocol = strawberry.field(description="The protocol, as it stands now.")


@strawberry.type(description="The label is as you said, or already was.")
class LabelPayload:
    label: Label = strawberry.field(description="The label, as it stands now.")


@strawberry.type(description="The room is as you said, or already was.")
class ReadingRoomPayload:
    reading_room: ReadingRoom = strawberry.field(description="The room, as it stands now.")


@strawberry.type(description="The group is as you said, or already was.")
class EditorGroupPayload:
    editor_group: EditorGroup = strawberry.field(description="The group, as it stands now.")


@strawberry.type(description="The rule is as you said, and holds from now on.")
class PublicationRulePayload:
    publication_rule: PublicationRule = strawberry.field(description="The rule, as it stands now.")


@strawberry.type(description="It is given, and holds from now on.")
class GrantPayload:
    grant: Grant = strawberry.field(description="What was given.")


@strawberry.type(description="It is taken back, and holds no more.")
class TakeBackAccessPayload:
    id: strawberry.ID = strawberry.field(description="The id that the grant had.")


@strawberry.type(description="The record stands as you said, at every door.")
class RecordAccessPayload:
    record: Resource = strawberry.field(description="The record, as it stands now.")
    is_so_everywhere: bool = strawberry.field(
        description="Whether each door was seen to follow; the RDF store may lag for some moments."
    )


@strawberry.type(description="The stretches are withheld, and nothing made before is given out.")
class WithholdRangesPayload:
    item: Item = strawberry.field(description="The item, as it stands now.")
    is_so_everywhere: bool = strawberry.field(
        description="Whether each door was seen to follow; the RDF store may lag for some moments."
    )


CommunityResult = Annotated[
    Union[CommunityPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("CommunityResult", description="The community, or why nothing was changed."),
]
ProtocolResult = Annotated[
    Union[ProtocolPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("ProtocolResult", description="The protocol, or why nothing was changed."),
]
LabelResult = Annotated[
    Union[LabelPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("LabelResult", description="The label, or why nothing was changed."),
]
ReadingRoomResult = Annotated[
    Union[ReadingRoomPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("ReadingRoomResult", description="The room, or why nothing was changed."),
]
EditorGroupResult = Annotated[
    Union[EditorGroupPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("EditorGroupResult", description="The group, or why nothing was changed."),
]
PublicationRuleResult = Annotated[
    Union[PublicationRulePayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("PublicationRuleResult", description="The rule, or why nothing was changed."),
]
RecordAccessResult = Annotated[
    Union[RecordAccessPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("RecordAccessResult", description="The record, or why nothing was changed."),
]
WithholdRangesResult = Annotated[
    Union[WithholdRangesPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("WithholdRangesResult", description="The item, or why nothing was changed."),
]
GrantResult = Annotated[
    Union[GrantPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("GrantResult", description="The grant, or why nothing was changed."),
]
TakeBackAccessResult = Annotated[
    Union[TakeBackAccessPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union(
        "TakeBackAccessResult", description="The id that it had, or why nothing was changed."
    ),
]
AcknowledgeLabelResult = Annotated[
    Union[LabelPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union(
        "AcknowledgeLabelResult", description="The label, or why nothing was changed."
    ),
]
