"""Which result stands: what an item was last analysed with replaces what it had before.

Said of results and not of computations, which items share: that a hidden twin was analysed again
must show in nothing of an item that was not. The old result keeps its row, its IRI and its files.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

#: One result replaces another of the same item and part if the same processor, set alike, made it
#: of the same interval: in another version, on other libraries, or by another engine. Parameters
#: that only one of the versions knows make no difference. What was made with withheld stretches
#: silent replaces only the like. Rows are locked in the order of ids.
_SUPERSEDE = """
WITH standing AS (
    SELECT r.id, r.item_id, r.part_id, c.id AS made, c.processor, c.start_frame, c.end_frame,
           c.effects, c.params, r.withheld_key <> '' AS silenced
    FROM analysis_result r JOIN analysis_computation c ON c.id = r.computation_id
    WHERE c.id = ANY(%(computations)s) AND r.item_id = ANY(%(items)s)
), stale AS (
    SELECT r.id, NULL::uuid AS by
    FROM analysis_result r JOIN standing USING (id) WHERE r.superseded_by_id IS NOT NULL
    UNION ALL
    SELECT r.id, s.id
    FROM standing s
    JOIN analysis_result r ON r.item_id = s.item_id AND r.part_id = s.part_id AND r.id <> s.id
    JOIN analysis_computation c ON c.id = r.computation_id
    WHERE c.processor = s.processor AND c.start_frame = s.start_frame
      AND c.end_frame IS NOT DISTINCT FROM s.end_frame AND c.effects = s.effects
      AND (c.params <@ s.params OR c.params @> s.params)
      AND (r.withheld_key <> '') = s.silenced
      AND r.superseded_by_id IS DISTINCT FROM s.id
), held AS (
    SELECT r.id FROM analysis_result r WHERE r.id IN (SELECT id FROM stale)
    ORDER BY r.id FOR NO KEY UPDATE
)
UPDATE analysis_result r SET superseded_by_id = stale.by, change = NULL
FROM stale JOIN held USING (id) WHERE r.id = stale.id
"""


def supersede(items: Iterable[UUID], computations: Iterable[UUID]) -> None:
    """Let the items' results of these computations stand, and mark those they replace."""
    with connection.cursor() as cursor:
        cursor.execute(_SUPERSEDE, {"items": list(items), "computations": list(computations)})
