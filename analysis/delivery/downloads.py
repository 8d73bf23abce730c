"""The sound of an item as a file to take away: whole or a stretch, in six formats, with its words.

    /items/{code}/sound.flac
    /items/{code}/sound.mp3?start=60&end=90.5

The act `download` is asked each time; withheld stretches are silent but for who edits the item. A
file is made in the child when it is first asked for (no longer than `LONGEST_S` at once, `AT_ONCE`
in the whole house of this machine), kept for a day, and given by byte ranges.
"""

import hashlib
import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from analysis.core.errors import SignalError
from analysis.core.job import Cut, Encoding
from analysis.core.sandbox import encode
from analysis.delivery.asked import seconds
from analysis.delivery.made import Busy, LocalFile, Made, busy, slot
from analysis.io.sound_files import KINDS, SoundKind
from archive.access import Act, Actor, may
from archive.actors import actor_of
from archive.errors import NotFound, NotSound, OddValue
from archive.models import Collection, Item, Part
from archive.notices import ensure_read
from archive.services.finding import find
from archive.silence import silent_frames
from archive.storage import MASTERS, open_local
from archive.timeline import MAIN, Placed, placed
from archive.views.given import given
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing
from archive.views.stream import caching
from archive.withholding import hears_whole

_FORM = 1
#: Seconds of sound that are made at once; more is asked for in stretches.
LONGEST_S = 2 * 3600.0
#: Files that are made at the same time on this machine.
AT_ONCE = 2


@require_safe
@refusing
def sound(request: HttpRequest, cited: str, extension: str) -> HttpResponseBase:
    """Answer with an item's sound as a file of the extension."""
    actor, kind = actor_of(request), KINDS[extension]
    found = find("item", cited, actor)
    if found is None or not may(actor, Act.DOWNLOAD, found.record.pk):
        raise NotFound("There is no such sound.")
    item = found.record
    if found.key != cited:  # the item bears another code now
        path = reverse("item-sound", args=[found.key, extension])
        asked = request.GET.urlencode()
        return HttpResponseRedirect(f"{path}?{asked}" if asked else path)
    ensure_read(actor, item.pk)
    parts = _parts(item)
    start, end = _stretch(request, max(each.end_s or 0.0 for each in parts))
    is_whole = Item.objects.filter(hears_whole(actor), pk=item.pk).exists()
    cuts = _cuts(parts, start, end, "" if is_whole else item.withheld_key)
    if not cuts:
        raise OddValue("start", f"There is no sound from {start:g} to {end:g} s.")
    tags = tags_of(item, actor)
    made = Made(item.pk, _key(kind, cuts, tags), extension)
    try:
        file = made.path() or _make(made, kind, cuts, tags, end - start)
    except Busy:
        return busy()
    response = ranged_response(
        request,
        LocalFile(file),
        content_type=kind.mime_type,
        etag=f'"{made.key}"',
        headers={
            **caching(is_public=False),
            "Content-Disposition": content_disposition_header(
                as_attachment=True, filename=_name(item, request, extension)
            )
            or "attachment",
        },
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    given(request, response, actor, item.pk, act=Act.DOWNLOAD, door="download")
    return response


def _parts(item: Any) -> list[Placed]:
    """Return the parts of the item's own timeline whose place in time is known."""
    rows = Part.objects.filter(item=item.pk, stem=MAIN).select_related("file")
    found = [each for each in placed(rows) if each.start_s is not None and each.end_s is not None]
    if not found:
        raise NotFound("There is no such sound.")
    return sorted(found, key=lambda each: each.start_s or 0.0)


def _stretch(request: HttpRequest, ends_s: float) -> tuple[float, float]:
    start, end = seconds(request.GET, "start", 0.0), seconds(request.GET, "end", ends_s)
    if not 0 <= start < end <= ends_s + 1e-3:
        raise OddValue(
            "end", f"Give a stretch from 0 to {ends_s:g} s; this is {start:g} to {end:g}."
        )
    if end - start > LONGEST_S:
        raise OddValue(
            "end",
            f"{(end - start) / 3600:.1f} hours are more than is made at once: "
            f"ask for stretches of up to {LONGEST_S / 3600:g} hours (?start=0&end={LONGEST_S:g}).",
        )
    return start, end


def _cuts(
    parts: list[Placed], start: float, end: float, withheld_key: str
) -> list[tuple[str, Cut]]:
    """Return what is heard from `start` to `end`: of which master (by storage name), and where."""
    names: dict[str, int] = {}
    found, at = [], start
    for each in parts:
        part, rate = each.part, each.part.file.sample_rate
        begins, ends = each.start_s or 0.0, each.end_s or 0.0
        low, high = max(start, begins, at), min(end, ends)
        if high <= low or not rate:
            continue
        first = part.start_frame + round((low - begins) * rate)
        last = part.start_frame + round((high - begins) * rate)
        is_to_the_end = high == ends and part.end_frame is None
        name = part.file.storage_name
        cut = Cut(
            names.setdefault(name, len(names)),
            first,
            None if is_to_the_end else last,
            silent_frames(each, withheld_key),
            max(0.0, low - at),
        )
        found.append((name, cut))
        at = high
    return found


def _make(
    made: Made, kind: SoundKind, cuts: list[tuple[str, Cut]], tags: dict[str, str], seconds: float
) -> Path:
    """Make the file and keep it; a sound that cannot be read is said to be none."""
    names = list(dict.fromkeys(name for name, _ in cuts))
    encoding = Encoding(kind.extension, tuple(cut for _, cut in cuts), tags, seconds)
    with slot("sounds", AT_ONCE), ExitStack() as stack:
        work = Path(stack.enter_context(TemporaryDirectory(prefix="sound-", dir=made.room())))
        sources = [stack.enter_context(open_local(MASTERS, name)) for name in names]
        try:
            encode(encoding, sources, work)
        except SignalError as error:
            raise NotSound(f"This sound cannot be made into a file: {error}") from error
        return made.keep(work / f"sound.{kind.extension}")


def _key(kind: SoundKind, cuts: list[tuple[str, Cut]], tags: dict[str, str]) -> str:
    told = json.dumps([_FORM, kind.extension, [[name, str(cut)] for name, cut in cuts], tags])
    return hashlib.sha256(told.encode()).hexdigest()


def tags_of(item: Any, actor: Actor) -> dict[str, str]:
    """Return the words that are written into the file: what it is, whose, and where it is from."""
    collection = Collection.objects.visible_to(actor).filter(pk=item.collection_id).first()
    address = f"{settings.BASE_URL}{item.get_absolute_url()}"
    licence = item.licence or (collection.licence if collection else "")
    tags = {
        "title": item.title,
        "artist": item.credit,
        "album": collection.title if collection else "",
        "copyright": licence,
        "license": licence,
        "comment": f"{item.citation} {address}",
    }
    return {name: _one_line(text) for name, text in tags.items() if text}


def _one_line(text: str) -> str:
    return " ".join(text.split())[:500]


def _name(item: Any, request: HttpRequest, extension: str) -> str:
    stretch = "-".join(request.GET.get(name, "") for name in ("start", "end")).strip("-")
    return f"{item.citation}{f'_{stretch}' if stretch else ''}.{extension}"
