"""Following a run to its end: woken by its events, asking nothing meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from analysis.models import FINAL, Run, Status
from archive.events import last_position, sequence
from archive.feed import Feed


@dataclass(frozen=True)
class RunState:
    """How far a run is. Seconds are of sound, save `eta_s`."""

    status: Status
    progress: float
    stage: str = ""
    sound_s: float = 0.0
    done_s: float = 0.0
    speed: float | None = None
    eta_s: float | None = None

    @property
    def has_ended(self) -> bool:
        return self.status in FINAL


def follow(run_id: UUID) -> Iterator[RunState]:
    """Yield where the run stands, then each change of it, until it has ended.

    Raises
    ------
    Run.DoesNotExist : there is no such run.
    """
    sequence()
    position = last_position()
    state = _state(Run.objects.get(pk=run_id))
    yield state
    if state.has_ended:
        return
    with Feed(after=position) as feed:
        for batch in feed:
            for event in batch:
                if event.subject_id == run_id and event.kind == "run.updated":
                    state = _told(event.data)
                    yield state
            if state.has_ended:
                return


def _state(run: Run) -> RunState:
    return RunState(
        Status(run.status),
        run.progress,
        run.stage,
        run.sound_s,
        run.done_s,
        run.speed,
        run.eta_s,
    )


def _told(data: dict[str, object]) -> RunState:
    return RunState(
        Status(str(data["status"])),
        _number(data["progress"]) or 0.0,
        str(data["stage"]),
        _number(data["soundS"]) or 0.0,
        _number(data["doneS"]) or 0.0,
        _number(data["speed"]),
        _number(data["etaS"]),
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
