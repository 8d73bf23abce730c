"""The pages of people's own: desk, profile, lists. What is private asks its reader to sign in."""

import base64
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import more, not_found_page

#: How many are shown at once; the same in the Vue pages.
ON_DESK, LISTS, LINES = 10, 25, 50
#: The formats that a list is taken away in; the same in the Vue page.
FILES = (("m3u8", "M3U8"), ("csv", "CSV"), ("jspf", "JSPF"))
#: As machines ask for a document; whoever asks for anything gets the page.
_LINKED = "application/ld+json"
_WHICH = {"mine": "MINE", "bin": "BIN"}


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Draw what concerns whoever is signed in."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    answer = ask(request, "DeskPage", first=ON_DESK)
    language = language_of(request)
    found: dict[str, Any] = answer.data["viewer"]["desk"] or {}
    asked = [*found.get("waiting", []), *found.get("requests", [])]
    for each in asked:
        each["wish_name"] = say(language, f"wish.{each['wish'].lower()}")
    return _drawn(
        request,
        "desk",
        say(language, "desk.title"),
        "desk/DeskPage",
        answer,
        {"desk": found, "waiting": found.get("waiting", []), "asked": found.get("requests", [])},
    )


@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    """Draw one's own card."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    answer = ask(request, "ProfilePage")
    language = language_of(request)
    card = answer.data["viewer"]["profile"] or {}
    said = [
        (say(language, f"profile.{name}"), value)
        for name, value in card.items()
        if isinstance(value, str) and value
    ]
    title = say(language, "profile.title")
    return _drawn(request, "profile", title, "profile/ProfilePage", answer, {"said": said})


@require_safe
def selections(request: HttpRequest) -> HttpResponse:
    """Draw the lists that one may see."""
    answer = ask(
        request,
        "SelectionsPage",
        first=LISTS,
        after=request.GET.get("after") or None,
        which=_WHICH.get(request.GET.get("which", ""), "ALL"),
        order="TITLE" if request.GET.get("order") == "title" else "CHANGED",
    )
    found = answer.data["selections"]
    title = say(language_of(request), "lists.title")
    context = {"list": found, "more": more(request, found), "order": request.GET.get("order")}
    return _drawn(request, "selections", title, "selections/SelectionsPage", answer, context)


@require_safe
def selection(request: HttpRequest, key: UUID) -> HttpResponse:
    """Draw one list; what is private is not there for others. As JSON-LD it stands beside it."""
    if request.get_preferred_type(["text/html", _LINKED]) == _LINKED:
        beside = HttpResponseRedirect(reverse("selection-file", args=[key, "jsonld"]))
        beside.status_code = 303
        patch_vary_headers(beside, ["Accept"])
        return beside
    answer = ask(
        request,
        "SelectionPage",
        id=base64.b64encode(f"Selection:{key}".encode()).decode(),
        first=LINES,
        after=request.GET.get("after") or None,
    )
    found = answer.data["selection"]
    if found is None:
        return not_found_page(request)
    context = {
        "it": found,
        "more": more(request, found["entries"]),
        "found": answer.data["items"],
        "files": FILES,
    }
    for line in found["entries"]["nodes"]:
        line["query"] = _stretch(line)
    drawn = _drawn(request, "selection", found["title"], "selection/SelectionPage", answer, context)
    patch_vary_headers(drawn, ["Accept"])
    return drawn


def _stretch(line: dict[str, Any]) -> str:
    """Return what opens the player at a line's stretch, as own/entry.ts writes it."""
    start, end = line["start"], line["end"]
    if start is None and end is None:
        return ""
    return f"?t={start or 0:g}" + ("" if end is None else f",{end:g}")


def _drawn(
    request: HttpRequest,
    template: str,
    title: str,
    component: str,
    answer: Any,
    context: dict[str, Any],
) -> HttpResponse:
    page = Page(
        template=template,
        title=title,
        component=f"src/pages/{component}.vue",
        answers=(answer,),
        context={"heading": title, **context},
    )
    return draw(request, page)
