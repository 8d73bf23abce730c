"""The pages that are no thing's own: home, the lists, the log-in, and what went wrong."""

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from frontend.pages.accounts import authenticated
from frontend.pages.assets import assets_for
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import PAGE, more, not_found_page

PLACES = 100
LEVELS = {"FULL", "METADATA", "NONE", "MIXED"}
ORDERS = {"CODE", "TITLE", "RECORDED", "RECORDED_LATEST", "NEWEST"}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    answer = ask(request, "Home")
    page = Page(
        template="home",
        title="",
        component="src/pages/home/HomePage.vue",
        answers=(answer,),
        context={"data": answer.data},
    )
    return draw(request, page)


@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Draw the list that the address asks for; the same reading of it is in listState.ts."""
    wanted = list_variables(request.GET)
    answer = ask(request, "ItemList", **wanted)
    page = Page(
        template="items",
        title=say(language_of(request), "items.title"),
        component="src/pages/items/ItemsPage.vue",
        answers=(answer,),
        context={
            "data": answer.data,
            "filters": wanted["filter"],
            "more": more(request, answer.data["items"]),
        },
    )
    return draw(request, page)


def list_variables(query: Any) -> dict[str, Any]:
    """Return the list's question from its address; what is not known is left out."""
    given = {
        "text": query.get("q", "").strip(),
        "collection": query.get("collection", ""),
        "place": query.get("place", ""),
        "holder": query.get("holder", ""),
        "access": query.get("access", "") if query.get("access") in LEVELS else "",
        "hasSound": query.get("sound") == "1",
    }
    order = query.get("order", "")
    return {
        "filter": {key: value for key, value in given.items() if value},
        "order": order if order in ORDERS else "CODE",
        "first": PAGE,
        "after": query.get("after") or None,
        "place": given["place"],
        "inPlace": bool(given["place"]),
        "holder": given["holder"],
        "atHolder": bool(given["holder"]),
    }


@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    answer = ask(request, "CollectionList", first=PAGE, after=request.GET.get("after"))
    page = Page(
        template="collections",
        title=say(language_of(request), "nav.collections"),
        component="src/pages/collections/CollectionsPage.vue",
        answers=(answer,),
        context={"data": answer.data, "more": more(request, answer.data["collections"])},
    )
    return draw(request, page)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    answer = ask(request, "PlaceList", first=PLACES, after=None)
    page = Page(
        template="places",
        title=say(language_of(request), "nav.places"),
        component="src/pages/places/PlacesPage.vue",
        answers=(answer,),
        context={"data": answer.data},
    )
    return draw(request, page)


@require_safe
def explorer(request: HttpRequest) -> HttpResponse:
    """Draw the page where GraphQL is asked by hand (W-19); it needs a script."""
    page = Page(
        template="explorer",
        title=say(language_of(request), "explorer.heading"),
        component="src/pages/explorer/ExplorerPage.vue",
    )
    return draw(request, page)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Open a session; a wrong name and a wrong password read the same."""
    wrong = False
    name = request.POST.get("username", "")
    if request.method == "POST":
        user = authenticated(request, name, request.POST.get("password", ""))
        if user is not None:
            login(request, user)
            return HttpResponseRedirect(_next(request))
        wrong = True
    page = Page(
        template="login",
        title=say(language_of(request), "login.title"),
        context={"wrong": wrong, "name": name, "next": _next(request)},
    )
    response = draw(request, page)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect("/")


def _next(request: HttpRequest) -> str:
    """Return where the reader came from, if that is within the site."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else "/"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for an address that leads nowhere."""
    return not_found_page(request)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer for an error of ours. It asks neither the database nor the session."""
    language = language_of(request)
    return TemplateResponse(
        request,
        "pages/broken.html",
        {
            "language": language,
            "heading": say(language, "broken.title"),
            "sentence": say(language, "broken.text"),
            "home": say(language, "unknown.home"),
            "assets": assets_for(),
        },
        status=500,
    ).render()
