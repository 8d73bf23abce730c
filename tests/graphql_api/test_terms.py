"""Terms and vocabularies through GraphQL: read, describe, change, suggest."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.access import PUBLIC, Actor
from archive.models import (
    Concept,
    ConceptEdge,
    Place,
    PlaceMatch,
    PlaceName,
    RecordConcept,
    Scheme,
)
from archive.services.describe_terms import Name, create_place
from tests.factories import (
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_instrument,
    make_item,
    make_language,
    make_part,
    make_place,
    make_population,
)
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db

CREATE = {
    "Place": ("kind: SETTLEMENT, latitude: 14.5, longitude: -3.3", "kind"),
    "Instrument": ('hornbostelSachs: "321.322-71", vernacularNames: [{name: "KORA"}]', "slug"),
    "Population": ("isAuthoritative: true", "isAuthoritative"),
    "Agent": ('kind: BODY, lived: "1937/2009", webPage: "https://example.org/"', "kind"),
    "Language": ('slug: "qaa", scope: INDIVIDUAL, type: LIVING', "scope"),
    "Concept": ('scheme: "keywords", notation: "1.2"', "notation"),
}
COMMON = (
    'name: "Sanga", note: "A note", translations: [{field: "note", language: "fr", text: "Une '
    'note"}], names: [{name: "Sangha", language: "fr", kind: PREFERRED}, {name: "Songo", kind: '
    'FORMER, used: "1900/1920"}], matches: [{iri: "https://www.wikidata.org/wiki/Q912"}]'
)
SHOWN = (
    'slug name note version noteFr: note(language: "fr") labelFr: label(language: "fr") '
    "nameLanguages "
    "names { name language kind used { edtf } } matches { iri kind authority }"
)


def mutate(name: str, given: str, shown: str, actor: Actor = STAFF) -> dict[str, Any]:
    kind = name.removeprefix("create").removeprefix("update")
    text = (
        f"mutation {{ {name}(input: {{{given}}}) {{ __typename "
        f"... on {kind}Payload {{ {kind[0].lower()}{kind[1:]} {{ {shown} }} }} "
        "... on Error { code message path } "
        "... on VersionConflict { currentVersion record { id } } } }"
    )
    answer: dict[str, Any] = data_of(text, actor=actor)[name]
    return answer


@pytest.mark.parametrize("kind", CREATE)
def test_a_term_of_each_kind_is_made_and_changed(kind: str) -> None:
    own, field = CREATE[kind]
    made = mutate(f"create{kind}", f"{COMMON}, {own}", f"{SHOWN} {field}")
    term = made[kind.lower()]
    assert term["noteFr"] == "Une note"
    assert term["labelFr"] == "Sangha"
    assert term["names"] == [
        {"name": "Songo", "language": None, "kind": "FORMER", "used": {"edtf": "1900/1920"}},
        {"name": "Sangha", "language": "fr", "kind": "PREFERRED", "used": None},
    ]
    assert term["matches"] == [
        {
            "iri": "http://www.wikidata.org/entity/Q912",
            "kind": "EXACT",
            "authority": "Wikidata",
        }
    ]
    which = f'slug: "{term["slug"]}"' + (', scheme: "keywords"' if kind == "Concept" else "")
    changed = mutate(
        f"update{kind}", f'{which}, name: "Songo", note: null, matches: []', f"{SHOWN} {field}"
    )[kind.lower()]
    assert (changed["name"], changed["note"], changed["matches"]) == ("Songo", None, [])
    assert changed[field] == term[field]
    assert len(changed["names"]) == 2


def test_a_vocabulary_is_made_filled_and_renamed() -> None:
    made = mutate(
        "createScheme",
        'title: "Dances", translations: [{field: "title", language: "fr", text: "Danses"}]',
        'slug version titleFr: title(language: "fr") isListed conceptCount uses { name }',
    )["scheme"]
    assert (made["slug"], made["titleFr"], made["isListed"]) == ("dances", "Danses", True)
    for name in ("Bourrée", "Polska"):
        mutate("createConcept", f'scheme: "dances", name: "{name}"', "slug")
    mutate(
        "createConcept", 'scheme: "dances", name: "Bourrée à deux", parents: ["bourree"]', "slug"
    )
    found = data_of(
        '{ scheme(slug: "dances") { conceptCount concepts { nodes { slug } } '
        "roots: concepts(filter: {isRoot: true}) { totalCount nodes { slug children { totalCount } "
        '} } } concept(scheme: "dances", slug: "bourree-a-deux") { scheme { slug } path { slug } '
        "ancestors { slug } parents { slug } iri } }",
        actor=STAFF,
    )
    assert found["scheme"]["conceptCount"] == 3
    assert found["scheme"]["roots"]["totalCount"] == 2
    assert found["concept"]["path"] == found["concept"]["parents"] == [{"slug": "bourree"}]
    assert found["concept"]["iri"].endswith("/vocabularies/dances/bourree-a-deux")
    renamed = mutate("updateScheme", 'slug: "dances", newSlug: "dance-types"', "slug")
    assert renamed["scheme"] == {"slug": "dance-types"}


def test_concepts_of_one_slug_in_two_vocabularies_are_told_apart() -> None:
    for scheme in ("keywords", "topics"):
        mutate("createConcept", f'scheme: "{scheme}", name: "Rain"', "slug")
    changed = mutate("updateConcept", 'scheme: "topics", slug: "rain", name: "Rains"', "name")
    assert changed["concept"] == {"name": "Rains"}
    assert Concept.objects.get(scheme__slug="keywords", slug="rain").name == "Rain"
    conflict = mutate(
        "updateConcept", 'scheme: "topics", slug: "rain", name: "x", ifVersion: 99', "name"
    )
    assert conflict["__typename"] == "VersionConflict"


ODD = {
    "a ring": ("updatePlace", 'slug: "mali", parents: ["sanga"]', ["input", "parents"], "ancestor"),
    "itself": ("updatePlace", 'slug: "mali", parents: ["mali"]', ["input", "parents"], "ancestor"),
    "no such parent": (
        "createPlace",
        'name: "x", parents: ["nowhere"]',
        ["input", "parents"],
        "no place is called 'nowhere'",
    ),
    "half a position": (
        "createPlace",
        'name: "x", latitude: 3',
        ["input", "latitude"],
        "both its latitude and its longitude",
    ),
    "off the globe": (
        "createPlace",
        'name: "x", latitude: 91, longitude: 0',
        ["input", "latitude"],
        "from -90 to 90",
    ),
    "no name": ("createPlace", 'name: " "', ["input", "name"], "cannot be empty"),
    "a slug that is another's": (
        "createPlace",
        'name: "x", slug: "mali"',
        ["input", "slug"],
        "Another place bears",
    ),
    "no such type": (
        "createPlace",
        'name: "x", type: "oasis"',
        ["input", "type"],
        "'place-types' has no concept 'oasis'",
    ),
    "a wrong ISNI": (
        "createAgent",
        'name: "x", matches: [{iri: "https://isni.org/isni/0000000121032684"}]',
        ["input", "matches", "0", "iri"],
        "check digit",
    ),
    "no language tag": (
        "createPlace",
        'name: "x", names: [{name: "y", language: "in French"}]',
        ["input", "names", "0", "language"],
        "language tag",
    ),
    "a name of an odd time": (
        "createPlace",
        'name: "x", names: [{name: "y", used: "long ago"}]',
        ["input", "names", "0"],
        "is not a date",
    ),
    "no Hornbostel-Sachs number": (
        "createInstrument",
        'name: "x", hornbostelSachs: "9x"',
        ["input", "hornbostelSachs"],
        "no Hornbostel-Sachs number",
    ),
    "no ISO code": ("createLanguage", 'name: "x", slug: "Malian"', ["input", "slug"], "3 small"),
    "dates that cannot be": (
        "createAgent",
        'name: "x", lived: "2000/1900"',
        ["input", "lived"],
        "ends before it begins",
    ),
    "a parent of another vocabulary": (
        "createConcept",
        'name: "x", scheme: "topics", parents: ["rain"]',
        ["input", "parents"],
        "the vocabulary has no concept 'rain'",
    ),
    "no such vocabulary": (
        "createConcept",
        'name: "x", scheme: "nothing"',
        ["input", "scheme"],
        "no vocabulary is called",
    ),
}


@pytest.mark.parametrize("case", ODD)
def test_what_cannot_be_is_said_in_the_inputs_own_names(case: str) -> None:
    """Bad input of issue 3: a place that would become its own ancestor, dates that cannot be."""
    mali = make_place("Mali")
    make_place("Sanga", parents=[mali])
    Concept.objects.create(scheme=Scheme.objects.get(slug="keywords"), name="Rain", slug="rain")
    name, given, path, sentence = ODD[case]
    answer = mutate(name, given, "slug")
    assert (answer["__typename"], answer["path"]) == ("ValidationError", path)
    assert sentence in answer["message"]


def test_two_places_may_share_a_name() -> None:
    slugs = [mutate("createPlace", 'name: "Georgia"', "slug")["place"]["slug"] for _ in range(3)]
    assert slugs == ["georgia", "georgia-2", "georgia-3"]


def test_visitors_describe_nothing() -> None:
    make_place("Mali", is_authoritative=True)
    make_agent("Unseen")
    assert mutate("createPlace", 'name: "x"', "slug", PUBLIC)["__typename"] == "Forbidden"
    given = 'slug: "mali", name: "x"'
    assert mutate("updatePlace", given, "slug", PUBLIC)["__typename"] == "Forbidden"
    given = 'slug: "unseen", name: "x"'
    assert mutate("updateAgent", given, "slug", PUBLIC)["__typename"] == "NotFound"
    assert Place.objects.get().name == "Mali"


def test_the_same_key_makes_one_term() -> None:
    given = 'name: "Sanga", idempotencyKey: "k1"'
    first, second = (mutate("createPlace", given, "slug")["place"]["slug"] for _ in range(2))
    assert first == second == "sanga"
    other = mutate("createPlace", 'name: "Bandiagara", idempotencyKey: "k1"', "slug")
    assert other["code"] == "IDEMPOTENCY_KEY_REUSED"


def suggested(kind: str, prefix: str, actor: Actor = PUBLIC, more: str = "") -> list[Any]:
    text = (
        f'{{ suggest(kind: {kind}, prefix: "{prefix}"{more}) '
        "{ value label matched node { __typename } } }"
    )
    found: list[Any] = data_of(text, actor=actor)["suggest"]
    return [(each["value"], each["matched"]) for each in found]


def test_suggestions_fold_accents_and_begin_with_what_begins() -> None:
    """T-12: what fits best stands first, by any name."""
    for name, slug in (("Évenki", "evenki"), ("Even", "even"), ("Eleven", "eleven")):
        make_population(name, slug=slug, is_authoritative=True)
    place = create_place(
        actor=STAFF,
        name="Sanga",
        is_authoritative=True,
        names=[Name("Sángha", "fr"), Name("Sngha", "", "hidden")],
    )
    assert suggested("POPULATION", "ÉVEN") == [("even", None), ("evenki", None), ("eleven", None)]
    assert suggested("PLACE", "sangh") == [("sanga", "Sángha")]
    assert suggested("PLACE", "sngh") == [("sanga", None)]
    assert suggested("PLACE", "sngh", STAFF) == [("sanga", "Sngha")]
    assert suggested("PLACE", "  ") == []
    assert place.slug == "sanga"


def test_suggestions_of_levels_concepts_and_only_what_is_in_use() -> None:
    item = make_item(
        code="CNRSMH_1", title="Trompe", place=make_place("Gao", is_authoritative=True)
    )
    make_place("Gaoua", is_authoritative=True)
    keywords = Scheme.objects.get(slug="keywords")
    topics = Scheme.objects.get(slug="topics")
    for scheme in (keywords, topics):
        Concept.objects.create(scheme=scheme, name="Rain", slug="rain", is_authoritative=True)
    assert suggested("ITEM", "cnrs") == [("CNRSMH_1", None)]
    assert suggested("ITEM", "tromp") == [("CNRSMH_1", None)]
    assert suggested("COLLECTION", "collection") == [(item.collection.code, None)]
    assert suggested("PLACE", "gao", more=", inUse: true") == [("gao", None)]
    assert len(suggested("CONCEPT", "rai")) == 2
    assert len(suggested("CONCEPT", "rai", more=', scheme: "topics"')) == 1


def hidden_and_shown() -> None:
    shown = make_item(title="shown")
    hidden = hidden_item(collection=shown.collection)
    keywords = Scheme.objects.get(slug="keywords")
    for item, word in ((shown, "Seen"), (hidden, "CANARY")):
        wide = Concept.objects.create(scheme=keywords, name=f"{word} wide", slug=f"{word}-wide")
        concept = Concept.objects.create(scheme=keywords, name=word, slug=word.lower())
        ConceptEdge.objects.create(parent=wide, child=concept)
        RecordConcept.objects.create(item=item, use="keyword", concept=concept)
        place = make_place(word)
        PlaceName.objects.create(place=place, name=f"{word} too", language="fr")
        PlaceMatch.objects.create(place=place, iri=f"https://example.org/{word}")
        item.place = place
        item.save()
        # An authority lists what lies in it, and so not the place itself.
        make_place("Listed", slug=f"in-{word[0]}", parents=[place], is_authoritative=True)


HIDDEN = [
    "{ concepts { totalCount nodes { slug names { name } itemCount } } }",
    '{ concepts(scheme: "keywords", filter: {inUse: true}) { totalCount nodes { slug } } }',
    '{ concept(scheme: "keywords", slug: "canary") { slug } }',
    '{ scheme(slug: "keywords") { conceptCount concepts { totalCount } } }',
    '{ places(text: "CANARY") { totalCount nodes { slug names { name } matches { iri } } } }',
    '{ places(filter: {text: "canary too"}) { totalCount } }',
    "{ places(filter: {hasMatches: true}) { totalCount } }",
    '{ places(filter: {parent: "canary"}) { totalCount } }',
    '{ places(filter: {within: "canary"}) { totalCount } }',
    '{ suggest(kind: PLACE, prefix: "canary") { value matched } }',
    '{ suggest(kind: CONCEPT, prefix: "canary") { value matched } }',
    '{ suggest(kind: ITEM, prefix: "hidden") { value } }',
]


@pytest.mark.parametrize("text", HIDDEN)
def test_a_term_that_only_hidden_records_use_leaves_no_trace(text: str) -> None:
    """R-36: not in names, matches, counts or suggestions; staff see it."""
    hidden_and_shown()
    answer = str(data_of(text, actor=PUBLIC))
    assert "canary" not in answer.lower()
    if "{parent:" in text or "{within:" in text:
        assert "'totalCount': 0" in answer
    assert answer != str(data_of(text, actor=STAFF)) or "ITEM" in text


def test_counts_tell_all_editions_and_sounds_apart() -> None:
    """T-44: all, published, unpublished, with sound; by a term and what stands below it."""
    mali = make_place("Mali", is_authoritative=True)
    sanga = make_place("Sanga", parents=[mali])
    edition = make_collection(is_published_edition=True)
    make_part(make_item(place=sanga, collection=edition))
    make_item(place=sanga)
    hidden_item(place=mali)
    text = (
        '{ place(slug: "mali") { itemCount published: itemCount(among: PUBLISHED_EDITIONS) '
        "unpublished: itemCount(among: UNPUBLISHED) sound: itemCount(among: WITH_SOUND) "
        "collectionCount } }"
    )
    assert data_of(text, actor=PUBLIC)["place"] == {
        "itemCount": 2,
        "published": 1,
        "unpublished": 1,
        "sound": 1,
        "collectionCount": 2,
    }


def test_a_term_tells_the_collections_in_which_it_is_found() -> None:
    """T-45: once each, however many items lead there; by a page; what is hidden leads nowhere."""
    mali = make_place("Mali", is_authoritative=True)
    sanga = make_place("Sanga", parents=[mali])
    for code in ("B", "A"):
        collection = make_collection(code=code)
        for _ in range(3):
            make_item(place=sanga, collection=collection)
    hidden_item(place=mali, collection=make_collection(code="HIDDEN_INSIDE"))
    text = (
        'query($after: String) { place(slug: "mali") { collections(first: 1, after: $after) '
        "{ totalCount pageInfo { hasNextPage endCursor } nodes { code } } } }"
    )
    first = data_of(text, actor=PUBLIC)["place"]["collections"]
    after = first["pageInfo"]["endCursor"]
    second = data_of(text, actor=PUBLIC, after=after)["place"]["collections"]
    assert [first["nodes"], second["nodes"]] == [[{"code": "A"}], [{"code": "B"}]]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    assert first["totalCount"] == 2
    assert data_of(text, actor=STAFF)["place"]["collections"]["totalCount"] == 3


def test_each_list_has_its_filters_and_orders() -> None:
    top = make_instrument("Chordophones", hornbostel_sachs="3", is_authoritative=True)
    make_instrument("Lute", hornbostel_sachs="321", parents=[top], is_authoritative=True)
    make_instrument("Drum", hornbostel_sachs="211", is_authoritative=True)
    make_language("bam", is_authoritative=True, type="L")
    make_language("lat", is_authoritative=True, type="H")
    make_agent("Somebody", kind="body", is_authoritative=True)
    found = data_of(
        '{ three: instruments(filter: {notation: "3"}, order: NAME_BACKWARDS) { nodes { slug } } '
        'under: instruments(filter: {within: "chordophones"}) { nodes { slug } } '
        "roots: instruments(filter: {isRoot: true}) { totalCount } "
        "unused: instruments(filter: {inUse: false}) { totalCount } }",
        actor=PUBLIC,
    ) | data_of(
        "{ living: languages(filter: {type: LIVING}) { nodes { slug } } "
        "bodies: agents(filter: {kind: BODY}) { totalCount } "
        "people: agents(filter: {kind: PERSON}) { totalCount } }",
        actor=PUBLIC,
    )
    assert [node["slug"] for node in found["three"]["nodes"]] == ["lute", "chordophones"]
    assert [node["slug"] for node in found["under"]["nodes"]] == ["lute"]
    assert [node["slug"] for node in found["living"]["nodes"]] == ["bam"]
    assert found["roots"]["totalCount"] == 2
    assert (found["bodies"]["totalCount"], found["people"]["totalCount"]) == (1, 0)
    assert found["unused"]["totalCount"] == 3


def test_a_suggestion_reads_the_trigrams() -> None:
    """Bounded and by index: the plan of the names' part is no scan of all names."""
    Place.objects.bulk_create(
        Place(name=f"Place number {n}", slug=f"place-{n}", is_authoritative=True)
        for n in range(3000)
    )
    make_place("Ouagadougou", is_authoritative=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE archive_place")
        cursor.execute(
            "EXPLAIN SELECT id FROM archive_place WHERE archive_fold(name) LIKE %s", ["%ouaga%"]
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "place_found" in plan
    with CaptureQueriesContext(connection) as asked:
        assert suggested("PLACE", "ouaga") == [("ouagadougou", None)]
    assert len(asked) <= 6  # two of them say how long the others may take
