"""Describe code policies: what codes look like, as data (T-07).

    create_policy(actor=actor, slug="crem-items", title="CREM, items of unpublished collections",
                  level="item", template="{collection}_{number:2-3}[_{digits:2-3}]",
                  example="CNRSMH_I_1970_012_041_15")

A template is tried on its example before it is kept. Codes that records bear already are not
judged anew.
"""

from typing import Any, TypedDict, Unpack
from uuid import UUID

from archive.access import Actor
from archive.codes import Template
from archive.errors import OddValue
from archive.kinds import KINDS
from archive.models import CodePolicy
from archive.services.editing import edited, made
from archive.services.fields import checked
from archive.services.pointing import needed

POLICY = KINDS["code_policy"]


class PolicyChanges(TypedDict, total=False):
    """What can be said of a policy."""

    slug: str
    title: str
    level: str
    template: str
    example: str
    is_strict: bool
    description: str


def create_policy(*, actor: Actor, reason: str = "", **says: Unpack[PolicyChanges]) -> CodePolicy:
    """Describe a new policy. It needs a slug, a title, a level and a template.

    Raises
    ------
    NotAllowed, CodeTaken, OddValue : `field` names what is odd.
    OddTemplate : the template cannot be read; it says where.
    """
    needed(says, "slug", "title", "level", "template")
    policy: CodePolicy = made(POLICY, actor=actor, reason=reason, columns=_columns(says, None))
    return policy


def update_policy(
    *,
    actor: Actor,
    cited: str | None = None,
    record_id: UUID | None = None,
    if_version: int | None = None,
    reason: str = "",
    **says: Unpack[PolicyChanges],
) -> CodePolicy:
    """Change what a policy says; codes that records bear already stay.

    Raises
    ------
    NotFound, NotAllowed, VersionConflict, CodeTaken, OddValue, OddTemplate
    """
    policy: CodePolicy = edited(
        POLICY,
        actor=actor,
        cited=cited,
        record_id=record_id,
        if_version=if_version,
        reason=reason,
        columns=lambda row: _columns(says, row),
    )
    return policy


def _columns(says: PolicyChanges, row: CodePolicy | None) -> dict[str, Any]:
    values = checked(CodePolicy, dict(says))
    level = values.get("level", row.level if row else "")
    example = values.get("example", row.example if row else "")
    template = Template.read(values.get("template", row.template if row else ""))
    if template.needs_collection and level != "item":
        raise OddValue("template", "{collection} stands in codes of items alone.")
    if row is not None and level != row.level and _is_used(row):
        raise OddValue("level", "Records go by this policy: it stays one for their level.")
    if example and not _fits(template, example):
        raise OddValue(
            "example", f"{example[:140]!r} is none of these codes: {template.in_words()}."
        )
    return values


def _fits(template: Template, example: str) -> bool:
    """Return whether it is such a code, of whatever collection."""
    if not template.needs_collection:
        return template.accepts(example)
    beginnings = (example[:n] for n in range(1, len(example) + 1))
    return any(template.accepts(example, collection=beginning) for beginning in beginnings)


def _is_used(policy: CodePolicy) -> bool:
    return policy.collections.exists() or policy.holders.exists()
