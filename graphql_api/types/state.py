"""Where a record stands between its first words and its end."""

from enum import Enum

import strawberry


@strawberry.enum(description="Where a record stands between its first words and its end.")
class RecordState(Enum):
    DRAFT = strawberry.enum_value("draft", description="It is being written: for staff.")
    PUBLISHED = strawberry.enum_value("published", description="It is shown as its level allows.")
    WITHDRAWN = strawberry.enum_value(
        "withdrawn", description="It was public and is so no more: for staff."
    )
    DELETED = strawberry.enum_value("deleted", description="It lies in the bin, to be restored.")
