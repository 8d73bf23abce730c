"""One URL, several shapes: which of them a request asked for, and who draws it.

`ontology` owns the URLs of things (`/items/{code}` and the other kinds of `iris.PATHS`) and
draws JSON-LD, Turtle, N-Triples and RDF/XML. HTML is drawn by whom registers for it, from
`apps.ready()`:

    from ontology.negotiate import Thing, register_html, register_html_not_found

    def item_page(request: HttpRequest, thing: Thing) -> HttpResponse: ...

    register_html("item", item_page)              # one renderer per kind; the last one wins
    register_html_not_found(not_found_page)       # must give the same bytes whatever the path
    register_html_gone(gone_page)                 # draws a Tombstone: withdrawn, and said so

or, where loading the renderers takes long, `register_later(register)`, which is called when a page
is drawn for the first time: workers never draw one.

What is no description of a thing but its content in other programs' words (a result's numbers as
CSV) is offered by `Accept` too: `register_data("result", "text/csv", draw)`. Its renderer asks the
rule itself.

A renderer is called only when the actor may find the thing; `thing.pk` and `thing.key` say
which one. Status, `Vary`, `Link: rel=alternate` and CORS are put on by the view; caching is
`private, no-store` unless the actor is the public. Suffixes (`.jsonld .ttl .nt .rdf .html`)
overrule `Accept`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

if TYPE_CHECKING:
    from archive.models import Tombstone  # readers of SPARQL come here without Django's models


@dataclass(frozen=True)
class Format:
    """A shape in which a document is served."""

    suffix: str
    media_type: str
    title: str

    @property
    def content_type(self) -> str:
        """Return the media type as the header says it; JSON-LD's is UTF-8 by definition."""
        textual = self.media_type.startswith("text/") or self.suffix == "rdf"
        return f"{self.media_type}; charset=utf-8" if textual else self.media_type


HTML = Format("html", "text/html", "page")
JSONLD = Format("jsonld", "application/ld+json", "JSON-LD")
TURTLE = Format("ttl", "text/turtle", "Turtle")
NTRIPLES = Format("nt", "application/n-triples", "N-Triples")
RDFXML = Format("rdf", "application/rdf+xml", "RDF/XML")

#: In the server's order of preference, which decides among equals.
FORMATS: tuple[Format, ...] = (HTML, JSONLD, TURTLE, NTRIPLES, RDFXML)
BY_SUFFIX: dict[str, Format] = {format_.suffix: format_ for format_ in FORMATS}


@dataclass(frozen=True)
class Thing:
    """A thing that the actor may find, as its page is about to be drawn.

    `pk` is None for a kind that has no row of its own (processors).
    """

    kind: str
    pk: UUID | None
    key: str
    """What stands in its IRI: code, slug or uuid."""
    iri: str


HtmlRenderer = Callable[[HttpRequest, Thing], HttpResponse]
DataRenderer = Callable[[HttpRequest, str], HttpResponseBase]
NotFoundRenderer = Callable[[HttpRequest], HttpResponse]
GoneRenderer = Callable[[HttpRequest, "Tombstone"], HttpResponse]

_html: dict[str, HtmlRenderer] = {}
_data: dict[str, dict[str, DataRenderer]] = {}
_html_not_found: list[NotFoundRenderer] = []
_html_gone: list[GoneRenderer] = []
_later: list[Callable[[], None]] = []
_loading = Lock()


def register_html(kind: str, renderer: HtmlRenderer) -> None:
    """Let `renderer` draw the HTML of every thing of this kind."""
    _html[kind] = renderer


def register_data(kind: str, media_type: str, renderer: DataRenderer) -> None:
    """Let `renderer` answer for things of this kind where this media type is liked best."""
    _data.setdefault(kind, {})[media_type] = renderer


def data_renderer(kind: str, accept: str) -> DataRenderer | None:
    """Return who answers in a media type of data; None where a document is liked at least as."""
    offered = _data.get(kind, {})
    documents = [format_.media_type for format_ in FORMATS]
    return offered.get(preferred(accept, [*documents, *offered]) or "")


def register_html_not_found(renderer: NotFoundRenderer) -> None:
    """Let `renderer` draw the page for what is not there, or not for this actor."""
    _html_not_found[:] = [renderer]


def register_html_gone(renderer: GoneRenderer) -> None:
    """Let `renderer` draw the page of what was withdrawn, where that was announced (410)."""
    _html_gone[:] = [renderer]


def register_later(register: Callable[[], None]) -> None:
    """Let `register` register its renderers when one is asked for the first time."""
    _later.append(register)


def _load() -> None:
    """Have those registered that wait; who asks meanwhile waits for them."""
    with _loading:
        while _later:
            _later[0]()
            del _later[0]


def html_gone_renderer() -> GoneRenderer | None:
    _load()
    return _html_gone[0] if _html_gone else None


def html_renderer(kind: str) -> HtmlRenderer | None:
    _load()
    return _html.get(kind)


def html_not_found_renderer() -> NotFoundRenderer | None:
    _load()
    return _html_not_found[0] if _html_not_found else None


@dataclass(frozen=True)
class MediaRange:
    """One element of an Accept header."""

    type: str
    subtype: str
    quality: float

    def fits(self, media_type: str) -> int:
        """Return how exactly the range names the type: 3, 2 (type/*), 1 (*/*), or 0 for not."""
        type_, _, subtype = media_type.partition("/")
        if (self.type, self.subtype) == ("*", "*"):
            return 1
        if self.type != type_:
            return 0
        if self.subtype == "*":
            return 2
        return 3 if self.subtype == subtype else 0


def media_ranges(accept: str) -> Iterable[MediaRange]:
    """Read an Accept header (RFC 9110 section 12.5.1); an odd element is passed over."""
    for element in accept.split(","):
        range_, *parameters = (part.strip() for part in element.split(";"))
        type_, slash, subtype = range_.lower().partition("/")
        if not (type_ and slash and subtype):
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = _quality(value.strip())
        yield MediaRange(type_, subtype, quality)


def _quality(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type that the header likes best, None if it accepts none.

    The most exact range decides a type's quality; among equal qualities the offer's order does.
    """
    ranges = list(media_ranges(accept)) if accept.strip() else [MediaRange("*", "*", 1.0)]
    best: tuple[float, str] | None = None
    for media_type in offered:
        fitting = [(range_.fits(media_type), range_.quality) for range_ in ranges]
        exactness, quality = max(fitting, default=(0, 0.0))
        if exactness and quality > 0 and (best is None or quality > best[0]):
            best = (quality, media_type)
    return best[1] if best else None
