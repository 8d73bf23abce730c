"""F-03: Redis forgets everything every five seconds, and is away while people ask.

100 runs asked over 40 s; FLUSHALL every 5 s, and once in the middle a kill -9 and ten seconds
without a broker, after which it comes back empty. FAULT_PERCENT=20 does a fifth.
"""

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import redis

from tests.benchmarks.measures import Measure
from tests.faults.place import deposit_quickly, folder, share, standing
from tests.processes import free_port, wait_until

RUNS, EVERY_S, AWAY_S = 100, 5.0, 10.0
ODD = "tests.analysis.odd_worker"


class Forgetful:
    """A redis-server that is emptied now and then, and once killed."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.flushed = 0
        self.over = threading.Event()
        self.is_away = False
        self._start()

    def _start(self) -> None:
        program = shutil.which("redis-server")
        if program is None:
            raise SystemExit("F-03 needs a redis-server on this machine.")
        arguments = ("--port", str(self.port), "--bind", "127.0.0.1", "--save", "")
        self._popen = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL)
        client = redis.Redis(port=self.port)
        wait_until(lambda: _answers(client), within_s=10, what="redis-server answers")

    def forget(self) -> None:
        """Flush every few seconds until it is over."""
        while not self.over.wait(EVERY_S):
            with suppress(redis.RedisError):
                redis.Redis(port=self.port, socket_timeout=2).flushall()
                self.flushed += 1

    def go_away(self) -> None:
        self._popen.kill()
        self._popen.wait()
        self.is_away = True

    def come_back(self) -> None:
        self._start()
        self.is_away = False

    def end(self) -> None:
        self.over.set()
        self._popen.kill()
        self._popen.wait()


def measure() -> Iterator[Measure]:
    server = Forgetful()
    try:
        yield from _measured(server)
    finally:
        server.end()


def _measured(server: Forgetful) -> Iterator[Measure]:
    with standing(REDIS_URL=server.url) as house:
        from analysis.models import Run
        from analysis.runs.services import start_run
        from tests.analysis.recordings import recorded_item, staff
        from tests.analysis.worker_processes import faults_of_ledger, preset_of

        deposit_quickly()
        items = [recorded_item(folder(house), seconds=0.3) for _ in range(share(RUNS))]
        actor, preset = staff(), preset_of("level")
        for _ in range(2):
            house.worker(app=ODD, concurrency=1)
        threading.Thread(target=server.forget, daemon=True).start()
        slowest = while_away = 0.0
        for number, item in enumerate(items):
            if number == len(items) // 2:
                server.go_away()
                left = time.monotonic()
            if server.is_away and time.monotonic() - left > AWAY_S:
                server.come_back()
            began = time.monotonic()
            start_run(actor=actor, items=[item], preset=preset)
            took = time.monotonic() - began
            slowest = max(slowest, took)
            while_away += server.is_away
            time.sleep(0.4)
        if server.is_away:
            server.come_back()
        wait_until(
            lambda: not Run.objects.filter(finished_at=None).exists(),
            within_s=240,
            what="all runs end",
        )
        how = f"{len(items)} runs, {server.flushed} FLUSHALL, {while_away:.0f} asked without Redis"
        faults = faults_of_ledger()
        yield Measure("F-03a", float(faults.get("lost", 0)), "runs", f"lost of {how}")
        yield Measure("F-03b", float(faults.get("doubled", 0)), "results", f"doubled in {how}")
        yield Measure("F-03c", float(sum(faults.values())), "faults", f"in the ledger of {how}")
        yield Measure("F-03d", slowest, "s", f"the slowest request of {how}")
        yield Measure("F-03e", while_away, "runs", f"asked while Redis was away, of {how}")


def _answers(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
