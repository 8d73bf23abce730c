"""Describing holders, agreements, accessions, carriers: each edit signed, versioned, refused."""

from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.errors import CodeTaken, NotAllowed, NotFound, OddDate, OddValue, VersionConflict
from archive.history import Change
from archive.models import (
    Accession,
    Agreement,
    Carrier,
    CarrierContent,
    Concept,
    DigitisationState,
    Holder,
    OldCode,
    Scheme,
)
from archive.services.agreements import (
    PartyPart,
    create_accession,
    create_agreement,
    update_accession,
    update_agreement,
)
from archive.services.carriers import (
    ContentPart,
    DigitisationPart,
    create_carrier,
    update_carrier,
    waiting,
    waiting_for_digitisation,
)
from archive.services.describe_links import ConceptPart
from archive.services.holders import create_holder, update_holder
from tests.factories import (
    MEMBER,
    STAFF,
    hidden_item,
    make_agent,
    make_collection,
    make_file,
    make_item,
    make_place,
)

pytestmark = pytest.mark.django_db


def scheme(slug: str) -> Scheme:
    return Scheme.objects.get_or_create(slug=slug, defaults={"title": slug})[0]


def make_concept(of: str, slug: str) -> Concept:
    return Concept.objects.create(scheme=scheme(of), slug=slug, name=slug)


def test_a_holder_is_described_in_several_languages() -> None:
    make_place("France")
    holder = create_holder(
        actor=STAFF,
        slug="crem",
        name="Research centre",
        country="france",
        translations={"name": {"FR": "Centre de recherche"}},
        default_licence="CC-BY-NC-4.0",
    )
    holder = update_holder(
        actor=STAFF,
        cited="crem",
        if_version=holder.version,
        translations={"name": {"es": "Centro de investigación"}},
        reason="from the partner's site",
    )
    assert holder.translations == {
        "name": {"es": "Centro de investigación", "fr": "Centre de recherche"}
    }
    assert holder.country is not None
    assert holder.country.slug == "france"
    change = Change.objects.filter(subject_id=holder.pk).first()
    assert change is not None
    assert (change.author_id, change.reason) == (STAFF.user_id, "from the partner's site")


def test_the_same_words_again_change_nothing() -> None:
    made = create_holder(actor=STAFF, slug="crem", name="CREM")
    again = update_holder(actor=STAFF, cited="crem", name="CREM")
    assert again.version == made.version


def test_a_holder_keeps_its_old_slug() -> None:
    create_holder(actor=STAFF, slug="mnhn", name="Musée")
    holder = update_holder(actor=STAFF, cited="mnhn", slug="museum")
    assert OldCode.objects.get(kind="holder", code="mnhn").subject_id == holder.pk
    with pytest.raises(CodeTaken):
        create_holder(actor=STAFF, slug="mnhn", name="Another")


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_only_staff_describe(actor: Actor) -> None:
    create_holder(actor=STAFF, slug="crem", name="CREM")
    with pytest.raises(NotAllowed):
        create_holder(actor=actor, slug="other", name="Other")
    with pytest.raises(NotAllowed):
        update_holder(actor=actor, cited="crem", name="Other")
    create_agreement(actor=STAFF, code="A-1", title="T", kind="deposit")
    with pytest.raises(NotFound):  # what one may not see is not there
        update_agreement(actor=actor, cited="A-1", title="Other")
    assert Holder.objects.get().name == "CREM"


