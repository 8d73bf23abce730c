"""The pages with forms: for staff; the application draws them, the documents say whose they are."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.things import not_found_page

#: First steps of the addresses of records that have forms; the same in src/forms/kinds.ts.
SECTIONS = (
    "items",
    "collections",
    "corpora",
    "fonds",
    "places",
    "instruments",
    "groups",
    "languages",
    "agents",
    "vocabularies",
    "concepts",
    "holders",
    "agreements",
    "accessions",
    "carriers",
    "code-policies",
    "communities",
    "protocols",
    "labels",
    "reading-rooms",
    "editor-groups",
    "publication-rules",
)


@require_safe
def edit(request: HttpRequest, section: str, key: str) -> HttpResponse:
    """Draw the page of a record's form; whether the record is there, the application asks."""
    return _form(request, section, "src/pages/edit/EditPage.vue", "edit.edit")


@require_safe
def edit_concept(request: HttpRequest, scheme: str, key: str) -> HttpResponse:
    """Draw the page of a term's form, which stands under its vocabulary's address."""
    return edit(request, "concepts", key)


@require_safe
def new(request: HttpRequest, section: str) -> HttpResponse:
    """Draw the page of a new record's form."""
    return _form(request, section, "src/pages/edit/NewPage.vue", "form.create")


@require_safe
def extra_fields(request: HttpRequest) -> HttpResponse:
    """Draw the page of the fields that the archive added to its records."""
    if not request.user.is_authenticated:
        return _log_in(request)
    if not actor_of(request).is_staff:
        return not_found_page(request)
    return _drawn(request, "src/pages/extraFields/ExtraFieldsPage.vue", "extras.title")


def _log_in(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(f"/login?next={quote(request.get_full_path())}")


def _form(request: HttpRequest, section: str, component: str, phrase: str) -> HttpResponse:
    if not request.user.is_authenticated and section in SECTIONS:
        return _log_in(request)
    if section not in SECTIONS or not actor_of(request).is_staff:
        return not_found_page(request)
    return _drawn(request, component, phrase)


def _drawn(request: HttpRequest, component: str, phrase: str) -> HttpResponse:
    language = language_of(request)
    page = Page(
        template="plain",
        title=say(language, phrase),
        component=component,
        context={"heading": say(language, phrase), "sentence": say(language, "form.needsScript")},
    )
    return draw(request, page)
