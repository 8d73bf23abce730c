"""Who is led to what, by every way of the schema: viewer x type x way (issue 4, point 8).

The archive is that of the sweep; the six of `policy.toml` walk each way that is made from the
schema. What each is led to is what the table says of the planned items and of what hangs on them;
of all other things it is what `nodes` says. The control stands in tests/controls/test_matrix.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pytest
from pytest_django.plugin import DjangoDbBlocker

from archive.access import Actor
from archive.events import sequence
from archive.kinds import KINDS
from archive.models import Event
from graphql_api import changes
from graphql_api.context import Context
from graphql_api.types.kind import global_id
from tests.doors.canaries import key_of
from tests.doors.hidden import Hidden, hidden, silent
from tests.doors.swept import ROLES, Swept, open_ground
from tests.doors.truth import acts
from tests.graphql_api.matrix import RULED, Pairs, Way, asked, key_in, known, pages, ways
from tests.own_database import copied, pointed_at

pytestmark = pytest.mark.timeout(900)

TYPES, WAYS, CELLS, DECIDED = 25, 200, 1200, 5000
#: How many planned things of a type ways begin at (all the rich), and how many others.
PLANNED, FEW = 18, 8
OF_ITEMS = {"Item", "Track"}
#: The kinds of thing that hang on one planned item alone, with the act that leads to them.
HANGS = {
    ("Item", ""): "find",
    **{(kind, ""): "find" for kind in ("Place", "Population", "Language", "Instrument", "Agent")},
    **{(kind, ""): "find" for kind in ("Concept", "Carrier", "Label", "Agreement")},
    ("Agent", "staff"): "staff",
    ("Accession", ""): "staff",
    ("Track", "lyrics"): "listen",
    ("Track", "markers"): "read",
}

#: Ways by which one is not led to all that one may find, with what stops there.
LESS = {
    "Agreement.parties.agent -> Agent": "who is party to an agreement is told to staff",
    "Instrument.collections -> Collection": "it leads through items that one may not find",
    "Place.collections -> Collection": "it leads through items that one may not find",
    "Population.collections -> Collection": "it leads through items that one may not find",
    "Query.agreements -> Agreement": "the list is staff's; others meet them on a record",
    "Query.opening -> Item": "for staff",
    "Query.staleResults.item -> Item": "for staff",
    "viewer.desk.selections -> Selection": "one's own",
    "viewer.selections -> Selection": "one's own",
}


@dataclass
class Matrix:
    """Who asks, and what each was led to."""

    swept: Swept
    actors: Mapping[str, Actor]
    #: What staff see of each type: where ways begin.
    starts: dict[str, list[str]] = field(default_factory=dict)
    _known: dict[str, set[str]] = field(default_factory=dict)

    def begin(self) -> None:
        """Choose where ways begin: some planned things of each type, and some others."""
        staff = self.actors["staff"]
        others: dict[str, list[str]] = {}
        for way in ways():
            if way.start == "Query":
                others.setdefault(way.end, []).extend(sorted(pages(way, staff)))
        for name in sorted(RULED):
            planned = [node for node in _planned() if key_in(node)[0] == name]
            some = [*planned[:PLANNED], *planned[PLANNED :: len(planned) // FEW + 1]]
            there = known(some, staff)
            rest = [each for each in dict.fromkeys(others.get(name, ())) if each not in _planned()]
            self.starts[name] = [each for each in some if each in there] + rest[:FEW]

    def knows(self, role: str, node: str) -> bool:
        """Whether a thing is there for one of the six, by the table or by `nodes`."""
        decided = decide(role, node)
        if decided is not None:
            return decided
        return node in self._known[role]

    def learn(self, nodes: Iterable[str]) -> None:
        """Ask `nodes` for what the table says nothing of, as each of the six."""
        undecided = {each for each in nodes if each and each not in _planned()}
        self._known = {role: known(undecided, actor) for role, actor in self.actors.items()}


@cache
def _planned() -> Mapping[str, tuple[Hidden, str]]:
    """Return what hangs on planned items: its id, the item, the act that leads to it."""
    import base64

    found = {}
    for one in (*hidden(), *silent()):
        for (kind, more), act in HANGS.items():
            text = f"{kind}:{key_of(kind, one.number, more)}"
            found[base64.b64encode(text.encode()).decode()] = (one, act)
    return found


def decide(role: str, node: str) -> bool | None:
    """Return what the table says of a thing that hangs on a planned item; None of any other."""
    if node not in _planned():
        return None
    one, act = _planned()[node]
    if role == "staff" and key_in(node)[0] not in OF_ITEMS:
        return True  # staff read every name and paper, also where its item lies in the bin
    return act in acts(role, one)


@pytest.fixture(scope="module")
def matrix(
    migrated_database: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Matrix]:
    from tests.doors.sweep import stored

    with (
        copied(migrated_database, django_db_blocker) as name,
        pointed_at(name, django_db_blocker),
        stored(tmp_path_factory.mktemp("matrix")),
    ):
        swept = open_ground()
        swept.hide()
        made = Matrix(swept, {role: swept.roles[role].actor() for role in ROLES})
        made.begin()
        yield made


def test_each_is_led_to_what_the_table_says_and_to_nothing_else(matrix: Matrix) -> None:
    wrong: dict[str, list[str]] = {}
    stopped: set[str] = set()
    cells = decided = 0
    told_to = {role: everything_told(matrix, role) for role in ROLES}
    matrix.learn(
        node
        for told in told_to.values()
        for some in told.values()
        for pair in some
        for node in pair
    )
    for way in ways():
        staff = told_to["staff"][way]
        for role in ROLES:
            told = told_to[role][way]
            cells += 1
            decided += sum(decide(role, end) is not None for _, end in staff | told)
            difference = wrong_of(matrix, way, role, told, staff)
            if str(way) in LESS and not any("too much" in each for each in difference):
                stopped |= {str(way)} if difference else set()
            elif difference:
                wrong[f"{role}: {way}"] = difference
    types = {way.end for way in ways()}
    print(
        f"{len(types)} types, {len(ways())} ways, {cells} cells, {decided} decided by policy.toml"
    )
    assert sorted(wrong.items()) == []
    assert stopped == set(LESS), "a reason is given for a way that stops nobody"
    assert (len(types), len(ways()), cells) >= (TYPES, WAYS, CELLS)
    assert decided >= DECIDED


def everything_told(matrix: Matrix, role: str) -> dict[Way, Pairs]:
    """Return what one of the six is led to by every way."""
    told: dict[Way, Pairs] = {}
    by_start: dict[str, list[Way]] = {}
    for way in ways():
        by_start.setdefault(way.start, []).append(way)
    for start, some in by_start.items():
        if start == "Query":
            told |= {way: {("", each) for each in pages(way, matrix.actors[role])} for way in some}
        else:
            told |= asked(some, matrix.actors[role], matrix.starts.get(start, []))
    return told


def wrong_of(matrix: Matrix, way: Way, role: str, told: Pairs, staff: Pairs) -> list[str]:
    """Return what one was led to and should not, and what one should and was not."""

    def may(pair: tuple[str, str]) -> bool:
        return all(matrix.knows(role, node) for node in pair if node)

    too_much = {pair for pair in told if not may(pair)}
    missing = {pair for pair in staff - told if may(pair)}
    return [
        *(f"too much: {_said(pair)}" for pair in sorted(too_much)[:4]),
        *(f"missing: {_said(pair)}" for pair in sorted(missing)[:4]),
    ]


def _said(pair: tuple[str, str]) -> str:
    return " -> ".join(":".join(key_in(node)) for node in pair if node)


@pytest.mark.parametrize("role", ROLES)
def test_a_follower_is_told_of_what_they_may_find_alone(matrix: Matrix, role: str) -> None:
    sequence()
    told, position = set(), 0
    while missed := changes._missed(frozenset(KINDS), position):
        position = missed[-1].position or 0
        for heard in changes._heard(Context(actor=matrix.actors[role]), missed):
            if heard.record is not None:
                told.add(str(global_id(heard.kind, heard.key)))
    assert len(told) > 20
    assert {node for node in told if decide(role, node) is False} == set()
    made = Event.objects.filter(subject_kind="item").values_list("subject_id", flat=True)
    items = {str(global_id("item", key)) for key in made}
    assert {node for node in items if decide(role, node)} <= told
