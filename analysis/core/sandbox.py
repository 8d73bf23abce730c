"""The parent's side of the killable child (D-06): standard library only, no Django.

    outcome = run_pass(job, path, on_progress=print, should_stop=lambda: False)

raises SourceRejected, ChildCrashed, ChildTimedOut or Cancelled; nothing else on purpose. The
child runs in its own process group with an empty environment and dies with its parent. What it
answers is held for foreign: its shape, sizes and paths are checked before anything is believed.
"""

import contextlib
import json
import os
import selectors
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from analysis.core.errors import Cancelled, ChildCrashed, ChildTimedOut, SourceRejected
from analysis.core.job import (
    Encoded,
    Encoding,
    Job,
    Limits,
    Outcome,
    Progress,
    SoundInfo,
    Still,
    read_outcome,
    write_job,
)
from analysis.core.wire import WireError, from_json

_ROOT = Path(__file__).resolve().parents[2]
_ASK_EVERY_S = 0.1
_MAX_ANSWER = 64 << 20
_STDERR_TAIL = 4000
Answer = dict[str, object]
Mode = Literal["pass", "probe", "glance", "encode", "still", "wall"]
T = TypeVar("T")


@dataclass(frozen=True)
class Wall:
    """Which protections hold the child on this machine."""

    user: str
    """`other uid 65534`, or `same uid`."""
    files: str
    """`empty root`, `landlock`, or `none`."""
    network: str
    """`empty namespace`, `landlock`, `seccomp`, or `none`."""
    syscalls: str
    """`seccomp` or `none`."""

    @property
    def stands(self) -> bool:
        """True when the child can neither read files nor reach the network."""
        return self.files != "none" and self.network != "none"


