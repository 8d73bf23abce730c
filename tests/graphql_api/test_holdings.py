"""Holdings by GraphQL: what staff write and read, and what visitors do not."""

from datetime import date
from typing import Any

import pytest
from strawberry import relay

from archive.access import PUBLIC, Actor
from archive.models import Agreement, Carrier, ExtraField, ExtraValue, Holder, Scheme
from archive.services.agreements import PartyPart, create_accession, create_agreement
from archive.services.carriers import ContentPart, DigitisationPart, create_carrier
from archive.services.extra_fields import create_extra_field
from archive.services.holders import create_holder
from tests.factories import (
    MEMBER,
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_file,
    make_item,
    make_user,
)
from tests.graphql_api.asking import ask, data_of

pytestmark = pytest.mark.django_db

REFUSED = "... on Error { code message path } ... on VersionConflict { currentVersion }"

CREATE_CARRIER = (
    "mutation($input: CreateCarrierInput!) { createCarrier(input: $input) {"
    " ... on CarrierPayload { carrier { id code version duration condition shelf"
    " holder { slug } contents { side start item { code } collection { code } }"
    " concepts { use concept { slug } } } } " + REFUSED + " } }"
)
UPDATE_CARRIER = (
    "mutation($input: UpdateCarrierInput!) { updateCarrier(input: $input) {"
    " ... on CarrierPayload { carrier { code version shelf } } " + REFUSED + " } }"
)


def test_what_is_filed_is_suggested_by_code_and_title_to_whom_it_is_for() -> None:
    create_holder(actor=STAFF, slug="crem", name="CREM Nanterre")
    create_agreement(actor=STAFF, code="DEP-1", title="Nanterre deposit", kind="deposit")
    create_accession(actor=STAFF, code="ACC-1", title="Nanterre 1960")
    create_carrier(actor=STAFF, code="T-1", title="nanterre, side A")
    make_item(code="X_1", agreement=Agreement.objects.get(), collection=make_collection())

    def suggested(kind: str, actor: Actor, typed: str = "NANTERRE") -> list[str]:
        query = f'{{ suggest(kind: {kind}, prefix: "{typed}") {{ value label }} }}'
        return [each["value"] for each in data_of(query, actor=actor)["suggest"]]

    kinds = {"HOLDER": "crem", "AGREEMENT": "DEP-1", "ACCESSION": "ACC-1", "CARRIER": "T-1"}
    assert {kind: suggested(kind, STAFF) for kind in kinds} == {k: [v] for k, v in kinds.items()}
    assert suggested("AGREEMENT", STAFF, "dep") == ["DEP-1"]
    for actor in (PUBLIC, MEMBER):
        told = {kind: suggested(kind, actor) for kind in kinds}
        assert told == {"HOLDER": ["crem"], "AGREEMENT": [], "ACCESSION": [], "CARRIER": []}


def test_what_is_filed_answers_to_its_old_code_and_its_uuid() -> None:
    """T-05: as the levels do; whoever may not read it is told nothing by any of them."""
    agreement = create_agreement(actor=STAFF, code="DEP-1", title="Deposit", kind="deposit")
    agreement.code = "DEP-2"
    agreement.save()
    make_item(code="X_1", agreement=agreement)
    query = "query ($code: String!) { agreement(code: $code) { code } }"
    for code in ("DEP-2", "DEP-1", str(agreement.pk)):
        assert data_of(query, actor=STAFF, code=code)["agreement"] == {"code": "DEP-2"}
        assert data_of(query, actor=MEMBER, code=code)["agreement"] is None


