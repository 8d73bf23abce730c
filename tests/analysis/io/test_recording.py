"""Sounds as they come from the field and from the mill (spec/audio.md section 5, X-17 to X-20)."""

import os
import struct
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from analysis.core.errors import SourceRejected
from analysis.core.job import Limits, SoundInfo
from analysis.io.recording import Recording
from tests import signals

DATA = Path(os.environ.get("SONOTHEQUE_DATA", Path(__file__).parents[4] / "shared" / "data"))


def read(
    path: Path, start: int = 0, end: int | None = None, block: int = 10_000
) -> tuple[signals.Signal, SoundInfo]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        recording = Recording(descriptor, Limits())
    finally:
        os.close(descriptor)
    try:
        blocks = list(recording.blocks(start, end, block))
        return np.concatenate(blocks, axis=1), recording.info()
    finally:
        recording.close()


SIGNAL = signals.noise(3, channels=2)


@pytest.mark.parametrize(
    "name", ["x.wav", "x.flac", "x.aiff", "x.caf", "x.w64", "x.au", "x.rf64", "x.ogg", "x.mp3"]
)
def test_whole_sounds_are_read_whole(tmp_path: Path, name: str) -> None:
    path = signals.write(tmp_path / name, SIGNAL)
    found, info = read(path)
    assert info.integrity == "ok"
    assert info.note == ""
    assert info.format == name.removeprefix("x.")
    assert (info.frames, info.channels) == (3 * 44_100, 2)
    assert found.shape == SIGNAL.shape
    if info.bit_depth:
        assert np.abs(found - SIGNAL).max() < 2**-15


@pytest.mark.parametrize(
    ("name", "encoder", "form", "codec"),
    [
        ("x.m4a", "aac", "mp4", "aac"),
        ("x.m4a", "alac", "mp4", "alac"),
        ("x.webm", "libopus", "webm", "opus"),
        ("x.mka", "libmp3lame", "matroska", "mp3"),
        ("x.aac", "aac", "adts", "aac"),
        ("x.wv", "wavpack", "wv", "wavpack"),
        ("x.tta", "tta", "tta", "tta"),
        ("x.mp3", "libmp3lame", "mp3", "mp3"),
        ("x.opus", "libopus", "ogg", "opus"),
        ("x.wma", "wmav2", "asf", "wmav2"),
    ],
)
def test_what_only_libav_reads_is_read(
    tmp_path: Path, name: str, encoder: str, form: str, codec: str
) -> None:
    """S-07: compressed formats as they come to an archive, by their own name or another."""
    rate, seconds = 48_000, 2
    signal = signals.sine(1000, seconds, rate=rate, db=-6, channels=2)
    path = tmp_path / f"{name}.wav"
    with av.open(str(path), "w", format=form) as container:
        stream = container.add_stream(encoder, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "stereo"
        stream.bit_rate = 128_000
        graph = av.AudioResampler(stream.format, "stereo", rate, stream.frame_size or 4096)
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(signal.T).reshape(1, -1), format="flt", layout="stereo"
        )
        frame.sample_rate = rate
        for part in [*graph.resample(frame), *graph.resample(None), None]:
            container.mux(stream.encode(part))
    found, info = read(path)
    assert info.codec == codec
    assert (info.sample_rate, info.channels, info.integrity) == (rate, 2, "ok"), info
    assert info.duration == pytest.approx(seconds, abs=0.1)
    assert np.abs(found[:, 4800 : rate - 4800]).max() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3"])
def test_an_interval_holds_the_same_samples_as_the_whole(tmp_path: Path, suffix: str) -> None:
    """S-08. Block sizes change nothing."""
    path = signals.write(tmp_path / f"x.{suffix}", SIGNAL)
    whole, _ = read(path)
    for start, end in [(0, 1), (12_345, 67_890), (99_999, None), (44_100, 10**9)]:
        for block in (997, 65_536):
            part, info = read(path, start, end, block)
            assert np.array_equal(part, whole[:, start:end])
            assert info.frames == 3 * 44_100


def test_an_interval_behind_the_end_is_refused(tmp_path: Path) -> None:
    path = signals.write(tmp_path / "x.wav", SIGNAL)
    for start in (3 * 44_100, 10**8):
        with pytest.raises(SourceRejected, match="begins after the end"):
            read(path, start)


