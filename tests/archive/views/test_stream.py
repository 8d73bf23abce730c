"""A part's sound: who may hear it gets its bytes, everybody else the answer of no such part.

R-11, R-26, R-36, P-14; design section 5, Sound of an item.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.core.handlers.asgi import ASGIHandler
from django.db.models.functions import Now
from django.test import Client

from archive.identifiers import new_id
from archive.models import Item, Part
from archive.services.accounts import issue_token
from archive.storage import MASTERS, keep, staged
from tests.factories import make_file, make_item, make_part, make_user
from tests.sounds import write_wav

pytestmark = pytest.mark.usefixtures("store")


def sound_of(item: Item, tmp_path: Path, *, frames: int = 8_000, **values: Any) -> Part:
    """Keep real bytes and name them as what they are."""
    with staged(write_wav(tmp_path / "a.wav", frames=frames), MASTERS) as coming:
        name = keep(MASTERS, coming, "wav")
    facts = {
        "byte_size": coming.byte_size,
        "sha256": coming.sha256,
        "storage_name": name,
        "format": "wav",
        "codec": "pcm_s16",
        "sample_rate": 8_000,
        "frame_count": frames,
    }
    file = make_file(**(facts | values.pop("file", {})))
    return make_part(item, file=file, original_name="Secret informant's name.wav", **values)


def url(part: Part) -> str:
    return f"/media/items/{part.item_id}/parts/{part.position}/sound"


def body(response: Any) -> bytes:
    return response.getvalue() if response.streaming else response.content  # type: ignore[no-any-return]


@pytest.mark.django_db
def test_the_public_hears_what_is_open(client: Client, tmp_path: Path) -> None:
    part = sound_of(make_item(code="CNRS_1"), tmp_path)
    response = client.get(url(part))
    data = (tmp_path / "a.wav").read_bytes()
    assert (response.status_code, body(response)) == (200, data)
    assert response["Content-Type"] == "audio/wav"
    assert response["Content-Length"] == str(len(data))
    assert response["ETag"] == f'"{part.file.sha256}"'
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, no-cache"
    assert {"Authorization", "Cookie"} <= set(response["Vary"].split(", "))
    assert response["Content-Disposition"] == 'inline; filename="CNRS_1_1.wav"'
    assert "informant" not in str(response.headers)


@pytest.mark.django_db
def test_a_range_and_a_head_and_a_revalidation(client: Client, tmp_path: Path) -> None:
    part = sound_of(make_item(), tmp_path)
    data = (tmp_path / "a.wav").read_bytes()
    response = client.get(url(part), headers={"Range": "bytes=-100"})
    assert (response.status_code, body(response)) == (206, data[-100:])
    response = client.head(url(part), headers={"Range": "bytes=-100"})
    assert (response.status_code, body(response)) == (200, b"")
    assert response["Content-Length"] == str(len(data))
    response = client.get(url(part), headers={"If-None-Match": f'"{part.file.sha256}"'})
    assert (response.status_code, body(response)) == (304, b"")
    response = client.get(url(part), headers={"Range": f"bytes={len(data)}-"})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(data)}")
    assert client.post(url(part)).status_code == 405


@pytest.mark.django_db
def test_what_only_some_may_hear_is_stored_nowhere(client: Client, tmp_path: Path) -> None:
    part = sound_of(make_item(access="metadata"), tmp_path)
    assert client.get(url(part)).status_code == 404
    client.force_login(make_user())
    assert client.get(url(part)).status_code == 404
    client.force_login(make_user(is_staff=True))
    for headers in (
        {},
        {"Range": "bytes=0-4"},
        {"If-None-Match": "*"},
        {"Range": "bytes=99999999-"},
    ):
        response = client.get(url(part), headers=headers)
        body(response)
        assert response.status_code in {200, 206, 304, 416}
        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_a_token_opens_and_a_bad_one_is_refused_whatever_is_behind(tmp_path: Path) -> None:
    part = sound_of(make_item(access="none"), tmp_path)
    token = issue_token(user=make_user(is_staff=True), name="t")
    good = Client(headers={"Authorization": f"Bearer {token}"})
    response = good.get(url(part))
    assert (response.status_code, len(body(response)) > 0) == (200, True)
    bad = Client(headers={"Authorization": "Bearer stale"})
    answers = {
        (response.status_code, response.content, response["WWW-Authenticate"])
        for response in (
            bad.get(url(part)),
            bad.get(f"/media/items/{new_id()}/parts/1/sound"),
        )
    }
    assert answers == {
        (
            401,
            b"The API token is unknown or has expired: ask for a new one.\n",
            'Bearer error="invalid_token"',
        )
    }


@pytest.mark.django_db
def test_a_sound_withdrawn_while_it_plays_is_gone_from_the_next_range(
    client: Client, tmp_path: Path
) -> None:
    """R-26; also from a cache, which has to ask again."""
    part = sound_of(make_item(), tmp_path)
    first = client.get(url(part), headers={"Range": "bytes=0-99"})
    assert (first.status_code, len(body(first))) == (206, 100)
    Item.objects.update(access="metadata")
    assert client.get(url(part), headers={"Range": "bytes=100-199"}).status_code == 404
    etag = {"If-None-Match": f'"{part.file.sha256}"'}
    assert client.get(url(part), headers=etag).status_code == 404
    Item.objects.update(access="full", embargo_until=Now() + timedelta(days=1))
    assert client.get(url(part)).status_code == 404
    Item.objects.update(embargo_until=Now() - timedelta(seconds=1))
    response = client.get(url(part))
    assert (response.status_code, len(body(response)) > 0) == (200, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"start_frame": 1_000}, "a song in the middle of a side"),
        ({"end_frame": 4_000}, "a song at its beginning"),
        ({"file": {"codec": "pcm_f64"}}, "a codec that browsers do not know"),
        ({"file": {"format": "caf"}}, "a container that browsers do not know"),
        ({"file": {"sample_rate": 250_000}}, "a bat"),
        ({"file": {"channels": 4}}, "four microphones"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_master_stays_in_where_the_listening_copy_is_the_way(
    client: Client, tmp_path: Path, values: dict[str, Any], why: str
) -> None:
    part = sound_of(make_item(), tmp_path, **values)
    assert client.get(url(part)).status_code == 404, why
    client.force_login(make_user(is_staff=True))
    assert client.get(url(part)).status_code == 404, why


@pytest.mark.django_db
def test_a_part_that_ends_where_its_file_does_is_the_whole_file(
    client: Client, tmp_path: Path
) -> None:
    part = sound_of(make_item(), tmp_path, end_frame=8_000)
    response = client.get(url(part))
    assert (response.status_code, len(body(response)) > 0) == (200, True)


@pytest.mark.django_db
def test_lost_bytes_are_a_fault_of_ours_and_told_so(
    client: Client, tmp_path: Path, store: Path
) -> None:
    part = sound_of(make_item(), tmp_path)
    (store / "masters" / part.file.storage_name).unlink()
    response = client.get(url(part))
    assert response.status_code == 503
    assert str(store) not in response.content.decode()


async def ask(path: str, *, leave_after: int | None = None) -> tuple[int, list[int]]:
    """Ask Django's own ASGI handler; return the status and the sizes of the pieces sent."""
    sizes: list[int] = []
    status = 0
    has_asked = False
    left = asyncio.Event()

    async def receive() -> dict[str, Any]:
        nonlocal has_asked
        if not has_asked:
            has_asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            sizes.append(len(message.get("body", b"")))
            if leave_after is not None and len(sizes) >= leave_after:
                left.set()
                await asyncio.sleep(0.01)

    app: Callable[..., Awaitable[None]] = ASGIHandler()
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "http_version": "1.1",
    }
    await app(scope, receive, send)
    return status, sizes


def open_masters(store: Path) -> list[str]:
    """Return which stored files this process holds open."""
    return [
        file.path for file in psutil.Process().open_files() if Path(file.path).is_relative_to(store)
    ]


@pytest.mark.usefixtures("own_database")
def test_under_asgi_a_long_sound_leaves_in_pieces(tmp_path: Path, store: Path) -> None:
    """Django would gather a synchronous iterator into one list before the first byte left."""
    part = sound_of(make_item(), tmp_path, frames=5_000_000)
    status, sizes = asyncio.run(ask(url(part)))
    assert (status, sum(sizes)) == (200, part.file.byte_size)
    assert len(sizes) > 100
    assert open_masters(store) == []


@pytest.mark.usefixtures("own_database")
def test_a_listener_who_leaves_leaves_no_open_file(tmp_path: Path, store: Path) -> None:
    part = sound_of(make_item(), tmp_path, frames=5_000_000)
    status, sizes = asyncio.run(ask(url(part), leave_after=3))
    assert status == 200
    assert sum(sizes) < part.file.byte_size / 2
    assert open_masters(store) == []
