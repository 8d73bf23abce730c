"""A track as a file of timed text: LRC, WebVTT or TTML, by the track's own rule.

Who may not read it gets the answer that a track which does not exist would give. The rule is asked
on each request, as for sound: what is withdrawn is gone at once.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.access import PUBLIC, Act
from archive.actors import actor_of
from archive.annotations.formats import BY_EXTENSION, FORMATS
from archive.errors import NotFound
from archive.models import Track
from archive.services.timed_text import export_track
from archive.views.given import given
from archive.views.refusals import refusing
from archive.views.stream import caching


@require_safe
@refusing
def track_file(
    request: HttpRequest, cited: str, track_id: UUID, extension: str
) -> HttpResponseBase:
    """Answer with a track's text in the format of the extension."""
    actor, of = actor_of(request), BY_EXTENSION.get(extension)
    track = Track.objects.visible_to(actor).filter(pk=track_id).select_related("item").first()
    if track is None or of is None or FORMATS[of.name].extension != extension:
        raise NotFound("There is no such track.")
    if cited != track.item.citation:  # the item bears another code now
        return HttpResponseRedirect(track_path(track, extension))
    is_public = Track.objects.visible_to(PUBLIC).filter(pk=track.pk).exists()
    response = HttpResponse(
        export_track(actor=actor, record_id=track.pk, to=of.name).encode(),
        content_type=f"{of.mime_type}; charset=utf-8",
        headers={
            **caching(is_public=is_public),
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": content_disposition_header(
                as_attachment=False,
                filename=f"{track.item.citation}_{track.kind}_{track.position}.{extension}",
            )
            or "inline",
        },
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    if not is_public:
        given(request, response, actor, track.item_id, act=Act.READ, door="text")
    return response


def track_path(track: Track, extension: str) -> str:
    """Return where a track is to be fetched as such a file."""
    return reverse("track-file", args=[track.item.citation, track.pk, extension])
