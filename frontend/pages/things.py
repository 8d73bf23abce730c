"""The pages of things: what stands at `/items/{code}` and its like for those who ask for HTML."""

import base64
from typing import Any

from django.http import HttpRequest, HttpResponse

from frontend.pages import schema_org
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask
from ontology import iris
from ontology.negotiate import Thing, register_html, register_html_not_found

PAGE = 25
SHOWN_AS_VALUES = {"VALUE", "LABEL"}


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
        title=item["title"],
        description=item["description"] or _line_of(item),
        path=iris.path_of("item", thing.key),
        component="src/pages/item/ItemPage.vue",
        answers=(answer,),
        linked_data=schema_org.recording(item),
        audio_url=f"{iris.base()}{item['audio']['url']}" if item["audio"] else "",
        context={
            "it": item,
            "values": [each for each in item["results"] if each["kind"] in SHOWN_AS_VALUES],
        },
    )
    return draw(request, page)


def collection_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a collection and a page of its items."""
    answer = ask(
        request, "CollectionPage", code=thing.key, first=PAGE, after=request.GET.get("after")
    )
    collection = answer.data["collection"]
    if collection is None:
        return not_found_page(request)
    page = Page(
        template="collection",
        title=collection["title"],
        description=collection["description"] or "",
        path=iris.path_of("collection", thing.key),
        component="src/pages/collection/CollectionPage.vue",
        answers=(answer,),
        linked_data=schema_org.collected(collection),
        context={"it": collection, "more": more(request, collection["items"])},
    )
    return draw(request, page)


def place_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a place, what lies in it, and a page of what was recorded there."""
    answer = ask(request, "PlacePage", slug=thing.key, first=PAGE, after=request.GET.get("after"))
    place = answer.data["place"]
    if place is None:
        return not_found_page(request)
    page = Page(
        template="place",
        title=place["name"],
        path=iris.path_of("place", thing.key),
        component="src/pages/place/PlacePage.vue",
        answers=(answer,),
        linked_data={"@context": schema_org.CONTEXT, **schema_org.located(place)},
        context={"it": place, "more": more(request, place["items"])},
    )
    return draw(request, page)


#: Kinds that Django alone draws: their question, and the field that holds the answer.
QUESTIONS = {
    "corpus": "CorpusPage",
    "fonds": "FondsPage",
    "instrument": "InstrumentPage",
    "population": "PopulationPage",
    "language": "LanguagePage",
    "agent": "AgentPage",
}
#: Kinds of which a page says only that they are there, and where their data stand.
PLAIN = ("run", "result", "processor")


def thing_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a term or a level: its name, what uses it, and its data."""
    answer = ask(request, QUESTIONS[thing.kind], key=thing.key)
    found = answer.data[thing.kind]
    if found is None:
        return not_found_page(request)
    return draw(request, _thing(request, thing, found))


def plain_page(request: HttpRequest, thing: Thing) -> HttpResponse:
    """Draw a run, a result or a processor: its name and its data."""
    return draw(request, _thing(request, thing, {"name": thing.key}))


def _thing(request: HttpRequest, thing: Thing, found: dict[str, Any]) -> Page:
    name = found.get("title") or found["name"]
    others = found.get("vernacularNames") or found.get("names") or []
    facts = [
        ("place.names", ", ".join(each["name"] for each in others)),
        ("item.code", found.get("code") or found.get("hornbostelSachs")),
        ("item.archiving", found.get("description")),
        ("thing.corpora", ", ".join(each["title"] for each in _nodes(found, "corpora") or [])),
    ]
    return Page(
        template="thing",
        title=name,
        description=found.get("description") or "",
        path=iris.path_of(thing.kind, thing.key),
        context={
            "name": name,
            "kind_name": say(language_of(request), f"thing.{thing.kind}"),
            "lines": [(key, text) for key, text in facts if text],
            "collections": _nodes(found, "collections"),
            "items": _nodes(found, "items"),
            "total": found.get("items", {}).get("totalCount", 0),
        },
    )


def _nodes(found: dict[str, Any], name: str) -> list[dict[str, Any]] | None:
    connection = found.get(name)
    return connection["nodes"] if connection else None


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


def more(request: HttpRequest, connection: dict[str, Any]) -> str:
    """Return the query string of the next page of a list."""
    query = request.GET.copy()
    query["after"] = connection["pageInfo"]["endCursor"] or ""
    return query.urlencode()


def _line_of(item: dict[str, Any]) -> str:
    """Return what is known of an item in one line, where nobody has described it."""
    names = [each["name"] for each in item["populations"]]
    place = item["place"] and item["place"]["name"]
    date = item["recorded"] and item["recorded"]["edtf"]
    return " · ".join(part for part in (item["originalTitle"], *names, place, date) if part)


def register() -> None:
    """Tell `ontology.negotiate` who draws which kind."""
    register_html("item", item_page)
    register_html("collection", collection_page)
    register_html("place", place_page)
    for kind in QUESTIONS:
        register_html(kind, thing_page)
    for kind in PLAIN:
        register_html(kind, plain_page)
    register_html_not_found(not_found_page)
