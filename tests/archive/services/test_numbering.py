"""Code policies at work: refused or remarked upon, and the next code, once each (T-06, T-07)."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections, transaction

from archive.access import PUBLIC
from archive.codes import CannotMint
from archive.errors import CodeTaken, NotAllowed, OddValue
from archive.history import Change
from archive.models import CodePolicy, Collection, Holder, Item, OldCode, Tombstone
from archive.services.coding import create_policy, update_policy
from archive.services.describe import create_item, update_item
from archive.services.describe_levels import create_collection
from archive.services.numbering import (
    CodeBreaksPolicy,
    check_against_policy,
    mint_item_code,
    next_code,
    next_item_code,
    policy_for,
)
from tests.factories import MEMBER, STAFF, make_collection, make_item

CREM_ITEMS = "{collection}_{number:2-3}[_{digits:2-3}[_{digits:2-3}]]"
CREM_COLLECTIONS = "CNRSMH_I_{year}_{number:3} | CNRSMH_E_{year}_{digits:3}_{number:3}"


@pytest.fixture
def crem(db: None) -> Collection:
    return collection_of_crem()


def collection_of_crem() -> Collection:
    """A collection of CREM's, under CREM's policies."""
    items = create_policy(
        actor=STAFF,
        slug="crem-items",
        title="CREM: items",
        level="item",
        template=CREM_ITEMS,
        example="CNRSMH_I_1970_012_041_15",
    )
    collections = create_policy(
        actor=STAFF,
        slug="crem-collections",
        title="CREM: collections",
        level="collection",
        template=CREM_COLLECTIONS,
    )
    holder = Holder.objects.create(slug="crem", name="CREM", code_policy=collections)
    return make_collection(code="CNRSMH_I_1970_012", code_policy=items, holder=holder)


def test_a_strict_policy_refuses_other_codes_and_says_what_they_look_like(
    crem: Collection,
) -> None:
    """Bad input of the issue: a code that breaks its policy."""
    given: dict[str, Any] = {"actor": STAFF, "title": "A song", "collection": crem.code}
    with pytest.raises(CodeBreaksPolicy) as broken:
        create_item(code="CNRSMH_I_1971_001_001", **given)
    assert broken.value.field == "code"
    assert "the collection's code" in str(broken.value)
    assert broken.value.remark.example == "CNRSMH_I_1970_012_041_15"
    assert "such as CNRSMH_I_1970_012_041_15" in str(broken.value)
    assert not Item.objects.exists()

    item = create_item(code="CNRSMH_I_1970_012_041_15", **given)
    with pytest.raises(CodeBreaksPolicy):
        update_item(actor=STAFF, code=item.code, new_code="X_1")
    item.refresh_from_db()
    assert item.code == "CNRSMH_I_1970_012_041_15"
    # What the record says beside its code may always change.
    update_item(actor=STAFF, code=item.code, title="Another song")
    # No code at all breaks none.
    create_item(**given)


def test_a_code_that_was_there_before_its_policy_stays(crem: Collection) -> None:
    make_item(code="OLD.7", collection=crem)
    changed = update_item(actor=STAFF, code="OLD.7", title="Still here")
    assert (changed.code, changed.title) == ("OLD.7", "Still here")


def test_a_lax_policy_remarks_and_lets_pass(crem: Collection) -> None:
    update_policy(actor=STAFF, cited="crem-items", is_strict=False)
    remark = check_against_policy("item", "X_1", collection_id=crem.pk)
    assert remark is not None
    assert not remark.is_refused
    assert remark.policy == "crem-items"
    made = create_item(actor=STAFF, title="A song", collection=crem.code, code="X_1")
    assert made.code == "X_1"


def test_a_holders_policy_judges_its_collections(crem: Collection) -> None:
    with pytest.raises(CodeBreaksPolicy, match="CNRSMH_I_"):
        create_collection(actor=STAFF, code="OTHER_1", title="A mission", holder="crem")
    create_collection(actor=STAFF, code="CNRSMH_E_1993_013_001", title="A disc", holder="crem")
    create_collection(actor=STAFF, code="OTHER_1", title="Nobody's")


def test_an_items_policy_is_its_collections_else_its_holders(crem: Collection) -> None:
    assert policy_for("item", collection_id=crem.pk).policy == crem.code_policy
    other = make_collection(holder=crem.holder)
    assert policy_for("item", collection_id=other.pk).policy is None
    lax = CodePolicy.objects.create(slug="lax", title="Lax", level="item", template="L_{digits:2}")
    assert crem.holder is not None
    Holder.objects.filter(pk=crem.holder.pk).update(code_policy=lax)
    assert policy_for("item", collection_id=other.pk).policy == lax


@pytest.mark.parametrize(
    ("borne", "following"),
    [
        ([], "_001"),
        (["_1", "_2"], "_3"),
        (["_8", "_9"], "_10"),
        (["_08", "_09"], "_10"),
        (["_01", "_02"], "_03"),
        (["_001", "_017"], "_018"),
        (["_998", "_999"], "_1000"),
        (["_1000"], "_1001"),
        (["_003_b", "_A", "-007"], "_004"),
    ],
)
@pytest.mark.django_db
def test_padding_is_kept_where_no_policy_says(borne: list[str], following: str) -> None:
    """T-06: Telemeta's next code lost its zeros."""
    collection = make_collection(code="BM.1988")
    for end in borne:
        make_item(code=f"BM.1988{end}", collection=collection)
    assert next_item_code(collection.pk) == f"BM.1988{following}"


