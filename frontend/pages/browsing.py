"""The pages that one browses by: the tree of the archive, its corpora, and the lists of terms."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import PAGE, more

FONDS = 10
TERMS = 50


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Draw the tree of fonds, their corpora and the collections of these (T-03)."""
    answer = ask(request, "ArchiveTree", first=FONDS, after=request.GET.get("after"))
    page = Page(
        template="archive",
        title=say(language_of(request), "nav.archive"),
        component="src/pages/archive/ArchivePage.vue",
        answers=(answer,),
        context={"data": answer.data, "more": more(request, answer.data["allFonds"])},
    )
    return draw(request, page)


@require_safe
def corpora(request: HttpRequest) -> HttpResponse:
    language = language_of(request)
    answer = ask(request, "CorpusList", first=PAGE, after=request.GET.get("after"))
    page = Page(
        template="corpora",
        title=say(language, "nav.corpora"),
        component="src/pages/corpora/CorporaPage.vue",
        answers=(answer,),
        context={
            "data": answer.data,
            "more": more(request, answer.data["corpora"]),
            "crumbs": [("/fonds", say(language, "nav.archive"))],
        },
    )
    return draw(request, page)


@require_safe
def holders(request: HttpRequest) -> HttpResponse:
    """Draw the institutions that share the site, and how much each keeps."""
    answer = ask(request, "HolderList", first=PAGE, after=request.GET.get("after"))
    page = Page(
        template="holders",
        title=say(language_of(request), "nav.holders"),
        component="src/pages/holders/HoldersPage.vue",
        answers=(answer,),
        context={"data": answer.data, "more": more(request, answer.data["holders"])},
    )
    return draw(request, page)


@require_safe
def vocabularies(request: HttpRequest) -> HttpResponse:
    """Draw the list of vocabularies, those that have pages of their own first."""
    answer = ask(request, "Vocabularies")
    own = [
        (path, phrase, answer.data.get(name))
        for path, phrase, name in (
            ("/instruments", "nav.instruments", "instruments"),
            ("/groups", "nav.groups", "populations"),
            ("/places", "nav.places", "places"),
            ("/languages", "nav.languages", "languages"),
            ("/agents", "nav.agents", "agents"),
        )
    ]
    page = Page(
        template="vocabularies",
        title=say(language_of(request), "nav.vocabularies"),
        component="src/pages/vocabularies/VocabulariesPage.vue",
        answers=(answer,),
        context={"data": answer.data, "own": own},
    )
    return draw(request, page)


@dataclass(frozen=True)
class TermList:
    """A list of terms: its question, the field that answers it, and what stands beside a name."""

    question: str
    field: str
    component: str
    phrase: str
    note: str = ""


TERM_LISTS = {
    "instruments": TermList(
        "InstrumentList",
        "instruments",
        "instruments/InstrumentsPage",
        "nav.instruments",
        "hornbostelSachs",
    ),
    "groups": TermList(
        "PopulationList", "populations", "populations/PopulationsPage", "nav.groups"
    ),
    "languages": TermList(
        "LanguageList", "languages", "languages/LanguagesPage", "nav.languages", "slug"
    ),
    "agents": TermList("AgentList", "agents", "agents/AgentsPage", "nav.agents"),
}


@require_safe
def terms(request: HttpRequest, which: str) -> HttpResponse:
    """Draw a list of terms by name, with a search among them."""
    listed, language = TERM_LISTS[which], language_of(request)
    text = request.GET.get("q", "").strip()
    used = True if request.GET.get("used") == "1" else None
    answer = ask(
        request,
        listed.question,
        first=TERMS,
        after=request.GET.get("after"),
        text=text or None,
        used=used,
    )
    connection: dict[str, Any] = answer.data[listed.field]
    nodes = [{**node, "note": node.get(listed.note) or ""} for node in connection["nodes"]]
    title = say(language, listed.phrase)
    page = Page(
        template="terms",
        title=title,
        component=f"src/pages/{listed.component}.vue",
        answers=(answer,),
        context={
            "heading": title,
            "text": text,
            "used": bool(used),
            "roots": answer.data.get("roots", {}).get("nodes", ()),
            "list": {**connection, "nodes": nodes},
            "more": more(request, connection),
            "crumbs": [("/vocabularies", say(language, "nav.vocabularies"))],
        },
    )
    return draw(request, page)
