"""The address: PORT as asked or a plain error, else a free one that stays (it is in every IRI)."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import address, env


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOST", "PORT", "BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SONOTHEQUE_VAR", str(tmp_path))
    return tmp_path


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_passed_over_and_the_choice_is_kept(
    var: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "FIRST_PORT", taken)
    (var / "run").mkdir()
    (var / "run" / "port").write_text(str(taken))
    found = address.claim(var)
    found.listener.close()
    assert found.port > taken
    assert env.base_url() == f"http://localhost:{found.port}"
    again = address.claim(var)
    again.listener.close()
    assert again.port == found.port


def test_a_taken_port_that_was_asked_for_is_a_plain_error(
    var: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", str(taken))
    with pytest.raises(address.AddressTaken, match=f"Port {taken} of 127.0.0.1 is in use"):
        address.claim(var)


def test_an_asked_port_is_honoured_and_kept(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    monkeypatch.setenv("PORT", str(free))
    claimed = address.claim(var)
    claimed.listener.close()
    assert claimed.port == free
    monkeypatch.delenv("PORT")
    assert env.served_port() == free


def test_a_host_that_is_not_ours_is_a_plain_error(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOST", "192.0.2.1")
    with pytest.raises(address.AddressTaken, match="no address of this machine"):
        address.claim(var)


def test_a_neighbour_on_the_other_loopback_counts() -> None:
    """Browsers try ::1 for localhost: they would meet the neighbour."""
    try:
        listener = socket.socket(socket.AF_INET6)
        listener.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no IPv6")
    with listener:
        listener.listen()
        assert address.listen("127.0.0.1", listener.getsockname()[1]) is None


def test_who_comes_before_the_web_server_waits_and_nobody_takes_the_port(var: Path) -> None:
    """The port is part of every IRI: between being chosen and being served it is held."""
    claimed = address.claim(var)
    with claimed.listener, socket.create_connection(("127.0.0.1", claimed.port), timeout=5):
        assert address.listen("127.0.0.1", claimed.port) is None
        served, _peer = claimed.listener.accept()
        with served:
            assert served.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_an_odd_port_is_refused(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")
    with pytest.raises(env.OddSetting, match="PORT is 'eighty'"):
        address.claim(var)