def test_the_policy_says_the_padding_and_its_neighbours_choose(crem: Collection) -> None:
    assert next_item_code(crem.pk) == f"{crem.code}_001"
    make_item(code=f"{crem.code}_15", collection=crem)
    assert next_item_code(crem.pk) == f"{crem.code}_16"
    make_item(code=f"{crem.code}_041_15", collection=crem)
    assert next_item_code(crem.pk) == f"{crem.code}_042"


def test_a_code_that_was_ever_borne_is_not_given_again(crem: Collection) -> None:
    code = crem.code
    renamed = make_item(code=f"{code}_007", collection=crem)
    Item.objects.filter(pk=renamed.pk).update(code=f"{code}_001")
    assert OldCode.objects.filter(code=f"{code}_007").exists()
    assert next_item_code(crem.pk) == f"{code}_008"
    Tombstone.objects.create(kind="item", code=f"{code}_011", subject_id=renamed.pk)
    assert next_item_code(crem.pk) == f"{code}_012"
    make_item(code=f"{code}_020", collection=crem, state="deleted")
    assert next_item_code(crem.pk) == f"{code}_021"
    with pytest.raises(CodeTaken, match="still leads there"):
        create_item(actor=STAFF, title="x", collection=code, code=f"{code}_007")


def test_a_collection_elsewhere_does_not_count(crem: Collection) -> None:
    """_ and . in a code are themselves, not LIKE's or a regular expression's."""
    other = make_collection(code="CNRSMHxIx1970x012")
    make_item(code="CNRSMHxIx1970x012_400", collection=other)
    assert next_item_code(crem.pk) == f"{crem.code}_001"


def test_the_next_collection_of_a_holder(crem: Collection) -> None:
    holder = crem.holder
    assert holder is not None
    assert next_code("collection", holder_id=holder.pk, year=1970) == "CNRSMH_I_1970_013"
    assert next_code("collection", holder_id=holder.pk, year=1971) == "CNRSMH_I_1971_001"
    published = next_code("collection", holder_id=holder.pk, year=1993, given=["013"])
    assert published == "CNRSMH_E_1993_013_001"
    with pytest.raises(CannotMint):
        next_code("collection", holder_id=holder.pk, given=["013", "014"])
    with pytest.raises(CannotMint):
        next_code("fonds", holder_id=holder.pk)


