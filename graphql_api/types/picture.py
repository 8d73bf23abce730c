"""Whether a small picture of an item's sound can be had, for lists."""

from uuid import UUID

from analysis.models import Result, Status
from archive.access import Act, Actor
from archive.timeline import MAIN
from archive.waves import Reading
from graphql_api.peers import Peers
from graphql_api.relations import Relation


def _drawn(actor: Actor, peers: Peers, _: int) -> Reading[dict[UUID, bool]]:
    rows = yield (
        Result.objects.allowing(actor, Act.DERIVE)
        .filter(
            item__in=peers.keys,
            part__stem=MAIN,
            computation__processor="waveform",
            computation__status=Status.DONE,
            superseded_by__isnull=True,
        )
        .only("item_id")
    )
    return {row.item_id: True for row in rows}


#: Of items: those whose waveform is drawn and may be seen.
DRAWN: Relation[bool] = Relation(_drawn, is_paged=False)
