"""What every page of the admin shares: changes are signed, refusals are said, the past is shown.

The forms write rows, not services' words; so the invariants are the database's own (constraints
and triggers), and what only services would check is checked here by the same functions.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.db import DatabaseError, models
from django.db.models import ProtectedError, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from archive.actors import actor_of
from archive.admin.forms import CheckedForm, dates_of
from archive.errors import ArchiveError
from archive.history import Change, changing

REASON = "admin"
CHANGES_SHOWN = 200


if TYPE_CHECKING:  # Django's own classes take no parameters when they run
    _Options = BaseModelAdmin[Any]
    _Inline = admin.TabularInline[Any, Any]
    _Admin = admin.ModelAdmin[Any]
else:
    _Options, _Inline, _Admin = BaseModelAdmin, admin.TabularInline, admin.ModelAdmin


class Pointing(_Options):
    """Chooses what a row points to by typing, for any table may be long."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    #: What follows from other columns, and is not typed.
    derived = ("recorded_from", "recorded_to", "storage_name", "sha256", "byte_size")

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return [
            field.name
            for field in self.model._meta.get_fields()
            if isinstance(field, models.ForeignKey)
            and _is_searched(self.admin_site, field.related_model)
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        there = {field.name for field in self.model._meta.fields}
        derived = tuple(name for name in self.derived if name in there)
        return (*super().get_readonly_fields(request, obj), *derived)


def _is_searched(site: admin.AdminSite, model: Any) -> bool:
    found = site._registry.get(model)
    return bool(found and found.search_fields)


class Inline(Pointing, _Inline):
    """Rows that belong to a record, on the record's own page."""

    form = CheckedForm
    extra = 0
    show_change_link = True


def inline(model: type[models.Model], fk_name: str | None = None, **options: Any) -> type[Inline]:
    """Return an inline of a model."""
    return type(
        f"{model.__name__}Inline", (Inline,), {"model": model, "fk_name": fk_name, **options}
    )


class RecordAdmin(Pointing, _Admin):
    """A table that operators may change: each change bears their name and `admin` as its reason."""

    form = CheckedForm
    show_full_result_count = False
    list_per_page = 50
    save_on_top = True

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return self._signed(
            request,
            lambda: super(RecordAdmin, self).changeform_view(
                request, object_id, form_url, extra_context
            ),
        )

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self._signed(
            request, lambda: super(RecordAdmin, self).delete_view(request, object_id, extra_context)
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self._signed(
            request, lambda: super(RecordAdmin, self).changelist_view(request, extra_context)
        )

    def _signed(self, request: HttpRequest, view: Any) -> HttpResponse:
        """Run a view; what it writes is one signed transaction, or a sentence says why not."""
        if request.method != "POST":
            response: HttpResponse = view()
            return response
        try:
            with changing(actor_of(request), reason=REASON):
                answer: HttpResponse = view()
                return answer
        except (DatabaseError, ArchiveError, ProtectedError) as refused:
            messages.error(request, f"Nothing was changed. {_sentence(refused)}")
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 - Django's own signature
        for name, value in dates_of(obj).items():
            setattr(obj, name, value)
        super().save_model(request, obj, form, change)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what the archive's own history knows of the row and of what belongs to it."""
        record = self.get_object(request, object_id)
        if record is None:
            found: HttpResponse = self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]  # Django's own
                request, self.opts, object_id
            )
            return found
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {record}",
            "opts": self.opts,
            "record": record,
            "changes": changes_of(record)[:CHANGES_SHOWN],
            "shown": CHANGES_SHOWN,
            **(extra_context or {}),
        }
        return render(request, "admin/changes.html", context)


class LedgerAdmin(RecordAdmin):
    """A table that only grows, by itself: it may be read."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def changes_of(record: models.Model) -> models.QuerySet[Change]:
    """Return what is written down of a row, and of the rows that belong to it, newest first."""
    own = Q(table=record._meta.db_table, row_id=str(record.pk))
    if isinstance(record._meta.pk, models.UUIDField):
        own |= Q(subject_id=record.pk)
    return Change.objects.filter(own)


def _sentence(refused: Exception) -> str:
    if isinstance(refused, ProtectedError):
        count = len(refused.protected_objects)
        return f"{count} other records point there: change these first."
    return str(refused).splitlines()[0]
