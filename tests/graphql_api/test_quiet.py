"""While runs and changes are followed and nothing happens, the database hears nothing (D-19).

What counts is the database's own statistics: transactions in the house's database, where only the
web server is at work. The control follows the same run through a server that polls.
"""

import time

import psycopg
import pytest
from django.conf import settings

from analysis.models import Run, Status
from archive.events import sequence
from archive.services.accounts import issue_token
from config import env
from graphql_api.changes import cursor_now
from tests.factories import make_place, make_user
from tests.graphql_api.streams import streaming
from tests.graphql_api.test_changes import FOLLOW as CHANGES
from tests.graphql_api.test_changes import told as next_change
from tests.graphql_api.test_streams import FOLLOW, change, id_of, told
from tests.processes import House, free_port

pytestmark = pytest.mark.slow

#: The catch-up read after the last event, and PostgreSQL's delay in counting an idle session.
SETTLED_S = 5 + 10 + 1
WATCHED_S = 8
#: Autovacuum and the like may pass by.
STRANGERS = 5


def transactions(house: House) -> int:
    """Return how many transactions the house's database has seen; asked from another database."""
    name = house.database_url.rpartition("/")[2]
    with psycopg.connect(env.database_url()) as connection:
        row = connection.execute(
            "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = %s", [name]
        ).fetchone()
    assert row
    return int(row[0])


def followed(house: House, base: str, *, settle_s: float) -> int:
    """Follow a run, and all changes; return how many transactions ran while nothing happened."""
    user = make_user(is_staff=True)
    token = issue_token(user=user, name="test")
    run = Run.objects.create(requested_by=user, preset="default", nodes=[])
    sequence()
    cursor = cursor_now()
    with (
        streaming(base, FOLLOW, token=token, r=id_of(run)) as stream,
        streaming(base, CHANGES, token=token, a=cursor) as changes,
    ):
        told(stream)
        place = make_place("Sanga")
        assert next_change(changes)["record"]["name"] == place.name
        change(run, status=Status.RUNNING, progress=0.5)
        assert told(stream)["progress"] == 0.5
        time.sleep(settle_s)
        before = transactions(house)
        time.sleep(WATCHED_S)
        ran = transactions(house) - before
        change(run, status=Status.DONE, progress=1)
        assert told(stream)["status"] == "DONE"
        assert stream.next().name == "complete"
        place.delete()
        assert next_change(changes)["change"] == "GONE"
    return ran


def test_following_a_run_asks_nothing_while_nothing_happens(house: House) -> None:
    _, base = house.web(SECRET_KEY=settings.SECRET_KEY)
    ran = followed(house, base, settle_s=SETTLED_S)

    print(f"{ran} transactions in {WATCHED_S} s of a run followed for {SETTLED_S + WATCHED_S} s")
    assert ran <= STRANGERS


def test_a_server_that_polls_is_seen_in_the_same_statistics(house: House) -> None:
    """Control: the measure bites."""
    base = polling_web(house)
    ran = followed(house, base, settle_s=1)

    print(f"{ran} transactions in {WATCHED_S} s, polling")
    assert ran > 4 * STRANGERS


def polling_web(house: House) -> str:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    web = house.start(
        "polling-web",
        ("-m", "uvicorn", "tests.graphql_api.polling:application", "--port", str(port)),
        BASE_URL=base,
        SECRET_KEY=settings.SECRET_KEY,
    )
    house.ready(web, lambda: "Uvicorn running" in web.said())
    return base
