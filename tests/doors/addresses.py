"""Questions for every address of the url table; one that nobody fills fails the sweep."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from django.urls import URLPattern, URLResolver, get_resolver

from ontology.iris import PATHS
from tests.doors.asking import Question, getting, posting
from tests.doors.canaries import FIND, STAFF, key_of, token
from tests.doors.hidden import HIDDEN_COLLECTIONS, HIDDEN_LEVELS, Hidden, hidden, silent
from tests.doors.planting.sounds import tile_hash
from tests.doors.planting.words import language_code

#: Where an item's own key leads: there those are asked for as well that are found and not heard.
OF_ITEMS = ("items/<", "media/items/", "media/results/", "results/<uuid")
SUFFIXES = ("", ".jsonld", ".ttl", ".nt", ".rdf", ".html")
ADMIN = "admin/"
Filled = Callable[[Hidden], list[str]]


def routes(patterns: Any = None, before: str = "") -> Iterator[str]:
    """Yield every address of the site as its table writes it."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield route


def _term(model: str, *, column: str = "slug", act: str = FIND) -> Filled:
    return lambda one: [
        token(one.number, f"{model}.{column}", act),
        str(key_of(model, one.number)),
    ]


def _collection(one: Hidden) -> list[str]:
    found = [name for name in HIDDEN_COLLECTIONS if name == one.collection]
    return [
        key
        for name in found
        for key in (
            token(HIDDEN_COLLECTIONS[name], "Collection.code"),
            str(key_of("Collection", 0, name)),
        )
    ]


