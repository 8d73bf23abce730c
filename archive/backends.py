"""Which accounts may sign in: those that are active, and have not expired."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from archive.standing import standing_of


class OpenAccounts(ModelBackend):
    """Django's own, heeding `User.expires_at` by the database's clock.

    It is asked at a log-in and for each request of a session, so that an account which expires
    meanwhile is a visitor's from then on.
    """

    def user_can_authenticate(self, user: Any) -> bool:
        if not super().user_can_authenticate(user):
            return False
        return user.expires_at is None or standing_of(user.pk, "").is_open
