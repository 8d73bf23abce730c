"""Presets: what people choose from, and what of it this installation can run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from analysis.core.effects import builds_of_effects, canonical
from analysis.core.errors import UnknownProcessor
from analysis.core.job import EffectStep
from analysis.core.registry import builds_of, discover
from analysis.core.wire import JSON, from_json, to_json
from analysis.errors import NothingToRun, RecipeChanged, UnknownPreset
from analysis.keys import Recipe
from analysis.models import Preset

DEFAULT = "default"
DEFAULT_PROCESSORS = (
    "technical",
    "level",
    "loudness",
    "waveform",
    "spectrogram",
    "mel",
    "mfcc",
    "chroma",
    "onset",
    "silence",
    "pitch",
    "embedding",
    "listening_copy",
)


@dataclass(frozen=True)
class OfTheHouse:
    """A preset that every archive has."""

    name: str
    description: str
    processors: tuple[str, ...]


PRESETS = {
    DEFAULT: OfTheHouse(
        "Default",
        "What every sound is measured by, and what the player draws.",
        DEFAULT_PROCESSORS,
    ),
    "music": OfTheHouse(
        "Music",
        "Tempo and beats, key, chords, tuning, the melody with its vibrato and scale, roughness.",
        ("tempo", "key", "chords", "tuning", "melody", "pitch_histogram", "dissonance"),
    ),
    "timbre": OfTheHouse(
        "Timbre",
        "Shape of the spectrum and cepstrum, partials, attacks, what lasts and strikes, parts.",
        ("spectral", "harmonics", "attack", "mfcc", "mel", "harmonic_percussive", "segmentation"),
    ),
    "quality": OfTheHouse(
        "Quality of the transfer",
        "Clipping, clicks, drop-outs and hum, cut ends, false stereo and the noise level.",
        (
            "saturation",
            "clicks",
            "gaps",
            "hum",
            "cuts",
            "false_stereo",
            "noise_level",
        ),
    ),
    "voice": OfTheHouse(
        "Voice",
        "Where somebody speaks or sings, where there is music, and the pitch of the voice.",
        ("speech_music", "pitch_swift", "silence"),
    ),
    "notes": OfTheHouse(
        "Notes",
        "Notes with their pitches, one voice or several, tempo and beats.",
        ("notes", "polyphony", "tempo"),
    ),
}


def settled(processors: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is experimental: it runs only where somebody asks for it by name.

    What is not installed here stays, for the day on which it is.
    """
    found = discover().processors
    return tuple(p for p in processors if p not in found or not found[p].experimental)


@transaction.atomic
def ensure_presets() -> None:
    """Make or mend the presets of the house; safe to repeat. Runs keep the nodes they used."""
    for slug, preset in PRESETS.items():
        nodes = [{"processor": each, "params": {}} for each in settled(preset.processors)]
        told = {"name": preset.name, "description": preset.description, "nodes": nodes}
        Preset.objects.update_or_create(slug=slug, defaults=told)


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


def recipes_in(nodes: Iterable[Mapping[str, Any]]) -> tuple[Recipe, ...]:
    """Return the recipes that a run kept, on today's libraries.

    Raises
    ------
    RecipeChanged : a processor is no longer installed in the version that the run used.
    """
    found: list[Recipe] = []
    registry = discover()
    for node in nodes:
        installed = registry.processors.get(node["processor"])
        if installed is None or installed.version != node["version"]:
            now = None if installed is None else installed.version
            raise RecipeChanged(node["processor"], node["version"], now)
        found.extend(_installed([node]))
    return tuple(found)


def nodes_of(recipes: Iterable[Recipe]) -> list[dict[str, JSON]]:
    """Return what a run keeps of them."""
    return [
        {
            "processor": recipe.processor,
            "version": recipe.version,
            "params": dict(recipe.params),
            "effects": to_json(recipe.effects),
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
        effects = canonical(from_json(tuple[EffectStep, ...], node.get("effects", [])))
        builds = builds_of(processor) | builds_of_effects(effects)
        yield Recipe(processor.id, processor.version, params, builds, effects)
