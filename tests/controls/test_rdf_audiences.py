"""Control: a field for staff that a declaration gave to everybody would be found (D-11)."""

from dataclasses import replace

from archive.access import Audience
from ontology.mappings.declare import Lit
from ontology.mappings.registry import REGISTRY, walk
from tests.ontology.too_open import too_open


def test_each_field_for_staff_is_found_when_it_is_opened() -> None:
    opened = 0
    for kind in ("collection", "item", "carrier", "track"):
        resource = REGISTRY[kind]
        for one in resource.fields:
            if isinstance(one, Lit) and one.audience is Audience.STAFF:
                found = too_open([replace(one, audience=Audience.PUBLIC)], resource.model)
                assert any(wrong for _, wrong in found), (kind, one.column)
                assert not any(wrong for _, wrong in too_open([one], resource.model))
                opened += 1
        assert any(one.audience is Audience.STAFF for one in walk(resource.fields))
    print(f"{opened} fields opened")
    assert opened >= 9
