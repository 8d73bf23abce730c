"""The site's words, from the same catalogues that the Vue application reads."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_request

FOLDER = Path(__file__).resolve().parent.parent / "src" / "i18n"


def language_of(request: HttpRequest) -> str:
    """Return the language that a reader chose (cookie), else asked for (Accept-Language)."""
    chosen = get_language_from_request(request).partition("-")[0]
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


@cache
def words(language: str) -> dict[str, str]:
    """Return the catalogue of a language: key to phrase."""
    text = (FOLDER / f"{language}.json").read_text(encoding="utf-8")
    catalogue: dict[str, str] = json.loads(text)
    return catalogue


def say(language: str, key: str, **params: object) -> str:
    """Return a phrase with its blanks filled; an unknown key is a KeyError."""
    phrase = words(language)[key]
    for name, value in params.items():
        phrase = phrase.replace("{" + name + "}", str(value))
    return phrase


def say_count(language: str, key: str, number: int) -> str:
    """Return a counted phrase; French counts 0 as one, as its plural rule has it."""
    one = number in {0, 1} if language == "fr" else number == 1
    return say(language, f"{key}.{'one' if one else 'other'}", count=number)
