"""F-15: one item public and restricted 500 times while 20 readers stream, query and subscribe.

A request that began after the commit of "restricted" and ended before the next opening was begun
may give nothing of the item: no byte of its sound, no word of it, no event. SPARQL is held to the
moment at which who withdraws is told that it is gone from every mirror. FAULT_PERCENT=10 does 50
flips. F-15c counts what was shown while it was public: without that, nothing was looked at.
`SONOTHEQUE_F15_CONTROL=1` leaves the item public where it should be restricted; F-15a must then
not be met.
"""

import http.client
import json
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.benchmarks.measures import Measure
from tests.faults.place import deposit_quickly, folder, share, standing
from tests.graphql_api.streams import post, streaming
from tests.processes import House

FLIPS, READERS = 500, 20
#: A moment, closed or open, lasts until every door has answered in it, or as long as this.
LONGEST_S = 5.0
#: How long a stream is waited for that has nothing to say.
PATIENCE_S = 0.5
TITLE = "The song of the flipped item"
CODE = "FLIPPED"
CONTROL = os.environ.get("SONOTHEQUE_F15_CONTROL") == "1"
CHANGES = """subscription($a: String) { archiveChanges(kinds: [ITEM], after: $a) {
  record { ... on Item { code title } } } }"""


@dataclass(frozen=True)
class Answer:
    """A request: its door, when it began and ended, and whether anything of the item was in it."""

    door: str
    began: float
    ended: float
    shows: bool


