"""Results as the analysis leaves them: rows of a run, a computation and its outputs."""

import hashlib
import itertools

from analysis.models import Computation, Output, Result, Run, RunItem, RunItemComputation
from archive.models import Item
from tests.factories import make_part

_numbers = itertools.count(1)


def make_result(item: Item, *, processor: str = "loudness", value: float = -18.25) -> Result:
    """One finished computation of an item's first part, asked for by a run of its own."""
    part = item.parts.first() or make_part(item)
    run = Run.objects.create(preset="default", nodes=[], status="done")
    run_item = RunItem.objects.create(run=run, item=item, status="done")
    computation = Computation.objects.create(
        key=hashlib.sha256(str(next(_numbers)).encode()).hexdigest(),
        file=part.file,
        processor=processor,
        processor_version="1.0.0",
        params={"gate": -70.0, "name": "é"},
        libraries={"numpy": "2.4"},
        status="done",
    )
    outputs = (
        Output(name="integrated", kind="value", value=value, unit="LUFS"),
        Output(name="range", kind="value", value=None, unit="LU", label="silence"),
        Output(name="codec", kind="label", label="pcm_s16"),
        Output(
            name="momentary",
            kind="frames",
            unit="LUFS",
            hdf5_path="/loudness/momentary",
            shape=[98],
            dtype="float32",
            t0_s=0.2,
            period_s=0.1,
        ),
        Output(name="tiles", kind="tiles"),
        Output(name="audio", kind="media", data={"mimeType": "audio/ogg"}),
    )
    for output in outputs:
        output.computation = computation
    Output.objects.bulk_create(outputs)
    RunItemComputation.objects.create(run_item=run_item, part=part, computation=computation)
    return Result.objects.create(item=item, part=part, computation=computation)
