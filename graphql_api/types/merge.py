"""A merge: what it would do, and what it did."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

import orjson
import strawberry

from archive.services.merging import ColumnFate, NameFate, Outline, TermFate
from archive.services.merging import LinkFate as LinkRow
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.peers import Peers
from graphql_api.relations import MOST, First
from graphql_api.types.kind import RecordKind, global_id, resource_of
from graphql_api.types.node import Resource

PURPOSE = "merge"


@strawberry.type(description="Rows of one table that lead to the source.")
class MergedLink:
    name: str = strawberry.field(
        description="The table and its column, such as item.place or itempopulation.population."
    )
    moved: int = strawberry.field(description="How many of them will lead to the target.")
    dropped: int = strawberry.field(
        description="How many say of the target what is said already, and go."
    )

    @classmethod
    def of(cls, fate: LinkRow) -> "MergedLink":
        return cls(name=fate.name, moved=fate.moved, dropped=fate.dropped)


@strawberry.type(description="How many records of one kind will say something else.")
class MergedRecords:
    kind: RecordKind = strawberry.field(description="Of which kind they are.")
    count: int = strawberry.field(description="How many, hidden ones too, each once.")


@strawberry.type(description="What becomes of a name of the source.")
class MergedName:
    name: str = strawberry.field(description="The name as it is written, never translated.")
    language: str | None = strawberry.field(
        description="The name's language as a BCP 47 tag; null where it is not recorded."
    )
    is_known: bool = strawberry.field(description="The target is called so already: it is dropped.")
    is_added: bool = strawberry.field(
        description="It is what the source goes by: it becomes another name of the target."
    )

    @classmethod
    def of(cls, fate: NameFate) -> "MergedName":
        return cls(
            name=fate.name,
            language=fate.language or None,
            is_known=fate.is_known,
            is_added=fate.is_added,
        )


@strawberry.type(description="A field in which source and target differ.")
class MergedField:
    field: str = strawberry.field(description="The field's name, such as note or countryCode.")
    source: str = strawberry.field(description="What the source says in it, as text.")
    target: str | None = strawberry.field(description="What the target says; null for nothing.")
    result: str = strawberry.field(description="What the target will say.")
    is_conflict: bool = strawberry.field(
        description="What the source says will not be said any more: change the target first."
    )

    @classmethod
    def of(cls, fate: ColumnFate) -> "MergedField":
        head, *rest = fate.column.split("_")
        return cls(
            field=head + "".join(word.capitalize() for word in rest),
            source=_shown(fate.source) or "",
            target=_shown(fate.target),
            result=_shown(fate.result) or "",
            is_conflict=fate.is_conflict,
        )


@strawberry.type(description="A term directly above or below the source.")
class MergedNeighbour:
    term: Resource = strawberry.field(description="The term that stands there.")
    is_known: bool = strawberry.field(description="The target stands there already.")


@strawberry.type(
    description="What a merge would do, found without doing it. Hidden records are counted too."
)
class MergePreview:
    source: Resource = strawberry.field(description="The term that would be there no more.")
    target: Resource = strawberry.field(description="The term that would stand for both.")
    source_version: int = strawberry.field(
        description="The source's version: pass it as `ifVersion` to merge what you saw."
    )
    target_version: int = strawberry.field(
        description="The target's version: pass it as `ifTargetVersion`."
    )
    parent_count: int = strawberry.field(description="How many terms stand directly above.")
    child_count: int = strawberry.field(description="How many terms stand directly below.")
    told: strawberry.Private[Outline]
    around: strawberry.Private[dict[Any, Resource]]

    @strawberry.field(description="The records that will say something else, by kind.")
    def records(self, first: First = MOST) -> list[MergedRecords]:
        counted = [
            MergedRecords(kind=RecordKind(kind), count=number)
            for kind, number in self.told.records.items()
        ]
        return counted[: max(0, first)]

    @strawberry.field(description="The links that lead to the source, table by table.")
    def links(self, first: First = MOST) -> list[MergedLink]:
        return [MergedLink.of(fate) for fate in self.told.links[: max(0, first)]]

    @strawberry.field(description="The names of the source, and what becomes of each.")
    def names(self, first: First = MOST) -> list[MergedName]:
        return [MergedName.of(fate) for fate in self.told.names[: max(0, first)]]

    @strawberry.field(description="The fields in which the two differ, conflicts among them.")
    def fields(self, first: First = MOST) -> list[MergedField]:
        return [MergedField.of(fate) for fate in self.told.columns[: max(0, first)]]

    @strawberry.field(description="What stands directly above the source, by name.")
    def parents(self, first: First = MOST) -> list[MergedNeighbour]:
        return self._neighbours(self.told.parents[: max(0, first)])

    @strawberry.field(description="What stands directly below the source, by name.")
    def children(self, first: First = MOST) -> list[MergedNeighbour]:
        return self._neighbours(self.told.children[: max(0, first)])

    def _neighbours(self, fates: Sequence[TermFate]) -> list[MergedNeighbour]:
        return [
            MergedNeighbour(term=self.around[fate.term.pk], is_known=fate.is_known)
            for fate in fates
            if fate.term.pk in self.around
        ]


@strawberry.type(description="A merge that was done: one term taken into another.")
class Merge:
    id: str = strawberry.field(description="Names the merge for `undoMerge`. Opaque.")
    kind: RecordKind = strawberry.field(description="Of which kind both terms were.")
    source: strawberry.ID = strawberry.field(
        description="The global id of the term that was merged; it is there again once undone."
    )
    source_name: str = strawberry.field(description="What that term was called.")
    at: datetime = strawberry.field(description="When they were merged.")
    undone_at: datetime | None = strawberry.field(
        description="When the merge was taken back; null while it stands."
    )
    target: strawberry.ID = strawberry.field(
        description="The global id of the term that stands for both."
    )

    @classmethod
    def of(cls, row: Any, _: Peers) -> Self:
        return cls(
            id=seal(PURPOSE, row.pk),
            kind=RecordKind(row.kind),
            source=global_id(row.kind, row.source_id),
            target=global_id(row.kind, row.target_id),
            source_name=row.source_name,
            at=row.at,
            undone_at=row.undone_at,
        )


def merge_named(text: str) -> int:
    """Return the merge that an id names; Refused for any other string."""
    number = unseal(PURPOSE, text)
    if not isinstance(number, int):
        raise Refused(Code.BAD_ID, "This is no id of a merge: take it from `merges`.")
    return number


def preview_of(told: Outline) -> MergePreview:
    """Return GraphQL's side of a preview; both terms and those around them are peers."""
    of = resource_of(told.kind.name)
    assert of is not None  # noqa: S101 - each kind of term has a type
    rows = [told.source, told.target, *(fate.term for fate in (*told.parents, *told.children))]
    nodes = {node.id: node for node in of.all_of({row.pk: row for row in rows}.values())}
    return MergePreview(
        source=nodes[told.source.pk],
        target=nodes[told.target.pk],
        source_version=told.source.version,
        target_version=told.target.version,
        parent_count=told.parent_count,
        child_count=told.child_count,
        told=told,
        around=nodes,
    )


def _shown(value: Any) -> str | None:
    if value is None or value in ("", {}):
        return None
    return value if isinstance(value, str) else orjson.dumps(value, default=str).decode()
