"""Waiting until what was started answers, asked through its own doors."""

import json
import time
from collections.abc import Callable
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PATIENCE_S = 90.0
PAUSE_S = 0.1


class NotReady(RuntimeError):
    """Something that was started does not answer."""


def wait_for_site(url: str, *, patience_s: float = PATIENCE_S) -> None:
    """Return once the home page is served; raise NotReady when it is not within the time."""
    _wait(lambda: _get(f"{url}/") is not None, f"{url} (see var/log/web.log)", patience_s)


def wait_for_store(url: str, iris: list[str], *, patience_s: float = PATIENCE_S) -> None:
    """Return once SPARQL knows all of `iris`, the newest of what is public."""

    def _known() -> bool:
        values = " ".join(f"(<{iri}>)" for iri in iris)
        query = f"SELECT DISTINCT ?s WHERE {{ VALUES (?s) {{ {values} }} ?s ?p ?o }}"
        body = _get(
            f"{url}/sparql?{urlencode({'query': query})}", Accept="application/sparql-results+json"
        )
        return body is not None and len(json.loads(body)["results"]["bindings"]) == len(set(iris))

    if iris:
        _wait(_known, f"{url}/sparql, with {iris[-1]} (see var/log/rdf.log)", patience_s)


def _wait(answers: Callable[[], bool], what: str, patience_s: float) -> None:
    deadline = time.monotonic() + patience_s
    told = "it is not there yet"
    while time.monotonic() < deadline:
        try:
            if answers():
                return
        except HTTPError as error:
            told = f"{error.code} {error.reason}"
        except (URLError, OSError, ValueError) as error:
            told = str(error)
        time.sleep(PAUSE_S)
    raise NotReady(f"No answer within {patience_s:.0f} s ({told}) from {what}.")


def _get(url: str, **headers: str) -> bytes | None:
    with urlopen(Request(url, headers=headers), timeout=10) as reply:  # noqa: S310 (our own)
        return bytes(reply.read()) if reply.status == HTTPStatus.OK else None
