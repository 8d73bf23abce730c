"""Following a run over SSE and WebSocket, across real processes (G-16, G-17, G-19, R-28).

The web server is uvicorn on `config.asgi`, with a database of its own.
"""

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from analysis.models import Output, Result, Run, Status
from archive.models import ApiToken, User
from archive.services.accounts import issue_token
from config import env
from graphql_api.cursors import seal
from graphql_api.following import KEPT_S, PURPOSE
from tests.analysis.recordings import recorded_item
from tests.factories import make_user
from tests.graphql_api.streams import Stream, bearer, post, streaming
from tests.pace import allowed
from tests.processes import House, wait_until

FOLLOW = """subscription($r: ID!, $a: String) { runProgress(runId: $r, after: $a) {
  cursor status progress stage run { preset } } }"""


@dataclass
class Served:
    """A house with a web server, and a member of staff who has a token."""

    house: House
    base: str
    user: User
    token: str

    def run(self, **values: Any) -> Run:
        return Run.objects.create(
            requested_by=self.user, preset="default", nodes=[], **({"progress": 0} | values)
        )

    def following(self, run: Run, **variables: Any) -> Any:
        return streaming(self.base, FOLLOW, token=self.token, r=id_of(run), **variables)

    def ask(self, query: str, **variables: Any) -> Any:
        return post(self.base, {"query": query, "variables": variables}, bearer(self.token))


@pytest.fixture
def served(house: House) -> Served:
    _, base = house.web(SECRET_KEY=settings.SECRET_KEY)
    user = make_user("curator", is_staff=True)
    return Served(house, base, user, issue_token(user=user, name="test"))


def id_of(run: Run) -> str:
    from base64 import b64encode

    return b64encode(f"Run:{run.pk}".encode()).decode()


def change(run: Run, **values: Any) -> None:
    Run.objects.filter(pk=run.pk).update(**values)


def told(stream: Stream) -> dict[str, Any]:
    event = stream.next()
    assert event.name == "next", event
    assert not event.data.get("errors"), event.data
    progress: dict[str, Any] = event.data["data"]["runProgress"]
    return progress


def listeners(house: House) -> int:
    """Return how many connections to the house's database wait for news."""
    name = house.database_url.rpartition("/")[2]
    with psycopg.connect(env.database_url()) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND query LIKE 'LISTEN%%'",
            [name],
        ).fetchone()
    assert row
    return int(row[0])


def test_a_run_asked_by_mutation_is_followed_to_its_end(served: Served, tmp_path: Path) -> None:
    """The issue's contract: startRun, then runProgress over SSE, worked by real workers."""
    items = [recorded_item(tmp_path, seconds=2) for _ in range(3)]
    ids = [
        served.ask("query($c: String!) { item(code: $c) { id } }", c=item.code)[1]["data"]["item"][
            "id"
        ]
        for item in items
    ]
    status, answer = served.ask(
        """mutation($i: StartRunInput!) { startRun(input: $i) { __typename
        ... on StartRunPayload { run { id } } } }""",
        i={"items": ids, "preset": "default"},
    )
    assert (status, answer["data"]["startRun"]["__typename"]) == (200, "StartRunPayload"), answer
    run = answer["data"]["startRun"]["run"]["id"]

    served.house.worker()
    with streaming(
        served.base,
        "subscription($r: ID!) { runProgress(runId: $r) { cursor status progress } }",
        token=served.token,
        r=run,
    ) as stream:
        events = list(stream.events())

    moments = [event.data["data"]["runProgress"] for event in events[:-1]]
    assert events[-1].name == "complete"
    assert moments[-1]["status"] == "DONE", moments
    assert [moment["progress"] for moment in moments] == sorted(m["progress"] for m in moments)
    assert moments[-1]["progress"] == 1
    assert len(moments) >= 3
    _, shown = served.ask(
        "query($c: String!) { item(code: $c) { results { processor version name value unit } "
        "audio { url mimeType } waveform { levels urlTemplate } } }",
        c=items[0].code,
    )
    found = {(r["processor"], r["name"]): r for r in shown["data"]["item"]["results"]}
    assert found["level", "peak"]["unit"] == "dBFS"
    assert found["level", "peak"]["value"] == pytest.approx(-6.02, abs=0.05)
    assert shown["data"]["item"]["audio"]["url"]
    assert shown["data"]["item"]["waveform"]["levels"]


