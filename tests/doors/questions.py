"""Questions for every field of the schema's Query: every list, every filter, every id."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    get_named_type,
    is_abstract_type,
    is_required_argument,
)

from tests.doors.asking import Question, asking
from tests.doors.canaries import FIND, STAFF, key_of, token
from tests.doors.hidden import Hidden, hidden, silent
from tests.doors.planting.ground import TOP
from tests.doors.planting.words import language_code
from tests.graphql_api.walks import SCHEMA, is_connection, questions

PAGING = {"first", "after", "last", "before"}
#: Kinds whose ids are asked for, with the model that the plan names them by.
IDS = {
    "Item": "Item", "Place": "Place", "Instrument": "Instrument", "Population": "Population",
    "Language": "Language", "Agent": "Agent", "Concept": "Concept", "Carrier": "Carrier",
    "Agreement": "Agreement", "Accession": "Accession", "Run": "Run", "Result": "Result",
    "Label": "Label", "Track": "Track", "Comment": "Comment", "Erasure": "Erasure",
}  # fmt: skip


def node_id(type_name: str, key: object) -> str:
    return base64.b64encode(f"{type_name}:{key}".encode()).decode()


def _key(model: str, number: int) -> UUID:
    return key_of(model, number, {"Track": "markers", "Comment": "public"}.get(model, ""))


def _named(model: str, column: str = "slug") -> str:
    act = STAFF if model in {"Agreement", "Accession"} else FIND
    return token(0, f"{model}.{column}", act)


#: What names one thing, by the field of Query that asks for it.
_WORDS: Mapping[str, str] = {
    "item.code": _named("Item", "code"),
    "collection.code": token(900, "Collection.code"),
    "place.slug": _named("Place"),
    "instrument.slug": _named("Instrument"),
    "population.slug": _named("Population"),
    "language.slug": language_code(0),
    "agent.slug": _named("Agent"),
    "concept.slug": _named("Concept"),
    "concept.scheme": "keywords",
    "agreement.code": _named("Agreement", "code"),
    "accession.code": _named("Accession", "code"),
    "carrier.code": _named("Carrier", "code"),
    "scheme.slug": "keywords",
    "nextItemCode.collection": token(900, "Collection.code"),
    "codeRemark.collection": token(900, "Collection.code"),
    "codeRemark.code": _named("Item", "code"),
    "suggest.prefix": "0zq",
    "suggest.scheme": "keywords",
    "search.query": "0zq",
    "label.slug": _named("Label"),
    "community.slug": "sweep-ours",
    "protocol.slug": "sweep-ours",
    "readingRoom.slug": "sweep",
    "editorGroup.slug": "sweep",
    "publicationRule.slug": "sweep",
    "selection.id": node_id("Selection", key_of("Selection", 0)),
    "erasure.id": node_id("Erasure", key_of("Erasure", 0)),
    "run.id": node_id("Run", key_of("Run", 0)),
    "runChanges.run": node_id("Run", key_of("Run", 0)),
    "node.id": node_id("Item", hidden()[0].key),
    "history.record": node_id("Item", hidden()[0].key),
    "diff.record": node_id("Item", hidden()[0].key),
    "diff.since": "1",
    "opening.by": "2090-01-01",
    "extraField.slug": "sweep-extra",
    "holder.slug": "item-0",
    "corpus.code": token(910, "Corpus.code"),
    "fonds.code": token(911, "Fonds.code"),
    "suggest.kind": "ITEM",
    "codePolicy.slug": "of-items",
    "nextCode.holder": "item-0",
    "codeRemark.holder": "item-0",
    "concepts.scheme": "keywords",
    "journal.author": "sweep-staff",
}
#: What a filter's or an argument's text may be, by its name: of a hidden record each time.
_FILTERS: Mapping[str, tuple[str, ...]] = {
    "text": ("0zq", token(0, "Item.title"), token(0, "Place.name"), token(0, "Agent.name")),
    "description": (token(0, "Item.description"),),
    "identifier": (token(0, "RecordIdentifier.value"),),
    "collection": (token(900, "Collection.code"), "sweep-mixed"),
    "holder": ("item-0",),
    "place": (_named("Place"), TOP),
    "population": (_named("Population"),),
    "instrument": (_named("Instrument"),),
    "language": (language_code(0),),
    "agent": (_named("Agent"),),
    "party": (_named("Agent"),),
    "donor": (_named("Agent"),),
    "corpus": (token(910, "Corpus.code"), "corpus-1"),
    "fonds": (token(911, "Fonds.code"), "fonds-1"),
    "item": (hidden()[0].code,),
    "accession": (_named("Accession", "code"),),
    "parent": (TOP, _named("Place")),
    "within": (TOP, _named("Place")),
    "notation": (token(0, "Concept.notation"),),
    "scheme": ("keywords",),
    "author": ("sweep-staff",),
    "until": ("2",),
    "slug": (_named("Concept"),),
    "secret": ("never-given",),
    "processor": ("level",),
}
_SCALARS: Mapping[str, tuple[str, ...]] = {
    "Boolean": ("true", "false"),
    "Date": ('"1950-01-01"', '"2020-03-01"'),
    "DateTime": ('"2000-01-01T00:00:00Z"',),
    "Int": ("3",),
}


class Unfilled(Exception):
    """An argument that nothing here knows how to fill: a door that nobody looks at."""


def graphql_questions() -> Iterator[Question]:
    root = SCHEMA.query_type
    assert root is not None
    for name, definition in root.fields.items():
        yield from _of_field(name, definition)
    for each in questions():
        yield asking(f"graphql {each}", each.text)
    yield from _by_id()


def _of_field(name: str, definition: GraphQLField) -> Iterator[Question]:
    door = f"graphql {name}"
    base = _required(name, definition)
    of = get_named_type(definition.type)
    if name in {"node", "nodes"}:
        return
    inner = _inside(of)
    if is_connection(definition):
        page = ["first: 60"]
        yield asking(door, f"{{ {name}{_given([*base, *page])} {inner} }}")
        yield asking(door, f"{{ {name}{_given([*base, 'last: 5'])} {inner} }}")
    else:
        for more in _each_name(name, base):
            yield asking(door, f"{{ {name}{_given(more)} {inner} }}")
    for argument, of_argument in definition.args.items():
        if argument in PAGING or (f"{name}.{argument}" in _WORDS and argument != "prefix"):
            continue
        for value in _values(get_named_type(of_argument.type), argument):
            rest = [each for each in base if not each.startswith(f"{argument}:")]
            asked = [*rest, f"{argument}: {value}"]
            small = _inside(of, leaves=6)
            key = value.strip("{ ").partition(":")[0] if argument == "filter" else argument
            yield asking(f"{door} by {key}", f"{{ {name}{_given(asked)} {small} }}")


def _each_name(name: str, base: list[str]) -> Iterator[list[str]]:
    """Yield the arguments for the first of the plan, and for the rest of the rich."""
    yield base
    some = [one for one in hidden() if one.is_rich and one.number]
    for one in (*some, *silent()[::2]):
        if name == "item" or (one.is_rich and one.number % 6 == 5):
            changed = [_renumbered(each, one) for each in base]
            if changed != base:
                yield changed


def _renumbered(argument: str, one: Hidden) -> str:
    first = hidden()[0]
    for type_name, model in IDS.items():
        old, new = (node_id(type_name, _key(model, n)) for n in (0, one.number))
        argument = argument.replace(old, new)
    argument = argument.replace(f'"{language_code(0)}"', f'"{language_code(one.number)}"')
    return argument.replace(f"0zq{first.number:03d}", f"0zq{one.number:03d}")


def _required(name: str, definition: GraphQLField) -> list[str]:
    given = []
    for argument, of in definition.args.items():
        if not is_required_argument(of):
            continue
        named = get_named_type(of.type)
        if f"{name}.{argument}" in _WORDS:
            word = _WORDS[f"{name}.{argument}"]
            given.append(f"{argument}: {word}" if word.isupper() else f'{argument}: "{word}"')
        elif name == "nodes":
            given.append(f'{argument}: ["{_WORDS["node.id"]}"]')
        else:
            given.append(f"{argument}: {_values(named, argument)[0]}")
    return given


def _values(of: Any, name: str) -> list[str]:
    """Return what may be written for a value of that type."""
    if isinstance(of, GraphQLEnumType):
        return list(of.values)
    if isinstance(of, GraphQLInputObjectType):
        return _objects(of, name)
    assert isinstance(of, GraphQLScalarType)
    if of.name in _SCALARS:
        return list(_SCALARS[of.name])
    if of.name == "ID" and name == "selection":
        return [f'"{node_id("Selection", key_of("Selection", number))}"' for number in (0, 1)]
    if of.name == "ID":
        return [f'"{_WORDS["node.id"]}"']
    if name == "prefix":
        return [f'"{word}"' for word in ("0zq", "0", token(0, "Item.title"))]
    if name == "parts":
        return ['["a"]']
    if name not in _FILTERS:
        raise Unfilled(name)
    return [f'"{word}"' for word in _FILTERS[name]]


def _objects(of: GraphQLInputObjectType, name: str) -> list[str]:
    if of.name == "MergeTermsInput":
        keys = [node_id("Place", key_of("Place", n)) for n in (0, 1)]
        return [f'{{ source: "{keys[0]}", target: "{keys[1]}" }}']
    if of.name == "RunEstimateInput":
        return [f'{{ items: ["{_WORDS["node.id"]}"] }}']
    if of.name == "ConceptCondition":
        return [f'{{ use: "keyword", slug: "{slug}" }}' for slug in (_named("Concept"), TOP)]
    found = []
    for field, definition in of.fields.items():
        inner = get_named_type(definition.type)
        if inner is of:
            text = '{ text: "0zq" }'
            value = f"[{text}]" if field in {"allOf", "anyOf"} else text
            found.append(f"{{ {field}: {value} }}")
            continue
        for value in _values(inner, field):
            listed = f"[{value}]" if str(definition.type).startswith("[") else value
            found.append(f"{{ {field}: {listed} }}")
    return found


def _given(arguments: list[str]) -> str:
    return f"({', '.join(arguments)})" if arguments else ""


def _inside(of: Any, *, leaves: int = 60) -> str:
    """Select what a type says itself, and the names of what it leads to."""
    if isinstance(of, GraphQLInterfaceType):
        return "{ __typename id }"
    if not isinstance(of, GraphQLObjectType):
        possible = SCHEMA.get_possible_types(of) if _is_open(of) else ()
        spread = " ".join(f"... on {each.name} {_leaves(each, leaves)}" for each in possible)
        return f"{{ __typename {spread} }}" if possible else ""
    if of.name.endswith("Connection"):
        node = _inside(get_named_type(of.fields["nodes"].type), leaves=leaves)
        total = "totalCount " if "totalCount" in of.fields else ""
        return f"{{ {total}pageInfo {{ hasNextPage endCursor }} nodes {node} }}"
    return _leaves(of, leaves)


def _is_open(of: Any) -> bool:
    return bool(is_abstract_type(of))


def _leaves(of: GraphQLObjectType, most: int) -> str:
    """Select a type's plain fields; of one that is no thing itself also what its things say."""
    plain = (
        []
        if "id" in of.fields or most < 60
        else [
            f"{name} {_inside(get_named_type(definition.type), leaves=6)}"
            for name, definition in of.fields.items()
            if _leads_to_a_thing(definition)
        ]
    )
    plain += [
        name
        for name, definition in of.fields.items()
        if not hasattr(get_named_type(definition.type), "fields")
        and not _is_open(get_named_type(definition.type))
        and not any(is_required_argument(each) for each in definition.args.values())
    ]
    return f"{{ {' '.join(plain[:most]) or '__typename'} }}"


def _leads_to_a_thing(definition: GraphQLField) -> bool:
    of = get_named_type(definition.type)
    return ((isinstance(of, GraphQLObjectType) and "id" in of.fields) or _is_open(of)) and not any(
        is_required_argument(each) for each in definition.args.values()
    )


def _by_id() -> Iterator[Question]:
    """Every kind of node by its id, one by one and many at once."""
    for type_name, model in IDS.items():
        ids = [node_id(type_name, _key(model, one.number)) for one in hidden() if one.is_rich]
        of = SCHEMA.type_map[type_name]
        assert isinstance(of, GraphQLObjectType)
        text = f"... on {type_name} {_leaves(of, 60)}"
        yield asking(
            "graphql nodes", f"query($i: [ID!]!) {{ nodes(ids: $i) {{ id {text} }} }}", i=ids
        )
        for each in ids[:: 1 if type_name == "Item" else 6]:
            yield asking(
                "graphql node", f"query($i: ID!) {{ node(id: $i) {{ id {text} }} }}", i=each
            )
