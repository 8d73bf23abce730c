"""No declaration says a field to more people than `archive/audiences.py` does (D-11)."""

from ontology.mappings.registry import REGISTRY
from tests.ontology.too_open import too_open

#: Told by the act and not by the field: an address that plays is for whoever may listen.
BY_THE_ACT = [("item", "Item.external_sound")]


def test_no_field_is_said_to_more_people_than_it_is_meant_for() -> None:
    examined = [
        (kind, column, wrong)
        for kind, resource in REGISTRY.items()
        for column, wrong in too_open(resource.fields, resource.model)
    ]
    print(f"{len(examined)} columns examined")
    assert len(examined) >= 300
    assert [(kind, column) for kind, column, wrong in examined if wrong] == BY_THE_ACT
