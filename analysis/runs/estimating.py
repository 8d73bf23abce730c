"""What a run would cost, asked before it is: what is reused, what is computed, CPU and bytes.

Nothing is written. The answer is of this moment; the run itself looks again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from analysis.core.keys import Interval, Recipe
from analysis.core.registry import ProcessorClass, discover
from analysis.models import Computation, RunItem, Status
from analysis.runs.costing import cpu_s, stored_bytes
from analysis.runs.planning import Need, duration_of, known_to, needs_of
from analysis.runs.quota import Quota, quota_of
from analysis.runs.services import check_items
from analysis.workers.standing import OPEN
from archive.access import Actor
from archive.identifiers import new_id

_BATCH = 5000


@dataclass
class Share:
    """What one processor has to do in it."""

    recipe: Recipe
    computed: int = 0
    reused: int = 0
    awaited: int = 0
    seconds: float = 0.0
    cpu_s: float = 0.0
    stored: float = 0.0


@dataclass
class Estimate:
    """A run that was not asked yet. `cpu_s` and bytes are orders of magnitude."""

    items: int
    without_sound: int
    items_reused: int = 0
    passes: int = 0
    sound_s: float = 0.0
    cpu_s: float = 0.0
    read: int = 0
    stored: float = 0.0
    shares: list[Share] = field(default_factory=list)
    quota: Quota = field(default_factory=lambda: Quota(None))

    @property
    def computed(self) -> int:
        return sum(share.computed for share in self.shares)

    @property
    def reused(self) -> int:
        return sum(share.reused for share in self.shares)

    @property
    def awaited(self) -> int:
        return sum(share.awaited for share in self.shares)


def estimate(*, actor: Actor, items: Iterable[UUID], recipes: Sequence[Recipe]) -> Estimate:
    """Say what a run of these recipes over these items would cost now.

    Raises
    ------
    NotFound, NotAllowed, NothingToRun, TooManyItems : as `start_run` would.
    """
    ids = list(dict.fromkeys(items))
    check_items(actor, ids)
    rows = [RunItem(id=new_id(), item_id=pk) for pk in ids]
    needs = needs_of(rows, recipes)
    there = _status_of({key for _, _, key in needs}, actor)
    told = Estimate(len(ids), without_sound=len(ids) - len({run_item for run_item, _, _ in needs}))
    told.quota = quota_of(actor)
    told.items_reused = _items_reused(needs, there)
    _count(told, {key: need for (_, _, key), need in needs.items()}, there)
    return told


def _status_of(keys: set[str], actor: Actor) -> dict[str, Status]:
    """Return where what is there stands, as far as the actor may know of it."""
    listed = sorted(keys)
    found: dict[str, Status] = {}
    for begin in range(0, len(listed), _BATCH):
        rows = Computation.objects.filter(
            key__in=listed[begin : begin + _BATCH], status__in=[*OPEN, Status.DONE]
        )
        known = known_to(actor, rows)
        found |= {row.key: Status(row.status) for row in rows if row.pk in known}
    return found


def _items_reused(needs: Iterable[tuple[UUID, UUID, str]], there: dict[str, Status]) -> int:
    wanted: dict[UUID, bool] = defaultdict(lambda: True)
    for run_item, _, key in needs:
        wanted[run_item] &= there.get(key) == Status.DONE
    return sum(wanted.values())


def _count(told: Estimate, needs: dict[str, Need], there: dict[str, Status]) -> None:
    processors = discover().processors
    shares: dict[str, Share] = {}
    passes: dict[tuple[UUID, Interval], list[Need]] = defaultdict(list)
    for key, need in needs.items():
        recipe = need.recipe
        share = shares.setdefault(_name(recipe), Share(recipe))
        status = there.get(key)
        if status == Status.DONE:
            share.reused += 1
        elif status is not None:
            share.awaited += 1
        else:
            passes[need.part.file_id, need.interval].append(need)
            _add(share, processors.get(recipe.processor), duration_of(need))
    told.shares = list(shares.values())
    files: dict[UUID, int] = {}
    for made in passes.values():
        seconds = duration_of(made[0])
        known = [processors[n.recipe.processor] for n in made if n.recipe.processor in processors]
        told.passes += 1
        told.sound_s += seconds
        told.cpu_s += cpu_s(known, seconds)
        told.stored += stored_bytes(known, seconds)
        files[made[0].part.file_id] = made[0].part.file.byte_size
    told.read = sum(files.values())


def _name(recipe: Recipe) -> str:
    return f"{recipe.processor} {sorted(recipe.params.items())} {recipe.effects}"


def _add(share: Share, processor: ProcessorClass | None, seconds: float) -> None:
    share.computed += 1
    share.seconds += seconds
    if processor is not None:
        share.cpu_s += seconds / processor.cost
        share.stored += seconds * processor.bytes_per_s