def test_an_agreement_has_parties_each_with_an_audience() -> None:
    make_agent("Ana")
    make_agent("The council")
    agreement = create_agreement(
        actor=STAFF,
        code="C-1",
        title="Consent of the singers",
        kind="consent",
        signed="1960-11",
        public_summary="May be heard for study.",
        parties=[PartyPart("ana", "speaker"), PartyPart("the-council", "council", "public")],
    )
    assert [(row.agent.slug, row.audience) for row in agreement.parties.all()] == [
        ("ana", "staff"),
        ("the-council", "public"),
    ]
    kept = set(agreement.parties.values_list("pk", flat=True))
    changed = update_agreement(
        actor=STAFF,
        cited="C-1",
        parties=[PartyPart("the-council", "council", "public"), PartyPart("ana", "speaker")],
    )
    assert [row.agent.slug for row in changed.parties.all()] == ["the-council", "ana"]
    assert set(changed.parties.values_list("pk", flat=True)) == kept


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"kind": "handshake"}, "kind"),
        ({"title": " "}, "title"),
        ({"parties": [PartyPart("nobody", "speaker")]}, "parties.0.agent"),
        ({"parties": [PartyPart("ana", "")]}, "parties.0.role"),
        ({"parties": [PartyPart("ana", "speaker")] * 2}, "parties.1"),
        ({"parties": [PartyPart("ana", "speaker", "everybody")]}, "parties.0.audience"),
        ({"parties": [PartyPart("ana", "speaker")] * 201}, "parties"),
        ({"notes": "a\x00b"}, "notes"),
        ({"scope": "x" * 100_001}, "scope"),
        ({"translations": {"scope": {"fr": "secret"}}}, "translations"),
    ],
)
def test_odd_words_of_an_agreement_are_refused_by_field(says: dict[str, Any], field: str) -> None:
    make_agent("Ana")
    create_agreement(actor=STAFF, code="C-1", title="T", kind="consent")
    with pytest.raises(OddValue) as refused:
        update_agreement(actor=STAFF, cited="C-1", **says)
    assert refused.value.field == field
    assert Agreement.objects.get().version == 1


def test_a_date_that_cannot_be_is_refused_by_its_field() -> None:
    with pytest.raises(OddDate) as refused:
        create_accession(actor=STAFF, code="ACC-1", received="1960-13-45")
    assert refused.value.field == "received"
    assert not Accession.objects.exists()


def test_an_accession_names_donor_agreement_and_boxes() -> None:
    make_agent("Donor")
    create_agreement(actor=STAFF, code="D-1", title="Deposit", kind="deposit")
    create_holder(actor=STAFF, slug="crem", name="CREM")
    create_accession(
        actor=STAFF,
        code="ACC-1",
        donor="donor",
        agreement="D-1",
        holder="crem",
        boxes=3,
        received="1960~",
    )
    told = Accession.objects.values_list("donor__slug", "agreement__code", "boxes").get()
    assert told == ("donor", "D-1", 3)
    changed = update_accession(actor=STAFF, cited="ACC-1", donor=None, boxes=None)
    assert (changed.donor, changed.boxes) == (None, None)
    with pytest.raises(OddValue) as refused:
        update_accession(actor=STAFF, cited="ACC-1", boxes=-1)
    assert refused.value.field == "boxes"


def test_two_curators_who_save_one_carrier_conflict() -> None:
    create_carrier(actor=STAFF, code="T-1")
    first = update_carrier(actor=STAFF, cited="T-1", if_version=1, shelf="A 1")
    with pytest.raises(VersionConflict) as refused:
        update_carrier(actor=STAFF, cited="T-1", if_version=1, shelf="B 2")
    assert refused.value.current == first.version
    assert Carrier.objects.get().shelf == "A 1"


