"""Codes by GraphQL: policies, the next code, what is to be said of one, old codes."""

from typing import Any

import pytest

from archive.access import PUBLIC
from archive.models import CodePolicy, Holder, Item
from archive.services.describe import update_item
from tests.factories import MEMBER, STAFF, hidden_item, make_collection, make_item
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.django_db

POLICY = "codePolicy { slug level template inWords example isStrict version }"
CREATE = f"""
    mutation ($input: CreateCodePolicyInput!) {{
      createCodePolicy(input: $input) {{
        __typename
        ... on CodePolicyPayload {{ {POLICY} }}
        ... on Error {{ code message path }}
      }}
    }}
"""
UPDATE = f"""
    mutation ($input: UpdateCodePolicyInput!) {{
      updateCodePolicy(input: $input) {{
        __typename
        ... on CodePolicyPayload {{ {POLICY} }}
        ... on Error {{ code message path }}
        ... on VersionConflict {{ currentVersion record {{ id }} }}
      }}
    }}
"""
CREATE_ITEM = """
    mutation ($input: CreateItemInput!) {
      createItem(input: $input) {
        __typename
        ... on CreateItemPayload { item { code } }
        ... on Error { code message path }
      }
    }
"""
GIVEN = {
    "slug": "crem-items",
    "title": "CREM",
    "level": "ITEM",
    "template": "{collection}_{number:2-3}[_{digits:2-3}]",
    "example": "CNRSMH_I_1970_012_041_15",
}


def test_a_policy_is_described_and_changed() -> None:
    made = data_of(CREATE, actor=STAFF, input=GIVEN | {"idempotencyKey": "k"})["createCodePolicy"]
    assert made["codePolicy"] == {
        "slug": "crem-items",
        "level": "ITEM",
        "template": GIVEN["template"],
        "inWords": (
            'the collection\'s code, "_", a running number of 2 to 3 digits, possibly ("_", '
            "2 to 3 digits)"
        ),
        "example": "CNRSMH_I_1970_012_041_15",
        "isStrict": True,
        "version": 1,
    }
    again = data_of(CREATE, actor=STAFF, input=GIVEN | {"idempotencyKey": "k"})
    assert again["createCodePolicy"] == made
    assert CodePolicy.objects.count() == 1
    taken = data_of(CREATE, actor=STAFF, input=GIVEN)["createCodePolicy"]
    assert (taken["code"], taken["path"]) == ("CODE_TAKEN", ["input", "slug"])

    lax = data_of(UPDATE, actor=STAFF, input={"slug": "crem-items", "isStrict": False})
    assert lax["updateCodePolicy"]["codePolicy"]["isStrict"] is False
    stale = {"slug": "crem-items", "isStrict": True, "ifVersion": 1}
    told = data_of(UPDATE, actor=STAFF, input=stale)["updateCodePolicy"]
    assert (told["__typename"], told["currentVersion"]) == ("VersionConflict", 2)
    odd = {"slug": "crem-items", "template": "[A-Z]*"}
    told = data_of(UPDATE, actor=STAFF, input=odd)["updateCodePolicy"]
    assert (told["code"], told["path"]) == ("ODD_TEMPLATE", ["input", "template"])


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_policies_and_next_codes_are_for_staff(actor: Any) -> None:
    """Whether a collection exists, and how many items it has, a next code would tell."""
    collection = make_collection(code="secret", access="none")
    hidden_item(code="secret_007", collection=collection)
    CodePolicy.objects.create(slug="p", title="P", level="item", template="A_{number:2}")
    Holder.objects.create(slug="crem", name="CREM")
    query = """{
      codePolicies { totalCount nodes { slug } }
      codePolicy(slug: "p") { slug }
      nextItemCode(collection: "secret") { code }
      nextCode(level: COLLECTION, holder: "crem") { code whyNot }
      codeRemark(level: ITEM, code: "x", collection: "secret") { sentence }
    }"""
    assert data_of(query, actor=actor) == {
        "codePolicies": {"totalCount": 0, "nodes": []},
        "codePolicy": None,
        "nextItemCode": None,
        "nextCode": None,
        "codeRemark": None,
    }
    told = data_of(CREATE, actor=actor, input=GIVEN)["createCodePolicy"]
    assert told["__typename"] == "Forbidden"
    seen = data_of(query, actor=STAFF)
    assert seen["nextItemCode"] == {"code": "secret_008"}
    assert seen["codePolicy"] == {"slug": "p"}
    assert seen["nextCode"]["code"] is None
    assert "write the code yourself" in seen["nextCode"]["whyNot"]


