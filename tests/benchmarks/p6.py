"""P-6: from a commit to its sight in SPARQL, over HTTP, while another process writes.

A database and a `var` of its own; a real web server, a real RDF writer, a writing process and this
one, which asks. Times are of one clock: all processes run on this machine.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from config import env, postgres
from tests.benchmarks.measures import Measure

ROOT = Path(__file__).resolve().parents[2]
ITEMS, WRITES_PER_S, SECONDS = 200, 50, 12
_QUERY = "SELECT ?i ?t { ?i a ta:Item ; <http://purl.org/dc/terms/title> ?t }"
_FILL = """
from archive.models import Collection, Item
c = Collection.objects.create(code='P6', title='P6', access='full')
Item.objects.bulk_create(Item(code=f'P6-{{n}}', title='-1', collection=c) for n in range({items}))
"""
_WRITE = """
import time
from archive.models import Item
for n in range({writes}):
    began = time.time()
    Item.objects.filter(code=f'P6-{{n % {items}}}').update(title=str(n))
    print(n, time.time(), flush=True)
    time.sleep(max(0.0, {pause} - (time.time() - began)))
"""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def _database() -> Iterator[str]:
    """A database that is made for this and dropped after it."""
    url = postgres.ensure(env.var_dir())
    name = f"bench_p6_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{url.rsplit('/', 1)[0]}/{name}"
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(name)))


@contextmanager
def _processes(*commands: list[str], environment: dict[str, str]) -> Iterator[None]:
    running = [
        subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
        for command in commands
    ]
    try:
        yield
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


def _ask(url: str) -> dict[str, int]:
    with urllib.request.urlopen(url, timeout=20) as response:
        rows = json.load(response)["results"]["bindings"]
    return {row["i"]["value"]: int(row["t"]["value"]) for row in rows}


def _ask_when_there(url: str) -> None:
    until = time.monotonic() + 90
    while True:
        try:
            if len(_ask(url)) == ITEMS:
                return
        except (OSError, ValueError, urllib.error.URLError):
            if time.monotonic() > until:
                raise
        time.sleep(0.2)


def _lags(url: str, environment: dict[str, str]) -> list[float]:
    """Return the seconds from each commit until an answer held it or what replaced it."""
    program = _WRITE.format(items=ITEMS, writes=WRITES_PER_S * SECONDS, pause=1 / WRITES_PER_S)
    seen: dict[str, list[tuple[float, int]]] = {}
    with subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", program],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
    ) as writer:  # fmt: skip
        over: float | None = None
        while over is None or time.time() < over + 5:
            for item, number in _ask(url).items():
                seen.setdefault(item, []).append((time.time(), number))
            if over is None and writer.poll() is not None:
                over = time.time()
        assert writer.stdout is not None
        commits = [line.split() for line in writer.stdout.read().splitlines()]
    lags = []
    for number, committed in ((int(one), float(two)) for one, two in commits):
        (answers,) = [of for item, of in seen.items() if item.endswith(f"/P6-{number % ITEMS}")]
        shown = next((at for at, title in answers if title >= number), None)
        if shown is None:
            raise RuntimeError(f"Write {number} was never seen.")
        lags.append(shown - committed)
    return lags


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="sonotheque-p6-") as folder, _database() as url:
        port = _free_port()
        base = f"http://localhost:{port}"
        environment = os.environ | {
            "DATABASE_URL": url,
            "SONOTHEQUE_VAR": folder,
            "PORT": str(port),
            "BASE_URL": base,
            "LOG_LEVEL": "ERROR",
            "SPARQL_ENDPOINT_URL": "",
        }
        (Path(folder) / "static").mkdir()
        for command in (
            ["migrate", "-v", "0"],
            ["shell", "--no-imports", "-c", _FILL.format(items=ITEMS)],
        ):
            subprocess.run(
                [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True
            )
        web = [
            "-m",
            "uvicorn",
            "config.asgi:application",
            "--port",
            str(port),
            "--log-level",
            "error",
        ]
        with _processes(web, ["manage.py", "rdf_writer"], environment=environment):
            query = f"PREFIX ta: <{base}/ns#> {_QUERY}"
            address = f"http://127.0.0.1:{port}/sparql?{urllib.parse.urlencode({'query': query})}"
            _ask_when_there(address)
            lags = _lags(address, environment)
    p95 = statistics.quantiles(lags, n=20)[-1]
    how = (
        f"titles at {WRITES_PER_S}/s, p95 over HTTP; median {statistics.median(lags):.3f} s, "
        f"worst {max(lags):.3f} s"
    )
    yield Measure("P-6a", p95, "s", how, samples=len(lags))