def test_a_cancel_by_mutation_ends_the_child_and_is_told(served: Served, tmp_path: Path) -> None:
    """From the mutation's request to the child's end: under a second; nothing of it is kept."""
    from tests.analysis.worker_processes import children, is_half_way, leftovers, preset_of

    worker = served.house.worker(app="tests.analysis.odd_worker")
    preset = preset_of("pitch", "tempo", "chords")
    item = recorded_item(tmp_path, seconds=900)
    queued = recorded_item(tmp_path, seconds=1)
    _, found = served.ask("query($c: String!) { item(code: $c) { id } }", c=item.code)
    start = """mutation($i: StartRunInput!) { startRun(input: $i) {
      ... on StartRunPayload { run { id } } } }"""
    given = {"items": [found["data"]["item"]["id"]], "preset": preset}
    _, answer = served.ask(start, i=given)
    key = answer["data"]["startRun"]["run"]["id"]
    run = Run.objects.get()
    wait_until(lambda: is_half_way(run), within_s=60, what="the pass is half-way")
    (child,) = children(worker)
    cancel = """mutation($i: CancelRunInput!) { cancelRun(input: $i) {
      ... on CancelRunPayload { run { status } } } }"""
    with streaming(
        served.base,
        "subscription($r: ID!) { runProgress(runId: $r) { status } }",
        token=served.token,
        r=key,
    ) as stream:
        began = time.monotonic()
        _, stopped = served.ask(cancel, i={"run": key})
        answered = time.monotonic() - began
        wait_until(lambda: not child.is_running(), within_s=allowed(1), what="the child has ended")
        gone = time.monotonic() - began
        events = list(stream.events())
        told = time.monotonic() - began
    print(f"answered {answered:.3f} s, child gone {gone:.3f} s, stream ended {told:.3f} s")
    assert stopped["data"]["cancelRun"]["run"]["status"] == "CANCELLED"
    assert events[-2].data["data"]["runProgress"]["status"] == "CANCELLED"
    assert events[-1].name == "complete"
    wait_until(
        lambda: not leftovers(served.house), within_s=allowed(2), what="its work folder is gone"
    )
    assert not Result.objects.exists()
    assert not Output.objects.exists()
    results = served.house.var / "media" / "results"
    assert not [path for path in results.rglob("*") if path.is_file()]
    worker.kill()
    _, found = served.ask("query($c: String!) { item(code: $c) { id } }", c=queued.code)
    _, answer = served.ask(start, i=given | {"items": [found["data"]["item"]["id"]]})
    waiting = answer["data"]["startRun"]["run"]["id"]
    _, stopped = served.ask(cancel, i={"run": waiting})
    assert stopped["data"]["cancelRun"]["run"]["status"] == "CANCELLED", "at once"


def a_snapshot_comes_first_then_changes_then_the_end(served: Served) -> None:
    run = served.run()
    with served.following(run) as stream:
        assert stream.reply.getheader("Content-Type") == "text/event-stream"
        assert told(stream)["status"] == "QUEUED"
        change(run, status=Status.RUNNING, progress=0.5, stage="analysing")
        first = told(stream)
        assert (first["status"], first["progress"], first["stage"]) == ("RUNNING", 0.5, "analysing")
        assert first["run"] == {"preset": "default"}
        change(run, status=Status.DONE, progress=1)
        assert told(stream)["status"] == "DONE"
        assert stream.next().name == "complete"
    with served.following(run) as stream:  # one that has ended says so, and ends
        assert told(stream)["status"] == "DONE"
        assert stream.next().name == "complete"


