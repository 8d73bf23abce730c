"""Bring a published list of terms in, many at once: what is new is made, what is there stays.

A list is read once, compared with the catalogue in a few statements, and written in a few more,
however long it is. A term is the same if it has the list's own address among its exact matches (or
whatever key the list has); to such a term names, matches and parents are added, while its own
words stay as curators left them, and what they took out stays out (it is reported), unless
`overwrite` is asked for. The same list again changes nothing. One entry that cannot be does no
harm to the others: it is reported beside them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, models

from archive.access import Actor
from archive.authorities import check_match
from archive.errors import ArchiveError
from archive.history import changing
from archive.identifiers import new_id, slug_of
from archive.importers.records import Problem
from archive.importers.removed import removed
from archive.importers.rings import without_rings
from archive.models import OldCode
from archive.models.naming import MatchKind
from archive.services.fields import checked
from archive.services.shapes import Shape
from archive.services.terms import Match, Name, free_among
from archive.tags import language_tag

BATCH = 1000
DELETED = "taken out here since"
#: One address may be given in several ways: the closest is kept.
_CLOSENESS = list(MatchKind)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Entry:
    """One term of a list. `key` names it there, and in other entries' `parents`."""

    key: str
    name: str
    #: What it is to be called by in addresses; of its name if the list does not say.
    slug: str = ""
    columns: Mapping[str, Any] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    matches: tuple[Match, ...] = ()
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What became of a list."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()

    def summary(self) -> str:
        """Return one sentence of counts, such as ``419 created, 1 left out``."""
        counts = {
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "reported below": len(self.problems),
        }
        return ", ".join(f"{n:,} {word}" for word, n in counts.items() if n) or "nothing to do"


def bring_terms(
    shape: Shape,
    entries: Sequence[Entry],
    known: Mapping[str, UUID],
    *,
    actor: Actor,
    reason: str,
    scope: Mapping[str, Any] | None = None,
    overwrite: bool = False,
    problems: Sequence[Problem] = (),
    say: Say = lambda _line: None,
) -> Report:
    """Bring the entries in, in one signed transaction.

    Parameters
    ----------
    known : the ids of terms that are there, by the entries' keys; parents may be among them too.
    scope : columns that all of them have, such as the scheme of concepts.
    problems : what the reader of the list has to report already.
    """
    bring = _Bringing(shape, dict(scope or {}), overwrite=overwrite, problems=list(problems))
    with changing(actor, reason=reason):
        with connection.cursor() as cursor:  # two lists at once would mint the same slugs
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('bring_terms'))")
        return bring.all(entries, known, say)


def by_matches(shape: Shape, keys: Iterable[str]) -> dict[str, UUID]:
    """Return the ids of the terms that have the addresses among their exact matches."""
    found: dict[str, UUID] = {}
    for some in _batches(sorted({*keys})):
        rows = shape.matches._default_manager.filter(kind=MatchKind.EXACT, iri__in=some)
        found |= dict(rows.order_by("-pk").values_list("iri", shape.owner))
    return found


@dataclass(frozen=True)
class _Row:
    """An entry whose values have been checked, and the term's id."""

    entry: Entry
    term_id: UUID
    is_new: bool
    columns: Mapping[str, Any]
    names: Sequence[Mapping[str, Any]]
    matches: Sequence[Mapping[str, Any]]


