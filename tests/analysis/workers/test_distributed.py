"""Two workers that share no disk: a broker, the database and an object store are enough (S-55)."""

import base64
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings as django_settings
from pytest_django.fixtures import Settings

from analysis.models import Pass, Run, Status
from tests.analysis.recordings import recorded_item
from tests.analysis.worker_processes import faults_of_ledger, wait_for
from tests.config.conftest import Redis, redis
from tests.graphql_api.streams import post
from tests.processes import House, Program, free_port, house

__all__ = ["house", "redis"]
pytestmark = [pytest.mark.redis, pytest.mark.slow]
BUCKET = "sonotheque"
ITEMS = 8
QUERY = """query($c: String!) { item(code: $c) { waveform { urlTemplate levels }
  results(first: 100) { processor name value frames(maxPoints: 50) { values } } } }"""


@dataclass(frozen=True)
class Bucket:
    """An S3 server and what a process is told of it."""

    port: int

    @property
    def environment(self) -> dict[str, str]:
        return {
            "S3_BUCKET": BUCKET,
            "S3_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "S3_REGION": "us-east-1",
            "S3_ACCESS_KEY": "nobody",
            "S3_SECRET_KEY": "nothing",
        }

    def storage(self, name: str) -> dict[str, object]:
        """Return what settings make of that environment."""
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": BUCKET,
                "location": name,
                "endpoint_url": self.environment["S3_ENDPOINT_URL"],
                "region_name": "us-east-1",
                "access_key": "nobody",
                "secret_key": "nothing",
                "default_acl": None,
                "querystring_auth": True,
                "file_overwrite": False,
            },
        }


@pytest.fixture
def bucket(house: House, settings: Settings) -> Bucket:
    made = Bucket(free_port())
    server = house.start("bucket", ("-m", "tests.bucket_server", str(made.port), BUCKET))
    house.ready(server, lambda: "ready" in server.said())
    names = ("masters", "results", "related", "staged")
    settings.STORAGES = {
        **django_settings.STORAGES,
        **{name: made.storage(name) for name in names},
    }
    return made


def far_away(house: House, name: str, bucket: Bucket, redis: Redis) -> tuple[Program, Path]:
    """Start a worker whose folder is its own; return it and its notes of files that it opened."""
    var = house.var.parent / f"{house.var.name}-{name}"
    var.mkdir()
    notes = var / "opened"
    worker = house.worker(
        app="tests.analysis.distant_worker",
        concurrency=1,
        SONOTHEQUE_VAR=str(var),
        REDIS_URL=redis.url,
        OPENED=str(notes),
        OPENED_BELOW=str(house.var.parent),
        **bucket.environment,
    )
    return worker, notes


def test_two_workers_without_a_common_disk_make_one_run(
    house: House, bucket: Bucket, redis: Redis, tmp_path: Path
) -> None:
    items = [recorded_item(tmp_path, seconds=10.0) for _ in range(ITEMS)]
    (first, first_notes), (second, second_notes) = (
        far_away(house, name, bucket, redis) for name in ("one", "two")
    )
    slots = {str(each.pid) for worker in (first, second) for each in worker.descendants()}
    house.manage("analyse_demo", REDIS_URL=redis.url, **bucket.environment)
    run = Run.objects.get()
    wait_for(run, within_s=120)
    assert run.status == Status.DONE, run.error
    assert faults_of_ledger() == {}
    made_by = {row.worker.rpartition(":")[2] for row in Pass.objects.all()}
    # Celery replaces a slot when it likes to: those of the beginning count as well.
    slots |= {str(each.pid) for worker in (first, second) for each in worker.descendants()}
    print(f"{Pass.objects.count()} passes by {len(made_by)} worker slots")
    assert len(made_by) == 2
    assert made_by <= slots

    first.kill()  # what it kept on its disk is gone with it
    second.kill()
    opened = [notes.read_text().splitlines() for notes in (first_notes, second_notes)]
    folders = [str(notes.parent) for notes in (first_notes, second_notes)]
    strange = [
        path
        for paths, own in zip(opened, folders, strict=True)
        for path in paths
        if not path.startswith(own + "/")
    ]
    print(f"{sum(map(len, opened))} files opened by two workers, {len(strange)} of another place")
    assert min(map(len, opened)) > 0
    assert strange == []
    number = int(items[0].title.rpartition(" ")[2])
    read_back(house, bucket, str(items[0].code), 201.0 + number)


def read_back(house: House, bucket: Bucket, code: str, frequency: float) -> None:
    """Read values, curves and tiles by a web server in a folder without any of them."""
    var = house.var.parent / f"{house.var.name}-web"
    var.mkdir()
    (var / "site").symlink_to(house.var.parent / "site")
    _, base = house.web(SONOTHEQUE_VAR=str(var), **bucket.environment)
    answer = post(base, {"query": QUERY, "variables": {"c": code}}, {})[1]
    item = answer["data"]["item"]
    values = {f"{each['processor']}.{each['name']}": each["value"] for each in item["results"]}
    assert values["level.peak"] == pytest.approx(-6, abs=0.1)
    (f0,) = [each["frames"]["values"] for each in item["results"] if each["name"] == "f0"]
    heard = np.frombuffer(base64.b64decode(f0), "<f4")
    assert np.nanmedian(heard) == pytest.approx(frequency, rel=0.01)
    tile = item["waveform"]["urlTemplate"].format(level=0, index=0)
    with urllib.request.urlopen(base + tile) as reply:
        assert len(reply.read()) > 1000
    kept = [path for folder in (house.var, var) for path in folder.rglob("*") if is_result(path)]
    assert kept == [], "the web server and this process keep no master and no result"


def is_result(path: Path) -> bool:
    return path.is_file() and ("media" in path.parts or path.suffix in (".h5", ".wav"))
