"""Sounds of other sites by the API: fetched, refused with a sentence, attached as uploads are."""

from typing import Any

import pytest

from archive.models import Part
from tests.analysis.recordings import new_item
from tests.archive.providers.test_providers import SOUND, Site, site
from tests.graphql_api.uploading import ATTACH, ask, client_of, staff_client
from tests.processes import house

__all__ = ["house", "site"]
pytestmark = pytest.mark.usefixtures("house")

FETCH = """mutation($i: FetchRemoteInput!) { fetchRemote(input: $i) { __typename
  ... on FetchRemotePayload { provider isPreview title credit licence page
    upload { id name format sampleRate byteSize } }
  ... on Error { code message path } } }"""
PROVIDERS = "{ remoteProviders { id title hosts isPreview unavailable } }"


def fetch(client: Any, reference: str, **more: str) -> dict[str, Any]:
    body = ask(client, FETCH, i={"reference": reference, **more})
    assert "errors" not in body, body
    answer: dict[str, Any] = body["data"]["fetchRemote"]
    return answer


def test_a_sound_of_another_site_becomes_an_upload_and_a_part(site: str) -> None:
    client = staff_client()
    answer = fetch(client, f"{site}/download/take.wav")
    assert answer["provider"] == "url"
    assert (answer["isPreview"], answer["title"]) == (False, None)
    upload = answer["upload"]
    assert (upload["name"], upload["byteSize"]) == ("take.wav", len(SOUND))
    item = new_item()
    ask(client, ATTACH, i={"upload": upload["id"], "itemCode": item.code})
    assert Part.objects.get(item=item).file.byte_size == len(SOUND)


def test_what_is_not_fetched_is_an_answer(site: str) -> None:
    client = staff_client()
    for reference, code, said in (
        (f"{site}/page", "NOT_FETCHED", "a page, not a sound"),
        ("http://elsewhere.test/a.wav", "NOT_FETCHED", "REMOTE_HOSTS"),
        (f"{site}/words", "NOT_SOUND", "text"),
    ):
        answer = fetch(client, reference)
        assert (answer["__typename"], answer["code"]) == ("ValidationError", code), answer
        assert answer["path"] == ["input", "reference"]
        assert said in answer["message"]
    asked = len(Site.tokens)
    assert fetch(client_of(), f"{site}/download/a.wav")["__typename"] == "Forbidden"
    assert len(Site.tokens) == asked, "nothing was gone to"


def test_who_deposits_is_told_of_the_providers(site: str) -> None:
    told = {each["id"]: each for each in ask(staff_client(), PROVIDERS)["data"]["remoteProviders"]}
    assert list(told)[-1] == "url"
    assert told["freesound"]["isPreview"]
    assert told["internet_archive"]["unavailable"] is None
    assert "not installed" in told["yt_dlp"]["unavailable"]
    assert ask(client_of(), PROVIDERS)["data"]["remoteProviders"] == []
