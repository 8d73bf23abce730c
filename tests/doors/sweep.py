"""The sweep: every door asked by six people, in an archive with the hidden and without them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.core.management import get_commands
from django.test import override_settings

from archive.storage import MASTERS, RELATED, RESULTS, STAGED
from tests.doors.addresses import admin_questions, url_questions
from tests.doors.asking import Asker, Question, told
from tests.doors.canaries import Canary
from tests.doors.questions import graphql_questions
from tests.doors.swept import Allowed, Role, Swept, open_ground

#: How many questions are put at a door; those that name one thing are asked of every reason.
EACH, OF_ONE_THING = 2, 18
THING_DOORS = ("url items/<str:name>", "graphql item")
HOUSES = {"archive", "analysis", "ontology", "graphql_api", "config", "frontend"}
#: Commands, and why what they write is no door for others than the house.
COMMANDS: Mapping[str, str] = {
    "demo": "starts the site",
    "up": "starts the site",
    "doctor": "tells the operator of the machine",
    "fetch_sounds": "fetches the demo's recordings",
    "ingest_demo": "takes in",
    "ingest_folder": "takes in",
    "load_lists": "takes in",
    "load_vocabulary": "takes in",
    "import_rdf": "takes in",
    "analyse_demo": "starts runs; what they make is asked for at the doors of media",
    "prune_events": "removes",
    "verify_masters": "tells the operator which masters are damaged",
    "rdf_check": "tells the operator where store and catalogue differ",
    "rdf_rebuild": "fills the public store: looked through in test_sparql_canary and test_sync",
    "rdf_writer": "fills the public store: looked through in test_sparql_canary and test_sync",
}


def unlisted_commands() -> list[str]:
    """Return our own commands that nobody decided about."""
    ours = {name for name, app in get_commands().items() if str(app).split(".")[0] in HOUSES}
    return sorted(ours ^ set(COMMANDS))


def all_questions() -> list[Question]:
    """Return what is asked, a few at each door, spread over the plan's reasons."""
    by_door: dict[str, list[Question]] = defaultdict(list)
    for question in (*url_questions(), *admin_questions(), *graphql_questions()):
        by_door[question.door].append(question)
    return [
        question
        for door, asked in by_door.items()
        for question in _spread(asked, OF_ONE_THING if door in THING_DOORS else EACH)
    ]


def _spread(asked: list[Question], most: int) -> list[Question]:
    return asked[:: max(1, -(-len(asked) // most))]


@dataclass
class Sweep:
    """The archive as it stands, and what was answered in it."""

    swept: Swept
    questions: list[Question]
    before: dict[Question, bytes] = field(default_factory=dict)
    rows: int = 0
    answers: int = 0

    def ask(self, name: str, questions: Iterable[Question] | None = None) -> dict[Question, bytes]:
        """Put the questions as one of the six."""
        asker = Asker(self.swept.roles[name])
        given = {each: each.of(asker) for each in (questions or self.questions)}
        self.answers += len(given)
        return given

    def role(self, name: str) -> Role:
        return self.swept.roles[name]


def begin() -> Sweep:
    """Make the archive, ask as the public, and hide what is to be hidden."""
    sweep = Sweep(open_ground(), all_questions())
    sweep.before = sweep.ask("public")
    sweep.rows = sweep.swept.hide()
    return sweep


def leaks(answers: Mapping[Question, bytes], allowed: Allowed) -> dict[str, set[Canary]]:
    """Return, by door, the canaries that were told to somebody who may not know them."""
    found: dict[str, set[Canary]] = defaultdict(set)
    for question, answer in answers.items():
        for canary in told(question, answer):
            if not allowed.is_told(canary):
                found[question.door].add(canary)
    return found


def heard(answers: Mapping[Question, bytes]) -> dict[str, set[Canary]]:
    """Return, by door, all canaries of an answer."""
    found: dict[str, set[Canary]] = defaultdict(set)
    for question, answer in answers.items():
        found[question.door] |= told(question, answer)
    return found


def differing(
    one: Mapping[Question, bytes], other: Mapping[Question, bytes]
) -> dict[Question, tuple[bytes, bytes]]:
    """Return the questions whose answers are not the same, with both from where they part."""
    return {
        question: _parting(one[question], other[question])
        for question in one
        if one[question] != other[question]
    }


def _parting(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return one[max(0, at - 60) : at + 90], other[max(0, at - 60) : at + 90]


@contextmanager
def stored(folder: Path) -> Iterator[None]:
    """Give it a storage and a store of its own."""
    from django.conf import settings

    stores = dict(settings.STORAGES)
    for alias in (MASTERS, RESULTS, RELATED, STAGED):
        stores[alias] = {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder / alias), "base_url": None},
        }
    with override_settings(STORAGES=stores, RDF_DIR=folder / "rdf"):
        yield
