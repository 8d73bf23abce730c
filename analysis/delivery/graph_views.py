"""Pictures of an item's sound, made of its tiles when they are asked for: nothing is decoded.

    /items/{code}/waveform.svg?width=480&height=64&start=60&end=90&theme=dark&axis=1
    /items/{code}/waveform.png
    /items/{code}/spectrogram.png?colours=viridis

The act `derive` is asked each time; where stretches are withheld, the tiles are those made without
them, and the picture is silent there. Parts stand one after the other, as on the item's timeline.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe
from numpy.typing import NDArray

from analysis.delivery.asked import seconds
from analysis.delivery.documents import exportable
from analysis.graphs.columns import Wave, spectrum_of, wave_of
from analysis.graphs.drawing import (
    COLOURS,
    THEMES,
    Frame,
    Theme,
    spectrogram_png,
    waveform_png,
    waveform_svg,
)
from analysis.models import Output, OutputKind
from archive.access import Act, Actor
from archive.actors import actor_of
from archive.errors import FileDamaged, NotFound, OddValue
from archive.models import Part
from archive.services.finding import find
from archive.storage import RESULTS, read_member
from archive.timeline import MAIN, placed
from archive.views.given import given
from archive.views.refusals import refusing
from archive.views.stream import caching

_FORM = 1
#: Points of a picture's sides: at least, at most, and unless asked.
_WIDTH, _HEIGHT = (16, 4096, 800), (16, 1024, 120)


@dataclass(frozen=True)
class Drawn:
    """The pyramid of one part, and where the part lies on the item's timeline."""

    start_s: float
    end_s: float
    output: Output
    is_public: bool

    def tile(self, level: int, index: int) -> bytes:
        return read_member(RESULTS, self.output.storage_name, f"{level}/{index}")


@dataclass(frozen=True)
class Look:
    """How the picture is wanted."""

    frame: Frame
    theme: Theme
    colours: str


@require_safe
@refusing
def waveform(request: HttpRequest, cited: str, extension: str) -> HttpResponseBase:
    """Answer with an item's waveform as SVG or PNG."""
    return _answer(request, cited, "waveform", extension)


@require_safe
@refusing
def spectrogram(request: HttpRequest, cited: str) -> HttpResponseBase:
    """Answer with an item's spectrogram as PNG."""
    return _answer(request, cited, "spectrogram", "png")


def _answer(request: HttpRequest, cited: str, kind: str, extension: str) -> HttpResponseBase:
    actor = actor_of(request)
    found = find("item", cited, actor)
    drawn = _drawn(actor, found.record, kind) if found else []
    if found is None or not drawn:
        raise NotFound("There is no such picture.")
    if found.key != cited:  # the item bears another code now
        args = [found.key, extension] if kind == "waveform" else [found.key]
        return HttpResponseRedirect(
            f"{reverse(f'item-{kind}', args=args)}?{request.GET.urlencode()}"
        )
    look = _look(request, max(each.end_s for each in drawn))
    is_public = all(each.is_public for each in drawn)
    etag = _etag(drawn, look, kind, extension, found.record.title)
    headers = {
        **caching(is_public=is_public),
        "ETag": etag,
        "X-Content-Type-Options": "nosniff",
    }
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponse(status=304, headers=headers)
    else:
        try:
            body, media_type = _picture(drawn, look, kind, extension, found.record.title)
        except ValueError as error:  # a tile of another size than its manifest says
            raise FileDamaged(f"The tiles of this picture are damaged: {error}.") from error
        response = HttpResponse(body, content_type=media_type, headers=headers)
    patch_vary_headers(response, ["Authorization", "Cookie"])
    if not is_public:
        given(request, response, actor, found.record.pk, act=Act.DERIVE, door="picture")
    return response


def _drawn(actor: Actor, item: Any, kind: str) -> list[Drawn]:
    """Return the pyramids of the item's own timeline that the actor may see, in their order."""
    rows = exportable(actor).filter(
        item=item.pk,
        may_derive=True,
        part__stem=MAIN,
        computation__processor=kind,
        superseded_by__isnull=True,
    )
    outputs = {
        output.computation_id: output
        for output in Output.objects.filter(
            computation__in=[row.computation_id for row in rows], kind=OutputKind.TILES
        )
    }
    shown = {row.part_id: row for row in rows.order_by("pk") if row.computation_id in outputs}
    parts = Part.objects.filter(item=item.pk, stem=MAIN).select_related("file")
    return [
        Drawn(
            each.start_s,
            each.end_s,
            outputs[shown[each.part.pk].computation_id],
            shown[each.part.pk].public_derive,
        )
        for each in placed(parts)
        if each.part.pk in shown and each.start_s is not None and each.end_s is not None
    ]


