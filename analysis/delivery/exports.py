"""The doors to results as files of other programs: one result, those of its pass, all of an item.

    /results/{uuid}.{extension}            one result
    /results/{uuid}/pass.{extension}       what was computed in the same pass over its sound
    /items/{code}/results.{extension}      all that one may see of an item
    …?output=onset.onsets                  one output of them

Without an extension `Accept` decides. The rule is asked on each request; what one may not see
answers as what does not exist. A file is made when it is asked for, and not kept.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from analysis.delivery.documents import (
    are_public,
    documents,
    exportable,
    heads,
    numbers_in,
    told_outputs,
)
from analysis.delivery.made import Busy, busy, slot
from analysis.exchange import BY_EXTENSION, FORMATS, Format, OddFile, hdf5_file, jams, npz, writing
from analysis.exchange.document import MOST_NUMBERS, TooLong
from analysis.models import Output, OutputKind
from archive.access import Act, Actor
from archive.actors import actor_of
from archive.errors import NotFound, OddValue
from archive.services.finding import find
from archive.views.given import given
from archive.views.ranges import ranged_response
from archive.views.refusals import refusing
from archive.views.stream import caching

#: Rises when a file of the same results would have other bytes.
_FORM = 1
_BLOCK = 1 << 16
#: Pictures and copies of the sound are files by themselves.
_ELSEWHERE = frozenset({OutputKind.TILES, OutputKind.MEDIA})
#: Files that are made at the same time on this machine.
AT_ONCE = 4
#: Numbers of one file, at most; HDF5 has no limit.
_MOST = {"npz": npz.MOST, "jams": jams.MOST, "hdf5": None}
#: What `Accept` may ask for: text/plain says nothing of what is in it.
NEGOTIATED: tuple[Format, ...] = tuple(
    FORMATS[name] for name in ("json", "csv", "hdf5", "npz", "jams", "xml", "eaf", "webvtt")
)


@dataclass(frozen=True)
class Offered:
    """A file that an output can be had as."""

    format: Format
    path: str


def offered(result_id: UUID, output: Output) -> list[Offered]:
    """Return the files that one output of a result can be had as."""
    if output.kind in _ELSEWHERE:
        return []
    marks = output.kind in (OutputKind.EVENTS, OutputKind.SEGMENTS)
    return [
        Offered(
            each,
            f"{reverse('result-export', args=[result_id, each.extension])}?output={output.name}",
        )
        for each in FORMATS.values()
        if (marks or not each.holds_marks_only) and _holds(each, numbers_in([output]))
    ]


def _holds(format_: Format, numbers: int) -> bool:
    most = _MOST.get(format_.name, MOST_NUMBERS)
    return most is None or numbers <= most


def offered_of_item(cited: str, outputs: Iterable[Output]) -> list[Offered]:
    """Return the files that all these results of an item can be had as, in one."""
    numbers = numbers_in(each for each in outputs if each.kind not in _ELSEWHERE)
    return [
        Offered(each, _item_path(cited, each.extension))
        for each in FORMATS.values()
        if each.write_all is not None and _holds(each, numbers)
    ]


@require_safe
@refusing
def result_export(request: HttpRequest, result_id: UUID, extension: str) -> HttpResponseBase:
    """Answer with one result as a file."""
    return result_as(request, result_id, _format(extension))


def result_as(request: HttpRequest, result_id: UUID, format_: Format) -> HttpResponseBase:
    """Answer with one result in a format; the caller turns errors into answers."""
    rows = list(exportable(actor_of(request)).filter(pk=result_id))
    return _answer(request, rows, format_)


@require_safe
@refusing
def pass_export(request: HttpRequest, result_id: UUID, extension: str) -> HttpResponseBase:
    """Answer with all results of an item that come of one pass over its sound."""
    shown = exportable(actor_of(request))
    row = shown.filter(pk=result_id).first()
    if row is None:
        raise NotFound("There is no such result.")
    same = shown.filter(item=row.item_id, part=row.part_id, withheld_key=row.withheld_key)
    worked_in = row.computation.worked_in_id
    same = same.filter(computation__worked_in=worked_in) if worked_in else same.filter(pk=row.pk)
    return _answer(request, list(same), _format(extension), "pass")


@require_safe
@refusing
def item_export(request: HttpRequest, cited: str, extension: str = "") -> HttpResponseBase:
    """Answer with all results of an item that the actor may read, the newest of each."""
    actor = actor_of(request)
    format_ = _format(extension) if extension else _accepted(request)
    found = find("item", cited, actor)
    if found is None:
        raise NotFound("There is no such item.")
    if found.key != cited:  # the item bears another code now
        return HttpResponseRedirect(_item_path(found.key, extension))
    rows = exportable(actor).filter(item=found.record.pk, superseded_by__isnull=True)
    return _answer(request, list(rows), format_, "results")


def _item_path(key: str, extension: str) -> str:
    return reverse("item-export", args=[key, extension] if extension else [key])


def _format(extension: str) -> Format:
    found = BY_EXTENSION.get(extension.lower())
    if found is None:
        raise NotFound("There is no such format.")
    return found


def _accepted(request: HttpRequest) -> Format:
    """Return the format that the request likes best, JSON where it likes none of ours."""
    liked = request.get_preferred_type([each.mime_type for each in NEGOTIATED])
    return next((each for each in NEGOTIATED if each.mime_type == str(liked)), FORMATS["json"])


def _answer(
    request: HttpRequest, rows: list[Any], format_: Format, of: str = ""
) -> HttpResponseBase:
    """Answer with the file; `of` names what several results are of, nothing one alone."""
    actor, asked = actor_of(request), request.GET.get("output", "")
    outputs = told_outputs(rows, asked)
    rows = [row for row in rows if outputs[row.pk]]
    if not rows:
        raise NotFound("There is no such result.")
    is_public = are_public(rows)
    named = [
        rows[0].item.citation,
        of or rows[0].computation.processor,
        *([asked] if asked else []),
    ]
    name = f"{'_'.join(named)}.{format_.extension}"
    made = MadeFile(rows, outputs, format_, is_one=not of)
    try:
        response = _ranged(
            request, made, _etag(rows, outputs, format_, of), name, is_public=is_public
        )
    except Busy:
        return busy()
    patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])
    if not is_public:
        _note(request, response, actor, rows)
    return response


def _ranged(
    request: HttpRequest, made: "MadeFile", etag: str, name: str, *, is_public: bool
) -> HttpResponseBase:
    format_ = made.format
    return ranged_response(
        request,
        made,
        content_type=_content_type(format_),
        etag=etag,
        headers={
            **caching(is_public=is_public),
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
        },
    )


def _note(
    request: HttpRequest, response: HttpResponseBase, actor: Actor, rows: Iterable[Any]
) -> None:
    derived = any(row.may_derive for row in rows)
    act = Act.DERIVE if derived else Act.SUMMARY
    item = next(iter(rows)).item_id
    given(request, response, actor, item, act=act, door="results")


def _content_type(format_: Format) -> str:
    is_text = format_.mime_type.startswith("text/")
    return f"{format_.mime_type}; charset=utf-8" if is_text else format_.mime_type


def _etag(rows: list[Any], outputs: dict[UUID, list[Output]], format_: Format, of: str) -> str:
    """Return the file's tag without making it: all that its bytes depend on."""
    told = [
        _FORM,
        format_.name,
        of,
        [str(head) for head in heads(rows)],
        [[str(row.computation_id), [one.name for one in outputs[row.pk]]] for row in rows],
    ]
    return f'"{hashlib.sha256(json.dumps(told).encode()).hexdigest()}"'


