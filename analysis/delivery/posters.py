"""The poster of a film: one picture of it, made in the child when it is first asked for.

    /items/{code}/poster.jpg

A film's sound is heard, analysed and downloaded as any other. Its picture is for who may listen,
of a film that is the item's alone and of which nothing is withheld from them: nobody knows what a
picture of a withheld stretch shows.
"""

import hashlib
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from analysis.core.errors import SignalError
from analysis.core.sandbox import still
from analysis.delivery.made import Busy, LocalFile, Made, busy, slot
from archive.access import PUBLIC, Act, Actor, item_rule
from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import Part
from archive.notices import ensure_read
from archive.services.finding import find
from archive.storage import MASTERS, open_local
from archive.timeline import MAIN
from archive.views.given import given
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing
from archive.views.stream import caching
from archive.withholding import hears_whole

#: What may hold a picture beside its sound, by the media type that the file was found to be.
FILMS = (
    "audio/mp4",
    "video/mp4",
    "audio/webm",
    "video/webm",
    "video/x-msvideo",
    "audio/x-ms-wma",
)


@require_safe
@refusing
def poster(request: HttpRequest, cited: str) -> HttpResponseBase:
    """Answer with a picture of the item's film as JPEG."""
    actor = actor_of(request)
    found = find("item", cited, actor)
    part = _film(actor, found.record.pk) if found else None
    if found is None or part is None:
        raise NotFound("There is no such picture.")
    if found.key != cited:  # the item bears another code now
        return HttpResponseRedirect(reverse("item-poster", args=[found.key]))
    asks = ensure_read(actor, part.item_id)
    key = hashlib.sha256(f"poster {part.file.sha256}".encode()).hexdigest()
    made = Made(part.item_id, key, "jpg")
    try:
        path = made.path() or _make(made, part)
    except Busy:
        return busy()
    if not path.stat().st_size:
        raise NotFound("There is no such picture.")
    is_public = part.is_public and not asks
    response = ranged_response(
        request,
        LocalFile(path),
        content_type="image/jpeg",
        etag=f'"{key}"',
        headers=caching(is_public=is_public),
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    if not part.is_public:
        given(request, response, actor, part.item_id, act=Act.LISTEN, door="poster")
    return response


def _film(actor: Actor, item: Any) -> Any:
    """Return the first part that may be a film, if the actor may see all of it."""
    rule = item_rule(PUBLIC, Act.LISTEN, "item__") & hears_whole(PUBLIC, "item__")
    rows = (
        Part.objects.filter(
            item_rule(actor, Act.LISTEN, "item__"),
            hears_whole(actor, "item__"),
            item=item,
            stem=MAIN,
            file__mime_type__in=FILMS,
        )
        .select_related("file", "item")
        .annotate(is_public=ExpressionWrapper(rule, output_field=BooleanField()))
        .order_by("position")
    )
    return next((row for row in rows if row.is_whole_file), None)


def _make(made: Made, part: Any) -> Path:
    """Make the picture and keep it; of what has none an empty file, so that it is asked once."""
    with slot("posters", 1), ExitStack() as stack:
        work = Path(stack.enter_context(TemporaryDirectory(prefix="poster-", dir=made.room())))
        source = stack.enter_context(open_local(MASTERS, part.file.storage_name))
        try:
            still(source, work)
        except SignalError:
            (work / "poster.jpg").write_bytes(b"")
        return made.keep(work / "poster.jpg")
