"""Many questions, few statements: what does not wait for each other's answers is read together.

A reading is a generator that yields querysets, is sent their rows, and returns what it made of
them. `Waves` drives readings side by side: the querysets that stand at their next step are one
wave, and one statement. The number of statements is thus the number of steps of the longest
reading, whatever the number of readings and of rows.

    def authors(books: list[Book]) -> Reading[dict[UUID, str]]:
        rows = yield Author.objects.filter(books__in=books)
        return {row.pk: row.name for row in rows}

Each queryset is compiled as it is, so that whatever it was filtered by (`visible_to`) holds.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Field, JSONField, QuerySet
from django.db.models.sql.compiler import SQLCompiler

V = TypeVar("V")
Reading = Generator[QuerySet[Any], list[Any], V]

#: What JSON keeps as Python has it; everything else is a text there, and made anew by its field.
_AS_IT_IS = {
    "AutoField",
    "BigAutoField",
    "BigIntegerField",
    "BooleanField",
    "CharField",
    "IntegerField",
    "PositiveIntegerField",
    "PositiveSmallIntegerField",
    "SlugField",
    "SmallIntegerField",
    "TextField",
}


class Waves:
    """Readings under way, side by side; one that ends may start others."""

    def __init__(self) -> None:
        self._asking: list[tuple[QuerySet[Any], Reading[Any], Callable[[Any], None]]] = []

    def start(self, reading: Reading[V], then: Callable[[V], None]) -> None:
        """Let a reading take part from the next wave on; `then` is told what it comes to."""
        self._go_on(reading, then, None)

    def run(self) -> None:
        """Read wave after wave until no reading asks any more."""
        while self._asking:
            wave, self._asking = self._asking, []
            told = together([queryset for queryset, *_ in wave])
            for (_, reading, then), rows in zip(wave, told, strict=True):
                self._go_on(reading, then, rows)

    def _go_on(
        self, reading: Reading[V], then: Callable[[V], None], rows: list[Any] | None
    ) -> None:
        try:
            queryset = next(reading) if rows is None else reading.send(rows)
        except StopIteration as end:
            then(end.value)
        else:
            self._asking.append((queryset, reading, then))


def read(reading: Reading[V]) -> V:
    """Return what one reading comes to."""
    found: list[V] = []
    waves = Waves()
    waves.start(reading, found.append)
    waves.run()
    return found[0]


def together(querysets: Sequence[QuerySet[Any]]) -> list[list[Any]]:
    """Return the rows of each queryset, all read by one statement.

    Each becomes a column: its rows as JSON, in their order. They come back through the queryset's
    own iterable, as the same instances, dicts or tuples that it gives when it is read alone.
    """
    questions = [_Question(queryset) for queryset in querysets]
    asked = [question for question in questions if question.sql]
    if len(asked) == 1:
        asked[0].ask_alone()
    elif asked:
        columns = ", ".join(question.sql for question in asked)
        params = [param for question in asked for param in question.params]
        with connections[asked[0].using].cursor() as cursor:
            cursor.execute(f"SELECT {columns}", params)
            (told,) = cursor.fetchall()
        for question, rows in zip(asked, told, strict=True):
            question.take(rows)
    return [question.rows for question in questions]


class _Question:
    """One queryset among others in a statement; `sql` is empty where it can have no rows."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        self.rows: list[Any] = []
        self.params: tuple[Any, ...] = ()
        self.using = queryset.db
        self._queryset = queryset.all()
        self._compiler: SQLCompiler = queryset.query.get_compiler(using=self.using)
        try:
            inner, params = self._compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:
            self.sql = ""
            return
        fields = [expression.output_field for expression, *_ in self._compiler.select]
        names = [f"c{n}" for n in range(len(fields))]
        kept = ", ".join(
            f"{name}::text AS {name}" if isinstance(field, JSONField) else name
            for name, field in zip(names, fields, strict=True)
        )
        self._made_anew = [_from_json(field) for field in fields]
        self._names = names
        self.params = tuple(params)
        self.sql = (
            f"(SELECT json_agg(told)::text FROM (SELECT {kept} "  # noqa: S608 (of compiled SQL)
            f"FROM ({inner}) AS rows ({', '.join(names)})) AS told)"
        )

    def ask_alone(self) -> None:
        self.rows = list(self._queryset)

    def take(self, told: str | None) -> None:
        """Read the rows through the queryset, whose compiler has them already."""
        if told is None:
            return
        chunk = list(self._of_python(told))
        answered = self._compiler
        setattr(answered, "execute_sql", lambda *_, **__: iter([chunk]))  # noqa: B010 (of this one alone)
        setattr(self._queryset.query, "get_compiler", lambda *_, **__: answered)  # noqa: B010
        self.rows = list(self._queryset)

    def _of_python(self, told: str) -> Iterator[tuple[Any, ...]]:
        columns = list(zip(self._names, self._made_anew, strict=True))
        for row in orjson.loads(told):
            yield tuple(
                row[name] if made is None or row[name] is None else made(row[name])
                for name, made in columns
            )


def _from_json(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    """Return what makes a column's value of its JSON; None where it is the value already."""
    if isinstance(field, JSONField) or field.get_internal_type() in _AS_IT_IS:
        return None
    to_python: Callable[[Any], Any] = field.to_python
    return to_python
