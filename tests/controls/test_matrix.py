"""Control of tests/graphql_api/test_matrix.py: without the rule, each way leads too far."""

import pytest

from tests.controls.test_door_sweep import without
from tests.graphql_api.matrix import ways
from tests.graphql_api.test_matrix import Matrix, led, matrix, wrong_of  # noqa: F401

pytestmark = pytest.mark.timeout(900)
RED = 60


def test_without_the_rule_ways_lead_to_the_hidden(matrix: Matrix) -> None:  # noqa: F811
    some = [way for way in ways() if way.end in {"Item", "Place", "Track", "Collection"}]
    staff = {way: led(matrix, way, "staff") for way in some}
    with without():
        red = [way for way in some if too_far(matrix, way, staff[way])]
    print(f"{len(red)} of {len(some)} ways lead the public too far")
    assert len(red) >= RED


def too_far(matrix: Matrix, way: object, staff: object) -> bool:  # noqa: F811
    told = led(matrix, way, "public")  # type: ignore[arg-type]
    return any(each.startswith("too much") for each in wrong_of(matrix, way, "public", told, staff))  # type: ignore[arg-type]
