"""The registers of holdings: carriers for whoever may see them, the rest for staff alone.

Accessions, agreements and code policies are no things of `ontology`: their pages are ours, and
what one may not read answers as what is not there.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from frontend.pages.blocks import called_in, shown_blocks
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.registers import ENTRIES, HOLDINGS, REGISTERS, Register
from frontend.pages.things import PAGE, more, not_found_page

TERMS = 50
STATES = ("WAITING", "UNDER_WAY", "DONE", "IMPOSSIBLE", "NOT_NEEDED")


def for_staff(request: HttpRequest, page: Callable[[], HttpResponse]) -> HttpResponse:
    """Draw the page for staff; who is not signed in is asked to, others find nothing."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"/login?next={quote(request.get_full_path())}")
    return page() if actor_of(request).is_staff else not_found_page(request)


@require_safe
def holdings(request: HttpRequest) -> HttpResponse:
    """Draw the way to each register."""
    return for_staff(request, lambda: _holdings(request))


def _holdings(request: HttpRequest) -> HttpResponse:
    language = language_of(request)
    answer = ask(request, "Holdings")
    registers = [
        *(
            (f"/{which}", each.phrase, answer.data[each.field])
            for which, each in REGISTERS.items()
            if each.above == HOLDINGS
        ),
        ("/holders", "nav.holders", answer.data["holders"]),
        ("/permits", "nav.permits", None),
    ]
    page = Page(
        template="holdings",
        title=say(language, "nav.holdings"),
        component="src/pages/holdings/HoldingsPage.vue",
        answers=(answer,),
        context={"registers": registers},
    )
    return draw(request, page)


@require_safe
def register(request: HttpRequest, which: str) -> HttpResponse:
    """Draw a list of holdings, with a search among them."""
    listed = REGISTERS[which]
    if listed.for_staff:
        return for_staff(request, lambda: _register(request, listed))
    return _register(request, listed)


def _register(request: HttpRequest, listed: Register) -> HttpResponse:
    language, text = language_of(request), request.GET.get("q", "").strip()
    state = request.GET.get("state", "")
    given = {"text": text or None, "digitisation": state if state in STATES else None}
    asked = {name: given[name] for name in listed.takes}
    answer = ask(request, listed.question, first=TERMS, after=request.GET.get("after"), **asked)
    connection: dict[str, Any] = answer.data[listed.field]
    nodes = [
        {
            "iri": node["iri"],
            "name": node[listed.named],
            "note": node[listed.note] or "",
            "translations": node.get("translations", []),
        }
        for node in connection["nodes"]
    ]
    title = say(language, listed.phrase)
    is_staff = actor_of(request).is_staff
    page = Page(
        template="terms",
        title=title,
        component=f"src/pages/{listed.component}.vue",
        answers=(answer,),
        context={
            "heading": title,
            "text": text,
            "unsearched": "text" not in listed.takes,
            "states": _states(language) if "digitisation" in listed.takes else [],
            "state": given["digitisation"] or "",
            "list": {**connection, "nodes": nodes},
            "more": more(request, connection),
            "crumbs": [(listed.above[0], say(language, listed.above[1]))] if is_staff else [],
        },
    )
    return draw(request, page)


def _states(language: str) -> list[tuple[str, str]]:
    """Return what carriers may wait for, each with its name; all of them first."""
    named = [(each, say(language, f"digitisation.{each.lower()}")) for each in STATES]
    return [("", say(language, "holdings.all")), *named]


@require_safe
def entry(request: HttpRequest, which: str, key: str) -> HttpResponse:
    """Draw an accession, an agreement, a code policy, or what says who may know what."""
    return for_staff(request, lambda: _entry(request, which, key))


def _entry(request: HttpRequest, which: str, key: str) -> HttpResponse:
    shape, language = ENTRIES[which], language_of(request)
    turned = {"first": PAGE, "after": request.GET.get("after")} if shape.pages else {}
    answer = ask(request, shape.question, **{shape.by: key}, **turned)
    found = answer.data[shape.field or shape.kind]
    if found is None:
        return not_found_page(request)
    name = called_in(language, found)
    title = name.text or found[shape.by]
    above = REGISTERS[which].above
    held = found.get("collections") if shape.pages else None
    page = Page(
        template="record",
        title=title,
        component=f"src/pages/{shape.component}.vue",
        answers=(answer,),
        context={
            "it": found,
            "name": {"text": title, "lang": name.lang},
            "kind_name": say(language, f"thing.{shape.kind}"),
            "crumbs": [
                (above[0], say(language, above[1])),
                (f"/{which}", say(language, REGISTERS[which].phrase)),
            ],
            "blocks": shown_blocks(language, shape.kind, found),
            "held": held,
            "more": more(request, held) if held else "",
            "is_own": True,
        },
    )
    return draw(request, page)
