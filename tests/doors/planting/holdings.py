"""Where an item lies, to whom it is opened, and who asks or speaks about it."""

from typing import Any

from archive.models import (
    Accession,
    Carrier,
    CarrierContent,
    Comment,
    Digitisation,
    File,
    Grant,
    Selection,
    SelectionEntry,
)
from tests.doors.canaries import FIND, GIVEN, STAFF, key_of, sung
from tests.doors.hidden import Hidden
from tests.doors.planting.ground import Ground


def kept(ground: Ground, one: Hidden) -> None:
    """Where it lies: a tape, what came with it, a list that somebody made public."""
    number = one.number
    arrival = ground.add(
        sung(Accession, number, STAFF, id=key_of("Accession", number), holder=ground.holder)
    )
    tape = ground.add(
        sung(
            Carrier,
            number,
            id=key_of("Carrier", number),
            accession=arrival,
            holder=ground.holder,
            made="1960",
        )
    )
    ground.add(CarrierContent(carrier=tape, item_id=one.key))
    file = next(each for each in ground.rows[File] if each.pk == key_of("File", number))
    ground.add(sung(Digitisation, number, carrier=tape, file=file, done="1961"))
    shared = Selection.objects.get(title="Sweep")
    ground.add(sung(SelectionEntry, number, selection=shared, position=number + 1, item_id=one.key))


def talked_about(ground: Ground, one: Hidden) -> None:
    """What people say beside it: for everybody who finds it, and among staff."""
    for audience, act, author in (("public", FIND, "member"), ("staff", STAFF, "staff")):
        ground.add(
            sung(
                Comment,
                one.number,
                act,
                id=key_of("Comment", one.number, audience),
                author=ground.people[author],
                subject_kind="item",
                subject_id=one.key,
                audience=audience,
            )
        )


def granted_to(ground: Ground, one: Hidden) -> None:
    gives = ("read", "listen", "download")[one.number % 3]
    to: dict[str, Any] = {
        "member": {"user": ground.people["member"]},
        "community": {"community": ground.community},
        "room": {"room": ground.room},
        "list": {"user": ground.people["member"]},
    }[one.granted]
    of: dict[str, Any] = {"item_id": one.key}
    if one.granted == "list":
        mine = Selection.objects.get(title="Granted")
        ground.add(SelectionEntry(selection=mine, position=one.number + 1, item_id=one.key))
        of = {"selection": mine}
    ground.add(sung(Grant, one.number, GIVEN, gives=gives, **to, **of))
