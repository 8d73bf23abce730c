"""Wake-ups reach real workers over both brokers, and a broker that dies takes nothing along.

R-14, spec/reliability.md section 3 (X-04, X-05, X-15).
"""

import re
from typing import Any

import pytest

from config.celery import app
from tests.config.conftest import Redis
from tests.processes import House, Program, wait_until

SEND = """
import django, time
django.setup()
from analysis.workers.waking import wake_workers
wake_workers()  # the first of a process also loads its transport
begun = time.monotonic()
wake_workers()
print(f"sent in {time.monotonic() - begun:.3f} s")
"""


def _sent(house: House, **environment: str) -> float:
    """Send a wake-up from a process of its own; return how long the sender was held."""
    program = house.start("sender", ["-c", SEND], **environment)
    assert program.popen.wait(60) == 0, program.said()
    told = re.search(r"sent in ([\d.]+) s", program.said())
    assert told, program.said()
    return float(told.group(1))


def _woken(worker: Program) -> int:
    return len(re.findall(r"Task analysis\.wake\[[^\]]*\] succeeded", worker.said()))


def _wakes(house: House, worker: Program, **environment: str) -> float:
    before = _woken(worker)
    _sent(house, **environment)
    return wait_until(lambda: _woken(worker) > before, within_s=15, what=worker.said()[-2000:])


@pytest.mark.slow
def test_a_wake_up_reaches_a_worker_by_files(house: House) -> None:
    worker = house.worker(concurrency=1)
    waited = _wakes(house, worker)
    print(f"{waited * 1000:.0f} ms after the sender had ended")
    assert worker.stop() == 0


@pytest.mark.slow
@pytest.mark.redis
def test_a_worker_hears_again_after_redis_was_killed_and_came_back_empty(
    house: House, redis: Redis
) -> None:
    """X-15: the old "stops consuming after a reconnection"."""
    there = {"REDIS_URL": redis.url}
    worker = house.worker(concurrency=1, **there)
    print(f"{_wakes(house, worker, **there) * 1000:.0f} ms")
    redis.kill()
    redis.forget()
    held = _sent(house, **there)
    print(f"without Redis the sender was held {held:.2f} s")
    assert held < 1, "a person's request would wait for the broker"
    redis.start()
    print(f"{_wakes(house, worker, **there):.1f} s after its return")
    assert worker.stop() == 0


def test_the_settings_are_those_that_were_tried() -> None:
    """R-14: each differs from Celery's default for a reason in spec/reliability.md section 3."""
    wanted: dict[str, Any] = {
        "task_acks_late": False,
        "task_reject_on_worker_lost": False,
        "task_ignore_result": True,
        "task_serializer": "json",
        "accept_content": ["json"],
        "result_backend": None,
        "worker_prefetch_multiplier": 1,
        "worker_enable_remote_control": False,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "broker_connection_retry_on_startup": True,
    }
    assert {name: app.conf[name] for name in wanted} == wanted
    assert app.conf.task_publish_retry_policy["max_retries"] == 1


def test_tasks_are_found_and_beat_sends_the_sweep_every_ten_seconds() -> None:
    app.loader.import_default_modules()
    entries = app.conf.beat_schedule.values()
    assert all(entry["task"] in app.tasks for entry in entries)
    (sweep,) = [entry for entry in entries if entry["task"] == "analysis.sweep"]
    assert sweep["schedule"] == 10.0
