"""One question at one door, and the answer as bytes: status, headers and body."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.test import Client

from tests.doors.canaries import Canary, heard_in
from tests.doors.swept import Role
from tests.graphql_api.asking import ask as ask_schema

#: What is another in each answer, whoever asks for whatever: forms' tokens, requests' numbers.
RANDOM = re.compile(
    rb'(csrfmiddlewaretoken" value="|csrf-?token"[^>]{0,20}content="|"csrf(?:Token)?":\s?")'
    rb"[A-Za-z0-9]{64}"
    rb"|(requestId\W{1,5})[0-9a-f]{16}|(nonce[-=]\W?)[A-Za-z0-9_+/-]{16,}={0,2}"
    rb'|("changesCursor":\s?")[A-Za-z0-9_-]{119}(?=")'  # one length, whatever has happened
)
#: Headers that are another each time: the session's and the form's cookies, the hour.
_SET = {"set-cookie", "expires"}


@dataclass(frozen=True)
class Question:
    """What is asked at a door."""

    door: str
    text: str
    put: Callable[["Asker"], bytes] = field(compare=False, repr=False)

    def of(self, asker: "Asker") -> bytes:
        return RANDOM.sub(rb"\1\2\3\4", self.put(asker))


@dataclass
class Asker:
    """One role with its browser and its actor."""

    role: Role
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.role.client()


def told(question: Question, answer: bytes) -> frozenset[Canary]:
    """Return the canaries of an answer that did not stand in the question."""
    return heard_in(answer) - heard_in(question.text.encode())


def getting(door: str, path: str, **headers: str) -> Question:
    return Question(door, f"{path} {headers or ''}", lambda asker: _got(asker, path, headers))


def _got(asker: Asker, path: str, headers: Mapping[str, str]) -> bytes:
    return seen(asker.client.get(path, headers=dict(headers)))


def posting(door: str, path: str, body: Any, content_type: str, **headers: str) -> Question:
    def put(asker: Asker) -> bytes:
        return seen(asker.client.post(path, body, content_type=content_type, headers=dict(headers)))

    return Question(door, f"{path} {body}", put)


def seen(response: Any) -> bytes:
    body: bytes = response.getvalue() if response.streaming else response.content
    response.close()
    headers = sorted(
        f"{name}: {value}" for name, value in response.items() if name.lower() not in _SET
    )
    return "\n".join([str(response.status_code), *headers, ""]).encode() + body


def asking(door: str, query: str, **variables: Any) -> Question:
    """A question in GraphQL, in process."""

    def put(asker: Asker) -> bytes:
        answer = ask_schema(query, actor=asker.role.actor(), **variables)
        return orjson.dumps([answer.data, answer.errors, answer.extensions])

    return Question(door, f"{query} {variables or ''}", put)
