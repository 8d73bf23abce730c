"""Texts of a record in other languages, one by one, as an editor needs them."""

from typing import Annotated, Any

import strawberry

from archive.audiences import reads
from graphql_api.context import Info
from graphql_api.relations import MOST, First


@strawberry.type(description="One text of a record in another language than it was written in.")
class Translation:
    field: str = strawberry.field(description="Which text it translates, such as title.")
    language: str = strawberry.field(description="The language of the translation, as BCP 47.")
    text: str = strawberry.field(description="What the text is in that language.")


def translations() -> Any:
    """Return a field for the translations of a row, whose JSON holds them."""

    def resolve(
        self: Any,
        info: Info,
        first: First = MOST,
        field: Annotated[
            str | None, strawberry.argument(description="Only those of this text, such as title.")
        ] = None,
    ) -> list[Translation]:
        actor, row = info.context.actor, self.row
        found = [
            Translation(field=_camel(name), language=language, text=text)
            for name, texts in sorted(row.translations.items())
            if reads(actor, type(row), name) and field in {None, name, _camel(name)}
            for language, text in sorted(texts.items())
        ]
        return found[: max(0, min(first, MOST))]

    return strawberry.field(
        resolver=resolve, description="Its texts in other languages, as far as they are kept."
    )


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.title() for other in others)
