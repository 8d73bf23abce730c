"""Records of the four levels are made, changed, copied and found (T-03, T-10, T-35)."""

from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.models import Concept, Item, Performance, RecordConcept, Scheme
from tests.factories import (
    MEMBER,
    STAFF,
    make_agent,
    make_collection,
    make_corpus,
    make_fonds,
    make_instrument,
    make_item,
    make_part,
    make_place,
    make_population,
    make_user,
)
from tests.graphql_api.asking import ask, data_of
from tests.ontology.whole import concept

pytestmark = pytest.mark.django_db

CREATE = """mutation($i: CreateItemInput!) { createItem(input: $i) { __typename
  ... on CreateItemPayload { item { id code state title version licence recordLicence publishedAt
    french: title(language: "fr-CA") translations { field language text }
    keywords { slug } concepts { use concept { slug } } identifiers { value note }
    agents { role audience agent { slug } }
    performances { count vernacularName players { audience agent { slug } } }
    extraValues { field { slug } text number } holder { slug } } }
  ... on Error { code message path } } }"""
LEVELS = {"Fonds": "fonds", "Corpus": "corpus", "Collection": "collection"}


def create(actor: Actor = STAFF, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(CREATE, actor=actor, i=given)["createItem"]
    return found


def terms() -> None:
    concept("keywords", "Wedding")
    make_instrument("Trompe", vernacular_names=["KAKELE"])
    make_agent("Rouget")


def whole_item(collection: str) -> dict[str, Any]:
    return {
        "title": "OLU BOY",
        "collection": collection,
        "code": "X_2",
        "translations": [{"field": "title", "language": "FR", "text": "Chanson"}],
        "concepts": [{"use": "keyword", "concept": "wedding"}],
        "identifiers": [{"value": "BM.1", "note": "On the box."}],
        "agents": [{"agent": "rouget", "role": "RECORDIST"}],
        "performances": [
            {
                "instrument": "trompe",
                "vernacularName": "KAKELE",
                "count": 2,
                "players": [{"agent": "rouget", "audience": "PUBLIC"}],
            }
        ],
        "licence": "cc-by-4.0",
        "description": "x" * 5_000,
    }


def test_an_item_is_made_whole_as_a_draft_that_only_staff_find() -> None:
    terms()
    made = create(**whole_item(make_collection().code))["item"]
    assert (made["state"], made["publishedAt"], made["licence"]) == ("DRAFT", None, "CC-BY-4.0")
    assert made["french"] == "Chanson"
    assert made["translations"] == [{"field": "title", "language": "fr", "text": "Chanson"}]
    assert made["keywords"] == [{"slug": "wedding"}]
    assert made["identifiers"] == [{"value": "BM.1", "note": "On the box."}]
    assert made["agents"] == [
        {"role": "RECORDIST", "audience": "STAFF", "agent": {"slug": "rouget"}}
    ]
    assert made["performances"] == [
        {
            "count": 2,
            "vernacularName": "KAKELE",
            "players": [{"audience": "PUBLIC", "agent": {"slug": "rouget"}}],
        }
    ]
    found = "query($c: String!) { item(code: $c) { title } }"
    for actor in (PUBLIC, MEMBER):
        assert data_of(found, actor=actor, c="X_2") == {"item": None}


_ODD: list[tuple[list[str], dict[str, Any]]] = [
    (["title"], {"title": " "}),
    (["licence"], {"licence": "mine"}),
    (["recorded"], {"recorded": "1960-02-31"}),
    (["digitised"], {"digitised": "soon"}),
    (["publishedIn"], {"publishedIn": "1970/1960"}),
    (["description"], {"description": "x" * 100_001}),
    (["languageOfDescription"], {"languageOfDescription": "fr FR"}),
    (["approximateDuration"], {"approximateDuration": -1.0}),
    (["concepts", "0", "use"], {"concepts": [{"use": "colour", "concept": "x"}]}),
    (["concepts", "0", "use"], {"concepts": [{"use": "publisher", "concept": "x"}]}),
    (["concepts", "0", "concept"], {"concepts": [{"use": "keyword", "concept": "x"}]}),
    (["agents"], {"agents": [{"agent": "nobody", "role": "RECORDIST"}]}),
    (["translations"], {"translations": [{"field": "code", "language": "fr", "text": "x"}]}),
    (
        ["translations", "title"],
        {"translations": [{"field": "title", "language": "?", "text": "x"}]},
    ),
    (["performances"], {"performances": [{"instrument": "lute"}]}),
    (["extraValues", "0"], {"extraValues": [{"field": "mood", "text": "x"}]}),
    (["holder"], {"holder": "nobody"}),
    (["code"], {"code": "a b"}),
    (["identifiers", "0", "value"], {"identifiers": [{"value": ""}]}),
    (["populations"], {"populations": ["x"] * 101}),
]


def test_what_cannot_be_is_refused_as_data_and_nothing_is_written() -> None:
    terms()
    good = whole_item(make_collection().code)
    for path, odd in _ODD:
        refused = create(**(good | odd))
        assert refused["__typename"] == "ValidationError", odd
        assert refused["path"] == ["input", *path], odd
        assert refused["message"].endswith("."), odd
    print(f"{len(_ODD)} odd values examined")
    assert not Item.objects.filter(code="X_2").exists()
    assert create(**good)["__typename"] == "CreateItemPayload"


def test_a_filter_of_10_000_ids_is_refused_with_a_sentence_and_the_rest_unharmed() -> None:
    make_item(code="X_1")
    text = "query($f: ItemFilter) { items(filter: $f) { totalCount } }"
    refused = ask(text, actor=STAFF, f={"ids": ["SXRlbTox"] * 10_000})
    assert refused.codes == ["TOO_LARGE"]
    assert "at most 500" in refused.errors[0]["message"]
    assert data_of(text, actor=STAFF, f={})["items"]["totalCount"] == 1


def test_only_staff_make_records() -> None:
    collection = make_collection().code
    for actor in (PUBLIC, MEMBER):
        assert create(actor, title="x", collection=collection)["__typename"] == "Forbidden"
    assert not Item.objects.exists()


def test_a_key_makes_one_record_and_another_request_under_it_is_refused() -> None:
    curator = Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)
    given = {"title": "x", "collection": make_collection().code, "idempotencyKey": "k"}
    first, again = create(curator, **given), create(curator, **given)
    assert first["item"]["id"] == again["item"]["id"]
    assert Item.objects.count() == 1
    other = create(curator, **(given | {"title": "y"}))
    assert (other["code"], other["path"]) == (
        "IDEMPOTENCY_KEY_REUSED",
        ["input", "idempotencyKey"],
    )
    assert Item.objects.count() == 1