def test_a_carrier_tells_all_that_telemeta_told_of_one() -> None:
    """T: `Format` of LAM, spec/telemeta.md 1.4: each column and each vocabulary has its place."""
    item, collection, file = make_item(code="X_1"), make_collection(code="X"), make_file()
    make_agent("Technician")
    uses = {
        "physical_format": ("physical-formats", "reel"),
        "tape_wheel_diameter": ("tape-wheel-diameters", "18"),
        "tape_speed": ("tape-speeds", "19"),
        "tape_vendor": ("tape-vendors", "pyral"),
        "tape_width": ("tape-widths", "1-4"),
        "tape_length": ("tape-lengths", "360"),
        "channel_layout": ("channel-layouts", "mono"),
    }
    for vocabulary, slug in [*uses.values(), ("ad-conversions", "crem")]:
        make_concept(vocabulary, slug)
    create_carrier(actor=STAFF, code="T-0")
    carrier = create_carrier(
        actor=STAFF,
        code="T-1",
        original_code="LAM 12",
        original_number="7",
        title="Sanga, face A",
        copy_of="T-0",
        shelf="B 12",
        made="1960-11",
        duration_s=1800.0,
        condition="poor",
        condition_comment="vinegar",
        sound_quality="wow",
        comment="to be handled with gloves",
        recording_system="Nagra III",
        tape_thickness_um=35.0,
        tape_reference="PE 36",
        has_sticker=True,
        concepts=[ConceptPart(use, slug) for use, (_, slug) in uses.items()],
        contents=[
            ContentPart(item=item.code, side="A", start="03:20"),
            ContentPart(collection="X"),
        ],
        digitisations=[
            DigitisationPart(file.sha256, "2009-05", "technician", "crem", "Studer A810", "slow")
        ],
    )
    said = {link.use: link.concept.slug for link in carrier.concept_links.all()}
    assert said == {use: slug for use, (_, slug) in uses.items()}
    assert carrier.copy_of == Carrier.objects.get(code="T-0")
    assert {(row.item, row.collection, row.side) for row in carrier.contents.all()} == {
        (item, None, "A"),
        (None, collection, ""),
    }
    told = carrier.digitisations.values_list("file", "digitiser__slug", "conversion__slug")
    assert list(told) == [(file.pk, "technician", "crem")]


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"concepts": [ConceptPart("style", "x")]}, "concepts.0.use"),
        ({"concepts": [ConceptPart("tape_speed", "warp-9")]}, "concepts.0.concept"),
        ({"contents": [ContentPart()]}, "contents.0"),
        ({"contents": [ContentPart(item="NO_1")]}, "contents.0.item"),
        ({"contents": [ContentPart(item="X_1", collection="X")]}, "contents.0"),
        ({"contents": [ContentPart(item="X_1")] * 2}, "contents.1"),
        ({"contents": [ContentPart(item="X_1", side="s" * 21)]}, "contents.0.side"),
        ({"digitisations": [DigitisationPart("f" * 64)]}, "digitisations.0.sha256"),
        ({"copy_of": "T-9"}, "copy_of"),
        ({"copy_of": "T-1"}, "copy_of"),
        ({"copy_of": "T-2"}, "copy_of"),
        ({"condition": "haunted"}, "condition"),
        ({"duration_s": -1.0}, "duration_s"),
        ({"duration_s": float("nan")}, "duration_s"),
        ({"digitisation": ""}, "digitisation"),
    ],
)
def test_odd_words_of_a_carrier_are_refused_by_field(says: dict[str, Any], field: str) -> None:
    item = make_item(code="X_1")
    scheme("tape-speeds")
    create_carrier(actor=STAFF, code="T-1")
    create_carrier(actor=STAFF, code="T-2", copy_of="T-1")
    with pytest.raises(OddValue) as refused:
        update_carrier(actor=STAFF, cited="T-1", **says)
    assert refused.value.field == field
    assert Carrier.objects.get(code="T-1").version == 1
    assert not CarrierContent.objects.filter(item=item).exists()


def test_a_carrier_is_seen_by_whoever_may_see_something_that_it_holds() -> None:
    shown, hidden = make_item(code="X_1"), hidden_item(code="X_2")
    create_carrier(actor=STAFF, code="OPEN", contents=[ContentPart(item=shown.code)])
    create_carrier(actor=STAFF, code="CLOSED", contents=[ContentPart(item=hidden.code)])
    create_carrier(
        actor=STAFF,
        code="BOTH",
        contents=[ContentPart(item=hidden.code), ContentPart(item=shown.code)],
    )
    create_carrier(actor=STAFF, code="EMPTY")
    codes = [row.code for row in Carrier.objects.visible_to(PUBLIC)]
    assert codes == ["BOTH", "OPEN"]
    both = CarrierContent.objects.visible_to(PUBLIC).filter(carrier__code="BOTH")
    assert [row.item.code for row in both] == ["X_1"]
    assert Carrier.objects.visible_to(STAFF).count() == 4


def test_what_waits_for_digitisation_is_counted_in_hours() -> None:
    for number, seconds in enumerate((3600.0, 1800.0, None)):
        create_carrier(actor=STAFF, code=f"T-{number}", duration_s=seconds)
    create_carrier(actor=STAFF, code="DONE", duration_s=9e4, digitisation=DigitisationState.DONE)
    told = waiting(waiting_for_digitisation(STAFF))
    assert (told.carriers, told.hours, told.of_unknown_length) == (3, 1.5, 1)
    assert waiting(waiting_for_digitisation(PUBLIC)).carriers == 0


def test_an_agreement_is_met_through_a_record_that_cites_it() -> None:
    shown = create_agreement(actor=STAFF, code="A-1", title="T", kind="consent")
    create_agreement(actor=STAFF, code="A-2", title="T", kind="consent")
    make_item(agreement=shown)
    hidden_item(agreement=Agreement.objects.get(code="A-2"))
    assert [row.code for row in Agreement.objects.cited_to(PUBLIC)] == ["A-1"]
    assert not Agreement.objects.visible_to(PUBLIC).exists()
