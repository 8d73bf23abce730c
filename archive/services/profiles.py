"""What people say of themselves: their own card, and the name under which others meet them.

update_profile(actor=actor, display_name="Ana", is_listed=True)
shown_names({user_id, …})       {user_id: "Ana"}: only of those who want to be shown
"""

from collections.abc import Iterable
from typing import TypedDict, Unpack
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from archive.access import Actor
from archive.errors import NotAllowed, OddValue
from archive.history import changing
from archive.models import Profile
from archive.services.fields import checked

LONGEST = 5000
_WEB_ONLY = URLValidator(schemes=["http", "https"])


class ProfileChanges(TypedDict, total=False):
    """What one can say of oneself; an empty text takes it away."""

    display_name: str
    institution: str
    department: str
    function: str
    address: str
    telephone: str
    about: str
    web_page: str
    is_listed: bool
    wants_mail: bool


def profile_of(actor: Actor) -> Profile | None:
    """Return the actor's own card, which may say nothing yet; None for a visitor."""
    if actor.user_id is None:
        return None
    found: Profile | None = Profile.objects.filter(user=actor.user_id).first()
    return found or Profile(user_id=actor.user_id)


def update_profile(*, actor: Actor, reason: str = "", **says: Unpack[ProfileChanges]) -> Profile:
    """Change one's own card; what is left out stays as it is.

    Raises
    ------
    NotAllowed : a visitor.
    OddValue : a text that is too long, a web page that is none; `field` says which.
    """
    if actor.user_id is None:
        raise NotAllowed("Sign in first: a profile belongs to an account.")
    values = checked(Profile, dict(says))
    for name in ("address", "about"):
        if len(values.get(name, "")) > LONGEST:
            raise OddValue(name, f"Write at most {LONGEST} characters.")
    _check_web_page(values.get("web_page", ""))
    with changing(actor, reason=reason):
        Profile.objects.bulk_create([Profile(user_id=actor.user_id)], ignore_conflicts=True)
        profile: Profile = Profile.objects.select_for_update().get(user=actor.user_id)
        changed = [name for name, value in values.items() if getattr(profile, name) != value]
        for name in changed:
            setattr(profile, name, values[name])
        if changed:
            profile.save(update_fields=changed)
    return profile


def shown_names(users: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return under which names people are shown, of those who chose to be: one statement."""
    wanted = {key for key in users if key is not None}
    if not wanted:
        return {}
    rows = Profile.objects.filter(user__in=wanted, is_listed=True).exclude(display_name="")
    return dict(rows.values_list("user_id", "display_name"))


def _check_web_page(address: str) -> None:
    if not address:
        return
    try:
        _WEB_ONLY(address)
    except ValidationError:
        raise OddValue("web_page", "Write a whole address, such as https://example.org.") from None
