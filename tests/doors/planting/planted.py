"""Puts the planned items into an archive, with all that hangs on them, model by model."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models.functions import Now

from archive.models import Agreement, Item, Place
from archive.storage import RELATED
from tests.doors.canaries import IN_DOCUMENT, STAFF, Canary, key_of, sung
from tests.doors.hidden import Hidden
from tests.doors.planting.ground import Ground
from tests.doors.planting.holdings import granted_to, kept, talked_about
from tests.doors.planting.sounds import measured, sound_of
from tests.doors.planting.words import alone, place_of, satellites_of, words_of


def plant(ground: Ground, planned: Iterable[Hidden]) -> int:
    """Put the items in; return how many rows of theirs there are."""
    planned = list(planned)
    # Rows are written in the order of the kinds' first: what items point to goes before them.
    for model in (Agreement, Place):
        ground.rows[model]
    for one in planned:
        _item(ground, one)
    for one in planned:
        sound_of(ground, one)
        words_of(ground, one)
        satellites_of(ground, one)
        if one.is_rich:
            alone(ground, one)
            kept(ground, one)
            talked_about(ground, one)
        if one.is_measured:
            measured(ground, one)
        if one.granted:
            granted_to(ground, one)
    written = ground.write()
    for until, days in {"standing": 1, "over": -1}.items():
        keys = [one.key for one in planned if one.embargo == until]
        Item.objects.filter(pk__in=keys).update(embargo_until=Now() + timedelta(days=days))
    _let_them_have_borne_other_codes(planned)
    return written


def _let_them_have_borne_other_codes(planned: list[Hidden]) -> None:
    for one in planned:
        if one.is_rich:
            Item.objects.filter(pk=one.key).update(code=one.old_code)
            Item.objects.filter(pk=one.key).update(code=one.code)


def _item(ground: Ground, one: Hidden) -> None:
    said = dict(one.says)
    protocol = said.pop("protocol", "")
    year = 1950 if one.is_old else 2020
    values: dict[str, Any] = {
        "collection_id": ground.collections[one.collection],
        "protocol_set_id": ground.protocols.get(protocol),
        "recorded_from": date(year, 3, 1),
        "recorded_to": date(year, 3, 2),
        "external_sound": "",
        "holder": ground.holder,
        **said,
    }
    if one.is_rich:
        values["agreement"] = ground.add(_agreement(one.number))
    if one.is_rich or one.is_generalised:
        values["place"] = place_of(ground, one.number)
    ground.add(sung(Item, one.number, id=one.key, **values))


def _agreement(number: int) -> Agreement:
    """An agreement with what was signed, which is for staff whatever the agreement is of."""
    body = f"signed {Canary(number, STAFF, IN_DOCUMENT).text}".encode()
    name = f"ab/{number:03d}/agreement.pdf"
    storages[RELATED].save(name, ContentFile(body))
    return sung(
        Agreement,
        number,
        id=key_of("Agreement", number),
        kind="consent",
        document_storage_name=name,
        document_sha256=hashlib.sha256(body).hexdigest(),
        document_mime_type="application/pdf",
    )
