"""Describe the levels above the item: fonds, corpora, collections.

As in `describe`: what is left out stays as it is, lists replace what was there, the same words
again change nothing. `describe_…` makes the record of that code or brings it in line.

    create_collection(actor=actor, code="CNRSMH_I_1970_012", title="Les Dogon", corpora=["X"])
    update_collection(actor=actor, code="CNRSMH_I_1970_012", recorded="1969/1970")
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Unpack
from uuid import UUID

from archive.access import Actor
from archive.errors import OddValue
from archive.identifiers import check_code
from archive.kinds import KINDS, Kind
from archive.models import Collection, Corpus, Fonds
from archive.models.base import State
from archive.services.describe import RecordChanges
from archive.services.describe_columns import described, new
from archive.services.describe_links import bringing
from archive.services.editing import edited, made, staff_only
from archive.services.numbering import Wanted, mint_code, minting
from archive.services.pointing import needed


class FondsChanges(RecordChanges, total=False):
    """What can be said of a fonds."""

    alternative_title: str


class CorpusChanges(RecordChanges, total=False):
    """What can be said of a corpus; `fonds` are codes of those that it stands in."""

    alternative_title: str
    recorded: str
    fonds: Sequence[str]


class CollectionChanges(RecordChanges, total=False):
    """What can be said of a collection; `corpora` are codes of those that it stands in."""

    original_code: str
    alternative_title: str
    opens_with_age: bool
    publication_rule: str | None
    recorded: str
    published_in: str
    is_published_edition: bool
    publisher_serial: str
    publisher_reference: str
    booklet_author: str
    booklet_description: str
    external_references: str
    conservation_site: str
    alternative_copies: str
    carrier_count: int | None
    approximate_duration_s: float | None
    items_done: str
    collector_is_creator: bool
    accession: str | None
    code_policy: str | None
    corpora: Sequence[str]


def create_fonds(
    *,
    actor: Actor,
    code: str | None = None,
    next_code: Wanted | None = None,
    state: str = State.PUBLISHED,
    reason: str = "",
    **changes: Unpack[FondsChanges],
) -> Fonds:
    """Make a fonds. It needs a title, and a code of its own or the next one of its holder's policy.

    Refusals are as those of `create_item`.
    """
    fonds: Fonds = _create(KINDS["fonds"], actor, _coded(code, next_code), state, reason, changes)
    return fonds


def update_fonds(
    *,
    actor: Actor,
    code: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[FondsChanges],
) -> Fonds:
    """Change what a fonds says; refusals are as those of `update_item`."""
    which = {"cited": code, "record_id": record_id, "if_version": if_version}
    fonds: Fonds = _update(KINDS["fonds"], actor, which, reason, changes)
    return fonds


def create_corpus(
    *,
    actor: Actor,
    code: str | None = None,
    next_code: Wanted | None = None,
    state: str = State.PUBLISHED,
    reason: str = "",
    **changes: Unpack[CorpusChanges],
) -> Corpus:
    """Make a corpus. It needs what a fonds needs; refusals are as those of `create_item`."""
    corpus: Corpus = _create(
        KINDS["corpus"], actor, _coded(code, next_code), state, reason, changes
    )
    return corpus


def update_corpus(
    *,
    actor: Actor,
    code: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[CorpusChanges],
) -> Corpus:
    """Change what a corpus says; refusals are as those of `update_item`."""
    which = {"cited": code, "record_id": record_id, "if_version": if_version}
    corpus: Corpus = _update(KINDS["corpus"], actor, which, reason, changes)
    return corpus


def create_collection(
    *,
    actor: Actor,
    code: str | None = None,
    next_code: Wanted | None = None,
    state: str = State.PUBLISHED,
    reason: str = "",
    **changes: Unpack[CollectionChanges],
) -> Collection:
    """Make a collection. It needs what a fonds needs; refusals are as those of `create_item`."""
    collection: Collection = _create(
        KINDS["collection"], actor, _coded(code, next_code), state, reason, changes
    )
    return collection


def update_collection(
    *,
    actor: Actor,
    code: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **changes: Unpack[CollectionChanges],
) -> Collection:
    """Change what a collection says; refusals are as those of `update_item`."""
    which = {"cited": code, "record_id": record_id, "if_version": if_version}
    collection: Collection = _update(KINDS["collection"], actor, which, reason, changes)
    return collection


def describe_fonds(*, actor: Actor, code: str, **changes: Unpack[FondsChanges]) -> Fonds:
    """Describe a fonds: make it, or bring it in line. A new one needs a title."""
    fonds: Fonds = _describe(KINDS["fonds"], actor, code, changes)
    return fonds


def describe_corpus(*, actor: Actor, code: str, **changes: Unpack[CorpusChanges]) -> Corpus:
    """Describe a corpus: make it, or bring it in line. A new one needs a title."""
    corpus: Corpus = _describe(KINDS["corpus"], actor, code, changes)
    return corpus


def describe_collection(
    *, actor: Actor, code: str, **changes: Unpack[CollectionChanges]
) -> Collection:
    """Describe a collection: make it, or bring it in line. A new one needs a title."""
    collection: Collection = _describe(KINDS["collection"], actor, code, changes)
    return collection


#: By the name of its kind, what makes a record of it and what changes one.
CREATE: Mapping[str, Callable[..., Any]] = {
    "fonds": create_fonds,
    "corpus": create_corpus,
    "collection": create_collection,
}
UPDATE: Mapping[str, Callable[..., Any]] = {
    "fonds": update_fonds,
    "corpus": update_corpus,
    "collection": update_collection,
}


def _describe(kind: Kind, actor: Actor, code: str, changes: Mapping[str, Any]) -> Any:
    staff_only(actor)
    given = {name: value for name, value in changes.items() if value is not None}
    if kind.rows.visible_to(actor).filter(code=check_code(code)).exists():
        return _update(kind, actor, {"cited": code}, "", given)
    return _create(kind, actor, code, State.PUBLISHED, "", given)


def _coded(code: str | None, next_code: Wanted | None) -> str | Wanted:
    if code is not None and next_code is not None:
        raise OddValue("next_code", "Give a code or let it be the next one, and not both.")
    return next_code or code or ""


def _create(
    kind: Kind,
    actor: Actor,
    code: str | Wanted,
    state: str,
    reason: str,
    changes: Mapping[str, Any],
) -> Any:
    staff_only(actor)
    needed(changes, "title")
    values = new(kind, {**changes, "state": state})

    def make(code: str) -> Any:
        record = made(
            kind,
            actor=actor,
            columns=values | {"code": check_code(code)},
            reason=reason,
            links=bringing(kind, changes, is_new=True),
        )
        record.refresh_from_db()
        return record

    if not isinstance(code, Wanted):
        return make(code)
    holder, year, parts = values.get("holder_id"), code.year, code.parts
    return minting(lambda: mint_code(kind.name, holder_id=holder, year=year, given=parts), make)


def _update(
    kind: Kind, actor: Actor, which: Mapping[str, Any], reason: str, changes: Mapping[str, Any]
) -> Any:
    return edited(
        kind,
        actor=actor,
        **which,
        reason=reason,
        columns=lambda record: described(kind, changes, record),
        links=bringing(kind, changes),
    )
