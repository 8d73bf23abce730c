"""What is said of presets and experiences."""

from typing import Any

import strawberry
from strawberry import Maybe
from strawberry.scalars import JSON

from graphql_api.ids import uuid_of


@strawberry.input(description="A processor, and how it is set.")
class RecipeNodeInput:
    processor: str = strawberry.field(description="The id of a processor that is installed.")
    params: JSON | None = strawberry.field(
        default=None, description="The parameters that differ from its defaults, as an object."
    )
    effects: JSON | None = strawberry.field(
        default=None, description="What the sound goes through first: a list of {effect, params}."
    )

    def said(self) -> dict[str, Any]:
        told = {"processor": self.processor, "params": self.params, "effects": self.effects}
        return {name: value for name, value in told.items() if value is not None}


@strawberry.input(description="A step of an experience: one of the three.")
class ExperienceStepInput:
    preset: strawberry.ID | None = strawberry.field(
        default=None, description="The id of a preset, which is frozen by it."
    )
    experience: strawberry.ID | None = strawberry.field(
        default=None, description="The id of another experience, which is frozen by it."
    )
    node: RecipeNodeInput | None = strawberry.field(
        default=None, description="One processor with its parameters."
    )

    def said(self) -> dict[str, Any]:
        told: dict[str, Any] = self.node.said() if self.node else {}
        if self.preset is not None:
            told["preset"] = uuid_of(self.preset, "Preset")
        if self.experience is not None:
            told["experience"] = uuid_of(self.experience, "Experience")
        return told


@strawberry.input
class NewRecipe:
    """What inputs that make a recipe share."""

    name: str = strawberry.field(description="What to call it before people.")
    slug: str | None = strawberry.field(
        default=None, description="Its name in addresses; made from the name, unless given."
    )
    description: str | None = strawberry.field(default=None, description="What it is good for.")
    is_public: bool = strawberry.field(
        default=False, description="Whether everybody who may start an analysis may use it."
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A key of your own: asked again with the same one, you get the same recipe.",
    )


@strawberry.input(description="What the preset is to be.")
class CreatePresetInput(NewRecipe):
    nodes: list[RecipeNodeInput] = strawberry.field(description="What it runs, in order: 1 to 50.")


@strawberry.input(description="What the experience is to be.")
class CreateExperienceInput(NewRecipe):
    steps: list[ExperienceStepInput] = strawberry.field(description="Its steps in order: 1 to 50.")


@strawberry.input
class RecipeEdit:
    """What inputs that change a recipe share."""

    id: strawberry.ID = strawberry.field(description="Its latest version, by its id.")
    name: Maybe[str] = strawberry.field(description="What to call it before people.")
    description: Maybe[str | None] = strawberry.field(description="What it is good for.")
    is_public: Maybe[bool] = strawberry.field(
        description="Whether everybody who may start an analysis may use it."
    )
    is_retired: Maybe[bool] = strawberry.field(
        description="Whether to set it aside: it is offered no more. False takes it back."
    )


@strawberry.input(description="What changes of a preset.")
class UpdatePresetInput(RecipeEdit):
    nodes: Maybe[list[RecipeNodeInput]] = strawberry.field(description="All its processors anew.")


@strawberry.input(description="What changes of an experience.")
class UpdateExperienceInput(RecipeEdit):
    steps: Maybe[list[ExperienceStepInput]] = strawberry.field(description="All its steps anew.")
