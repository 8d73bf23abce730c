"""What comes of describing a code policy."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.code_policy import CodePolicy


@strawberry.type(description="The policy is as you said, or already was.")
class CodePolicyPayload:
    code_policy: CodePolicy = strawberry.field(description="The policy, as it stands now.")


CodePolicyResult = Annotated[
    Union[CodePolicyPayload, ValidationError, NotFound, Forbidden, VersionConflict],  # noqa: UP007
    strawberry.union("CodePolicyResult", description="The policy, or why nothing was changed."),
]
