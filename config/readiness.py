"""Waiting until what was started answers, asked through its own doors."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

PATIENCE_S = 90.0
PAUSE_S = 0.1


class NotReady(RuntimeError):
    """Something that was started does not answer."""


@dataclass(frozen=True)
class Site:
    """The site as this machine reaches it, whatever name the public knows it by."""

    host: str
    port: int
    public_url: str

    def get(self, path: str, **headers: str) -> bytes | None:
        """Return what is at the path, if it answers 200."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        shown = f"[{host}]" if ":" in host else host
        named = {"Host": urlsplit(self.public_url).netloc, **headers}
        request = Request(f"http://{shown}:{self.port}{path}", headers=named)
        with urlopen(request, timeout=10) as reply:  # noqa: S310 (our own address)
            return bytes(reply.read()) if reply.status == HTTPStatus.OK else None

    def wait(self, *, patience_s: float = PATIENCE_S) -> None:
        """Return once the home page is served; raise NotReady when it is not within the time."""
        _wait(lambda: self.get("/") is not None, "the home page (see var/log/web.log)", patience_s)

    def wait_for_store(self, iris: list[str], *, patience_s: float = PATIENCE_S) -> None:
        """Return once SPARQL knows all of `iris`, the newest of what is public."""
        values = " ".join(f"(<{iri}>)" for iri in iris)
        query = f"SELECT DISTINCT ?s WHERE {{ VALUES (?s) {{ {values} }} ?s ?p ?o }}"
        path = f"/sparql?{urlencode({'query': query})}"

        def _known() -> bool:
            body = self.get(path, Accept="application/sparql-results+json")
            return body is not None and len(json.loads(body)["results"]["bindings"]) == len(iris)

        if iris:
            _wait(_known, f"SPARQL, asked for {iris[-1]} (see var/log/rdf.log)", patience_s)


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
