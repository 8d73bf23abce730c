"""The one process that writes the RDF store: `manage.py rdf_writer`."""

import logging
import queue
import signal
import threading
import time
from pathlib import Path

from django import db
from django.conf import settings
from django.db import connection

from archive.events import CHANNEL
from archive.feed import Wakeups
from ontology import iris
from ontology.store import LiveStore
from ontology.sync import Projector

log = logging.getLogger(__name__)

#: Changes that come closer together than this share a generation.
PACE_S = 0.05
_RETRY_S = 1.0
#: An embargo further off is waited for in steps, lest clocks drift apart.
_LONGEST_WAIT_S = 3600.0


def asked_for() -> Path:
    """Return the file whose presence asks the writer to make the store anew."""
    return Path(settings.RDF_DIR) / "rebuild"


def ask_for_refill() -> None:
    """Ask the running writer to make the store anew; it takes the request away when it has."""
    asked_for().parent.mkdir(parents=True, exist_ok=True)
    asked_for().touch()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


class Writer:
    """Brings the store up to date when woken, by an event or by the end of an embargo."""

    def __init__(self) -> None:
        self._wakeups = Wakeups()
        self._woken: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._stopping = False
        self._is_of_this_database = False

    def stop(self) -> None:
        self._stopping = True
        self._woken.put(None)

    def run(self) -> None:
        """Write until stopped.

        Raises
        ------
        StoreBusy : another process writes.
        """
        threading.Thread(target=self._listen, name="rdf-wakeups", daemon=True).start()
        with LiveStore(Path(settings.RDF_DIR), iris.public_graph()) as store:
            projector = Projector(store)
            wait_s: float | None = 0.0
            while not self._stopping:
                self._wait(wait_s)
                wait_s = self._bring_up_to_date(projector)
        self._wakeups.close()

    def _listen(self) -> None:
        for wake in self._wakeups:
            self._woken.put(wake)

    def _wait(self, seconds: float | None) -> None:
        try:
            self._woken.get(timeout=seconds)
            while True:  # many wake-ups are one
                self._woken.get_nowait()
        except queue.Empty:
            return

    def _bring_up_to_date(self, projector: Projector) -> float | None:
        """Apply all there is; return how long to sleep unless woken."""
        try:
            unknown = not self._is_of_this_database
            if asked_for().exists() or (unknown and projector.needs_refill()):
                projector.refill()
                asked_for().unlink(missing_ok=True)
            self._is_of_this_database = True
            while not self._stopping and projector.step().events:
                time.sleep(PACE_S)
            projector.tidy()
            opening_s = projector.seconds_to_opening()
        except (db.OperationalError, db.InterfaceError) as error:
            self._is_of_this_database = False
            log.warning("The database is away, again in %.0f s: %s", _RETRY_S, error)
            return _RETRY_S
        finally:
            db.close_old_connections()
        return None if opening_s is None else min(opening_s, _LONGEST_WAIT_S)


def main() -> None:
    """Write until SIGTERM or SIGINT."""
    writer = Writer()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: writer.stop())
    writer.run()
