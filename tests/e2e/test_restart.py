"""Ctrl-C, again without a network, kill -9, again: nothing changes and nothing is left behind."""

import signal
import time
from pathlib import Path

import pytest

from tests.e2e import demo as demos

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

SLIDE = "CNRSMH_I_1970_012_041_15"
COUNTS = (
    f'{{ items {{ totalCount }} collections {{ totalCount }} item(code: "{SLIDE}") {{ version }} }}'
)
#: Whatever would be fetched goes to an address that refuses.
OFFLINE = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "PIP_NO_INDEX": "1",
    "UV_OFFLINE": "1",
    "UV_DEFAULT_INDEX": "http://127.0.0.1:9/",
    "npm_config_registry": "http://127.0.0.1:9/",
    "npm_config_offline": "true",
}


def test_the_demo_is_safe_to_repeat(tmp_path: Path) -> None:
    folder = demos.clone(tmp_path / "again and again")
    first = demos.start(folder)
    try:
        first.wait(600)
        before = first.graphql(COUNTS, {}, staff=True)["data"]
        first.interrupt()
        assert _gone(first), [p.cmdline() for p in first.family()]
    finally:
        first.kill()

    second = demos.start(folder, **OFFLINE)
    try:
        second.wait(120)
        print(f"first {first.ready_after_s:.0f} s, again and offline {second.ready_after_s:.0f} s")
        assert second.ready_after_s < first.ready_after_s
        assert second.token == first.token
        assert second.graphql(COUNTS, {}, staff=True)["data"] == before
        supervisor = next(p for p in second.family() if p.cmdline()[-2:] == ["manage.py", "demo"])
        supervisor.send_signal(signal.SIGKILL)  # no chance to say good-bye
        second.process.wait(30)
    finally:
        second.drop()

    third = demos.start(folder, **OFFLINE)
    try:
        third.wait(120)
        assert third.graphql(COUNTS, {}, staff=True)["data"] == before
        third.interrupt()
        assert _gone(third), [p.cmdline() for p in third.family()]
    finally:
        third.kill()


def _gone(demo: demos.Demo) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if not demo.family():
            return True
        time.sleep(0.2)
    return False
