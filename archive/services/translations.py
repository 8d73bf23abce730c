"""Texts of a record in other languages: which fields may have them, and how they are kept.

A record's own columns hold the archive's language; `translations` holds the others, as
``{"title": {"fr": "…"}}``. What is left out stays; an empty text takes that language away. Names of
terms in other languages are rows of their own (archive/models/naming.py).
"""

from collections.abc import Mapping
from typing import Any

from django.db import models

from archive.errors import OddValue
from archive.services.fields import checked
from archive.tags import language_tag

Texts = Mapping[str, Mapping[str, str | None]]

MOST_LANGUAGES = 60

#: The fields of each model that may be said in other languages.
TRANSLATABLE: dict[str, tuple[str, ...]] = {
    "Fonds": ("title", "alternative_title", "description", "access_reason"),
    "Corpus": ("title", "alternative_title", "description", "access_reason"),
    "Collection": (
        "title",
        "alternative_title",
        "description",
        "booklet_description",
        "external_references",
        "alternative_copies",
        "access_reason",
    ),
    "Community": ("name", "description", "contact"),
    "Protocol": ("name", "description"),
    "Label": ("name", "text"),
    "Item": (
        "title",
        "description",
        "summary",
        "context_comment",
        "place_comment",
        "cultural_area",
        "language_comment",
        "performance_mode",
        "access_reason",
    ),
    "RelatedMedia": ("title", "description"),
    "ExtraField": ("label", "help", "group"),
    "Holder": ("name", "description"),
    "Agreement": ("title", "public_summary"),
    "Scheme": ("title", "description"),
    "Place": ("note",),
    "Instrument": ("note",),
    "Population": ("note",),
    "Language": ("note",),
    "Agent": ("note",),
    "Concept": ("note",),
}


def translated(
    model: type[models.Model], current: Mapping[str, Mapping[str, str]], given: Texts
) -> dict[str, dict[str, str]]:
    """Return a record's translations with what is given taken in.

    Raises
    ------
    OddValue : a field that has no translations, no language tag, or a text that the field cannot
        hold; `field` is such as ``translations.title``.
    """
    found = {field: dict(texts) for field, texts in current.items()}
    for field, texts in given.items():
        where = f"translations.{field}"
        if field not in TRANSLATABLE.get(model.__name__, ()):
            possible = ", ".join(TRANSLATABLE.get(model.__name__, ())) or "none"
            raise OddValue(
                "translations",
                f"Translations: {field[:40]!r} is not kept in other languages; {possible} are.",
            )
        kept = found.setdefault(field, {})
        for tag, text in texts.items():
            _take(kept, language_tag(tag, where), _checked(model, field, text, where))
        if len(kept) > MOST_LANGUAGES:
            raise OddValue(where, f"Translations: at most {MOST_LANGUAGES} languages of one text.")
    return {field: dict(sorted(texts.items())) for field, texts in found.items() if texts}


def _checked(model: type[models.Model], field: str, text: str | None, where: str) -> str:
    if not text or not text.strip():
        return ""
    try:
        return str(checked(model, {field: text})[field])
    except OddValue as odd:
        raise OddValue(where, str(odd)) from odd


def _take(kept: dict[str, str], tag: str, text: str) -> None:
    if text:
        kept[tag] = text
    else:
        kept.pop(tag, None)


def in_language(text: Any, texts: Mapping[str, str], wanted: str, written_in: str = "") -> Any:
    """Return the text in the wanted language, or the nearest there is, or as it was written.

    `pt-BR` is served by `pt`, and `pt` by `pt-BR` (RFC 4647, lookup, then any of the language).

    Parameters
    ----------
    written_in : the language tag of `text` itself, where it is known.

    >>> in_language("Song", {"fr": "Chanson", "pt-BR": "Canto"}, "pt")
    'Canto'
    """
    parts = wanted.lower().split("-")
    tags = {tag.lower(): tag for tag in texts}
    while parts:
        tag = "-".join(parts)
        if written_in and written_in.lower() == tag:
            return text
        if tag in tags:
            return texts[tags[tag]]
        parts.pop()
    language = wanted.lower().partition("-")[0]
    if written_in.lower().partition("-")[0] == language:
        return text
    near = sorted(tag for tag in tags if tag.partition("-")[0] == language)
    return texts[tags[near[0]]] if near else text
