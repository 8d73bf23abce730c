"""A window of a curve as bytes that programs read: NumPy's .npy, or a stream of Apache Arrow.

    /results/{uuid}/frames?output=f0&start=60&end=120&maxPoints=2000&format=arrow

The same points as GraphQL's `frames(start, end, maxPoints)`: a row for each, with its time, the
mean (`value`), the least and the greatest of the frames that it stands for. Rows of curves of
several values hold as many numbers in each. Without `format`, `Accept` decides; .npy is the usual.
"""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe
from numpy.typing import NDArray

from analysis.delivery.asked import stated_seconds
from analysis.delivery.documents import exportable
from analysis.errors import OddWindow
from analysis.models import Output, OutputKind
from analysis.results.windows import Window, frames
from archive.access import Act
from archive.actors import actor_of
from archive.errors import NotFound, OddValue
from archive.views.given import given
from archive.views.refusals import refusing
from archive.views.stream import caching

_FORM = 1


@require_safe
@refusing
def frames_window(request: HttpRequest, result_id: UUID) -> HttpResponseBase:
    """Answer with a window of one framewise output of a result."""
    actor = actor_of(request)
    row = exportable(actor).filter(pk=result_id, may_derive=True).first()
    if row is None:
        raise NotFound("There is no such result.")
    output = _output(row, request.GET.get("output", ""))
    start, end = stated_seconds(request.GET, "start"), stated_seconds(request.GET, "end")
    most, form = _points(request), _form(request)
    told = json.dumps([_FORM, str(output.pk), start, end, most, form.name])
    etag = f'"{hashlib.sha256(told.encode()).hexdigest()[:40]}"'
    headers = {
        **caching(is_public=row.public_derive),
        "ETag": etag,
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": content_disposition_header(
            as_attachment=False,
            filename=f"{row.item.citation}_{output.name}.{form.extension}",
        )
        or "inline",
    }
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponse(status=304, headers=headers)
    else:
        try:
            window = frames(output, start, end, most)
        except OddWindow as error:
            raise OddValue(error.field, str(error)) from error
        body = form.write(window, output)
        response = HttpResponse(body, content_type=form.media_type, headers=headers)
    patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])
    if not row.public_derive:
        given(request, response, actor, row.item_id, act=Act.DERIVE, door="results")
    return response


def _output(row: Any, name: str) -> Output:
    """Return the curve of that name; without a name, the only one."""
    curves = row.computation.outputs.filter(kind=OutputKind.FRAMES).select_related("computation")
    found: dict[str, Output] = {each.name: each for each in curves}
    if not found or (name and name not in found):
        raise NotFound("There is no such curve.")
    if not name and len(found) > 1:
        raise OddValue("output", f"Say which curve: ?output= one of {', '.join(sorted(found))}.")
    return found[name] if name else next(iter(found.values()))


def _points(request: HttpRequest) -> int:
    text = request.GET.get("maxPoints", "1000")
    try:
        return int(text)
    except ValueError:
        raise OddValue("maxPoints", f"maxPoints is {text[:40]!r}: give a whole number.") from None


def rows_of(window: Window) -> NDArray[Any]:
    """Return the points as a structured array: time, value, least, greatest."""
    width = window.mean.shape[1:]
    rows = np.zeros(
        len(window.mean),
        [
            ("time", "<f8"),
            *((name, "<f4", width) for name in ("value", "least", "greatest")),
        ],
    )
    rows["time"] = window.t0_s + np.arange(len(rows)) * window.period_s
    rows["value"], rows["least"], rows["greatest"] = window.mean, window.least, window.greatest
    return rows


def _npy(window: Window, _: Output) -> bytes:
    made = io.BytesIO()
    np.save(made, rows_of(window), allow_pickle=False)
    return made.getvalue()


def _arrow(window: Window, output: Output) -> bytes:
    from analysis.io.arrow import stream_of

    about = {
        "processor": output.computation.processor,
        "version": output.computation.processor_version,
        "output": output.name,
        "unit": output.unit,
        "period": repr(window.period_s),
        "framesPerPoint": str(window.frames_per_point),
    }
    if axis := output.data.get("axis"):
        about["axis"] = json.dumps(axis)
    return stream_of(rows_of(window), about)


@dataclass(frozen=True)
class Form:
    """How a window is written."""

    name: str
    extension: str
    media_type: str
    write: Callable[[Window, Output], bytes]


FORMS: Mapping[str, Form] = {
    each.name: each
    for each in (
        Form("npy", "npy", "application/x-npy", _npy),
        Form("arrow", "arrows", "application/vnd.apache.arrow.stream", _arrow),
    )
}


def _form(request: HttpRequest) -> Form:
    name = request.GET.get("format", "")
    if not name:
        liked = request.get_preferred_type([each.media_type for each in FORMS.values()])
        return next((f for f in FORMS.values() if f.media_type == str(liked)), FORMS["npy"])
    if name not in FORMS:
        raise OddValue("format", f"format is {name[:40]!r}: give {' or '.join(FORMS)}.")
    return FORMS[name]
