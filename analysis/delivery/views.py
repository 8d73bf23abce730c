"""The doors to what was computed: tiles, listening copies, result files.

Each asks the rule on each request, through the item that the URL names: a hidden twin of the same
bytes is not betrayed, and what one may not see answers as what does not exist.
"""

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from analysis.models import Output, OutputKind, Result
from archive.access import PUBLIC, Act, Actor, item_rule
from archive.actors import actor_of
from archive.errors import NotFound
from archive.notices import ensure_read
from archive.storage import RESULTS, open_blob, read_member
from archive.views.given import given
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing

_YEAR_S = 31_536_000


@require_safe
@refusing
def tile(
    request: HttpRequest, item_id: UUID, content_hash: str, level: int, index: int
) -> HttpResponse:
    """Answer with one tile of an item's waveform or spectrogram."""
    shown = _results(actor_of(request), Act.DERIVE).filter(
        item=item_id,
        computation__outputs__content_hash=content_hash,
        computation__outputs__kind=OutputKind.TILES,
    )
    row = shown.values_list(
        "is_public", "computation__outputs__storage_name", "computation__outputs__data"
    ).first()
    if row is None or not _is_in(row[2], level, index):
        raise NotFound("There is no such tile.")
    is_public, storage_name, _ = row
    response = HttpResponse(
        read_member(RESULTS, storage_name, f"{level}/{index}"),
        content_type="application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff"} | _caching_named(is_public=is_public),
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response


@require_safe
@refusing
def media(request: HttpRequest, result_id: UUID, name: str) -> HttpResponseBase:
    """Answer with a listening copy, whole or in ranges."""
    actor = actor_of(request)
    result = _results(actor, Act.LISTEN).filter(pk=result_id).first()
    output = result and _output(result, name=name, kind=OutputKind.MEDIA)
    if not result or not output:
        raise NotFound("There is no such sound.")
    asks = ensure_read(actor, result.item_id)
    response = _stored(
        request,
        output.storage_name,
        content_type=str(output.data["mimeType"]),
        etag=output.content_hash,
        is_public=result.is_public and not asks,
        filename=f"{result.item.citation}_{name}.{output.storage_name.rpartition('.')[2]}",
    )
    if not result.is_public:
        given(request, response, actor, result.item_id, act=Act.LISTEN, door="listening copy")
    return response


@require_safe
@refusing
def result_file(request: HttpRequest, result_id: UUID) -> HttpResponseBase:
    """Answer with the HDF5 file that a result stands in."""
    actor = actor_of(request)
    result = (
        _results(actor, Act.DERIVE).filter(pk=result_id).exclude(computation__hdf5_name="").first()
    )
    if not result:
        raise NotFound("There is no such result.")
    name = result.computation.hdf5_name
    response = _stored(
        request,
        name,
        content_type="application/x-hdf5",
        etag=name.rpartition("/")[2].partition(".")[0],
        is_public=result.is_public,
        filename=f"{result.item.citation}.h5",
    )
    if not result.is_public:
        given(request, response, actor, result.item_id, act=Act.DERIVE, door="results")
    return response


def _results(actor: Actor, act: Act) -> QuerySet[Any]:
    """Return the results for which the actor may do the act, and whether everybody may."""
    open_to_all = ExpressionWrapper(item_rule(PUBLIC, act, "item__"), output_field=BooleanField())
    rows: QuerySet[Any] = (
        Result.objects.allowing(actor, act)
        .select_related("item", "computation")
        .annotate(is_public=open_to_all)
    )
    return rows


def _output(result: Result, *, name: str, kind: OutputKind) -> Output | None:
    return result.computation.outputs.filter(name=name, kind=kind).first()


def _is_in(manifest: dict[str, object], level: int, index: int) -> bool:
    """Tell whether the pyramid has this tile: `levels` counts buckets, `tile` those in a tile."""
    levels, size = manifest.get("levels"), manifest.get("tile")
    if not isinstance(levels, list) or not isinstance(size, int) or level >= len(levels):
        return False
    return index * size < int(levels[level])


def _stored(
    request: HttpRequest,
    storage_name: str,
    *,
    content_type: str,
    etag: str,
    is_public: bool,
    filename: str,
) -> HttpResponseBase:
    disposition = content_disposition_header(as_attachment=False, filename=filename) or "inline"
    response = ranged_response(
        request,
        open_blob(RESULTS, storage_name),
        content_type=content_type,
        etag=f'"{etag}"',
        headers={
            # The URL does not name the content: asked for again, at the price of a 304.
            "Cache-Control": "public, no-cache" if is_public else "private, no-store",
            "Content-Disposition": disposition,
        },
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response


def _caching_named(*, is_public: bool) -> dict[str, str]:
    """Return what may be kept of a URL that names its content: for ever, if it is everybody's."""
    kept = f"public, max-age={_YEAR_S}, immutable" if is_public else "private, no-store"
    return {"Cache-Control": kept}
