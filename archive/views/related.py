"""A picture, a scan, a film or a text that goes with a record.

Its bytes came from outside: what could hold a script is never a page of ours. It is saved, or
shown in a sandbox; and nobody's browser guesses another type than the one that was found.
"""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from archive.errors import NotFound
from archive.media_types import SHOWN, TEXT
from archive.models import RelatedMedia
from archive.services.related import visible_media
from archive.storage import RELATED, open_blob
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing
from archive.views.stream import caching

#: Nothing runs, nothing is fetched, and the page is of no origin.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'; sandbox"
#: The browser's own viewer does not open in a sandbox; it runs no script of the document's.
_UNBOXED = {"application/pdf"}


@require_safe
@refusing
def related_media(request: HttpRequest, media_id: UUID) -> HttpResponseBase:
    """Answer with one related medium that is kept here, whole or in ranges."""
    media = visible_media(actor_of(request)).filter(pk=media_id).exclude(storage_name="").first()
    if media is None:
        raise NotFound("There is no such picture or document.")
    headers = {
        **caching(is_public=media.is_public),  # type: ignore[attr-defined]  # annotated
        "Content-Disposition": _disposition(media),
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if media.mime_type not in _UNBOXED:
        headers["Content-Security-Policy"] = _POLICY
    response = ranged_response(
        request,
        open_blob(RELATED, media.storage_name),
        content_type="text/plain; charset=utf-8" if media.mime_type == TEXT else media.mime_type,
        etag=f'"{media.sha256}"',
        headers=headers,
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response


def _disposition(media: RelatedMedia) -> str:
    extension = media.storage_name.rpartition(".")[2]
    name = f"{media.title or media.sha256[:12]}.{extension}"
    is_saved = media.mime_type not in SHOWN
    return content_disposition_header(as_attachment=is_saved, filename=name) or "attachment"
