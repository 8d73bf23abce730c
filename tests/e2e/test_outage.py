"""The database is stopped while the site is served: a plain sentence, and nothing is lost."""

import os
import signal
import threading
import time
from collections import Counter
from contextlib import suppress

import pytest

from tests.e2e import demo as demos

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

SLIDE = "CNRSMH_I_1970_012_041_15"
SENTENCE = "database does not answer"


def _postmaster(demo: demos.Demo) -> int:
    pid_file = demo.folder / "var" / "postgres" / "data" / "postmaster.pid"
    return int(pid_file.read_text().split()[0])


def _keep_down(demo: demos.Demo, seconds: float) -> None:
    """Stop the database whenever it is up, so that somebody meets it stopped."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(OSError, ValueError, IndexError):
            os.kill(_postmaster(demo), signal.SIGQUIT)
        time.sleep(0.5)


def test_the_site_says_so_and_comes_back(demo: demos.Demo) -> None:
    """F-05, R-15: stopped in the immediate mode, with readers at three doors."""
    down = threading.Thread(target=_keep_down, args=(demo, 2.0))
    down.start()
    seen: Counter[tuple[str, int]] = Counter()
    told: set[str] = set()
    deadline = time.monotonic() + 60
    in_a_row = 0
    while in_a_row < 5:
        assert time.monotonic() < deadline, (seen, told)
        page = demo.get(f"/items/{SLIDE}", Accept="text/html")
        turtle = demo.get(f"/items/{SLIDE}", Accept="text/turtle")
        api = demo.ask(
            "POST",
            "/graphql",
            f'{{"query": "{{ item(code: \\"{SLIDE}\\") {{ title }} }}"}}'.encode(),
            {"Content-Type": "application/json", "Accept": "application/json"},
        )
        answers = {"page": page, "turtle": turtle, "graphql": api}
        for door, answer in answers.items():
            seen[door, answer.status] += 1
            assert "Traceback" not in answer.text
            assert "psycopg" not in answer.text
            if answer.status == 503 or (door == "graphql" and "errors" in answer.json):
                told.add(door)
                assert SENTENCE in answer.text, answer.text[:300]
        good = all(a.status == 200 for a in answers.values()) and "errors" not in api.json
        in_a_row = in_a_row + 1 if good else 0
        time.sleep(0.05)
    down.join()
    print(dict(seen), "said so:", sorted(told))
    assert told, "the database was back before anybody asked: nothing was shown"
    assert api.json["data"]["item"]["title"]
