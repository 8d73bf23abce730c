"""What one may not see leaves no trace, by whichever field (D-13, R-32, R-36).

Two worlds: every question is asked in an archive with hidden records and in one without them;
the public's answers are the same, byte for byte, once ids and moments are set aside.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from archive.access import PUBLIC
from archive.identifiers import new_id
from archive.models import Item, ItemAgent, Protocol, ProtocolInSet, ProtocolSet
from graphql_api import changes
from tests.factories import (
    MEMBER,
    STAFF,
    make_agent,
    make_collection,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)
from tests.graphql_api.asking import ask, data_of
from tests.graphql_api.world import World

pytestmark = pytest.mark.django_db

CANARY = "CANARY"
CONTENTS = """contents { itemCount itemsWithSound duration byteSize earliest latest
  countries(first: 4) { itemCount node { slug } } places(first: 4) { itemCount node { slug } }
  populations(first: 4) { itemCount node { slug } } languages(first: 4) { itemCount node { slug } }
  instruments(first: 4) { itemCount node { slug } } }"""
QUESTIONS = [
    *(
        f"{{ {levels} {{ nodes {{ {CONTENTS} }} }} }}"
        for levels in ("collections", "corpora", "allFonds", "holders")
    ),
    "{ items { totalCount nodes { code title previous { code } next { code } } } }",
    '{ search(query: "song") { totalCount nodes { score node { __typename } } } }',
    '{ search(query: "CANARY") { totalCount nodes { score } } }',
    "{ collections { totalCount nodes { code items { totalCount nodes { code } } } } }",
    "{ places { totalCount nodes { slug itemCount children { totalCount } parents { slug } "
    "ancestors { slug } items { totalCount nodes { code } } names { name } } } }",
    "{ populations { totalCount nodes { slug itemCount } } }",
    "{ languages { totalCount nodes { slug itemCount } } }",
    "{ instruments { totalCount nodes { slug itemCount vernacularNames { name } "
    "children { totalCount nodes { slug } } } } }",
    "{ agents { totalCount nodes { slug itemCount items { totalCount nodes { code } } } } }",
    "{ corpora { totalCount nodes { code collections { totalCount } } } }",
    "{ runs { totalCount nodes { status } } }",
    '{ item(code: "CANARY_1") { id title } }',
    '{ collection(code: "CANARY_C") { id title } }',
    '{ place(slug: "canary-place") { id } }',
    '{ items(filter: {collection: "CANARY_C"}) { totalCount } }',
    '{ items(filter: {place: "canary-place"}) { totalCount } }',
    "{ items(filter: {access: NONE}) { totalCount } }",
    '{ items(filter: {not: {text: "song"}}) { totalCount } }',
]


def with_hidden_records(world: World) -> list[Item]:
    """Add records that the public may not find, among those that it may."""
    shared = world.items[0]
    everything: dict[str, Any] = {
        "place": make_place("CANARY place", parents=[world.top]),
        "populations": [make_population("CANARY group")],
        "languages": [make_language("zzz")],
        "instruments": [make_instrument("CANARY horn", vernacular_names=["CANARY"])],
        "agents": [make_agent("CANARY agent")],
    }
    hidden = make_item(
        code="CANARY_1", title="CANARY song", collection=shared.collection, access="none"
    )
    below = make_item(
        code="CANARY_2",
        title="CANARY song",
        collection=make_collection(code="CANARY_C", access="none"),
        **everything,
    )
    assert shared.place
    at_the_same_place = make_item(
        code="CANARY_3",
        title="CANARY song",
        place=shared.place,
        collection=shared.collection,
        access="none",
    )
    for item in (hidden, below, at_the_same_place):
        world._analyse(item)
    informant = shared.agent_links.get().agent
    ItemAgent.objects.create(
        item=world.items[1], agent=informant, role="informant", audience="staff"
    )
    return [hidden, below, at_the_same_place]


def answers() -> list[str]:
    found = []
    for question in QUESTIONS:
        answer = ask(question)
        assert not answer.errors, (question, answer.errors)
        found.append(json.dumps(answer.data))
    return found


def test_hidden_records_leave_no_trace_in_any_answer() -> None:
    world = World().grow_to(3)
    without = answers()

    hidden = with_hidden_records(world)

    print(f"{len(QUESTIONS)} questions asked in two worlds")
    assert answers() == without
    assert not any(CANARY in answer for answer in without)
    seen_by_staff = data_of("{ items { totalCount } }", actor=STAFF)["items"]["totalCount"]
    assert seen_by_staff >= len(hidden) + 3  # the records are there


def ids_of(items: list[Item]) -> list[str]:
    return [
        data_of("query($c: String!) { item(code: $c) { id } }", actor=STAFF, c=item.code)["item"][
            "id"
        ]
        for item in items
    ]


def test_a_hidden_item_answers_by_id_as_one_that_does_not_exist() -> None:
    world = World().grow_to(2)
    shown, hidden = world.items[0], with_hidden_records(world)
    ids = ids_of([shown, *hidden])
    text = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
    assert data_of(text, i=ids)["nodes"] == [{"id": ids[0]}, None, None, None]
    for each in ids[1:]:
        assert data_of("query($i: ID!) { node(id: $i) { id } }", i=each) == {"node": None}
    results = data_of('query { item(code: "CANARY_1") { results { id } } }', actor=STAFF)["item"][
        "results"
    ]
    assert len(results) >= 4
    assert data_of(text, i=[result["id"] for result in results])["nodes"] == [None] * len(results)


ACT_FIELDS = """query($c: String!) { item(code: $c) {
  access { level canListen canDownload withheld message }
  audio { url } waveform { urlTemplate } spectrogram { urlTemplate }
  results { processor name value frames(maxPoints: 5) { count values } }
  archivistNotes performances { musicians } agents { role agent { name } } } }"""


def acts(item: Item, actor: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(ACT_FIELDS, actor=actor, c=item.code)["item"]
    return found


def test_each_field_asks_the_act_that_it_needs() -> None:
    """docs/access.md: the sound and what is drawn need full; numbers need the description."""
    world = World().grow_to(1)
    item = world.items[0]
    item.performances.update(musicians="Somebody")
    Item.objects.filter(pk=item.pk).update(archivist_notes="Between us")
    item.parts.get().file  # noqa: B018 (it has one)

    full = acts(item, PUBLIC)
    assert full["access"] == {
        "level": "FULL",
        "canListen": True,
        "canDownload": False,
        "withheld": None,
        "message": None,
    }
    assert full["waveform"]
    assert full["spectrogram"]
    strength = next(row for row in full["results"] if row["name"] == "strength")
    assert strength["frames"]["count"] == 5
    assert acts(item, MEMBER)["access"]["canDownload"] is True

    Item.objects.filter(pk=item.pk).update(access="metadata")
    described = acts(item, PUBLIC)
    assert described["access"]["withheld"] == "LEVEL"
    assert described["access"]["message"]
    assert described["audio"] is described["waveform"] is described["spectrogram"] is None
    assert all(row["frames"] is None for row in described["results"])
    assert next(row for row in described["results"] if row["name"] == "peak")["value"] == -1.5
    assert acts(item, STAFF)["waveform"]

    until = datetime.now(UTC) + timedelta(days=1)
    Item.objects.filter(pk=item.pk).update(access="full", embargo_until=until)
    embargoed = acts(item, PUBLIC)["access"]
    assert (embargoed["level"], embargoed["withheld"]) == ("METADATA", "EMBARGO")

    for actor in (PUBLIC, MEMBER):
        shown = acts(item, actor)
        assert shown["archivistNotes"] is None
        assert shown["performances"][0]["musicians"] is None
    staff = acts(item, STAFF)
    assert (staff["archivistNotes"], staff["performances"][0]["musicians"]) == (
        "Between us",
        "Somebody",
    )


def test_what_a_protocol_closes_names_no_date() -> None:
    """Open by its level, closed by a protocol: no embargo stands, and none is named."""
    kept = ProtocolSet.objects.create(id=new_id(), combine="all")
    protocol = Protocol.objects.create(slug="ours", name="Ours", withholds="sound", admits="named")
    ProtocolInSet.objects.create(protocol_set=kept, protocol=protocol)
    item = make_item(protocol_set=kept)
    make_part(item)
    for until in (None, datetime.now(UTC) - timedelta(days=1)):
        Item.objects.filter(pk=item.pk).update(embargo_until=until)
        shown = acts(item, PUBLIC)["access"]
        assert (shown["withheld"], shown["canListen"]) == ("PROTOCOL", False)


def test_an_item_without_sound_says_so() -> None:
    assert acts(make_item(), PUBLIC)["access"]["withheld"] == "NO_SOUND"


def test_names_are_for_their_audience() -> None:
    item = make_item()
    for audience in ("public", "member", "staff"):
        ItemAgent.objects.create(
            item=item, agent=make_agent(f"For {audience}"), role="informant", audience=audience
        )
    for actor, expected in ((PUBLIC, 1), (MEMBER, 2), (STAFF, 3)):
        assert len(acts(item, actor)["agents"]) == expected
        assert data_of("{ agents { totalCount } }", actor=actor)["agents"]["totalCount"] == expected


def test_a_cursor_of_this_moment_does_not_tell_that_something_happened() -> None:
    """Another each time though nothing happened, and as long however much has."""
    first, second = (data_of("{ changesCursor }")["changesCursor"] for _ in range(2))
    assert first != second
    lengths = {len(changes._cursor_at(position)) for position in (0, 9, 10**6, 10**18)}
    assert lengths == {len(first)}
    assert changes._position_in(changes._cursor_at(42)) == 42


def test_a_cursor_of_another_gives_what_one_s_own_would() -> None:
    """A reader who was sent a curator's cursor goes on with what is theirs to see, no more."""
    for number, access in enumerate(("full", "none", "full", "none", "full")):
        make_item(code=f"C_{number}", title=f"Number {number}", access=access)
    text = """query($a: String) { items(first: 1, after: $a, order: CODE) {
      nodes { code } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }"""

    def page(actor: Any, after: str | None) -> dict[str, Any]:
        return dict(data_of(text, actor=actor, a=after)["items"])

    at_hidden = page(STAFF, page(STAFF, None)["pageInfo"]["endCursor"])
    assert [row["code"] for row in at_hidden["nodes"]] == ["C_1"]
    own = page(PUBLIC, page(PUBLIC, None)["pageInfo"]["endCursor"])
    assert page(PUBLIC, at_hidden["pageInfo"]["endCursor"]) == own
    assert [row["code"] for row in own["nodes"]] == ["C_2"]
    assert own["totalCount"] == 3
    at_the_end = own["pageInfo"]["endCursor"]
    for _ in range(2):
        at_the_end = page(STAFF, at_the_end)["pageInfo"]["endCursor"]
    assert page(PUBLIC, at_the_end)["nodes"] == []
