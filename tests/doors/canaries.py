"""Canaries: words that stand nowhere else, one for each column of each row of a hidden record.

A token says of which record it is, what one must be allowed to do to read it, and in which column
it stands: `0zq017f042qz` is column 42 of record 17, for whoever finds that. What a door answers is
searched as it came and as a reader would decode it.
"""

import base64
import binascii
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes
from uuid import UUID, uuid5

import h5py
from django.apps import apps
from django.db import models

from archive.access import Audience
from archive.audiences import NOT_DESCRIPTION, TABLE, audience_of
from archive.services.translations import TRANSLATABLE

M = TypeVar("M", bound=models.Model)
_NAMES = UUID("6f0d7f1e-3a54-4d0c-9f55-8d2b1c5f7a10")
TOKEN = re.compile(rb"0zq(\d{3})([a-z])(\d{3})qz", re.IGNORECASE)
#: As GraphQL writes a coordinate, and as RDF does.
COORDINATE = re.compile(rb"1(?:2\.|\.2)(\d{3})7391")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_SHORTEST = 12
_UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
#: Kinds whose ids say nothing here: a collection's number is not in its name.
_NO_IDS = {"Collection", "Selection", "Part", "Computation"}
_OF_STAFF = {"File", "Accession", "WithheldRange", "Erasure"}
#: Columns that hold no words of anybody.
_NO_WORDS = {"sha256", "mime_type", "format", "codec", "withheld_key", "storage_name", "use"}
_NO_WORDS |= {"document_storage_name", "document_sha256", "document_mime_type", "role", "level"}


@dataclass(frozen=True, order=True)
class Canary:
    """One token: of which record, for which act, in which column."""

    number: int
    act: str
    column: int

    @property
    def is_hidden(self) -> bool:
        """Whether it is of something that the public may not find; from 600 on it may."""
        return not 600 <= self.number < 900

    @property
    def text(self) -> str:
        return f"0zq{self.number:03d}{self.act}{self.column:03d}qz"


#: The ids of hidden rows are canaries as well.
_ids: dict[bytes, Canary] = {}
#: To find the record, to hear it, to edit it, to be of staff, to be whom it was given to.
FIND, LISTEN, EDIT, STAFF, GIVEN = "f", "l", "e", "s", "g"
#: To be shown exactly where it lies.
NEAR = "n"
COORDINATES = 999
#: Where the bytes of files say a token.
IN_SOUND, IN_TILE, IN_HDF5, IN_PICTURE, OLD_CODE, IN_ID = 998, 997, 996, 995, 994, 993
IN_DOCUMENT = 989


@cache
def columns() -> dict[str, int]:
    """Return a number for each column that may hold words, by `Model.column`."""
    of = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("archive").get_models()
        if model.__name__ not in {"User", "ApiToken", "Event", "Change"}
        for field in model._meta.concrete_fields
        if _holds_words(model, field)
    ]
    return {name: number for number, name in enumerate(sorted(of), start=1)}


def column_named(number: int) -> str:
    return {each: name for name, each in columns().items()}.get(number, f"#{number}")


def _holds_words(model: type[models.Model], field: Any) -> bool:
    if field.name == "translations":
        return model.__name__ in TRANSLATABLE
    if not isinstance(field, models.CharField | models.TextField) or field.choices:
        return False
    told = f"{field.help_text} {field.name}"
    formal = any(word in told for word in ("EDTF", "BCP 47", "SPDX", "licence"))
    short = field.max_length is not None and field.max_length < _SHORTEST
    return not (formal or short or field.name in _NO_WORDS)


def key_of(kind: str, number: int, more: str = "") -> UUID:
    """Return the id of a row: the same in every run, so that it can be asked for before it is."""
    key = uuid5(_NAMES, f"{kind} {number} {more}")
    if kind not in _NO_IDS:
        _ids[str(key).encode()] = Canary(number, STAFF if kind in _OF_STAFF else FIND, IN_ID)
    return key


def token(number: int, column: str, act: str = FIND) -> str:
    return Canary(number, act, columns()[column]).text


def sung(model: type[M], number: int, act: str = FIND, **values: Any) -> M:
    """Return a row in which every column of words that is not given holds its canary.

    Parameters
    ----------
    act : what one must be allowed to do to the record to read the row.
    """
    for field in model._meta.concrete_fields:
        name = f"{model.__name__}.{field.name}"
        if field.name in values or name not in columns():
            continue
        said = act if _is_for_all(model, field.name) else STAFF
        word = Canary(number, said, columns()[name]).text
        if field.name == "translations":
            values["translations"] = {TRANSLATABLE[model.__name__][0]: {"fr": word}}
        elif isinstance(field, models.URLField):
            values[field.name] = f"https://example.org/{word}"
        elif isinstance(field, models.EmailField):
            values[field.name] = f"{word}@example.org"
        else:
            values[field.name] = word
    return model(**values)


def _is_for_all(model: type[models.Model], column: str) -> bool:
    if model.__name__ in NOT_DESCRIPTION:
        return True  # each has a service that says who may know
    return model.__name__ not in TABLE or audience_of(model, column) is Audience.PUBLIC


def heard_in(answer: bytes) -> frozenset[Canary]:
    """Return every canary in what a door answered, however it was written down."""
    found = set()
    for said in _readings(answer):
        found |= {
            Canary(int(number), act.decode().lower(), int(column))
            for number, act, column in TOKEN.findall(said)
        }
        for number in map(int, COORDINATE.findall(said)):
            hidden = Canary(number, FIND, COORDINATES)
            found.add(hidden if hidden.is_hidden else Canary(number, NEAR, COORDINATES))
        found |= {_ids[each] for each in _UUID.findall(said) if each in _ids}
    return frozenset(found)


def _readings(answer: bytes) -> Iterator[bytes]:
    yield answer
    if b"%" in answer:
        yield unquote_to_bytes(answer)
    if b"\\u" in answer:
        yield re.sub(rb"\\u00([0-7][0-9a-fA-F])", lambda m: bytes([int(m[1], 16)]), answer)
    if b"&#" in answer:
        yield html.unescape(answer.decode(errors="replace")).encode()
    yield from _from_base64(_BASE64.findall(answer))
    yield from _from_containers(answer)


def _from_base64(runs: Iterable[bytes]) -> Iterator[bytes]:
    for run in set(runs):
        plain = run.replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            cut = plain[start:]
            try:
                yield base64.b64decode(cut[: len(cut) // 4 * 4])
            except binascii.Error:
                continue


def _from_containers(answer: bytes) -> Iterator[bytes]:
    if answer.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer)) as packed:
            for name in packed.namelist():
                yield name.encode() + packed.read(name)
    if answer.startswith(b"\x89HDF"):
        with h5py.File(io.BytesIO(answer)) as file:
            said: list[str] = [str(dict(file.attrs))]
            file.visititems(lambda name, node: said.append(f"{name} {dict(node.attrs)}"))
        yield "\n".join(said).encode()