def _look(request: HttpRequest, ends_s: float) -> Look:
    asked = request.GET
    start, end = seconds(asked, "start", 0.0), seconds(asked, "end", ends_s)
    if not 0 <= start < end <= ends_s + 1e-6:
        raise OddValue(
            "end", f"Give a stretch from 0 to {ends_s:g} s; this is {start:g} to {end:g}."
        )
    frame = Frame(
        _points(asked, "width", _WIDTH),
        _points(asked, "height", _HEIGHT),
        start,
        end,
        axis=asked.get("axis", "0") == "1",
    )
    theme = _one_of(asked, "theme", THEMES, "auto")
    return Look(frame, theme, _one_of(asked, "colours", COLOURS, "magma"))


def _points(asked: Mapping[str, str], name: str, limits: tuple[int, int, int]) -> int:
    least, most, usual = limits
    text = asked.get(name, "") or str(usual)
    if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
        raise OddValue(name, f"{name} is {text[:20]!r}: give {least} to {most} points.")
    return int(text)


def _one_of(asked: Mapping[str, str], name: str, known: Any, usual: str) -> Any:
    text = asked.get(name, "") or usual
    if text not in known:
        raise OddValue(name, f"{name} is {text[:20]!r}: give {', '.join(known)}.")
    return text


def _etag(drawn: list[Drawn], look: Look, kind: str, extension: str, title: str) -> str:
    told = json.dumps(
        [
            _FORM,
            kind,
            extension,
            str(look),
            title,
            [[each.start_s, each.end_s, each.output.content_hash] for each in drawn],
        ]
    )
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:40]}"'


def _picture(
    drawn: list[Drawn], look: Look, kind: str, extension: str, title: str
) -> tuple[bytes, str]:
    frame = look.frame
    if kind == "spectrogram":
        levels, nyquist = _spectrum(drawn, frame)
        made = spectrogram_png(
            levels, frame, nyquist=nyquist, colours=look.colours, dark=look.theme == "dark"
        )
        return made, "image/png"
    wave = _wave(drawn, frame)
    if extension == "png":
        return waveform_png(wave, frame, look.theme), "image/png"
    return waveform_svg(wave, frame, look.theme, title).encode(), "image/svg+xml"


def _wave(drawn: list[Drawn], frame: Frame) -> Wave:
    width, _ = frame.inner
    wave = Wave.empty(width)
    for each, at, start, end in _places(drawn, frame):
        count = at.stop - at.start
        wave.put(at, wave_of(each.output.data, each.tile, start, end, count))
    return wave


def _spectrum(drawn: list[Drawn], frame: Frame) -> tuple[NDArray[np.uint8], float]:
    """Return the columns of all parts on the frequencies of the one that reaches highest."""
    width, _ = frame.inner
    nyquist = max(float(each.output.data["sampleRate"]) / 2 for each in drawn)
    bands = max(int(each.output.data["bands"]) for each in drawn)
    levels = np.zeros((bands, width), np.uint8)
    for each, at, start, end in _places(drawn, frame):
        own = spectrum_of(each.output.data, each.tile, start, end, at.stop - at.start)
        reach = float(each.output.data["sampleRate"]) / 2 / nyquist
        rows = (np.arange(bands) / bands / reach * len(own)).astype(int)
        levels[rows < len(own), at] = own[rows[rows < len(own)]]
    return levels, nyquist


def _places(drawn: list[Drawn], frame: Frame) -> list[tuple[Drawn, slice, float, float]]:
    """Return which columns each part takes, and which of its own seconds they show."""
    width, _ = frame.inner
    span = frame.end_s - frame.start_s
    found = []
    for each in drawn:
        low, high = max(frame.start_s, each.start_s), min(frame.end_s, each.end_s)
        first = round((low - frame.start_s) / span * width)
        last = round((high - frame.start_s) / span * width)
        if last > first:
            found.append((each, slice(first, last), low - each.start_s, high - each.start_s))
    return found
