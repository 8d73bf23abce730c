"""What one says of lists of one's own, and of their lines."""

import strawberry
from strawberry import Maybe

from archive.services.selection_entries import Line
from graphql_api.filters.item import ItemFilter
from graphql_api.ids import uuid_of
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.types.selection import SharedWith


@strawberry.input(description="A new list of your own; private unless you say otherwise.")
class CreateSelectionInput(Creation):
    title: str = strawberry.field(description="What you call the list, 500 characters at most.")
    description: str = strawberry.field(default="", description="What you say of it.")
    shared: SharedWith = strawberry.field(
        default=SharedWith.PRIVATE, description="Who is to see that there is such a list."
    )
    group: str | None = strawberry.field(
        default=None, description="The slug of a group that you are in, where it is to see it."
    )
    live_filter: ItemFilter | None = strawberry.field(
        default=None, description="What a live list follows; null: a list of lines."
    )


@strawberry.input(description="A change of a list of yours: what is left out stays as it is.")
class UpdateSelectionInput(Edit):
    title: Maybe[str] = strawberry.field(default=None, description="What you call the list.")
    description: Maybe[str | None] = strawberry.field(
        default=None, description="What you say of it; null takes it away."
    )
    shared: Maybe[SharedWith] = strawberry.field(
        default=None, description="Who is to see that there is such a list."
    )
    group: Maybe[str | None] = strawberry.field(
        default=None, description="The slug of the group that is to see it."
    )
    live_filter: Maybe[ItemFilter] = strawberry.field(
        default=None, description="What it is to follow; of a live list alone."
    )


@strawberry.input(description="Which list of yours is meant, as you saw it.")
class SelectionChangeInput:
    id: strawberry.ID = strawberry.field(description="The list, by its field `id`.")
    if_version: int | None = strawberry.field(
        default=None, description="The version that you saw: refused if it has changed since."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, in a sentence that the list's history keeps."
    )


@strawberry.input(description="A list that you may see, of which you want one of your own.")
class DuplicateSelectionInput(Creation):
    id: strawberry.ID = strawberry.field(description="The list, by its field `id`.")
    title: str = strawberry.field(default="", description="Of the copy; the same unless you say.")


@strawberry.input(
    description="What is to be listed: an item or a stretch of it, all of a collection, or a list."
)
class SelectionLineInput:
    item: strawberry.ID | None = strawberry.field(
        default=None, description="The item; name one thing alone."
    )
    collection: strawberry.ID | None = strawberry.field(
        default=None, description="A collection: all items of it that you may find, by code."
    )
    selection: strawberry.ID | None = strawberry.field(
        default=None, description="Another list, which must not hold this one."
    )
    start: float | None = strawberry.field(
        default=None, description="The second of the item at which the stretch begins."
    )
    end: float | None = strawberry.field(
        default=None, description="The second of the item at which the stretch ends."
    )
    title: str = strawberry.field(default="", description="Your own title for it.")
    text: str = strawberry.field(default="", description="What you say of it.")

    def said(self) -> Line:
        """Return it in the words of the service."""
        return Line(
            item_id=None if self.item is None else uuid_of(self.item, "Item"),
            inner_id=None if self.selection is None else uuid_of(self.selection, "Selection"),
            collection_id=(
                None if self.collection is None else uuid_of(self.collection, "Collection")
            ),
            start_s=self.start,
            end_s=self.end,
            title=self.title,
            text=self.text,
        )


@strawberry.input(description="What is to be put on a list of yours.")
class AddToSelectionInput(SelectionChangeInput):
    entries: list[SelectionLineInput] = strawberry.field(
        description="What is to be listed, in order, 100 at most."
    )
    before: strawberry.ID | None = strawberry.field(
        default=None, description="The line before which it is to stand; null: at the end."
    )
    skip_listed: bool = strawberry.field(
        default=False, description="Whether what is listed already is left out."
    )


@strawberry.input(description="Lines that are to be taken out of a list of yours.")
class RemoveFromSelectionInput(SelectionChangeInput):
    entries: list[strawberry.ID] = strawberry.field(description="The lines, 100 at most.")


@strawberry.input(description="Lines that are to stand elsewhere in a list of yours.")
class MoveInSelectionInput(SelectionChangeInput):
    entries: list[strawberry.ID] = strawberry.field(
        description="The lines in the order in which they are to stand, 100 at most."
    )
    before: strawberry.ID | None = strawberry.field(
        default=None, description="The line before which they are to stand; null: at the end."
    )


@strawberry.input(description="A change of one line: what is left out stays as it is.")
class UpdateSelectionEntryInput:
    entry: strawberry.ID = strawberry.field(description="The line, by its field `id`.")
    title: Maybe[str | None] = strawberry.field(
        default=None, description="Your own title for it; null takes it away."
    )
    text: Maybe[str | None] = strawberry.field(
        default=None, description="What you say of it; null takes it away."
    )
    start: Maybe[float | None] = strawberry.field(
        default=None, description="The second at which the stretch begins; null: at the start."
    )
    end: Maybe[float | None] = strawberry.field(
        default=None, description="The second at which the stretch ends; null: at the end."
    )
    if_version: int | None = strawberry.field(
        default=None, description="The list's version that you saw: refused if it has changed."
    )
