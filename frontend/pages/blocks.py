"""What a page says of a record, block by block, by the descriptions that the application reads too.

The descriptions are `frontend/src/blocks/*.json`, one for each kind. What each `as` means is told
here and in `frontend/src/blocks/shown.ts`; one example with its outcome (`example.json`) keeps the
two alike. Dates stay as they were recorded: the application writes them anew in the reader's way.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from frontend.pages.catalogue import say, words
from frontend.pages.wording import clock, figure, size

FOLDER = Path(__file__).resolve().parent.parent / "src" / "blocks"

#: From the nearest to the widest.
RANK = ("SITE", "WATER", "SETTLEMENT", "DIVISION", "COUNTRY", "REGION", "CONTINENT")


@dataclass(frozen=True)
class Piece:
    """A text, which may be a link, may be in a language of its own, and may bear a remark."""

    text: str
    path: str = ""
    href: str = ""
    lang: str = ""
    note: str = ""
    mono: bool = False


@dataclass(frozen=True)
class Line:
    """A label and what it labels."""

    label: str
    pieces: tuple[Piece, ...]
    style: str = "inline"


@dataclass(frozen=True)
class Block:
    """A card: lines, or a table."""

    id: str
    title: str
    aside: bool
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


@cache
def described(kind: str) -> list[dict[str, Any]]:
    """Return the description of a kind's page."""
    text = (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    blocks: list[dict[str, Any]] = json.loads(text)
    return blocks


def shown_blocks(language: str, kind: str, record: dict[str, Any]) -> list[Block]:
    """Return the blocks of a record that have something to say."""
    writer = _Writer(language)
    blocks = [shown for block in described(kind) for shown in writer.blocks(block, record)]
    return [block for block in blocks if block.lines or block.rows]


def everything(record: object, path: str) -> list[Any]:
    """Return all that stands at a path, through lists; what is null or empty is not there."""
    if path == "self":
        return [record]
    here: list[Any] = [record]
    for step in path.split("."):
        there: list[Any] = []
        for each in here:
            found = each.get(step) if isinstance(each, dict) else None
            there.extend(found if isinstance(found, list) else [found])
        here = there
    return [each for each in here if each not in (None, "")]


@dataclass(frozen=True)
class _Writer:
    language: str

    def blocks(self, block: dict[str, Any], record: dict[str, Any]) -> Iterator[Block]:
        """Yield one block; of the archive's own fields, one for each that they name."""
        if [fact.get("as") for fact in block.get("facts", ())] != ["extras"]:
            yield self.block(block, record)
            return
        groups: dict[str, list[dict[str, Any]]] = {"": []}
        for each in everything(record, "extraValues"):
            groups.setdefault(each["field"].get("group") or "", []).append(each)
        for number, (group, values) in enumerate(groups.items()):
            shown = self.block(block, {"extraValues": values})
            yield replace(shown, id=f"{shown.id}-{number}", title=group) if group else shown

    def block(self, block: dict[str, Any], record: dict[str, Any]) -> Block:
        lines = [line for fact in block.get("facts", ()) for line in self.lines(fact, record)]
        given = everything(record, block["rows"]) if "rows" in block else []
        columns = [
            column
            for column in block.get("columns", ())
            if any(self.pieces(column, row) for row in given)
        ]
        return Block(
            id=block["id"],
            title=self.said(block["title"]),
            aside=block.get("side") == "aside",
            lines=tuple(lines),
            heads=tuple(self.said(column["label"]) for column in columns),
            rows=tuple(tuple(self.pieces(column, row) for column in columns) for row in given),
        )

    def lines(self, fact: dict[str, Any], record: dict[str, Any]) -> Iterator[Line]:
        found, way = everything(record, fact["at"]), fact.get("as", "text")
        if way == "roles":
            yield from self.grouped(found, "role", self.role, "agent")
        elif way == "uses":
            wanted = fact["of"].split() if "of" in fact else None
            found = [each for each in found if wanted is None or each["use"] in wanted]
            yield from self.grouped(found, "use", self.use, "concept")
        elif way == "extras":
            yield from self.extras(found)
        elif pieces := self.pieces(fact, record):
            several = way in {"names", "matches", "identifiers"}
            style = "prose" if way == "prose" else "lines" if several else "inline"
            yield Line(self.said(fact.get("label", "")), pieces, style)

    def pieces(self, fact: dict[str, Any], record: object) -> tuple[Piece, ...]:
        way, found = fact.get("as", "text"), everything(record, fact["at"])
        if way in {"text", "prose"} and "." not in fact["at"]:
            said = said_in(self.language, record, fact["at"])
            return (said,) if said.text else tuple(Piece(str(value)) for value in found)
        if way == "file" and isinstance(record, dict):
            return tuple(Piece(str(record.get(fact["of"])), href=str(value)) for value in found)
        if way == "upward":
            found.sort(key=lambda place: RANK.index(place["kind"]))
        write = getattr(self, f"as_{way}", self.as_text)
        written = [write(value, fact.get("of", "")) for value in found]
        # What several files have in common is said once.
        return tuple(dict.fromkeys(piece for piece in written if piece is not None))

    def as_text(self, value: Any, _of: str) -> Piece:
        return Piece(str(value))

    def as_mono(self, value: Any, _of: str) -> Piece:
        return Piece(str(value), mono=True)

    def as_date(self, value: Any, _of: str) -> Piece:
        return Piece(_edtf(value))

    def as_day(self, value: Any, _of: str) -> Piece:
        return Piece(str(value)[:10])

    def as_links(self, value: Any, _of: str) -> Piece:
        return linked(self.language, value)

    as_upward = as_links

    def as_web(self, value: Any, _of: str) -> Piece:
        return address(str(value))

    def as_seconds(self, value: Any, _of: str) -> Piece | None:
        # Nothing that lasts no time is worth a line.
        return Piece(clock(float(value), 0), mono=True) if float(value) > 0 else None

    def as_bytes(self, value: Any, _of: str) -> Piece | None:
        return Piece(size(int(value))) if int(value) > 0 else None

    def as_years(self, value: Any, _of: str) -> Piece | None:
        years = [str(day)[:4] for day in (value.get("earliest"), value.get("latest")) if day]
        return Piece("\N{EN DASH}".join(dict.fromkeys(years))) if years else None

    def as_shares(self, value: Any, _of: str) -> Piece:
        return replace(linked(self.language, value["node"]), note=figure(value["itemCount"]))

    def as_number(self, value: Any, of: str) -> Piece:
        return Piece(f"{figure(value)} {of}".strip())

    def as_yes(self, value: Any, _of: str) -> Piece | None:
        return Piece(self.said("yes")) if value is True else None

    def as_kind(self, value: Any, of: str) -> Piece:
        return Piece(self.said(f"{of}.{str(value).lower()}"))

    def as_names(self, value: Any, _of: str) -> Piece:
        kind, lang = (value.get("kind") or "").lower(), value.get("language") or ""
        odd = kind and kind not in {"alternative", "preferred"}
        notes = [lang, self.said(f"name.{kind}") if odd else "", _edtf(value.get("used"))]
        return Piece(value["name"], lang=lang, note=", ".join(note for note in notes if note))

    def as_matches(self, value: Any, _of: str) -> Piece:
        shown = address(value["iri"])
        return Piece(shown.text, href=shown.href, note=self.said(f"match.{value['kind'].lower()}"))

    def as_vernacular(self, value: Any, of: str) -> Piece | None:
        # Never translated; in the language that the record knows it to be in.
        spoken = everything(value, "languages.slug")
        lang = value.get("vernacularLanguage") or (spoken[0] if len(spoken) == 1 else "")
        return Piece(value[of], lang=lang) if value.get(of) else None

    def as_identifiers(self, value: Any, _of: str) -> Piece:
        kind = value.get("type") or {}
        notes = [
            said_in(self.language, kind, "name").text,
            _edtf(value.get("valid")),
            value.get("note"),
        ]
        return Piece(value["value"], note=", ".join(note for note in notes if note), mono=True)

    def grouped(
        self, found: list[dict[str, Any]], by: str, name: Callable[[str], str], thing: str
    ) -> Iterator[Line]:
        lines: dict[str, list[Piece]] = {}
        for each in found:
            if each.get(by) and each.get(thing):
                lines.setdefault(each[by], []).append(linked(self.language, each[thing]))
        for key, pieces in lines.items():
            yield Line(name(key), tuple(pieces))

    def role(self, role: str) -> str:
        return self.said(f"role.{role.lower()}")

    def use(self, use: str) -> str:
        return words(self.language).get(f"use.{use}", use.replace("-", " ").replace("_", " "))

    def extras(self, found: list[dict[str, Any]]) -> Iterator[Line]:
        lines: dict[str, list[Piece]] = {}
        for each in found:
            if piece := self.own_value(each):
                label = each["field"].get(self.language) or each["field"]["label"]
                lines.setdefault(label, []).append(piece)
        for label, pieces in lines.items():
            yield Line(label, tuple(pieces))

    def own_value(self, value: dict[str, Any]) -> Piece | None:
        if thing := value.get("concept") or value.get("agent") or value.get("place"):
            return linked(self.language, thing)
        if value.get("number") is not None:
            return self.as_number(value["number"], value["field"].get("unit") or "")
        if value.get("boolean") is not None:
            return Piece(self.said("yes" if value["boolean"] else "no"))
        if not value.get("text"):
            return None
        shown = address(value["text"])
        return Piece(shown.text, href=shown.href, lang=value.get("language") or "")

    def said(self, key: str) -> str:
        return say(self.language, key) if key else ""


def said_in(language: str, record: object, field: str) -> Piece:
    """Return a record's text in the reader's language, else as it was written, and which it is."""
    if not isinstance(record, dict):
        return Piece("")
    written = _written_in(language, record)
    # Lists ask for titles and names in each of the site's languages: one not kept is as it was
    # written.
    own = record.get(field) if field in {"title", "name"} else None
    if own and (listed := record.get(language)):
        return Piece(listed, lang=written if listed == own else language)
    for each in record.get("translations") or ():
        fits = each["field"] == field and _primary(each["language"]) == language
        if fits and _primary(written) != language:
            return Piece(each["text"], lang=each["language"])
    found = record.get(field)
    return Piece(found if isinstance(found, str) else "", lang=written)


def _written_in(language: str, record: dict[str, Any]) -> str:
    """Return the language of a record's own words.

    A term's name may be the same in several: the reader's goes before others.
    """
    names: list[str] = record.get("nameLanguages") or []
    mine = [tag for tag in names if _primary(tag) == language]
    return record.get("languageOfDescription") or next(iter([*mine, *names]), "")


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def linked(language: str, thing: dict[str, Any]) -> Piece:
    """Return a thing by the name that it has, with the way to its page."""
    return replace(called_in(language, thing), path=urlsplit(thing["iri"]).path)


def called_in(language: str, thing: dict[str, Any]) -> Piece:
    """Return what a thing is called: its title, else its name, else its code."""
    title = said_in(language, thing, "title")
    name = title if title.text else said_in(language, thing, "name")
    return name if name.text else Piece(thing.get("code") or "")


def address(said: str) -> Piece:
    """Return a web address as a link, any other text as it is."""
    if not said.startswith(("http://", "https://")):
        return Piece(said)
    shown = said.split("://", 1)[1].removeprefix("www.").removesuffix("/")
    return Piece(shown, href=said)


def _edtf(value: Any) -> str:
    return str(value["edtf"]) if isinstance(value, dict) else str(value or "")
