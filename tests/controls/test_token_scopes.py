"""Control of the walk over scopes: a mutation that declares none is found, and would be done."""

import pytest

from graphql_api.mutations.needing import Needs
from tests.graphql_api.test_scopes import undeclared
from tests.graphql_api.walks import SCHEMA


def test_a_mutation_without_a_scope_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    of = SCHEMA.mutation_type
    assert of is not None
    field = of.fields["createPlace"].extensions["strawberry-definition"]
    left = [each for each in field.extensions if not isinstance(each, Needs)]
    monkeypatch.setattr(field, "extensions", left)
    assert undeclared() == ["createPlace"]
