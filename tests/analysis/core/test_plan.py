"""Equal needs are one computation (S-02, A-11)."""

from typing import Any

import numpy as np

from analysis.core.engine import Engine
from analysis.core.job import Job, Node
from analysis.core.needs import Buckets, Mel, Need, Samples, Stft
from analysis.core.pipe import _ArraySource
from analysis.core.plan import order, plan
from analysis.core.registry import discover
from analysis.core.signal import Sound
from tests import signals
from tests.analysis.plugins import Counting


def test_sources_come_first_and_once() -> None:
    wanted: list[Need[Any]] = [
        Mel(40),
        Stft(2048, 512),
        Samples(),
        Mel(64),
        Buckets(256),
        Stft(2048, 512),
    ]
    ordered = order(wanted)
    assert ordered == (Samples(mono=True), Stft(2048, 512), Mel(40), Mel(64), Buckets(256))


def test_the_default_processors_share_one_stft() -> None:
    """Spectrogram and onset on the same; the cost is known before the run."""
    sound = Sound(44_100, 2, 44_100 * 600, "wav", "pcm_s16", 16)
    processors = [discover().get(name)(discover().get(name).Params()) for name in NAMES]
    planned = plan(processors, sound)
    assert [need for need in planned.shared if isinstance(need, Stft)] == [Stft(2048, 512)]
    assert len(planned.shared) == len(set(planned.shared)) == 5
    assert 0.5 < planned.seconds < 20


NAMES = ["technical", "level", "loudness", "waveform", "spectrogram", "onset"]


def test_two_processors_read_the_same_array() -> None:
    """Not an equal one: the very memory."""
    signal = signals.noise(2)
    nodes = (Node("a", "counting"), Node("b", "counting"))
    registry = discover((f"{Counting.__module__}:Counting",))
    outcome = Engine(Job(nodes, work="/nonexistent"), _ArraySource(signal, 44_100), registry)
    outcome._file = Memory()
    first, second = ({o.name: o for o in node.outputs} for node in outcome.run().nodes)
    assert first["rows"].value == 1 + signal.shape[1] // 512
    assert first["arrays"].label == second["arrays"].label


class Memory:
    """Stands in for the HDF5 file, which this test is not about."""

    def node(self, *_: object) -> None:
        return None

    def value(self, _group: object, name: str, *_: object, **__: object) -> str:
        return name

    def finish(self, _meta: object) -> str:
        return ""


def test_a_resampled_need_keeps_the_tone() -> None:
    from analysis.core.needs import View

    sound = Sound(44_100, 1, 44_100)
    need = Samples(mono=True, rate=16_000)
    running = [(n, n.start(sound)) for n in order([need])]
    parts = []
    signal = signals.sine(1000, 1, db=-6)
    for at, last in [(0, False), (10_000, False), (44_100, True)]:
        view = View(at, at, last=last)
        end = {0: 10_000, 10_000: 44_100, 44_100: 44_100}[at]
        view.put(Samples(), signal[:, at:end])
        for each, state in running:
            view.put(each, state.step(view))
        parts.append(view[need])
    resampled = np.concatenate(parts, axis=1)
    assert resampled.shape == (1, 16_000)
    expected = signals.sine(1000, 1, rate=16_000, db=-6)
    assert np.abs(resampled - expected)[0, 500:-500].max() < 1e-3
