"""The door of every thing's own URL: one address, five formats, one rule."""

import hashlib
from html import escape

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from django.views.decorators.csrf import csrf_exempt

from archive.access import PUBLIC, Actor
from archive.actors import actor_of
from archive.services.finding import moved
from archive.views.refusals import refusing
from ontology import context, iris, profile
from ontology.documents import Asked, document, find
from ontology.gone import gone
from ontology.negotiate import (
    BY_SUFFIX,
    FORMATS,
    HTML,
    JSONLD,
    NTRIPLES,
    Format,
    Thing,
    data_renderer,
    html_not_found_renderer,
    html_renderer,
    preferred,
)
from ontology.writers import jsonld, serialise

NOT_FOUND = "There is no such record here, or none that is open to you.\n"


@csrf_exempt
@refusing
def thing(request: HttpRequest, kind: str, name: str) -> HttpResponseBase:
    """Answer with a thing's page or document; what one may not find is not found."""
    if early := _not_a_read(request):
        return early
    actor = actor_of(request)
    asked = Asked(kind, name)
    format_ = asked.split[1]
    if format_ is not None:
        found = find(asked, actor)
        if found is not None and found.key == name:  # a code that ends like a suffix
            format_ = None
    if format_ is None and (data := data_renderer(kind, request.META.get("HTTP_ACCEPT", ""))):
        return data(request, name)
    format_ = format_ or _negotiated(request)
    if format_ is None:
        return _not_acceptable(iris.path_of(kind, name))
    if format_ == HTML:
        return _page(request, asked, actor)
    return _document(request, asked, actor, format_)


@csrf_exempt
def thing_below(request: HttpRequest, kind: str, above: str, name: str) -> HttpResponseBase:
    """Answer with a thing that stands under another: /vocabularies/{scheme}/{concept}."""
    return thing(request, kind, f"{above}/{name}")


def _page(request: HttpRequest, asked: Asked, actor: Actor) -> HttpResponse:
    found = find(asked, actor)
    if found is None:
        return _nothing(request, asked, actor, HTML)
    if there := _elsewhere(asked, found.key, found.pk):
        return there
    renderer = html_renderer(asked.kind)
    response = renderer(request, found) if renderer else _plain_page(found)
    return _with_headers(response, asked.kind, found.key, actor)


def _document(request: HttpRequest, asked: Asked, actor: Actor, format_: Format) -> HttpResponse:
    said = document(asked, actor)
    if said is None:
        return _nothing(request, asked, actor, format_)
    if there := _elsewhere(asked, said.key, said.pk):
        return there
    body = serialise.document(said.iri, said.triples + said.labels, asked.kind, format_)
    return _with_headers(_fresh(request, body, format_), asked.kind, said.key, actor)


def _elsewhere(asked: Asked, key: str, pk: object) -> HttpResponse | None:
    """A record with a code is cited by it: its uuid leads there."""
    stem, format_ = asked.split
    if key in {asked.name, stem}:
        return None
    suffix = f".{format_.suffix}" if format_ else ""
    return HttpResponsePermanentRedirect(f"{iris.path_of(asked.kind, key)}{suffix}")


def _moved(asked: Asked, actor: Actor) -> HttpResponse | None:
    """A code that a record bore leads to where it is now, for those who may find it (T-05)."""
    stem, format_ = asked.split
    found = moved(asked.kind, asked.name, actor)
    suffix = ""
    if found is None and format_ is not None:
        found = moved(asked.kind, stem, actor)
        suffix = f".{format_.suffix}"
    if found is None:
        return None
    path = iris.path_of(asked.kind, found.key)
    response = HttpResponsePermanentRedirect(f"{path}{suffix}")
    response["Vary"] = "Accept, Authorization, Cookie"
    # Permanent, but asked again each time: it may be hidden tomorrow, or a merge taken back.
    return _shared(response) if actor == PUBLIC else _for_one(response)


def _not_a_read(request: HttpRequest) -> HttpResponse | None:
    """Answer CORS's question before a read, and refuse whatever is none."""
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Headers"] = "Accept, Authorization, If-None-Match"
        response["Allow"] = "GET, HEAD, OPTIONS"
        return response
    if request.method in {"GET", "HEAD"}:
        return None
    response = HttpResponse(
        "Records are read here. They are changed by GraphQL's mutations.\n",
        status=405,
        content_type="text/plain; charset=utf-8",
    )
    response["Allow"] = "GET, HEAD, OPTIONS"
    return response


