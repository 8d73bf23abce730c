"""The page of what was asked of the archive: one's own requests, and everybody's for staff."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from archive.actors import actor_of
from frontend.pages.catalogue import language_of, say, words
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask, change
from frontend.pages.things import more, not_found_page
from graphql_api.documents import DocumentFailed

#: How many are shown at once; the same in the Vue page.
REQUESTS = 25
SEE_OTHER = 303


@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest) -> HttpResponse:
    """Draw the list; letters lead here, so who is not signed in may do so."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.method == "POST":
        return _changed(request)
    answer = ask(request, "RequestsPage", first=REQUESTS, after=request.GET.get("after") or None)
    language, found = language_of(request), answer.data["requests"]
    nodes = [
        {
            **node,
            "wish_name": say(language, f"wish.{node['wish'].lower()}"),
            "stage_name": say(language, f"stage.{node['stage'].lower()}"),
            "about": _called(node["record"]),
            "is_mine": node["person"] == request.user.get_username(),
        }
        for node in found["nodes"]
    ]
    is_staff = actor_of(request).is_staff
    title = say(language, "requests.title" if is_staff else "requests.mine")
    page = Page(
        template="requests",
        title=title,
        component="src/pages/requests/RequestsPage.vue",
        answers=(answer,),
        context={
            "heading": title,
            "list": {**found, "nodes": nodes},
            "more": more(request, found),
            "news": _news(language, answer.data["viewer"]["notices"]),
        },
    )
    return draw(request, page)


def _changed(request: HttpRequest) -> HttpResponse:
    """Take back the request that a form names, or mark all that is new as read."""
    asked = request.POST.get("take_back", "")
    try:
        if asked:
            change(request, "TakeBackRequest", id=asked)
        else:
            change(request, "ReadNotices")
    except DocumentFailed:  # no id of a request, or too many of them
        return not_found_page(request)
    return HttpResponseRedirect("/requests", status=SEE_OTHER)


def _news(language: str, notices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the notices that are still unread, as sentences."""
    known = words(language)
    return [
        {**each, "sentence": known.get(f"notice.{each['about']}", known["notice.other"])}
        for each in notices
        if each["readAt"] is None
    ]


def _called(record: dict[str, Any] | None) -> str:
    """Return the title of a record, the name of a term, or else the address of what has neither."""
    return record.get("title") or record.get("name") or record["iri"] if record else ""
