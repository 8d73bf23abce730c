"""Changes in words: which field of which part said what, and what it says instead.

A reader first collects what is to be told, then reads every name that it needs in one statement a
kind, as the actor may see it: a thing that one may not find, or that is gone, says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db import models

from archive.access import Actor
from archive.history import BOOKKEEPING, Change, tracked
from archive.kinds import KINDS
from archive.services.past import Rows

#: Columns that say nothing to a reader.
SILENT = frozenset(
    {
        *BOOKKEEPING,
        "id",
        "created_at",
        "recorded_from",
        "recorded_to",
        "withheld_key",
        "is_open_to_all",
        "digest",
    }
)


@dataclass(frozen=True)
class Value:
    """What a field said: text or a number or a list, or the record that it pointed to."""

    value: Any
    #: What a record is called; of any other value, its text.
    text: str
    kind: str = ""
    record_id: UUID | None = None
    #: It pointed to something that is not there any more, or not for this reader.
    is_hidden: bool = False
    #: The address of the record that it pointed to; empty where it has none.
    path: str = ""


@dataclass(frozen=True)
class Difference:
    """One field of a record, or of one of its parts, before and after."""

    #: The model's name: "item" for the record itself, "item agent" for one of its parts.
    part: str
    row_id: str
    #: added, changed or removed: the row as a whole.
    operation: str
    field: str
    before: Value | None
    after: Value | None
    #: Of a translation: its language, and `field` is what it translates.
    language: str = ""

    def named(self, reader: "Reader") -> "Difference":
        """Return it with the names that the reader has read since."""
        return replace(
            self,
            before=reader.named(self.before) if self.before else None,
            after=reader.named(self.after) if self.after else None,
        )


@dataclass
class Reader:
    """Tells changes, and knows the names of what they point to."""

    actor: Actor
    _wanted: dict[type[models.Model], set[Any]] = field(default_factory=dict)
    #: By table and key: what the row is called, and its address.
    _names: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def told(self, changes: Sequence[Change], *, owner: UUID) -> list[Difference]:
        """Return what the changes of one record say."""
        found: list[Difference] = []
        for change in changes:
            if change.table in tracked():
                images = (change.before or {}, change.after or {})
                if change.moved_from is not None:
                    operation = "added" if change.subject_id == owner else "removed"
                else:
                    operation = OPERATIONS[change.operation]
                found += self._rows(change.table, change.row_id, operation, *images, owner=owner)
        return found

    def compared(self, old: Rows, new: Rows, *, owner: UUID) -> list[Difference]:
        """Return what differs between two states of one record."""
        found: list[Difference] = []
        for table, row_id in {**old, **new}:
            was, now = old.get((table, row_id), {}), new.get((table, row_id), {})
            operation = "changed" if was and now else ("added" if now else "removed")
            found += self._rows(table, row_id, operation, was, now, owner=owner)
        return found

    def read(self) -> None:
        """Read the names of everything that was told to point somewhere."""
        for model, keys in self._wanted.items():
            rows: Any = model._default_manager.all()
            if hasattr(rows, "visible_to"):
                rows = rows.visible_to(self.actor)
            if any(kind.model is model and kind.cited_within for kind in KINDS.values()):
                rows = rows.select_related("scheme")
            for row in rows.filter(pk__in=keys):
                self._names[model._meta.db_table, str(row.pk)] = called(row), address_of(row)
        self._wanted.clear()

    def named(self, value: Value) -> Value:
        if not value.kind:
            return value
        name, path = self._names.get((value.text, str(value.value)), (None, ""))
        kind = _kind_of(value.text)
        return replace(value, text=name or "", kind=kind, is_hidden=name is None, path=path)

    def _rows(
        self,
        table: str,
        row_id: str,
        operation: str,
        was: Mapping[str, Any],
        now: Mapping[str, Any],
        *,
        owner: UUID,
    ) -> Iterator[Difference]:
        of = tracked()[table]
        fields = {each.column: each for each in of.model._meta.concrete_fields}
        for column in {**was, **now}:
            old, new = was.get(column), now.get(column)
            said = fields.get(column)
            if column in SILENT or old == new or said is None:
                continue
            if not of.is_record and str(owner) in {str(old), str(new)}:
                continue  # which record the part belongs to is known
            part = str(of.model._meta.verbose_name)
            if column == "translations":
                for name, language, texts in _translated(old, new):
                    yield Difference(part, row_id, operation, name, *texts, language=language)
                continue
            before, after = self._value(said, old), self._value(said, new)
            if before is None and after is None:
                continue
            yield Difference(part, row_id, operation, said.name, before, after)

    def _value(self, said: Any, value: Any) -> Value | None:
        if value in (None, "", {}, []):
            return None
        if isinstance(said, models.ForeignKey):
            model = said.related_model
            self._wanted.setdefault(model, set()).add(value)
            key = UUID(str(value)) if isinstance(model._meta.pk, models.UUIDField) else None
            return Value(value, model._meta.db_table, kind="?", record_id=key)
        return Value(value, value if isinstance(value, str) else _plain(value))


def called(row: Any) -> str:
    """Return what people call a record: its title, or its name."""
    return str(getattr(row, "title", "") or row)


def address_of(row: Any) -> str:
    """Return the path under which a row is cited; empty for a kind that has no address."""
    return str(row.get_absolute_url()) if hasattr(row, "get_absolute_url") else ""


def _translated(was: Any, now: Any) -> Iterator[tuple[str, str, tuple[Value | None, Value | None]]]:
    """Yield which text in which language said what: `translations` is field by language."""
    old, new = (_texts(was), _texts(now))
    for name, language in {**old, **new}:
        before, after = old.get((name, language)), new.get((name, language))
        if before != after:
            told = (Value(text, text) if text else None for text in (before, after))
            yield name, language, (next(told), next(told))


def _texts(translations: Any) -> dict[tuple[str, str], str]:
    return {
        (name, language): str(text)
        for name, texts in (translations or {}).items()
        for language, text in texts.items()
    }


OPERATIONS = {"INSERT": "added", "UPDATE": "changed", "DELETE": "removed"}


def _kind_of(table: str) -> str:
    found = [kind.name for kind in KINDS.values() if kind.model._meta.db_table == table]
    return found[0] if found else table.removeprefix("archive_")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return str(value)