class _Bringing:
    def __init__(
        self, shape: Shape, scope: dict[str, Any], *, overwrite: bool, problems: list[Problem]
    ) -> None:
        self._shape = shape
        self._scope = scope
        self._overwrite = overwrite
        self._problems = problems
        self._changed = set[UUID]()
        self._gone: set[str] | None = None

    def all(self, entries: Sequence[Entry], known: Mapping[str, UUID], say: Say) -> Report:
        rows = list(self._rows(entries, known))
        new = [row for row in rows if row.is_new]
        say(f"{len(rows):,} {self._shape.kind.name} entries read, {len(new):,} of them new")
        self._create(new)
        self._bring_columns([row for row in rows if not row.is_new])
        self._bring_names(rows)
        self._bring_matches(rows)
        say("names and matches are there; parents follow")
        self._bring_parents(rows, {**known, **{row.entry.key: row.term_id for row in rows}})
        changed = len(self._changed - {row.term_id for row in new})
        return Report(
            created=len(new),
            changed=changed,
            unchanged=len({row.term_id for row in rows}) - len(new) - changed,
            problems=tuple(self._problems),
        )

    def _rows(self, entries: Sequence[Entry], known: Mapping[str, UUID]) -> Iterator[_Row]:
        taken: set[str] | None = None
        seen = set[str]()
        for entry in entries:
            if entry.key in seen:
                self._report(entry, "It stands in the list twice; the first was taken.")
                continue
            seen.add(entry.key)
            there = known.get(entry.key)
            if there is None and self._is_gone(entry):
                self._report(entry, f"It was left out: it was {DELETED}.")
                continue
            try:
                columns = self._columns(entry)
                if there is None:
                    taken = self._slugs_taken() if taken is None else taken
                    columns["slug"] = self._slug(entry, taken)
                    taken.add(columns["slug"])
            except ArchiveError as error:
                self._report(entry, str(error))
                continue
            yield _Row(
                entry,
                there or new_id(),
                there is None,
                columns,
                list(self._names(entry)),
                list(self._matches(entry)),
            )

    def _is_gone(self, entry: Entry) -> bool:
        """Whether a term of its exact addresses, or of its slug, was there and is no more."""
        if self._overwrite:
            return False
        if self._gone is None:
            shape = self._shape
            there = {str(pk) for pk in shape.kind.rows.values_list("pk", flat=True)}
            mine = tuple(str(value) for value in self._scope.values())
            terms = removed(shape.kind.model, "id", "slug", *self._scope)
            gone = {key: slug for key, slug, *of in terms if key not in there and tuple(of) == mine}
            matches = removed(shape.matches, shape.owner, "iri", "kind")
            addresses = {iri for key, iri, kind in matches if key in gone and kind == "exact"}
            self._gone = addresses | {*gone.values()}
        keys = {match.iri for match in entry.matches if match.kind == MatchKind.EXACT}
        return bool(self._gone & (keys | {entry.key, entry.slug} - {""}))

    def _columns(self, entry: Entry) -> dict[str, Any]:
        plain = {"name": entry.name, **entry.columns} if entry.name else dict(entry.columns)
        texts = {name: value for name, value in plain.items() if name != "translations"}
        values = checked(self._shape.kind.model, texts)
        return values | {k: v for k, v in plain.items() if k == "translations"}

    def _slugs_taken(self) -> set[str]:
        kind = self._shape.kind
        rows = kind.rows.filter(**self._scope)
        old = OldCode.objects.filter(kind=kind.name)
        return {*rows.values_list("slug", flat=True), *old.values_list("code", flat=True)}

    def _slug(self, entry: Entry, taken: set[str]) -> str:
        wanted = entry.slug or slug_of(entry.name)[:110].rstrip("-") or slug_of(entry.key)[-60:]
        slug = free_among(wanted.strip("-") or self._shape.kind.name, taken)
        return str(checked(self._shape.kind.model, {"slug": slug})["slug"])

    def _names(self, entry: Entry) -> Iterator[Mapping[str, Any]]:
        seen = set[tuple[str, str]]()
        for each in entry.names:
            try:
                tag = language_tag(each.language) if each.language else ""
                said = {"name": each.name, "kind": each.kind, "used": each.used}
                row = checked(self._shape.names, {**said, "language": tag})
            except ArchiveError as error:
                self._report(entry, f"The name {each.name[:60]!r} was left out: {error}")
                continue
            if (row["name"], tag) not in seen:
                seen.add((row["name"], tag))
                yield row

    def _matches(self, entry: Entry) -> Iterator[Mapping[str, Any]]:
        seen = set[str]()
        for each in sorted(
            entry.matches, key=lambda match: _CLOSENESS.index(MatchKind(match.kind))
        ):
            try:
                address = check_match(each.iri)
            except ArchiveError as error:
                self._report(entry, f"A match was left out: {error}")
                continue
            if address not in seen:
                seen.add(address)
                yield {"iri": address, "kind": each.kind}

    def _create(self, rows: Sequence[_Row]) -> None:
        model = self._shape.kind.model
        self._shape.kind.rows.bulk_create(
            (
                model(id=row.term_id, is_authoritative=True, **self._scope, **row.columns)
                for row in rows
            ),
            batch_size=BATCH,
        )

    def _bring_columns(self, rows: Sequence[_Row]) -> None:
        if not self._overwrite or not rows:
            return
        there = self._shape.kind.rows.in_bulk([row.term_id for row in rows])
        differing, columns = [], set[str]()
        for row in rows:
            term = there[row.term_id]
            changed = {n for n, value in row.columns.items() if getattr(term, n) != value}
            if changed:
                for name in changed:
                    setattr(term, name, row.columns[name])
                columns |= changed
                differing.append(term)
        if differing:
            self._shape.kind.rows.bulk_update(differing, sorted(columns), batch_size=BATCH)
            self._changed |= {term.pk for term in differing}

    def _bring_names(self, rows: Sequence[_Row]) -> None:
        owner = self._shape.owner_of_names
        there = self._there(self._shape.names, owner, rows, "name", "language")
        self._add(
            self._shape.names,
            owner,
            (
                (row, name)
                for row in rows
                for name in row.names
                if (row.term_id, name["name"], name["language"]) not in there
            ),
            "name",
            "language",
        )

    def _bring_matches(self, rows: Sequence[_Row]) -> None:
        owner = self._shape.owner
        there = self._there(self._shape.matches, owner, rows, "iri")
        self._add(
            self._shape.matches,
            owner,
            (
                (row, match)
                for row in rows
                for match in row.matches
                if (row.term_id, match["iri"]) not in there
            ),
            "iri",
        )

    def _there(
        self, model: type[models.Model], owner: str, rows: Sequence[_Row], *columns: str
    ) -> set[tuple[Any, ...]]:
        ids = [row.term_id for row in rows if not row.is_new]
        found = set[tuple[Any, ...]]()
        for some in _batches(ids):
            held = model._default_manager.filter(**{f"{owner}__in": some}).order_by()
            found |= set(held.values_list(owner, *columns))
        return found

    def _add(
        self,
        model: type[models.Model],
        owner: str,
        missing: Iterable[tuple[_Row, Mapping[str, Any]]],
        *columns: str,
    ) -> None:
        rows, seen = [], set[tuple[Any, ...]]()
        left_out = set() if self._overwrite else removed(model, owner, *columns)
        for row, values in missing:
            term_id = row.term_id
            if (str(term_id), *(str(values[column]) for column in columns)) in left_out:
                self._report(row.entry, f"{values[columns[0]]!r} was left out: it was {DELETED}.")
                continue
            # Two entries of a list may be one term of ours.
            key = (term_id, values.get("iri") or (values["name"], values["language"]))
            if key not in seen:
                seen.add(key)
                rows.append(model(**{owner: term_id}, **values))
                self._changed.add(term_id)
        model._default_manager.bulk_create(rows, batch_size=BATCH)

    def _bring_parents(self, rows: Sequence[_Row], ids: Mapping[str, UUID]) -> None:
        edges = self._shape.edges
        if edges is None:
            return
        label = {row.term_id: row.entry.name or row.entry.key for row in rows}
        wanted: dict[tuple[UUID, UUID], Entry] = {}
        for row in rows:
            for key in row.entry.parents:
                if key in ids:
                    wanted.setdefault((row.term_id, ids[key]), row.entry)
                else:
                    self._report(row.entry, f"Its parent {key!r} is not there.")
        if not wanted:
            return
        held = set(edges._default_manager.order_by().values_list("child_id", "parent_id"))
        missing = [edge for edge in wanted if edge not in held]
        if missing and not self._overwrite:
            left_out = removed(edges, "child_id", "parent_id")
            for child, parent in [edge for edge in missing if tuple(map(str, edge)) in left_out]:
                missing.remove((child, parent))
                above = label.get(parent, str(parent))
                self._report(
                    wanted[child, parent], f"It was not put under {above!r}: that was {DELETED}."
                )
        kept, refused = without_rings(missing, held)
        for child, parent in refused:
            above = label.get(parent, str(parent))
            self._report(
                wanted[child, parent],
                f"It was not put under {above!r}: it would become its own ancestor.",
            )
        edges._default_manager.bulk_create(
            (edges(child_id=child, parent_id=parent) for child, parent in kept), batch_size=BATCH
        )
        self._changed |= {child for child, _ in kept}

    def _report(self, entry: Entry, reason: str) -> None:
        label = f"{entry.name} ({entry.key})" if entry.name != entry.key else entry.name
        self._problems.append(Problem(label, reason))


def _batches(keys: Sequence[Any], size: int = 10_000) -> Iterator[Sequence[Any]]:
    """Yield the keys, as many at once as a statement may name."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
