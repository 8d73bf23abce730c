"""Presets and experiences: what people choose to run, in versions that do not change once used."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

import strawberry
from strawberry import relay

from analysis.runs.recipes import content_of
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.types.processor import PresetNode


@strawberry.interface(description="What presets and experiences have in common.")
class Recipe:
    row: strawberry.Private[Any]

    @property
    def key_among_peers(self) -> UUID:
        return self.row.pk  # type: ignore[no-any-return]  # a row's

    @strawberry.field(description="Names this version for `startRun` and for changes.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(relay.to_base64(type(self).__name__, self.row.pk))

    @strawberry.field(description="Its name in addresses and in `startRun`; all versions share it.")
    def slug(self) -> str:
        return str(self.row.slug)

    @strawberry.field(description="Rises when it is changed after it was used.")
    def version(self) -> int:
        return int(self.row.version)

    @strawberry.field(description="What to call it before people.")
    def name(self) -> str:
        return str(self.row.name)

    @strawberry.field(description="What it is good for; null where nobody said.")
    def description(self) -> str | None:
        return self.row.description or None

    @strawberry.field(
        description="SHA-256, in hex, over processors, parameters and order: equal hashes do "
        "the same. Names do not count."
    )
    def content_hash(self) -> str:
        return self.row.content_hash or content_of(self.row).content_hash

    @strawberry.field(
        description="Since when it does not change, because it was used; null while it may."
    )
    def frozen_at(self) -> datetime | None:
        found: datetime | None = self.row.frozen_at
        return found

    @strawberry.field(description="Whether everybody who may start an analysis may use it.")
    def is_public(self) -> bool:
        return bool(self.row.is_public or self.row.owner_id is None)

    @strawberry.field(
        description="Whether it was set aside: it is offered no more, and runs that used it keep "
        "citing it."
    )
    def is_retired(self) -> bool:
        return bool(self.row.is_retired)

    @strawberry.field(description="Whether it is yours, to change as you like.")
    def is_mine(self, info: Info) -> bool:
        actor = info.context.actor
        return self.row.owner_id is not None and self.row.owner_id == actor.user_id

    @strawberry.field(description="The processors that it comes to, each once, in order.")
    def nodes(self) -> list[PresetNode]:
        return [PresetNode.of(node) for node in self.row.nodes]


@strawberry.type(description="A named list of processors that people choose from.")
class Preset(Recipe):
    @classmethod
    def of(cls, row: Any, _: Peers | None = None) -> Self:
        return cls(row=row)


@strawberry.type(description="A step of an experience: a recipe in one version, or a processor.")
class ExperienceStep:
    preset: strawberry.ID | None = strawberry.field(
        description="The id of the preset; null where the step is something else."
    )
    experience: strawberry.ID | None = strawberry.field(
        description="The id of the inner experience; null where the step is something else."
    )
    slug: str | None = strawberry.field(description="The name of that recipe.")
    version: int | None = strawberry.field(description="Its version: a later one is not meant.")
    content_hash: str | None = strawberry.field(
        description="What that version does, as the recipe itself tells it."
    )
    node: PresetNode | None = strawberry.field(
        description="One processor with its parameters; null where the step is a recipe."
    )

    @classmethod
    def of(cls, step: dict[str, Any]) -> Self:
        def named(kind: str) -> strawberry.ID | None:
            key = step.get(kind.lower())
            return None if key is None else strawberry.ID(relay.to_base64(kind, key))

        return cls(
            preset=named("Preset"),
            experience=named("Experience"),
            slug=step.get("slug"),
            version=step.get("version"),
            content_hash=step.get("hash"),
            node=PresetNode.of(step) if "processor" in step else None,
        )


@strawberry.type(
    description="Presets, processors and experiences in an order. A run goes through all of it in "
    "one decode, and makes only what is not there yet."
)
class Experience(Recipe):
    @strawberry.field(description="What it is put together of, in order.")
    def steps(self) -> list[ExperienceStep]:
        return [ExperienceStep.of(step) for step in self.row.steps]

    @classmethod
    def of(cls, row: Any, _: Peers | None = None) -> Self:
        return cls(row=row)
