"""One pass: one decode, each shared thing computed once, every processor fed block by block.

Nothing here grows with the length of the sound: blocks come and go, curves and tiles are written
as they come. A processor that fails takes its own node with it and nothing else.
"""

import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from analysis.core.branches import Branch, Branches
from analysis.core.errors import NotApplicable, SignalError, UnknownProcessor
from analysis.core.job import (
    ENGINE_VERSION,
    Job,
    Node,
    NodeOutcome,
    NodeStatus,
    Outcome,
    Output,
    Progress,
    SoundInfo,
)
from analysis.core.needs import Need, View
from analysis.core.outputs import NodeOutputs
from analysis.core.processor import Processor
from analysis.core.registry import ProcessorClass, Registry, builds_of, library_builds
from analysis.core.signal import Signal, Sound
from analysis.core.weights import ModelCard
from analysis.core.wire import JSON, to_json

RESULT_FILE = "result.h5"


class Source(Protocol):
    """A sound that can be read once: a Recording, or an array in a notebook."""

    def sound(self, start: int, end: int | None) -> Sound: ...

    def blocks(self, start: int, end: int | None, size: int) -> Any:
        """Iterate over (channels, n) float32 blocks of the interval."""

    def info(self) -> SoundInfo: ...

    def close(self) -> None: ...


@dataclass
class _Member:
    """One node on its way through the pass."""

    node: Node
    version: str = ""
    params: dict[str, JSON] = field(default_factory=dict)
    processor: Processor[Any] | None = None
    needs: tuple[Need[Any], ...] = ()
    branch: Branch | None = None
    outputs: NodeOutputs | None = None
    status: NodeStatus | None = None
    message: str = ""
    detail: str = ""
    made: tuple[Output, ...] = ()
    seconds: float = 0.0

    def stop(self, error: Exception) -> None:
        """End this node here; a foreign processor may raise anything."""
        self.status = "skipped" if isinstance(error, NotApplicable) else "failed"
        self.message = (
            str(error)
            if isinstance(error, SignalError)
            else f"The processor stopped with an error: {type(error).__name__}: {error}"
        )
        self.detail = "".join(traceback.format_exception(error))[-8000:]
        if self.outputs is not None:
            self.outputs.discard()
        processor, self.processor = self.processor, None
        if processor is not None:
            try:
                processor.abort()
            except Exception as another:  # noqa: BLE001 - a plug-in, as in _admit
                self.detail += "".join(traceback.format_exception(another))[-8000:]

    def outcome(self) -> NodeOutcome:
        return NodeOutcome(
            key=self.node.key,
            processor=self.node.processor,
            version=self.version,
            params=self.params,
            status=self.status or "failed",
            message=self.message,
            detail=self.detail,
            outputs=self.made,
            seconds=self.seconds,
            effects=self.node.effects,
        )


