"""A worker as the house's own, with two things added for tests; `--app tests.analysis.odd_worker`.

Its children know the odd processors. And where ODD_STOPS names a folder, ODD_PERCENT (100) of the
passes stop their own process (SIGSTOP) once, between storing their files and committing, and leave
its pid in the folder: nothing else hits that moment reliably. ODD_UNFENCED=1 takes the check of the
token away: only the control asks for it.
"""

import os
import signal
from functools import partial
from pathlib import Path
from uuid import UUID

import django
from django.db import connection

from config.celery import app
from tests.analysis.odd_processors import PLUGINS

django.setup()

from analysis.core.job import Job, Outcome  # noqa: E402
from analysis.workers import lease as leases  # noqa: E402 (models, after the set-up)
from analysis.workers import passes  # noqa: E402
from analysis.workers.storing import Stored, store  # noqa: E402

__all__ = ["app"]


def _store_and_stop(outcome: Outcome, work: Path) -> Stored:
    stored = store(outcome, work)
    pass_id = UUID(work.name.partition(".")[0])
    if pass_id.int % 100 >= int(os.environ.get("ODD_PERCENT", "100")):
        return stored
    try:
        with (Path(os.environ["ODD_STOPS"]) / str(pass_id)).open("x") as told:
            told.write(str(os.getpid()))
    except FileExistsError:
        return stored
    os.kill(os.getpid(), signal.SIGSTOP)
    return stored


def _end_anyway(lease: leases.Lease, status: str, error: str = "") -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE analysis_pass SET status = %s, error = %s, lease_token = NULL WHERE id = %s",
            [status, error, lease.pass_id],
        )


vars(passes)["Job"] = partial(Job, plugins=PLUGINS)
if "ODD_STOPS" in os.environ:
    vars(passes)["store"] = _store_and_stop
if os.environ.get("ODD_UNFENCED"):
    vars(leases)["end"] = _end_anyway
