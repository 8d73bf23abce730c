"""Making and changing lists of one's own."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import strawberry

from archive import errors
from archive.models import Selection as Row
from archive.models import SelectionEntry as EntryRow
from archive.services import selection_entries as lines
from archive.services import selections
from graphql_api.context import Info
from graphql_api.filters.item import ItemFilter, matching
from graphql_api.filters.stored import stored
from graphql_api.ids import uuid_of
from graphql_api.inputs import selection as inputs
from graphql_api.inputs.changes import changes_in, reason_in
from graphql_api.mutations.doing import (
    Named,
    P,
    Refusal,
    conflicting,
    edit,
    make,
    named,
    refusal,
)
from graphql_api.mutations.needing import LISTS
from graphql_api.payloads import selection as payloads
from graphql_api.payloads.errors import VersionConflict
from graphql_api.playlists.lines import live_items
from graphql_api.types.selection import Selection

Which = Annotated[inputs.SelectionChangeInput, strawberry.argument(description="Which list.")]


@strawberry.type
class SelectionMutation:
    @strawberry.mutation(
        description="Make a list of your own: empty, or live by a filter.", extensions=LISTS
    )
    def create_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateSelectionInput, strawberry.argument(description="What it is to be.")
        ],
    ) -> payloads.SelectionResult:
        kept = None if input.live_filter is None else _kept(info, input.live_filter)
        return make(
            info,
            Selection,
            input,
            lambda: selections.create_selection(
                actor=info.context.actor,
                reason=reason_in(input),
                title=input.title,
                description=input.description,
                shared=str(input.shared.value),
                group=input.group,
                live_filter=kept,
            ),
            lambda row: payloads.SelectionPayload(selection=row),
        )

    @strawberry.mutation(
        description="Rename a list of yours, say more of it, share it or no more.",
        extensions=LISTS,
    )
    def update_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateSelectionInput, strawberry.argument(description="What is to change.")
        ],
    ) -> payloads.SelectionResult:
        which = named(input, Selection)
        says = changes_in(input, Row)
        if says.get("live_filter") is not None:
            says["live_filter"] = _kept(info, says["live_filter"])
        assert which.record_id is not None  # noqa: S101 - it has no other name
        key = which.record_id
        return edit(
            info,
            which,
            lambda: selections.update_selection(
                actor=info.context.actor,
                record_id=key,
                if_version=input.if_version,
                reason=reason_in(input),
                **says,
            ),
            lambda row: payloads.SelectionPayload(selection=row),
        )

    @strawberry.mutation(
        description="Put a list of yours into your bin; nobody else finds it any more.",
        extensions=LISTS,
    )
    def delete_selection(self, info: Info, input: Which) -> payloads.DeleteSelectionResult:
        def work() -> payloads.DeleteSelectionPayload:
            selections.delete_selection(**_which(info, input))
            return payloads.DeleteSelectionPayload(id=input.id)

        return _changed(info, input.id, work)

    @strawberry.mutation(
        description="Take a list out of your bin; it is private again.", extensions=LISTS
    )
    def restore_selection(self, info: Info, input: Which) -> payloads.SelectionResult:
        which = {name: said for name, said in _which(info, input).items() if name != "if_version"}
        return _edited(info, input.id, lambda: selections.restore_selection(**which))

    @strawberry.mutation(
        description="Copy a list that you may see, as far as you may, into one of your own.",
        extensions=LISTS,
    )
    def duplicate_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.DuplicateSelectionInput, strawberry.argument(description="Which list.")
        ],
    ) -> payloads.SelectionResult:
        key = uuid_of(input.id, "Selection")
        return make(
            info,
            Selection,
            input,
            lambda: selections.duplicate_selection(
                actor=info.context.actor,
                record_id=key,
                title=input.title,
                reason=reason_in(input),
            ),
            lambda row: payloads.SelectionPayload(selection=row),
        )

    @strawberry.mutation(
        description="Let what a list holds change no more; a live one keeps what it finds now.",
        extensions=LISTS,
    )
    def freeze_selection(self, info: Info, input: Which) -> payloads.SelectionResult:
        which = _which(info, input)
        return _edited(
            info,
            input.id,
            lambda: selections.freeze_selection(**which, found=_found(info, which["record_id"])),
        )

    @strawberry.mutation(
        description="Put something on a list of yours, at its end or before a line.",
        extensions=LISTS,
    )
    def add_to_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.AddToSelectionInput, strawberry.argument(description="What, and where.")
        ],
    ) -> payloads.AddToSelectionResult:
        before = _entry(input.before)
        wanted = [line.said() for line in input.entries]

        def work() -> payloads.AddToSelectionPayload:
            row, again = lines.add_entries(
                **_which(info, input), lines=wanted, before=before, skips_listed=input.skip_listed
            )
            return payloads.AddToSelectionPayload(
                selection=_seen(info, row.pk), listed_before=again
            )

        return _changed(info, input.id, work)

    @strawberry.mutation(
        description="Say something else of a line of a list of yours, or of its stretch.",
        extensions=LISTS,
    )
    def update_selection_entry(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateSelectionEntryInput, strawberry.argument(description="What changes.")
        ],
    ) -> payloads.SelectionResult:
        key = uuid_of(input.entry, "SelectionEntry")
        said = changes_in(input, EntryRow)
        says = {_seconds(name): value for name, value in said.items()}
        rows = EntryRow.objects.visible_to(info.context.actor).filter(pk=key)
        owner = rows.values_list("selection_id", flat=True).first()

        def work() -> payloads.SelectionPayload:
            row = lines.update_entry(
                actor=info.context.actor, entry_id=key, if_version=input.if_version, **says
            )
            return payloads.SelectionPayload(selection=_seen(info, row.pk))

        return _attempted(info, owner, work)

    @strawberry.mutation(
        description="Put lines of a list of yours before another line, or at its end.",
        extensions=LISTS,
    )
    def move_in_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.MoveInSelectionInput, strawberry.argument(description="Which, and where.")
        ],
    ) -> payloads.SelectionResult:
        keys, before = _entries(input.entries), _entry(input.before)
        which = _which(info, input)
        return _edited(
            info, input.id, lambda: lines.move_entries(**which, entries=keys, before=before)
        )

    @strawberry.mutation(
        description="Take lines out of a list of yours; what they named is untouched.",
        extensions=LISTS,
    )
    def remove_from_selection(
        self,
        info: Info,
        input: Annotated[
            inputs.RemoveFromSelectionInput, strawberry.argument(description="Which lines.")
        ],
    ) -> payloads.SelectionResult:
        keys, which = _entries(input.entries), _which(info, input)
        return _edited(info, input.id, lambda: lines.remove_entries(**which, entries=keys))


def _which(info: Info, given: inputs.SelectionChangeInput) -> dict[str, Any]:
    return {
        "actor": info.context.actor,
        "record_id": uuid_of(given.id, "Selection"),
        "if_version": given.if_version,
        "reason": given.reason or "",
    }


def _edited(
    info: Info, id: strawberry.ID, service: Callable[[], Row]
) -> payloads.SelectionPayload | Refusal | VersionConflict:
    def work() -> payloads.SelectionPayload:
        return payloads.SelectionPayload(selection=_seen(info, service().pk))

    return _changed(info, id, work)


def _changed(info: Info, id: strawberry.ID, work: Callable[[], P]) -> P | Refusal | VersionConflict:
    return _attempted(info, uuid_of(id, "Selection"), work)


def _attempted(
    info: Info, key: UUID | None, work: Callable[[], P]
) -> P | Refusal | VersionConflict:
    """Return what the work gives; a conflict shows the list as it stands now."""
    try:
        return work()
    except errors.VersionConflict as conflict:
        return conflicting(Named(Selection, "id", record_id=key), info.context.actor, conflict)
    except errors.ArchiveError as error:
        return refusal(error)


def _seen(info: Info, key: UUID) -> Selection:
    found = Selection.by_key(info.context.actor, [key])
    if key not in found:
        raise errors.NotFound("The list is there no more.").about("id")
    return found[key]


def _kept(info: Info, wanted: ItemFilter) -> dict[str, Any]:
    """Return a filter as it is kept, once it was read: an odd one is refused now, not later."""
    kept = stored(wanted)
    matching(wanted, info.context.actor)
    return kept


def _found(info: Info, key: UUID) -> list[UUID]:
    """Return what a live list finds now, in the order in which it is shown."""
    actor = info.context.actor
    row = Row.objects.visible_to(actor).filter(pk=key).first()
    return [] if row is None else live_items(row, actor)


def _entry(id: strawberry.ID | None) -> UUID | None:
    return None if id is None else uuid_of(id, "SelectionEntry")


def _entries(ids: list[strawberry.ID]) -> list[UUID]:
    return [uuid_of(each, "SelectionEntry") for each in ids]


def _seconds(name: str) -> str:
    return f"{name}_s" if name in {"start", "end"} else name
