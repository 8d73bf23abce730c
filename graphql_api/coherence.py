"""Each GraphQL field has a predicate, or a reason why it has none (D-09).

The mapping registry of `ontology` and this schema tell of the same things. A field is coherent
when its type's mapping has a name for it (the same, or the one in `UNDER`), or when it is waived
with a reason in `graphql_api/waivers.py`. `incoherent` also names what has gone stale: waivers
and aliases that are no longer needed, or whose field is gone.
"""

from collections.abc import Iterator, Mapping

from graphql import GraphQLObjectType, GraphQLSchema

from graphql_api.waivers import (
    ENDINGS,
    KINDS,
    ROOTS,
    SPEECH,
    UNDER,
    WAIVED,
    WAIVED_ANYWHERE,
)
from ontology.mappings.registry import names_of


def incoherent(schema: GraphQLSchema, waived: Mapping[str, str] = WAIVED) -> tuple[list[str], int]:
    """Return what does not fit, as sentences, and how many fields were examined."""
    found: list[str] = []
    examined = 0
    types = {of.name for of in object_types(schema)}
    fields = {f"{of.name}.{name}" for of in object_types(schema) for name in of.fields}
    for of in object_types(schema):
        if _is_speech(of):
            continue
        for name in of.fields:
            examined += 1
            found += _wrong_with(of.name, name, waived)
    for stale in sorted({*waived, *UNDER} - fields):
        if stale.partition(".")[0] in types:
            found.append(f"{stale} is waived or renamed, but the schema has no such field.")
    for stale in sorted(set(WAIVED_ANYWHERE) - {field.partition(".")[2] for field in fields}):
        found.append(f"{stale} is waived wherever it stands, and stands nowhere.")
    return found, examined


def _wrong_with(type_name: str, name: str, waived: Mapping[str, str]) -> Iterator[str]:
    field = f"{type_name}.{name}"
    if type_name not in KINDS:
        yield f"{field}: the type has no mapping, and is not listed as mere speech."
        return
    names = names_of(KINDS[type_name])
    alias = UNDER.get(field)
    if alias is not None and alias not in names:
        yield f"{field} should be {alias!r} in RDF, where that name is gone."
    has_predicate = name in names or alias is not None
    if not has_predicate and field not in waived and name not in WAIVED_ANYWHERE:
        yield f"{field} has no predicate: map it in ontology/mappings, or waive it with a reason."
    if alias is not None and field in waived:
        yield f"{field} is waived, and renamed to {alias!r} as well."


def object_types(schema: GraphQLSchema) -> list[GraphQLObjectType]:
    """Return the schema's own object types."""
    return [
        of
        for of in schema.type_map.values()
        if isinstance(of, GraphQLObjectType) and not of.name.startswith("__")
    ]


def _is_speech(of: GraphQLObjectType) -> bool:
    is_error = any(interface.name == "Error" for interface in of.interfaces)
    return of.name in SPEECH or of.name in ROOTS or of.name.endswith(ENDINGS) or is_error
