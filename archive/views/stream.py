"""The sound of an item's part, as it was deposited.

What goes out is the master's own bytes, so only where the part is the whole of its file (its
neighbour on the same tape is not ours to give), a browser plays it, and nothing of it is withheld.
Whoever may not listen gets the answer that a part which does not exist would give. The rule is
asked on each request: a sound withdrawn while it plays is gone from the next range on (R-26).
"""

from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.access import PUBLIC, Act, Actor, item_rule
from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import Part
from archive.notices import ensure_read
from archive.playable import plays_in_browser
from archive.storage import MASTERS, open_blob
from archive.views.given import given
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing
from archive.withholding import hears_whole


@require_safe
@refusing
def part_sound(request: HttpRequest, item_id: UUID, position: int) -> HttpResponseBase:
    """Answer with the master of one part, whole or in ranges."""
    actor = actor_of(request)
    part = _audible(actor).filter(item=item_id, position=position).first()
    if part is None or not part.is_whole_file or not plays_in_browser(part.file):
        raise NotFound("There is no such sound.")
    asks = ensure_read(actor, part.item_id)
    is_public = part.is_public and not asks  # type: ignore[attr-defined]  # annotated
    response = ranged_response(
        request,
        open_blob(MASTERS, part.file.storage_name),
        content_type=part.file.mime_type,
        etag=f'"{part.file.sha256}"',
        headers={**caching(is_public=is_public), "Content-Disposition": _name_of(part)},
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    if not part.is_public:  # type: ignore[attr-defined]
        given(request, response, actor, part.item_id, act=Act.LISTEN, door="sound")
    return response


def caching(*, is_public: bool) -> dict[str, str]:
    """Return what may be kept by caches of a URL that does not name its content.

    The public's sound may be stored, yet is asked for again at each use: withdrawn, it is gone
    from the caches too. That costs a 304 without a body. The rest is stored nowhere.
    """
    return {"Cache-Control": "public, no-cache" if is_public else "private, no-store"}


def _audible(actor: Actor) -> "QuerySet[Part]":
    return (
        Part.objects.filter(item_rule(actor, Act.LISTEN, "item__"), hears_whole(actor, "item__"))
        .select_related("file", "item")
        .annotate(
            is_public=ExpressionWrapper(
                item_rule(PUBLIC, Act.LISTEN, "item__") & hears_whole(PUBLIC, "item__"),
                output_field=BooleanField(),
            )
        )
    )


def _name_of(part: Part) -> str:
    """Return a name for who saves it: the item's, never the one that the file came with."""
    extension = (
        part.file.storage_name.rpartition(".")[2] if "." in part.file.storage_name else "bin"
    )
    name = f"{part.item.citation}_{part.position}.{extension}"
    return content_disposition_header(as_attachment=False, filename=name) or "inline"
