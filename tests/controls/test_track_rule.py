"""The rule of tracks, and what would be read without it."""

from itertools import product

import pytest
from django.db.models import Q

from archive import querysets
from archive.access import PUBLIC, WORDS, Act, Actor, item_rule
from archive.models import Item, Track
from tests.factories import MEMBER, make_collection, make_item

pytestmark = pytest.mark.django_db

LEAST_CASES = 100
KINDS = ("lyrics", "transcript", "translation", "markers", "labels")


def leaks() -> tuple[int, list[str]]:
    """Return how many cases were examined, and the tracks that are read against the rule."""
    examined, found = 0, []
    for number, (above, own) in enumerate(
        product(("metadata", "full"), (None, "none", "metadata"))
    ):
        item = make_item(code=f"X_{number}", access=own, collection=make_collection(access=above))
        for kind, audience in product(KINDS, ("public", "member", "staff")):
            Track.objects.create(item=item, kind=kind, audience=audience)
    for actor in (PUBLIC, MEMBER):
        heard = set(Item.objects.filter(item_rule(actor, Act.LISTEN)).values_list("pk", flat=True))
        read = set(Item.objects.filter(item_rule(actor, Act.READ)).values_list("pk", flat=True))
        seen = set(Track.objects.visible_to(actor).values_list("pk", flat=True))
        for track in Track.objects.all():
            examined += 1
            allowed = track.item_id in (heard if track.kind in WORDS else read)
            if track.pk in seen and not (allowed and track.audience in actor.audiences):
                found.append(f"{track.kind} {track.audience} of {track.item_id}")
    return examined, found


def test_no_track_is_read_against_the_rule() -> None:
    examined, found = leaks()
    print(f"{examined} cases")
    assert examined >= LEAST_CASES
    assert found == []


@pytest.mark.parametrize("without", ["sound", "audience", "item"])
def test_without_a_part_of_the_rule_words_are_read(
    monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    """Control: each part taken away lets something out."""

    def rule(actor: Actor, path: str = "") -> Q:
        said = Q(**{f"{path}audience__in": sorted(actor.audiences)})
        read = item_rule(actor, Act.READ, f"{path}item__")
        words = ~Q(**{f"{path}kind__in": WORDS}) | item_rule(actor, Act.LISTEN, f"{path}item__")
        parts = {"audience": said, "item": read, "sound": words}
        del parts[without]
        first, second = parts.values()
        return first & second

    monkeypatch.setattr(querysets, "track_rule", rule)
    assert leaks()[1]
