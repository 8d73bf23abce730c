"""The words of a code template, and how they are read; archive/codes.py says what they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from archive.errors import OddValue

LONGEST_TEMPLATE = 500
LONGEST_CODE = 128
#: What stands between fields. A group begins with one and fields hold none: see `_check_bounds`.
SEPARATORS = "._-"
MOST_ALTERNATIVES = 8
MOST_GROUPS = 8
MOST_DEPTH = 3
#: How many digits a running number may grow to.
LONGEST_NUMBER = 9


_FIELD = re.compile(r"\{([a-z]+)(?::(\d{1,2})(?:-(\d{1,2}))?)?\}")


class OddTemplate(OddValue):
    """A template that cannot be read; `position` says where, counted from 1."""

    code = "ODD_TEMPLATE"

    def __init__(self, message: str, position: int = 0) -> None:
        self.position = position
        where = f" (character {position})" if position else ""
        super().__init__("template", f"{message}{where}")


class FieldKind(StrEnum):
    """What a field of a template holds."""

    YEAR = "year"
    DIGITS = "digits"
    LETTERS = "letters"
    ALNUM = "alnum"
    COLLECTION = "collection"
    NUMBER = "number"


@dataclass(frozen=True)
class Text:
    """Characters that stand as they are."""

    text: str


@dataclass(frozen=True)
class Field:
    """A place for characters of one sort; `least` and `most` are how many."""

    kind: FieldKind
    least: int = 0
    most: int = 0

    @property
    def varies(self) -> bool:
        return self.kind is FieldKind.NUMBER or self.least != self.most

    @property
    def is_free(self) -> bool:
        """Whether only a person knows what stands there."""
        return self.kind in {FieldKind.DIGITS, FieldKind.LETTERS, FieldKind.ALNUM}


@dataclass(frozen=True)
class Group:
    """What may be left out."""

    parts: "tuple[Part, ...]"


Part: TypeAlias = Text | Field | Group


class Reader:
    """Reads one alternative, character by character."""

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset
        self._at = 0
        self._groups = 0

    def whole(self) -> tuple[Part, ...]:
        parts = self._parts(depth=0)
        if not parts:
            raise self.odd("Nothing stands on one side of |")
        self._check_bounds(parts)
        fields = list(fields_in(parts))
        for once in (FieldKind.NUMBER, FieldKind.COLLECTION):
            if sum(field.kind is once for field in fields) > 1:
                raise self.odd(f"A code holds {{{once}}} only once")
        in_groups = [f for part in parts if isinstance(part, Group) for f in fields_in(part.parts)]
        if any(f.kind in {FieldKind.NUMBER, FieldKind.COLLECTION} for f in in_groups):
            raise self.odd("{number} and {collection} cannot be left out: they stand in no [ ]")
        return parts

    def _parts(self, *, depth: int) -> tuple[Part, ...]:
        parts: list[Part] = []
        while self._at < len(self._text):
            character = self._text[self._at]
            if character == "{":
                parts.append(self._field())
            elif character == "[":
                parts.append(self._group(depth))
            elif character == "]" and depth:
                break
            elif character in SEPARATORS or (character.isascii() and character.isalnum()):
                parts.append(self._literal())
            else:
                raise self.odd(f"{character!r} cannot stand in a template")
        return tuple(parts)

    def _literal(self) -> Text:
        found = re.compile(r"[A-Za-z0-9._-]+").match(self._text, self._at)
        assert found is not None  # noqa: S101 - the caller saw its first character
        self._at = found.end()
        return Text(found[0])

    def _field(self) -> Field:
        found = _FIELD.match(self._text, self._at)
        if found is None:
            raise self.odd("A field looks like {year}, {digits:3} or {digits:2-3}")
        name, least, most = found.groups()
        if name not in list(FieldKind):
            known = ", ".join(f"{{{kind}}}" for kind in FieldKind)
            raise self.odd(f"There is no field {{{name}}}, there are {known}")
        kind = FieldKind(name)
        if kind in {FieldKind.YEAR, FieldKind.COLLECTION}:
            if least is not None:
                raise self.odd(f"{{{kind}}} has its own length: write it without one")
            field = Field(kind, 4, 4) if kind is FieldKind.YEAR else Field(kind)
        else:
            if least is None:
                raise self.odd(f"Say how many: {{{kind}:3}} or {{{kind}:2-3}}")
            field = Field(kind, int(least), int(most or least))
            longest = LONGEST_NUMBER if kind is FieldKind.NUMBER else 40
            if not 1 <= field.least <= field.most <= longest:
                raise self.odd(f"{{{kind}}} has from 1 to {longest} characters, the fewer first")
        self._at = found.end()
        return field

    def _group(self, depth: int) -> Group:
        self._groups += 1
        if self._groups > MOST_GROUPS or depth + 1 > MOST_DEPTH:
            raise self.odd(f"At most {MOST_GROUPS} groups are possible, {MOST_DEPTH} in each other")
        begun = self._at
        self._at += 1
        parts = self._parts(depth=depth + 1)
        if self._at >= len(self._text):
            self._at = begun
            raise self.odd("This [ has no ]")
        self._at += 1
        first = parts[0] if parts else None
        if not isinstance(first, Text) or first.text[0] not in SEPARATORS:
            self._at = begun
            raise self.odd("What may be left out begins with a separator, as in [_{digits:2}]")
        return Group(parts)

    def _check_bounds(self, parts: tuple[Part, ...]) -> None:
        """A field whose length varies ends at a separator, a group or the end: no guessing."""
        for n, part in enumerate(parts):
            if isinstance(part, Group):
                self._check_bounds(part.parts)
            varies = isinstance(part, Group) or (isinstance(part, Field) and part.varies)
            after = parts[n + 1] if n + 1 < len(parts) else None
            ends = (
                after is None
                or isinstance(after, Group)
                or (isinstance(after, Text) and after.text[0] in SEPARATORS)
            )
            if varies and not ends:
                raise self.odd(
                    "A field of varying length, and a group, ends at a separator (. _ -): nobody "
                    "could tell where the next begins"
                )

    def odd(self, message: str) -> OddTemplate:
        return OddTemplate(message, self._offset + self._at + 1)


def fields_in(parts: Sequence[Part]) -> Iterator[Field]:
    """Yield the fields in their order, those in groups too."""
    for part in parts:
        if isinstance(part, Field):
            yield part
        elif isinstance(part, Group):
            yield from fields_in(part.parts)


def slots_in(parts: Sequence[Part]) -> Iterator[Field | Group]:
    """Yield fields and groups in the order in which an expression captures them."""
    for part in parts:
        if not isinstance(part, Text):
            yield part
        if isinstance(part, Group):
            yield from slots_in(part.parts)


def number_in(parts: Sequence[Part]) -> Field | None:
    return next((field for field in fields_in(parts) if field.kind is FieldKind.NUMBER), None)
