"""Where operators mend what no form of the site reaches: Django's admin at /admin.

An operator is staff and superuser. Who is not signed in is sent to the site's own log-in; who is,
and is no operator, is refused.
"""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


class OperatorSite(AdminSite):
    """The admin, behind the site's own log-in."""

    site_header = "Sonotheque: for operators"
    site_title = "Operators"
    index_title = "All that is kept"

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return bool(user.is_active and user.is_staff and user.is_superuser)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        wanted = request.GET.get("next") or "/admin/"
        return HttpResponseRedirect(f"{settings.LOGIN_URL}?next={quote(wanted)}")
