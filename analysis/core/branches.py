"""The branches of a pass: the sound itself, and what effects make of it, each with its own needs.

    sound ─┬─ needs ── processors
           └─ gain ─┬─ needs ── processors
                    └─ filter ── needs ── processors

A chain of effects is one branch whoever asks for it, and grows out of the branch of its beginning.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from analysis.core.effects import RunningEffect, canonical, ready
from analysis.core.job import EffectStep
from analysis.core.needs import Need, Running, Samples, View
from analysis.core.plan import order
from analysis.core.signal import Signal, Sound


class Branch:
    """One chain of effects, the state of the last of them, and the needs behind it."""

    def __init__(self, sound: Sound, effect: RunningEffect | None = None) -> None:
        self.sound = sound
        self.frames = 0
        """Frames that came through so far, at the branch's own rate."""
        self.seconds: defaultdict[str, float] = defaultdict(float)
        """CPU seconds of each need."""
        self._effect = effect
        self._wanted: list[Need[Any]] = []
        self._running: dict[Need[Any], Running[Any]] | None = None

    def will_need(self, needs: Iterable[Need[Any]]) -> None:
        self._wanted += needs

    def through(self, signal: Signal, *, last: bool) -> Signal:
        """Return what comes out of the effect."""
        if self._effect is None:
            return signal
        began = time.process_time()
        made = self._effect.step(signal, last=last)
        self.seconds[type(self._effect).__name__] += time.process_time() - began
        return made

    def view(self, signal: Signal, *, last: bool) -> View:
        """Compute every need of the newest block."""
        if self._running is None:
            self._running = {need: need.start(self.sound) for need in order(self._wanted)}
        view = View(self.frames, self.frames + signal.shape[1], last=last)
        self.frames = view.end
        signal.setflags(write=False)
        view.put(Samples(), signal)
        for need, running in self._running.items():
            began = time.process_time()
            made = running.step(view)
            if isinstance(made, np.ndarray):  # many read it, nobody writes
                made.setflags(write=False)
            view.put(need, made)
            self.seconds[str(need)] += time.process_time() - began
        return view


class Branches:
    """All branches of one pass, each behind the one that it grows out of."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self._branches: dict[tuple[str, ...], Branch] = {(): Branch(sound)}

    def behind(self, effects: tuple[EffectStep, ...]) -> Branch:
        """Return the branch behind these effects, which is made if it is not there.

        Raises
        ------
        UnknownProcessor, InvalidParameters
        NotApplicable : an effect cannot be had of this sound.
        """
        chain: tuple[str, ...] = ()
        branch = self._branches[()]
        for step in canonical(effects):
            chain = (*chain, f"{step.effect} {sorted(step.params.items())}")
            if chain not in self._branches:
                effect = ready(step)
                # What comes out of an effect is no file that could be played as it is.
                behind = replace(effect.sound(branch.sound), is_whole_file=False)
                self._branches[chain] = Branch(behind, effect.start(branch.sound))
            branch = self._branches[chain]
        return branch

    def step(self, block: Signal, *, last: bool) -> Iterator[tuple[Branch, View]]:
        """Feed one block; each branch shows its view, and with `last` one more that is empty."""
        came: dict[tuple[str, ...], Signal] = {(): block}
        for chain, branch in self._branches.items():  # sources were made first
            signal = came[chain] if not chain else branch.through(came[chain[:-1]], last=last)
            came[chain] = signal
            if signal.shape[1] or not last:
                yield branch, branch.view(signal, last=False)
            if last:
                yield branch, branch.view(signal[:, :0], last=True)

    def timings(self) -> dict[str, float]:
        """Return the CPU seconds of each shared computation, under `need ...`."""
        return {
            f"need {name}": seconds
            for branch in self._branches.values()
            for name, seconds in branch.seconds.items()
        }
