"""What is to be erased and waits for a second person, and what was erased. For staff."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from frontend.pages.catalogue import language_of, say, words
from frontend.pages.holdings import for_staff
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.registers import PERMITS
from frontend.pages.things import more

#: How many are shown at once; the same in the Vue page.
ERASURES = 25


@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """Draw the list, newest first."""
    return for_staff(request, lambda: _erasures(request))


def _erasures(request: HttpRequest) -> HttpResponse:
    answer = ask(request, "ErasuresPage", first=ERASURES, after=request.GET.get("after") or None)
    language, found = language_of(request), answer.data["erasures"]
    title = say(language, "nav.erasures")
    known = words(language)
    nodes = [
        {
            **node,
            "head": _word(known, "kind", node["kind"])
            + (f" {node['code']}" if node["code"] else ""),
            "stage_name": known[f"erasure.stage.{node['stage'].lower()}"],
            "about": _called(node["record"]),
            "report": node["iri"].rpartition("/")[2],
        }
        for node in found["nodes"]
    ]
    page = Page(
        template="erasures",
        title=title,
        component="src/pages/erasures/ErasuresPage.vue",
        answers=(answer,),
        context={
            "list": {**found, "nodes": nodes},
            "more": more(request, found),
            "crumbs": [(PERMITS[0], say(language, PERMITS[1]))],
        },
    )
    return draw(request, page)


def _word(known: dict[str, str], area: str, name: str) -> str:
    return known.get(f"erasure.{area}.{name}", name)


def _called(record: dict[str, Any] | None) -> str:
    return record.get("title") or record.get("name") or record["iri"] if record else ""
