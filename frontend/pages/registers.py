"""What the registers for curators are made of: their questions, their components, their place."""

from dataclasses import dataclass

#: A path and a phrase of the catalogue.
Above = tuple[str, str]
HOLDINGS: Above = ("/holdings", "nav.holdings")
PERMITS: Above = ("/permits", "nav.permits")


@dataclass(frozen=True)
class Register:
    """A list: its question, the field that answers it, and what a row says."""

    question: str
    field: str
    component: str
    phrase: str
    named: str = "code"
    note: str = "title"
    #: What its question takes beside a page.
    takes: tuple[str, ...] = ("text",)
    for_staff: bool = True
    above: Above = HOLDINGS


@dataclass(frozen=True)
class Entry:
    """The page of one of those that are for staff alone."""

    kind: str
    question: str
    by: str
    component: str
    #: The field that answers, where that is not the kind.
    field: str = ""
    pages: bool = False


REGISTERS = {
    "carriers": Register(
        "CarrierList",
        "carriers",
        "carriers/CarriersPage",
        "nav.carriers",
        takes=("text", "digitisation"),
        for_staff=False,
    ),
    "accessions": Register(
        "AccessionList", "accessions", "accessions/AccessionsPage", "nav.accessions"
    ),
    "agreements": Register(
        "AgreementList", "agreements", "agreements/AgreementsPage", "nav.agreements"
    ),
    "code-policies": Register(
        "CodePolicyList",
        "codePolicies",
        "code-policies/CodePoliciesPage",
        "nav.codePolicies",
        named="title",
        note="template",
        takes=(),
    ),
}
ENTRIES = {
    "accessions": Entry(
        "accession", "AccessionPage", "code", "accession/AccessionPage", pages=True
    ),
    "agreements": Entry("agreement", "AgreementPage", "code", "agreement/AgreementPage"),
    "code-policies": Entry("codePolicy", "CodePolicyPage", "slug", "code-policy/CodePolicyPage"),
}

#: Who may know what: path -> kind and phrase.
_OF_PERMITS = {
    "communities": ("community", "nav.communities"),
    "protocols": ("protocol", "nav.protocols"),
    "labels": ("label", "nav.labels"),
    "reading-rooms": ("readingRoom", "nav.readingRooms"),
    "editor-groups": ("editorGroup", "nav.editorGroups"),
    "publication-rules": ("publicationRule", "nav.publicationRules"),
}
for _path, (_kind, _phrase) in _OF_PERMITS.items():
    _type = _kind[0].upper() + _kind[1:]
    REGISTERS[_path] = Register(
        f"{_type}List",
        "list",
        "permits/PermitListPage",
        _phrase,
        named="name",
        note="note",
        takes=(),
        above=PERMITS,
    )
    ENTRIES[_path] = Entry(_kind, f"{_type}Page", "slug", "permits/PermitPage", field="record")
