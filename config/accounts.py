"""What this house decides of allauth's log-in: no sign-up, and where a request comes from."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from archive.standing import address_of


def no_telephones(request: HttpRequest, client: str) -> HttpResponse:
    """Stand at allauth's address of telephone numbers, which would fail: accounts have none."""
    raise Http404


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth bears no types
    """Accounts are made by staff, who may be asked for one (`askArchive`)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or "unknown"


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    """An OpenID provider is trusted to make accounts only where the operator says so."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return bool(settings.OIDC_MAKES_ACCOUNTS)
