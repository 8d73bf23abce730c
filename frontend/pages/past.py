"""The pages of what was changed: the journal, the bin, one record's history, and a merge to be."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.kinds import KINDS
from frontend.pages import staff
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from frontend.pages.things import more, not_found_page
from graphql_api.documents import DocumentFailed

#: How many entries are shown at once; the same in the Vue pages.
ENTRIES = 20
BINNED = 25


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Draw what was changed lately, under the conditions of the address (T-36, T-37)."""
    refused = staff.refusal(request)
    if refused is not None:
        return refused
    answer = ask(request, "JournalPage", **journal_variables(request.GET), first=ENTRIES)
    page = Page(
        template="journal",
        title=say(language_of(request), "journal.title"),
        component="src/pages/journal/JournalPage.vue",
        answers=(answer,),
        context={
            "list": answer.data["journal"],
            "kinds": list(KINDS),
            "given": request.GET,
            "more": more(request, answer.data["journal"]),
        },
    )
    return draw(request, page)


def journal_variables(query: Any) -> dict[str, Any]:
    """Return the journal's question from its address; asked.ts reads it in the same way."""
    kind = query.get("kind", "").strip()
    return {
        "kind": kind if kind.lower() in KINDS and kind == kind.upper() else None,
        "author": query.get("author", "").strip() or None,
        "since": _begin_of(query.get("since", "").strip()),
        "after": query.get("after", "").strip() or None,
    }


def _begin_of(text: str) -> str | None:
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-11-30") else None
    except ValueError:
        return None
    return datetime.combine(day, time(), ZoneInfo("UTC")).isoformat() if day else None


@require_safe
def bin_page(request: HttpRequest) -> HttpResponse:
    """Draw what was deleted and can be put back."""
    refused = staff.refusal(request)
    if refused is not None:
        return refused
    answer = ask(request, "BinPage", first=BINNED, after=request.GET.get("after") or None)
    page = Page(
        template="bin",
        title=say(language_of(request), "bin.title"),
        component="src/pages/bin/BinPage.vue",
        answers=(answer,),
        context={"list": answer.data["bin"], "more": more(request, answer.data["bin"])},
    )
    return draw(request, page)


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Draw the history of any record, whether or not it has a page, or is there any more."""
    refused = staff.refusal(request)
    if refused is not None:
        return refused
    record = request.GET.get("record", "")
    try:
        answer = ask(request, "HistoryPage", record=record)
        versions = ask(request, "RecordHistory", record=record, first=10, after=None)
    except DocumentFailed as failed:
        if "BAD_ID" not in failed.codes:
            raise
        return not_found_page(request)
    language, node = language_of(request), answer.data["node"] or {}
    name = node.get("title") or node.get("name") or say(language, "past.title")
    page = Page(
        template="history",
        title=say(language, "past.of", name=name),
        component="src/pages/history/HistoryPage.vue",
        answers=(answer, versions),
        context={"node": node, "list": versions.data["history"]},
    )
    return draw(request, page)


@require_safe
def merge(request: HttpRequest) -> HttpResponse:
    """Draw the page on which a term is merged into another; the application does the work."""
    refused = staff.refusal(request)
    if refused is not None:
        return refused
    try:
        answer = ask(request, "MergePage", source=request.GET.get("source", ""))
    except DocumentFailed as failed:
        if "BAD_ID" not in failed.codes:
            raise
        return not_found_page(request)
    node, language = answer.data["node"], language_of(request)
    if node is None or "name" not in node:
        return not_found_page(request)
    title = say(language, "merge.title", name=node["name"])
    page = Page(
        template="merge",
        title=title,
        component="src/pages/merge/MergePage.vue",
        answers=(answer,),
        context={"heading": title, "node": node},
    )
    return draw(request, page)