def test_a_key_whose_request_failed_may_be_used_again() -> None:
    curator = Actor(user_id=make_user(is_staff=True).pk, is_member=True, is_staff=True)
    collection = make_collection().code
    given = {"title": "", "collection": collection, "idempotencyKey": "k"}
    assert create(curator, **given)["__typename"] == "ValidationError"
    assert create(curator, **(given | {"title": "x"}))["__typename"] == "CreateItemPayload"


@pytest.mark.parametrize("level", list(LEVELS))
def test_the_levels_above_are_made_changed_and_copied(level: str) -> None:
    name = LEVELS[level]
    make_agent("Rouget")
    concept("keywords", "Wedding")

    def do(verb: str, **given: Any) -> dict[str, Any]:
        document = f"""mutation($i: {verb}{level}Input!) {{
            done: {verb.lower()}{level}(input: $i) {{ __typename ... on Error {{ code path }}
            ... on {verb}{level}Payload {{ {name} {{ code state title(language: "es") version
            comment agents {{ agent {{ slug }} }} keywords {{ slug }} }} }} }} }}"""
        found: dict[str, Any] = data_of(document, actor=STAFF, i=given)["done"]
        return found

    made = do(
        "Create",
        code="L_1",
        title="Songs",
        agents=[{"agent": "rouget", "role": "COLLECTOR"}],
        concepts=[{"use": "keyword", "concept": "wedding"}],
    )[name]
    assert (made["code"], made["state"], made["title"]) == ("L_1", "DRAFT", "Songs")
    changed = do(
        "Update",
        code="L_1",
        ifVersion=made["version"],
        comment="Read by staff.",
        newCode="L_2",
        translations=[{"field": "title", "language": "es", "text": "Cantos"}],
    )[name]
    assert (changed["code"], changed["title"]) == ("L_2", "Cantos")
    assert do("Update", code="L_2", ifVersion=1, title="x")["__typename"] == "VersionConflict"
    assert do("Update", code="L_2", title="")["path"] == ["input", "title"]
    copied = do("Duplicate", code="L_2", newCode="L_3", include=["AGENTS"])[name]
    assert (copied["code"], copied["title"], copied["state"]) == ("L_3", "Cantos", "DRAFT")
    assert (copied["agents"], copied["keywords"]) == ([{"agent": {"slug": "rouget"}}], [])
    assert (
        do("Duplicate", code="L_2", newCode="L_4", ifVersion=1)["__typename"] == "VersionConflict"
    )
    refused = do("Duplicate", code="L_2", newCode="L_4", include=["PERFORMANCES"])
    assert refused["path"] == ["input", "include"]
    assert do("Create", code="L_3", title="x")["code"] == "CODE_TAKEN"


