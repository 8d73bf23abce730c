"""Withheld ranges: what must be silent, as everything that is made of the sound knows it.

An item's `withheld_key` says which stretches are withheld and how its parts lie on its timeline:
`"12.5/14;30/31@<digest of the layout>"`, and "" where nothing is withheld. Triggers keep it, so it
is true whoever writes. What is computed of the sound bears the key under which it was made silent,
and is read only while the item's is the same: a range that was added, moved or taken back, or a
part that was moved under it, makes all of it unreadable in the same transaction, until it is made
anew. The master is untouched; who may edit the item hears it whole.
"""

from django.db.models import F, Q

from archive.access import Act, Actor, item_rule


def ranges_of(key: str) -> list[tuple[float, float]]:
    """Return the withheld ranges that a key names, in seconds of the item's timeline.

    >>> ranges_of("12.5/14;30/31@d41d8cd98f00b204e9800998ecf8427e")
    [(12.5, 14.0), (30.0, 31.0)]
    >>> ranges_of("")
    []
    """
    written = key.partition("@")[0]
    pairs = (each.split("/") for each in written.split(";") if each)
    return [(float(start), float(end)) for start, end in pairs]


def made_for(actor: Actor, key: str, item: str) -> Q:
    """Return the condition that what was made of the sound was made for this actor's ears.

    Parameters
    ----------
    key : lookup of the key under which it was made.
    item : lookup prefix that leads to its item, such as ``"item__"``.
    """
    actor, whole = actor.ears, Q(**{key: ""})
    if actor.is_staff:
        return whole
    silenced = Q(**{key: F(f"{item}withheld_key")})
    if not actor.is_editor:
        return silenced
    edits = item_rule(actor, Act.EDIT, item)
    return (edits & whole) | (~edits & silenced)


def hears_whole(actor: Actor, item: str = "") -> Q:
    """Return the condition that the actor may be given the master's own samples."""
    actor = actor.ears  # a token that is not for listening hears as the public does
    if actor.is_staff:
        return Q(**{f"{item}pk__isnull": False})
    return Q(**{f"{item}withheld_key": ""}) | item_rule(actor, Act.EDIT, item)
