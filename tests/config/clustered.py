"""A user of a cluster, as a program: `python -m tests.config.clustered VAR [WAYS] [hold]`.

It joins, tells as JSON what it found, and with `hold` stays until its input ends.
"""

import json
import os
import sys
from pathlib import Path

import psycopg

from config import unroot
from config.postgres import Cluster

QUESTIONS = {
    "superuser": "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user",
    "fsync": "SHOW fsync",
    "extensions": "SELECT string_agg(extname, ' ') FROM pg_extension",
    "marks": "SELECT count(*)::text FROM mark",
}


def main(var: Path, ways: str = "", hold: str = "") -> None:
    if ways:
        unroot.WAYS = {way: unroot.WAYS[way] for way in ways.split(",")}
    cluster = Cluster(var)
    url = cluster.join()
    with psycopg.connect(url, autocommit=True) as connection:
        # Two that make one table at once clash even so; the lock goes with the connection.
        connection.execute("SELECT pg_advisory_lock(1)")
        connection.execute("CREATE TABLE IF NOT EXISTS mark (id int)")
        connection.execute("INSERT INTO mark VALUES (1)")
        told: dict[str, object] = {}
        for name, question in QUESTIONS.items():
            row = connection.execute(question.encode()).fetchone()
            told[name] = row[0] if row else None
    postmaster = cluster.postmaster()
    told |= {"url": url, "uid": os.geteuid(), "postmaster": postmaster.pid if postmaster else 0}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    if hold:
        sys.stdin.read()
    cluster.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
