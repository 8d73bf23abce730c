"""Notices that are read before a sound is heard: who has read which, and what that opens.

An account's readings are rows (`services.labels.acknowledge`). A visitor's lie in a signed cookie
of the browser, which names each label with its version: words that change are read again. The
doors of sound ask `ensure_read` after the rule has let somebody in; until then they answer 403
with a sentence, since who may find the record may read its notices too.
"""

from uuid import UUID

from django.core import signing
from django.db.models import Q

from archive.access import Actor
from archive.errors import NoticeUnread
from archive.models import Label

COOKIE = "sonotheque_notices"
#: What a browser remembers at most: the oldest are read again.
MOST = 40
_SALT = "archive.notices"
_YEAR_S = 31_536_000


def notices_of(cookie: str) -> frozenset[str]:
    """Return the notices that a cookie names; none where we did not write it."""
    return frozenset(_read(cookie))


def with_notice(cookie: str, label: Label) -> str:
    """Return the cookie of somebody who has now read this one too."""
    name = f"{label.pk}:{label.version}"
    kept = [each for each in _read(cookie) if each != name]
    return signing.dumps([*kept, name][-MOST:], salt=_SALT)


def ensure_read(actor: Actor, item_id: UUID) -> bool:
    """Return whether the item's sound is behind a notice; the actor has read those that are.

    Raises
    ------
    NoticeUnread : one of them is to be read first.
    """
    asking = Label.objects.filter(of_item(item_id), asks_acknowledgement=True).distinct()
    labels = {label.pk: label for label in asking}
    if not labels:
        return False
    unread = Label.objects.filter(pk__in=labels).before(actor).order_by("name").first()
    if unread is not None:
        raise NoticeUnread(f"Read the notice “{unread.name}” on the page of this recording first.")
    return True


def of_item(item_id: UUID) -> Q:
    """Return the condition that an item bears a label, or its collection does."""
    return Q(record_links__item=item_id) | Q(record_links__collection__items=item_id)


def _read(cookie: str) -> list[str]:
    try:
        found = signing.loads(cookie, salt=_SALT, max_age=_YEAR_S)
    except signing.BadSignature:
        return []
    return [str(each) for each in found][-MOST:]
