"""Describe items: make a record, or change what it says.

What is left out stays as it is; lists replace what was there. The same words again change
nothing: no row is written, so no version rises and no event is told. One transaction each.

    create_item(actor=actor, code="X_1", collection="X", title="OLU BOY", place="sanga")
    update_item(actor=actor, code="X_1", if_version=3, title="TROMPE ET TAMBOUR")
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import OddValue
from archive.identifiers import check_code
from archive.kinds import KINDS
from archive.models import Item
from archive.models.base import State
from archive.services.cited import record_id as record_id
from archive.services.cited import record_ids as record_ids
from archive.services.describe_columns import described, new
from archive.services.describe_links import (
    AgentPart,
    ConceptPart,
    IdentifierPart,
    PerformancePart,
    bringing,
)
from archive.services.editing import describers_only, edited, made
from archive.services.extra_values import ExtraPart
from archive.services.numbering import mint_item_code, minting
from archive.services.pointing import needed
from archive.services.translations import Texts

KIND = KINDS["item"]


class RecordChanges(TypedDict, total=False):
    """What can be said of any level. Records are named by code or slug, as people cite them."""

    new_code: str | None  # the code that it is to bear
    title: str
    description: str
    language_of_description: str  # BCP 47
    translations: Texts
    holder: str | None
    agreement: str | None
    access: str | None
    access_reason: str
    licence: str
    record_licence: str
    comment: str
    archivist_notes: str
    agents: Sequence[AgentPart]
    concepts: Sequence[ConceptPart]
    identifiers: Sequence[IdentifierPart]
    extra_values: Sequence[ExtraPart]


class ItemChanges(RecordChanges, total=False):
    """What can be said of an item. Dates are EDTF."""

    original_code: str
    original_title: str
    collection: str
    recorded: str
    place: str | None
    place_comment: str
    cultural_area: str
    language_comment: str
    context_comment: str
    performance_mode: str
    summary: str
    track: str
    collector_selection: str
    collector_from_collection: bool
    creator_reference: str
    external_references: str
    digitised: str
    published_in: str
    approximate_duration_s: float | None
    external_sound: str
    opens_with_age: bool
    credit: str
    source: str
    embargo_until: datetime | None
    populations: Sequence[str]
    languages: Sequence[str]
    performances: Sequence[PerformancePart]


def create_item(
    *,
    actor: Actor,
    code: str | None = None,
    mint_code: bool = False,
    state: str = State.PUBLISHED,
    reason: str = "",
    **changes: Unpack[ItemChanges],
) -> Item:
    """Make a record. It needs a title and a collection.

    Parameters
    ----------
    mint_code : let it bear the next code of its collection, given in the same transaction.

    Raises
    ------
    NotAllowed, OddValue, OddDate, OddCode : `field` names the field.
    CodeTaken : another record bears the code.
    CodeBreaksPolicy : the policy of its collection's codes is strict, and wants another.
    CannotMint : the next code holds what only a person knows.
    """
    describers_only(actor)
    needed(changes, "title", "collection")
    values = new(KIND, {**changes, "state": state})
    if code is not None:
        values["code"] = check_code(code)
    if mint_code and code is not None:
        raise OddValue("mint_code", "Give a code or let one be minted, and not both.")

    def make(coded: Mapping[str, Any]) -> Item:
        item: Item = made(
            KIND,
            actor=actor,
            columns={**values, **coded},
            reason=reason,
            links=bringing(KIND, changes, is_new=True),
        )
        item.refresh_from_db()
        return item

    if not mint_code:
        return make({})
    collection_id = values["collection_id"]
    return minting(lambda: mint_item_code(collection_id), lambda minted: make({"code": minted}))


def update_item(
    *,
    actor: Actor,
    code: str | None = None,
    item_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[ItemChanges],
) -> Item:
    """Change what a record says; the record is named by its code or its id.

    Raises
    ------
    NotFound : there is none, or none that the actor may find.
    NotAllowed : the actor may find it and not edit it.
    VersionConflict : it is not at `if_version` any more; `current` is where it is.
    OddValue, OddDate, OddCode : `field` names the field.
    CodeTaken : its new code is, or was, another's.
    """
    item: Item = edited(
        KIND,
        actor=actor,
        cited=code,
        record_id=item_id,
        if_version=if_version,
        reason=reason,
        columns=lambda record: described(KIND, changes, record),
        links=bringing(KIND, changes),
    )
    return item
