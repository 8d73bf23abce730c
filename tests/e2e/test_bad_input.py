"""Bad input at every door of the running demo: a plain sentence each, nothing lost or leaked."""

import time

import pytest

from tests.e2e import demo as demos
from tests.e2e.own_sounds import REFUSED, TAKEN
from tests.pace import allowed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

ITEM = (
    "query($c:String!){ item(code:$c){ code results{ processor name value label unit } "
    "audio { url } } }"
)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_no_sound_is_refused_with_a_sentence(demo: demos.Demo, name: str) -> None:
    """R-22: named .wav, but a letter, a list of files, nothing, or nothing inside."""
    told = [line for line in demo.lines if name in line]
    print(told)
    assert told, "\n".join(demo.lines)
    assert any(REFUSED[name] in line.lower() for line in told)
    assert not any("Traceback" in line for line in demo.lines)


@pytest.mark.parametrize("code", TAKEN)
def test_what_is_sound_is_taken_and_measured(demo: demos.Demo, code: str) -> None:
    item = demo.graphql(ITEM, {"c": code})["data"]["item"]
    assert item is not None, "\n".join(demo.lines)
    found = {(r["processor"], r["name"]): r for r in item["results"]}
    assert found[("technical", "duration")]["value"] == pytest.approx(3, abs=1.6)
    if code == "LOCAL_flute":
        assert found[("pitch", "f0_median")]["value"] == pytest.approx(440, abs=2)
        assert found[("pitch", "f0_median")]["unit"] == "Hz"
        assert found[("level", "peak")]["value"] == pytest.approx(-6.02, abs=0.05)


def test_a_truncated_file_is_kept_and_flagged(demo: demos.Demo) -> None:
    query = (
        'query { item(code: "LOCAL_cut_short") '
        "{ parts { file { integrity integrityNote duration } } } }"
    )
    answer = demo.graphql(query, {})
    file = answer["data"]["item"]["parts"][0]["file"]
    assert file["integrity"].lower() == "partial"
    assert 0.5 < file["duration"] < 2.5
    assert file["integrityNote"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "LOAD <http://127.0.0.1:9/>",
        "SELECT nonsense",
    ],
    ids=["service", "from", "insert", "load", "nonsense"],
)
def test_sparql_refuses_what_it_does_not_do(demo: demos.Demo, query: str) -> None:
    """R-25."""
    answer = demo.ask(
        "POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"}
    )
    print(answer.status, answer.text[:200])
    assert 400 <= answer.status < 500
    assert "Traceback" not in answer.text


def test_a_runaway_query_ends_and_others_are_answered(demo: demos.Demo) -> None:
    """R-25: a cross join is killed at its limit."""
    joins = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6))
    began = time.monotonic()
    answer = demo.ask(
        "POST",
        "/sparql",
        f"SELECT (COUNT(*) AS ?n) {{ {joins} }}".encode(),
        {"Content-Type": "application/sparql-query"},
    )
    print(answer.status, f"{time.monotonic() - began:.1f} s", answer.text[:200])
    assert answer.status >= 400
    assert time.monotonic() - began < allowed(20)
    other = demo.ask(
        "POST", "/sparql", b"ASK { ?s ?p ?o }", {"Content-Type": "application/sparql-query"}
    )
    assert other.json["boolean"] is True


def test_a_query_thirty_deep_is_refused(demo: demos.Demo) -> None:
    """G-25."""
    ring = "collection { items { edges { node { "
    query = '{ item(code: "x") { ' + ring * 8 + "code" + " }" * (8 * 4 + 2)
    answer = demo.graphql(query, {})
    print(answer)
    assert answer["errors"]
    assert "deep" in answer["errors"][0]["message"].lower()


def test_hidden_and_absent_are_answered_alike_at_every_door(demo: demos.Demo) -> None:
    staff = demo.graphql("{ items(first: 100) { edges { node { id code } } } }", {}, staff=True)
    public = demo.graphql("{ items(first: 100) { edges { node { id code } } } }", {})
    ids = {e["node"]["code"]: e["node"]["id"] for e in staff["data"]["items"]["edges"]}
    seen = {e["node"]["code"] for e in public["data"]["items"]["edges"]}
    hidden = set(ids) - seen
    assert hidden
    for code in hidden:
        for accept in ("text/html", "text/turtle", "application/ld+json"):
            there = demo.get(f"/items/{code}", Accept=accept)
            absent = demo.get("/items/NO_SUCH_CODE", Accept=accept)
            assert (there.status, there.body) == (absent.status, absent.body)
        node = "query($i: ID!) { node(id: $i) { id } }"
        assert demo.graphql(node, {"i": ids[code]})["data"]["node"] is None
        found = demo.ask(
            "POST",
            "/sparql",
            f"ASK {{ <{demo.url}/items/{code}> ?p ?o }}".encode(),
            {"Content-Type": "application/sparql-query"},
        )
        assert found.json["boolean"] is False
