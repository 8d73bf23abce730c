"""The child: `python -m analysis.core.child`, started by `analysis.core.sandbox` and nobody else.

Reads one request as JSON from standard input: {"parent": pid, "sources": [fd], "report": fd,
"mode": "pass" | "probe" | "glance" | "encode" | "still" | "wall", "job": {...}}. Writes JSON lines
to the report descriptor: {"progress": ...} at most ten a second, then one of {"outcome": ...},
{"sound": ...}, {"encoded": ...}, {"still": ...}, {"wall": ...}, {"rejected": "a sentence"}.
Everything is imported before the wall is closed, and the wall is closed before the first byte of
the sound is looked at.
"""

import json
import os
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analysis.core import wall
from analysis.core.errors import SourceRejected
from analysis.core.job import Job, Limits, Progress, read_job, write_outcome
from analysis.core.wire import to_json

_STEP_S = 0.1


@dataclass(frozen=True)
class Request:
    parent: int
    sources: tuple[int, ...]
    report: int
    mode: str
    job: Job


def main() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    request = Request(
        asked["parent"],
        tuple(asked["sources"]),
        asked["report"],
        asked["mode"],
        read_job(asked["job"]),
    )
    wall.die_with_parent(request.parent)
    wall.set_limits(request.job.limits)
    report = Report(request.report)
    began = time.process_time()
    registry = _import_everything(request)
    imported = time.process_time() - began
    memory = os.open("/proc/self/status", os.O_RDONLY)  # behind the wall there is no /proc
    standing = _close_wall(request)
    # From here on every path is relative to the work folder, which may be all there is.
    job, source = replace(request.job, work="."), request.sources[0]
    try:
        if request.mode == "wall":
            report.send("wall", to_json(standing))
        elif request.mode == "probe":
            report.send("sound", to_json(_probe(source, job.limits, report)))
        elif request.mode == "glance":
            report.send("sound", to_json(_glance(source, job.limits)))
        elif request.mode == "encode":
            report.send("encoded", to_json(_encode(request.sources, job, report)))
        elif request.mode == "still":
            report.send("still", to_json(_still(source)))
        else:
            outcome = _run(source, job, registry, report)
            outcome.timings["import"] = imported
            outcome.timings["max_rss_mb"] = _peak_memory(memory)
            report.send("outcome", write_outcome(outcome))
    except SourceRejected as error:
        report.send("rejected", error.reason)


def _peak_memory(status: int) -> float:
    """MB ever resident in this program; getrusage would count the parent before the exec too."""
    for line in os.pread(status, 1 << 14, 0).splitlines():
        if line.startswith(b"VmHWM:"):
            return int(line.split()[1]) / 1e3
    return 0.0


def _close_wall(request: Request) -> wall.Standing:
    work = Path(request.job.work)
    if not request.job.confined:
        os.chdir(work)
        return wall.Standing("same uid", "none", "none", "none")
    return wall.close_in(work, request.parent)


def _import_everything(request: Request) -> Any:
    """Load what the job will use, and return its processors of a pass.

    Behind the wall there is nothing to load from: not even what packages announce can be read.
    """
    if request.mode == "wall":
        return None
    import analysis.io.native
    import analysis.io.recording
    from analysis.io import libav

    libav.preload()

    if request.mode in {"probe", "glance"}:
        return None
    if request.mode == "still":
        from analysis.io import still

        still.preload()
        return None
    if request.mode == "encode":
        import analysis.core.encoding
        from analysis.io import sound_files

        if request.job.encoding:
            sound_files.preload(request.job.encoding.extension)
        return None
    import traceback  # noqa: F401 - the engine's, while files can still be opened

    import analysis.core.engine
    import analysis.io.tiles  # noqa: F401 - as traceback
    from analysis.core import effects, registry
    from analysis.io import hdf5

    hdf5.preload()

    ids = {node.processor for node in request.job.nodes}
    found = registry.load_only(ids, request.job.plugins)
    for processor in found.processors.values():
        registry.builds_of(processor)
        processor.preload()
    for effect in {step.effect for node in request.job.nodes for step in node.effects}:
        if effect in effects.effects():
            effects.effects()[effect].preload()
    return found


def _run(source: int, job: Job, registry: Any, report: "Report") -> Any:
    from analysis.core.engine import Engine
    from analysis.io.recording import Recording

    report.progress(Progress("opening"))
    recording = Recording(source, job.limits)
    sound = recording.sound(job.start_frame, job.end_frame)
    if sound.duration_s:
        wall.limit_cpu(job.limits.wall_s(sound.duration_s))
    return Engine(job, recording, registry, report.progress).run()


def _probe(source: int, limits: Limits, report: "Report") -> Any:
    """Decode the whole sound and throw it away: what its header says may not be so."""
    from analysis.io.recording import Recording

    recording = Recording(source, limits)
    total = recording.sound(0, None).duration_s or 0.0
    done = 0
    for block in recording.blocks(0, None, 1 << 16):
        done += block.shape[1]
        report.progress(Progress("analysing", done / recording.opened.sample_rate, total_s=total))
    return recording.info()


def _glance(source: int, limits: Limits) -> Any:
    """Decode the first samples: a file of sound's form that holds none is told from a sound."""
    from analysis.io.recording import Recording

    recording = Recording(source, limits)
    next(recording.blocks(0, None, 1 << 14), None)
    return recording.info()


def _encode(sources: tuple[int, ...], job: Job, report: "Report") -> Any:
    from analysis.core.encoding import encode

    if job.encoding is None:
        raise SourceRejected("Nothing was said of the file that is to be made.")
    wall.limit_cpu(job.limits.wall_s(job.encoding.duration_s))
    return encode(job.encoding, sources, job.limits, report.progress)


def _still(source: int) -> Any:
    from analysis.io.still import still

    return still(source)


class Report:
    """JSON lines to the parent."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._last = 0.0

    def progress(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= _STEP_S or progress.phase != "analysing":
            self._last = now
            self.send("progress", to_json(progress))

    def send(self, kind: str, body: object) -> None:
        data = json.dumps({kind: body}).encode() + b"\n"
        while data:
            data = data[os.write(self._descriptor, data) :]


if __name__ == "__main__":
    main()
