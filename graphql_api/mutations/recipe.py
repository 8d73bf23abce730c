"""Making and changing presets and experiences."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import strawberry

from analysis.models import Experience as ExperienceRow
from analysis.models import Preset as PresetRow
from analysis.runs import recipes
from graphql_api.context import Info
from graphql_api.ids import uuid_of
from graphql_api.inputs import recipe as inputs
from graphql_api.inputs.changes import changes_in
from graphql_api.mutations.doing import attempt, digest_of, once
from graphql_api.mutations.needing import ANALYSE
from graphql_api.payloads.recipe import (
    ExperiencePayload,
    ExperienceResult,
    PresetPayload,
    PresetResult,
)
from graphql_api.types.recipe import Experience, Preset


@strawberry.type
class RecipeMutation:
    @strawberry.mutation(
        description="Make a preset of your own. Parameters are checked against the processors' "
        "schemas; the path of an error leads to the odd one.",
        extensions=ANALYSE,
    )
    def create_preset(
        self,
        info: Info,
        input: Annotated[
            inputs.CreatePresetInput, strawberry.argument(description="What it is to be.")
        ],
    ) -> PresetResult:
        nodes = [node.said() for node in input.nodes]

        def work() -> PresetPayload:
            key = _once(info, input, lambda told: recipes.create_preset(nodes=nodes, **told).pk)
            return PresetPayload(preset=Preset.of(PresetRow.objects.get(pk=key)))

        return attempt(work)

    @strawberry.mutation(
        description="Change a preset of yours. One that was used stays as it was, and a new "
        "version stands beside it.",
        extensions=ANALYSE,
    )
    def update_preset(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdatePresetInput, strawberry.argument(description="Which, and what changes.")
        ],
    ) -> PresetResult:
        key = uuid_of(input.id, "Preset")

        def work() -> PresetPayload:
            says = changes_in(_without_id(input), PresetRow)
            row = recipes.update_preset(actor=info.context.actor, preset=key, **says)
            return PresetPayload(preset=Preset.of(row))

        return attempt(work)

    @strawberry.mutation(
        description="Make an experience of your own: presets, processors and other experiences in "
        "an order.",
        extensions=ANALYSE,
    )
    def create_experience(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateExperienceInput, strawberry.argument(description="What it is to be.")
        ],
    ) -> ExperienceResult:
        steps = [step.said() for step in input.steps]

        def work() -> ExperiencePayload:
            key = _once(info, input, lambda told: recipes.create_experience(steps=steps, **told).pk)
            return ExperiencePayload(experience=Experience.of(ExperienceRow.objects.get(pk=key)))

        return attempt(work)

    @strawberry.mutation(
        description="Change an experience of yours, as `updatePreset` changes a preset.",
        extensions=ANALYSE,
    )
    def update_experience(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateExperienceInput,
            strawberry.argument(description="Which, and what changes."),
        ],
    ) -> ExperienceResult:
        key = uuid_of(input.id, "Experience")

        def work() -> ExperiencePayload:
            says = changes_in(_without_id(input), ExperienceRow)
            row = recipes.update_experience(actor=info.context.actor, experience=key, **says)
            return ExperiencePayload(experience=Experience.of(row))

        return attempt(work)


def _once(info: Info, given: inputs.NewRecipe, make: Callable[[dict[str, Any]], UUID]) -> UUID:
    """Make it once under a client's own key, and return its id."""
    actor = info.context.actor
    told = {
        "actor": actor,
        "name": given.name,
        "slug": given.slug or "",
        "description": given.description or "",
        "is_public": given.is_public,
    }
    return once(
        actor,
        given.idempotency_key,
        mutation=str(info.field_name),
        digest=digest_of(given),
        work=lambda: make(told),
    )


def _without_id(given: inputs.RecipeEdit) -> Any:
    """Return the input as what it changes: which one it is, is no change."""
    given.id = strawberry.ID("")
    return given
