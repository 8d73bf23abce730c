"""What points to a row, found in the models of every installed package: nobody keeps a list.

A merge takes one row into another: each foreign key that led to the source leads to the target.
Where a table may hold such a row only once and the target has it already, the source's is a
duplicate; what points to the duplicate is taken along in the same way, as deep as that goes.

What no foreign key tells (an upper package's index, names in documents) a package registers for,
in its `apps.ready()`:

    pointers.register(MyAbsorber())
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db import connection, models

Key = TypeVar("Key")

#: Columns of the tables that triggers keep, and of those that say what stands under what.
CLOSURE = frozenset({"ancestor", "descendant"})
EDGE = frozenset({"parent", "child"})


class Absorber(Protocol):
    """What an upper package knows of a term that no foreign key tells."""

    #: What it calls its things, for the preview.
    name: str

    def count(self, kind: str, source_id: UUID) -> int:
        """Return how many of its things name the term."""

    def absorb(self, kind: str, source_id: UUID, target_id: UUID) -> None:
        """Let them name the target, in the transaction under way."""

    def release(self, kind: str, source_id: UUID, target_id: UUID) -> None:
        """Let those that named the source before name it again: the merge was taken back."""


_absorbers: list[Absorber] = []


def register(absorber: Absorber) -> Callable[[], None]:
    """Let an absorber take part in every merge; return what lets it out again."""
    _absorbers.append(absorber)
    return lambda: _absorbers.remove(absorber)


def absorbers() -> Sequence[Absorber]:
    return tuple(_absorbers)


class UnreadableConstraint(NotImplementedError):
    """A table that points to what may be merged, and is unique in a way not compared here."""


@dataclass(frozen=True)
class Pointer:
    """A foreign key that leads to the model: a table, and its column."""

    model: type[models.Model]
    field: "models.ForeignKey[Any, Any]"

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def name(self) -> str:
        """Return what to call it: ``item.place``, ``item_population.population``."""
        return f"{self.table.removeprefix('archive_')}.{self.field.name}"

    @property
    def is_closure(self) -> bool:
        return _columns(self.model) >= CLOSURE

    @property
    def is_edge(self) -> bool:
        return _columns(self.model) >= EDGE

    def leading_to(self, key: object) -> "models.QuerySet[Any]":
        return self.model._default_manager.filter(**{self.field.attname: key})

    def duplicates(self, taken: Mapping[Any, Any]) -> dict[Any, Any]:
        """Return the rows that cannot be repointed -> the row that says so already.

        Parameters
        ----------
        taken : what is merged -> what it is merged into.
        """
        found: dict[Any, Any] = {}
        for columns, nulls_differ in _unique_beside(self.model, self.field):
            alike = " AND ".join(
                ["TRUE", *(f'd."{c}" IS NOT NULL' for c in columns if nulls_differ)]
            )
            of_d, of_s = (", ".join(f'{row}."{c}"' for c in columns) for row in "ds")
            pk = self.model._meta.pk.column
            with connection.cursor() as cursor:
                # As text, so that NULLs are equal too and a hash finds the pairs.
                cursor.execute(
                    f"""
                    SELECT DISTINCT ON (d."{pk}") d."{pk}", s."{pk}"
                    FROM {_pairs(self.field)}
                    JOIN "{self.table}" AS d ON d."{self.field.column}" = pair.source
                    JOIN "{self.table}" AS s ON s."{self.field.column}" = pair.target
                     AND ROW({of_d})::text = ROW({of_s})::text AND {alike}
                    ORDER BY d."{pk}", s."{pk}"
                    """,  # noqa: S608 (tables and columns of ours)
                    [list(taken), list(taken.values())],
                )
                found |= dict(cursor.fetchall())
        return found

    def repoint(self, taken: Mapping[Any, Any]) -> int:
        """Let what leads to a source lead to its target; return how many rows that were."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                UPDATE "{self.table}" AS row SET "{self.field.column}" = pair.target
                FROM {_pairs(self.field)} WHERE row."{self.field.column}" = pair.source
                """,  # noqa: S608 (as above)
                [list(taken), list(taken.values())],
            )
            return int(cursor.rowcount)


def pointers_to(model: type[models.Model]) -> list[Pointer]:
    """Return every foreign key of every installed model that leads to this one, by name."""
    found = [
        Pointer(relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)  # one-to-one too
        and not isinstance(relation.related_model, str)
        and relation.related_model._meta.managed
        and not relation.related_model._meta.proxy
    ]
    return sorted(found, key=lambda pointer: pointer.name)


def absorb(model: type[models.Model], taken: Mapping[Any, Any]) -> None:
    """Take rows into others: all that led to a key of `taken` leads to its value.

    The rows themselves stay, and their places in a tree: see `archive.services.merge`.
    """
    for pointer in pointers_to(model):
        if pointer.is_closure or pointer.is_edge:
            continue
        duplicates = pointer.duplicates(taken)
        if duplicates:
            absorb(pointer.model, duplicates)
            pointer.model._default_manager.filter(pk__in=list(duplicates)).delete()
        pointer.repoint(taken)


def _columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def _pairs(field: "models.ForeignKey[Any, Any]") -> str:
    of = field.target_field.rel_db_type(connection)
    return f"unnest(%s::{of}[], %s::{of}[]) AS pair (source, target)"


def _unique_beside(
    model: type[models.Model], field: "models.ForeignKey[Any, Any]"
) -> Iterator[tuple[list[str], bool]]:
    """Yield the columns that with the field's must be unique, and whether NULLs differ."""
    if field.unique:
        yield [], True
    for together in model._meta.unique_together:
        if field.name in together:
            yield _others(model, together, field), True
    for constraint in model._meta.constraints:
        if not isinstance(constraint, models.UniqueConstraint):
            continue
        if constraint.expressions or (constraint.condition and field.name in constraint.fields):
            raise UnreadableConstraint(f"{constraint.name} on {model._meta.label}")
        if field.name in constraint.fields:
            yield _others(model, constraint.fields, field), constraint.nulls_distinct is not False


def _others(
    model: type[models.Model], names: Sequence[str], field: "models.ForeignKey[Any, Any]"
) -> list[str]:
    return [
        str(model._meta.get_field(name).column)  # type: ignore[union-attr]  # of concrete fields
        for name in names
        if name != field.name
    ]
