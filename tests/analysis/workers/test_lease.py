"""The lease: one holder at a time, by the database's clock; a stale token writes nothing."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from analysis.errors import LeaseLost
from analysis.models import Computation, Pass, Result, Status
from analysis.runs.services import start_run
from analysis.sweeping import sweep
from analysis.workers import lease as leases
from analysis.workers.lease import Lease, claim, end, give_back, is_another_claimable, pause_after
from analysis.workers.passes import retry
from tests.analysis.recordings import recorded_item, staff
from tests.analysis.runs.test_start_run import together
from tests.analysis.worker_processes import preset_of

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def queued(tmp_path: Path) -> Pass:
    """Return a queued pass that a run waits for."""
    start_run(actor=staff(), items=[recorded_item(tmp_path)], preset=preset_of("level"))
    return Pass.objects.get()


def held() -> Lease:
    lease = claim()
    assert lease
    return lease


def expire() -> None:
    """Let every lease have run out, as if its worker had been stopped."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE analysis_pass SET lease_until = clock_timestamp() - interval '1s'")


def test_a_pass_is_claimed_by_one_alone(queued: Pass) -> None:
    """Eight connections at one barrier."""
    claims = together(lambda _: claim(), list(range(8)))
    assert len([lease for lease in claims if lease]) == 1
    assert claim() is None
    assert not is_another_claimable()


def test_every_one_of_many_passes_is_claimed_once(queued: Pass) -> None:
    more = [Pass(file=queued.file, start_frame=number) for number in range(1, 24)]
    Pass.objects.bulk_create(more)

    def take(_: int) -> list[Lease]:
        taken = []
        while lease := claim():
            taken.append(lease)
        return taken

    claims = [lease.pass_id for taken in together(take, list(range(6))) for lease in taken]
    assert len(claims) == len(set(claims)) == 24


def test_urgent_passes_go_first_and_then_the_oldest(queued: Pass) -> None:
    later, urgent = (
        Pass.objects.create(file=queued.file, start_frame=n, priority=p)
        for n, p in ((1, 0), (2, -1))
    )
    assert [held().pass_id for _ in range(3)] == [urgent.pk, queued.pk, later.pk]


def test_an_expired_lease_passes_on_and_its_token_is_worth_nothing(queued: Pass) -> None:
    first = held()
    expire()
    second = held()
    assert (second.pass_id, second.attempt) == (first.pass_id, 2)
    assert second.token != first.token
    with pytest.raises(LeaseLost):
        end(first, Status.DONE)
    with pytest.raises(LeaseLost):
        give_back(first, "late")
    with connection.cursor() as cursor:
        cursor.execute(leases.RENEW, [60, 0.5, "analysing", first.pass_id, first.token])
        assert cursor.rowcount == 0
        cursor.execute(leases.RENEW, [60, 0.5, "analysing", second.pass_id, second.token])
        assert cursor.rowcount == 1
    end(second, Status.DONE)
    assert Pass.objects.get().status == Status.DONE


def test_a_refused_commit_leaves_no_row_behind(queued: Pass) -> None:
    first = held()
    expire()
    held()

    @transaction.atomic
    def commit() -> None:
        Computation.objects.update(status=Status.DONE)
        end(first, Status.DONE)

    with pytest.raises(LeaseLost):
        commit()
    assert not Computation.objects.filter(status=Status.DONE).exists()


def test_a_pass_given_back_waits_longer_each_time(queued: Pass) -> None:
    first = held()
    give_back(first, "it crashed")
    queued.refresh_from_db()
    assert (queued.status, queued.error, queued.lease_token) == (
        Status.QUEUED,
        "it crashed",
        None,
    )
    assert claim() is None
    assert pause_after(2) == 4 * pause_after(1) > 0
    waits = Pass.objects.annotate(rest=F("not_before") - Now()).get().rest
    assert 0 < waits.total_seconds() <= pause_after(1)


def test_the_third_failure_lays_the_pass_aside(queued: Pass) -> None:
    for attempt in range(1, settings.MAX_ATTEMPTS + 1):
        Pass.objects.update(not_before=Now())
        lease = held()
        assert lease.attempt == attempt
        retry(lease, "The analysis process was ended by signal 11.\nlast words")
    queued.refresh_from_db()
    assert queued.status == Status.QUARANTINED
    assert "last words" in queued.error
    computation = Computation.objects.get()
    assert computation.status == Status.QUARANTINED
    assert computation.error == (
        "The analysis process was ended by signal 11. It was tried 3 times and is laid aside."
    )
    assert claim() is None


def test_a_pass_whose_worker_dies_three_times_is_laid_aside_by_the_sweeper(queued: Pass) -> None:
    for _ in range(settings.MAX_ATTEMPTS):
        held()
        sweep()
        assert Pass.objects.get().status == Status.RUNNING, "its lease stands"
        expire()
    assert claim() is None
    sweep()
    queued.refresh_from_db()
    assert queued.status == Status.QUARANTINED
    assert "The worker was ended" in Computation.objects.get().error
    sweep()
    assert not Result.objects.exists()
