"""Providers find sounds of other sites; what they find is staged as an upload is (S-32, R-24).

The sites stand on loopback and answer as their interfaces do.
"""

import io
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from importlib.metadata import EntryPoint
from typing import Any, ClassVar

import numpy as np
import pytest
import soundfile
from django.test import override_settings

from archive.access import PUBLIC, Actor
from archive.errors import NotAllowed, NotSound, OddValue
from archive.fetching import NotFetched
from archive.models import StagedUpload, User
from archive.providers import registry
from archive.providers.contract import Found, Web
from archive.providers.deezer import DeezerPreview
from archive.providers.freesound import Freesound
from archive.providers.internet_archive import InternetArchive
from archive.services.remote import fetch_remote
from archive.storage import STAGED, open_local
from tests.archive.loopback import serving
from tests.processes import House

pytestmark = pytest.mark.usefixtures("house")


def wav() -> bytes:
    made = io.BytesIO()
    soundfile.write(made, 0.1 * np.sin(np.arange(44_100) / 20), 44_100, format="WAV")
    return made.getvalue()


SOUND = wav()


class Site(BaseHTTPRequestHandler):
    """Gives what is put at a path; anything of `/download/` is the sound."""

    pages: ClassVar[dict[str, Any]] = {}
    tokens: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.tokens.append(self.headers.get("Authorization"))
        if path.startswith("/download/"):
            self._give(SOUND, "audio/x-wav")
        elif path == "/page":
            self._give(b"<!doctype html><title>A page</title>", "text/html; charset=utf-8")
        elif path == "/words":
            self._give(b"no sound at all, whatever it says", "audio/wav")
        elif path in self.pages:
            self._give(json.dumps(self.pages[path]).encode(), "application/json")
        else:
            self.send_error(404)

    def _give(self, data: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    Site.pages.clear()
    Site.tokens.clear()
    with serving(Site, monkeypatch) as number:
        address = f"http://127.0.0.1:{number}"
        for provider in (InternetArchive, Freesound, DeezerPreview):
            monkeypatch.setattr(provider, "base", address)
            monkeypatch.setattr(provider, "hosts", ("127.0.0.1",))
        with override_settings(REMOTE_HOSTS=["127.0.0.1"], FREESOUND_TOKEN="a-key"):
            yield address


@pytest.fixture
def archivist(house: House) -> Actor:
    user = User.objects.create(username="archivist", is_staff=True)
    return Actor(user_id=user.pk, is_member=True, is_staff=True)


def bytes_of(upload: StagedUpload) -> bytes:
    with open_local(STAGED, upload.storage_name) as path:
        return path.read_bytes()


def test_a_file_of_a_named_host_is_staged(site: str, archivist: Actor) -> None:
    fetched = fetch_remote(actor=archivist, reference=f"{site}/download/a%20song.wav")
    assert bytes_of(fetched.upload) == SOUND
    assert (fetched.upload.original_name, fetched.upload.sample_rate) == ("a song.wav", 44_100)
    assert fetched.provider.id == "url"


def _archive(site: str) -> str:
    Site.pages["/metadata/tape_7"] = {
        "metadata": {
            "title": "Tape 7",
            "creator": ["A.", "B."],
            "licenseurl": "https://creativecommons.org/licenses/by/4.0/",
        },
        "files": [
            {"name": "side.wav", "format": "WAVE", "source": "original"},
            {"name": "side.mp3", "format": "VBR MP3", "source": "derivative"},
            {"name": "tape_7_meta.xml", "format": "Metadata", "source": "original"},
        ],
    }
    return "https://archive.org/details/tape_7"


def _freesound(site: str) -> str:
    Site.pages["/apiv2/sounds/12/"] = {
        "name": "Birds",
        "username": "anna",
        "license": "http://creativecommons.org/publicdomain/zero/1.0/",
        "previews": {"preview-hq-ogg": f"{site}/download/12.ogg"},
        "url": "https://freesound.org/s/12/",
    }
    return "https://freesound.org/people/anna/sounds/12/"


def _deezer(site: str) -> str:
    Site.pages["/track/3135556"] = {
        "title": "Song",
        "artist": {"name": "Band"},
        "preview": f"{site}/download/p.mp3",
        "link": "https://www.deezer.com/track/3135556",
    }
    return "https://www.deezer.com/fr/track/3135556"


@pytest.mark.parametrize(
    ("site_of", "provider", "title", "credit"),
    [
        (_archive, "internet_archive", "Tape 7", "A.; B."),
        (_freesound, "freesound", "Birds", "anna"),
        (_deezer, "deezer_preview", "Song", "Band"),
    ],
)
def test_a_page_leads_to_its_sound_and_what_is_said_of_it(
    site_of: Callable[[str], str],
    provider: str,
    title: str,
    credit: str,
    site: str,
    archivist: Actor,
) -> None:
    fetched = fetch_remote(actor=archivist, reference=site_of(site))
    assert fetched.provider.id == provider
    assert bytes_of(fetched.upload) == SOUND
    assert (fetched.found.title, fetched.found.credit) == (title, credit)
    assert fetched.found.page.startswith("https://")


def test_a_key_goes_to_the_interface_and_not_with_the_sound(site: str, archivist: Actor) -> None:
    fetch_remote(actor=archivist, reference=_freesound(site))
    assert Site.tokens == ["Token a-key", None]


def test_what_goes_wrong_is_said(site: str, archivist: Actor) -> None:
    _archive(site)
    Site.pages["/track/9"] = {"error": {"type": "DataException"}}
    files = Site.pages["/metadata/tape_7"]["files"]
    for reference, error, said in (
        (f"{site}/page", NotFetched, "a page, not a sound"),
        (f"{site}/words", NotSound, "text"),
        (f"{site}/nothing.wav", NotFetched, "answers 404"),
        ("https://archive.org/details/none", NotFetched, "answers 404"),
        ("https://archive.org/download/tape_7/x.wav", NotFetched, "no file 'x.wav'"),
        ("https://www.deezer.com/track/9", NotFetched, "no track 9"),
        ("http://elsewhere.test/a.wav", NotFetched, "REMOTE_HOSTS"),
        ("a tape", OddValue, "web address"),
    ):
        with pytest.raises(error, match=said):
            fetch_remote(actor=archivist, reference=reference)
    files.append({"name": "other.wav", "format": "WAVE", "source": "original"})
    with pytest.raises(NotFetched, match=r"2 sounds; give the address of one file: side\.wav"):
        fetch_remote(actor=archivist, reference="https://archive.org/details/tape_7")
    with pytest.raises(OddValue, match="no provider 'nobody'"):
        fetch_remote(actor=archivist, reference=site, provider="nobody")
    with override_settings(FREESOUND_TOKEN=""), pytest.raises(OddValue, match="FREESOUND_TOKEN"):
        fetch_remote(actor=archivist, reference=_freesound(site), provider="freesound")
    with override_settings(MAX_UPLOAD_BYTES=1000), pytest.raises(NotFetched, match="larger than"):
        fetch_remote(actor=archivist, reference=f"{site}/download/a.wav")
    assert not StagedUpload.objects.exists(), "nothing of it is kept"


def test_a_host_that_the_operator_does_not_name_is_not_gone_to(site: str, archivist: Actor) -> None:
    """A provider's own list opens nothing: both must name the host."""
    reference = _archive(site)
    named = override_settings(REMOTE_HOSTS=["archive.org"])
    with named, pytest.raises(NotFetched, match="REMOTE_HOSTS"):
        fetch_remote(actor=archivist, reference=reference)
    assert Site.tokens == []


def test_only_staff_fetches(site: str) -> None:
    for actor in (PUBLIC, Actor(is_member=True)):
        with pytest.raises(NotAllowed):
            fetch_remote(actor=actor, reference=f"{site}/download/a.wav")
    assert Site.tokens == [], "nothing was gone to"


class Store:
    """A rights-holder's store, as docs/providers.md shows it."""

    id = "store"
    title = "The store"
    hosts = ("127.0.0.1",)
    is_preview = False

    def knows(self, reference: str) -> bool:
        return reference.startswith("store:")

    def unavailable(self) -> str:
        return ""

    def find(self, reference: str, web: Web) -> Found:
        name = reference.removeprefix("store:")
        told = web.json(f"{_STORE[0]}/catalogue/{name}", {"Authorization": "Bearer key"})
        return Found(
            url=told["sound"], name=f"{name}.wav", headers=(("Authorization", "Bearer key"),)
        )


_STORE = [""]


def test_a_private_plug_in_is_asked_and_one_that_fails_is_listed(
    site: str, archivist: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _STORE[0] = site
    Site.pages["/catalogue/42"] = {"sound": f"{site}/download/42.wav"}
    here = f"{__name__}:Store"
    points = [
        EntryPoint("store", here, registry.GROUP),
        EntryPoint("gone", "no_such_package:Provider", registry.GROUP),
        EntryPoint("other", here, registry.GROUP),
        EntryPoint("url", here, registry.GROUP),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: points)
    fetched = fetch_remote(actor=archivist, reference="store:42")
    assert bytes_of(fetched.upload) == SOUND
    assert Site.tokens == ["Bearer key", "Bearer key"]
    reasons = {each.id: each.reason for each in registry.listed() if each.reason}
    assert "No module named 'no_such_package'" in reasons["gone"]
    assert "calls itself 'store'" in reasons["other"]
    assert "takes a name that is taken" in reasons["url"]
    assert "yt-dlp is not installed" in reasons["yt_dlp"]
