"""Effects: what changes a sound before processors hear it. Each opens a branch of the pass.

An effect is fed the branch's blocks as they come and hands back its own; it may have another
sample rate. What lies behind equal chains of effects is computed once, as everything is.
"""

import importlib
from functools import cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from analysis.core.errors import UnknownProcessor
from analysis.core.job import EffectStep
from analysis.core.params import Params
from analysis.core.registry import library_builds
from analysis.core.signal import Signal, Sound

P = TypeVar("P", bound=Params)


class RunningEffect(Protocol):
    """The state of an effect during one pass."""

    def step(self, signal: Signal, *, last: bool) -> Signal:
        """Take (channels, n), give (channels, m); `last` comes with an empty block."""


class Effect(Generic[P]):
    """Base of effects. Their results do not depend on the portions, bit for bit."""

    Params: ClassVar[type[Params]] = Params
    id: ClassVar[str]
    version: ClassVar[str]
    label: ClassVar[str]
    description: ClassVar[str]
    libraries: ClassVar[tuple[str, ...]] = ()

    def __init__(self, params: P) -> None:
        self.params = params

    @classmethod
    def preload(cls) -> None:
        """Import what is loaded on first use, before the child shuts itself off."""

    def sound(self, sound: Sound) -> Sound:
        """Return what the sound is behind this effect.

        Raises
        ------
        NotApplicable : this effect cannot be had of this sound.
        """
        return sound

    def start(self, sound: Sound) -> RunningEffect:
        """Begin, with the sound as it is in front of this effect."""
        raise NotImplementedError


BUILT_IN = {
    "gain": "analysis.processors.effects:Gain",
    "filter": "analysis.processors.effects:Filter",
    "resample": "analysis.processors.effects:Resample",
}


@cache
def effects() -> dict[str, type[Effect[Any]]]:
    """Return the effects there are, by id."""
    return {name: _import(target) for name, target in BUILT_IN.items()}


def _import(target: str) -> type[Effect[Any]]:
    module, _, attribute = target.partition(":")
    return cast(type[Effect[Any]], getattr(importlib.import_module(module), attribute))


def ready(step: EffectStep) -> Effect[Any]:
    """Look an effect up and read its parameters.

    Raises
    ------
    UnknownProcessor : there is no such effect.
    InvalidParameters
    """
    found = effects().get(step.effect)
    if found is None:
        raise UnknownProcessor(step.effect, f"effects are {', '.join(sorted(effects()))}")
    return found(found.Params.read(step.params))


def canonical(steps: tuple[EffectStep, ...]) -> tuple[EffectStep, ...]:
    """Return the steps with every parameter said, defaults included.

    Raises
    ------
    UnknownProcessor, InvalidParameters
    """
    return tuple(EffectStep(step.effect, ready(step).params.canonical()) for step in steps)


def builds_of_effects(steps: tuple[EffectStep, ...]) -> dict[str, str]:
    """Return what goes into the reuse key beside the parameters: versions of effects, builds."""
    told: dict[str, str] = {}
    for step in steps:
        found = effects()[step.effect]
        told |= {f"effect {found.id}": found.version} | library_builds(found.libraries)
    return told