def run_pass(
    job: Job,
    source: Path | str | int,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Outcome:
    """Decode `source` (a path or an open descriptor) once for all nodes of the job.

    `should_stop` is asked every 0.1 s in the calling thread, so a lease can be renewed in it.
    """
    with _descriptor(source) as descriptor:
        answer = _Child("pass", job, descriptor).talk(on_progress, should_stop)
        return _believe(answer, job)


def probe(
    source: Path | str | int,
    *,
    limits: Limits | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> SoundInfo:
    """Say what a file is by decoding it in the child; raises SourceRejected with a reason."""
    with _empty_job(limits) as job, _descriptor(source) as descriptor:
        answer = _Child("probe", job, descriptor).talk(None, should_stop)
    return _typed(SoundInfo, answer, "sound")


def glance(source: Path | str | int, *, limits: Limits | None = None) -> SoundInfo:
    """Say what a file seems to be, by its header and first samples; else as `probe`."""
    with _empty_job(limits) as job, _descriptor(source) as descriptor:
        answer = _Child("glance", job, descriptor).talk(None, None)
    return _typed(SoundInfo, answer, "sound")


def encode(
    encoding: Encoding,
    sources: Sequence[Path],
    work: Path,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    limits: Limits | None = None,
) -> Encoded:
    """Make a sound file of stretches of these files: `work / "sound.{extension}"`.

    Raises
    ------
    SourceRejected, ChildCrashed, ChildTimedOut
    """
    job = Job(nodes=(), work=str(work), limits=limits or Limits(), encoding=encoding)
    with contextlib.ExitStack() as opening:
        descriptors = [opening.enter_context(_descriptor(each)) for each in sources]
        answer = _Child("encode", job, *descriptors).talk(on_progress, None)
    return _made(Encoded, answer, "encoded", work, f"sound.{encoding.extension}")


def still(source: Path, work: Path) -> Still:
    """Make a picture of a film: `work / "poster.jpg"`; raises as `encode`."""
    with _descriptor(source) as descriptor:
        job = Job(nodes=(), work=str(work))
        answer = _Child("still", job, descriptor).talk(None, None)
    return _made(Still, answer, "still", work, "poster.jpg")


def _made(kind: type[T], answer: Answer, name: str, work: Path, file: str) -> T:
    """Read what the child says of a file, and check that the file is there and plain."""
    told = _typed(kind, answer, name)
    try:
        _check_inside(work, file)
    except (WireError, OSError) as error:
        raise ChildCrashed(0, f"{name}: {error}") from error
    return told


def wall() -> Wall:
    """Say which wall stands, by starting a child and asking it."""
    with _empty_job(None) as job, Path(os.devnull).open("rb") as nothing:
        answer = _Child("wall", job, nothing.fileno()).talk(None, None)
    return _typed(Wall, answer, "wall")


@contextlib.contextmanager
def _empty_job(limits: Limits | None) -> Iterator[Job]:
    with tempfile.TemporaryDirectory(prefix="sound-") as work:
        yield Job(nodes=(), work=work, limits=limits or Limits())


@contextlib.contextmanager
def _descriptor(source: Path | str | int) -> Iterator[int]:
    """Open for reading; only regular files are sounds (a FIFO would let us wait for ever)."""
    if isinstance(source, int):
        yield source
        return
    try:
        descriptor = os.open(source, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise SourceRejected(f"The file cannot be opened: {error.strerror}.") from error
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no file of the ordinary kind"
            raise SourceRejected(f"This is {what}, not a sound file.")
        yield descriptor
    finally:
        os.close(descriptor)


class _Child:
    """One child process from start to end; it never outlives `talk`."""

    def __init__(self, mode: Mode, job: Job, *sources: int) -> None:
        self._mode, self._job, self._sources = mode, job, sources
        self._deadline = 0.0
        self._limit_s = job.limits.wall_s(0)
        size = sum(os.fstat(source).st_size for source in sources)
        self._longest_s = min(job.limits.max_duration_s, size * 8 / job.limits.min_bit_rate)
        self._answer: Answer = {}

    def talk(
        self,
        on_progress: Callable[[Progress], None] | None,
        should_stop: Callable[[], bool] | None,
    ) -> Answer:
        reading, writing = os.pipe2(os.O_CLOEXEC)
        try:
            with tempfile.TemporaryFile() as stderr:
                try:
                    process = self._start(writing, stderr)
                finally:
                    os.close(writing)
                try:
                    self._follow(reading, on_progress, should_stop)
                    process.wait(timeout=max(0.0, self._deadline - time.monotonic()))
                except subprocess.TimeoutExpired as error:
                    raise ChildTimedOut(self._limit_s) from error
                finally:
                    _end(process)
                return self._judged(process.returncode, stderr)
        finally:
            os.close(reading)

    def _start(self, report: int, stderr: object) -> "subprocess.Popen[bytes]":
        self._deadline = time.monotonic() + self._limit_s
        request = {
            "parent": os.getpid(),
            "sources": self._sources,
            "report": report,
            "mode": self._mode,
            "job": write_job(self._job),
        }
        # From a file: into a pipe a long job would be written only as fast as the child reads.
        with tempfile.TemporaryFile() as asked:
            asked.write(json.dumps(request).encode())
            asked.seek(0)
            process: subprocess.Popen[bytes] = subprocess.Popen(
                [sys.executable, "-s", "-m", "analysis.core.child"],
                stdin=asked,
                stdout=subprocess.DEVNULL,
                stderr=stderr,  # type: ignore[call-overload]  # `object`: see _tail
                env=_environment(),
                cwd="/",
                pass_fds=(*self._sources, report),
                process_group=0,
            )
        return process

    def _follow(
        self,
        reading: int,
        on_progress: Callable[[Progress], None] | None,
        should_stop: Callable[[], bool] | None,
    ) -> None:
        os.set_blocking(reading, False)
        line = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(reading, selectors.EVENT_READ)
            while True:
                ready = selector.select(_ASK_EVERY_S)
                if should_stop is not None and should_stop():
                    raise Cancelled
                if time.monotonic() > self._deadline:
                    raise ChildTimedOut(self._limit_s)
                if not ready:
                    continue
                data = os.read(reading, 1 << 16)
                if not data:
                    return
                line += data
                if len(line) > _MAX_ANSWER:
                    return
                *whole, rest = bytes(line).split(b"\n")
                line = bytearray(rest)
                for each in whole:
                    self._hear(each, on_progress)

    def _hear(self, line: bytes, on_progress: Callable[[Progress], None] | None) -> None:
        try:
            said = json.loads(line)
            if not isinstance(said, dict):
                return
            if "progress" not in said:
                self._answer = said
                return
            progress = from_json(Progress, said["progress"])
        except (ValueError, RecursionError):
            return  # a child that talks nonsense ends without an answer
        limit = self._job.limits.wall_s(min(progress.total_s, self._longest_s))
        if limit > self._limit_s:
            self._deadline += limit - self._limit_s
            self._limit_s = limit
        if on_progress is not None:
            on_progress(progress)

    def _judged(self, code: int, stderr: object) -> Answer:
        if code == 0 and isinstance(self._answer.get("rejected"), str):
            raise SourceRejected(str(self._answer["rejected"])[:500])
        if code == 0 and self._answer:
            return self._answer
        if code == -signal.SIGXCPU:
            raise ChildTimedOut(self._limit_s)
        raise ChildCrashed(max(0, -code), _tail(stderr))


def _tail(stderr: object) -> str:
    assert hasattr(stderr, "fileno")  # noqa: S101 - the temporary file of `talk`
    descriptor = stderr.fileno()
    size = os.fstat(descriptor).st_size
    read = os.pread(descriptor, _STDERR_TAIL, max(0, size - _STDERR_TAIL))
    return read.decode("utf-8", errors="replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the child and all that it may have started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment() -> dict[str, str]:
    """Nothing of ours but where the code lies: no addresses, no secrets."""
    return {
        "PYTHONPATH": str(_ROOT),
        "PYTHONSAFEPATH": "1",
        "PYTHONUTF8": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
        # Blocks are of equal size: keeping their pages saves half of the time of a transform.
        "MALLOC_MMAP_THRESHOLD_": str(64 << 20),
        "MALLOC_TRIM_THRESHOLD_": str(128 << 20),
    }


def _typed(kind: type[T], answer: Answer, name: str) -> T:
    try:
        return from_json(kind, answer.get(name))
    except WireError as error:
        raise ChildCrashed(0, f"{name}: {error}") from error


def _believe(answer: Answer, job: Job) -> Outcome:
    """Read the outcome and check that every file it names is a plain file in the work folder."""
    try:
        outcome = read_outcome(answer.get("outcome"))
        _check(outcome, job)
    except (WireError, OSError) as error:
        raise ChildCrashed(0, f"outcome: {error}") from error
    return outcome


def _check(outcome: Outcome, job: Job) -> None:
    if [n.key for n in outcome.nodes] != [n.key for n in job.nodes]:
        raise WireError("the nodes are not those that were asked for")
    check_outcome(outcome, Path(job.work))


def check_outcome(outcome: Outcome, work: Path) -> None:
    """See that every file that an outcome names is a plain file in the work folder.

    Raises
    ------
    ValueError : one is not.
    """
    for name in _named_files(outcome):
        try:
            _check_inside(work, name)
        except OSError as error:
            raise WireError(f"{name!r} is not there") from error


def _named_files(outcome: Outcome) -> Iterator[str]:
    if outcome.hdf5:
        yield outcome.hdf5
    for node in outcome.nodes:
        for output in node.outputs:
            yield from output.files


def _check_inside(work: Path, name: str) -> None:
    parts = Path(name).parts
    if not parts or Path(name).is_absolute() or ".." in parts:
        raise WireError(f"{name!r} leaves the work folder")
    for depth in range(1, len(parts) + 1):
        mode = work.joinpath(*parts[:depth]).lstat().st_mode
        wanted = stat.S_ISREG(mode) if depth == len(parts) else stat.S_ISDIR(mode)
        if not wanted:
            raise WireError(f"{name!r} is not a plain file")
