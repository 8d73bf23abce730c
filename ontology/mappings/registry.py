"""All declarations, by kind: what GraphQL's coherence check, SHACL and the exporters walk."""

from collections.abc import Iterator, Sequence

from ontology.mappings import analysis, holdings, item, levels, terms, track, vocabularies
from ontology.mappings.declare import ByRole, Field, Many, Node, ResourceMap

REGISTRY: dict[str, ResourceMap] = {
    resource.kind: resource
    for resource in (
        levels.FONDS,
        levels.CORPUS,
        levels.COLLECTION,
        terms.PLACE,
        terms.INSTRUMENT,
        terms.POPULATION,
        terms.LANGUAGE,
        terms.AGENT,
        vocabularies.SCHEME,
        vocabularies.CONCEPT,
        holdings.HOLDER,
        holdings.CARRIER,
        item.ITEM,
        track.TRACK,
        analysis.RESULT,
        analysis.RUN,
        analysis.PROCESSOR,
    )
}


def walk(fields: Sequence[Field]) -> Iterator[Field]:
    """Yield every field, those of inner nodes and lists included."""
    for one in fields:
        yield one
        if isinstance(one, Node | Many | ByRole):
            yield from walk(one.fields)


def names_of(kind: str) -> frozenset[str]:
    """Return the (camelCase) names under which a kind's fields appear in JSON-LD."""
    found: set[str] = set()
    for one in walk(REGISTRY[kind].fields):
        found.update(names_under(one))
    return frozenset(found)


def names_under(one: Field) -> Iterator[str]:
    """Yield the names that one field gives, without those of fields inside it."""
    predicates = getattr(one, "predicates", None)
    if predicates is not None:
        yield from (name for name, _ in predicates.values())
    elif getattr(one, "name", ""):
        yield one.name  # type: ignore[union-attr]  # a Many or TypeBy has none, and was passed