#: What stands for `<str:name>` in the address of each kind of thing.
NAMES: Mapping[str, Filled] = {
    "items": lambda one: [one.code, str(one.key), one.old_code],
    "collections": _collection,
    "corpora": lambda _: [token(HIDDEN_LEVELS["corpus"], "Corpus.code")],
    "fonds": lambda _: [token(HIDDEN_LEVELS["fonds"], "Fonds.code")],
    "places": _term("Place"),
    "instruments": _term("Instrument"),
    "groups": _term("Population"),
    "languages": lambda one: [language_code(one.number)],
    "agents": _term("Agent"),
    "runs": lambda one: [str(key_of("Run", one.number))],
    "results": lambda one: [str(key_of("Result", one.number))],
    "processors": lambda _: ["waveform", "level"],
    "annotations": lambda one: [str(key_of("Track", one.number, k)) for k in ("lyrics", "markers")],
    "holders": lambda _: ["item-0"],
    "carriers": _term("Carrier", column="code"),
    "vocabularies": lambda _: ["keywords"],
    "accessions": _term("Accession", column="code", act=STAFF),
    "agreements": _term("Agreement", column="code", act=STAFF),
    "code-policies": lambda _: ["of-items"],
}
#: Addresses with parameters that are no thing's own.
FILLED: Mapping[str, Filled] = {
    r"accounts/oidc/^(?P<provider_id>[^/]+)/login/": lambda _: ["/accounts/oidc/none/login/"],
    r"accounts/oidc/^(?P<provider_id>[^/]+)/login/callback/": lambda _: [
        "/accounts/oidc/none/login/callback/"
    ],
    "_allauth/<str:client>/v1/account/phone": lambda _: ["/_allauth/browser/v1/account/phone"],
    "password/<str:key>": lambda one: [f"/password/{one.number}-never-sent"],
    "communities/<str:key>": lambda _: ["/communities/sweep-ours"],
    "protocols/<str:key>": lambda _: ["/protocols/sweep-ours"],
    "labels/<str:key>": lambda one: [f"/labels/{token(one.number, 'Label.slug')}"],
    "reading-rooms/<str:key>": lambda _: ["/reading-rooms/sweep"],
    "editor-groups/<str:key>": lambda _: ["/editor-groups/sweep"],
    "publication-rules/<str:key>": lambda _: ["/publication-rules/sweep"],
    "answers/<str:secret>": lambda _: ["/answers/never-given"],
    "selections/<uuid:key>.<slug:extension>": lambda _: [
        f"/selections/{key_of('Selection', number)}.{each}"
        for number, each in (
            (0, "csv"),
            (0, "m3u8"),
            (0, "jspf"),
            (0, "jsonld"),
            (1, "csv"),
            (1, "jspf"),
            (1, "jsonld"),
        )
    ],
    "selections/<uuid:key>": lambda _: [
        f"/selections/{key_of('Selection', number)}" for number in (0, 1, 3)
    ],
    "media/notices/<slug:slug>": lambda one: [f"/media/notices/{token(one.number, 'Label.slug')}"],
    "media/related/<uuid:media_id>": lambda one: [
        f"/media/related/{key_of('RelatedMedia', one.number, which)}" for which in ("kept", "url")
    ],
    "media/erasures/<uuid:erasure_id>.csv": lambda one: [
        f"/media/erasures/{key_of('Erasure', one.number)}.csv"
    ],
    "media/agreements/<uuid:agreement_id>/document": lambda one: [
        f"/media/agreements/{key_of('Agreement', one.number)}/document"
    ],
    "media/items/<uuid:item_id>/parts/<int:position>/sound": lambda one: [
        f"/media/items/{one.key}/parts/{position}/sound" for position in (1, 2)
    ],
    "media/items/<uuid:item_id>/tiles/<sha256:content_hash>/<small:level>/<small:index>": (
        lambda one: [f"/media/items/{one.key}/tiles/{tile_hash(one.number)}/0/0"]
    ),
    "media/results/<uuid:result_id>.h5": lambda one: [
        f"/media/results/{key_of('Result', one.number)}.h5"
    ],
    "results/<uuid:result_id>.<export:extension>": lambda one: [
        f"/results/{key_of('Result', one.number)}.{each}" for each in ("json", "csv", "jams")
    ],
    "results/<uuid:result_id>/pass.<export:extension>": lambda one: [
        f"/results/{key_of('Result', one.number)}/pass.xml"
    ],
    "results/<uuid:result_id>/frames": lambda one: [
        f"/results/{key_of('Result', one.number)}/frames"
    ],
    "items/<str:cited>/waveform.<picture:extension>": lambda one: [
        f"/items/{cited}/waveform.{each}"
        for cited, each in ((one.code, "svg"), (one.key, "png"), (one.old_code, "svg"))
    ],
    "items/<str:cited>/spectrogram.png": lambda one: [f"/items/{one.code}/spectrogram.png"],
    "items/<str:cited>/poster.jpg": lambda one: [f"/items/{one.code}/poster.jpg"],
    "items/<str:cited>/sound.<sound:extension>": lambda one: [
        f"/items/{cited}/sound.{each}"
        for cited, each in ((one.code, "wav"), (one.key, "flac"), (one.old_code, "mp3"))
    ],
    "items/<str:cited>/results": lambda one: [f"/items/{one.code}/results"],
    "items/<str:cited>/results.<export:extension>": lambda one: [
        f"/items/{cited}/results.{each}"
        for cited, each in ((one.code, "csv"), (one.key, "xml"), (one.old_code, "json"))
    ],
    "media/results/<uuid:result_id>/<output:name>": lambda one: [
        f"/media/results/{key_of('Result', one.number)}/audio"
    ],
    "items/<str:cited>/tracks/<uuid:track_id>.<str:extension>": lambda one: [
        f"/items/{one.code}/tracks/{key_of('Track', one.number, kind)}.{extension}"
        for kind, extension in (("lyrics", "lrc"), ("markers", "vtt"), ("lyrics", "vtt"))
    ],
    "<str:section>/<str:key>/edit": lambda one: [
        f"/items/{one.code}/edit",
        f"/places/{token(one.number, 'Place.slug')}/edit",
        f"/carriers/{token(one.number, 'Carrier.code')}/edit",
    ],
    "vocabularies/<str:scheme>/<str:key>/edit": lambda one: [
        f"/vocabularies/keywords/{token(one.number, 'Concept.slug')}/edit"
    ],
    "vocabularies/<str:above>/<str:name>": lambda one: [
        f"/vocabularies/keywords/{token(one.number, 'Concept.slug')}"
    ],
    "new/<str:section>": lambda one: (
        [f"/new/items?collection={code}" for code in _collection(one)] or ["/new/items"]
    ),
}
_SPARQL = (
    "SELECT * { ?s ?p ?o }",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
    "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
)
#: Addresses without parameters, where something can be written behind them.
BEHIND: Mapping[str, tuple[str, ...]] = {
    "items": (
        "?q=0zq",
        f"?q={token(3, 'Item.title')}",
        f"?collection={token(900, 'Collection.code')}",
        f"?place={token(0, 'Place.slug')}",
        "?holder=item-0",
        "?access=NONE",
        "?order=TITLE",
        "?order=NEWEST",
        "?sound=1",
        "?after=x",
    ),
    "carriers": ("?text=0zq",),
    "instruments": ("?text=0zq",),
    "agents": ("?text=0zq",),
    "collections": ("?after=x",),
    "sparql": tuple(f"?query={quote(query)}" for query in _SPARQL),
}


