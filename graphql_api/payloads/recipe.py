"""What comes of making or changing a preset or an experience."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError
from graphql_api.types.recipe import Experience, Preset


@strawberry.type(description="The preset was made or changed.")
class PresetPayload:
    preset: Preset = strawberry.field(
        description="The preset as it is now: a new version where the earlier one had been used."
    )


@strawberry.type(description="The experience was made or changed.")
class ExperiencePayload:
    experience: Experience = strawberry.field(
        description="The experience as it is now: a new version where the earlier had been used."
    )


PresetResult = Annotated[
    Union[PresetPayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("PresetResult", description="The preset, or why it is not so."),
]
ExperienceResult = Annotated[
    Union[ExperiencePayload, ValidationError, NotFound, Forbidden],  # noqa: UP007
    strawberry.union("ExperienceResult", description="The experience, or why it is not so."),
]
