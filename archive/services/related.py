"""Pictures, scans, films, texts and pages elsewhere that go with a record of any level.

What is kept here is kept under its checksum and told by its bytes. What is elsewhere is an
address: nothing is ever fetched from it. A row that is removed leaves its bytes, so that the
record's history can bring it back.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, F, Max, Q, QuerySet

from archive.access import PUBLIC, Act, Actor, item_rule, level_rule
from archive.dates import PartialDate
from archive.errors import NotFound, OddDate, OddValue, VersionConflict
from archive.history import changing
from archive.kinds import KINDS, kind_named
from archive.models import RelatedMedia
from archive.services.editing import describers_only, edit_only, locked
from archive.services.fields import checked
from archive.services.keeping import hold_kept, kept_facts
from archive.services.translations import translated
from archive.storage import Staged

#: How many may go with one record.
MOST = 100
OWNERS = tuple(kind.name for kind in KINDS.values() if kind.is_level)


def visible_media(actor: Actor) -> "QuerySet[RelatedMedia]":
    """Return what this actor may see: by its own audience, and its record's rule.

    Each row says `is_public`, whether everybody may.
    """
    rows: QuerySet[RelatedMedia] = RelatedMedia.objects.filter(_rule(actor)).annotate(
        is_public=ExpressionWrapper(_rule(PUBLIC), output_field=BooleanField())
    )
    return rows


def _rule(actor: Actor) -> Q:
    seen = item_rule(actor, Act.READ, "item__") & Q(item__isnull=False)
    for level in ("fonds", "corpus", "collection"):
        seen |= level_rule(actor, level, f"{level}__") & Q(**{f"{level}__isnull": False})
    return seen & Q(audience__in=actor.audiences)


def add_related_media(
    *,
    actor: Actor,
    kind: str,
    record_id: UUID,
    content: Staged | None = None,
    original_name: str = "",
    url: str = "",
    if_version: int | None = None,
    position: int | None = None,
    translations: Mapping[str, Mapping[str, str | None]] | None = None,
    reason: str = "",
    **description: Any,
) -> RelatedMedia:
    """Let something go with a record: bytes that came, or an address elsewhere.

    Parameters
    ----------
    kind, record_id : the record, of one of the four levels; `if_version` is its version.
    content : a private copy of what was uploaded.
    position : its place among the others, from 1; else the last.
    description : title, description, date, credit, licence, audience.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict
    OddValue : neither bytes nor an address, or both; too many; a text that cannot be.
    NoRoom : the disk is too full.
    """
    describers_only(actor)
    _ensure_owner(kind)
    if (content is None) == (not url):
        raise OddValue("file", "Send a file or name an address, and not both.")
    columns = _columns(description | {"url": url} if url else description)
    kept = kept_facts(content, original_name) if content is not None else {}
    with changing(actor, reason=reason):
        if content is not None:
            hold_kept(content, kept)
        record = locked(kind_named(kind), actor=actor, record_id=record_id)
        edit_only(actor, record)
        _ensure_version(record, if_version)
        others = record.related_media.all()
        if others.count() >= MOST:
            raise OddValue("file", f"{MOST} related media go with this record; no more may.")
        last = others.aggregate(last=Max("position"))["last"] or 0
        if position is not None and position < 1:
            raise OddValue("position", "They are numbered from 1.")
        place = last + 1 if position is None or position > last else position
        others.filter(position__gte=place).update(position=F("position") + 1)
        media: RelatedMedia = record.related_media.create(
            position=place,
            translations=translated(RelatedMedia, {}, translations or {}),
            **columns,
            **kept,
        )
    return media


def update_related_media(
    *,
    actor: Actor,
    media_id: UUID,
    if_version: int | None = None,
    translations: Mapping[str, Mapping[str, str | None]] | None = None,
    reason: str = "",
    **description: Any,
) -> RelatedMedia:
    """Change what is said of it, or the address where it is.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict, OddValue
    """
    columns = _columns(description)
    with changing(actor, reason=reason):
        media, record = _locked(actor, media_id)
        edit_only(actor, record)
        _ensure_version(record, if_version)
        if "url" in columns and bool(columns["url"]) == bool(media.storage_name):
            raise OddValue("url", "What is kept here has no address elsewhere, and the other way.")
        if translations is not None:
            columns["translations"] = translated(RelatedMedia, media.translations, translations)
        changed = [name for name, value in columns.items() if getattr(media, name) != value]
        for name in changed:
            setattr(media, name, columns[name])
        if changed:
            media.save(update_fields=changed)
    return media


def remove_related_media(
    *, actor: Actor, media_id: UUID, if_version: int | None = None, reason: str = ""
) -> Any:
    """Take it from its record, which is returned; its history can bring it back.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict
    """
    with changing(actor, reason=reason):
        media, record = _locked(actor, media_id)
        edit_only(actor, record)
        _ensure_version(record, if_version)
        media.delete()
        record.refresh_from_db()
    return record


def reorder_related_media(
    *,
    actor: Actor,
    kind: str,
    record_id: UUID,
    order: Sequence[UUID],
    if_version: int | None = None,
    reason: str = "",
) -> Any:
    """Bring a record's related media in that order, and return the record.

    Raises
    ------
    NotAllowed, NotFound, VersionConflict
    OddValue : the order does not name each of them once.
    """
    describers_only(actor)
    _ensure_owner(kind)
    with changing(actor, reason=reason):
        record = locked(kind_named(kind), actor=actor, record_id=record_id)
        edit_only(actor, record)
        _ensure_version(record, if_version)
        there = {media.pk: media for media in record.related_media.all()}
        if len(order) != len(there) or set(order) != set(there):
            raise OddValue("order", "Name each of the record's related media once.")
        moved = []
        for position, key in enumerate(order, start=1):
            if there[key].position != position:
                there[key].position = position
                moved.append(there[key])
        RelatedMedia.objects.bulk_update(moved, ["position"])
        record.refresh_from_db()
    return record


def owner_of(media: RelatedMedia) -> tuple[str, UUID]:
    """Return the kind and the id of the record that it goes with."""
    for kind in OWNERS:
        key: UUID | None = getattr(media, f"{kind}_id")
        if key is not None:
            return kind, key
    raise AssertionError("the database lets none be without a record")


def _locked(actor: Actor, media_id: UUID) -> tuple[RelatedMedia, Any]:
    media = visible_media(actor).filter(pk=media_id).first()
    if media is None:
        raise NotFound("There is no such related medium.").about("id")
    kind, key = owner_of(media)
    record = locked(kind_named(kind), actor=actor, record_id=key)
    media.refresh_from_db()
    return media, record


def _ensure_owner(kind: str) -> None:
    if kind not in OWNERS:
        raise OddValue("record", f"Related media go with {', '.join(OWNERS)}; not with {kind}.")


def _ensure_version(record: Any, if_version: int | None) -> None:
    if if_version is not None and if_version != record.version:
        raise VersionConflict(if_version, record.version)


def _columns(given: Mapping[str, Any]) -> dict[str, Any]:
    columns = checked(RelatedMedia, given)
    if columns.get("date"):
        try:
            PartialDate.parse(columns["date"])
        except OddDate as error:
            raise error.about("date") from error
    return columns
