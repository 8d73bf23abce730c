"""What a pipe found in a notebook, as a document to be written."""

from dataclasses import replace

import numpy as np

from analysis.core.job import Output
from analysis.core.pipe import NodeResult, Results, axis_of
from analysis.core.wire import JSON, to_json
from analysis.exchange.document import Document, Told


def document_of(results: Results, key: str, *, title: str = "") -> Document:
    """Return the result of one step, with its parameters, effects and library builds.

    Pictures and sound files stay out of it: they are files already (`results[key].files(name)`).
    """
    found, outcome = results[key], results[key].outcome
    told = [_told(found, output) for output in outcome.outputs]
    effects: list[dict[str, JSON]] = []
    for step in outcome.effects:
        said = to_json(step)
        effects += [said] if isinstance(said, dict) else []
    return Document(
        processor=outcome.processor,
        version=outcome.version,
        outputs=tuple(each for each in told if each is not None),
        title=title,
        duration_s=results.sound.duration,
        params=outcome.params,
        effects=tuple(effects),
        libraries=results.outcome.libraries,
    )


def _told(found: NodeResult, output: Output) -> Told | None:
    said = Told(output.name, output.kind, output.title, output.unit, output.value, output.label)
    if output.kind in ("tiles", "media"):
        return None
    if output.kind in ("events", "segments"):
        return replace(said, spans=tuple(found.spans(output.name)))
    if output.kind == "vector":
        return replace(said, values=found.vector(output.name).values, axis=axis_of(output))
    if output.kind == "frames":
        return replace(
            said,
            values=np.asarray(found.frames(output.name).values, np.float32),
            axis=axis_of(output),
            t0_s=output.t0 or 0.0,
            period_s=output.period_s or 0.0,
        )
    return said
