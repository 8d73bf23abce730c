"""Others judge our three transports: graphql-http's audits, and two reference clients.

`graphql-sse` and `graphql-ws` publish no suite that could be pointed at a server; their own
clients are what a browser will bring, and graphql-ws's `validateMessage` reads all we send.
"""

import base64
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.models import Run
from analysis.models.status import Status
from archive.services.accounts import issue_token
from config.site import of_this_house
from tests.factories import make_user
from tests.processes import House

ASK = Path(__file__).with_name("protocols.mjs")
pytestmark = pytest.mark.slow


@pytest.fixture
def ask(house: House) -> Callable[[str], Any]:
    """Return a function that runs one kind of questions against a served house."""
    _, base = house.web()
    user = make_user("curator", is_staff=True)
    token = issue_token(user=user, name="protocols")
    run = Run.objects.create(
        requested_by=user, preset="default", nodes=[], progress=1, status=Status.DONE
    )
    run_id = base64.b64encode(f"Run:{run.pk}".encode()).decode()

    npm = of_this_house().work

    def questions(kind: str) -> Any:
        done = subprocess.run(
            [npm / ".tools" / "node", ASK, npm / "node_modules", kind, base, token, run_id],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return questions


COMPLETED = {"completed": True}
DONE = {"data": {"runProgress": {"status": "DONE", "progress": 1}}}
TYPENAME = {"data": {"__typename": "Query"}}


def test_reference_clients_and_audits_find_the_protocols_kept(
    ask: Callable[[str], Any],
) -> None:
    """One served house for all three: starting it takes longer than what is asked."""
    audits = ask("http")
    assert len(audits) == 61
    assert {a["id"]: (a["name"], a["reason"]) for a in audits if a["status"] != "ok"} == {}

    for kind in ("sse", "ws"):
        seen = ask(kind)
        assert told(seen["query"]) == ([TYPENAME], COMPLETED), kind
        assert told(seen["followed"]) == ([DONE], COMPLETED), kind
        assert told(seen["left"]) == ([DONE], COMPLETED), kind
        assert [told(one) for one in seen["together"]] == [
            ([DONE], COMPLETED),
            ([TYPENAME], COMPLETED),
        ], kind
        if kind == "sse":  # errors before execution come as `next` (PROTOCOL.md, distinct mode)
            for odd in ("invalid", "unknown"):
                (result,) = seen[odd]["results"]
                assert result["errors"][0]["extensions"]["code"] == "INVALID"
                assert "data" not in result
        else:
            assert [told(seen[odd]) for odd in ("invalid", "unknown")] == [
                ([], {"error": ["INVALID"]})
            ] * 2
            assert seen["odd"] == []
            assert seen["pongs"] > 0
            assert seen["closed"] == CLOSED


#: PROTOCOL.md of graphql-ws; 4400 for every message that is none.
CLOSED = {
    "not JSON": 4400,
    "no type": 4400,
    "unknown type": 4400,
    "subscribe without id": 4400,
    "subscribe without query": 4400,
    "init twice": 4429,
    "subscribe before init": 4401,
    "id twice": 4409,
}


def told(scene: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return the results (without what we add to each) and how it ended."""
    results = [
        {k: v for k, v in result.items() if k != "extensions"} for result in scene["results"]
    ]
    return results, {k: v for k, v in scene.items() if k != "results"}
