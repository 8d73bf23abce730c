"""Issue 3's own numbers, on the archive of 100,000 items (archive100k.py, made on first use).

Pages are asked of Django itself, in a process of their own that stands in that database; the
statements are those of the whole request, session and transaction included. The rename is the
service's; readers ask meanwhile what a visitor of the place would.
"""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.archive100k import COMMON, ITEMS, LARGE, SMALL, ensure
from tests.benchmarks.measures import Measure

ROOT = Path(__file__).resolve().parents[2]
TIMES = 5

_PAGES = """
import json
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from archive.models import User
staff, _ = User.objects.get_or_create(username="n3", is_staff=True)
asked = json.loads(%r)
found = {}
for who in ("visitor", "curator"):
    client = Client(HTTP_HOST="localhost")
    if who == "curator":
        client.force_login(staff)
    client.get("/")
    for path in asked:
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path, HTTP_ACCEPT="text/html")
        assert response.status_code == 200, (path, response.status_code)
        found[f"{who} {path}"] = len(captured)
print("found", json.dumps(found))
"""

_CONTENTS = """
import json, time
from graphql_api import executor
executor.STATEMENT_TIMEOUT_MS = 60_000  # what is measured is how far it is from the limit
from django.db import connection
from django.test.utils import CaptureQueriesContext
from archive.access import PUBLIC
from graphql_api.documents import run
inner = " byteSize earliest latest" + "".join(
    f" {name}(first: 4) {{ itemCount node {{ name }} }}"
    for name in ("countries", "places", "populations", "languages", "instruments")
)
inner = "contents { itemCount itemsWithSound duration" + inner + " }"
text = "query($c: String!) { fonds(code: $c) { " + inner + " } }"
five = "{ allFonds(first: 5) { nodes { " + inner + " } } }"
codes = run("{ allFonds(first: 20) { nodes { code } } }", {}, actor=PUBLIC)["allFonds"]["nodes"]
took, items = [], []
for each in codes:
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        data = run(text, {"c": each["code"]}, actor=PUBLIC)
    took.append((time.perf_counter() - began) * 1e3)
    items.append(data["fonds"]["contents"]["itemCount"])
at_once = []
for _ in range(5):
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as for_five:
        data = run(five, {}, actor=PUBLIC)
    at_once.append((time.perf_counter() - began) * 1e3)
told = [each["contents"]["itemCount"] for each in data["allFonds"]["nodes"]]
assert sorted(told) == sorted(items), (told, items)
print("found", json.dumps({"ms": took, "items": items, "statements": len(captured),
                           "five": at_once, "five_statements": len(for_five)}))
"""

_RENAME = """
import json, time
from django.db import connection, transaction
from archive.access import HOUSE
from archive.history import Change
from archive.models import Event, Place
from archive.services.editing import edited
from archive.kinds import KINDS
before = Change.objects.count(), Event.objects.count()
took = []
for n in range(%d):
    began = time.perf_counter()
    edited(KINDS["place"], actor=HOUSE, cited=%r, columns={"name": f"Renamed {time.time()}"})
    took.append((time.perf_counter() - began) * 1e3)
    time.sleep(0.2)
after = Change.objects.count(), Event.objects.count()
rows = (after[0] - before[0] + after[1] - before[1]) / len(took) + 1
print("found", json.dumps({"ms": took, "rows": rows}))
"""


def _run(program: str, url: str) -> Any:
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", program],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "LOG_LEVEL": "ERROR"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("found ")]
    return json.loads(line.removeprefix("found "))


class Reader(threading.Thread):
    """Asks again and again what a visitor of the place would, and keeps how long each took."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url = url
        self.ms: list[float] = []
        self.over = threading.Event()

    def run(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            while not self.over.is_set():
                began = time.perf_counter()
                connection.execute(
                    "SELECT i.code, p.name FROM archive_item AS i"
                    " JOIN archive_place AS p ON p.id = i.place_id WHERE p.slug = %s"
                    " ORDER BY i.code LIMIT 25",
                    [COMMON],
                ).fetchall()
                self.ms.append((time.perf_counter() - began) * 1e3)
                time.sleep(0.002)


def measure() -> Iterator[Measure]:
    url = ensure()
    yield from _pages(url)
    yield from _contents(url)
    yield from _rename(url)


def _pages(url: str) -> Iterator[Measure]:
    items = ("/items/BENCH_I_000000", "/items/BENCH_I_050000", f"/items/BENCH_I_{ITEMS - 1:06}")
    large, small = "/collections/BENCH_C_0000", "/collections/BENCH_C_0001"
    found = _run(_PAGES % json.dumps([*items, large, small]), url)
    numbers = [found[f"{who} {path}"] for who in ("visitor", "curator") for path in items]
    yield Measure(
        "I3-item-statements",
        max(numbers),
        "statements",
        f"GET of an item's page, the most of {len(items)} items for a visitor and a curator",
        samples=len(numbers),
    )
    more = [found[f"{who} {large}"] - found[f"{who} {small}"] for who in ("visitor", "curator")]
    yield Measure(
        "I3-collection",
        max(abs(each) for each in more),
        "statements more",
        f"GET of a collection's page at {LARGE} items against {SMALL}: "
        f"{found[f'visitor {large}']} and {found[f'visitor {small}']} for a visitor, "
        f"{found[f'curator {large}']} and {found[f'curator {small}']} for a curator",
        samples=len(more),
    )


def _contents(url: str) -> Iterator[Measure]:
    found = _run(_CONTENTS, url)
    yield Measure(
        "I3-contents-ms",
        max(found["ms"]),
        "ms",
        f"what a fonds holds, the slowest of {len(found['ms'])} that hold {sum(found['items'])} "
        f"items together (at most {max(found['items'])}), in {found['statements']} statements",
        samples=len(found["ms"]),
    )
    yield Measure(
        "I3-contents-five-ms",
        max(found["five"]),
        "ms",
        f"the same of all {len(found['items'])} fonds in one question of "
        f"{found['five_statements']} statements, the slowest; "
        f"median {statistics.median(found['five']):.0f} ms",
        samples=len(found["five"]),
    )


def _rename(url: str) -> Iterator[Measure]:
    calm = Reader(url)
    calm.start()
    time.sleep(2)
    calm.over.set()
    calm.join()
    busy = Reader(url)
    busy.start()
    found = _run(_RENAME % (TIMES, COMMON), url)
    busy.over.set()
    busy.join()
    used = ITEMS // 10
    yield Measure(
        "I3-rename-ms",
        statistics.median(found["ms"]),
        "ms",
        f"one signed transaction that renames a place used by {used} items, median; "
        f"worst {max(found['ms']):.1f} ms",
        samples=len(found["ms"]),
    )
    yield Measure(
        "I3-rename-rows",
        found["rows"],
        "rows",
        f"rows written by it: the place, its history, its event; {used} items use it",
        samples=len(found["ms"]),
    )
    yield Measure(
        "I3-rename-readers",
        max(busy.ms) - max(calm.ms),
        "ms longer",
        f"the slowest of {len(busy.ms)} readers of the place meanwhile ({max(busy.ms):.1f} ms) "
        f"against the slowest of {len(calm.ms)} before ({max(calm.ms):.1f} ms); "
        f"medians {statistics.median(busy.ms):.2f} and {statistics.median(calm.ms):.2f} ms",
        samples=len(busy.ms),
    )
