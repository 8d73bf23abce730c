"""An archive of 100,000 items: generated, seeded, kept in its own database, resumed after a kill.

    python -m tests.benchmarks.archive100k          # makes it, or goes on where it was ended
    url = ensure()                                  # the same, for a benchmark
    url = ensure(MILLION)                           # ten times the items, with nothing around them

The same seed gives the same rows with the same ids. Rows are made by the database itself, in
steps; each step and its mark are one transaction. Triggers stand still while rows come in (history
would cost six times the load) and closures are made in one statement at the end. Files are rows
without bytes.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from config import env, postgres

ROOT = Path(__file__).resolve().parents[2]
SEED = 3
ITEMS = 100_000
CHUNK = 10_000
#: One collection of each size; the others share the rest.
LARGE, SMALL = 10_000, 10
COLLECTIONS = 1_000
#: Each tenth item was recorded in this one village.
COMMON = "bench-village-0"
TABLES = (
    "fonds corpus corpusfonds collection collectioncorpus item itempopulation itemlanguage "
    "itemagent performance file part place placename placeedge instrument instrumentedge "
    "population language agent"
)
TREES = ("place", "instrument", "population")


@dataclass(frozen=True)
class Plan:
    """An archive to be made: its database, how many items, and what is said of each."""

    database: str
    items: int
    #: Whether items have groups, languages, people, performances and files.
    is_linked: bool = True
    #: SQL for an item's own level, embargo and protocols, by its number `n`.
    access: str = "NULL, NULL, NULL"


WHOLE = Plan("sonotheque_100k", ITEMS)
#: One item in ten is closed by its level, one in fifty under embargo, one in a hundred under a
#: protocol, as its collection's level may close it too (one in seven says metadata).
MILLION = Plan(
    "sonotheque_1m",
    1_000_000,
    is_linked=False,
    access="CASE WHEN n % 20 = 3 THEN 'none' WHEN n % 20 = 4 THEN 'metadata' END, "
    "CASE WHEN n % 50 = 7 THEN timestamptz '2090-01-01' END, "
    "CASE WHEN n % 100 = 9 THEN bench_id('protocolset', 0) END",
)


@dataclass(frozen=True)
class Step:
    """What is loaded in one transaction."""

    name: str
    statements: tuple[str, ...]


_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION bench_id(kind text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql
    AS $$ SELECT md5('{SEED} ' || kind || ' ' || n)::uuid $$;
CREATE OR REPLACE FUNCTION bench_any(salt text, n bigint, of bigint) RETURNS bigint
    IMMUTABLE LANGUAGE sql
    AS $$ SELECT (hashtextextended(salt || n, {SEED}) & 9223372036854775807) % of $$;
"""

