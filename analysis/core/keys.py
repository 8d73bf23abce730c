"""The reuse key: what decides whether two requests are one computation (design D-07)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis.core.job import ENGINE_VERSION, EffectStep
from analysis.core.wire import JSON, to_json


@dataclass(frozen=True)
class Interval:
    """Native sample frames `[start_frame, end_frame)` of a file; `None` is its end."""

    start_frame: int = 0
    end_frame: int | None = None
    silent: tuple[tuple[int, int], ...] = ()
    """Stretches of it that are read as silence, in native frames of the file, in order."""

    def within(self, frame_count: int | None) -> "Interval":
        """Return the one way to write it: an end at or beyond the file's is None."""
        if frame_count is not None and self.end_frame is not None:
            end = None if self.end_frame >= frame_count else self.end_frame
            return replace(self, end_frame=end)
        return self


@dataclass(frozen=True)
class Recipe:
    """A processor in full: what it is, how it is set, and what it is built on."""

    processor: str
    version: str
    params: Mapping[str, JSON] = field(default_factory=dict)
    """Canonical: every parameter, defaults included."""
    libraries: Mapping[str, str] = field(default_factory=dict)
    effects: tuple[EffectStep, ...] = ()
    """What the sound goes through first, canonical as the parameters are."""


def reuse_key(audio_sha256: str, interval: Interval, recipe: Recipe) -> str:
    """Return the sha256, in hex, over everything that the numbers can depend on.

    Equal keys are one computation. The bytes of the file stand in it, so that the same name or
    the same row with other sound is another one; the engine's version stands in it because
    decoding and the shared transforms are its own.
    """
    told: dict[str, JSON] = {
        "audio": audio_sha256,
        "interval": [interval.start_frame, interval.end_frame],
        "engine": ENGINE_VERSION,
        "processor": recipe.processor,
        "version": recipe.version,
        "params": dict(recipe.params),
        "libraries": dict(recipe.libraries),
    }
    if recipe.effects:
        told["effects"] = to_json(recipe.effects)
    if interval.silent:
        told["silent"] = [list(each) for each in interval.silent]
    written = json.dumps(told, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(written.encode()).hexdigest()