def test_the_next_code_is_suggested_and_then_minted() -> None:
    policy = CodePolicy.objects.create(
        slug="p", title="P", level="item", template="{collection}_{number:2-3}"
    )
    collection = make_collection(code="C_1970", code_policy=policy)
    make_item(code="C_1970_09", collection=collection)
    suggest = '{ nextItemCode(collection: "C_1970") { code whyNot } }'
    for _ in range(2):  # it reserves nothing
        told = data_of(suggest, actor=STAFF)["nextItemCode"]
        assert told == {"code": "C_1970_10", "whyNot": None}
    given = {"title": "A song", "collection": "C_1970", "mintCode": True}
    made = data_of(CREATE_ITEM, actor=STAFF, input=given)["createItem"]
    assert made["item"] == {"code": "C_1970_10"}
    assert data_of(suggest, actor=STAFF)["nextItemCode"]["code"] == "C_1970_11"

    odd = {"title": "A song", "collection": "C_1970", "code": "X_1"}
    told = data_of(CREATE_ITEM, actor=STAFF, input=odd)["createItem"]
    assert (told["code"], told["path"]) == ("CODE_BREAKS_POLICY", ["input", "code"])
    both = odd | {"code": "C_1970_77", "mintCode": True}
    told = data_of(CREATE_ITEM, actor=STAFF, input=both)["createItem"]
    assert (told["code"], told["path"]) == ("ODD_VALUE", ["input", "mintCode"])
    assert Item.objects.count() == 2

    remark = """query ($code: String!) {
      codeRemark(level: ITEM, code: $code, collection: "C_1970") {
        policy sentence example isRefused
      }
    }"""
    assert data_of(remark, actor=STAFF, code="C_1970_11")["codeRemark"] is None
    told = data_of(remark, actor=STAFF, code="X_1")["codeRemark"]
    assert (told["policy"], told["isRefused"], told["example"]) == ("p", True, "C_1970_001")


def test_a_collection_takes_the_next_code_of_its_holders_policy() -> None:
    policy = CodePolicy.objects.create(
        slug="crem", title="C", level="collection", template="{letters:2}_I_{year}_{number:3}"
    )
    Holder.objects.create(slug="crem", name="CREM", code_policy=policy)
    suggest = """{ nextCode(level: COLLECTION, holder: "crem", year: 1970, parts: ["MH"]) {
      code whyNot template policy } }"""
    assert data_of(suggest, actor=STAFF)["nextCode"] == {
        "code": "MH_I_1970_001",
        "whyNot": None,
        "template": "{letters:2}_I_{year}_{number:3}",
        "policy": "crem",
    }
    create = """mutation ($input: CreateCollectionInput!) { createCollection(input: $input) {
      ... on CreateCollectionPayload { collection { code ownPolicy: codePolicy { slug }
        holder { codePolicy { slug } } } }
      ... on Error { code path } } }"""
    wanted = {"title": "Dogon", "holder": "crem", "nextCode": {"year": 1970, "parts": ["MH"]}}
    for number in (1, 2):
        made = data_of(create, actor=STAFF, input=wanted)["createCollection"]["collection"]
        assert made["code"] == f"MH_I_1970_{number:03}"
    assert (made["ownPolicy"], made["holder"]["codePolicy"]) == (None, {"slug": "crem"})
    refused = {
        "NEXT": wanted | {"code": "MH_I_1970_009"},
        "CODE": {"title": "Dogon", "holder": "crem"},
        "CANNOT_MINT": wanted | {"nextCode": {"parts": []}},
    }
    told = {
        name: data_of(create, actor=STAFF, input=each)["createCollection"]
        for name, each in refused.items()
    }
    assert (told["NEXT"]["code"], told["NEXT"]["path"]) == ("ODD_VALUE", ["input", "nextCode"])
    assert told["CODE"]["path"] == ["input", "code"]
    assert told["CANNOT_MINT"] == {"code": "CANNOT_MINT", "path": ["input", "code"]}


def test_a_record_answers_to_the_code_that_it_bore() -> None:
    """T-05, in GraphQL: the record, and that it was asked for by an old code."""
    shown, secret = make_item(code="a_1"), hidden_item(code="b_1")
    for item in (shown, secret):
        assert item.code
        update_item(actor=STAFF, code=item.code, new_code=f"{item.code}_new")
    query = "query ($code: String!) { item(code: $code) { code askedByOldCode } }"
    assert data_of(query, code="a_1")["item"] == {"code": "a_1_new", "askedByOldCode": "a_1"}
    assert data_of(query, code="a_1_new")["item"] == {"code": "a_1_new", "askedByOldCode": None}
    by_uuid = data_of(query, code=str(shown.pk))["item"]
    assert by_uuid == {"code": "a_1_new", "askedByOldCode": None}
    for code in ("b_1", "b_1_new", str(secret.pk), "never", "\x01", "b_1\n"):
        assert data_of(query, code=code)["item"] is None, code
    assert data_of(query, actor=STAFF, code="b_1")["item"]["askedByOldCode"] == "b_1"
