"""One pass from claim to commit: what a worker slot does when it is woken.

claim -> child (`analysis.core.sandbox`) -> verify, store -> one transaction under the token. A
failing processor fails its own computation; a sound that cannot be read fails all of them, with
the reason; a child that dies gives the pass back, and at the third death puts it in quarantine.
"""

import logging
import math
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from analysis.core import sandbox
from analysis.core.errors import (
    Cancelled,
    ChildCrashed,
    ChildTimedOut,
    SignalError,
    SourceRejected,
)
from analysis.core.job import EffectStep, Job, Node, NodeOutcome, Outcome
from analysis.core.job import Output as Made
from analysis.core.spans import Span as FoundSpan
from analysis.core.wire import from_json
from analysis.errors import LeaseLost
from analysis.models import (
    Computation,
    Output,
    Pass,
    Result,
    RunItemComputation,
    Span,
    Status,
)
from analysis.processors.embedding import DIMENSIONS, Embedding
from analysis.results.comparing import note_changes
from analysis.results.superseding import supersede
from analysis.workers import lease as leases
from analysis.workers.keeper import Keeper
from analysis.workers.lease import Lease
from analysis.workers.standing import OPEN, settle, wanting
from analysis.workers.storing import ResultDiffers, Stored, store, work_folder
from analysis.workers.strays import ensure_kept, take_part
from analysis.workers.waking import wake_workers
from archive.errors import ArchiveError
from archive.storage import MASTERS, open_local

log = logging.getLogger(__name__)

_STDERR_TAIL = 2000


def work_one(*, heavy: bool = False) -> bool:
    """Claim and work one pass; False when none is due. Another slot is woken if more are.

    Parameters
    ----------
    heavy : take what is heavy, and nothing else; else nothing that is.
    """
    lease = leases.claim(heavy=heavy)
    if lease is None:
        return False
    if leases.is_another_claimable(heavy=heavy):
        wake_workers(heavy=heavy)
    try:
        _work(lease)
    except LeaseLost:
        log.info("Pass %s is no longer ours: nothing of it is kept.", lease.pass_id)
    except Exception as error:  # the outermost: recorded, and raised again
        log.exception("Pass %s could not be worked.", lease.pass_id)
        retry(lease, f"{type(error).__name__}: {error}")
        raise
    return True


def _work(lease: Lease) -> None:
    row = Pass.objects.select_related("file").get(pk=lease.pass_id)
    computations = _begin(lease)
    if not computations:
        leases.end(lease, Status.DONE)  # or LeaseLost: it was cancelled as we took it
        return
    with Keeper(lease) as keeper, work_folder(lease) as folder:
        job = Job(
            nodes=tuple(_node(computation) for computation in computations),
            work=str(folder),
            start_frame=row.start_frame,
            end_frame=row.end_frame,
            silent=tuple((start, end) for start, end in row.silent),
        )
        try:
            with open_local(MASTERS, row.file.storage_name) as master:
                outcome = sandbox.run_pass(
                    job, master, on_progress=keeper.tell, should_stop=lambda: keeper.has_lost
                )
            commit(lease, outcome, store(outcome, folder))
            note_changes()
        except Cancelled as error:
            raise LeaseLost from error
        except SourceRejected as error:
            _fail(lease, error.reason)
        except ChildCrashed as error:
            retry(lease, _told_of_crash(error))
        except (ChildTimedOut, SignalError, ArchiveError) as error:
            retry(lease, str(error))


def key_of(computation: Computation) -> str:
    """Return the name of a computation inside a pass and its result file.

    Made of the reuse key: a row's id would tell when it was first asked, and thereby of a twin.
    """
    return f"{computation.processor}-{computation.key[:16]}"


def _node(computation: Computation) -> Node:
    return Node(
        key_of(computation),
        computation.processor,
        computation.processor_version,
        computation.params,
        from_json(tuple[EffectStep, ...], computation.effects),
    )


@transaction.atomic
def _begin(lease: Lease) -> list[Computation]:
    """Mark what is now under way, and return it."""
    rows = _locked(lease.pass_id)
    Computation.objects.filter(pk__in=[row.pk for row in rows]).update(status=Status.RUNNING)
    settle(wanting(row.pk for row in rows).values_list("pk", flat=True))
    return rows


@transaction.atomic
def commit(lease: Lease, outcome: Outcome, stored: Stored) -> None:
    """Make the outcome true, for every item that waits for it, if the lease still stands.

    Raises
    ------
    LeaseLost : it does not; nothing has changed.
    ResultDiffers : the outcome is not that of the job, or a file of it is gone.
    """
    take_part()
    rows = {key_of(row): row for row in _locked(lease.pass_id)}
    leases.end(lease, Status.DONE)
    ensure_kept(stored)
    if rows.keys() != {node.key for node in outcome.nodes}:
        raise ResultDiffers("The analysis told of other computations than it was asked for.")
    keep_outcome(rows, outcome.nodes, outcome, stored)
    _show(row for row in rows.values() if row.status == Status.DONE)
    settle(wanting(row.pk for row in rows.values()).values_list("pk", flat=True))


