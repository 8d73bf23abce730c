"""Fields that say what a column of the row says, to whom it is meant (archive/audiences.py).

    summary: str | None = text("summary", description="…")           in the language asked for
    track: str | None = said("track", description="…")               as it stands
    digitised: PartialDate | None = said("digitised", dated, description="…")

A type that uses them has its `row`. Nothing is read for such a field: the row is there.
"""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from archive.audiences import read_from
from archive.services.translations import in_language
from graphql_api.context import Info

#: Under which a field's metadata name the column that it says.
COLUMN = "column"

Language = Annotated[
    str | None,
    strawberry.argument(
        description="A BCP 47 tag: the text in that language if it is kept, else as it was written."
    ),
]


def said(
    column: str, convert: Callable[[Any], Any] | None = None, *, description: str, name: str = ""
) -> Any:
    """Return a field for one column; empty texts are null.

    Parameters
    ----------
    convert : what makes the field's type of the column's value.
    name : the field's name, where it is not the column's.
    """

    def resolve(self: Any, info: Info) -> Any:
        value = read_from(info.context.actor, self.row, column)
        return value if value is None or convert is None else convert(value)

    return strawberry.field(
        resolver=resolve, description=description, metadata={COLUMN: column}, name=name or None
    )


def text(column: str, *, description: str) -> Any:
    """Return a field for a text that may be kept in several languages."""

    def resolve(self: Any, info: Info, language: Language = None) -> Any:
        value = read_from(info.context.actor, self.row, column)
        if value is None or not language:
            return value
        row = self.row
        written_in = getattr(row, "language_of_description", "")
        return in_language(value, row.translations.get(column, {}), language[:35], written_in)

    return strawberry.field(resolver=resolve, description=description, metadata={COLUMN: column})
