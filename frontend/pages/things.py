"""The pages of things: what stands at `/items/{code}` and its like for those who ask for HTML."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.http import HttpRequest, HttpResponse

from archive.models import Tombstone
from frontend.pages import schema_org
from frontend.pages.blocks import called_in, said_in, shown_blocks
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from ontology import iris
from ontology.negotiate import (
    Thing,
    register_html,
    register_html_gone,
    register_html_not_found,
)

PAGE = 25
CONCEPTS = 50
#: The list that a page turns, by what the thing holds.
HELD = ("items", "collections", "corpora", "concepts")
SHOWN_AS_VALUES = {"VALUE", "LABEL"}
Record = dict[str, Any]
#: A path and a phrase of the catalogue.
Above = tuple[str, str]
#: A path and what stands there; of a thing, in which language too.
Crumb = tuple[str, str] | tuple[str, str, str]


@dataclass(frozen=True)
class Shape:
    """How the page of a kind is made: its question, its component, and the way to it."""

    question: str
    #: What the question calls the thing's key.
    by: str
    component: str
    #: The lists above it, as paths and phrases.
    above: tuple[Above, ...] = ()
    #: The field that holds the things directly above it.
    parents: str = ""
    linked_data: Callable[[Record], Record] | None = None


_VOCABULARIES: Above = ("/vocabularies", "nav.vocabularies")
_ARCHIVE: Above = ("/fonds", "nav.archive")

SHAPES: dict[str, Shape] = {
    "fonds": Shape("FondsPage", "code", "fonds/FondsPage", (_ARCHIVE,)),
    "corpus": Shape("CorpusPage", "code", "corpus/CorpusPage", (_ARCHIVE,), "fonds"),
    "collection": Shape(
        "CollectionPage",
        "code",
        "collection/CollectionPage",
        (("/collections", "nav.collections"),),
        "corpora",
        schema_org.collected,
    ),
    "instrument": Shape(
        "InstrumentPage",
        "slug",
        "instrument/InstrumentPage",
        (_VOCABULARIES, ("/instruments", "nav.instruments")),
        "parents",
    ),
    "population": Shape(
        "PopulationPage",
        "slug",
        "population/PopulationPage",
        (_VOCABULARIES, ("/groups", "nav.groups")),
        "parents",
    ),
    "language": Shape(
        "LanguagePage",
        "slug",
        "language/LanguagePage",
        (_VOCABULARIES, ("/languages", "nav.languages")),
    ),
    "agent": Shape(
        "AgentPage", "slug", "agent/AgentPage", (_VOCABULARIES, ("/agents", "nav.agents"))
    ),
    "place": Shape(
        "PlacePage",
        "slug",
        "place/PlacePage",
        (("/places", "nav.places"),),
        "parents",
        lambda place: {"@context": schema_org.CONTEXT, **schema_org.located(place)},
    ),
}
SHAPES |= {
    "concept": Shape("ConceptPage", "slug", "concept/ConceptPage", (_VOCABULARIES,), "scheme"),
    "scheme": Shape("SchemePage", "slug", "scheme/SchemePage", (_VOCABULARIES,)),
    "carrier": Shape(
        "CarrierPage", "code", "carrier/CarrierPage", (("/carriers", "nav.carriers"),)
    ),
    "holder": Shape("HolderPage", "slug", "holder/HolderPage", (("/holders", "nav.holders"),)),
}
#: Kinds of which a page says only that they are there, and where their data stand.
PLAIN = ("result", "processor")


def record_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a level or a term: its blocks, and a page of what it holds."""
    shape = SHAPES[thing.kind]
    answer = ask(request, shape.question, **_variables(request, thing, shape))
    found = answer.data[thing.kind]
    if found is None:
        return not_found_page(request)
    language = language_of(request)
    title = called_in(language, found)
    held = next((found[name] for name in HELD if _is_list(found, name)), None)
    page = Page(
        template="record",
        title=title.text,
        description=said_in(language, found, "description").text or found.get("note") or "",
        path=iris.path_of(thing.kind, thing.key),
        component=f"src/pages/{shape.component}.vue",
        answers=(answer,),
        linked_data=shape.linked_data(found) if shape.linked_data else None,
        context={
            "it": found,
            "name": title,
            "kind_name": say(language, f"thing.{thing.kind}"),
            "crumbs": _crumbs(language, shape, found),
            "blocks": shown_blocks(language, thing.kind, found),
            "held": held,
            "kept": answer.data.get("items"),
            "more": more(request, held) if held else "",
        },
    )
    return draw(request, page)


def _variables(request: HttpRequest, thing: Thing, shape: Shape) -> dict[str, Any]:
    above, _, key = thing.key.rpartition("/")
    asked: dict[str, Any] = {
        shape.by: key,
        "first": CONCEPTS if thing.kind == "scheme" else PAGE,
        "after": request.GET.get("after"),
    }
    if thing.kind == "concept":
        asked["scheme"] = above
    if thing.kind == "scheme":
        # By classification, unless words are looked for.
        text = request.GET.get("q", "").strip()
        asked["filter"] = {"text": text} if text else {"isRoot": True}
        if request.GET.get("used") == "1":
            asked["filter"]["inUse"] = True
    return asked