def test_a_copy_of_an_item_carries_performances_and_keywords() -> None:
    """T-35."""
    terms()
    create(**whole_item(make_collection().code))
    text = """mutation($i: DuplicateItemInput!) { duplicateItem(input: $i) {
        ... on DuplicateItemPayload { item { code state title } } ... on Error { path } } }"""
    given = {"code": "X_2", "newCode": "X_3", "include": ["PERFORMANCES", "KEYWORDS"]}
    copied = data_of(text, actor=STAFF, i=given)["duplicateItem"]["item"]
    assert copied == {"code": "X_3", "state": "DRAFT", "title": "OLU BOY"}
    item = Item.objects.get(code="X_3")
    performance = Performance.objects.get(item=item)
    assert [str(each.agent) for each in performance.players.all()] == ["Rouget"]
    assert RecordConcept.objects.get(item=item).concept.slug == "wedding"
    assert not item.identifiers.exists()
    assert not item.agent_links.exists()


def codes(field: str, actor: Actor = STAFF, **wanted: Any) -> set[str]:
    kind = {"items": "Item", "collections": "Collection", "corpora": "Corpus", "allFonds": "Fonds"}
    text = f"query($f: {kind[field]}Filter) {{ {field}(filter: $f) {{ nodes {{ code }} }} }}"
    return {node["code"] for node in data_of(text, actor=actor, f=wanted)[field]["nodes"]}


def test_items_are_found_by_what_describes_them() -> None:
    rite = concept("keywords", "Rite")
    wedding = concept("keywords", "Wedding", rite)
    group = make_population("Dogon")
    agent = make_agent("Rouget")
    place = make_place("Sanga")
    item = make_item(
        code="X_1", populations=[group], agents=[agent], place=place, description="Un chant d'été",
        recorded_from="1960-01-01", recorded_to="1960-12-31",
    )  # fmt: skip
    RecordConcept.objects.create(item=item, use="keyword", concept=wedding)
    make_part(item)
    item.identifiers.create(value="BM.1")
    make_item(code="X_2", state="draft")
    fits: list[dict[str, Any]] = [
        {"concept": {"use": "keyword", "slug": "rite"}},
        {"concept": {"use": "keyword"}},
        {"population": "dogon"},
        {"agent": "rouget"},
        {"identifier": "BM.1"},
        {"description": "ETE chant"},
        {"hasSound": True},
        {"recordedFrom": "1960-06-01", "recordedTo": "1961-01-01"},
        {"allOf": [{"place": "sanga"}, {"not": {"state": "DRAFT"}}]},
    ]
    for wanted in fits:
        assert codes("items", **wanted) == {"X_1"}, wanted
        refused: dict[str, Any] = {"not": wanted}
        assert codes("items", **refused) == {"X_2"}, wanted
    assert codes("items", state="DRAFT") == {"X_2"}
    assert codes("items", PUBLIC, state="DRAFT") == set()
    text = "query($f: ItemFilter) { items(filter: $f) { totalCount } }"
    assert ask(text, f={"concept": {"use": "colour"}}).codes == ["BAD_INPUT"]