@dataclass
class MadeFile:
    """A file that is made when its size is first asked for; gone when it is closed.

    Raises
    ------
    OddValue : the format cannot hold these results; the sentence says why.
    """

    rows: list[Any]
    outputs: dict[UUID, list[Output]]
    format: Format
    is_one: bool
    _file: BinaryIO | None = field(default=None, init=False)
    _size: int = field(default=0, init=False)

    @property
    def size(self) -> int:
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 - `close` does, at the end of the answer
            try:
                with slot("results", AT_ONCE):
                    self._write(self._file)
            except Busy:
                self.close()
                raise
            except (OddFile, TooLong) as error:
                self.close()
                raise OddValue("format", str(error)) from error
            self._size = self._file.seek(0, 2)
        return self._size

    def _write(self, file: BinaryIO) -> None:
        most = _MOST.get(self.format.name, MOST_NUMBERS)
        with documents(self.rows, self.outputs, most=most) as told:
            if most is None:
                hdf5_file.write_to(file, told)
            elif self.is_one:
                file.write(self.format.write(told[0]))
            else:
                file.write(writing(told, self.format))

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        if self._file is None:
            return
        self._file.seek(start)
        while start < stop and (block := self._file.read(min(_BLOCK, stop - start))):
            start += len(block)
            yield block

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