def unfilled() -> list[str]:
    """Return the addresses that nothing here asks."""
    return [route for route in routes() if not route.startswith(ADMIN) and not _fill(route)]


def _fill(route: str) -> Filled | None:
    if route in FILLED:
        return FILLED[route]
    if "<" not in route:
        return lambda _: [f"/{route}"]
    segment, _, rest = route.partition("/")
    if rest in {"<str:name>", "<str:key>"} and segment in NAMES:
        return lambda one: [f"/{segment}/{quote(name)}" for name in NAMES[segment](one)]
    return None


def _asked(route: str, fill: Filled, one: Hidden) -> list[str]:
    """A thing is asked for as a page or in one of its formats, by turns; by its id now and then."""
    paths = fill(one) if one.number % 6 == 0 or route in FILLED else fill(one)[:1]
    is_thing = route.endswith("<str:name>") and route.partition("/")[0] in PATHS.values()
    return [f"{path}{SUFFIXES[one.number % 6]}" for path in paths] if is_thing else paths


def url_questions() -> Iterator[Question]:
    """Yield what is asked at each address: of the rich items, and of more at the item's own."""
    rich = [one for one in hidden() if one.is_rich]
    for route in routes():
        fill = None if route.startswith(ADMIN) else _fill(route)
        if fill is None:
            continue
        if "<" not in route:
            for behind in ("", *BEHIND.get(route, ())):
                yield getting(f"url {route}", f"/{route}{behind}")
            continue
        others: tuple[Hidden, ...] = ()
        if route.startswith(OF_ITEMS):
            others = silent()
        if route == "items/<str:name>":
            others += hidden()[1::2]
        for path in dict.fromkeys(
            path for one in (*rich, *others) for path in _asked(route, fill, one)
        ):
            yield getting(f"url {route}", path)
    yield from _with_bodies()


def _with_bodies() -> Iterator[Question]:
    for query in _SPARQL:
        yield posting("url sparql", "/sparql", query, "application/sparql-query")
    query = '{"query": "{ items(first: 100) { totalCount nodes { code title } } }"}'
    yield posting("url graphql", "/graphql", query, "application/json")


def admin_questions() -> Iterator[Question]:
    """Yield the operators' admin: the list of each table, and the forms of a hidden item."""
    for route in routes():
        if not route.startswith(ADMIN) or "(?P" in route:
            continue
        if "<" not in route and not route.endswith("/add/"):
            yield getting(f"url {route}", f"/{route}")
        elif route.startswith(f"{ADMIN}archive/item/"):
            yield getting(
                f"url {route}", "/" + route.replace("<path:object_id>", str(hidden()[0].key))
            )
