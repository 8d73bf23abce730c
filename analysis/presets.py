"""Presets: what people choose from, and what of it this installation can run."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from analysis.core.errors import UnknownProcessor
from analysis.core.registry import builds_of, discover
from analysis.core.wire import JSON
from analysis.errors import NothingToRun, UnknownPreset
from analysis.keys import Recipe
from analysis.models import Preset

DEFAULT = "default"
DEFAULT_PROCESSORS = (
    "technical",
    "level",
    "loudness",
    "waveform",
    "spectrogram",
    "onset",
    "pitch",
    "listening_copy",
)


@transaction.atomic
def ensure_presets() -> None:
    """Make or mend the preset `default`; safe to repeat. Runs keep the nodes that they used."""
    nodes = [{"processor": processor, "params": {}} for processor in DEFAULT_PROCESSORS]
    Preset.objects.update_or_create(
        slug=DEFAULT,
        defaults={
            "name": "Default",
            "description": "What every sound is measured by, and what the player draws.",
            "nodes": nodes,
        },
    )


def recipes_of(slug: str) -> tuple[Recipe, ...]:
    """Return the preset's processors as they are installed here; others are left out.

    Raises
    ------
    UnknownPreset : no such preset.
    NothingToRun : none of its processors is installed.
    """
    preset = Preset.objects.filter(slug=slug).first()
    if preset is None:
        raise UnknownPreset(slug, list(Preset.objects.values_list("slug", flat=True)))
    recipes = tuple(_installed(preset.nodes))
    if not recipes:
        raise NothingToRun(f"No processor of the preset {slug!r} is installed.")
    return recipes


def nodes_of(recipes: Iterable[Recipe]) -> list[dict[str, JSON]]:
    """Return what a run keeps of them."""
    return [
        {
            "processor": recipe.processor,
            "version": recipe.version,
            "params": dict(recipe.params),
        }
        for recipe in recipes
    ]


def _installed(nodes: Iterable[Mapping[str, Any]]) -> Iterable[Recipe]:
    registry = discover()
    for node in nodes:
        try:
            processor = registry.get(node["processor"])
        except UnknownProcessor:
            continue
        params = processor.Params.read(node.get("params", {})).canonical()
        yield Recipe(processor.id, processor.version, params, builds_of(processor))
