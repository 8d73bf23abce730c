"""A copy is made where it is needed, plays as long as it should, and says nothing else."""

import struct
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import NodeResult, array_decoder, decoder, listening_copy
from tests import signals


def run(signal: signals.Signal, rate: int) -> NodeResult:
    return (array_decoder(signal, rate) | listening_copy).run()["listening_copy"]


def decoded(found: NodeResult, name: str = "audio") -> NDArray[np.float32]:
    (path,) = found.files(name)
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        assert (stream.codec_context.name, stream.codec_context.sample_rate) == ("opus", 48_000)
        parts = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(parts, axis=1)


def loudest(signal: NDArray[np.float32]) -> float:
    """Frequency of the greatest component, Hz at 48 kHz."""
    part = signal[0, 4800:]
    power = np.abs(np.fft.rfft(part * np.hanning(len(part))))
    return float(power.argmax() * 48_000 / len(part))


@pytest.mark.parametrize("name", ["x.wav", "x.flac", "x.mp3", "x.ogg"])
def test_a_master_that_a_browser_plays_needs_none(tmp_path: Path, name: str) -> None:
    path = signals.write(tmp_path / name, signals.noise(1, channels=2))
    found = (decoder(path) | listening_copy).run()["listening_copy"]
    assert found.outcome.status == "skipped"
    assert found.outcome.message == "The master itself is playable."


@pytest.mark.parametrize("name", ["x.aiff", "x.caf", "x.w64"])
def test_a_master_that_no_browser_plays_is_copied(tmp_path: Path, name: str) -> None:
    path = signals.write(tmp_path / name, signals.sine(1000, 2, db=-6, channels=2))
    found = (decoder(path) | listening_copy).run()["listening_copy"]
    copy = decoded(found)
    told = found["audio"].data
    assert (told["mimeType"], told["timeFactor"], told["channels"]) == ("audio/ogg", 1, 2)
    assert told["duration"] == pytest.approx(2, abs=0.001)
    assert copy.shape == (2, pytest.approx(96_000, abs=48))
    assert loudest(copy) == pytest.approx(1000, abs=1)
    assert np.abs(copy[0, 4800:-4800]).max() == pytest.approx(0.5, abs=0.05)


def test_an_interval_of_a_playable_master_is_copied_alone(tmp_path: Path) -> None:
    """Who may hear one song of a side gets that song, never its neighbour."""
    neighbour, song = signals.sine(500, 2, db=-6), signals.sine(2000, 2, db=-6)
    path = signals.write(tmp_path / "side.wav", np.concatenate([neighbour, song], axis=1))
    found = (decoder(path, start=2, end=4) | listening_copy).run()["listening_copy"]
    copy = decoded(found)
    assert copy.shape[1] == pytest.approx(96_000, abs=48)
    spectrum = np.abs(np.fft.rfft(copy[0] * np.hanning(copy.shape[1])))
    hz = np.fft.rfftfreq(copy.shape[1], 1 / 48_000)
    assert loudest(copy) == pytest.approx(2000, abs=1)
    neighbour_db = 20 * np.log10(spectrum[np.abs(hz - 500) < 20].max() / spectrum.max())
    assert neighbour_db < -50


@pytest.mark.parametrize(("rate", "factor"), [(250_000, 6), (300_000, 7), (384_000, 8)])
def test_ultrasound_is_slowed_down_into_hearing(rate: int, factor: int) -> None:
    found = run(signals.sine(60_000, 1, rate=rate, db=-6), rate)
    copy = decoded(found)
    assert found["audio"].data["timeFactor"] == factor
    assert found["audio"].data["duration"] == pytest.approx(factor, abs=0.01)
    assert loudest(copy) == pytest.approx(60_000 / factor, abs=3)
    assert [output.name for output in found.outcome.outputs] == ["audio"]


def test_a_studio_recording_also_gets_a_copy_at_its_own_speed() -> None:
    found = run(signals.sine(1000, 1, rate=96_000, db=-6, channels=2), 96_000)
    assert found["audio"].data["timeFactor"] == 2
    assert found["audio_at_speed"].data["timeFactor"] == 1
    assert loudest(decoded(found)) == pytest.approx(500, abs=2)
    assert loudest(decoded(found, "audio_at_speed")) == pytest.approx(1000, abs=2)


def test_more_than_two_channels_become_one() -> None:
    signal = np.concatenate(
        [signals.sine(f, 1, rate=32_000, db=-6) for f in (500, 1000, 2000)], axis=0
    )
    found = run(signal, 32_000)
    copy = decoded(found)
    assert found["audio"].data["channels"] == 1
    spectrum = np.abs(np.fft.rfft(copy[0, :48_000] * np.hanning(48_000)))
    assert all(spectrum[f - 3 : f + 4].max() > spectrum.max() / 3 for f in (500, 1000, 2000))


def test_silent_stretches_stay_as_long_as_they_are() -> None:
    parts = [signals.sine(1000, 1, rate=44_100), signals.silence(3), signals.sine(1000, 1)]
    found = run(np.concatenate(parts, axis=1), 44_100)
    copy = decoded(found)
    assert copy.shape[1] == pytest.approx(5 * 48_000, abs=48)
    assert np.abs(copy[0, 60_000 : 48_000 * 4 - 12_000]).max() < 0.001
    assert np.abs(copy[0, 48_000 * 4 + 4800 :]).max() > 0.5


def test_nothing_of_the_masters_metadata_is_copied(tmp_path: Path) -> None:
    """An archivist's note in the file is not for the public."""
    path = signals.write(tmp_path / "x.wav", signals.noise(1, rate=96_000), rate=96_000)
    note = b"INFOICMT" + struct.pack("<I", 14) + b"SECRET-REMARK\x00"
    data = path.read_bytes() + b"LIST" + struct.pack("<I", len(note)) + note
    path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])
    assert b"SECRET" in path.read_bytes()
    found = (decoder(path) | listening_copy).run()["listening_copy"]
    for name in ("audio", "audio_at_speed"):
        (copy,) = found.files(name)
        assert b"SECRET" not in copy.read_bytes()
