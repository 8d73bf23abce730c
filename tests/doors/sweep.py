"""The sweep: every door asked by six people, in an archive without the hidden and with them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.test import override_settings

from archive.storage import MASTERS, RELATED, RESULTS, STAGED
from ontology.store import LiveStore
from ontology.sync import Projector
from tests.doors.addresses import admin_questions, url_questions
from tests.doors.asking import Asker, Question, told
from tests.doors.canaries import Canary
from tests.doors.followed import followed_questions
from tests.doors.mutating import mutation_questions
from tests.doors.questions import graphql_questions
from tests.doors.swept import Allowed, Role, Swept, open_ground

#: How many questions are put at a door; those that name one thing are asked of every reason.
EACH, OF_ONE_THING = 2, 24
THING_DOORS = (
    "url items/<str:name>",
    "url media/items/<uuid:item_id>/parts/<int:position>/sound",
    "url items/<str:cited>/tracks/<uuid:track_id>.<str:extension>",
    "url media/results/<uuid:result_id>/<output:name>",
    "url media/results/<uuid:result_id>.h5",
    "url results/<uuid:result_id>.<export:extension>",
    "url items/<str:cited>/results.<export:extension>",
    "url selections/<uuid:key>",
    "url selections/<uuid:key>.<slug:extension>",
    "graphql item",
)
Answers = dict[Question, bytes]


def all_questions() -> list[Question]:
    """Return what is asked, a few at each door, spread over the plan's reasons."""
    by_door: dict[str, list[Question]] = defaultdict(list)
    for question in (
        *url_questions(),
        *admin_questions(),
        *graphql_questions(),
        *followed_questions(),
        *mutation_questions(),
    ):
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
    """The archive as it stands, its mirror in RDF, and what was answered in it."""

    swept: Swept
    questions: list[Question]
    projector: Projector
    #: What the public and staff were answered before the hidden were there.
    before: dict[str, Answers] = field(default_factory=dict)
    rows: int = 0
    answers: int = 0
    _kept: dict[str, Answers] = field(default_factory=dict)
    _witnesses: list[Question] = field(default_factory=list)

    def ask(self, name: str, questions: Iterable[Question] | None = None) -> Answers:
        """Put the questions as one of the six."""
        asker = Asker(self.swept.roles[name])
        given = {each: each.of(asker) for each in (questions or self.questions)}
        self.answers += len(given)
        return given

    def once(self, name: str) -> Answers:
        """Return what one of the six is answered to everything, as the archive is made."""
        if name not in self._kept:
            self._kept[name] = self.ask(name)
        return self._kept[name]

    def role(self, name: str) -> Role:
        return self.swept.roles[name]

    def mirror(self) -> None:
        """Bring the RDF store up to date, as its writer does."""
        while self.projector.step().events:
            pass

    @property
    def doors(self) -> set[str]:
        return {each.door for each in self.questions}

    def witnesses(self) -> list[Question]:
        """Return a question for each door by which staff see the hidden.

        By a canary where there is one, else because the answer is another than before.
        """
        if not self._witnesses:
            staff = self.once("staff")
            seen = [*hearing(staff), *differing(self.before["staff"], staff)]
            self._witnesses = [*{each.door: each for each in reversed(seen)}.values()]
        return self._witnesses

    def looked_at(self) -> set[str]:
        """Return the doors through which staff see the hidden."""
        return {each.door for each in self.witnesses()}


def begin(store: LiveStore) -> Sweep:
    """Make the archive, ask as the public and as staff, and hide what is to be hidden."""
    sweep = Sweep(open_ground(), all_questions(), Projector(store))
    sweep.projector.refill()
    for name in ("public", "staff"):
        sweep.before[name] = sweep.ask(name)
    sweep.rows = sweep.swept.hide()
    sweep.mirror()
    return sweep


def leaks(answers: Mapping[Question, bytes], allowed: Allowed) -> dict[str, set[Canary]]:
    """Return, by door, the canaries that were told to somebody who may not know them."""
    return _by_door(answers, lambda canary: not allowed.is_told(canary))


def heard(answers: Mapping[Question, bytes]) -> dict[str, set[Canary]]:
    """Return, by door, all canaries of the answers that only the hidden bear."""
    return _by_door(answers, lambda canary: canary.is_hidden)


def hearing(answers: Mapping[Question, bytes]) -> list[Question]:
    """Return the questions whose answers bear a canary of the hidden."""
    return [
        question
        for question, answer in answers.items()
        if any(one.is_hidden for one in told(question, answer))
    ]


def _by_door(
    answers: Mapping[Question, bytes], wanted: Callable[[Canary], bool]
) -> dict[str, set[Canary]]:
    found: dict[str, set[Canary]] = defaultdict(set)
    for question, answer in answers.items():
        if said := {canary for canary in told(question, answer) if wanted(canary)}:
            found[question.door] |= said
    return found


def differing(
    one: Mapping[Question, bytes], other: Mapping[Question, bytes]
) -> dict[Question, tuple[bytes, bytes]]:
    """Return the questions of `other` that `one` answers otherwise, from where the two part."""
    return {
        question: _parting(one[question], answer)
        for question, answer in other.items()
        if one[question] != answer
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
