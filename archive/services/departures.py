"""What had left the house of a record that is erased: by which door, to whom, when.

What was given of restricted material stands in the access log; of what everybody could hear nobody
kept a book, which is said. Ids, dates and numbers are kept and nothing of the content: the report
outlives it. Upper packages add what left by their doors (`archive.erasing.register_departures`).
"""

from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q

from archive.access import PUBLIC, Act
from archive.erasing import Doomed, departures
from archive.models import AccessEntry, ApiToken, Collection, Grant, Item, Request, SelectionEntry


def departures_of(doomed: Doomed) -> list[dict[str, Any]]:
    """Return the lines of the report, each as `line` makes it."""
    items = doomed.of(Item) | _items_of_parts(doomed)
    found = [*_given(items), *_open(items), *_letters(doomed), *_permitted(doomed, items)]
    for tells in departures():
        found += tells(doomed)
    return found


def line(
    what: str,
    *,
    times: int = 1,
    first: datetime | None = None,
    last: datetime | None = None,
    act: str = "",
    door: str = "",
    user: Any = None,
    room: Any = None,
    subject: Any = None,
) -> dict[str, Any]:
    """Return one line of the report.

    Parameters
    ----------
    what : given, open, letter, grant, token, list, or what an upper package calls it.
    user, room : the id of who had it, where that is known.
    subject : the id of what it was of or by: an item, a request, a token.
    """
    return {
        "what": what,
        "times": times,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "act": act,
        "door": door,
        "user": str(user) if user else None,
        "room": str(room) if room else None,
        "subject": str(subject) if subject else None,
    }


def _items_of_parts(doomed: Doomed) -> set[Any]:
    """Return the item of a sound that is erased alone: by the log, its sound was the item's."""
    from archive.models import Part

    if doomed.erasure.subject_kind != "part":
        return set()
    return set(Part.objects.filter(pk__in=doomed.of(Part)).values_list("item_id", flat=True))


def _given(items: set[Any]) -> list[dict[str, Any]]:
    """Return what the access log says, and the keys of programs that these people hold."""
    entries = (
        AccessEntry.objects.filter(item_id__in=items, was_given=True)
        .order_by()
        .values("act", "door", "user_id", "room_id", "item_id")
        .annotate(times=Count("pk"), first=Min("at"), last=Max("at"))
        .order_by("first")
    )
    found = [
        line(
            "given",
            times=each["times"],
            first=each["first"],
            last=each["last"],
            act=each["act"],
            door=each["door"],
            user=each["user_id"],
            room=each["room_id"],
            subject=each["item_id"],
        )
        for each in entries
    ]
    began = {each["user_id"]: each["first"] for each in reversed(entries) if each["user_id"]}
    tokens = ApiToken.objects.filter(user__in=began, last_used_at__isnull=False)
    return found + [
        line("token", last=token.last_used_at, user=token.user_id, subject=token.pk)
        for token in tokens
        if token.last_used_at is not None and token.last_used_at >= began[token.user_id]
    ]


def _open(items: set[Any]) -> list[dict[str, Any]]:
    """Return since when the sound of how many items was everybody's: nobody noted who took it."""
    heard = Item.objects.allowing(PUBLIC, Act.LISTEN).filter(pk__in=items)
    since = heard.aggregate(number=Count("pk"), first=Min("created_at"))
    if not since["number"]:
        return []
    return [line("open", times=since["number"], first=since["first"], door="sound")]


def _letters(doomed: Doomed) -> list[dict[str, Any]]:
    about = Request.objects.filter(subject_id__in=doomed.keys, told_at__isnull=False)
    return [
        line("letter", first=row.told_at, last=row.told_at, user=row.asked_by_id, subject=row.pk)
        for row in about.order_by("told_at")
    ]


def _permitted(doomed: Doomed, items: set[Any]) -> list[dict[str, Any]]:
    of = Q(item__in=items) | Q(collection__in=doomed.of(Collection))
    grants = [
        line(
            "grant", first=row.given_at, act=row.gives, user=row.user_id, room=row.room_id,
            subject=row.pk,
        )
        for row in Grant.objects.filter(of).order_by("given_at")
    ]  # fmt: skip
    lists = (
        SelectionEntry.objects.filter(item__in=items)
        .order_by()
        .values("selection_id", "selection__owner_id")
        .annotate(times=Count("pk"), first=Min("added_at"))
    )
    return grants + [
        line(
            "list",
            times=each["times"],
            first=each["first"],
            user=each["selection__owner_id"],
            subject=each["selection_id"],
        )
        for each in lists.order_by("first")
    ]
