"""A picture, a scan, a film or a text that goes with a record."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import RelatedMedia
from archive.services.related import visible_media
from archive.views.brought import Brought, brought
from archive.views.refusals import refusing


@require_safe
@refusing
def related_media(request: HttpRequest, media_id: UUID) -> HttpResponseBase:
    """Answer with one related medium that is kept here, whole or in ranges."""
    media = visible_media(actor_of(request)).filter(pk=media_id).exclude(storage_name="").first()
    if media is None:
        raise NotFound("There is no such picture or document.")
    return brought(request, _brought(media))


def _brought(media: RelatedMedia) -> Brought:
    return Brought(
        storage_name=media.storage_name,
        mime_type=media.mime_type,
        sha256=media.sha256,
        title=media.title,
        is_public=media.is_public,  # type: ignore[attr-defined]  # annotated
    )