def keep_outcome(
    rows: Mapping[str, Computation], nodes: Iterable[NodeOutcome], outcome: Outcome, stored: Stored
) -> None:
    """Write what became of computations, by the names that they have in the outcome."""
    listed = list(nodes)
    for node in listed:
        _record(rows[node.key], node, outcome, stored)
    made = {
        (node.key, told.name): _output(
            rows[node.key], told, stored.names.get((node.key, told.name), "")
        )
        for node in listed
        for told in node.outputs
    }
    Output.objects.bulk_create(made.values())
    Span.objects.bulk_create(
        _span(made[key], position, span)
        for key, spans in stored.spans.items()
        if key in made
        for position, span in enumerate(spans)
    )


def retry(lease: Lease, error: str) -> None:
    """Give the pass back after a failure of ours or of its child; the third time, lay it aside."""
    if lease.is_last_attempt:
        quarantine(lease, error)
        return
    with transaction.atomic():
        rows = _locked(lease.pass_id)
        leases.give_back(lease, error)
        Computation.objects.filter(pk__in=[row.pk for row in rows]).update(status=Status.QUEUED)


@transaction.atomic
def quarantine(lease: Lease, error: str) -> None:
    """Lay a pass aside that has failed too often; what it was for may be asked again."""
    rows = _locked(lease.pass_id)
    leases.end(lease, Status.QUARANTINED, error)
    lay_aside(rows, error, attempts=lease.attempt)


def lay_aside(rows: Iterable[Computation], error: str, *, attempts: int) -> None:
    """Write the end of a quarantined pass's computations and of who waited for them."""
    ids = [row.pk for row in rows]
    first = error.splitlines()[0] if error else "The analysis did not end."
    Computation.objects.filter(pk__in=ids).update(
        status=Status.QUARANTINED,
        error=f"{first} It was tried {attempts} times and is laid aside.",
        finished_at=Now(),
    )
    settle(wanting(ids).values_list("pk", flat=True))


@transaction.atomic
def _fail(lease: Lease, reason: str) -> None:
    rows = _locked(lease.pass_id)
    leases.end(lease, Status.FAILED, reason)
    Computation.objects.filter(pk__in=[row.pk for row in rows]).update(
        status=Status.FAILED, error=reason, finished_at=Now()
    )
    settle(wanting(row.pk for row in rows).values_list("pk", flat=True))


def _locked(pass_id: UUID) -> list[Computation]:
    """Lock what the pass still owes, in the order that everybody uses."""
    rows = Computation.objects.filter(worked_in=pass_id, status__in=OPEN)
    return list(rows.order_by("key").select_for_update(no_key=True))


def _record(row: Computation, node: NodeOutcome, outcome: Outcome, stored: Stored) -> None:
    """Write what became of one computation. Skipped is done: there is nothing to tell, and why."""
    row.status = Status.FAILED if node.status == "failed" else Status.DONE
    row.error = node.message
    if row.status == Status.FAILED:
        log.warning("%s failed in pass %s: %s", node.processor, row.worked_in_id, node.detail)
    row.params = dict(node.params) or row.params
    row.libraries = dict(outcome.libraries)
    row.hdf5_name = stored.hdf5_name if row.status == Status.DONE else ""
    row.embedding = _embedding(node)
    row.finished_at = Now()  # an expression
    row.save(
        update_fields=[
            *("status", "error", "params", "libraries", "hdf5_name", "embedding", "finished_at")
        ]
    )


def _embedding(node: NodeOutcome) -> list[float] | None:
    """Return the vector by which sounds that are alike are found, of the processor that makes it.

    What a child says is foreign: a vector of another length than 1 would come first everywhere.
    """
    made = [o.data.get("values") for o in node.outputs if o.kind == "vector"]
    if node.processor != Embedding.id or node.status != "done" or len(made) != 1:
        return None
    values = made[0] if isinstance(made[0], list) else []
    numbers = [float(each) for each in values if isinstance(each, int | float)]
    is_one = len(numbers) == DIMENSIONS and abs(math.hypot(*numbers) - 1) < 1e-3
    return numbers if is_one else None


def _output(row: Computation, made: Made, storage_name: str) -> Output:
    return Output(
        computation=row,
        name=made.name,
        kind=made.kind,
        value=made.value,
        label=made.label[:250],
        unit=made.unit,
        hdf5_path=made.hdf5_path,
        shape=list(made.shape),
        dtype=made.dtype,
        t0_s=made.t0,
        period_s=made.period_s,
        data=dict(made.data),
        content_hash=made.content_hash,
        storage_name=storage_name,
    )


def _span(output: Output, position: int, span: FoundSpan) -> Span:
    return Span(
        output=output,
        position=position,
        start_s=span.start_s,
        end_s=span.end_s,
        label=span.label[:250],
        value=span.value,
        confidence=span.confidence,
    )


def _show(done: Iterable[Computation]) -> None:
    """Give each waiting item its results."""
    ids = [row.pk for row in done]
    wants = list(
        RunItemComputation.objects.filter(computation__in=ids, run_item__status__in=OPEN)
        .order_by("run_item__item", "part", "computation")
        .distinct()
        .values_list("run_item__item", "part", "computation", "withheld_key")
    )
    Result.objects.bulk_create(
        (
            Result(item_id=item, part_id=part, computation_id=computation, withheld_key=key)
            for item, part, computation, key in wants
        ),
        ignore_conflicts=True,
    )
    supersede({item for item, *_ in wants}, ids)


def _told_of_crash(error: ChildCrashed) -> str:
    tail = error.stderr[-_STDERR_TAIL:].strip()
    return f"{error}\n{tail}" if tail else str(error)
