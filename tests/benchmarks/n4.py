"""Issue 4's own number: what the rule adds to a list query of 1,000,000 items.

The same list, as the site asks it (25 rows by code) and as a count, with the rule of a visitor and
of a member with a grant, and with nothing in its place. Both are asked of the database by turns in
one process, planning included; the plans are looked at for the tables that they read whole.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.archive100k import MILLION, ensure
from tests.benchmarks.measures import Measure

ROOT = Path(__file__).resolve().parents[2]
TIMES = 41

_PROGRAM = """
import json, statistics, time
from django.db import connection
from django.db.models import F
from archive.access import PUBLIC, Actor
from archive.models import Collection, Grant, Item, User
user, _ = User.objects.get_or_create(username="n4")
closed = Item.objects.filter(access="none").order_by("code").first()
Grant.objects.get_or_create(user=user, item=closed, gives="listen")
member = Actor(user_id=user.pk, is_member=True, has_grants=True)
one = Collection.objects.order_by("code").first()
plain = Item.objects.order_by("code", "pk")
middle = Item.objects.order_by("code")[500_000:500_001].get().code
lists = {
    "first page": lambda rows: rows[:26],
    "page in the middle": lambda rows: rows.filter(code__gt=middle)[:26],
    "page of a collection": lambda rows: rows.filter(collection=one)[:26],
    "latest recordings": lambda rows: rows.order_by(
        F("recorded_from").desc(nulls_last=True), "pk")[:26],
    "newest records": lambda rows: rows.order_by("-created_at", "pk")[:26],
    "count": None,
}
found = {}
for name, narrowed in lists.items():
    times = %d if narrowed else 5
    for who, actor in {"visitor": PUBLIC, "member": member}.items():
        ruled = plain.visible_to(actor)
        both = {
            key: str_and_params for key, str_and_params in (
                (key, (narrowed(rows) if narrowed else rows.order_by()).values_list(
                    "pk", "code", "title", "collection_id").query.sql_with_params())
                for key, rows in (("ours", ruled), ("peer", plain))
            )
        }
        if not narrowed:
            count = "SELECT count(*) FROM (%%s) AS n"
            both = {key: (count.replace("%%s", sql), given) for key, (sql, given) in both.items()}
        took = {"ours": [], "peer": []}
        with connection.cursor() as cursor:
            for n in range(times + 2):
                for key, (sql, params) in both.items():
                    began = time.perf_counter()
                    cursor.execute(sql, params)
                    cursor.fetchall()
                    if n >= 2:
                        took[key].append((time.perf_counter() - began) * 1e3)
            cursor.execute("EXPLAIN (FORMAT JSON) " + both["ours"][0], both["ours"][1])
            plan = cursor.fetchone()[0]
        found[f"{name}, {who}"] = {
            **{key: statistics.median(each) for key, each in took.items()},
            "plan": plan if isinstance(plan, list) else json.loads(plan),
            "samples": times,
        }
print("found", json.dumps(found))
"""


def measure() -> Iterator[Measure]:
    found = _run(_PROGRAM % TIMES, ensure(MILLION))
    for name, each in found.items():
        read_whole = sorted(set(_read_whole(each["plan"][0]["Plan"])))
        counted = name.startswith("count")
        yield Measure(
            "I4-count" if counted else "I4-list",
            each["ours"],
            "ms",
            f"{name}, of {MILLION.items} items, median; read whole: "
            f"{', '.join(read_whole) or 'no table'}",
            peer=each["peer"],
            peer_version="the same without the rule",
            samples=each["samples"],
        )


def _read_whole(plan: dict[str, Any]) -> Iterator[str]:
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for inner in plan.get("Plans", ()):
        yield from _read_whole(inner)


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
