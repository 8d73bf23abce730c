"""What leaves by a door of bytes, and is not everybody's, is noted with whom it was given to."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.access import Act, Actor
from archive.services.access_log import note

#: The answers that hold bytes of it; a 304 or a 416 gives nothing.
_GIVES = {200, 206}


def given(
    request: HttpRequest,
    response: HttpResponseBase,
    actor: Actor,
    item_id: UUID,
    *,
    act: Act,
    door: str,
) -> None:
    """Note what an answer gives of an item; HEAD gives nothing. See `services.access_log`."""
    if request.method == "GET" and response.status_code in _GIVES:
        note(actor, item_id, act=act, door=door)
