"""Ctrl-C, again without a network, kill -9, again: nothing changes and nothing is left behind."""

import signal

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


def test_the_demo_is_safe_to_repeat(demo: demos.Demo) -> None:
    """The first of all tests of the demo: the others find it as it was started for the third time.

    That it leaves nothing behind then either, the fixture sees when they have ended.
    """
    before, token, first_s = demo.graphql(COUNTS, {}, staff=True), demo.token, demo.ready_after_s
    demo.interrupt()
    assert demo.is_gone(), [p.cmdline() for p in demo.family()]

    demo.again(120, **OFFLINE)
    print(f"first {first_s:.0f} s, again and offline {demo.ready_after_s:.0f} s")
    assert demo.ready_after_s < first_s
    assert demo.token == token
    assert demo.graphql(COUNTS, {}, staff=True)["data"] == before["data"]
    supervisor = next(p for p in demo.family() if p.cmdline()[-2:] == ["manage.py", "demo"])
    supervisor.send_signal(signal.SIGKILL)  # no chance to say good-bye
    demo.process.wait(30)

    demo.again(120, **OFFLINE)
    assert demo.graphql(COUNTS, {}, staff=True)["data"] == before["data"]
