"""Sound that opens with age: the day, the year that counts, what it lifts (telemeta 3, #170)."""

from datetime import date
from typing import Any

import pytest

from archive.access import PUBLIC, Act, may
from archive.errors import NotAllowed, OddValue
from archive.models import Item, PublicationRule
from archive.services.describe_levels import update_collection
from archive.services.opening import create_rule, opening_by, update_rule
from tests.factories import MEMBER, STAFF, make_collection, make_item

pytestmark = pytest.mark.django_db
THIS_YEAR = date.today().year  # noqa: DTZ011 - a year, and the database's is the same


def recorded(year: int, last: int | None = None, **values: Any) -> Item:
    given: dict[str, Any] = {"access": "metadata", "opens_with_age": True} | values
    return make_item(
        recorded_from=date(year, 1, 1), recorded_to=date(last or year, 12, 31), **given
    )


def is_heard(item: Item) -> bool:
    return may(PUBLIC, Act.LISTEN, item.pk)


@pytest.fixture(autouse=True)
def rule() -> PublicationRule:
    return create_rule(actor=STAFF, slug="fifty", title="Fifty years", years=50, is_default=True)


def test_it_opens_on_1_january_of_the_year_that_the_rule_says() -> None:
    assert is_heard(recorded(THIS_YEAR - 50))
    assert not is_heard(recorded(THIS_YEAR - 49))
    assert not is_heard(recorded(THIS_YEAR - 50, opens_with_age=False)), "only what is marked"
    assert not is_heard(recorded(THIS_YEAR - 60, THIS_YEAR - 40)), "the latest year counts"
    assert not is_heard(recorded(THIS_YEAR - 90, access="none"))


def test_what_has_no_date_follows_its_collection_or_stays() -> None:
    bare: dict[str, Any] = {"access": "metadata", "opens_with_age": True}
    assert not is_heard(make_item(**bare))
    dated = make_collection(recorded_from=date(1930, 1, 1), recorded_to=date(THIS_YEAR - 55, 1, 1))
    assert is_heard(make_item(collection=dated, **bare))


def test_a_collection_may_name_another_rule_and_none_is_never(rule: PublicationRule) -> None:
    item = recorded(THIS_YEAR - 60)
    create_rule(actor=STAFF, slug="seventy", title="Seventy years", years=70)
    update_collection(actor=STAFF, code=item.collection.code, publication_rule="seventy")
    assert not is_heard(item)
    update_rule(actor=STAFF, cited="seventy", years=60)
    assert is_heard(item)
    update_collection(actor=STAFF, code=item.collection.code, publication_rule=None)
    PublicationRule.objects.filter(pk=rule.pk).update(is_default=False)
    assert not is_heard(item), "without a rule nothing opens with age"


def test_a_new_default_takes_the_old_ones_place() -> None:
    create_rule(actor=STAFF, slug="sixty", title="Sixty years", years=60, is_default=True)
    assert PublicationRule.objects.get(is_default=True).slug == "sixty"


def test_the_next_1_january_is_foretold() -> None:
    """T-: the list of what becomes free next 1 January."""
    soon, later = recorded(THIS_YEAR - 49), recorded(THIS_YEAR - 48)
    hidden = recorded(THIS_YEAR - 49, access="none")
    open_already = recorded(THIS_YEAR - 50)
    found = opening_by(date(THIS_YEAR + 1, 1, 1), actor=STAFF)
    assert [row.pk for row in found] == [soon.pk]
    assert found.get().opens_on == date(THIS_YEAR + 1, 1, 1)
    assert set(opening_by(date(THIS_YEAR + 2, 1, 1), actor=STAFF)) == {soon, later}
    assert not opening_by(date(THIS_YEAR + 2, 1, 1), actor=MEMBER).exists()
    assert {hidden, open_already}.isdisjoint(opening_by(date(THIS_YEAR + 90, 1, 1), actor=STAFF))


def test_odd_rules_are_refused() -> None:
    with pytest.raises(OddValue):
        create_rule(actor=STAFF, slug="none", title="None", years=0)
    with pytest.raises(NotAllowed):
        create_rule(actor=MEMBER, slug="mine", title="Mine", years=1, is_default=True)
    assert PublicationRule.objects.get(is_default=True).slug == "fifty"
