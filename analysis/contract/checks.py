"""What every processor keeps (S-03, S-05, S-06, spec/audio.md section 8), one function a clause.

Each raises AssertionError that says what is broken. Those that take a tuple run all its processors
in one pass, as a site does.
"""

import json
from pathlib import Path

import h5py
import jsonschema
import numpy as np

from analysis.contract import signals
from analysis.core import sandbox
from analysis.core.job import Job, Node
from analysis.core.pipe import Pipe, Results, StepFactory, array_decoder, decoder
from analysis.core.registry import discover
from analysis.core.wire import to_json

Processors = tuple[str, ...]
BLOCKS = (1 << 16, 1 << 18, 5_000, 4_097, 256)
ODD_SOUNDS = {
    "1 sample": (signals.noise(1 / 44_100), 44_100),
    "100": (signals.noise(100 / 44_100), 44_100),
    "silence": (signals.silence(1), 44_100),
    "8 ch": (signals.noise(1, channels=8), 44_100),
    "32 ch": (signals.noise(0.5, channels=32), 44_100),
    "1 kHz": (signals.noise(3, rate=1_000), 1_000),
    "768 kHz": (signals.noise(0.2, rate=768_000), 768_000),
    "far too loud": (signals.noise(1) * 1e6, 44_100),
}
MIXED = np.concatenate(
    [
        signals.harmonic(220, 1.3, rate=96_000),
        signals.clicks([0.1, 0.5], 0.8, rate=96_000),
        signals.silence(0.2, rate=96_000),
        signals.noise(0.7001, rate=96_000),
    ],
    axis=1,
)


def run(processors: Processors, pipe: Pipe, block: int = 1 << 16) -> Results:
    """Return what the processors find in one decode."""
    for name in processors:
        pipe = pipe | StepFactory(name)
    return pipe.run(block=block)


def declares_itself(name: str) -> None:
    """It loads under its id and says what it does, makes and costs, and under which licence."""
    processor = discover().get(name)
    assert processor.id == name
    assert processor.label
    assert processor.description.endswith("."), "its description is a sentence"
    assert processor.__doc__, "its docstring says method, unit and range"
    assert processor.licence
    assert processor.cost > 0
    names = [told.name for told in processor.provides]
    assert len(names) == len(set(names))
    for told in processor.provides:
        assert told.title
        assert told.unit or told.kind not in ("value", "frames", "vector"), told
        assert not told.unit or told.kind not in ("label", "tiles", "media"), told
    if processor.kind == "detector":
        assert any(told.kind in ("events", "segments", "frames") for told in processor.provides)


def parameters_keep_their_schema(name: str) -> None:
    """The JSON Schema is one, its defaults keep it, and what it does not name is refused."""
    params = discover().get(name).Params
    schema = params.params_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    defaults = params.read({}).canonical()
    jsonschema.validate(defaults, schema)
    assert params.read(defaults) == params.read({})
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({"no_such_parameter": 1})


def contents(results: Results) -> dict[str, bytes]:
    """Return every dataset of a result file, byte for byte; where they lie in it is no matter."""
    kept: dict[str, bytes] = {}

    def keep(name: str, found: h5py.Dataset | h5py.Group) -> None:
        if isinstance(found, h5py.Dataset) and name != "meta":
            kept[name] = np.asarray(found[()]).tobytes()

    if results.outcome.hdf5:
        with h5py.File(results.hdf5, "r", locking=False) as file:
            file.visititems(keep)
    return kept


def results_do_not_depend_on_the_block_size(processors: Processors, channels: int) -> int:
    """Bit for bit: every dataset, every tile and the encoded copies; returns how many files.

    A processor that says `tolerance` or `none` of itself is held to it as well: between blocks of
    one machine and one build nothing has to differ.
    """
    gains = np.linspace(1, 0.3, channels, dtype=np.float32)[:, np.newaxis]
    outcomes = []
    for block in BLOCKS:
        results = run(processors, array_decoder(MIXED * gains, 96_000), block)
        found = results.outcome
        hashes = [o.content_hash for n in found.nodes for o in n.outputs]
        values = [(o.name, o.value, o.label) for n in found.nodes for o in n.outputs]
        outcomes.append((contents(results), hashes, values))
        for node in found.nodes:
            assert node.status == "done" or node.message.endswith("."), node.detail
            assert node.status != "failed", node.detail
    assert all(outcome == outcomes[0] for outcome in outcomes), "a block size changes the result"
    return len([told for told in outcomes[0][1] if told])


