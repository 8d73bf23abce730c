"""JSON-LD for people: one tree under the names of GraphQL, with a context at a stable address.

The tree is made from the triples themselves, so it says neither more nor less than the other
formats do. A literal that a name does not fit is written in full under its predicate's CURIE.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import context, iris
from ontology.context import IRI, JSON, Name
from ontology.namespaces import RDF, XSD
from ontology.writers.ntriples import RDF_JSON

_NUMBERS = {f"{XSD}double": float, f"{XSD}float": float, f"{XSD}integer": int}


def tree_of(subject: str, triples: Iterable[Triple], names: Mapping[str, Name]) -> dict[str, Any]:
    """Return what the triples say of the subject, and of all that hangs on it."""
    return {"@context": iris.context(), **_Tree(triples, names).node(subject)}


def dumps(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


class _Tree:
    def __init__(self, triples: Iterable[Triple], names: Mapping[str, Name]) -> None:
        self._said: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in triples:
            self._said[_value(triple.subject)].append(triple)
        self._names: defaultdict[str, list[tuple[str, Name]]] = defaultdict(list)
        for name, meaning in names.items():
            self._names[meaning.predicate].append((name, meaning))

    def node(self, subject: str) -> dict[str, Any]:
        """Return a node; one that was drawn already is only named."""
        node: dict[str, Any] = {"@id": subject}
        for triple in self._said.pop(subject, ()):
            predicate, o = triple.predicate.value, triple.object
            if predicate == f"{RDF}type":
                node.setdefault("@type", []).append(context.curie(_value(o)))
                continue
            name, meaning = self._name(predicate, o)
            _put(
                node, name, self._shown(o, meaning), as_list=bool(meaning and meaning.always_a_list)
            )
        return node

    def _name(self, predicate: str, o: object) -> tuple[str, Name | None]:
        for name, meaning in self._names.get(predicate, ()):
            if _fits(o, meaning):
                return name, meaning
        return context.curie(predicate), None

    def _shown(self, o: object, meaning: Name | None) -> Any:
        if not isinstance(o, Literal):
            return self.node(_value(o))
        if o.language:
            return {"@value": o.value, "@language": o.language}
        if meaning is None:
            plain = o.datatype.value == f"{XSD}string"
            return o.value if plain else {"@value": o.value, "@type": o.datatype.value}
        if meaning.type == JSON:
            return json.loads(o.value)
        read = _NUMBERS.get(meaning.type, str)
        return read(o.value)


def _fits(o: object, meaning: Name) -> bool:
    if not isinstance(o, Literal):
        return meaning.type == IRI
    if meaning.type == JSON:
        return o.datatype.value == str(RDF_JSON)
    return o.datatype.value == meaning.type or (not meaning.type and _is_text(o))


def _is_text(o: Literal) -> bool:
    return bool(o.language) or o.datatype.value == f"{XSD}string"


def _put(node: dict[str, Any], name: str, shown: Any, *, as_list: bool) -> None:
    if name not in node:
        node[name] = [shown] if as_list else shown
    elif isinstance(node[name], list):
        node[name].append(shown)
    else:
        node[name] = [node[name], shown]


def _value(o: object) -> str:
    if isinstance(o, NamedNode | BlankNode):
        return str(o.value)
    raise TypeError(f"{o!r} names no node")
