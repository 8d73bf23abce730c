"""One record of each kind for the pages of a demo: found there, or made, once a site."""

import os
from typing import Any

from tests.e2e.browser import Visit
from tests.e2e.page_kinds import COLLECTION, ITEM, MADE


def made(visitor: Visit) -> dict[str, str]:
    """Return where one of each kind stands that no address is known of; make what there is none of.

    `visitor` is logged in as staff.
    """

    def ask(query: str, **variables: Any) -> Any:
        answer = visitor.context.request.post(
            f"{visitor.site}/graphql",
            data={"query": query, "variables": variables},
            headers={"graphql-require-preflight": "1"},
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def change(mutation: str, result: str, **given: Any) -> Any:
        name = mutation[0].upper() + mutation[1:]
        payload = f"... on Error {{ message }} {result}"
        told = ask(
            f"mutation($i: {name}Input!) {{ done: {mutation}(input: $i) "
            f"{{ __typename {payload} }} }}",
            i=given,
        )
        return told["done"]

    slug = {"slug": MADE, "name": "As long a name as somebody may give to such a thing"}
    for kind, given in (
        ("createCommunity", slug),
        ("createProtocol", slug | {"communities": [MADE]}),
        ("createLabel", slug | {"text": "To be heard after sunset."}),
        ("createReadingRoom", slug | {"networks": ["198.51.100.0/24"]}),
        ("createEditorGroup", slug),
        ("createPublicationRule",
         {"slug": MADE, "title": "Fifty years", "years": 50}),
        ("createCodePolicy",
         {"slug": MADE, "title": "Numbers", "level": "ITEM",
          "template": "{collection}_{number:3}"}),
        ("createAgreement",
         {"code": MADE.upper(), "title": "Deposit of the tapes", "kind": "DEPOSIT"}),
        ("createAccession", {"code": MADE.upper()}),
        ("createCarrier", {"code": MADE.upper()}),
        ("createFonds", {"code": MADE.upper(), "title": "Papers", "state": "PUBLISHED"}),
        ("createConcept", {"name": "Funeral", "scheme": "keywords", "slug": MADE}),
        ("createCorpus", {"code": MADE.upper(), "title": "Voices", "state": "PUBLISHED"}),
    ):  # fmt: skip
        change(kind, "", **given)  # there already, the second time
    first = ask(
        """{ agents(first: 1) { nodes { iri } } populations(first: 2) { nodes { id iri } }
             languages(first: 1) { nodes { iri } } holders(first: 1) { nodes { iri } }
             runs(first: 1) { nodes { iri } } }"""
    )
    more = ask(
        """query($code: String!) {
             scheme(slug: "keywords") { concepts(first: 1) { nodes { iri } } }
             item(code: $code) { id } }""",
        code=ITEM,
    )
    item = more["item"]["id"]
    lost: list[dict[str, str]] = []
    for title in ("A record that was withdrawn", "A draft"):
        done = change(
            "createItem", "... on CreateItemPayload { item { id iri } }",
            title=title, collection=COLLECTION, code=f"{MADE}-{os.getpid()}-{len(lost)}".upper(),
        )  # fmt: skip
        lost.append(done["item"])
    change("publishRecord", "", id=lost[0]["id"])
    change("withdrawRecord", "", id=lost[0]["id"], isAnnounced=True, reason="Asked for.")
    lists = change(
        "createSelection", "... on SelectionPayload { selection { iri } }", title="For the class"
    )
    population = first["populations"]["nodes"][1]

    def at(iri: str) -> str:
        return "/" + iri.split("/", 3)[3]

    upper = MADE.upper()
    concepts = more["scheme"]["concepts"]["nodes"]
    return {
        "agent": at(first["agents"]["nodes"][0]["iri"]),
        "population": at(population["iri"]),
        "language": at(first["languages"]["nodes"][0]["iri"]),
        "holder": at(first["holders"]["nodes"][0]["iri"]),
        "run": at(first["runs"]["nodes"][0]["iri"]),
        "concept": at(concepts[0]["iri"]),
        "withdrawn": at(lost[0]["iri"]),
        "draft": at(lost[1]["iri"]),
        "selection": at(lists["selection"]["iri"]),
        "ask": f"/ask?about={item}",
        "merge": f"/merge?source={population['id']}",
        "history": f"/history?record={item}",
        "fonds": f"/fonds/{upper}",
        "corpus": f"/corpora/{upper}",
        "carrier": f"/carriers/{upper}",
        "accession": f"/accessions/{upper}",
        "agreement": f"/agreements/{upper}",
        "code-policy": f"/code-policies/{MADE}",
        **{
            f"{register}-entry": f"/{register}/{MADE}"
            for register in [
                "communities",
                "protocols",
                "labels",
                "reading-rooms",
                "editor-groups",
                "publication-rules",
            ]
        },
    }
