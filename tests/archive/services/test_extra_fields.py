"""Fields of one's own: what a field means stays once records say something in it."""

from typing import Any

import pytest

from archive.access import PUBLIC
from archive.errors import CodeTaken, NotAllowed, OddValue
from archive.models import Concept, ExtraField, ExtraValue, Scheme
from archive.services.extra_fields import (
    FieldIsUsed,
    create_extra_field,
    delete_extra_field,
    update_extra_field,
)
from tests.factories import STAFF, make_item

pytestmark = pytest.mark.django_db


def make_field(**says: Any) -> ExtraField:
    given = {"slug": "coirault", "level": "item", "kind": "line", "label": "Coirault number"}
    return create_extra_field(actor=STAFF, **given | says)


def test_a_field_is_defined_as_data_with_labels_in_languages() -> None:
    """Poitiers and MCM forked for such fields (spec/telemeta.md 4)."""
    field = make_field(
        translations={"label": {"fr": "Numéro Coirault"}}, audience="member", group="Numbers"
    )
    assert field.translations == {"label": {"fr": "Numéro Coirault"}}
    assert not ExtraField.objects.visible_to(PUBLIC).exists()


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ({"kind": "colour"}, "kind"),
        ({"level": "carrier"}, "level"),
        ({"kind": "concept"}, "scheme"),
        ({"scheme": "keywords"}, "scheme"),
        ({"unit": "cm"}, "unit"),
        ({"label": ""}, "label"),
        ({"slug": "not a slug"}, "slug"),
        ({"property_iri": "nowhere"}, "property_iri"),
        ({"audience": "everybody"}, "audience"),
    ],
)
def test_an_odd_field_is_refused(says: dict[str, Any], field: str) -> None:
    Scheme.objects.get_or_create(slug="keywords", defaults={"title": "Keywords"})
    with pytest.raises(OddValue) as refused:
        make_field(**says)
    assert refused.value.field == field
    assert not ExtraField.objects.exists()


def test_two_fields_of_one_slug_are_refused() -> None:
    make_field()
    with pytest.raises(CodeTaken):
        make_field(level="collection")


@pytest.mark.parametrize(
    ("says", "field"),
    [({"kind": "number"}, "kind"), ({"level": "collection"}, "level")],
)
def test_what_a_field_means_stays_once_it_is_used(says: dict[str, Any], field: str) -> None:
    row = make_field()
    assert update_extra_field(actor=STAFF, cited="coirault", kind="text").kind == "text"
    update_extra_field(actor=STAFF, cited="coirault", kind="line")
    ExtraValue.objects.create(item=make_item(), field=row, text="1207")
    with pytest.raises(OddValue) as refused:
        update_extra_field(actor=STAFF, cited="coirault", **says)
    assert refused.value.field == field
    assert update_extra_field(actor=STAFF, cited="coirault", label="Coirault").label == "Coirault"


def test_a_used_vocabulary_stays() -> None:
    for slug in ("keywords", "tunes"):
        Scheme.objects.get_or_create(slug=slug, defaults={"title": slug})
    field = make_field(kind="concept", scheme="keywords")
    update_extra_field(actor=STAFF, cited="coirault", scheme="tunes")
    tunes = Scheme.objects.get(slug="tunes")
    concept = Concept.objects.create(scheme=tunes, slug="a", name="A")
    ExtraValue.objects.create(item=make_item(), field=field, concept=concept)
    with pytest.raises(OddValue) as refused:
        update_extra_field(actor=STAFF, cited="coirault", scheme="keywords")
    assert refused.value.field == "scheme"


def test_a_field_goes_only_while_nothing_is_said_in_it() -> None:
    row = make_field()
    value = ExtraValue.objects.create(item=make_item(), field=row, text="1207")
    with pytest.raises(FieldIsUsed, match="1 values"):
        delete_extra_field(actor=STAFF, cited="coirault")
    value.delete()
    assert delete_extra_field(actor=STAFF, record_id=row.pk) == row.pk
    assert not ExtraField.objects.exists()


def test_only_staff_define_fields() -> None:
    make_field()
    with pytest.raises(NotAllowed):
        create_extra_field(actor=PUBLIC, slug="x", level="item", kind="line", label="X")
    with pytest.raises(NotAllowed):
        delete_extra_field(actor=PUBLIC, cited="coirault")
