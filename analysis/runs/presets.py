"""Presets: what people choose from, and what of it this installation can run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from analysis.core.effects import builds_of_effects, canonical
from analysis.core.errors import UnknownProcessor
from analysis.core.job import EffectStep
from analysis.core.keys import Recipe
from analysis.core.registry import builds_of, discover
from analysis.core.wire import JSON, from_json, to_json
from analysis.errors import NothingToRun, RecipeChanged, UnknownExperience, UnknownPreset
from analysis.models import Experience, Preset
from analysis.runs.recipes import content_of, hash_of_nodes, with_changes
from archive.access import HOUSE, Actor
from archive.errors import OddValue

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
        told = {"name": preset.name, "description": preset.description, "is_public": True}
        row = Preset.objects.filter(slug=slug).order_by("-version").first()
        if row is None:
            row = Preset(slug=slug, owner=None)
        elif row.nodes != nodes and row.frozen_at is not None:
            row = Preset(slug=slug, owner=None, version=row.version + 1)
        for name, value in told.items():
            setattr(row, name, value)
        row.nodes = nodes
        row.content_hash = content_of(row).content_hash
        row.save()


@dataclass(frozen=True)
class Chosen:
    """What somebody chose to run: a preset or an experience, some of it set otherwise."""

    row: Preset | Experience
    recipes: tuple[Recipe, ...]
    recipe_hash: str
    """Of the preset or experience itself; with changes, of what it then comes to."""

    @property
    def columns(self) -> dict[str, Any]:
        """Return what a run keeps of it."""
        return {
            "preset": self.row.slug,
            "preset_version": self.row.version,
            "experience": self.row if isinstance(self.row, Experience) else None,
            "recipe_hash": self.recipe_hash,
            "nodes": nodes_of(self.recipes),
        }


def chosen(
    *,
    preset: str = DEFAULT,
    experience: UUID | None = None,
    changes: Sequence[Mapping[str, Any]] = (),
    actor: Actor = HOUSE,
) -> Chosen:
    """Return the newest version of a preset, or an experience by its id, as installed here.

    Processors that are not installed are left out.

    Parameters
    ----------
    changes : `{"processor", "params"}` that are set otherwise, this time alone.

    Raises
    ------
    UnknownPreset, UnknownExperience : there is none such that the actor may see.
    OddValue : a change is odd.
    NothingToRun : none of its processors is installed.
    """
    row = _named(preset, actor) if experience is None else _experience(experience, actor)
    content = content_of(row)
    nodes = with_changes(content.nodes, changes)
    recipes = tuple(_installed(nodes))
    if not recipes:
        raise NothingToRun(f"No processor of the preset {row.slug!r} is installed.")
    hashed = hash_of_nodes(nodes) if changes else content.content_hash
    return Chosen(row, recipes, hashed)


def recipes_of(slug: str) -> tuple[Recipe, ...]:
    """Return the processors of the newest version of a preset, as `chosen` does for the house."""
    return chosen(preset=slug).recipes


def _named(slug: str, actor: Actor) -> Preset:
    seen = Preset.objects.visible_to(actor).offered()
    row: Preset | None = seen.filter(slug=slug).first()
    if row is None:
        raise UnknownPreset(slug, list(seen.values_list("slug", flat=True)))
    return row


def _experience(key: UUID, actor: Actor) -> Experience:
    row: Experience | None = Experience.objects.visible_to(actor).filter(pk=key).first()
    if row is None:
        raise UnknownExperience
    if row.is_retired:
        raise OddValue("experience", "This experience was set aside: choose another one.")
    return row


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
