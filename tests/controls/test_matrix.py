"""Control of tests/graphql_api/test_matrix.py: without the rule, each way leads too far."""

import pytest

from tests.controls.test_door_sweep import without
from tests.graphql_api.test_matrix import (  # noqa: F401
    Matrix,
    everything_told,
    matrix,
    wrong_of,
)

pytestmark = pytest.mark.timeout(900)
RED = 60


def test_without_the_rule_ways_lead_to_the_hidden(matrix: Matrix) -> None:  # noqa: F811
    staff = everything_told(matrix, "staff")
    matrix.learn(node for some in staff.values() for pair in some for node in pair)
    with without():
        public = everything_told(matrix, "public")
    red = [
        way
        for way, told in public.items()
        if any("too much" in each for each in wrong_of(matrix, way, "public", told, staff[way]))
    ]
    print(f"{len(red)} of {len(public)} ways lead the public too far")
    assert len(red) >= RED
