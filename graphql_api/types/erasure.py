"""Erasures: what is to go, and what is left to say of what went."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any, Self
from uuid import UUID

import strawberry
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Now
from strawberry import relay

from archive.access import Actor
from archive.erasing import ROOTS
from archive.kinds import KINDS
from archive.models import Erasure as Row
from archive.models import ErasureStage as RowStage
from archive.models import User
from archive.services.erasure_subjects import Whereabouts, whereabouts
from graphql_api.context import Info
from graphql_api.peers import Peers
from graphql_api.relations import FEW, MOST, First
from graphql_api.types.kind import global_id, resource_of
from graphql_api.types.node import Resource
from ontology.iris import base

_LATE = Q(stage=RowStage.ASKED, expires_at__lte=Now())


@strawberry.enum(description="How far an erasure has come.")
class ErasureStage(Enum):
    ASKED = strawberry.enum_value("asked", description="It waits for a second person.")
    REFUSED = strawberry.enum_value("refused", description="It was refused, or taken back.")
    EXPIRED = strawberry.enum_value("expired", description="Nobody confirmed it within two weeks.")
    DONE = strawberry.enum_value("done", description="Nothing is left of it but this.")


@strawberry.type(description="How much of one sort an erasure takes or took.")
class ErasureCount:
    name: str = strawberry.field(description="What is counted: items, sounds, rows, history.")
    count: int = strawberry.field(description="How many there are, or were.")


@strawberry.type(description="What had left the house before it was erased, by one door.")
class Departure:
    what: str = strawberry.field(
        description=(
            "given (noted in the access log), open (everybody could take it, nobody noted who), "
            "rdf, letter, grant, token or list."
        )
    )
    times: int = strawberry.field(description="How often, or of how many records.")
    first: datetime | None = strawberry.field(description="When this was first so, if known.")
    last: datetime | None = strawberry.field(description="When this was last so, if known.")
    act: str | None = strawberry.field(description="What for: read, listen, derive, download.")
    door: str | None = strawberry.field(description="By which door, such as sound or text.")
    person: str | None = strawberry.field(
        description="The log-in name of who had it; null for visitors and accounts that are gone."
    )
    subject: str | None = strawberry.field(
        description="The uuid of what it was of: an item, a request, a grant, a token, a list."
    )


def _people(peers: Peers) -> dict[UUID, dict[str, str]]:
    """Return, for each erasure, the log-in names of the accounts that it names by id."""
    keys = {key for row in peers.rows.values() for key in _accounts(row)}
    found = User.objects.filter(pk__in=keys).values_list("pk", "username")
    names = {str(key): name for key, name in found}
    return dict.fromkeys(peers.rows, names)


def _accounts(row: Any) -> Iterable[str]:
    yield from (str(key) for key in (row.asked_by, row.decided_by) if key)
    yield from (line["user"] for line in row.report.get("left", []) if line["user"])


def _where(peers: Peers) -> dict[UUID, Whereabouts]:
    return whereabouts(peers.rows.values())


def _records(actor: Actor, peers: Peers) -> dict[UUID, Resource]:
    """Return the records that erasures are of, or within: one statement a kind."""
    where = peers.ask("whereabouts of erasures", _where)
    found: dict[UUID, Resource] = {}
    for kind in {each.kind for each in where.values()}:
        of = resource_of(kind) if kind in KINDS else None
        keys = [each.key for each in where.values() if each.kind == kind]
        found |= {} if of is None else of.by_key(actor, keys)
    return {key: found[each.key] for key, each in where.items() if each.key in found}


@strawberry.type(
    description="That something is to be erased, or was: the reason is kept, not the content."
)
class Erasure(Resource):
    row: strawberry.Private[Any]

    @strawberry.field(
        description="What sort of thing: item, collection, agent, part, track, comment and so on."
    )
    def kind(self) -> str:
        return str(self.row.subject_kind)

    @strawberry.field(description="The id that it has, or had; nothing else answers to it then.")
    def subject(self) -> strawberry.ID:
        name = ROOTS[self.row.subject_kind].model.partition(".")[2]
        return strawberry.ID(relay.to_base64(name, str(self.row.subject_id)))

    @strawberry.field(
        description="What it is called within that record: a part, a track; null for the record."
    )
    def called(self) -> str | None:
        where = self.asked("whereabouts of erasures", _where)
        return None if where is None else where.called or None

    @strawberry.field(
        description="The record that is to go, or in which it is, as long as it is there."
    )
    def record(self, info: Info) -> Resource | None:
        actor = info.context.actor
        return self.asked("what is to be erased", lambda peers: _records(actor, peers))

    @strawberry.field(description="Its code, where its address says that it was erased.")
    def code(self) -> str | None:
        return self.row.code or None

    @strawberry.field(description="Why it is to go, or went.")
    def reason(self) -> str:
        return str(self.row.reason)

    @strawberry.field(description="Whether its address says afterwards that it was erased (410).")
    def is_announced(self) -> bool:
        return bool(self.row.is_announced)

    @strawberry.field(description="How far it has come.")
    def stage(self) -> ErasureStage:
        return ErasureStage.EXPIRED if self.row.is_late else ErasureStage(self.row.stage)

    @strawberry.field(description="The log-in name of who asked; null where the account is gone.")
    def asked_by(self) -> str | None:
        return self._name(self.row.asked_by)

    @strawberry.field(description="The moment at which it was asked for.")
    def asked_at(self) -> datetime:
        found: datetime = self.row.asked_at
        return found

    @strawberry.field(description="Until when a second person may confirm it.")
    def expires_at(self) -> datetime:
        found: datetime = self.row.expires_at
        return found

    @strawberry.field(
        description="The log-in name of who confirmed or refused it; null until then."
    )
    def decided_by(self) -> str | None:
        return self._name(self.row.decided_by)

    @strawberry.field(description="The moment of the decision; null until then.")
    def decided_at(self) -> datetime | None:
        found: datetime | None = self.row.decided_at
        return found

    @strawberry.field(description="Why it was refused; null where nothing was said.")
    def refusal(self) -> str | None:
        return self.row.refusal or None

    @strawberry.field(description="Whether you may confirm it: asked by another, and in time.")
    def may_confirm(self, info: Info) -> bool:
        waits = self.row.stage == RowStage.ASKED and not self.row.is_late
        return waits and self.row.asked_by != info.context.actor.user_id

    @strawberry.field(description="What it would take, or took, in numbers.")
    def takes(self, first: First = FEW) -> list[ErasureCount]:
        counts = {**self.row.scope, **self.row.report.get("erased", {})}
        found = [ErasureCount(name=name, count=count) for name, count in counts.items()]
        return found[: max(0, first)]

    @strawberry.field(
        description="The doors that have not caught up: files, SPARQL, database pages. None: gone."
    )
    def catching_up(self, first: First = FEW) -> list[str]:
        return [str(name) for name in self.row.catching_up[: max(0, first)]]

    @strawberry.field(
        description="What had left the house before, first to last. Empty until it is erased."
    )
    def departures(self, first: First = MOST) -> list[Departure]:
        return [self._departure(line) for line in self.row.report.get("left", [])[: max(0, first)]]

    @strawberry.field(description="Ids of records that use the same bytes, which therefore stay.")
    def kept_for(self, first: First = FEW) -> list[strawberry.ID]:
        return _ids(self.row.report.get("kept", [])[: max(0, first)])

    @strawberry.field(
        description="Ids of records in whose texts a name of an erased person still stands: read."
    )
    def mentions(self, first: First = FEW) -> list[strawberry.ID]:
        return _ids(self.row.report.get("mentions", [])[: max(0, first)])

    def _name(self, key: UUID | None) -> str | None:
        return (self.asked("people of erasures", _people) or {}).get(str(key))

    def _departure(self, line: dict[str, Any]) -> Departure:
        return Departure(
            what=line["what"],
            times=line["times"],
            first=_moment(line["first"]),
            last=_moment(line["last"]),
            act=line["act"] or None,
            door=line["door"] or None,
            person=self._name(line["user"]),
            subject=line["subject"],
        )

    @classmethod
    def standing(cls, actor: Actor, stage: ErasureStage | None) -> "QuerySet[Any]":
        """Return those that stand so; what nobody confirmed in time has expired by itself."""
        rows = cls.visible(actor)
        if stage is None:
            return rows
        if stage is ErasureStage.EXPIRED:
            return rows.filter(Q(stage=RowStage.EXPIRED) | _LATE)
        return rows.filter(stage=stage.value).exclude(_LATE)

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        late = Case(When(_LATE, then=Value(True)), default=Value(False))  # noqa: FBT003 - SQL's
        found: QuerySet[Any] = rows.annotate(is_late=late)
        return found

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/erasures/{row.pk}", peers=peers, row=row)


def _ids(pairs: list[list[str]]) -> list[strawberry.ID]:
    return [global_id(kind, UUID(key)) for kind, key in pairs]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