class Engine:
    """Runs the nodes of one job over one source."""

    def __init__(
        self,
        job: Job,
        source: Source,
        registry: Registry,
        on_progress: Callable[[Progress], None] = lambda progress: None,
    ) -> None:
        self._job, self._source, self._registry = job, source, registry
        self._tell = on_progress
        self._work = Path(job.work)
        self._file: Any = None
        self._timings = {"decode": 0.0, "shared": 0.0, "processors": 0.0, "finish": 0.0}
        self._at = 0

    def run(self) -> Outcome:
        job = self._job
        began, cpu = time.monotonic(), time.process_time()
        sound = self._source.sound(job.start_frame, job.end_frame)
        if job.silent:  # the file itself is not what may be heard
            sound = replace(sound, is_whole_file=False)
        branches = Branches(sound)
        members = [self._admit(node, branches) for node in job.nodes]
        for member in members:
            if member.branch is not None:
                member.branch.will_need(member.needs)
        with ExitStack() as undo:
            undo.callback(self._discard)
            self._feed(members, branches, began)
            outcome = self._finish(members)
            undo.pop_all()
        outcome.timings.update(
            {
                **self._timings,
                **branches.timings(),
                "wall": time.monotonic() - began,
                "cpu": time.process_time() - cpu,
            }
        )
        return outcome

    def _discard(self) -> None:
        if self._file is not None:
            self._file.discard()

    def _pass_file(self) -> Any:
        if self._file is None:
            from analysis.io.hdf5 import PassFile

            self._file = PassFile(self._work / RESULT_FILE)
        return self._file

    def _admit(self, node: Node, branches: Branches) -> _Member:
        member = _Member(node, version=node.version, params=node.params)
        try:
            branch = branches.behind(node.effects)
            sound = branch.sound
            kind = self._registry.get(node.processor)
            self._check_version(node, kind)
            params = kind.Params.read(node.params)
            member.params, member.version = params.canonical(), kind.version
            processor = kind(params)
            member.needs = tuple(processor.wants(sound))
            member.outputs = NodeOutputs(node.key, processor, sound, self._work, self._pass_file)
            processor.open(sound, member.outputs)
            member.processor, member.branch = processor, branch
        except Exception as error:  # noqa: BLE001 - a plug-in's error is its node's result
            member.needs = ()
            member.stop(error)
        return member

    @staticmethod
    def _check_version(node: Node, kind: ProcessorClass) -> None:
        if node.version and node.version != kind.version:
            raise UnknownProcessor(
                node.processor, f"version {node.version} is wanted, {kind.version} is here"
            )

    def _feed(self, members: list[_Member], branches: Branches, began: float) -> None:
        job, sound = self._job, branches.sound
        total = sound.duration_s or 0.0
        blocks = iter(self._source.blocks(job.start_frame, job.end_frame, job.block))
        while True:
            before = time.process_time()
            block = next(blocks, None)
            self._timings["decode"] += time.process_time() - before
            if block is None:
                break
            self._step(self._silenced(block), members, branches, last=False)
            self._at += block.shape[1]
            self._tell(_progress("analysing", self._at / sound.sample_rate, total, began))
        empty = np.zeros((sound.channels, 0), np.float32)
        self._step(empty, members, branches, last=True)
        self._tell(_progress("finishing", self._at / sound.sample_rate, total, began))

    def _silenced(self, block: Signal) -> Signal:
        """Return the block with what is withheld as zeros, before anything has seen it."""
        at = self._job.start_frame + self._at
        touched = [
            (max(0, start - at), min(block.shape[1], end - at))
            for start, end in self._job.silent
            if start < at + block.shape[1] and end > at
        ]
        if touched:
            block = block.copy()
            for start, end in touched:
                block[:, start:end] = 0
        return block

    def _step(
        self, block: Signal, members: list[_Member], branches: Branches, *, last: bool
    ) -> None:
        began = time.process_time()
        for branch, view in branches.step(block, last=last):
            shared = time.process_time()
            self._timings["shared"] += shared - began
            for member in members:
                if member.branch is branch:
                    self._guard(member, partial(_hear, view))
            began = time.process_time()
            self._timings["processors"] += began - shared

    @staticmethod
    def _guard(member: _Member, call: Callable[[Processor[Any]], None]) -> None:
        began = time.process_time()
        try:
            if member.processor is not None:
                call(member.processor)
        except Exception as error:  # noqa: BLE001 - a plug-in, as in _admit
            member.stop(error)
        member.seconds += time.process_time() - began

    def _finish(self, members: list[_Member]) -> Outcome:
        began = time.process_time()
        frames = self._at
        for member in members:
            heard = member.branch.frames if member.branch is not None else frames
            self._guard(member, partial(self._close, member, heard))
        info = self._source.info()
        start = self._job.start_frame
        libraries = library_builds(("numpy", "scipy", "soundfile", "av", "h5py"))
        models: dict[str, ModelCard] = {}
        for member in members:
            if member.processor is not None:
                libraries = libraries | builds_of(type(member.processor))
                models |= {card.name: card for card in member.processor.models}
        outcomes = tuple(member.outcome() for member in members)
        digest = ""
        if self._file is not None:
            digest = self._file.finish(
                {
                    "engine": ENGINE_VERSION,
                    "sound": to_json(info),
                    "start_frame": start,
                    "end_frame": start + frames,
                    "libraries": to_json(libraries),
                    "nodes": [_provenance(outcome) for outcome in outcomes],
                    "models": to_json(models),
                }
            )
        self._timings["finish"] = time.process_time() - began
        return Outcome(
            sound=info,
            start_frame=start,
            end_frame=start + frames,
            nodes=outcomes,
            hdf5=RESULT_FILE if self._file is not None else "",
            hdf5_sha256=digest,
            libraries=libraries,
        )

    @staticmethod
    def _close(member: _Member, frames: int, processor: Processor[Any]) -> None:
        processor.close(frames)
        if member.outputs is not None:
            member.made = member.outputs.finish(frames)
        member.status = "done"


def _hear(view: View, processor: Processor[Any]) -> None:
    processor.block(view)


def _provenance(outcome: NodeOutcome) -> JSON:
    return {
        "key": outcome.key,
        "processor": outcome.processor,
        "version": outcome.version,
        "params": outcome.params,
        "effects": to_json(outcome.effects),
        "status": outcome.status,
        "message": outcome.message,
    }


def _progress(phase: Any, done_s: float, total_s: float, began: float) -> Progress:
    elapsed = time.monotonic() - began
    speed = done_s / elapsed if elapsed > 0 and done_s else None
    left = max(0.0, total_s - done_s)
    return Progress(
        phase=phase,
        done_s=done_s,
        total_s=total_s,
        fraction=min(1.0, done_s / total_s) if total_s else 0.0,
        speed=speed,
        eta_s=left / speed if speed and total_s else None,
    )