_PLACES = """
INSERT INTO archive_place (id, slug, name, is_authoritative, country_code, latitude, longitude)
SELECT bench_id('place', n), CASE WHEN n < 6000 THEN 'bench-village-' || n
                                  WHEN n < 7200 THEN 'bench-region-' || n
                                  WHEN n < 7260 THEN 'bench-country-' || n
                                  ELSE 'bench-continent-' || n END,
       initcap(translate(md5('place' || n), '0123456789', 'aeiouaeiou')), n >= 7200, '',
       bench_any('latitude', n, 12000) / 100.0 - 60, bench_any('longitude', n, 36000) / 100.0 - 180
FROM generate_series(0, 7264) AS n
"""
_PLACE_EDGES = """
INSERT INTO archive_placeedge (child_id, parent_id)
SELECT bench_id('place', n), bench_id('place', CASE
    WHEN n < 6000 THEN 6000 + bench_any('region', n, 1200)
    WHEN n < 7200 THEN 7200 + bench_any('country', n, 60)
    ELSE 7260 + bench_any('continent', n, 5) END)
FROM generate_series(0, 7259) AS n
"""
_PLACE_NAMES = """
INSERT INTO archive_placename (name, language, place_id)
SELECT initcap(md5('name' || n || l)), l, bench_id('place', n)
FROM generate_series(0, 7264) AS n, unnest(ARRAY['fr', 'es']) AS l
"""
_OPEN = """
UPDATE archive_item SET is_open_to_all = true
 WHERE archive_open_to_all(state, access, protocol_set_id, collection_id)
"""
_COUNTRIES = "UPDATE archive_place SET kind = 'country' WHERE slug LIKE 'bench-country-%'"
_INSTRUMENTS = """
INSERT INTO archive_instrument (id, slug, name, is_authoritative, hornbostel_sachs)
SELECT bench_id('instrument', n), 'bench-instrument-' || n, 'Instrument ' || n, true,
       (1 + n % 4) || repeat('1', (n / 100)::int)
FROM generate_series(0, 418) AS n
"""
_INSTRUMENT_EDGES = """
INSERT INTO archive_instrumentedge (child_id, parent_id)
SELECT bench_id('instrument', n), bench_id('instrument', n % 20) FROM generate_series(20, 418) AS n
"""
_TERMS = """
INSERT INTO archive_{model} (id, slug, name, is_authoritative)
SELECT bench_id('{model}', n), {slug}, '{title} ' || n, {authority}
FROM generate_series(0, {last}) AS n
"""
_LEVELS = """
INSERT INTO archive_{model} (id, code, title, description, access)
SELECT bench_id('{model}', n), 'BENCH_{letter}_' || lpad(n::text, 4, '0'),
       '{title} ' || n, repeat('Recordings of one mission, as its notebooks describe it. ', 4),
       CASE WHEN n % 7 = 6 THEN 'metadata' ELSE 'full' END
FROM generate_series(0, {last}) AS n
"""
_LINK = """
INSERT INTO archive_{table} ({child}_id, {parent}_id)
SELECT bench_id('{child}', n), bench_id('{parent}', bench_any('{parent}', n, {of}))
FROM generate_series(0, {last}) AS n
"""
_ITEMS = """
INSERT INTO archive_item (id, code, title, original_title, description, place_comment, credit,
                          source, collection_id, place_id, recorded, recorded_from, recorded_to,
                          access, embargo_until, protocol_set_id)
SELECT bench_id('item', n), 'BENCH_I_' || lpad(n::text, 6, '0'), 'Song ' || n,
       initcap(translate(md5('title' || n), '0123456789', 'aeiouaeiou')),
       repeat('Sung at the well before sunrise, with clapping. ', (n % 5)::int), '', '', '',
       bench_id('collection', CASE WHEN n < {large} THEN 0 WHEN n < {large} + {small} THEN 1
                              ELSE 2 + bench_any('collection', n, {collections} - 2) END),
       bench_id('place', CASE WHEN n % 10 = 0 THEN 0 ELSE 1 + bench_any('place', n, 5999) END),
       y::text, make_date(y, 1, 1), make_date(y, 12, 31), {access}
FROM generate_series({first}, {last}) AS n, LATERAL (SELECT (1930 + n % 90)::int AS y) AS year
"""
_ITEM_LINKS = (
    """
INSERT INTO archive_itempopulation (item_id, population_id)
SELECT bench_id('item', n), bench_id('population', bench_any('population', n, 2513))
FROM generate_series({first}, {last}) AS n
""",
    """
INSERT INTO archive_itemlanguage (item_id, language_id)
SELECT bench_id('item', n), bench_id('language', bench_any('language', n, 600))
FROM generate_series({first}, {last}) AS n
""",
    """
INSERT INTO archive_itemagent (item_id, agent_id, role, audience)
SELECT bench_id('item', n), bench_id('agent', bench_any(r, n, 2000)), r,
       CASE r WHEN 'recordist' THEN 'public' ELSE 'staff' END
FROM generate_series({first}, {last}) AS n, unnest(ARRAY['recordist', 'performer']) AS r
""",
    """
INSERT INTO archive_performance (id, item_id, position, instrument_id, musicians)
SELECT bench_id('performance', n * 2 + k), bench_id('item', n), k + 1,
       bench_id('instrument', bench_any('instrument' || k, n, 419)), ''
FROM generate_series({first}, {last}) AS n, generate_series(0, n % 2) AS k
""",
    """
INSERT INTO archive_file (id, sha256, byte_size, storage_name, mime_type, format, codec,
    sample_rate, channels, bit_depth, frame_count, duration_s, integrity, integrity_note)
SELECT bench_id('file', n), h, 52920044, left(h, 2) || '/' || substr(h, 3, 2) || '/' || h || '.wav',
       'audio/wav', 'wav', 'pcm_s16', 44100, 1, 16, 26460000, 600, 'ok', ''
FROM generate_series({first}, {last}, 2) AS n,
     LATERAL (SELECT encode(sha256(convert_to('{seed} ' || n, 'UTF8')), 'hex') AS h) AS hash
""",
    """
INSERT INTO archive_part (id, item_id, file_id, start_frame, original_name)
SELECT bench_id('part', n), bench_id('item', n), bench_id('file', n), 0, 'side ' || n || '.wav'
FROM generate_series({first}, {last}, 2) AS n
""",
)
#: One protocol that admits whom its stewards have named, and has named nobody.
_PROTOCOLS = (
    "INSERT INTO archive_protocol (id, slug, name, withholds, admits) VALUES "
    "(bench_id('protocol', 0), 'bench', 'Bench', 'record', 'named')",
    "INSERT INTO archive_protocolset (id, combine) VALUES (bench_id('protocolset', 0), 'any')",
    "INSERT INTO archive_protocolinset (protocol_set_id, protocol_id) "
    "VALUES (bench_id('protocolset', 0), bench_id('protocol', 0))",
)
_CLOSURE = """
INSERT INTO archive_{tree}closure (ancestor_id, descendant_id)
WITH RECURSIVE up (ancestor_id, descendant_id) AS (
    SELECT id, id FROM archive_{tree}
    UNION
    SELECT e.parent_id, up.descendant_id FROM up
    JOIN archive_{tree}edge AS e ON e.child_id = up.ancestor_id
)
SELECT ancestor_id, descendant_id FROM up ON CONFLICT DO NOTHING
"""


