"""The way to what says who may know what, and what time opens next. For staff."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from frontend.pages.catalogue import language_of, say
from frontend.pages.holdings import for_staff
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.registers import PERMITS, REGISTERS
from frontend.pages.things import PAGE, more

#: What the question of counts calls each list.
COUNTED = {
    "communities": "communities",
    "protocols": "protocols",
    "labels": "labels",
    "reading-rooms": "readingRooms",
    "editor-groups": "editorGroups",
    "publication-rules": "publicationRules",
}


@require_safe
def permits(request: HttpRequest) -> HttpResponse:
    """Draw the way to each register."""
    return for_staff(request, lambda: _permits(request))


def _permits(request: HttpRequest) -> HttpResponse:
    # An operation has five fields at the root; these are six.
    answers = (ask(request, "Permits"), ask(request, "PermitGroups"))
    counts = {name: found for answer in answers for name, found in answer.data.items()}
    registers = [
        (f"/{which}", REGISTERS[which].phrase, counts[field]) for which, field in COUNTED.items()
    ]
    page = Page(
        template="permits",
        title=say(language_of(request), PERMITS[1]),
        component="src/pages/permits/PermitsPage.vue",
        answers=answers,
        context={"registers": registers},
    )
    return draw(request, page)


@require_safe
def opening(request: HttpRequest) -> HttpResponse:
    """Draw what time will have opened by a day: next 1 January, unless one is asked for."""
    return for_staff(request, lambda: _opening(request))


def _opening(request: HttpRequest) -> HttpResponse:
    language, day = language_of(request), _day(request.GET.get("by", ""))
    answer = ask(request, "OpeningPage", by=day, first=PAGE, after=request.GET.get("after"))
    found = answer.data["opening"]
    page = Page(
        template="opening",
        title=say(language, "nav.opening"),
        component="src/pages/permits/OpeningPage.vue",
        answers=(answer,),
        context={
            "by": day,
            "list": found,
            "more": more(request, found),
            "crumbs": [(PERMITS[0], say(language, PERMITS[1]))],
        },
    )
    return draw(request, page)


def _day(asked: str) -> str:
    try:
        return date.fromisoformat(asked).isoformat()
    except ValueError:
        return f"{timezone.now().year + 1}-01-01"
