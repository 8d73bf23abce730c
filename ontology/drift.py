"""How far the store that is read differs from the catalogue: should be nothing."""

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from pyoxigraph import NamedNode, Triple

from archive.access import PUBLIC, Act
from ontology import generations, iris
from ontology.compile import described
from ontology.mappings.registry import REGISTRY
from ontology.store import as_stored, triples_of
from ontology.writers.serialise import read


@dataclass
class Drift:
    """What was compared, and what differed."""

    examined: int = 0
    things: int = 0
    triples: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, iri: str, difference: set[Triple]) -> None:
        self.examined += 1
        if difference:
            self.things += 1
            self.triples += len(difference)
            self.examples += [iri] if len(self.examples) < 10 else []


def measure() -> Drift:
    """Compare each thing of the catalogue with the newest generation, and look for strays."""
    drift, expected, elsewhere = Drift(), set[str](), set[Triple]()
    graph = NamedNode(iris.public_graph())
    with generations.reading(Path(settings.RDF_DIR)) as store:
        for kind in REGISTRY:
            for one in described(kind, PUBLIC, Act.HARVEST, lambda rows: rows, chunk=1000):
                expected.add(one.iri)
                said = as_stored(read(one.triples))
                elsewhere |= {triple for triple in said if _page(triple.subject) != one.iri}
                drift.add(one.iri, said ^ triples_of(store, graph, one.iri))
        strays: dict[str, set[Triple]] = {}
        for quad in store.quads_for_pattern(None, None, None, graph):
            thing = _page(quad.subject)
            if thing not in expected and quad.triple not in elsewhere:
                strays.setdefault(thing, set()).add(quad.triple)
    for thing, triples in strays.items():
        drift.add(thing, triples)
    return drift


def _page(subject: object) -> str:
    """Return the page of a node; what is said at an old address of a thing has another."""
    return subject.value.partition("#")[0] if isinstance(subject, NamedNode) else ""