def test_an_agent_who_is_not_for_ones_eyes_finds_nothing() -> None:
    item = make_item(code="X_1")
    item.agent_links.create(agent=make_agent("Informant"), role="informant", audience="staff")
    assert codes("items", STAFF, agent="informant") == {"X_1"}
    assert codes("items", PUBLIC, agent="informant") == set()
    assert codes("items", PUBLIC, **{"not": {"agent": "informant"}}) == {"X_1"}


def test_levels_are_found_by_what_they_say_and_hold() -> None:
    fonds = make_fonds(code="F_1", title="Mission")
    corpus = make_corpus(code="K_1", fonds=[fonds])
    collection = make_collection(code="C_1", corpora=[corpus], is_published_edition=True)
    make_collection(code="C_2", description="Élégies")
    item = make_item(collection=collection, place=make_place("Sanga"))
    make_part(item)
    make_item(collection=Item.objects.get(pk=item.pk).collection, access="none")
    assert codes("collections", corpus="K_1") == {"C_1"}
    assert codes("collections", text="elegies") == {"C_2"}
    assert codes("collections", items={"place": "sanga"}) == {"C_1"}
    assert codes("collections", hasSound=False) == {"C_2"}
    assert codes("collections", isPublishedEdition=True) == {"C_1"}
    assert codes("corpora", fonds="F_1") == {"K_1"}
    assert codes("allFonds", text="mission") == {"F_1"}
    assert codes("allFonds", anyOf=[{"text": "nothing"}, {"access": "METADATA"}]) == {"F_1"}


def test_levels_stand_in_the_order_that_is_asked_for() -> None:
    make_collection(code="C_1", title="B", recorded_from="1970-01-01")
    make_collection(code="C_2", title="A", recorded_from="1960-01-01")
    text = "query($o: LevelOrder!) { collections(order: $o) { nodes { code } } }"
    orders = {
        order: [node["code"] for node in data_of(text, o=order)["collections"]["nodes"]]
        for order in ("CODE", "TITLE", "RECORDED")
    }
    assert orders == {
        "CODE": ["C_1", "C_2"],
        "TITLE": ["C_2", "C_1"],
        "RECORDED": ["C_2", "C_1"],
    }
    fonds = "{ allFonds(order: RECORDED) { nodes { code } } }"
    assert ask(fonds).codes == ["BAD_INPUT"]


def test_the_schemes_of_uses_are_there() -> None:
    assert Concept.objects.count() == 0
    assert Scheme.objects.filter(slug__in=["keywords", "identifier-types"]).count() == 2


def test_what_is_for_staff_is_silent_for_others() -> None:
    item = make_item(code="X_1", archivist_notes="Shh", comment="Shh", external_sound="http://x.y")
    item.agent_links.create(agent=make_agent("Informant"), role="informant", audience="staff")
    horn = make_instrument("Horn")
    played = item.performances.create(instrument=horn, musicians="Shh")
    played.players.create(item=item, agent=make_agent("Player"), audience="staff")
    item.identifiers.create(value="BM.1", note="Shh")
    text = """{ item(code: "X_1") { archivistNotes comment externalSound agents { agent { name } }
        performances { musicians players { agent { name } } } identifiers { value note } } }"""
    silent: dict[str, object] = {
        "archivistNotes": None,
        "comment": None,
        "externalSound": None,
        "agents": [],
        "performances": [{"musicians": None, "players": []}],
        "identifiers": [{"value": "BM.1", "note": None}],
    }
    for actor in (PUBLIC, MEMBER):
        assert data_of(text, actor=actor)["item"] == silent
    assert "Shh" in str(data_of(text, actor=STAFF))