def a_cut_stream_goes_on_where_it_was(served: Served) -> None:
    run = served.run()
    with served.following(run) as stream:
        told(stream)
        change(run, status=Status.RUNNING, progress=0.1)
        cursor = told(stream)["cursor"]
    for progress in (0.2, 0.3):
        change(run, progress=progress)
    with served.following(run, a=cursor) as stream:
        assert [told(stream)["progress"] for _ in range(2)] == [0.2, 0.3]
        change(run, progress=1, status=Status.DONE)
        assert told(stream)["progress"] == 1
        last = stream.next()
    assert last.name == "complete"

    for odd, code in {
        seal(PURPOSE, [str(run.pk), 1, int(time.time()) - KEPT_S - 60]): "RESYNC_REQUIRED",
        seal(PURPOSE, [str(served.run().pk), 1, int(time.time())]): "BAD_CURSOR",
        "nonsense": "BAD_CURSOR",
    }.items():
        with served.following(run, a=odd) as stream:
            assert refusal(stream) == code


def refusal(stream: Stream) -> str:
    event = stream.next()
    code: str = event.data["errors"][0]["extensions"]["code"]
    return code


def a_run_of_somebody_else_is_as_one_that_does_not_exist(served: Served) -> None:
    run = served.run()
    stranger = issue_token(user=make_user("stranger"), name="test")
    for token in ("", stranger):
        with streaming(served.base, FOLLOW, token=token, r=id_of(run)) as stream:
            first = stream.next().data
        with streaming(
            served.base,
            FOLLOW,
            token=token,
            r="UnVuOjAxOWFiY2RlLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA==",
        ) as stream:
            second = stream.next().data
        assert first["errors"][0]["message"] == second["errors"][0]["message"]
        assert first["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def a_revoked_token_hears_no_more(served: Served) -> None:
    run = served.run()
    with served.following(run) as stream:
        told(stream)
        ApiToken.objects.all().delete()
        change(run, progress=0.5)
        assert refusal(stream) == "UNAUTHENTICATED"


def many_followers_share_one_listening_connection_which_goes_with_the_last(
    served: Served,
) -> None:
    run = served.run()
    before = listeners(served.house)
    streams = [served.following(run) for _ in range(5)]
    opened = [stream.__enter__() for stream in streams]
    for stream in opened:
        told(stream)
    assert listeners(served.house) - before == 1
    change(run, progress=0.5)
    assert {told(stream)["progress"] for stream in opened} == {0.5}

    for stream in opened:
        stream.close()
    wait_until(lambda: listeners(served.house) == before, within_s=30, what="the listener is gone")


# WebSocket


def socket(served: Served, **options: Any) -> Any:
    protocols = options.pop("subprotocols", ["graphql-transport-ws"])
    return connect(
        f"{served.base.replace('http', 'ws')}/graphql/ws",
        subprotocols=[Subprotocol(name) for name in protocols],
        **options,
    )


def said(ws: Any) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(ws.recv(timeout=20))
    return message


def the_websocket_speaks_graphql_transport_ws(served: Served) -> None:
    run = served.run()
    with socket(served) as ws:
        ws.send(
            json.dumps(
                {"type": "connection_init", "payload": {"Authorization": f"Bearer {served.token}"}}
            )
        )
        assert said(ws)["type"] == "connection_ack"
        follow = {"query": FOLLOW, "variables": {"r": id_of(run)}}
        ws.send(json.dumps({"type": "subscribe", "id": "1", "payload": follow}))
        assert said(ws)["payload"]["data"]["runProgress"]["status"] == "QUEUED"
        ask = {"query": "{ viewer { username } }"}
        ws.send(json.dumps({"type": "subscribe", "id": "2", "payload": ask}))
        assert said(ws)["payload"]["data"] == {"viewer": {"username": "curator"}}
        assert said(ws) == {"type": "complete", "id": "2"}
        change(run, status=Status.DONE, progress=1)
        assert said(ws)["payload"]["data"]["runProgress"]["status"] == "DONE"
        assert said(ws) == {"type": "complete", "id": "1"}


def the_websocket_refuses_who_did_not_say_who_it_is(served: Served) -> None:
    with socket(served) as ws:
        ws.send(
            json.dumps({"type": "subscribe", "id": "1", "payload": {"query": "{ __typename }"}})
        )
        with pytest.raises(ConnectionClosed) as closed:
            ws.recv(timeout=10)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4401


def the_legacy_protocol_is_off(served: Served) -> None:
    """CVE-2026-35523: `start` without `connection_init` was answered."""
    start = {"type": "start", "id": "1", "payload": {"query": "{ __typename }"}}
    with socket(served, subprotocols=["graphql-ws"]) as ws:
        with contextlib.suppress(ConnectionClosed):  # it may have been closed already
            ws.send(json.dumps(start))
        with pytest.raises(ConnectionClosed) as closed:
            ws.recv(timeout=10)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4406


def a_foreign_page_may_not_open_a_socket(served: Served) -> None:
    with pytest.raises(InvalidStatus) as refused:
        socket(served, origin="https://elsewhere.example")
    assert refused.value.response.status_code == 403
    with socket(served, origin=served.base):
        pass


def a_socket_holds_a_bounded_number_of_subscriptions(served: Served) -> None:
    run = served.run()
    with socket(served, additional_headers=bearer(served.token)) as ws:
        ws.send(json.dumps({"type": "connection_init"}))
        assert said(ws)["type"] == "connection_ack"
        follow = {"query": FOLLOW, "variables": {"r": id_of(run)}}
        for number in range(21):
            ws.send(json.dumps({"type": "subscribe", "id": str(number), "payload": follow}))
        answers = [said(ws) for _ in range(21)]
    refused = [answer for answer in answers if answer["type"] == "error"]
    assert [answer["id"] for answer in refused] == ["20"]


def a_revoked_token_asks_nothing_more_on_its_open_socket(served: Served) -> None:
    with socket(served, additional_headers=bearer(served.token)) as ws:
        ws.send(json.dumps({"type": "connection_init"}))
        assert said(ws)["type"] == "connection_ack"
        ask = {"query": "{ viewer { username } }"}
        ws.send(json.dumps({"type": "subscribe", "id": "1", "payload": ask}))
        assert said(ws)["payload"]["data"] == {"viewer": {"username": "curator"}}
        assert said(ws)["type"] == "complete"
        ApiToken.objects.all().delete()
        ws.send(json.dumps({"type": "subscribe", "id": "2", "payload": ask}))
        answer = said(ws)
        assert "UNAUTHENTICATED" in json.dumps(answer)
        assert "curator" not in json.dumps(answer)


#: One server plays all scenes of a protocol in turn; whoever revokes the token comes last.
STREAM_SCENES = (
    a_snapshot_comes_first_then_changes_then_the_end,
    a_cut_stream_goes_on_where_it_was,
    a_run_of_somebody_else_is_as_one_that_does_not_exist,
    many_followers_share_one_listening_connection_which_goes_with_the_last,
    a_revoked_token_hears_no_more,
)
SOCKET_SCENES = (
    the_websocket_speaks_graphql_transport_ws,
    the_websocket_refuses_who_did_not_say_who_it_is,
    the_legacy_protocol_is_off,
    a_foreign_page_may_not_open_a_socket,
    a_socket_holds_a_bounded_number_of_subscriptions,
    a_revoked_token_asks_nothing_more_on_its_open_socket,
)


@pytest.mark.parametrize("scenes", [STREAM_SCENES, SOCKET_SCENES], ids=["sse", "websocket"])
def test_a_run_is_followed_by_the_rules(
    served: Served, scenes: tuple[Callable[[Served], None], ...]
) -> None:
    for scene in scenes:
        scene(served)
