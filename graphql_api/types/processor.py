"""Processors as they are installed here, and the presets that combine them."""

from enum import Enum
from typing import Any, Self, cast

import strawberry
from strawberry.scalars import JSON

from analysis.core.processor import Processor as Installed
from analysis.core.registry import discover
from analysis.core.weights import ModelCard as Card


@strawberry.enum(description="What sort of work a processor does.")
class ProcessorKind(Enum):
    ANALYZER = strawberry.enum_value("analyzer", description="Measures: numbers and curves.")
    DETECTOR = strawberry.enum_value("detector", description="Finds events, with a confidence.")
    GRAPHER = strawberry.enum_value("grapher", description="Draws what the player shows.")
    ENCODER = strawberry.enum_value("encoder", description="Makes a copy of the sound.")


@strawberry.enum(description="How far a processor repeats itself.")
class Determinism(Enum):
    EXACT = strawberry.enum_value("exact", description="Equal bits on one build of its libraries.")
    TOLERANCE = strawberry.enum_value(
        "tolerance", description="Within what its documentation states."
    )
    NONE = strawberry.enum_value("none", description="It can come out differently each time.")


@strawberry.enum(description="What sort of thing an output is.")
class OutputKind(Enum):
    VALUE = strawberry.enum_value("value", description="One number with its unit.")
    LABEL = strawberry.enum_value("label", description="One word or short text.")
    VECTOR = strawberry.enum_value(
        "vector", description="Several numbers for the whole sound: a histogram, a mean spectrum."
    )
    FRAMES = strawberry.enum_value("frames", description="A curve: values at regular times.")
    EVENTS = strawberry.enum_value("events", description="Moments, such as beats.")
    SEGMENTS = strawberry.enum_value("segments", description="Stretches, such as silence.")
    TILES = strawberry.enum_value("tiles", description="A picture in tiles, for the player.")
    MEDIA = strawberry.enum_value("media", description="A sound or picture file.")


@strawberry.type(description="One output that a processor may hand over.")
class ProcessorOutput:
    name: str = strawberry.field(description="The output's name, as results bear it.")
    kind: OutputKind = strawberry.field(description="Whether it is a number, a curve and so on.")
    title: str = strawberry.field(description="What to call it before people.")
    unit: str | None = strawberry.field(description="The unit of its values; null without one.")
    description: str | None = strawberry.field(description="What it measures, and how.")
    labels: JSON = strawberry.field(
        description="The words that its events or segments may bear, as a list; empty: none or any."
    )


@strawberry.type(description="What is known of a trained model that a processor works with.")
class ModelCard:
    name: str = strawberry.field(description="The model's name.")
    distribution: str = strawberry.field(description="The package whose file it is.")
    version: str = strawberry.field(description="Which release of the package it came with.")
    sha256: str = strawberry.field(description="Checksum of the file; no other is ever loaded.")
    licence: str = strawberry.field(
        description="The licence of its weights, as an SPDX identifier."
    )
    source: str = strawberry.field(description="Where it comes from.")
    architecture: str = strawberry.field(description="How it is built.")
    training: str = strawberry.field(description="What it learned from, as far as is known.")
    intended: str = strawberry.field(description="What it is meant for.")
    limits: str = strawberry.field(description="Where it is known to be wrong.")

    @classmethod
    def of(cls, card: Card) -> Self:
        return cls(
            name=card.name,
            distribution=card.distribution,
            version=card.version,
            sha256=card.sha256,
            licence=card.licence,
            source=card.source,
            architecture=card.architecture,
            training=card.training,
            intended=card.intended,
            limits=card.limits,
        )


@strawberry.type(description="A processor that this installation can run.")
class Processor:
    id: strawberry.ID = strawberry.field(
        description="The processor's own name, such as loudness. Stable across versions."
    )
    version: str = strawberry.field(
        description="Rises whenever a number can come out differently (semantic versioning)."
    )
    kind: ProcessorKind = strawberry.field(description="What sort of work it does.")
    title: str = strawberry.field(description="What to call it before people.")
    description: str = strawberry.field(description="What it does, in a sentence or two.")
    licence: str = strawberry.field(description="The licence of its code, as an SPDX identifier.")
    cost: float = strawberry.field(
        description="Seconds of stereo sound that it does in one CPU second: an order of magnitude."
    )
    bytes_per_second: float = strawberry.field(
        description="Bytes that its results take per second of stereo sound: as rough as the cost."
    )
    reference: str | None = strawberry.field(
        description="Where its method is described: authors, title, year."
    )
    determinism: Determinism = strawberry.field(
        description="Whether it gives equal bits whenever it is run on equal samples."
    )
    merge: str | None = strawberry.field(
        description="Of one that works on stretches: how they become one; null of others."
    )
    experimental: bool = strawberry.field(
        description="Whether it does no better than the baselines yet: it runs only when asked for."
    )
    models: list[ModelCard] = strawberry.field(
        description="The trained models that it works with; none of most processors."
    )
    parameters: JSON = strawberry.field(
        description="The JSON Schema of its parameters, with their defaults."
    )
    outputs: list[ProcessorOutput] = strawberry.field(
        description="What it may hand over, in its own order."
    )

    @classmethod
    def of(cls, installed: type[Installed[Any]]) -> Self:
        outputs = [
            ProcessorOutput(
                name=output.name,
                kind=OutputKind(output.kind),
                title=output.title,
                unit=output.unit or None,
                description=output.description or None,
                labels=cast(JSON, list(output.labels)),
            )
            for output in installed.provides
        ]
        return cls(
            id=strawberry.ID(installed.id),
            version=installed.version,
            kind=ProcessorKind(installed.kind),
            title=installed.label,
            description=installed.description,
            licence=installed.licence,
            cost=installed.cost,
            bytes_per_second=installed.bytes_per_s,
            reference=installed.reference or None,
            determinism=Determinism(installed.determinism),
            merge=installed.merge or None,
            experimental=installed.experimental,
            models=[ModelCard.of(card) for card in installed.models],
            parameters=cast(JSON, installed.Params.params_schema()),
            outputs=outputs,
        )


def installed() -> list[Processor]:
    """Return the processors of this installation, by name."""
    return [Processor.of(found) for _, found in sorted(discover().processors.items())]


@strawberry.type(description="A processor that this installation was to have and cannot load.")
class ProcessorFailure:
    name: str = strawberry.field(description="The id under which a package announces it.")
    target: str = strawberry.field(description="Where it was looked for, as module:Class.")
    reason: str = strawberry.field(description="What went wrong, or what it needs to be there.")


def failures() -> list[ProcessorFailure]:
    """Return the processors that cannot be loaded here, by name."""
    broken = sorted(discover().broken, key=lambda each: each.name)
    return [ProcessorFailure(name=b.name, target=b.target, reason=b.reason) for b in broken]


@strawberry.type(description="One processor of a preset or a run, and its parameters.")
class PresetNode:
    processor: str = strawberry.field(description="The id of the processor that is run.")
    version: str | None = strawberry.field(
        description="The version that a run used; null in a preset, which takes what is installed."
    )
    params: JSON = strawberry.field(description="The parameters that differ from its defaults.")
    effects: JSON = strawberry.field(
        description="What the sound goes through first, a list of {effect, params}; mostly empty."
    )

    @classmethod
    def of(cls, node: dict[str, Any]) -> Self:
        return cls(
            processor=str(node.get("processor", "")),
            version=node.get("version"),
            params=node.get("params", {}),
            effects=node.get("effects", []),
        )
