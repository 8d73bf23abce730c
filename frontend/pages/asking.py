"""Asking the archive without script and without an account, and reading the answer by its address.

    /ask?about=ID              a correction, a naming, a withdrawal
    /ask?about=ID&wish=access  access, for who has an account
    /ask?wish=account          an account
    /answers/SECRET            what became of it

What is asked about is shown as far as the reader finds it, and asked of all the same.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask as ask_schema
from frontend.pages.questions import change
from frontend.pages.things import not_found_page
from graphql_api.documents import DocumentFailed

WISHES = ("CORRECTION", "NAMING", "WITHDRAWAL")
GIVES = ("READ", "LISTEN", "DOWNLOAD")
#: What access is given to.
OPENED = ("Item", "Collection")
SEE_OTHER, TOO_MANY = 303, 429


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Draw the form that the address names, or take in what it says."""
    about = request.GET.get("about", "")
    try:
        found = ask_schema(request, "AskPage", id=about).data["node"] if about else None
    except DocumentFailed:  # it is no id
        return not_found_page(request)
    form = _form(request, found, asks_about=bool(about))
    if form is None:
        return not_found_page(request)
    status = 200
    if request.method == "POST" and not form["needs_account"]:
        said = _said(request, form["kind"], about)
        try:
            done = change(request, "AskArchive", **said)["done"]
        except DocumentFailed as failed:
            if "TOO_MANY" not in failed.codes:
                raise
            status, form["wrong"] = TOO_MANY, "ask.later"
        else:
            if "secret" in done:
                return _received(request, done["secret"])
            status, form["given"] = 400, said
            field = (done.get("path") or [""])[-1]
            known = field in {"words", "email"}
            form["wrong"] = f"ask.wrong.{field if known else 'other'}"
            form["field"], form["detail"] = field, "" if known else done["message"]
    return _private(draw(request, _page(request, "ask", "ask.title", form, status)))


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """Draw what became of a request, for whoever has its address; there it is taken back too."""
    try:
        if request.method == "POST":
            change(request, "TakeBackRequest", secret=secret)
            return _see(request.path)
        found = ask_schema(request, "AnswerPage", secret=secret).data["requestAnswer"]
    except DocumentFailed as failed:
        if "TOO_MANY" not in failed.codes:
            raise
        page = _page(request, "answer", "answer.title", {"later": True}, TOO_MANY)
        return _private(draw(request, page))
    if found is None:
        return not_found_page(request)
    language = language_of(request)
    told = {
        "it": found,
        "wish_name": say(language, f"wish.{found['wish'].lower()}"),
        "stage_name": say(language, f"stage.{found['stage'].lower()}"),
    }
    return _private(draw(request, _page(request, "answer", "answer.title", told)))


def _form(
    request: HttpRequest, found: dict[str, Any] | None, *, asks_about: bool
) -> dict[str, Any] | None:
    """Return what the form is made of; None where the address names no form."""
    kind, is_known = request.GET.get("wish", "change"), request.user.is_authenticated
    if kind not in {"change", "access", "account"} or (kind == "account") is asks_about:
        return None
    language = language_of(request)
    here = f"/ask?{urlencode({'about': request.GET.get('about', ''), 'wish': kind})}"
    return {
        "kind": kind,
        "about": found and {"path": found["iri"], "name": _called(found)},
        "wishes": [(one, say(language, f"ask.wish.{one.lower()}")) for one in WISHES],
        "gives": [(one, say(language, f"gives.{one.lower()}")) for one in GIVES],
        "needs_account": kind == "access" and not is_known,
        "offers_access": found is not None and found["__typename"] in OPENED and kind == "change",
        "is_known": is_known,
        "here": request.get_full_path(),
        "login": f"/login?{urlencode({'next': here})}",
        "id": request.GET.get("about", ""),
        "given": {},
    }


def _said(request: HttpRequest, kind: str, about: str) -> dict[str, Any]:
    """Return what was filled in, in the words of the schema."""
    given = request.POST
    wish = given.get("wish", "") if kind == "change" else kind.upper()
    gives = given.get("gives", "")
    return {
        "wish": wish if wish in WISHES or kind != "change" else WISHES[0],
        "words": given.get("words", "").replace("\r\n", "\n"),
        "record": about or None,
        "name": given.get("name", ""),
        "email": given.get("email", ""),
        "gives": (gives if gives in GIVES else "LISTEN") if kind == "access" else None,
    }


def _received(request: HttpRequest, secret: str) -> HttpResponse:
    """Lead to where the answer will stand: one's own requests, or an address to keep."""
    return _see("/requests" if request.user.is_authenticated else f"/answers/{secret}")


def _see(path: str) -> HttpResponse:
    response = HttpResponseRedirect(path, status=SEE_OTHER)
    return _private(response)


def _called(found: dict[str, Any]) -> str:
    return str(found.get("title") or found.get("name") or found["iri"])


def _page(
    request: HttpRequest, template: str, phrase: str, context: dict[str, Any], status: int = 200
) -> Page:
    title = say(language_of(request), phrase)
    return Page(template=template, title=title, context=context, status=status)


def _private(response: HttpResponse) -> HttpResponse:
    """The address of an answer is a secret, and a form is between two."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