def test_a_carrier_is_described_and_changed_by_staff() -> None:
    make_item(code="X_1")
    create_holder(actor=STAFF, slug="crem", name="CREM")
    scheme, _ = Scheme.objects.get_or_create(slug="tape-speeds", defaults={"title": "Speeds"})
    scheme.concepts.create(slug="19-cm", name="19 cm/s")
    made = data_of(
        CREATE_CARRIER,
        actor=STAFF,
        input={
            "code": "T-1",
            "holder": "crem",
            "duration": 1800.5,
            "condition": "POOR",
            "shelf": "B 12",
            "concepts": [{"use": "tape_speed", "concept": "19-cm"}],
            "contents": [{"item": "X_1", "side": "A", "start": "03:20"}],
        },
    )["createCarrier"]["carrier"]
    assert made["contents"] == [
        {"side": "A", "start": "03:20", "item": {"code": "X_1"}, "collection": None}
    ]
    assert made["concepts"] == [{"use": "tape_speed", "concept": {"slug": "19-cm"}}]
    assert (made["duration"], made["condition"], made["holder"]) == (
        1800.5,
        "POOR",
        {"slug": "crem"},
    )
    changed = data_of(
        UPDATE_CARRIER,
        actor=STAFF,
        input={"id": made["id"], "ifVersion": made["version"], "shelf": None, "newCode": "T-2"},
    )["updateCarrier"]["carrier"]
    assert (changed["code"], changed["shelf"]) == ("T-2", None)
    conflict = data_of(
        UPDATE_CARRIER, actor=STAFF, input={"code": "T-2", "ifVersion": 1, "shelf": "A"}
    )["updateCarrier"]
    assert (conflict["code"], conflict["currentVersion"]) == (
        "VERSION_CONFLICT",
        changed["version"],
    )


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"duration": -1.0}, ["input", "duration"]),
        ({"tapeThickness": -1.0}, ["input", "tapeThickness"]),
        ({"made": "yesterday"}, ["input", "made"]),
        ({"contents": [{"item": "NO_1"}]}, ["input", "contents", "0", "item"]),
        ({"digitisations": [{"sha256": "ff"}]}, ["input", "digitisations", "0", "sha256"]),
        ({"copyOf": "T-1"}, ["input", "copyOf"]),
        ({"newCode": "T 2"}, ["input", "newCode"]),
        ({"newCode": "T-2"}, ["input", "newCode"]),
    ],
)
def test_odd_words_are_refused_in_the_inputs_own_names(
    said: dict[str, Any], path: list[str]
) -> None:
    create_carrier(actor=STAFF, code="T-1")
    create_carrier(actor=STAFF, code="T-2")
    refused = data_of(UPDATE_CARRIER, actor=STAFF, input={"code": "T-1", **said})["updateCarrier"]
    assert refused["path"] == path
    assert refused["message"]
    assert Carrier.objects.get(code="T-1").version == 1


