"""The JSON-LD context: the declarations' names, which are GraphQL's, and what they stand for.

One context for all kinds, so that a name means one thing; two declarations that disagree are
refused when it is put together. `iri` is `@id`: what GraphQL answers is JSON-LD under it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rdflib import URIRef

from ontology import iris
from ontology.errors import OddMapping
from ontology.mappings.declare import (
    ByRole,
    Const,
    Field,
    Former,
    Here,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    RoleRef,
)
from ontology.mappings.registry import REGISTRY
from ontology.namespaces import PREFIXES, TA
from ontology.writers.ntriples import RDF_JSON

IRI, JSON = "@id", "@json"


@dataclass(frozen=True)
class Name:
    """What a name in JSON-LD stands for."""

    predicate: str
    type: str = ""
    """`@id`, `@json`, the IRI of a datatype, or empty for plain text."""
    always_a_list: bool = False

    def definition(self) -> dict[str, str]:
        said = {"@id": curie(self.predicate)}
        if self.type:
            said["@type"] = self.type if self.type.startswith("@") else curie(self.type)
        if self.always_a_list:
            said["@container"] = "@set"
        return said


def full(term: URIRef) -> str:
    """Return a term's IRI; those of our own profile stand under BASE."""
    own = term.startswith(TA)
    return f"{iris.profile()}{term.removeprefix(TA)}" if own else str(term)


def prefixes() -> dict[str, str]:
    return PREFIXES | {"ta": iris.profile()}


def curie(iri: str) -> str:
    """Return an IRI under a prefix of ours where one fits."""
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def names_of(kind: str) -> dict[str, Name]:
    """Return the names of one kind's fields, in the declaration's order."""
    return _names(kind, iris.base())


@cache
def _names(kind: str, _base: str) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for name, meaning in _walk(REGISTRY[kind].fields, repeated=False):
        if found.setdefault(name, meaning) != meaning:
            raise OddMapping(f"{kind}: {name!r} is declared as {found[name]} and as {meaning}.")
    return found


def _walk(fields: Sequence[Field], *, repeated: bool) -> Iterator[tuple[str, Name]]:
    for one in fields:
        match one:
            case Lit(name=name) if name:
                yield name, Name(full(one.predicate), _coercion(one))
            case RoleRef():
                for name, predicate in one.predicates.values():
                    yield name, Name(full(predicate), IRI, always_a_list=True)
            case Ref(name=name) | Link(name=name) | Const(name=name) | Here(name=name) if name:
                is_list = repeated and isinstance(one, Ref)
                yield name, Name(full(one.predicate), IRI, always_a_list=is_list)
            case Node(name=name):
                if name:
                    yield name, Name(full(one.predicate), IRI, always_a_list=repeated)
                yield from _walk(one.fields, repeated=False)
            case Former(name=name) if name:
                yield name, Name(full(one.predicate), IRI, always_a_list=True)
            case ByRole():
                yield from _walk(one.fields, repeated=repeated)
            case Many():
                yield from _walk(one.fields, repeated=True)


def _coercion(one: Lit) -> str:
    if one.datatype is None:
        return ""
    return JSON if one.datatype == RDF_JSON else full(one.datatype)


def all_names() -> dict[str, Name]:
    """Return every name of every kind."""
    found: dict[str, Name] = {}
    for kind in REGISTRY:
        for name, meaning in names_of(kind).items():
            if found.setdefault(name, meaning) != meaning:
                raise OddMapping(f"{name!r} is {found[name]} here and {meaning} in {kind}.")
    return found


def document() -> dict[str, object]:
    """Return the context as it is served."""
    names = {name: meaning.definition() for name, meaning in sorted(all_names().items())}
    return {"@context": {"@version": 1.1, "iri": "@id", **prefixes(), **names}}