@dataclass
class Watch:
    """What all readers were told, and when the item was closed."""

    over: threading.Event = field(default_factory=threading.Event)
    answers: list[Answer] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    #: From the commit of "restricted" until opening begins; from when the mirrors show it.
    closed: list[tuple[float, float]] = field(default_factory=list)
    mirrored: list[tuple[float, float]] = field(default_factory=list)

    def read(self, door: str, ask: Callable[[], bool]) -> None:
        while not self.over.is_set():
            began = time.monotonic()
            shows = ask()
            self.answers.append(Answer(door, began, time.monotonic(), shows))
            time.sleep(0.1)

    def has_looked(self, doors: int, since: float) -> bool:
        """Return whether each door was asked, and answered, after a moment."""
        return len({each.door for each in self.answers[-200:] if each.began >= since}) == doors

    def examined(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """Count by door: answers of closed moments, those that leaked, those that showed it."""
        looked, leaked, shown = Counter[str](), Counter[str](), Counter[str]()
        for answer in self.answers:
            moments = self.mirrored if answer.door == "sparql" else self.closed
            shown[answer.door] += answer.shows
            if any(a <= answer.began and answer.ended <= b for a, b in moments):
                looked[answer.door] += 1
                leaked[answer.door] += answer.shows
        return looked, leaked, shown


def measure() -> Iterator[Measure]:
    with standing() as house:
        item_audio, cursor, base = _served(house)
        watch = Watch()
        doors = _doors(base, item_audio, cursor)
        names = [list(doors)[n % len(doors)] for n in range(READERS)]
        readers = [
            threading.Thread(target=watch.read, args=(name, doors[name]), daemon=True)
            for name in names
        ]
        readers.append(threading.Thread(target=_listen, args=(base, watch), daemon=True))
        for reader in readers:
            reader.start()
        flips = share(FLIPS)
        slow = _flip(watch, flips, len(doors))
        watch.over.set()
        for reader in readers[:-1]:
            reader.join(30)
        looked, leaked, shown = watch.examined()
        late = sum(any(a <= at <= b for a, b in watch.closed) for at in watch.told)
        each = ", ".join(f"{door} {looked[door]}" for door in doors)
        how = f"{flips} flips, {READERS} readers; answers of closed moments: {each}"
        told = f"answers of closed moments that showed it ({dict(leaked)})"
        yield Measure("F-15a", float(sum(leaked.values())), "answers", f"{told}, {how}")
        yield Measure("F-15b", float(late), "events", f"told to an open subscription, {how}")
        shown["subscription"] = len(watch.told)
        least = min(*(min(looked[door], shown[door]) for door in doors), len(watch.told))
        yield Measure(
            "F-15c",
            float(least),
            "answers",
            f"of the door least looked at, closed or open ({dict(shown)} shown), {how}",
        )
        yield Measure("F-15d", float(slow), "flips", f"whose mirrors were late, {how}")


def _served(house: House) -> tuple[str, str, str]:
    from tests.analysis.recordings import recorded_item

    deposit_quickly()
    item = recorded_item(folder(house), seconds=5)
    type(item).objects.filter(pk=item.pk).update(title=TITLE, code=CODE)
    _, base = house.web()
    writer = house.start("rdf", ("manage.py", "rdf_writer"), BASE_URL=base)
    query = "query($c: String!) { item(code: $c) { audio { url } } changesCursor }"
    _, answer = post(base, {"query": query, "variables": {"c": CODE}}, {})
    data = answer["data"]
    house.ready(writer, lambda: _sparql(base))
    return data["item"]["audio"]["url"], data["changesCursor"], base


def _doors(base: str, audio: str, cursor: str) -> dict[str, Callable[[], bool]]:
    """Return what each kind of reader asks, telling whether anything of the item came."""
    one = "query($c: String!) { item(code: $c) { title } }"
    every = "{ items(first: 50) { totalCount nodes { title } } }"

    def graphql(query: str) -> Callable[[], bool]:
        body = {"query": query, "variables": {"c": CODE} if "$c" in query else {}}
        return lambda: TITLE in json.dumps(post(base, body, {})[1])

    def replay() -> bool:
        try:
            with streaming(base, CHANGES, timeout_s=PATIENCE_S, a=cursor) as stream:
                return TITLE in json.dumps(stream.next().data)
        except (OSError, StopIteration):  # nothing came: the stream waits for what is new
            return False

    return {
        "sound": lambda: _get(base, urlsplit(audio).path, {"Range": "bytes=1000-9999"})[0] == 206,
        "page": lambda: TITLE in _get(base, f"/items/{CODE}", {"Accept": "text/html"})[1],
        "document": lambda: TITLE in _get(base, f"/items/{CODE}", {"Accept": "text/turtle"})[1],
        "item": graphql(one),
        "list": graphql(every),
        "sparql": lambda: _sparql(base),
        "replay": replay,
    }


def _sparql(base: str) -> bool:
    query = f'SELECT ?s WHERE {{ ?s ?p ?t FILTER(STR(?t) = "{TITLE}") }}'
    status, text = _get(
        base,
        f"/sparql?{urlencode({'query': query})}",
        {"Accept": "application/sparql-results+json"},
    )
    return status == 200 and bool(json.loads(text)["results"]["bindings"])


def _get(base: str, path: str, headers: dict[str, str]) -> tuple[int, str]:
    parts = urlsplit(base)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        reply = connection.getresponse()
        return reply.status, reply.read().decode("latin-1")
    except OSError:
        return 0, ""
    finally:
        connection.close()


def _listen(base: str, watch: Watch) -> None:
    """Follow all changes for as long as it lasts, and keep when something of the item came."""
    with streaming(base, CHANGES, timeout_s=60) as stream:
        for event in stream.events():
            if TITLE in json.dumps(event.data):
                watch.told.append(time.monotonic())
            if watch.over.is_set():
                return


def _flip(watch: Watch, flips: int, doors: int) -> int:
    """Restrict and open by turns; return how often a mirror was late."""
    from archive.mirrors import wait_for_mirrors
    from archive.models import Item
    from archive.services import lifecycle
    from tests.analysis.recordings import ARCHIVIST

    late = 0
    for n in range(flips):
        by_level = n % 2 == 0  # by raw SQL on the level, and by the service
        if CONTROL:
            pass
        elif by_level:
            Item.objects.filter(code=CODE).update(access="none")
        else:
            lifecycle.withdraw("item", actor=ARCHIVIST, is_announced=False, cited=CODE)
        closed = time.monotonic()
        is_late = bool(wait_for_mirrors())
        mirrored = time.monotonic()
        late += is_late
        until = mirrored + LONGEST_S
        while not watch.has_looked(doors, mirrored) and time.monotonic() < until:
            time.sleep(0.01)
        opening = time.monotonic()
        watch.closed.append((closed, opening))
        if not is_late:
            watch.mirrored.append((mirrored, opening))
        if CONTROL:
            continue
        if by_level:
            Item.objects.filter(code=CODE).update(access="full")
        else:
            lifecycle.publish("item", actor=ARCHIVIST, cited=CODE)
        wait_for_mirrors()
        shown = time.monotonic()
        while not watch.has_looked(doors, shown) and time.monotonic() < shown + LONGEST_S:
            time.sleep(0.01)
    return late
