"""What comes of describing holders, agreements, accessions, carriers and fields of one's own."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.accession import Accession
from graphql_api.types.agreement import Agreement
from graphql_api.types.carrier import Carrier
from graphql_api.types.extra_field import ExtraField
from graphql_api.types.holder import Holder


@strawberry.type(description="The institution is described as you said, or already was.")
class HolderPayload:
    holder: Holder = strawberry.field(description="The institution, as it stands now.")


@strawberry.type(description="The agreement is described as you said, or already was.")
class AgreementPayload:
    agreement: Agreement = strawberry.field(description="The agreement, as it stands now.")


@strawberry.type(description="The arrival is described as you said, or already was.")
class AccessionPayload:
    accession: Accession = strawberry.field(description="The arrival, as it stands now.")


@strawberry.type(description="The carrier is described as you said, or already was.")
class CarrierPayload:
    carrier: Carrier = strawberry.field(description="The carrier, as it stands now.")


@strawberry.type(description="The field is as you said, or already was.")
class ExtraFieldPayload:
    extra_field: ExtraField = strawberry.field(description="The field, as it stands now.")


@strawberry.type(description="The field is gone; no record said anything in it.")
class DeleteExtraFieldPayload:
    id: strawberry.ID = strawberry.field(description="The id that the field had.")


HolderResult = Annotated[
    Union[HolderPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("HolderResult", description="The institution, or why nothing was changed."),
]
AgreementResult = Annotated[
    Union[AgreementPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("AgreementResult", description="The agreement, or why nothing was changed."),
]
AccessionResult = Annotated[
    Union[AccessionPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("AccessionResult", description="The arrival, or why nothing was changed."),
]
CarrierResult = Annotated[
    Union[CarrierPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("CarrierResult", description="The carrier, or why nothing was changed."),
]
ExtraFieldResult = Annotated[
    Union[ExtraFieldPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("ExtraFieldResult", description="The field, or why nothing was changed."),
]
DeleteExtraFieldResult = Annotated[
    Union[DeleteExtraFieldPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("DeleteExtraFieldResult", description="What has gone, or why it has not."),
]