def _is_list(found: Record, name: str) -> bool:
    return isinstance(found.get(name), dict) and "nodes" in found[name]


def _crumbs(language: str, shape: Shape, found: Record) -> list[Crumb]:
    above = found.get(shape.parents) or []
    above = above if isinstance(above, list) else [above]
    return [
        *((path, say(language, phrase)) for path, phrase in shape.above),
        *((each["iri"], *_called(language, each)) for each in above[:1]),
    ]


def _called(language: str, thing: Record) -> tuple[str, str]:
    called = called_in(language, thing)
    return called.text, called.lang


def item_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a recording: what is known of it, its sound, what was measured."""
    if thing.key == str(thing.pk):
        # What GraphQL calls an item without a code; the application makes the same id of the path.
        global_id = base64.b64encode(f"Item:{thing.pk}".encode()).decode()
        answer = ask(request, "ItemPageById", id=global_id)
        item = answer.data["node"]
    else:
        answer = ask(request, "ItemPage", code=thing.key)
        item = answer.data["item"]
    if item is None:
        return not_found_page(request)
    page = Page(
        template="item",
        title=said_in(language_of(request), item, "title").text,
        description=item["description"] or _line_of(language_of(request), item),
        path=iris.path_of("item", thing.key),
        component="src/pages/item/ItemPage.vue",
        answers=(answer,),
        linked_data=schema_org.recording(item),
        audio_url=f"{iris.base()}{item['audio']['url']}" if _is_given(item) else "",
        context={
            "it": item,
            "blocks": shown_blocks(language_of(request), "item", item),
            **_withheld(language_of(request), item),
            "values": [each for each in item["results"] if each["kind"] in SHOWN_AS_VALUES],
        },
    )
    return draw(request, page)


def _is_given(item: Record) -> bool:
    """Tell whether the sound is given out: there is one, and no notice is to be read before."""
    return bool(item["audio"]) and not item["unreadLabels"]


#: Which day a reason speaks of.
_DAY_OF = {"EMBARGO": "embargoUntil", "AGE": "opensOn"}


def _withheld(language: str, item: Record) -> dict[str, Any]:
    """Return why the sound is withheld, and the institution to ask (W-08)."""
    access = item["access"]
    if not access["withheld"]:
        return {}
    said = say(
        language,
        f"withheld.{access['withheld'].lower()}",
        date=str(access[_DAY_OF.get(access["withheld"], "embargoUntil")] or "")[:10],
    )
    asks = access["withheld"] != "NO_SOUND"
    above = item["collection"] or {}
    protocols = [*item["protocols"], *above.get("protocols", [])]
    return {
        "withheld": said,
        "asks": asks,
        "keeper": asks and (item["holder"] or above.get("holder")),
        "protocols": protocols if access["withheld"] == "PROTOCOL" else [],
    }


def plain_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a result or a processor: its name and its data."""
    page = Page(
        template="thing",
        title=thing.key,
        path=iris.path_of(thing.kind, thing.key),
        context={
            "name": thing.key,
            "kind_name": say(language_of(request), f"thing.{thing.kind}"),
        },
    )
    return draw(request, page)


def not_found_page(request: HttpRequest) -> HttpResponse:
    """Draw the page for what is not there, or not for this reader: the same for every address."""
    language = language_of(request)
    page = Page(
        template="plain",
        title=say(language, "unknown.title"),
        context={
            "heading": say(language, "unknown.title"),
            "sentence": say(language, "unknown.text"),
        },
        status=404,
    )
    return draw(request, page)


def gone_page(request: HttpRequest, tombstone: Tombstone) -> HttpResponse:
    """Draw the page of what was withdrawn or erased, where that was announced."""
    language, name = language_of(request), tombstone.title or tombstone.code
    day = tombstone.at.astimezone(UTC).date().isoformat()
    what = say(language, "gone.erased" if tombstone.is_erased else "gone.withdrawn", day=day)
    page = Page(
        template="plain",
        title=name,
        context={"heading": name, "sentence": what, "reason": tombstone.reason},
        status=410,
    )
    return draw(request, page)


def more(request: HttpRequest, connection: dict[str, Any]) -> str:
    """Return the query string of the next page of a list."""
    query = request.GET.copy()
    query["after"] = connection["pageInfo"]["endCursor"] or ""
    return query.urlencode()


def _line_of(language: str, item: dict[str, Any]) -> str:
    """Return what is known of an item in one line, where nobody has described it."""
    names = [called_in(language, each).text for each in item["populations"]]
    place = item["place"] and called_in(language, item["place"]).text
    date = item["recorded"] and item["recorded"]["edtf"]
    return " · ".join(part for part in (item["originalTitle"], *names, place, date) if part)


def register() -> None:
    """Tell `ontology.negotiate` who draws which kind."""
    register_html("item", item_page)
    for kind in SHAPES:
        register_html(kind, record_page)
    for kind in PLAIN:
        register_html(kind, plain_page)
    register_html_not_found(not_found_page)
    register_html_gone(gone_page)