def odd_sound_is_done_or_skipped(processors: Processors, signal: signals.Signal, rate: int) -> None:
    """Nothing fails on a sound that is odd; what is skipped says why, in a sentence."""
    found = run(processors, array_decoder(signal, rate))
    for node in found.outcome.nodes:
        if node.status == "skipped":
            assert node.message.endswith(".")
            assert node.outputs == ()
        else:
            assert node.status == "done", node.detail
    json.loads(json.dumps(to_json(found.outcome), allow_nan=False))


def findings_lie_within_the_sound(processors: Processors) -> int:
    """Curves, events and segments stand on the time axis of the sound; returns how many curves."""
    seconds = 5.0
    found = run(processors, array_decoder(signals.harmonic(300, seconds), signals.RATE))
    curves = 0
    for name in found:
        for output in found[name].outcome.outputs:
            if output.kind == "frames":
                frames = found[name].frames(output.name)
                assert output.shape == frames.values.shape
                if len(frames.times):
                    assert frames.times[0] >= 0
                    assert frames.times[-1] <= seconds + 1e-9
                curves += 1
            elif output.kind in ("events", "segments"):
                spans = found[name].spans(output.name)
                starts = [span.start_s for span in spans]
                assert starts == sorted(starts)
                for span in spans:
                    assert 0 <= span.start_s <= span.end_s <= seconds + 1e-6
                    assert span.confidence is None or 0 <= span.confidence <= 1
    return curves


def no_numbers_spoil_nothing(processors: Processors, folder: Path) -> None:
    """NaN, infinite and absurd samples are silence to every processor, and are told."""
    clean = signals.harmonic(220, 2)
    dirty = clean.copy()
    dirty[0, 1000:1100] = np.nan
    dirty[0, 50_000] = np.inf
    dirty[0, 50_001] = -3e38
    path = signals.write(folder / "x.wav", dirty, subtype="FLOAT")
    clean[0, 1000:1100] = clean[0, 50_000:50_002] = 0
    mended = signals.write(folder / "y.wav", clean, subtype="FLOAT")
    found, expected = run(processors, decoder(path)), run(processors, decoder(mended))
    assert found.sound.nonfinite_samples == 102
    assert found.sound.integrity == "partial"
    assert "102 samples were not numbers" in found.sound.note
    for ours, theirs in zip(found.outcome.nodes, expected.outcome.nodes, strict=True):
        assert ours.outputs == theirs.outputs


def works_behind_the_wall(name: str, folder: Path) -> None:
    """In the sandboxed child, alone: what it loads on first use is loaded by `preload`."""
    melody = np.concatenate([signals.harmonic(each, 1.5) for each in (220, 330, 262, 220)], axis=1)
    sound = signals.write(folder / "x.aiff", melody + signals.clicks([0.5, 1, 1.5, 2], 6))
    work = folder / "work"
    work.mkdir()
    (node,) = sandbox.run_pass(Job(nodes=(Node("key", name),), work=str(work)), sound).nodes
    assert node.status in ("done", "skipped"), node.detail or node.message


def memory_does_not_grow(name: str, folder: Path) -> None:
    """Ten times as long a sound takes at most a fifth (and 16 MB) more memory, or is refused."""
    peaks = []
    for seconds in (60, 600):
        sound = signals.write(folder / "x.wav", signals.noise(seconds, rate=16_000), rate=16_000)
        work = folder / f"work-{seconds}"
        work.mkdir()
        outcome = sandbox.run_pass(Job(nodes=(Node("key", name),), work=str(work)), sound)
        (node,) = outcome.nodes
        assert node.status in ("done", "skipped"), node.detail or node.message
        peaks.append(outcome.timings["max_rss_mb"])
    assert peaks[1] <= 1.2 * peaks[0] + 16, f"{peaks[0]:.0f} MB at a minute, {peaks[1]:.0f} at ten"
