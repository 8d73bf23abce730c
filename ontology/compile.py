"""Declarations become plans: one SELECT, and a function from its rows to N-Triples.

The SELECT holds every column of a document: a list (`Many`) is one array sub-select in it, so
that a document is one statement however many performances and results it has, and a rebuild one
statement per chunk. Rows are tuples (`values_list`), never instances.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, QuerySet
from django.db.models.expressions import Combinable
from rdflib import URIRef

from archive.access import Act, Actor, Audience
from ontology import iris
from ontology.mappings.declare import (
    ByRole,
    Column,
    Const,
    Extra,
    Field,
    Former,
    Here,
    Label,
    Link,
    Lit,
    Many,
    Node,
    Ref,
    ResourceMap,
    RoleRef,
    TypeBy,
)
from ontology.mappings.registry import REGISTRY
from ontology.namespaces import DCT, RDF, TA
from ontology.writers import ntriples

Row = Sequence[Any]
#: (row, IRI of the document's thing, the subject in brackets, triples, labels of neighbours)
Write = Callable[[Row, str, str, list[str], list[str]], None]


def term(predicate: URIRef) -> str:
    """Return a term in brackets; those of our own profile stand under BASE."""
    own = predicate.startswith(TA)
    return f"<{iris.profile()}{predicate.removeprefix(TA)}>" if own else f"<{predicate}>"


@dataclass
class _Columns:
    """What a row holds, in order; a Many is a list of rows of its own."""

    wanted: "list[Column | _Rows]" = field(default_factory=list)

    def add(self, column: "Column | _Rows") -> int:
        if column in self.wanted:
            return self.wanted.index(column)
        self.wanted.append(column)
        return len(self.wanted) - 1

    def expressions(self, actor: Actor) -> list[Combinable]:
        return [_expression(column, actor) for column in self.wanted]


@dataclass
class _Rows:
    many: Many
    columns: _Columns

    def expression(self, actor: Actor) -> Combinable:
        row = Func(
            *self.columns.expressions(actor),
            function="jsonb_build_array",
            output_field=JSONField(),
        )
        return ArraySubquery(self.many.rows(actor).annotate(row_=row).values("row_"))


def _expression(column: "Column | _Rows", actor: Actor) -> Combinable:
    if isinstance(column, _Rows):
        return column.expression(actor)
    return F(column) if isinstance(column, str) else column(actor)


@dataclass(frozen=True)
class Described:
    """One thing, said."""

    pk: str
    key: str
    iri: str
    triples: list[str]
    labels: list[str]
    """Triples about its neighbours, for documents only."""


@dataclass(frozen=True)
class Plan:
    """A declaration, compiled for an audience."""

    resource: ResourceMap
    _columns: _Columns
    _write: Write

    def rows(self, rows: QuerySet[Any, Any], actor: Actor) -> QuerySet[Any, Any]:
        named = {
            f"c{number}_": expression
            for number, expression in enumerate(self._columns.expressions(actor))
        }
        selected: QuerySet[Any, Any] = rows.annotate(**named).values_list(*named)
        return selected

    def describe(self, row: Row) -> Described:
        """Return what a row of `rows` says. The first two columns are pk and key."""
        pk, key = str(row[0]), str(row[1])
        iri = iris.mint(self.resource.kind, key)
        triples: list[str] = []
        labels: list[str] = []
        self._write(row, iri, f"<{iri}>", triples, labels)
        # Two parts of one rate, two runs of one computation: each is said once.
        return Described(pk, key, iri, [*dict.fromkeys(triples)], [*dict.fromkeys(labels)])


def plan_of(kind: str, actor: Actor) -> Plan:
    """Return the plan by which this actor reads things of this kind."""
    return _plan(kind, actor.audiences, iris.base())


@cache
def _plan(kind: str, audiences: frozenset[Audience], _base: str) -> Plan:
    resource = REGISTRY[kind]
    columns = _Columns()
    columns.add(resource.pk)
    if columns.add(resource.key) == 0:  # the key is the pk: still two columns
        columns.wanted.append(resource.key)
    write = _Compiler(audiences).node(resource.types, resource.fields, columns)
    return Plan(resource, columns, write)


def described(
    kind: str,
    actor: Actor,
    act: Act,
    among: Callable[[QuerySet[Any, Any]], QuerySet[Any, Any]],
    *,
    chunk: int | None = None,
) -> Iterator[Described]:
    """Say every thing of the kind that the actor may find and do the act to, of those `among`.

    Parameters
    ----------
    chunk : read so many rows at a time, for what does not fit into memory.
    """
    plan = plan_of(kind, actor)
    rows = plan.rows(among(plan.resource.visible(actor, act)), actor)
    for row in rows.iterator(chunk_size=chunk) if chunk else rows:
        yield plan.describe(row)


class _Compiler:
    """Turns fields into writers. One per audience: what it may not read, it does not select."""

    def __init__(self, audiences: frozenset[Audience]) -> None:
        self.audiences = audiences

    def node(self, types: Iterable[URIRef], fields: Sequence[Field], columns: _Columns) -> Write:
        heads = [f" <{RDF}type> {term(type_)} ." for type_ in types]
        writers = self.writers(fields, columns)

        def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
            out.extend(s + head for head in heads)
            for one in writers:
                one(row, root, s, out, labels)

        return write

    def writers(self, fields: Sequence[Field], columns: _Columns) -> list[Write]:
        return [self.writer(one, columns) for one in fields if one.audience in self.audiences]

    def writer(self, one: Field, columns: _Columns) -> Write:
        match one:
            case Lit():
                return _lit(one, columns)
            case Ref():
                return _ref(one, columns)
            case RoleRef():
                return _role_ref(one, columns)
            case ByRole():
                return self.by_role(one, columns)
            case Former():
                return _former(one, columns)
            case Extra():
                return self.own_field(one, columns)
            case Link():
                return _link(one, columns)
            case Const():
                return _const(one, columns)
            case TypeBy():
                return _type_by(one, columns)
            case Here():
                return _here(one, columns)
            case Node():
                return self.inner(one, columns)
            case Many():
                return self.many(one, columns)

    def by_role(self, one: ByRole, columns: _Columns) -> Write:
        role = columns.add(one.role)
        cases = {value: self.writers(fields, columns) for value, fields in one.cases.items()}

        def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
            for one in cases.get(row[role], ()):
                one(row, root, s, out, labels)

        return write

    def own_field(self, one: Extra, columns: _Columns) -> Write:
        iri, slug, kind = (columns.add(x) for x in (one.property_iri, one.slug, one.field_kind))
        place = term(Extra.PLACE)
        writers = {
            value: self.writer(made(Extra.PLACE), columns) for value, made in one.values.items()
        }

        def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
            said: list[str] = []
            if row[kind] in writers:
                writers[row[kind]](row, root, s, said, labels)
            p = ntriples.iri(row[iri] or iris.own_property(row[slug]))
            out.extend(line.replace(place, p, 1) for line in said)

        return write

    def inner(self, one: Node, columns: _Columns) -> Write:
        p = term(one.predicate)
        fragment = _fragment(one.fragment, one.by, columns)
        when = None if one.when is None else columns.add(one.when)
        write_node = self.node(one.types, one.fields, columns)

        def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
            if when is not None and not row[when]:
                return
            node = f"<{root}#{fragment(row)}>"
            out.append(f"{s} {p} {node} .")
            write_node(row, root, node, out, labels)

        return write

    def many(self, one: Many, columns: _Columns) -> Write:
        rows = _Rows(one, _Columns())
        writers = self.writers(one.fields, rows.columns)
        i = columns.add(rows)

        def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
            for inner in row[i]:
                for one in writers:
                    one(inner, root, s, out, labels)

        return write


def _lit(one: Lit, columns: _Columns) -> Write:
    p, i = term(one.predicate), columns.add(one.column)
    encode = ntriples.encoder(URIRef(term(one.datatype)[1:-1]) if one.datatype else None)
    tag = columns.add(one.language) if one.language else None
    others = _translations(one.translations, columns)
    given, make = [columns.add(column) for column in one.given], one.make

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        value = row[i] if make is None else make(row[i], *(row[number] for number in given))
        if value is not None and value != "":
            o = encode(value) if tag is None else ntriples.tagged(str(value), row[tag])
            if o is not None:
                out.append(f"{s} {p} {o} .")
        for language, text in others(row):
            out.append(f"{s} {p} {ntriples.tagged(text, language)} .")

    return write


def _translations(
    where: tuple[str, str] | None, columns: _Columns
) -> Callable[[Row], Iterable[tuple[str, str]]]:
    """Return what reads a text in other languages; what is no text there is passed over."""
    if where is None:
        return lambda row: ()
    i, key = columns.add(where[0]), where[1]

    def read(row: Row) -> Iterator[tuple[str, str]]:
        texts = row[i].get(key) if isinstance(row[i], dict) else None
        if isinstance(texts, dict):
            for language, text in sorted(texts.items()):
                if isinstance(text, str) and text:
                    yield language, text

    return read


def _fragment(template: str, by: Column, columns: _Columns) -> Callable[[Row], str]:
    if not by:
        return lambda row: template
    i = columns.add(by)
    return lambda row: template.format(iris.encode(str(row[i])))


def _label(label: Label | None, columns: _Columns) -> Callable[[Row, str, list[str]], None]:
    if label is None:
        return lambda row, o, labels: None
    p, i = term(label.predicate), columns.add(label.column)

    def write(row: Row, o: str, labels: list[str]) -> None:
        if row[i]:
            labels.append(f"{o} {p} {ntriples.string(str(row[i]))} .")

    return write


def _ref(one: Ref, columns: _Columns) -> Write:
    p, i = term(one.predicate), columns.add(one.key)
    label = _label(one.label, columns)
    fragment = _fragment(one.fragment, one.by, columns)

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        if row[i] is None:
            return
        iri, part = iris.mint(one.kind, str(row[i])), fragment(row)
        o = f"<{iri}#{part}>" if part else f"<{iri}>"
        out.append(f"{s} {p} {o} .")
        label(row, o, labels)

    return write


def _role_ref(one: RoleRef, columns: _Columns) -> Write:
    role, i, label = columns.add(one.role), columns.add(one.key), _label(one.label, columns)
    predicates = {name: term(predicate) for name, (_, predicate) in one.predicates.items()}

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        p = predicates.get(row[role])
        if p is not None and row[i] is not None:
            o = f"<{iris.mint(one.kind, str(row[i]))}>"
            out.append(f"{s} {p} {o} .")
            label(row, o, labels)

    return write


def _link(one: Link, columns: _Columns) -> Write:
    p, numbers = term(one.predicate), [columns.add(column) for column in one.columns]

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        made = one.make(*(row[number] for number in numbers))
        if made:
            out.append(f"{s} {p} {ntriples.iri(made)} .")

    return write


def _const(one: Const, columns: _Columns) -> Write:
    line = f" {term(one.predicate)} {term(one.value)} ."
    when = None if one.when is None else columns.add(one.when)

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        if when is None or row[when]:
            out.append(s + line)

    return write


def _type_by(one: TypeBy, columns: _Columns) -> Write:
    i = columns.add(one.column)
    lines = {
        value: [f" <{RDF}type> {term(type_)} ." for type_ in types]
        for value, types in one.types.items()
    }

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        out.extend(s + line for line in lines.get(row[i], ()))

    return write


def _here(one: Here, columns: _Columns) -> Write:
    p, fragment = term(one.predicate), _fragment(one.fragment, one.by, columns)
    when = None if one.when is None else columns.add(one.when)

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        if when is None or row[when]:
            out.append(f"{s} {p} <{root}#{fragment(row)}> .")

    return write


def _former(one: Former, columns: _Columns) -> Write:
    i = columns.add(one.key)

    def write(row: Row, root: str, s: str, out: list[str], labels: list[str]) -> None:
        old = f"<{iris.mint(one.kind, str(row[i]))}>"
        out.append(f"{s} <{DCT.replaces}> {old} .")
        out.append(f"{old} <{DCT.isReplacedBy}> {s} .")

    return write


def key_and_pk(kind: str, rows: QuerySet[Any, Any], actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield what stands in the rows' IRIs, and what tells them apart for the store."""
    resource = REGISTRY[kind]
    named = {"c0_": _expression(resource.key, actor), "c1_": _expression(resource.pk, actor)}
    for key, pk in rows.annotate(**named).values_list("c0_", "c1_"):
        yield str(key), str(pk)
