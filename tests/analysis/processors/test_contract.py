"""What every processor keeps, ours or a plug-in's (S-03, S-05, S-06, spec/audio.md section 8)."""

import json
from pathlib import Path

import h5py
import jsonschema
import numpy as np
import pytest

from analysis.core.pipe import Pipe, Results, StepFactory, array_decoder, decoder
from analysis.core.registry import BUILT_IN, discover
from analysis.core.wire import to_json
from tests import signals

EVERY = sorted(BUILT_IN)


def everything(pipe: Pipe, block: int = 1 << 16) -> Results:
    for name in EVERY:
        pipe = pipe | StepFactory(name)
    return pipe.run(block=block)


def test_all_built_in_processors_load() -> None:
    found = discover()
    assert found.broken == ()
    assert set(EVERY) <= set(found.processors)


@pytest.mark.parametrize("name", EVERY)
def test_a_processor_declares_itself(name: str) -> None:
    processor = discover().get(name)
    assert processor.id == name
    assert processor.label
    assert processor.description.endswith(".")
    assert processor.__doc__
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


@pytest.mark.parametrize("name", EVERY)
def test_parameters_have_a_schema_that_their_defaults_keep(name: str) -> None:
    params = discover().get(name).Params
    schema = params.params_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    defaults = params.read({}).canonical()
    jsonschema.validate(defaults, schema)
    assert params.read(defaults) == params.read({})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"no_such_parameter": 1}, schema)


def contents(results: Results) -> dict[str, bytes]:
    """Return every dataset of a result file, byte for byte; where they lie in it is no matter."""
    kept: dict[str, bytes] = {}

    def keep(name: str, found: h5py.Dataset | h5py.Group) -> None:
        if isinstance(found, h5py.Dataset) and name != "meta":
            kept[name] = np.asarray(found[()]).tobytes()

    with h5py.File(results.hdf5, "r", locking=False) as file:
        file.visititems(keep)
    return kept


MIXED = np.concatenate(
    [
        signals.harmonic(220, 1.3, rate=96_000),
        signals.clicks([0.1, 0.5], 0.8, rate=96_000),
        signals.silence(0.2, rate=96_000),
        signals.noise(0.7001, rate=96_000),
    ],
    axis=1,
)


@pytest.mark.parametrize("channels", [1, 2, 9])
def test_results_do_not_depend_on_the_block_size(channels: int) -> None:
    """Bit for bit: every dataset, every tile and the encoded copies (G6)."""
    gains = np.linspace(1, 0.3, channels, dtype=np.float32)[:, np.newaxis]
    signal = MIXED * gains
    outcomes = []
    for block in (1 << 16, 1 << 18, 5_000, 4_097, 256):
        results = everything(array_decoder(signal, 96_000), block)
        found = results.outcome
        hashes = [o.content_hash for n in found.nodes for o in n.outputs]
        outcomes.append((contents(results), hashes))
        for node in found.nodes:
            assert node.status == "done", node.detail
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert len([h for h in outcomes[0][1] if h]) >= 4


@pytest.mark.parametrize(
    ("signal", "rate"),
    [
        (signals.noise(1 / 44_100), 44_100),
        (signals.noise(100 / 44_100), 44_100),
        (signals.silence(1), 44_100),
        (signals.noise(1, channels=8), 44_100),
        (signals.noise(0.5, channels=32), 44_100),
        (signals.noise(3, rate=1_000), 1_000),
        (signals.noise(0.2, rate=768_000), 768_000),
        (signals.noise(1) * 1e6, 44_100),
    ],
    ids=["1 sample", "100", "silence", "8 ch", "32 ch", "1 kHz", "768 kHz", "far too loud"],
)
def test_odd_sounds_are_done_or_skipped_with_a_sentence(signal: signals.Signal, rate: int) -> None:
    found = everything(array_decoder(signal, rate))
    for node in found.outcome.nodes:
        if node.status == "skipped":
            assert node.message.endswith(".")
            assert node.outputs == ()
        else:
            assert node.status == "done", node.detail
    json.loads(json.dumps(to_json(found.outcome), allow_nan=False))


def test_frames_lie_within_the_sound_on_their_time_axis() -> None:
    found = everything(array_decoder(signals.harmonic(300, 5), signals.RATE))
    curves = 0
    for name in found:
        for output in found[name].outcome.outputs:
            if output.kind == "frames":
                frames = found[name].frames(output.name)
                assert output.shape == frames.values.shape
                assert frames.times[0] >= 0
                assert frames.times[-1] <= 5 + 1e-9
                curves += 1
    assert curves >= 5


def test_samples_that_are_no_numbers_spoil_nothing(tmp_path: Path) -> None:
    clean = signals.harmonic(220, 2)
    dirty = clean.copy()
    dirty[0, 1000:1100] = np.nan
    dirty[0, 50_000] = np.inf
    dirty[0, 50_001] = -3e38
    path = signals.write(tmp_path / "x.wav", dirty, subtype="FLOAT")
    clean[0, 1000:1100] = clean[0, 50_000:50_002] = 0
    mended = signals.write(tmp_path / "y.wav", clean, subtype="FLOAT")
    found, expected = everything(decoder(path)), everything(decoder(mended))
    assert found.sound.nonfinite_samples == 102
    assert found.sound.integrity == "partial"
    assert "102 samples were not numbers" in found.sound.note
    for ours, theirs in zip(found.outcome.nodes, expected.outcome.nodes, strict=True):
        assert ours.outputs == theirs.outputs