def steps(plan: Plan = WHOLE) -> Iterator[Step]:
    """Yield what is to be loaded, in order."""
    yield Step("functions", (_FUNCTIONS,))
    yield Step("still", tuple(_triggers("DISABLE")))
    yield Step("places", (_PLACES, _PLACE_EDGES, _PLACE_NAMES))
    yield Step("instruments", (_INSTRUMENTS, _INSTRUMENT_EDGES))
    terms = (
        ("population", "Group", "true", 2512, "'bench-group-' || n"),
        # Three letters, of those that ISO 639-3 leaves to everybody's own use, and some beyond.
        ("language", "Language", "true", 599, "'q' || chr(97 + n / 26) || chr(97 + n % 26)"),
        ("agent", "Person", "false", 1999, "'bench-person-' || n"),
    )
    yield Step(
        "terms",
        tuple(
            _TERMS.format(model=m, title=t, authority=a, last=n, slug=s) for m, t, a, n, s in terms
        ),
    )
    levels = (("fonds", "F", 4), ("corpus", "K", 19), ("collection", "C", COLLECTIONS - 1))
    yield Step(
        "levels",
        (
            *(_LEVELS.format(model=m, letter=c, title=m.title(), last=n) for m, c, n in levels),
            _LINK.format(table="corpusfonds", child="corpus", parent="fonds", of=5, last=19),
            _LINK.format(
                table="collectioncorpus",
                child="collection",
                parent="corpus",
                of=20,
                last=COLLECTIONS - 1,
            ),
        ),
    )
    if "protocolset" in plan.access:
        yield Step("protocols", _PROTOCOLS)
    for first in range(0, plan.items, CHUNK):
        bounds = {
            "first": first,
            "last": first + CHUNK - 1,
            "large": LARGE,
            "small": SMALL,
            "collections": COLLECTIONS,
            "seed": SEED,
            "access": plan.access,
        }
        rows = (_ITEMS, *(_ITEM_LINKS if plan.is_linked else ()))
        yield Step(f"items {first}", tuple(each.format(**bounds) for each in rows))
    yield Step("countries", (_COUNTRIES,))
    yield Step("open to all", (_OPEN,))
    yield Step("closures", tuple(_CLOSURE.format(tree=tree) for tree in TREES))
    yield Step("awake", (*_triggers("ENABLE"), "ANALYZE"))


def _triggers(verb: str) -> list[str]:
    return [f"ALTER TABLE archive_{table} {verb} TRIGGER USER" for table in TABLES.split()]


def ensure(plan: Plan = WHOLE) -> str:
    """Let the archive be there, and return its database's URL."""
    cluster = postgres.ensure(env.var_dir())
    url = f"{cluster.rsplit('/', 1)[0]}/{plan.database}"
    with psycopg.connect(cluster, autocommit=True) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [plan.database])
        if there.fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(plan.database)))
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v", "0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        check=True,
    )
    with psycopg.connect(url, autocommit=True) as connection:
        _load(connection, plan)
    return url


def _load(connection: "psycopg.Connection[tuple[object, ...]]", plan: Plan) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS bench_progress (step text PRIMARY KEY, s real)")
    # Of two that are started at once, one loads and the other finds it done.
    connection.execute("SELECT pg_advisory_lock(hashtext('bench_progress'))")
    done = {row[0] for row in connection.execute("SELECT step FROM bench_progress").fetchall()}
    for step in steps(plan):
        if step.name in done:
            continue
        began = time.monotonic()
        with connection.transaction():
            for statement in step.statements:
                connection.execute(statement.encode())
            connection.execute(
                "INSERT INTO bench_progress VALUES (%s, %s)", [step.name, time.monotonic() - began]
            )
    if "vacuumed" not in done:  # what autovacuum does in a house that stands longer
        connection.execute("VACUUM (ANALYZE) archive_item")
        connection.execute("INSERT INTO bench_progress VALUES ('vacuumed', 0)")
    connection.execute("SELECT pg_advisory_unlock(hashtext('bench_progress'))")


def main() -> None:
    began = time.monotonic()
    url = ensure()
    with psycopg.connect(url) as connection:
        counts = {
            table: connection.execute(
                sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(f"archive_{table}"))
            ).fetchone()
            for table in TABLES.split()
        }
    told = ", ".join(f"{row[0]} {table}" for table, row in counts.items() if row)
    sys.stdout.write(f"{WHOLE.database}: {told} ({time.monotonic() - began:.0f} s)\n")


if __name__ == "__main__":
    main()
