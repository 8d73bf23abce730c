"""Waveform tiles say the extremes of what they cover (S-16)."""

import hashlib
import json

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import NodeResult, array_decoder, waveform
from tests import signals

Planes = dict[str, NDArray[np.int64]]


def tile(found: NodeResult, level: int, index: int, channels: int) -> list[Planes]:
    """The planes of each channel of one tile, as the player reads them."""
    name = f"{found['tiles'].directory}/{level}/{index}"
    path = next(p for p in found.files("tiles") if str(p).endswith(name))
    data = path.read_bytes()
    n = len(data) // (6 * channels)
    planes = []
    for channel in range(channels):
        at = channel * 6 * n
        kinds = {"min": "<i2", "max": "<i2", "rms": "<u2"}
        planes.append(
            {
                name: np.frombuffer(data, dtype, n, at + 2 * n * i).astype(np.int64)
                for i, (name, dtype) in enumerate(kinds.items())
            }
        )
    return planes


def test_each_bucket_holds_the_least_the_greatest_and_the_rms() -> None:
    signal = signals.noise(2, channels=2)
    signal[:, :256] = [[0.5], [-0.25]]
    found = (array_decoder(signal, signals.RATE) | waveform).run()["waveform"]
    left, right = tile(found, 0, 0, 2)
    assert left["min"][0] == left["max"][0] == left["rms"][0] == round(0.5 * 32767)
    assert right["min"][0] == right["max"][0] == -round(0.25 * 32767)
    assert right["rms"][0] == round(0.25 * 32767)
    for bucket in (1, 17, 300):
        part = signal[0, bucket * 256 : (bucket + 1) * 256]
        assert left["min"][bucket] == round(float(part.min()) * 32767)
        assert left["max"][bucket] == round(float(part.max()) * 32767)
        assert left["rms"][bucket] == pytest.approx(np.sqrt((part**2).mean()) * 32767, abs=1)


@pytest.mark.parametrize(
    ("frames", "levels"),
    [
        (1, [1]),
        (256 * 4096, [4096]),
        (256 * 4096 + 1, [4097, 1025]),
        (256 * 4096 * 4, [16384, 4096]),
        (256 * 4096 * 4 + 1, [16385, 4097, 1025]),
    ],
)
def test_levels_go_on_until_one_tile_covers_all(frames: int, levels: list[int]) -> None:
    signal = signals.noise(frames / 48_000, rate=48_000)
    found = (array_decoder(signal, 48_000) | waveform).run()["waveform"]
    manifest = found["tiles"].data
    assert manifest["levels"] == levels
    assert manifest["duration"] == pytest.approx(frames / 48_000)
    assert (manifest["base"], manifest["factor"], manifest["tile"]) == (256, 4, 4096)
    assert len(found["tiles"].files) == sum(-(-n // 4096) for n in levels)


def test_upper_levels_cover_the_same_samples() -> None:
    signal = signals.noise(30)
    signal[0, 1_000_000] = 1.0
    signal[0, 5] = -1.0
    found = (array_decoder(signal, signals.RATE) | waveform).run()["waveform"]
    (planes,) = tile(found, 1, 0, 1)
    for bucket in (0, 7, 1_000_000 // 1024):
        part = signal[0, bucket * 1024 : (bucket + 1) * 1024]
        assert planes["min"][bucket] == round(float(part.min()) * 32767)
        assert planes["max"][bucket] == round(float(part.max()) * 32767)
        assert planes["rms"][bucket] == pytest.approx(np.sqrt((part**2).mean()) * 32767, abs=1)


def test_beyond_full_scale_it_is_cut_not_wrapped() -> None:
    found = (array_decoder(signals.sine(100, 1) * 3, signals.RATE) | waveform).run()["waveform"]
    (planes,) = tile(found, 0, 0, 1)
    assert planes["max"].max() == 32767
    assert planes["min"].min() == -32768


def test_the_hash_names_the_bytes_and_the_manifest() -> None:
    def run(signal: signals.Signal, rate: int) -> NodeResult:
        return (array_decoder(signal, rate) | waveform).run()["waveform"]

    signal = signals.noise(1)
    one, same, louder = run(signal, 44_100), run(signal, 44_100), run(signal * 1.01, 44_100)
    slower = run(signal, 22_050)
    hashes = [found["tiles"].content_hash for found in (one, same, louder, slower)]
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 3
    digests = [[hashlib.sha256(path.read_bytes()).hexdigest() for path in one.files("tiles")]]
    told = json.dumps([one["tiles"].data, digests], sort_keys=True)
    assert hashes[0] == hashlib.sha256(told.encode()).hexdigest()
