"""What a merge will do, found before it is done: the merge itself goes by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from archive.errors import OddValue
from archive.kinds import KINDS, Kind
from archive.pointers import Pointer, absorbers, pointers_to

#: Columns that are the row's own: they neither move nor contradict each other.
ITS_OWN = frozenset({"id", "version", "created_at", "modified_at", "slug", "name", "scheme"})
#: Most names, parents, children and matches that are listed; all are counted.
MOST_LISTED = 100


class OddMerge(OddValue):
    """A merge that cannot be done or taken back."""

    code = "ODD_MERGE"


@dataclass(frozen=True)
class LinkFate:
    """Rows of one table that lead to the source."""

    name: str
    moved: int
    #: The target has them already: they are dropped.
    dropped: int


@dataclass(frozen=True)
class NameFate:
    """A name of the source: moved, added (the one that it goes by), or known already."""

    name: str
    language: str
    is_known: bool = False
    is_added: bool = False


@dataclass(frozen=True)
class ColumnFate:
    """A column in which the two differ."""

    column: str
    source: Any
    target: Any
    result: Any

    @property
    def is_taken(self) -> bool:
        """Whether the target will say something else than now."""
        return bool(self.result != self.target)

    @property
    def is_conflict(self) -> bool:
        """Whether something that the source says is not said any more."""
        return bool(self.result == self.target)


@dataclass(frozen=True)
class TermFate:
    """What stands directly above or below the source, and whether the target has it already."""

    term: Any
    is_known: bool


@dataclass(frozen=True)
class Outline:
    """What a merge will do."""

    kind: Kind
    source: Any
    target: Any
    links: tuple[LinkFate, ...]
    #: Kind of record -> how many say something else after it.
    records: Mapping[str, int]
    names: tuple[NameFate, ...]
    columns: tuple[ColumnFate, ...]
    parents: tuple[TermFate, ...]
    children: tuple[TermFate, ...]
    parent_count: int
    child_count: int


def outline(of: Kind, source: Any, target: Any) -> Outline:
    """Return what becomes of the source when it is merged into the target.

    Raises
    ------
    OddMerge : it cannot be.
    """
    pointers = pointers_to(of.model)
    edges = next((pointer.model for pointer in pointers if pointer.is_edge), None)
    _refuse_odd(of, source, target, pointers)
    parents, parent_count = _around(edges, of, source, target, "parent", "child")
    children, child_count = _around(edges, of, source, target, "child", "parent")
    return Outline(
        kind=of,
        source=source,
        target=target,
        links=tuple(_links(of, source, target, pointers)),
        records={name: n for name, n in _records(of, source, pointers) if n},
        names=tuple(_names(of, source, target)),
        columns=tuple(_columns(of, source, target)),
        parents=parents,
        children=children,
        parent_count=parent_count,
        child_count=child_count,
    )


def _refuse_odd(of: Kind, source: Any, target: Any, pointers: list[Pointer]) -> None:
    if source.pk == target.pk:
        raise OddMerge("target", f"{source.name!r} cannot be merged into itself.")
    if of.cited_within and getattr(source, of.cited_within) != getattr(target, of.cited_within):
        raise OddMerge(
            "target", f"{source.name!r} and {target.name!r} belong to different vocabularies."
        )
    closure = next((pointer.model for pointer in pointers if pointer.is_closure), None)
    edges = next((pointer.model for pointer in pointers if pointer.is_edge), None)
    if closure is None or edges is None:
        return
    if closure._default_manager.filter(ancestor=source, descendant=target).exists():
        raise OddMerge(
            "target",
            f"{target.name!r} stands below {source.name!r}, which would come to stand below "
            f"itself: merge {target.name!r} into {source.name!r} instead.",
        )
    between = closure._default_manager.filter(
        ancestor=target,
        descendant__in=edges._default_manager.filter(child=source).values("parent"),
    ).exclude(descendant=target)
    found: Any = between.select_related("descendant").first()
    if found is not None:
        raise OddMerge(
            "target",
            f"{source.name!r} stands below {found.descendant.name!r}, and that below "
            f"{target.name!r}, which would come to stand below itself: "
            f"take {source.name!r} out of {found.descendant.name!r} first.",
        )


def _links(of: Kind, source: Any, target: Any, pointers: list[Pointer]) -> Iterator[LinkFate]:
    for pointer in pointers:
        if pointer.is_closure or pointer.is_edge:
            continue
        there = pointer.leading_to(source.pk).count()
        dropped = len(pointer.duplicates({source.pk: target.pk})) if there else 0
        if there:
            yield LinkFate(pointer.name, there - dropped, dropped)
    for absorber in absorbers():
        known = absorber.count(of.name, source.pk)
        if known:
            yield LinkFate(absorber.name, known, 0)


def _records(of: Kind, source: Any, pointers: list[Pointer]) -> Iterator[tuple[str, int]]:
    """Yield how many records of each kind have rows that lead to the source, each once."""
    own = {each.model: each.name for each in KINDS.values()}
    roads: dict[str, list[tuple[Pointer, str]]] = {}
    for pointer in pointers:
        if pointer.is_closure or pointer.is_edge or pointer.model in _parts_of(of):
            continue
        if pointer.model in own:
            roads.setdefault(own[pointer.model], []).append((pointer, "id"))
            continue
        for field in pointer.model._meta.concrete_fields:
            kind = own.get(field.related_model) if field.is_relation else None  # type: ignore[arg-type]
            if kind is not None and field.name == kind:
                roads.setdefault(kind, []).append((pointer, str(field.column)))
    for kind, ways in sorted(roads.items()):
        union = " UNION ".join(
            f'SELECT "{column}" FROM "{pointer.table}" '  # noqa: S608 (tables of ours)
            f'WHERE "{pointer.field.column}" = %s AND "{column}" IS NOT NULL'
            for pointer, column in ways
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM ({union}) AS told",  # noqa: S608 (tables of ours)
                [source.pk] * len(ways),
            )
            (number,) = cursor.fetchone()
        yield kind, number


def _parts_of(of: Kind) -> set[Any]:
    """Return the tables of the term's own parts: its names and matches."""
    return {
        relation.related_model
        for name in ("names", "matches", "vernacular_names")
        for relation in of.model._meta.related_objects
        if relation.get_accessor_name() == name
    }


