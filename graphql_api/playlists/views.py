"""A list as a file, by the list's own rule: `/selections/{id}.csv`, `.m3u8`, `.jspf`, `.jsonld`.

What its reader may not see of it is not in it; the addresses of sounds ask the rule again at each
request. A list that one may not see answers as one that is not there.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.access import PUBLIC
from archive.actors import actor_of
from archive.errors import NotFound, OddValue
from archive.identifiers import slug_of
from archive.models import Selection
from archive.services.profiles import shown_names
from archive.views.refusals import refusing
from archive.views.stream import caching
from graphql_api.errors import Refused
from graphql_api.playlists.formats import FILES, Format, Head
from graphql_api.playlists.lines import lines_of
from graphql_api.playlists.linked import MEDIA_TYPE, as_jsonld
from ontology.iris import base

FORMATS = {**FILES, "jsonld": Format(MEDIA_TYPE, as_jsonld)}


@require_safe
@refusing
def selection_file(request: HttpRequest, key: UUID, extension: str) -> HttpResponse:
    """Answer with a list in the format of the extension."""
    actor, of = actor_of(request), FORMATS.get(extension)
    row = Selection.objects.visible_to(actor).filter(pk=key).first()
    if row is None or of is None:
        raise NotFound("There is no such list.")
    head = Head(
        iri=f"{base()}/selections/{row.pk}",
        title=row.title,
        description=row.description,
        owner=shown_names([row.owner_id]).get(row.owner_id, ""),
    )
    try:
        lines = lines_of(row, actor)
    except Refused as error:  # a filter that this archive no longer knows
        raise OddValue("filter", str(error)) from error
    name = f"{slug_of(row.title) or 'list'}.{extension}"
    response = HttpResponse(
        of.write(head, lines),
        content_type=of.mime_type,
        headers={
            **caching(is_public=actor == PUBLIC),
            "X-Content-Type-Options": "nosniff",
            # A document is read where it is; a file is kept.
            "Content-Disposition": content_disposition_header(
                as_attachment=extension in FILES, filename=name
            )
            or "attachment",
        },
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response
