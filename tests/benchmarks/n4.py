"""Issue 4's own number: what the rule adds to a list query of 1,000,000 items.

The same list, as the site asks it (25 rows in its orders) and as a count, with the rule of a
visitor and of a member with a grant, and with nothing in its place, by turns in one process.
I4-list is the list query that a client sends, answered whole by the schema; I4-count the count, as
the site counts. I4-page is the statement of the page alone, planning included: a tenth of a
millisecond, of which any condition is a part. Plans are looked at for tables that they read whole.
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
from archive.access import PUBLIC
from archive.actors import actor_of_user
from archive.models import Collection, Grant, Item, User
user, _ = User.objects.get_or_create(username="n4")
closed = Item.objects.filter(access="none").order_by("code").first()
Grant.objects.get_or_create(user=user, item=closed, gives="listen")
member = actor_of_user(user)
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
from archive.counting import halves_of
def statements(rows):
    rows = rows.order_by()
    parts = halves_of(rows.query) or (rows.query,)
    for part in parts:
        part = part.chain()
        part.clear_select_clause()
        part.add_fields(["pk"])
        sql, given = part.sql_with_params()
        yield f"SELECT count(*) FROM ({sql}) AS n", given
def answered(sort, actor):
    from graphql_api.context import Context
    from graphql_api.schema import schema
    query = "query($o: ItemOrder) { items(first: 25, order: $o) { nodes { code title } } }"
    who_asks = Context(actor=actor)
    done = schema.execute_sync(query, variable_values={"o": sort}, context_value=who_asks)
    assert done.errors is None and len(done.data["items"]["nodes"]) == 25, done.errors
found = {}
import archive.querysets
from django.db.models import Q
rule = archive.querysets.item_rule
for sort in ("CODE", "RECORDED_LATEST", "NEWEST"):
    for who, actor in {"visitor": PUBLIC, "member": member}.items():
        took = {"ours": [], "peer": []}
        for n in range(%(times)d + 2):
            for key in took:
                archive.querysets.item_rule = rule if key == "ours" else lambda *_: Q()
                began = time.perf_counter()
                answered(sort, actor)
                if n >= 2:
                    took[key].append((time.perf_counter() - began) * 1e3)
        archive.querysets.item_rule = rule
        found[f"whole answer, {sort}, {who}"] = {
            **{key: statistics.median(each) for key, each in took.items()},
            "plans": [], "samples": %(times)d,
        }
for name, narrowed in lists.items():
    times = %(times)d if narrowed else 15
    for who, actor in {"visitor": PUBLIC, "member": member}.items():
        both = {
            key: [narrowed(rows).values_list("pk", "code", "title", "collection_id")
                  .query.sql_with_params()] if narrowed else [*statements(rows)]
            for key, rows in (("ours", plain.visible_to(actor)), ("peer", plain))
        }
        took = {"ours": [], "peer": []}
        with connection.cursor() as cursor:
            for n in range(times + 2):
                for key, asked in both.items():
                    began = time.perf_counter()
                    for sql, params in asked:
                        cursor.execute(sql, params)
                        cursor.fetchall()
                    if n >= 2:
                        took[key].append((time.perf_counter() - began) * 1e3)
            plans = []
            for sql, params in both["ours"]:
                cursor.execute("EXPLAIN (FORMAT JSON) " + sql, params)
                plan = cursor.fetchone()[0]
                plans += plan if isinstance(plan, list) else json.loads(plan)
        found[f"{name}, {who}"] = {
            **{key: statistics.median(each) for key, each in took.items()},
            "plans": plans,
            "samples": times,
        }
print("found", json.dumps(found))
"""


def measure() -> Iterator[Measure]:
    found = _run(_PROGRAM % {"times": TIMES}, ensure(MILLION))
    for name, each in found.items():
        read_whole = sorted({n for plan in each["plans"] for n in _read_whole(plan["Plan"])})
        looked_at = f"; read whole: {', '.join(read_whole) or 'no table'}" if each["plans"] else ""
        kind = name.partition(",")[0]
        yield Measure(
            {"whole answer": "I4-list", "count": "I4-count"}.get(kind, "I4-page"),
            each["ours"],
            "ms",
            f"{name}, of {MILLION.items} items, median{looked_at}",
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