def _names(of: Kind, source: Any, target: Any) -> Iterator[NameFate]:
    known = {(row.name, row.language) for row in target.names.all()}
    called = {target.name, *(name for name, _ in known)}
    mine = list(source.names.order_by("language", "name"))
    called |= {row.name for row in mine}
    yield NameFate(
        source.name, "", is_known=source.name in called, is_added=source.name not in called
    )
    for row in mine:
        yield NameFate(row.name, row.language, is_known=(row.name, row.language) in known)


def _columns(of: Kind, source: Any, target: Any) -> Iterator[ColumnFate]:
    for field in of.model._meta.concrete_fields:
        if field.name in ITS_OWN:
            continue
        column = field.attname
        mine, theirs = getattr(source, column), getattr(target, column)
        if mine == theirs or _is_nothing(mine):
            continue
        yield ColumnFate(column, mine, theirs, _together(column, mine, theirs))


def _together(column: str, mine: Any, theirs: Any) -> Any:
    """Return what the target will say: what it says, or the source where it says nothing."""
    if _is_nothing(theirs):
        return mine
    if column == "note":
        return f"{theirs}\n\n{mine}"
    if column == "translations":
        return {
            field: dict(mine.get(field, {})) | dict(theirs.get(field, {}))
            for field in {**mine, **theirs}
        }
    return theirs


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or value in ("", {}, [])


def _around(
    edge: type[models.Model] | None, of: Kind, source: Any, target: Any, far: str, near: str
) -> tuple[tuple[TermFate, ...], int]:
    """Return what stands directly above (or below) the source."""
    if edge is None:
        return (), 0
    rows = edge._default_manager
    there = of.rows.filter(pk__in=rows.filter(**{near: source}).values(far))
    known = set(rows.filter(**{near: target}).values_list(f"{far}_id", flat=True)) | {target.pk}
    listed = there.order_by("name", "pk")[:MOST_LISTED]
    return tuple(TermFate(term, term.pk in known) for term in listed), there.count()
