"""Sending files to GraphQL as a client does: the multipart request specification."""

import json
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.services.accounts import issue_token
from tests.factories import make_user

STAGE = """mutation($i: StageUploadInput!) { stageUpload(input: $i) { __typename
  ... on StageUploadPayload { upload { id name format codec mimeType sampleRate channels bitDepth
    duration byteSize sha256 expiresAt heldBy { code } } }
  ... on Error { code message path } } }"""
ATTACH = """mutation($i: AttachUploadInput!) { attachUpload(input: $i) { __typename
  ... on AttachUploadPayload { position run { id status }
    item { id code title parts { position start end duration file { sha256 } } } }
  ... on Error { code message path } } }"""
DISCARD = """mutation($i: DiscardUploadInput!) { discardUpload(input: $i) { __typename
  ... on DiscardUploadPayload { upload } ... on Error { code message path } } }"""


def client_of(**account: Any) -> Client:
    """Return a program's client: it comes with a token, and no cookie."""
    token = issue_token(user=make_user(**account), name="test")
    return Client(headers={"Authorization": f"Bearer {token}"})


def staff_client() -> Client:
    return client_of(is_staff=True)


def send(
    client: Client,
    query: str,
    variables: dict[str, Any],
    files: dict[str, tuple[str, bytes]],
    **headers: str,
) -> Any:
    """POST an operation with files; the key of each is the path of its variable."""
    where = {str(number): [path] for number, path in enumerate(files)}
    parts = {
        str(number): SimpleUploadedFile(name, data)
        for number, (name, data) in enumerate(files.values())
    }
    operations = json.dumps({"query": query, "variables": variables})
    return client.post(
        "/graphql", {"operations": operations, "map": json.dumps(where)} | parts, headers=headers
    )


def stage(client: Client, data: bytes | Path, name: str = "take 1.wav") -> dict[str, Any]:
    """Return what `stageUpload` answers."""
    content = data.read_bytes() if isinstance(data, Path) else data
    response = send(client, STAGE, {"i": {"file": None}}, {"variables.i.file": (name, content)})
    body = response.json()
    assert "errors" not in body, body
    answer: dict[str, Any] = body["data"]["stageUpload"]
    return answer


def ask(client: Client, query: str, **variables: Any) -> Any:
    response = client.post(
        "/graphql",
        json.dumps({"query": query, "variables": variables}),
        content_type="application/json",
    )
    return response.json()