def test_a_key_makes_one_carrier_of_two_requests() -> None:
    user = make_user(id=STAFF.user_id, is_staff=True)
    said = {"code": "T-1", "idempotencyKey": "mine"}
    first, second = (
        data_of(CREATE_CARRIER, actor=STAFF, input=said)["createCarrier"] for _ in range(2)
    )
    assert first["carrier"]["id"] == second["carrier"]["id"]
    other = data_of(CREATE_CARRIER, actor=STAFF, input=said | {"code": "T-2"})["createCarrier"]
    assert other["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert (Carrier.objects.count(), user.is_staff) == (1, True)


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_what_the_house_keeps_to_itself_about_a_carrier(actor: Actor) -> None:
    file, shown, hidden = make_file(), make_item(code="X_1"), hidden_item(code="X_2")
    make_agent("Technician")
    create_accession(actor=STAFF, code="ACC-1")
    create_carrier(
        actor=STAFF,
        code="T-1",
        shelf="B 12",
        condition="poor",
        condition_comment="vinegar",
        comment="mine",
        accession="ACC-1",
        contents=[ContentPart(item=shown.code), ContentPart(item=hidden.code)],
        digitisations=[DigitisationPart(file.sha256, "2009", "technician", note="slow")],
    )
    create_carrier(actor=STAFF, code="T-2", contents=[ContentPart(item=hidden.code)])
    query = (
        '{ carrier(code: "T-1") { code shelf condition conditionComment comment'
        " accession { code } contents { item { code } }"
        " digitisations { done { edtf } file { sha256 } digitiser { slug } note } }"
        ' hidden: carrier(code: "T-2") { code }'
        " carriers { totalCount nodes { code } } waitingForDigitisation { carriers } }"
    )
    seen = data_of(query, actor=actor)
    assert seen["carrier"] == {
        "code": "T-1",
        "shelf": None,
        "condition": None,
        "conditionComment": None,
        "comment": None,
        "accession": None,
        "contents": [{"item": {"code": "X_1"}}],
        "digitisations": [
            {"done": {"edtf": "2009"}, "file": None, "digitiser": None, "note": None}
        ],
    }
    assert seen["hidden"] is None
    assert seen["carriers"] == {"totalCount": 1, "nodes": [{"code": "T-1"}]}
    assert seen["waitingForDigitisation"] == {"carriers": 1}
    for said in ("condition: POOR", 'accession: "ACC-1"'):
        answer = ask(f"{{ carriers(filter: {{{said}}}) {{ totalCount }} }}", actor=actor)
        assert answer.codes == ["FORBIDDEN"]
    told = data_of(query, actor=STAFF)["carrier"]
    assert (told["shelf"], told["accession"], len(told["contents"])) == (
        "B 12",
        {"code": "ACC-1"},
        2,
    )


def test_carriers_are_found_by_what_they_hold_and_await() -> None:
    item = make_item(code="X_1", collection=make_collection(code="X"))
    create_carrier(actor=STAFF, code="T-1", duration_s=60.0, contents=[ContentPart(item=item.code)])
    create_carrier(
        actor=STAFF,
        code="T-2",
        duration_s=7200.0,
        digitisation="done",
        contents=[ContentPart(collection="X")],
    )
    create_carrier(actor=STAFF, code="OTHER", title="T-1 bis")

    def codes(said: str) -> list[str]:
        query = f"{{ carriers({said}) {{ nodes {{ code }} }} }}"
        return [node["code"] for node in data_of(query, actor=STAFF)["carriers"]["nodes"]]

    assert codes('filter: {collection: "X"}') == ["T-1", "T-2"]
    assert codes('filter: {item: "X_1"}') == ["T-1"]
    assert codes("filter: {digitisation: WAITING}") == ["OTHER", "T-1"]
    assert codes('filter: {text: "t-1"}') == ["OTHER", "T-1"]
    assert codes("order: LONGEST") == ["T-2", "T-1", "OTHER"]
    waits = data_of("{ waitingForDigitisation { carriers hours ofUnknownLength } }", actor=STAFF)
    assert waits["waitingForDigitisation"] == {
        "carriers": 2,
        "hours": 60 / 3600,
        "ofUnknownLength": 1,
    }
    held = data_of('{ item(code: "X_1") { carriers { code } collection { carriers { code } } } }')
    assert held["item"] == {
        "carriers": [{"code": "T-1"}],
        "collection": {"carriers": [{"code": "T-2"}]},
    }


def test_visitors_read_an_agreements_summary_through_the_record_that_cites_it() -> None:
    make_agent("Ana")
    make_agent("Council", is_authoritative=True)
    create_agreement(
        actor=STAFF,
        code="C-1",
        title="Consent given by Ana",
        kind="consent",
        scope="All songs of the evening",
        public_summary="May be heard.",
        translations={"public_summary": {"fr": "Peut être écouté."}, "title": {"fr": "Ana"}},
        notes="Call her first",
        parties=[PartyPart("ana", "speaker"), PartyPart("council", "council", "public")],
    )
    make_item(code="X_1", agreement=Agreement.objects.get())
    asked = (
        "id iri code title kind publicSummary scope notes version"
        " translations { field text } parties { role agent { slug } audience }"
    )
    query = f'{{ item(code: "X_1") {{ agreement {{ {asked} }} }} }}'
    seen = data_of(query)["item"]["agreement"]
    assert "C-1" not in str(seen)
    assert "Ana" not in str(seen)
    assert seen["publicSummary"] == "May be heard."
    assert seen["translations"] == [{"field": "publicSummary", "text": "Peut être écouté."}]
    assert seen["parties"] == [{"role": "council", "agent": {"slug": "council"}, "audience": None}]
    assert data_of('{ agreement(code: "C-1") { id } agreements { totalCount } }') == {
        "agreement": None,
        "agreements": {"totalCount": 0},
    }
    node = data_of("query($id: ID!) { node(id: $id) { id } }", id=seen["id"])["node"]
    assert node == {"id": seen["id"]}
    told = data_of(query, actor=STAFF)["item"]["agreement"]
    assert (told["code"], told["scope"]) == ("C-1", "All songs of the evening")
    assert [party["agent"]["slug"] for party in told["parties"]] == ["ana", "council"]


def test_an_agreement_that_no_public_record_cites_is_nobodys_business() -> None:
    create_agreement(actor=STAFF, code="C-1", title="T", kind="consent", public_summary="S")
    agreement = Agreement.objects.get()
    hidden_item(agreement=agreement)
    key = relay.to_base64("Agreement", agreement.pk)
    assert data_of("query($id: ID!) { node(id: $id) { id } }", id=key)["node"] is None
    update = (
        "mutation($input: UpdateAgreementInput!) {"
        " updateAgreement(input: $input) { __typename ... on Error { message } } }"
    )
    there, not_there = (
        data_of(update, actor=MEMBER, input={"code": code, "title": "Mine"})["updateAgreement"]
        for code in ("C-1", "C-2")
    )
    assert there == not_there


def test_agreements_are_found_by_kind_party_and_end() -> None:
    make_agent("Ana")
    create_agreement(
        actor=STAFF,
        code="C-1",
        title="T",
        kind="consent",
        expires_on=date(2020, 1, 1),
        parties=[PartyPart("ana", "speaker"), PartyPart("ana", "singer")],
    )
    create_agreement(actor=STAFF, code="D-1", title="Deposit", kind="deposit")

    def codes(said: str) -> list[str]:
        query = f"{{ agreements(filter: {{{said}}}) {{ totalCount nodes {{ code }} }} }}"
        found = data_of(query, actor=STAFF)["agreements"]
        assert found["totalCount"] == len(found["nodes"])
        return [node["code"] for node in found["nodes"]]

    assert codes("kind: DEPOSIT") == ["D-1"]
    assert codes('party: "ana"') == ["C-1"]
    assert codes('expiresBefore: "2026-01-01"') == ["C-1"]
    assert codes('text: "depo"') == ["D-1"]


def test_holder_agreement_accession_and_field_are_made_and_changed() -> None:
    made = data_of(
        """mutation {
          createHolder(input: {slug: "crem", name: "Centre", translations: [
            {field: "name", language: "fr", text: "Le Centre"}]}) {
            ... on HolderPayload { holder { slug name(language: "fr") version } } }
          createAgreement(input: {code: "D-1", title: "Deposit", kind: DEPOSIT}) {
            ... on AgreementPayload { agreement { code kind } } }
          createAccession(input: {code: "ACC-1", holder: "crem", agreement: "D-1", boxes: 3}) {
            ... on AccessionPayload {
              accession { code boxes holder { slug } agreement { code } } } }
          createExtraField(input: {slug: "coirault", level: ITEM, kind: LINE, label: "Coirault"}) {
            ... on ExtraFieldPayload { extraField { slug level kind valueCount } } }
        }""",
        actor=STAFF,
    )
    assert made["createHolder"]["holder"] == {"slug": "crem", "name": "Le Centre", "version": 1}
    assert made["createAccession"]["accession"] == {
        "code": "ACC-1",
        "boxes": 3,
        "holder": {"slug": "crem"},
        "agreement": {"code": "D-1"},
    }
    assert made["createExtraField"]["extraField"]["valueCount"] == 0
    changed = data_of(
        """mutation {
          updateHolder(input: {slug: "crem", newSlug: "crem-lesc", email: "a@example.org"}) {
            ... on HolderPayload { holder { slug email } } }
          updateAgreement(input: {code: "D-1", expiresOn: "2030-01-01"}) {
            ... on AgreementPayload { agreement { expiresOn } } }
          updateAccession(input: {code: "ACC-1", boxes: null, received: "1960~"}) {
            ... on AccessionPayload { accession { boxes received { edtf } } } }
          updateExtraField(input: {slug: "coirault", kind: TEXT, audience: MEMBER}) {
            ... on ExtraFieldPayload { extraField { kind audience } } }
        }""",
        actor=STAFF,
    )
    assert changed["updateHolder"]["holder"] == {"slug": "crem-lesc", "email": "a@example.org"}
    assert changed["updateAgreement"]["agreement"] == {"expiresOn": "2030-01-01"}
    assert changed["updateAccession"]["accession"] == {"boxes": None, "received": {"edtf": "1960~"}}
    assert changed["updateExtraField"]["extraField"] == {"kind": "TEXT", "audience": "MEMBER"}
    assert Holder.objects.get().slug == "crem-lesc"


def test_a_fields_kind_stays_once_it_is_used_and_it_goes_only_when_empty() -> None:
    field = create_extra_field(
        actor=STAFF, slug="coirault", level="item", kind="line", label="Coirault"
    )
    value = ExtraValue.objects.create(item=make_item(), field=field, text="1207")
    update = (
        'mutation { updateExtraField(input: {slug: "coirault", kind: NUMBER})'
        " { ... on Error { path } } }"
    )
    assert data_of(update, actor=STAFF)["updateExtraField"] == {"path": ["input", "kind"]}
    delete = (
        'mutation { deleteExtraField(input: {slug: "coirault"})'
        " { __typename ... on Error { code path } } }"
    )
    assert data_of(delete, actor=STAFF)["deleteExtraField"] == {
        "__typename": "ValidationError",
        "code": "FIELD_IS_USED",
        "path": ["input", "slug"],
    }
    value.delete()
    gone = data_of(delete, actor=STAFF)["deleteExtraField"]
    assert gone["__typename"] == "DeleteExtraFieldPayload"
    assert not ExtraField.objects.exists()


def test_fields_are_listed_for_those_whom_they_are_for() -> None:
    for n, audience in enumerate(("staff", "public", "member"), start=1):
        create_extra_field(
            actor=STAFF,
            slug=f"f-{audience}",
            level="item",
            kind="line",
            label=audience,
            audience=audience,
            position=n,
        )
    query = "{ extraFields(level: ITEM) { nodes { slug valueCount } } }"
    assert data_of(query)["extraFields"]["nodes"] == [{"slug": "f-public", "valueCount": None}]
    assert len(data_of(query, actor=MEMBER)["extraFields"]["nodes"]) == 2
    assert [node["slug"] for node in data_of(query, actor=STAFF)["extraFields"]["nodes"]] == [
        "f-staff",
        "f-public",
        "f-member",
    ]


MUTATIONS = [
    'createHolder(input: {slug: "x", name: "X"})',
    'updateHolder(input: {slug: "crem", name: "X"})',
    'createAgreement(input: {code: "X", title: "X", kind: DEPOSIT})',
    'createAccession(input: {code: "X"})',
    'createCarrier(input: {code: "X"})',
    'createExtraField(input: {slug: "x", level: ITEM, kind: LINE, label: "X"})',
    'updateExtraField(input: {slug: "coirault", label: "X"})',
    'deleteExtraField(input: {slug: "coirault"})',
]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda text: text.partition("(")[0])
def test_only_staff_may(mutation: str) -> None:
    create_holder(actor=STAFF, slug="crem", name="CREM")
    create_extra_field(actor=STAFF, slug="coirault", level="item", kind="line", label="C")
    name = mutation.partition("(")[0]
    answer = data_of(f"mutation {{ {mutation} {{ __typename }} }}", actor=MEMBER)
    assert answer[name] == {"__typename": "Forbidden"}
