"""Who signs in, and the tokens of their programs: these can be taken back, never read."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from archive.admin.base import LedgerAdmin
from archive.models import ApiToken, User


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # its stubs fix the model
    show_full_result_count = False


@admin.register(ApiToken)
class ApiTokenAdmin(LedgerAdmin):
    list_display = ("name", "user", "created_at", "expires_at")
    search_fields = ("name", "user__username")
    list_select_related = ("user",)
    exclude = ("digest",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Taking a token back is deleting it."""
        return self.admin_site.has_permission(request)
