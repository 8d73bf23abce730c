"""Agreements: who agreed to what, until when; and the accessions that they stand behind.

Staff read them. Visitors meet an agreement through a record that cites it as the reason for its
access, and read its public summary alone.

    create_agreement(actor=actor, code="DEP-1960-1", title="Deposit of the Sanga tapes",
                     kind="deposit", parties=[PartyPart("gilbert-rouget", "depositor")])
    create_accession(actor=actor, code="ACC-1960-1", donor="gilbert-rouget", boxes=3,
                     agreement="DEP-1960-1", received="1960-12")
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor, Audience
from archive.errors import OddValue
from archive.kinds import KINDS
from archive.models import Accession, Agent, Agreement, AgreementParty, Holder
from archive.services.cited import record_id as id_of
from archive.services.describe_links import bring, within
from archive.services.editing import edited, made, staff_only
from archive.services.keeping import kept_facts
from archive.services.pointing import bounded, columns_of, needed
from archive.storage import Staged

AGREEMENT = KINDS["agreement"]
ACCESSION = KINDS["accession"]


@dataclass(frozen=True)
class PartyPart:
    """Who agreed (an agent's slug), as what, and who may read the name."""

    agent: str
    role: str
    audience: str = Audience.STAFF


@dataclass(frozen=True)
class Document:
    """What was signed: a private copy of the file that came, and what it was called."""

    content: Staged
    name: str = ""


class AgreementChanges(TypedDict, total=False):
    """What can be said of an agreement. `parties` replace those that were there.

    So does a `document`; None leaves it without one, and its history can bring the old one back.
    """

    code: str
    title: str
    kind: str
    scope: str
    public_summary: str
    translations: Mapping[str, Mapping[str, str]]
    signed: str  # EDTF
    expires_on: date | None
    notes: str
    parties: Sequence[PartyPart]
    document: Document | None


class AccessionChanges(TypedDict, total=False):
    """What can be said of an accession; others are named by slug or code."""

    code: str
    title: str
    holder: str | None
    donor: str | None
    agreement: str | None
    received: str  # EDTF
    boxes: int | None
    extent: str
    description: str
    notes: str


def create_agreement(
    *, actor: Actor, reason: str = "", **says: Unpack[AgreementChanges]
) -> Agreement:
    """Describe a new agreement. It needs a code, a title and a kind.

    Raises
    ------
    NotAllowed, CodeTaken, OddCode, OddDate, OddValue
    NoRoom : the document does not fit.
    """
    staff_only(actor)  # before a byte of the document is kept
    needed(says, "code", "title", "kind")
    agreement: Agreement = made(
        AGREEMENT,
        actor=actor,
        reason=reason,
        columns=_agreement(says, None),
        links=_parties(says),
    )
    return agreement


def update_agreement(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[AgreementChanges],
) -> Agreement:
    """Change what is said of an agreement.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddCode, OddDate, OddValue
    NoRoom : the document does not fit.
    """
    agreement: Agreement = edited(
        AGREEMENT,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _agreement(says, row),
        links=_parties(says),
    )
    return agreement


def create_accession(
    *, actor: Actor, reason: str = "", **says: Unpack[AccessionChanges]
) -> Accession:
    """Describe a new accession. It needs a code.

    Raises
    ------
    NotAllowed, CodeTaken, OddCode, OddDate, OddValue
    """
    needed(says, "code")
    accession: Accession = made(
        ACCESSION, actor=actor, reason=reason, columns=_accession(says, None)
    )
    return accession


def update_accession(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[AccessionChanges],
) -> Accession:
    """Change what is said of an accession.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddCode, OddDate, OddValue
    """
    accession: Accession = edited(
        ACCESSION,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _accession(says, row),
    )
    return accession


def _agreement(says: AgreementChanges, row: Agreement | None) -> dict[str, Any]:
    columns = columns_of(Agreement, says, row, dates=["signed"], links=["parties", "document"])
    return columns | _document(says["document"]) if "document" in says else columns


def _document(document: Document | None) -> dict[str, str]:
    """Keep what was signed, and return the columns that name it; empty ones for nothing."""
    facts = {}
    if document is not None:
        facts = kept_facts(document.content, document.name, field="document")
    return {
        "document_storage_name": facts.get("storage_name", ""),
        "document_sha256": facts.get("sha256", ""),
        "document_mime_type": facts.get("mime_type", ""),
        "document_name": facts.get("original_name", ""),
    }


def _accession(says: AccessionChanges, row: Accession | None) -> dict[str, Any]:
    return columns_of(
        Accession,
        says,
        row,
        points_to={
            "holder": (Holder, "slug"),
            "donor": (Agent, "slug"),
            "agreement": (Agreement, "code"),
        },
        dates=["received"],
    )


def _parties(says: AgreementChanges) -> Any:
    """Return what brings an agreement's parties in line, if they are spoken of."""
    if "parties" not in says:
        return None
    rows: list[dict[str, Any]] = []
    for n, part in enumerate(bounded("parties", says["parties"])):
        where = f"parties.{n}"
        row = {
            "agent_id": id_of(Agent, "slug", part.agent, f"{where}.agent"),
            **within(where, AgreementParty, {"role": part.role, "audience": part.audience}),
        }
        if any((row["agent_id"], row["role"]) == (each["agent_id"], each["role"]) for each in rows):
            raise OddValue(where, f"Parties: {part.agent!r} stands there twice as {part.role!r}.")
        rows.append(row | {"position": n + 1})

    def bring_in_line(agreement: Agreement, _: object) -> None:
        bring(AgreementParty, {"agreement_id": agreement.pk}, rows, key=("agent_id", "role"))

    return bring_in_line
