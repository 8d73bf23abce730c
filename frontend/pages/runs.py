"""The pages of runs: what somebody asked to be analysed, and where it stands."""

import base64

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import more, not_found_page
from ontology import iris
from ontology.negotiate import Thing

#: How many are shown at once; the same in the Vue pages.
RUNS, ITEMS, CHANGES = 25, 25, 50


@require_safe
def runs(request: HttpRequest) -> HttpResponse:
    """Draw one's own runs, everybody's for staff."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    answer = ask(request, "RunsPage", first=RUNS, after=request.GET.get("after") or None)
    found = answer.data["runs"]
    language = language_of(request)
    for each in found["nodes"]:
        each["status_name"] = say(language, f"run.{each['status'].lower()}")
    title = say(language, "runs.title")
    page = Page(
        template="runs",
        title=title,
        component="src/pages/runs/RunsPage.vue",
        # What is stale is for staff; it is asked with the page, and not once more by it.
        answers=(answer, ask(request, "StaleWork")) if actor_of(request).is_staff else (answer,),
        context={"heading": title, "list": found, "more": more(request, found)},
    )
    return draw(request, page)


def run_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw one run: where each of its items stands, and why."""
    status = request.GET.get("status", "").upper()
    answer = ask(
        request,
        "RunPage",
        id=base64.b64encode(f"Run:{thing.key}".encode()).decode(),
        first=ITEMS,
        after=request.GET.get("after") or None,
        status=[status] if status in STATUSES else None,
    )
    found = answer.data["run"]
    if found is None:
        return not_found_page(request)
    changes = ask(request, "RunChanges", run=found["id"], first=CHANGES)
    language = language_of(request)
    for each in [found, *found["items"]["nodes"]]:
        each["status_name"] = say(language, f"run.{each['status'].lower()}")
    title = say(language, "runs.one")
    page = Page(
        template="run",
        title=title,
        path=iris.path_of(thing.kind, thing.key),
        component="src/pages/run/RunPage.vue",
        answers=(answer, changes),
        context={"heading": title, "it": found, "more": more(request, found["items"])},
    )
    return draw(request, page)


#: Where an item may stand, by which its page may be narrowed.
STATUSES = frozenset(
    ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED", "QUARANTINED", "PARTIAL", "REUSED"]
)
