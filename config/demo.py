"""The demo: what it shows, who may change it, and the words on the terminal."""

import secrets
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.db.models import Exists, OuterRef

from analysis.models import Output, OutputKind, Result, Run
from analysis.runs import services
from analysis.runs.presets import DEFAULT
from analysis.runs.unanalysed import unanalysed_items
from analysis.workers.standing import OPEN
from archive.access import PUBLIC, Act, Actor
from archive.actors import actor_of_user
from archive.models import ApiToken, Item, User
from config import serving
from config.postgres_setup import write_secret

NAME = "demo"
SLIDE = "CNRSMH_I_1970_012_041_15"
BAR = 32


@dataclass(frozen=True)
class Person:
    """The demo's member of staff, and the keys to the house."""

    user: User
    password: str
    token: str

    @property
    def actor(self) -> Actor:
        return actor_of_user(self.user)


def staff(run: Path) -> Person:
    """Return the demo's staff account; its password and token are kept (mode 0600) and stay."""
    password = _kept(run / "demo_password", lambda: secrets.token_urlsafe(9))
    token = _kept(run / "demo_token", ApiToken.new_secret)
    user, is_new = User.objects.get_or_create(
        username=NAME, defaults={"is_staff": True, "first_name": "Demo"}
    )
    if is_new:
        user.set_password(password)
        user.save(update_fields=["password"])
    ApiToken.objects.get_or_create(
        digest=ApiToken.digest_of(token), defaults={"user": user, "name": "demo"}
    )
    return Person(user, password, token)


def _kept(path: Path, make: Callable[[], str]) -> str:
    if not path.exists():
        write_secret(path, make())
    return path.read_text(encoding="utf-8")


def analyse(person: Person, bar: "Bar") -> None:
    """Run the default preset over every sound it was never run over; return when that is done."""
    for run in _runs(person):
        number = run.run_items.count()
        bar.begin(f"analysing {number} recording{'' if number == 1 else 's'}")
        for state in services.follow(run.pk):
            speed = f", {state.speed:.0f} x real time" if state.speed else ""
            bar.show(state.progress, f"{_clock(state.done_s)} of {_clock(state.sound_s)}{speed}")
        bar.end(str(state.status))


def _runs(person: Person) -> Iterator[Run]:
    """Runs that an earlier demo left open, then one over what is new."""
    yield from Run.objects.filter(preset=DEFAULT, status__in=OPEN).order_by("created_at")
    ids = unanalysed_items()
    if ids:
        yield services.start_run(actor=person.actor, items=ids, preset=DEFAULT)


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


class Bar:
    """A progress bar on a terminal, a line for every tenth elsewhere."""

    def __init__(self, out: TextIO = sys.stdout) -> None:
        self._out = out
        self._is_terminal = out.isatty()
        self._what = ""
        self._tenth = -1
        self._begun = 0.0

    def begin(self, what: str) -> None:
        self._what, self._tenth, self._begun = what, -1, time.monotonic()

    def show(self, progress: float, detail: str) -> None:
        if self._is_terminal:
            full = round(progress * BAR)
            line = f"{self._what} [{'#' * full}{'.' * (BAR - full)}] {progress:4.0%}  {detail}"
            self._write(f"\r\x1b[K{line}")
        elif int(progress * 10) > self._tenth:
            self._tenth = int(progress * 10)
            self._write(f"{self._what}: {progress:4.0%}  {detail}\n")

    def end(self, how: str) -> None:
        lead = "\r\x1b[K" if self._is_terminal else ""
        self._write(f"{lead}{self._what}: {how} in {time.monotonic() - self._begun:.1f} s\n")

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


def tour(person: Person, out: TextIO = sys.stdout) -> None:
    """Wait until everything is analysed, mirrored and served; then say where it is."""
    analyse(person, Bar(out))
    site = serving.site()
    site.wait()
    site.wait_for_store(newest())
    out.write(farewell(settings.BASE_URL, person))
    out.flush()


def newest() -> list[str]:
    """Return the IRIs of the last things that are public: with them, all before are mirrored."""
    items = Item.objects.allowing(PUBLIC, Act.HARVEST).order_by("-pk")[:1]
    scalars = Output.objects.filter(computation=OuterRef("computation"), kind=OutputKind.VALUE)
    results = (
        Result.objects.allowing(PUBLIC, Act.SUMMARY)
        .filter(Exists(scalars))
        .order_by("-computation__finished_at", "-pk")[:1]
    )
    return [f"{settings.BASE_URL}{thing.get_absolute_url()}" for thing in (*items, *results)]


def farewell(url: str, person: Person) -> str:
    known = person.user.check_password(person.password)
    password = person.password if known else "(as you have changed it)"
    return (
        "\n"
        f"  the archive     {url}/\n"
        f"  a recording     {url}/items/{SLIDE}\n"
        f"  GraphQL         {url}/graphql\n"
        f"  SPARQL          {url}/sparql\n"
        f"  log in          {url}/login as {NAME}, password {password} (staff)\n"
        "  Ctrl-C ends everything that was started.\n\n"
        f"token: {person.token}\n"
        f"ready: {url}\n"
    )
