"""The page of what was asked of the archive: one's own requests, and everybody's for staff."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import more

#: How many are shown at once; the same in the Vue page.
REQUESTS = 25


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Draw the list; letters lead here, so who is not signed in may do so."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    answer = ask(request, "RequestsPage", first=REQUESTS, after=request.GET.get("after") or None)
    language, found = language_of(request), answer.data["requests"]
    nodes = [
        {
            **node,
            "wish_name": say(language, f"wish.{node['wish'].lower()}"),
            "stage_name": say(language, f"stage.{node['stage'].lower()}"),
            "about": _called(node["record"]),
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
        context={"heading": title, "list": {**found, "nodes": nodes}, "more": more(request, found)},
    )
    return draw(request, page)


def _called(record: dict[str, Any] | None) -> str:
    """Return the title of a record, the name of a term, or else the address of what has neither."""
    return record.get("title") or record.get("name") or record["iri"] if record else ""
