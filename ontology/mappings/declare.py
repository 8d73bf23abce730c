"""The words in which a model's mapping to RDF is declared; `ontology/compile.py` reads them.

A declaration names columns and terms and holds no code per format. A column is a lookup path,
or a function of the actor that gives an expression (what one may hear depends on who asks).
`name` is the field's name in GraphQL and, therefore, in JSON-LD; a field without one appears
there under its CURIE. Empty values write nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import Combinable
from rdflib import URIRef

from archive.access import Act, Actor, Audience
from ontology.namespaces import DCT

Column = str | Callable[[Actor], Combinable]
Rows = QuerySet[Any, Any]
RowsFor = Callable[[Actor], Rows]


@dataclass(frozen=True)
class Label:
    """What a neighbour is called, said in documents so that they can be read alone."""

    predicate: URIRef
    column: str


@dataclass(frozen=True)
class Lit:
    """A literal. `language` is a column with a BCP 47 tag; an odd tag is left out.

    `translations` are a column of JSON and a key in it: under it, a text for each language tag.
    `make` makes the value of the column and those in `given`.
    """

    predicate: URIRef
    column: Column
    name: str = ""
    datatype: URIRef | None = None
    language: str = ""
    translations: tuple[str, str] | None = None
    audience: Audience = Audience.PUBLIC
    given: Sequence[Column] = ()
    make: Callable[..., Any] | None = None


@dataclass(frozen=True)
class Ref:
    """The IRI of another thing of ours; `fragment` with {} takes the column `by`."""

    predicate: URIRef
    kind: str
    key: Column
    name: str = ""
    label: Label | None = None
    fragment: str = ""
    by: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class RoleRef:
    """As Ref, under a predicate that the column `role` chooses: role -> (name, predicate)."""

    role: str
    predicates: Mapping[str, tuple[str, URIRef]]
    kind: str
    key: Column
    label: Label | None = None
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Link:
    """A foreign IRI, or an address that is no thing of ours, made of some columns."""

    predicate: URIRef
    columns: Sequence[Column]
    make: Callable[..., str | None]
    name: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Const:
    """A fixed IRI, where the column `when` is true (or always)."""

    predicate: URIRef
    value: URIRef
    when: Column | None = None
    name: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class TypeBy:
    """Classes that depend on a column's value."""

    column: Column
    types: Mapping[str, Sequence[URIRef]]
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Here:
    """Another node of the same document."""

    predicate: URIRef
    fragment: str
    by: str = ""
    name: str = ""
    when: Column | None = None
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class ByRole:
    """Other fields for each value of the column `role`; for a value not listed, none."""

    role: str
    cases: "Mapping[str, Sequence[Field]]"
    audience: Audience = Audience.PUBLIC

    @property
    def fields(self) -> "list[Field]":
        return [one for case in self.cases.values() for one in case]


@dataclass(frozen=True)
class Former:
    """An address that the thing had: each end says what became of the other (dct:replaces)."""

    kind: str
    key: Column
    name: str = ""
    audience: Audience = Audience.PUBLIC

    predicate: URIRef = DCT.replaces


@dataclass(frozen=True)
class Extra:
    """A value of a field that an archive defined as data.

    Its predicate is the column `property_iri`, or `{BASE}/ns/x/{slug}`; which of the values is
    meant, the column `field_kind` says: kind -> the field that would write it under a predicate.
    """

    property_iri: str
    slug: str
    field_kind: str
    values: "Mapping[str, Callable[[URIRef], Field]]"
    audience: Audience = Audience.PUBLIC

    #: Stands for the predicate while the writers are made.
    PLACE: ClassVar[URIRef] = URIRef("extra:")


@dataclass(frozen=True)
class Node:
    """A # node of the document, linked from the node around it so that it is found with it."""

    predicate: URIRef
    fragment: str
    types: Sequence[URIRef]
    fields: "Sequence[Field]"
    by: Column = ""
    when: Column | None = None
    name: str = ""
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Many:
    """Rows of another model, each written by the same fields; `rows` refers to OuterRef("pk")."""

    rows: RowsFor
    fields: "Sequence[Field]"
    audience: Audience = Audience.PUBLIC


Field = Lit | Ref | RoleRef | ByRole | Former | Extra | Link | Const | TypeBy | Here | Node | Many


def _nobody(_ids: Sequence[UUID]) -> Mapping[str, Rows]:
    return {}


@dataclass(frozen=True)
class ResourceMap:
    """How one kind of thing is said in RDF.

    Parameters
    ----------
    visible : the rows that the actor may find and do the act to, by the one rule.
    key : what stands in the IRI.
    keyed : the condition that finds a row by what stands in an IRI.
    pk : column that tells rows apart for the store.
    dependents : things whose triples change when these appear, vanish, or change a predicate of
        `spreads_on`: kind -> rows, read by their primary keys.
    above : rows that are found because these are: the places around a place.
    touches : things of *other* kinds of event that change these: event's subject kind -> rows.
    parts : things that have no events of their own and change with these: kind -> rows.
    """

    kind: str
    model: type[Model]
    types: Sequence[URIRef]
    visible: Callable[[Actor, Act], Rows]
    key: Column
    keyed: Callable[[str], Q]
    fields: Sequence[Field]
    pk: Column = "pk"
    spreads_on: Sequence[URIRef] = ()
    dependents: Callable[[Sequence[UUID]], Mapping[str, Rows]] = _nobody
    above: Callable[[Sequence[UUID]], Rows] | None = None
    touches: Mapping[str, Callable[[Sequence[UUID]], Rows]] = field(default_factory=dict)
    parts: Callable[[Sequence[UUID]], Mapping[str, Rows]] = _nobody
