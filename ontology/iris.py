"""The IRI of a thing is its page: minted here, read back here, nowhere else.

    mint("item", "CNRSMH_I_1970_012_041_15")            {BASE}/items/CNRSMH_I_1970_012_041_15
    mint("item", "CNRSMH_I_1970_012_041_15", "signal")  … #signal
    iri_of(item)                                        the same, from a model's instance
    parse(iri)                                          IriParts(kind, key, fragment), or None

GraphQL's `iri` fields call `iri_of`. BASE is the setting BASE_URL.
"""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, unquote

from django.conf import settings

#: Kind of thing -> first segment of its path.
PATHS: dict[str, str] = {
    "item": "items",
    "collection": "collections",
    "corpus": "corpora",
    "fonds": "fonds",
    "place": "places",
    "instrument": "instruments",
    "population": "groups",
    "language": "languages",
    "agent": "agents",
    "run": "runs",
    "result": "results",
    "processor": "processors",
    "track": "annotations",
    "holder": "holders",
    "carrier": "carriers",
    "scheme": "vocabularies",
}
#: A kind whose things stand under one of another kind: /vocabularies/{scheme}/{concept}.
UNDER: dict[str, str] = {"concept": "scheme"}
KINDS: dict[str, str] = {path: kind for kind, path in PATHS.items()}
_BELOW: dict[str, str] = {above: kind for kind, above in UNDER.items()}


class HasPage(Protocol):
    """A model's instance that knows its path."""

    def get_absolute_url(self) -> str: ...


@dataclass(frozen=True)
class IriParts:
    """What one of our IRIs says."""

    kind: str
    key: str
    fragment: str = ""


def base() -> str:
    """Return the installation's base, without a slash at its end."""
    return str(settings.BASE_URL)


def encode(key: str) -> str:
    """Return a code, slug or name as it stands in an IRI: all but unreserved and @ is %-encoded."""
    return quote(key, safe="@")


def path_of(kind: str, key: str) -> str:
    """Return the path of a thing's page; the key of a thing under another holds both keys."""
    if kind in UNDER:
        above, _, own = key.partition("/")
        return f"{path_of(UNDER[kind], above)}/{encode(own)}"
    return f"/{PATHS[kind]}/{encode(key)}"


def mint(kind: str, key: str, fragment: str = "") -> str:
    """Return the IRI of a thing, or of a part of it (`fragment`)."""
    iri = f"{base()}{path_of(kind, key)}"
    return f"{iri}#{encode(fragment)}" if fragment else iri


def iri_of(thing: HasPage, fragment: str = "") -> str:
    """Return the IRI of a model's instance."""
    path, _, key = thing.get_absolute_url().removeprefix("/").partition("/")
    kind = KINDS[path]
    return mint(_BELOW[kind] if "/" in key and kind in _BELOW else kind, key, fragment)


def parse(iri: str) -> IriParts | None:
    """Return what one of our IRIs names, None for a foreign or odd one."""
    if not iri.startswith(f"{base()}/"):
        return None
    path, _, fragment = iri.removeprefix(f"{base()}/").partition("#")
    segment, slash, key = path.partition("/")
    if segment not in KINDS or not slash or not key:
        return None
    kind, (own, *below) = KINDS[segment], key.split("/")
    if below:
        if kind not in _BELOW or len(below) > 1 or not below[0]:
            return None
        kind = _BELOW[kind]
    return IriParts(kind, "/".join(unquote(one) for one in (own, *below)), unquote(fragment))


def profile() -> str:
    """Return the namespace of our own terms."""
    return f"{base()}/ns#"


def own_property(slug: str) -> str:
    """Return the predicate of a field that the archive defined itself and that has no other."""
    return f"{base()}/ns/x/{encode(slug)}"


def context() -> str:
    """Return the address of the JSON-LD context."""
    return f"{base()}/ns/context.jsonld"


def public_graph() -> str:
    """Return the name of the graph that holds all that the public may find and harvest."""
    return f"{base()}/graphs/public"