def _negotiated(request: HttpRequest, offered: tuple[Format, ...] = FORMATS) -> Format | None:
    media_type = preferred(
        request.META.get("HTTP_ACCEPT", ""), [format_.media_type for format_ in offered]
    )
    return next((format_ for format_ in offered if format_.media_type == media_type), None)


def _not_acceptable(path: str) -> HttpResponse:
    listed = "".join(f"{one.media_type}  {path}.{one.suffix}\n" for one in FORMATS)
    response = HttpResponse(
        f"None of the formats that you accept is served here. These are:\n{listed}",
        status=406,
        content_type="text/plain; charset=utf-8",
    )
    response["Vary"] = "Accept"
    return response


def _nothing(request: HttpRequest, asked: Asked, actor: Actor, format_: Format) -> HttpResponse:
    """Answer for what the actor may not find: it moved, its withdrawal was announced, or 404."""
    return _moved(asked, actor) or gone(request, asked, format_) or _not_found(request, format_)


def _not_found(request: HttpRequest, format_: Format) -> HttpResponse:
    """The same bytes for what is hidden and for what never was, whatever the path."""
    renderer = html_not_found_renderer()
    if format_ == HTML and renderer is not None:
        response = renderer(request)
        response.status_code = 404
    else:
        response = HttpResponse(NOT_FOUND, status=404, content_type="text/plain; charset=utf-8")
    response["Vary"] = "Accept, Authorization, Cookie"
    response["Cache-Control"] = "private, no-store"
    return response


def _fresh(request: HttpRequest, body: bytes, format_: Format) -> HttpResponse:
    """Return the body, or 304 where the asker has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    if etag in known or "*" in known or f"W/{etag}" in known:
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(body, content_type=format_.content_type)
    response["ETag"] = etag
    return response


def _with_headers(response: HttpResponse, kind: str, key: str, actor: Actor) -> HttpResponse:
    path = iris.path_of(kind, key)
    response["Vary"] = "Accept, Authorization, Cookie"
    response["Link"] = ", ".join(
        f'<{path}.{one.suffix}>; rel="alternate"; type="{one.media_type}"; title="{one.title}"'
        for one in FORMATS
    )
    return _shared(response) if actor == PUBLIC else _for_one(response)


def _shared(response: HttpResponse) -> HttpResponse:
    """What the public may read, any page may read; it is asked again each time."""
    response["Cache-Control"] = "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Link"
    return response


def _for_one(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    del response["ETag"]
    return response


def _plain_page(found: Thing) -> HttpResponse:
    """A page for kinds that nobody draws."""
    path = iris.path_of(found.kind, found.key)
    links = "".join(
        f'<li><a href="{escape(path)}.{one.suffix}">{one.title}</a></li>'
        for one in FORMATS
        if one != HTML
    )
    title = escape(found.key)
    return HttpResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><ul>{links}</ul></html>"
    )


@csrf_exempt
def vocabulary(request: HttpRequest) -> HttpResponse:
    """Serve our own terms, in any format of a document."""
    if early := _not_a_read(request):
        return early
    format_ = _negotiated(request, (BY_SUFFIX["ttl"], NTRIPLES, BY_SUFFIX["rdf"], HTML))
    if format_ is None:
        return _not_acceptable("/ns")
    said = profile.triples()
    if format_ == HTML:
        body = _vocabulary_page().encode()
    elif format_ == NTRIPLES:
        body = ("\n".join(said) + "\n").encode()
    else:
        body = serialise.rdf(said, format_)
    response = _shared(_fresh(request, body, format_))
    response["Vary"] = "Accept"
    return response


def _vocabulary_page() -> str:
    rows = "".join(
        f'<dt id="{name}"><a href="#{name}">{name}</a></dt><dd>{escape(term.comment)}</dd>'
        for name, term in profile.TERMS.items()
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Our terms</title>'
        f"<h1>Terms of {escape(iris.profile())}</h1><dl>{rows}</dl></html>"
    )


@csrf_exempt
def jsonld_context(request: HttpRequest) -> HttpResponse:
    """Serve the context that every JSON-LD document names."""
    if early := _not_a_read(request):
        return early
    return _shared(_fresh(request, jsonld.dumps(context.document()), JSONLD))
