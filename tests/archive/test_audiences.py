"""For whom each field is: every field of every model is decided about, once."""

from django.apps import apps
from django.db import models

from archive.access import HOUSE, PUBLIC, Actor, Audience
from archive.audiences import NOT_DESCRIPTION, SAID_BY_ROW, TABLE, audience_of, read_from, reads
from archive.models import Accession, Agreement, Annotation, Carrier, Performance, Track

#: Below this the walk would have lost models on its way.
LEAST_FIELDS = 400

MEMBER = Actor(is_member=True)


def own_models() -> list[type[models.Model]]:
    """Return the archive's models; tables that Django makes for itself are none of them."""
    return [model for model in apps.get_app_config("archive").get_models() if model._meta.managed]


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}


def undecided(table_of: "dict[str, set[str]]") -> list[str]:
    """Return the fields of the models that a table does not speak of."""
    return [
        f"{model.__name__}.{name}"
        for model in own_models()
        if model.__name__ not in NOT_DESCRIPTION
        for name in sorted(columns(model) - table_of.get(model.__name__, set()))
    ]


def decided() -> "dict[str, set[str]]":
    return {name: {field for field, _ in fields.each()} for name, fields in TABLE.items()}


def test_every_field_of_every_model_has_an_audience() -> None:
    table = decided()
    examined = sum(len(fields) for fields in table.values())
    print(f"{examined} fields of {len(table)} models")
    assert examined >= LEAST_FIELDS
    assert undecided(table) == []


def test_a_field_that_nobody_decided_about_is_found() -> None:
    """Control: one decision taken out is missed at once."""
    table = decided()
    table["Carrier"] -= {"shelf"}
    assert undecided(table) == ["Carrier.shelf"]


def test_the_table_names_nothing_that_is_not_there() -> None:
    there = {model.__name__: columns(model) for model in own_models()}
    assert {
        f"{name}.{field}"
        for name, fields in decided().items()
        for field in fields - there.get(name, set())
    } == set()
    assert set(NOT_DESCRIPTION) <= set(there)


def test_no_field_is_decided_about_twice() -> None:
    for name, fields in TABLE.items():
        words = [field for field, _ in fields.each()]
        assert sorted(words) == sorted(set(words)), name


def test_rows_that_say_for_whom_they_are_have_the_column_they_name() -> None:
    for name, path in SAID_BY_ROW.items():
        model = apps.get_model("archive", name)
        assert model._meta.pk is not None
        model._default_manager.filter(**{f"{path}__in": ["public"]}).query.sql_with_params()


def test_what_stays_in_the_house() -> None:
    """Design section 5: informants' names and archivists' notes are not public by default."""
    staff_only = [
        (Carrier, "shelf"),
        (Carrier, "condition_comment"),
        (Performance, "musicians"),
        (Annotation, "speaker"),
        (Track, "author"),
        (Accession, "donor"),
        (Agreement, "scope"),
    ]
    for model, field in staff_only:
        assert audience_of(model, field) is Audience.STAFF
        assert not reads(PUBLIC, model, field)
        assert not reads(MEMBER, model, field)
        assert reads(HOUSE, model, field)


def test_a_row_is_read_field_by_field() -> None:
    carrier = Carrier(code="T 1", shelf="B 12", title="")
    assert read_from(PUBLIC, carrier, "code") == "T 1"
    assert read_from(PUBLIC, carrier, "shelf") is None
    assert read_from(HOUSE, carrier, "shelf") == "B 12"
    assert read_from(HOUSE, carrier, "title") is None