def cut(data: bytes) -> bytes:
    return data[: len(data) * 6 // 10]


def spoil_the_middle(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + b"U" * 300 + data[middle + 300 :]


def no_length(data: bytes) -> bytes:
    """As a recorder leaves a WAV whose battery went."""
    at = data.index(b"data") + 4
    return data[:4] + bytes(4) + data[8:at] + bytes(4) + data[at + 4 :]


@pytest.mark.parametrize(
    ("name", "spoil", "seconds", "lost", "note"),
    [
        ("x.wav", cut, 1.8, 1.2, "it ends at 1.80 s, though it says that it lasts 3.00 s"),
        ("x.flac", cut, 1.8, 1.2, "though it says that it lasts 3.00 s"),
        ("x.mp3", cut, 1.8, 1.2, "though it says that it lasts 3.0"),
        ("x.flac", spoil_the_middle, 3.0, 0.1, "s is silent"),
    ],
    ids=["cut wav", "cut flac", "cut mp3", "spoilt flac"],
)
def test_damaged_sounds_are_kept_as_far_as_they_go(
    tmp_path: Path,
    name: str,
    spoil: Callable[[bytes], bytes],
    seconds: float,
    lost: float,
    note: str,
) -> None:
    path = signals.write(tmp_path / name, SIGNAL)
    whole, _ = read(path)
    path.write_bytes(spoil(path.read_bytes()))
    found, info = read(path)
    assert info.integrity == "partial"
    assert note in info.note
    assert info.duration == pytest.approx(seconds, abs=0.11)
    assert info.seconds_lost == pytest.approx(lost, abs=0.11)
    assert info.frames == found.shape[1]
    good = 44_100  # a second from the beginning is as it was
    assert np.array_equal(found[:, :good], whole[:, :good])
    if spoil is spoil_the_middle:
        assert np.array_equal(found[:, -good:], whole[:, -good:])


def test_a_wav_whose_recorder_crashed_is_recovered(tmp_path: Path) -> None:
    path = signals.write(tmp_path / "x.wav", SIGNAL)
    path.write_bytes(no_length(path.read_bytes()))
    found, info = read(path)
    assert found.shape == SIGNAL.shape
    assert info.integrity == "ok"
    assert np.abs(found - SIGNAL).max() < 2**-15


def test_a_sound_without_samples_is_refused(tmp_path: Path) -> None:
    for name in ("x.wav", "x.aiff", "x.caf", "x.w64"):
        soundfile.write(tmp_path / name, np.zeros((0, 2)), 44_100)
        with pytest.raises(SourceRejected, match="holds no samples at all"):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("rate", "channels", "reason"),
    [(1, 1, "rate is 1 Hz"), (999, 1, "999 Hz"), (48_000, 33, "33 channels")],
)
def test_what_is_out_of_bounds_is_refused_with_the_bound(
    tmp_path: Path, rate: int, channels: int, reason: str
) -> None:
    path = signals.write(tmp_path / "x.wav", np.zeros((channels, 100), np.float32), rate=rate)
    with pytest.raises(SourceRejected, match=reason):
        read(path)


@pytest.mark.parametrize("rate", [1_000, 10_000, 300_000, 768_000])
@pytest.mark.parametrize("channels", [1, 3, 32])
def test_what_is_within_bounds_is_read(tmp_path: Path, rate: int, channels: int) -> None:
    path = signals.write(
        tmp_path / "x.wav", signals.noise(0.1, rate=rate, channels=channels), rate=rate
    )
    found, info = read(path)
    assert (len(found), info.sample_rate) == (channels, rate)


def test_a_list_named_wav_opens_no_other_file(tmp_path: Path) -> None:
    """X-20: what libav itself would have followed."""
    tone = signals.write(tmp_path / "tone.wav", SIGNAL)
    path = tmp_path / "x.wav"
    path.write_text(f"ffconcat version 1.0\nfile {tone.name}\n")
    with pytest.raises(SourceRejected, match="a list that names other files"):
        read(path)


def test_a_header_that_lies_about_its_length_is_bounded(tmp_path: Path) -> None:
    path = signals.write(tmp_path / "x.w64", SIGNAL)
    data = bytearray(path.read_bytes())
    at = data.index(b"data\xf3\xac\xd3\x11") + 16
    data[at : at + 8] = struct.pack("<Q", 2**60)
    path.write_bytes(data)
    try:
        _, info = read(path)
    except SourceRejected:
        return
    assert info.frames == 3 * 44_100


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here")
def test_the_faulty_flacs_of_the_ietf_are_all_classified() -> None:
    """Read, partial or refused: never a crash, and never silence without a word."""
    expected = {
        "01": "partial", "02": "ok", "03": "ok", "04": "ok", "05": "ok",
        "06": "refused", "07": "ok", "08": "refused", "10": "ok", "11": "refused",
    }  # fmt: skip
    found: dict[str, str] = {}
    reasons = []
    for path in sorted((DATA / "audio" / "faulty-flac").glob("*.flac")):
        try:
            _, info = read(path)
            found[path.name[:2]] = info.integrity
        except SourceRejected as refused:
            reasons.append(refused.reason)
            found[path.name[:2]] = "refused"
    assert found == expected
    assert all(reason.endswith(".") for reason in reasons)
