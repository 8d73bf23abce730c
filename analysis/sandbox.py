"""The parent's side of the killable child (D-06): standard library only, no Django.

    outcome = run_pass(job, path, on_progress=print, should_stop=lambda: False)

raises SourceRejected, ChildCrashed, ChildTimedOut or Cancelled; nothing else on purpose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.core.job import Job, Outcome, Progress, SoundInfo


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

    `should_stop` is asked at least every 0.2 s, and often enough to renew a lease in it.
    """
    raise NotImplementedError


def probe(path: Path | str) -> SoundInfo:
    """Say what a file is by decoding it in the child; raises SourceRejected with a reason."""
    raise NotImplementedError


def wall() -> Wall:
    """Say which wall stands, by starting a child and asking it."""
    raise NotImplementedError
