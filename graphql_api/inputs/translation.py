"""Texts in other languages, as an edit gives them."""

import re
from typing import Any

import strawberry


@strawberry.input(description="A text in another language; those that are not given stay.")
class TranslationInput:
    field: str = strawberry.field(description="Which text it translates, such as title.")
    language: str = strawberry.field(description="The language of the translation, as BCP 47.")
    text: str | None = strawberry.field(
        default=None, description="The text in that language; null takes the translation away."
    )


def texts_in(given: list[Any]) -> dict[str, dict[str, str | None]]:
    """Return translations as services take them: field -> language -> text."""
    found: dict[str, dict[str, str | None]] = {}
    for each in given:
        field = re.sub(r"(?<=[a-z])[A-Z]", lambda letter: f"_{letter[0].lower()}", each.field)
        found.setdefault(field, {})[each.language] = each.text
    return found
