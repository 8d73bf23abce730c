"""Results as documents for files of other programs: what this actor may know of them, no more."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

import h5py
import numpy as np
from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from analysis.core.processor import Axis
from analysis.core.wire import from_json
from analysis.exchange.document import Document, Told, TooLong
from analysis.io.hdf5 import IncompleteFile, read_spans
from analysis.models import Output, OutputKind, Result, Status
from analysis.querysets import result_rule
from archive.access import PUBLIC, Act, Actor
from archive.errors import FileDamaged
from archive.models import Part
from archive.storage import RESULTS, open_local
from archive.timeline import duration_s, placed

#: What a number or a word says of the whole sound, the act `summary` opens; the rest `derive`.
SUMMED = frozenset({OutputKind.VALUE, OutputKind.LABEL})
#: Pictures and copies of the sound are files by themselves.
_ELSEWHERE = frozenset({OutputKind.TILES, OutputKind.MEDIA})


def exportable(actor: Actor) -> "QuerySet[Any]":
    """Return the finished results whose numbers the actor may read.

    Annotated: `may_derive`, and what the public may of each (`public_summary`, `public_derive`).
    """
    rows: QuerySet[Any] = (
        Result.objects.allowing(actor, Act.SUMMARY)
        .filter(computation__status=Status.DONE)
        .select_related("item", "computation", "part__file")
        .annotate(
            may_derive=_whether(result_rule(actor, Act.DERIVE)),
            public_summary=_whether(result_rule(PUBLIC, Act.SUMMARY)),
            public_derive=_whether(result_rule(PUBLIC, Act.DERIVE)),
        )
        .order_by("part__stem", "part__position", "computation__processor", "pk")
    )
    return rows


def are_public(rows: Iterable[Any]) -> bool:
    """Return whether everybody is told the same of these results."""
    return all(row.public_summary and row.public_derive == row.may_derive for row in rows)


def _whether(rule: Q) -> Any:
    return ExpressionWrapper(rule, output_field=BooleanField())


def told_outputs(rows: Iterable[Any], name: str = "") -> dict[UUID, list[Output]]:
    """Return by result the outputs that its reader may have; those of the name, if one is given.

    A name is an output's, or `processor.output`.
    """
    shown = list(rows)
    found: dict[UUID, list[Output]] = {row.computation_id: [] for row in shown}
    for output in Output.objects.filter(computation__in=found).order_by("name"):
        found[output.computation_id].append(output)
    return {
        row.pk: [
            output
            for output in found[row.computation_id]
            if output.kind not in _ELSEWHERE
            and (row.may_derive or output.kind in SUMMED)
            and name in ("", output.name, f"{row.computation.processor}.{output.name}")
        ]
        for row in shown
    }


def heads(rows: Iterable[Any]) -> list[Document]:
    """Return the documents of these results of one item without their outputs."""
    shown = list(rows)
    begins = _beginnings(shown)
    return [_head(row, begins.get(row.part_id) or 0.0) for row in shown]


def _beginnings(rows: list[Any]) -> dict[UUID, float | None]:
    items = {row.item_id for row in rows}
    return {
        each.part.pk: each.start_s
        for item in items
        for each in placed(Part.objects.filter(item=item).select_related("file"))
    }


def _head(row: Any, begins_s: float) -> Document:
    computation = row.computation
    return Document(
        processor=computation.processor,
        version=computation.processor_version,
        outputs=(),
        iri=f"{settings.BASE_URL}{row.get_absolute_url()}",
        item=f"{settings.BASE_URL}{row.item.get_absolute_url()}",
        title=row.item.title,
        part=row.part.position,
        stem=row.part.stem,
        begins_s=begins_s,
        computed_at=computation.finished_at.isoformat() if computation.finished_at else "",
        duration_s=duration_s(row.part) or 0.0,
        params=computation.params,
        effects=tuple(computation.effects),
        libraries=computation.libraries,
    )


def numbers_in(outputs: Iterable[Output]) -> int:
    """Return how many numbers these outputs have, a row of marks for one."""
    return sum(int(np.prod(each.shape, dtype=int)) for each in outputs)


@contextmanager
def documents(
    rows: Iterable[Any], outputs: dict[UUID, list[Output]], *, most: int | None
) -> Iterator[list[Document]]:
    """Give the documents with their outputs, in the order of `rows`.

    Parameters
    ----------
    most : numbers in all, at most. None: curves are the open datasets of the files that they
        stand in, which close at the end; nothing of them is read yet.

    Raises
    ------
    TooLong : there are more.
    FileDamaged : a file is missing from the results storage, or lacks what its rows tell of.
    """
    shown = list(rows)
    numbers = sum(numbers_in(told) for told in outputs.values())
    if most is not None and numbers > most:
        raise TooLong(
            f"There are {numbers} numbers; such a file holds at most {most}: ask one result or "
            "one output (?output=), or take NumPy or HDF5."
        )
    with ExitStack() as stack:
        files: dict[str, tuple[Any, h5py.File]] = {}
        made = []
        for row, head in zip(shown, heads(shown), strict=True):
            name = row.computation.hdf5_name
            if name and outputs[row.pk] and name not in files:
                path = stack.enter_context(open_local(RESULTS, name))
                files[name] = path, stack.enter_context(h5py.File(path, "r", locking=False))
            told = tuple(
                _told(files.get(name), each, is_lazy=most is None) for each in outputs[row.pk]
            )
            made.append(replace(head, outputs=told))
        yield made


def _told(file: tuple[Any, h5py.File] | None, output: Output, *, is_lazy: bool) -> Told:
    said: dict[str, Any] = {
        "name": output.name,
        "kind": output.kind,
        "unit": output.unit,
        "value": output.value,
        "label": output.label,
    }
    if file is None or not output.hdf5_path:
        return Told(**said)
    path, opened = file
    try:
        dataset = opened[output.hdf5_path]
        said["title"] = str(dataset.attrs.get("title", ""))
        if output.kind in (OutputKind.EVENTS, OutputKind.SEGMENTS):
            said["spans"] = tuple(read_spans(path, output.hdf5_path, 0, len(dataset)))
        elif output.kind in (OutputKind.FRAMES, OutputKind.VECTOR):
            said["values"] = dataset if is_lazy else dataset[()]
    except (KeyError, OSError, IncompleteFile) as error:
        raise FileDamaged(f"{output.name!r} is missing from its file: {error}.") from error
    if axis := output.data.get("axis"):
        said["axis"] = from_json(Axis, axis)
    if output.kind == OutputKind.FRAMES:
        said |= {"t0_s": output.t0_s or 0.0, "period_s": output.period_s or 0.0}
    return Told(**said)
