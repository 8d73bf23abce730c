"""Doing what a mutation asks: one service call, whose refusals become data.

    which = named(input, Place, slug=input.slug)
    return edit(info, which, lambda: update_place(actor=…, **which.words, …), UpdatePlacePayload)

    return make(info, Place, input, lambda: create_place(actor=…, …), CreatePlacePayload)

A payload is a type whose one field is the record, or any function of the record. Both give the
record as GraphQL sees it now; `attempt` is for what gives something else.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar
from uuid import UUID

from django.db import connection, models, transaction

from archive import errors
from archive.access import Actor
from archive.models import RequestKey
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.ids import uuid_of
from graphql_api.inputs.changes import Creation, Edit, changes_in, description_in, reason_in
from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.node import Resource

P = TypeVar("P")
Refusal: TypeAlias = ValidationError | NotFound | Forbidden

#: Which part of the input an error is about that bears no field of its own.
ABOUT = {"ODD_DATE": "recorded", "ODD_CODE": "code", "CODE_TAKEN": "code"}
NO_FIELDS: Mapping[str, str] = {}
LONGEST_KEY = 120


class Once(Protocol):
    """An input that may bear a client's own key."""

    idempotency_key: str | None


class KeyReused(errors.ArchiveError):
    """A client's key that was used for another request."""

    code = "IDEMPOTENCY_KEY_REUSED"
    field = "idempotency_key"


@dataclass(frozen=True)
class Named:
    """The record that an input names: by its id or by what people cite."""

    of: type[Resource]
    by: str
    record_id: UUID | None = None
    cited: str | None = None

    @property
    def words(self) -> dict[str, Any]:
        """Return it in the words of `archive.services.editing`."""
        return {"record_id": self.record_id, "cited": self.cited}

    def as_it_stands(self, actor: Actor) -> Any:
        """Return the record as GraphQL sees it now; None if the actor finds it no more."""
        where = {"pk": self.record_id} if self.record_id else {self.by: self.cited}
        found = self.of.all_of(self.of.visible(actor).filter(**where)[:1])
        return found[0] if found else None


def named(given: Edit, of: type[Resource], **cited: str | None) -> Named:
    """Return the record that is named by `id` or by the one other way, as in ``code=input.code``.

    Raises
    ------
    Refused : it is named in neither way, or in both.
    """
    ((by, name),) = cited.items() or (("id", None),)
    if (given.id is None) == (name is None):
        raise Refused(Code.BAD_INPUT, f"Name the record by `id` or by `{by}`, and not by both.")
    if given.id is None:
        return Named(of, by, cited=name)
    return Named(of, "id", record_id=uuid_of(given.id, of.__name__))


def edit(
    info: Info,
    which: Named,
    service: Callable[[], models.Model],
    payload: Callable[[Any], P],
    *,
    about: Mapping[str, str] = NO_FIELDS,
) -> P | Refusal | VersionConflict:
    """Change a record; a conflict shows it as it stands now."""
    actor = info.context.actor
    try:
        return payload(_seen(which.of, actor, service()))
    except errors.VersionConflict as conflict:
        return conflicting(which, actor, conflict)
    except errors.NotFound as error:
        return refusal(error.about(which.by), about=about)
    except errors.ArchiveError as error:
        return refusal(error, about=about)


def make(
    info: Info,
    of: type[Resource],
    given: Once,
    service: Callable[[], models.Model],
    payload: Callable[[Any], P],
    *,
    about: Mapping[str, str] = NO_FIELDS,
    digest: str = "",
) -> P | Refusal:
    """Make a record, once under a client's own key.

    Parameters
    ----------
    digest : of what the input's own words do not tell, such as the bytes of a file.
    """
    return attempt(lambda: payload(made_once(info, of, given, service, digest)), about=about)


def made_once(
    info: Info,
    of: type[Resource],
    given: Once,
    service: Callable[[], models.Model],
    digest: str = "",
) -> Any:
    """Return what the service made as GraphQL sees it; its refusals are raised."""
    actor = info.context.actor
    subject = once(
        actor,
        given.idempotency_key,
        mutation=str(info.field_name),
        digest=_digest(given, digest),
        work=lambda: service().pk,
    )
    return _by_key(of, actor, subject)


