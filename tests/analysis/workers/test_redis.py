"""One recording through workers over a real Redis, and through the loss of all it held (R-14)."""

from pathlib import Path

import pytest

from analysis.models import Run, Status
from analysis.runs.presets import DEFAULT_PROCESSORS
from analysis.runs.services import follow
from tests.analysis.recordings import recorded_item
from tests.analysis.worker_processes import faults_of_ledger, results_of, wait_for
from tests.config.conftest import Redis, redis
from tests.processes import House

__all__ = ["redis"]
pytestmark = [pytest.mark.redis, pytest.mark.slow]


def test_a_run_goes_over_redis_from_the_command_to_the_end(
    house: House, redis: Redis, tmp_path: Path
) -> None:
    worker = house.worker(REDIS_URL=redis.url)
    item = recorded_item(tmp_path)
    told = house.manage("analyse_demo", "--follow", REDIS_URL=redis.url)
    assert "done." in told
    assert results_of(item) == len(DEFAULT_PROCESSORS)
    assert "Every sound has been analysed." in house.manage("analyse_demo", REDIS_URL=redis.url)
    assert Run.objects.count() == 1
    redis.kill()
    redis.forget()
    second = recorded_item(tmp_path)
    house.manage("analyse_demo", REDIS_URL=redis.url)
    redis.start()
    run = Run.objects.exclude(status=Status.DONE).get()
    wait_for(run)
    assert list(follow(run.pk))[-1].status == Status.DONE
    assert results_of(second) == len(DEFAULT_PROCESSORS)
    assert faults_of_ledger() == {}
    assert worker.is_running()
