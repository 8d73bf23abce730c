"""What codes look like: a small template language, kept as data in `CodePolicy.template`.

    CNRSMH_I_{year}_{number:3}                          a year, and a running number
    {collection}_{number:2-3}[_{digits:2-3}]            of an item; [ ] may be left out
    {letters:4}_{letters:3}_{alnum:4}_{digits:4}        as many of each
    CNRSMH_I_{year}_{number:3} | CNRSMH_E_{year}_{digits:3}_{number:3}      one or the other

Curators write templates, never regular expressions: we compile one to an expression of bounded
repetition in which each field ends where a separator begins, so that no code makes it slow.
`{number:3}` is padded to three digits and may grow; `{number:2-3}` is padded as its neighbours
are, to three where there is none. What a template mints leaves optional groups out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.code_language import (
    LONGEST_CODE,
    LONGEST_NUMBER,
    LONGEST_TEMPLATE,
    MOST_ALTERNATIVES,
    Field,
    FieldKind,
    Group,
    OddTemplate,
    Part,
    Reader,
    Text,
    fields_in,
    number_in,
    slots_in,
)
from archive.errors import OddValue
from archive.identifiers import CODE

#: A field's characters, in the expression and for examples.
_ALPHABET = {
    FieldKind.DIGITS: ("[0-9]", "0123456789"),
    FieldKind.LETTERS: ("[A-Za-z]", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    FieldKind.ALNUM: ("[A-Za-z0-9]", "A1B2C3D4E5F6G7H8"),
}


class CannotMint(OddValue):
    """A policy whose codes hold what only a person knows."""

    code = "CANNOT_MINT"

    def __init__(self, message: str) -> None:
        super().__init__("code", message)


@dataclass(frozen=True)
class Spelled:
    """A code taken apart: what stands in each field and group, None where it was left out."""

    alternative: int
    slots: tuple[tuple[Field | Group, str | None], ...]

    @property
    def number(self) -> int | None:
        """Return the running number, None where the template has none."""
        for slot, text in self.slots:
            if isinstance(slot, Field) and slot.kind is FieldKind.NUMBER and text:
                return int(text)
        return None


@dataclass(frozen=True)
class Series:
    """Codes that differ in their running number alone: what stands before it and after it."""

    before: str
    after: str
    least: int
    most: int

    @property
    def pattern(self) -> str:
        """Return an expression (PostgreSQL's too) whose group is the number of such a code."""
        return f"^{_quoted(self.before)}([0-9]{{{self.least},{LONGEST_NUMBER}}})(?![0-9])"

    def code(self, number: int, width: int) -> str:
        """Return the code of that number, at least `width` digits wide.

        Raises
        ------
        CannotMint : the number, or the whole code, is longer than codes may be.
        """
        code = f"{self.before}{number:0{width}d}{self.after}"
        if len(str(number)) > LONGEST_NUMBER or not CODE.fullmatch(code):
            raise CannotMint(f"The next code would be {code[:140]!r}, which cannot be one.")
        return code


class Template:
    """What codes of a policy look like.

    >>> crem = Template.read("{collection}_{number:2-3}[_{digits:2-3}]")
    >>> crem.accepts("CNRSMH_I_1970_012_041_15", collection="CNRSMH_I_1970_012")
    True
    >>> Template.read("A_{year}[_{digits:2-3}]").in_words()
    '"A_", a year, possibly ("_", 2 to 3 digits)'
    """

    def __init__(self, alternatives: tuple[tuple[Part, ...], ...]) -> None:
        self.alternatives = alternatives

    @classmethod
    def read(cls, text: str) -> "Template":
        """Return the template of that text.

        Raises
        ------
        OddTemplate : it cannot be read, or its codes could not be told apart quickly.
        """
        return _read(text)

    @property
    def needs_collection(self) -> bool:
        return any(
            field.kind is FieldKind.COLLECTION
            for parts in self.alternatives
            for field in fields_in(parts)
        )

    @property
    def counts(self) -> bool:
        """Whether some alternative has a running number."""
        return any(number_in(parts) for parts in self.alternatives)

    def accepts(self, code: str, *, collection: str = "") -> bool:
        return self.spelled(code, collection=collection) is not None

    def spelled(self, code: str, *, collection: str = "") -> Spelled | None:
        """Take a code apart; None where it is not one of these."""
        if not CODE.fullmatch(code):
            return None
        for n, parts in enumerate(self.alternatives):
            found = re.fullmatch(_expression(parts, collection), code)
            if found is not None:
                return Spelled(n, tuple(zip(slots_in(parts), found.groups(), strict=True)))
        return None

    def spell(self, spelled: Spelled) -> str:
        """Put a code together again: the inverse of `spelled`."""
        texts = iter([text for _, text in spelled.slots])
        return "".join(_spell(self.alternatives[spelled.alternative], texts))

    def series(
        self, *, collection: str = "", year: int | None = None, given: Sequence[str] = ()
    ) -> Series:
        """Return the series of the next code, of the first alternative that fits what is given.

        Parameters
        ----------
        given : what stands in the fields that only a person knows, in their order; those after the
            number too.

        Raises
        ------
        CannotMint : no alternative has a running number and as many such fields.
        """
        for parts in self.alternatives:
            number = number_in(parts)
            # What may be left out is left out.
            firm = tuple(part for part in parts if not isinstance(part, Group))
            free = [field for field in fields_in(firm) if field.is_free]
            if number is None or len(free) != len(given):
                continue
            values = dict(zip(map(id, free), given, strict=True))
            at = firm.index(number)
            said = [_said(part, collection, year, values) for part in firm if part is not number]
            return Series("".join(said[:at]), "".join(said[at:]), number.least, number.most)
        raise CannotMint(self._why_not(len(given)))

    def example(self, *, collection: str = "COLLECTION", year: int = 1970) -> str:
        """Return a code that it accepts, its groups left out."""
        return "".join(_example(self.alternatives[0], collection, year))

    def in_words(self) -> str:
        """Return what its codes look like, in words."""
        return "; or ".join(", ".join(_words(parts)) for parts in self.alternatives)

    def _why_not(self, given: int) -> str:
        if not self.counts:
            return "These codes have no running number: write the code yourself."
        return (
            f"Codes of these look like this: {self.in_words()}. What only you know of it was given "
            f"in {given} parts, and no such code has so many: write the code yourself."
        )


@lru_cache(maxsize=256)
def _read(text: str) -> Template:
    if not text.strip():
        raise OddTemplate("A template cannot be empty")
    if len(text) > LONGEST_TEMPLATE:
        raise OddTemplate(
            f"A template has at most {LONGEST_TEMPLATE} characters, this has {len(text)}"
        )
    alternatives = []
    start = 0
    for alternative in text.split("|"):
        ahead = len(alternative) - len(alternative.lstrip())
        alternatives.append(_checked(Reader(alternative.strip(), start + ahead)))
        start += len(alternative) + 1
    if len(alternatives) > MOST_ALTERNATIVES:
        raise OddTemplate(f"A template has at most {MOST_ALTERNATIVES} alternatives")
    return Template(tuple(alternatives))


def _checked(reader: Reader) -> tuple[Part, ...]:
    parts = reader.whole()
    example = "".join(_example(parts, "C", 1970))
    if not CODE.fullmatch(example):
        raise reader.odd(
            f"Its codes would look like {example[:140]!r}: a code has at most {LONGEST_CODE} "
            "characters, a letter or digit first and last"
        )
    return parts


def _expression(parts: Sequence[Part], collection: str) -> str:
    return "".join(_expression_of(part, collection) for part in parts)


def _expression_of(part: Part, collection: str) -> str:
    if isinstance(part, Text):
        return re.escape(part.text)
    if isinstance(part, Group):
        return f"({_expression(part.parts, collection)})?"
    if part.kind is FieldKind.COLLECTION:
        return f"({re.escape(collection)})" if collection else "((?!))"
    if part.kind is FieldKind.YEAR:
        return "([12][0-9]{3})"
    if part.kind is FieldKind.NUMBER:
        # Longer than its padding it begins with no zero.
        grown = f"[1-9][0-9]{{{part.most},{LONGEST_NUMBER - 1}}}"
        padded = f"[0-9]{{{part.least},{part.most}}}"
        return f"({padded}|{grown})" if part.most < LONGEST_NUMBER else f"({padded})"
    return f"({_ALPHABET[part.kind][0]}{{{part.least},{part.most}}})"


def _spell(parts: Sequence[Part], texts: Iterator[str | None]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Text):
            yield part.text
        elif isinstance(part, Field):
            yield next(texts) or ""
        elif next(texts) is not None:
            yield from _spell(part.parts, texts)
        else:
            for _ in slots_in(part.parts):
                next(texts)


def _said(part: Part, collection: str, year: int | None, values: Mapping[int, str]) -> str:
    """Return what stands in a part of the next code."""
    if isinstance(part, Text):
        return part.text
    assert isinstance(part, Field)  # noqa: S101 - groups are left out
    if part.kind is FieldKind.COLLECTION:
        if not collection:
            raise CannotMint("These codes begin with their collection's: say which it is.")
        return collection
    if part.kind is FieldKind.YEAR:
        if year is None:
            raise CannotMint("These codes hold a year: say which.")
        return _fitting(part, str(year), "the year")
    return _fitting(part, values[id(part)], _words([part])[0])


def _fitting(field: Field, text: str, words: str) -> str:
    if not re.fullmatch(_expression_of(field, ""), text):
        raise CannotMint(f"{text[:40]!r} cannot stand where the code holds {words}.")
    return text


def _example(parts: Sequence[Part], collection: str, year: int) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Text):
            yield part.text
        elif isinstance(part, Group):
            continue
        elif part.kind is FieldKind.COLLECTION:
            yield collection
        elif part.kind is FieldKind.YEAR:
            yield str(year)
        elif part.kind is FieldKind.NUMBER:
            yield f"{1:0{part.most}d}"
        else:
            letters = _ALPHABET[part.kind][1]
            yield "".join(letters[(n + 1) % len(letters)] for n in range(part.most))


def _words(parts: Sequence[Part]) -> list[str]:
    said = []
    for part in parts:
        if isinstance(part, Text):
            said.append(f'"{part.text}"')
        elif isinstance(part, Group):
            said.append(f"possibly ({', '.join(_words(part.parts))})")
        elif part.kind is FieldKind.COLLECTION:
            said.append("the collection's code")
        elif part.kind is FieldKind.YEAR:
            said.append("a year")
        else:
            many = str(part.least) if part.least == part.most else f"{part.least} to {part.most}"
            sorts = {
                FieldKind.NUMBER: f"a running number of {many} digits",
                FieldKind.DIGITS: f"{many} digits",
                FieldKind.LETTERS: f"{many} letters",
                FieldKind.ALNUM: f"{many} letters or digits",
            }
            said.append(sorts[part.kind])
    return said


def _quoted(text: str) -> str:
    """Quote for PostgreSQL and Python alike: the safe alphabet has only . and - to mind."""
    return text.replace(".", "[.]").replace("-", "[-]")