def test_an_item_is_made_with_the_next_code_in_one_transaction(crem: Collection) -> None:
    item = create_item(actor=STAFF, title="A song", collection=crem.code, mint_code=True)
    assert item.code == f"{crem.code}_001"
    with pytest.raises(OddValue) as both:
        create_item(actor=STAFF, title="x", collection=crem.code, code="Y_1", mint_code=True)
    assert both.value.field == "mint_code"
    with pytest.raises(NotAllowed):
        create_item(actor=MEMBER, title="x", collection=crem.code, mint_code=True)
    assert Change.objects.filter(subject_id=item.pk, author_id=STAFF.user_id).exists()


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"template": "A{digits:1-2}{digits:1-2}"}, "template"),
        ({"template": "[A-Z]*"}, "template"),
        ({"level": "collection", "template": "{collection}_{number:2}"}, "template"),
        ({"level": "shelf"}, "level"),
        ({"example": "B_12"}, "example"),
        ({"title": " "}, "title"),
        ({"slug": "with space"}, "slug"),
    ],
)
@pytest.mark.django_db
def test_an_odd_policy_is_refused(says: dict[str, Any], field: str) -> None:
    good = {"slug": "a", "title": "A", "level": "item", "template": "A_{number:2}"}
    with pytest.raises(OddValue) as odd:
        create_policy(actor=STAFF, **(good | says))
    assert odd.value.field == field
    assert not CodePolicy.objects.filter(slug="a").exists()
    for actor in (PUBLIC, MEMBER):
        with pytest.raises(NotAllowed):
            create_policy(actor=actor, **good)  # type: ignore[arg-type]


def test_a_policy_that_records_go_by_keeps_its_level(crem: Collection) -> None:
    with pytest.raises(OddValue) as odd:
        update_policy(
            actor=STAFF, cited="crem-items", level="fonds", template="F_{number:2}", example=""
        )
    assert odd.value.field == "level"


WRITERS = 20


def test_twenty_at_once_get_twenty_codes(own_database: str) -> None:
    """No doubles and no gaps, over real connections that begin together."""
    collection = make_collection(code="CNRSMH_I_1970_012")
    start = threading.Barrier(WRITERS, timeout=60)
    pooled = connections["default"]
    options = {
        key: value for key, value in pooled.settings_dict["OPTIONS"].items() if key != "pool"
    }
    unpooled: dict[str, Any] = {**pooled.settings_dict, "OPTIONS": options}

    def make(number: int) -> str:
        connections["default"] = type(pooled)(unpooled, "default")  # one each, of 20
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")  # connected before all begin
            start.wait()
            return str(
                create_item(
                    actor=STAFF, title=f"Song {number}", collection=collection.code, mint_code=True
                ).code
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        codes = sorted(pool.map(make, range(WRITERS)))
    assert codes == [f"CNRSMH_I_1970_012_{n:03}" for n in range(1, WRITERS + 1)]


def test_a_code_taken_by_hand_meanwhile_is_passed_over(own_database: str) -> None:
    """Whoever types a code waits for no minter: the mint finds the next one after it."""
    collection = make_collection(code="C")
    minted, taken = threading.Event(), threading.Event()
    found: list[str] = []

    def mint() -> None:
        try:
            attempts = iter(range(9))

            def slowly(key: Any) -> str:
                code = mint_item_code(key)
                if next(attempts) == 0:
                    minted.set()
                    assert taken.wait(20)
                return code

            from archive.services import describe

            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(describe, "mint_item_code", slowly)
                item = create_item(actor=STAFF, title="x", collection="C", mint_code=True)
            found.append(str(item.code))
        finally:
            connections.close_all()

    thread = threading.Thread(target=mint)
    thread.start()
    assert minted.wait(20)
    with transaction.atomic():
        make_item(code="C_001", collection=collection)
    taken.set()
    thread.join(30)
    assert found == ["C_002"]