def conflicting(
    which: Named, actor: Actor, conflict: errors.VersionConflict
) -> VersionConflict | Refusal:
    """Show the record as it stands now to who read an older version."""
    current = which.as_it_stands(actor)
    if current is None:  # gone since the service looked
        return refusal(errors.NotFound("There is no such record.").about(which.by))
    return VersionConflict(
        code=conflict.code,
        message=str(conflict),
        path=["input", "ifVersion"],
        current_version=conflict.current,
        record=current,
        item=current if which.of.__name__ == "Item" else None,
    )


def making(
    info: Info,
    given: Creation,
    model: type[models.Model],
    service: Callable[..., models.Model],
    columns: Mapping[str, str] = NO_FIELDS,
) -> Callable[[], models.Model]:
    """Return the call of a service that makes what an input describes.

    Parameters
    ----------
    columns : words of the input -> the columns' names, where they differ.
    """
    says = _in_columns(description_in(given, model), columns)
    return lambda: service(actor=info.context.actor, reason=reason_in(given), **says)


def editing(
    info: Info,
    given: Edit,
    model: type[models.Model],
    service: Callable[..., models.Model],
    which: Mapping[str, Any],
    columns: Mapping[str, str] = NO_FIELDS,
) -> Callable[[], models.Model]:
    """Return the call of a service that changes what an input says of the record it names."""
    says = _in_columns(changes_in(given, model), columns)
    return lambda: service(
        actor=info.context.actor,
        if_version=given.if_version,
        reason=reason_in(given),
        **which,
        **says,
    )


def _in_columns(said: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    return {columns.get(name, name): value for name, value in said.items()}


def attempt(work: Callable[[], P], *, about: Mapping[str, str] = NO_FIELDS) -> P | Refusal:
    """Return what the work gives, or its refusal as data."""
    try:
        return work()
    except errors.ArchiveError as error:
        return refusal(error, about=about)


def refusal(error: errors.ArchiveError, *, about: Mapping[str, str] = NO_FIELDS) -> Refusal:
    """Say why not, and which part of the input is odd, in the input's own names.

    Parameters
    ----------
    about : an error's code -> the field that it is about, where the error does not say.
    """
    if isinstance(error, errors.NotAllowed):
        return Forbidden(code=error.code, message=str(error), path=[])
    field = error.field or about.get(error.code) or ABOUT.get(error.code, "")
    path = ["input", *(_camel(step) for step in field.split(".") if step)]
    if isinstance(error, errors.NotFound):
        return NotFound(code=error.code, message=str(error), path=path)
    return ValidationError(code=error.code, message=str(error), path=path)


def once(
    actor: Actor, key: str | None, *, mutation: str, digest: str, work: Callable[[], UUID]
) -> UUID:
    """Do the work and return what it made; under a key that was used, return what was made then.

    Raises
    ------
    KeyReused : the key was used to ask for something else.
    """
    if not key or actor.user_id is None:
        return work()
    if len(key) > LONGEST_KEY or not key.isprintable():
        raise errors.OddValue(
            "idempotency_key", f"A key has 1 to {LONGEST_KEY} characters that can be printed."
        )
    with transaction.atomic():
        _wait_for(actor.user_id, key)
        used = RequestKey.objects.filter(user_id=actor.user_id, key=key).first()
        if used is None:
            subject = work()
            RequestKey.objects.create(
                user_id=actor.user_id, key=key, mutation=mutation, digest=digest, subject_id=subject
            )
            return subject
    if (used.mutation, used.digest) != (mutation, digest):
        raise KeyReused("This key was used for another request: take a new one.")
    return used.subject_id


def _wait_for(user_id: UUID, key: str) -> None:
    """Let a second request of the same key wait for the first to end."""
    number = hashlib.blake2b(f"{user_id} {key}".encode(), digest_size=8).digest()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(number, "big", signed=True)]
        )


def digest_of(given: object) -> str:
    """Return what tells one request from another under the same key."""
    return _digest(given, "")


def _digest(given: object, more: str) -> str:
    return hashlib.sha256(f"{given!r} {more}".encode()).hexdigest()


def _seen(of: type[Resource], actor: Actor, row: models.Model) -> Any:
    return _by_key(of, actor, row.pk)


def _by_key(of: type[Resource], actor: Actor, key: UUID) -> Any:
    found = of.by_key(actor, [key])
    if key not in found:
        raise errors.NotFound("The record is there no more.")
    return found[key]


def _camel(name: str) -> str:
    """Return a word of a service as the schema has it, which names no unit (`_s`: seconds)."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name.removesuffix("_s"))
