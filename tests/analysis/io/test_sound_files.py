"""Sound files that people take away: as long as what went in, with its words (S-12, T-27, T-28)."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.io.sound_files import KINDS, SoundKind, writer

TAGS = {
    "title": "Chant d'été",
    "artist": "Mme Ñ.",
    "album": "Enquête 1953",
    "copyright": "CC-BY-4.0",
    "comment": "CNRS_I_1 http://here/items/CNRS_I_1",
}
ALL = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
LOSSLESS = [kind for kind in KINDS.values() if kind.is_lossless]


def tone(frames: int, rate: int, channels: int = 2) -> NDArray[np.float32]:
    times = np.arange(frames) / rate
    pitches = 300.0 + 100 * np.arange(channels)
    return (0.4 * np.sin(2 * np.pi * pitches[:, None] * times)).astype(np.float32)


def write(path: Path, kind: SoundKind, signal: NDArray[np.float32], rate: int, **more: Any) -> None:
    said: dict[str, Any] = {"bits": 16, "tags": {}} | more
    made = writer(path, kind, rate=rate, channels=len(signal), **said)
    for at in range(0, signal.shape[1], 10_007):
        made.append(signal[:, at : at + 10_007])
    made.close()


def decoded(path: Path) -> tuple[NDArray[np.float32], int, dict[str, str]]:
    """Return (channels, frames), rate and tags, by libav."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        tags = {**container.metadata, **stream.metadata}
        resampler = av.AudioResampler(format="fltp")
        frames = [r for f in container.decode(stream) for r in resampler.resample(f)]
        signal = np.concatenate([frame.to_ndarray() for frame in frames], axis=1)
        return signal, stream.rate, {name.lower(): text for name, text in tags.items()}


@ALL
@pytest.mark.parametrize("seconds", [0.01, 1.37])
def test_what_is_decoded_is_as_long_and_the_same(
    kind: SoundKind, seconds: float, tmp_path: Path
) -> None:
    rate = kind.rate_for(44_100)
    signal = tone(round(seconds * rate) + 7, rate)
    path = tmp_path / f"x.{kind.extension}"
    write(path, kind, signal, rate)
    found, found_rate, _ = decoded(path)
    assert found_rate == rate
    assert len(found) == 2
    if kind.extension == "ogg":  # libav cuts short Vorbis wrongly; libsndfile reads it by its rules
        found = soundfile.read(path, dtype="float32", always_2d=True)[0].T
    if kind.extension == "m4a":  # padded to whole frames; the file itself says where it ends
        with av.open(str(path)) as container:
            told = container.streams.audio[0]
            assert told.duration is not None
            assert told.time_base is not None
            assert round(told.duration * told.time_base * rate) == signal.shape[1]
        found = found[:, : signal.shape[1]]
    assert found.shape == signal.shape
    if seconds > 1:
        middle = slice(4000, -4000)
        error = found[:, middle] - signal[:, middle]
        tolerance = 1 / (1 << 15) if kind.is_lossless else 0.03
        assert np.sqrt((error * error).mean()) < tolerance, "in its place, to the sample"


@ALL
def test_the_words_are_in_the_file(kind: SoundKind, tmp_path: Path) -> None:
    path = tmp_path / f"x.{kind.extension}"
    write(path, kind, tone(48_000, 48_000), kind.rate_for(48_000), tags=TAGS)
    _, _, tags = decoded(path)
    for name, text in TAGS.items():
        assert tags[name] == text, (name, tags)


@pytest.mark.parametrize("kind", LOSSLESS, ids=lambda each: each.name)
@pytest.mark.parametrize("bits", [16, 24])
@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), channels=st.integers(1, 6), frames=st.integers(1, 40_000))
def test_lossless_is_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory,
    kind: SoundKind,
    bits: int,
    seed: int,
    channels: int,
    frames: int,
) -> None:
    """Every integer of its depth comes back, the least and the greatest too."""
    top = 1 << (bits - 1)
    whole = np.random.default_rng(seed).integers(-top, top, (channels, frames))
    whole[:, 0] = -top
    whole[:, -1] = top - 1
    signal = (whole / np.float64(top)).astype(np.float32)
    path = tmp_path_factory.mktemp("bits") / f"x.{kind.extension}"
    write(path, kind, signal, 44_100, bits=bits)
    read, _ = soundfile.read(path, dtype="int32", always_2d=True)
    np.testing.assert_array_equal(read.T >> (32 - bits), whole)
    assert soundfile.info(path).subtype == f"PCM_{bits}"


def test_float_stays_float_in_wav(tmp_path: Path) -> None:
    signal = (tone(1000, 44_100) * 3).astype(np.float32)
    write(tmp_path / "x.wav", KINDS["wav"], signal, 44_100, bits=None)
    np.testing.assert_array_equal(soundfile.read(tmp_path / "x.wav", dtype="float32")[0].T, signal)


def test_rates_that_a_codec_lacks_become_the_next(tmp_path: Path) -> None:
    assert KINDS["mp3"].rate_for(96_000) == 48_000
    assert KINDS["mp3"].rate_for(10_000) == 11_025
    assert KINDS["m4a"].rate_for(96_000) == 96_000
    assert KINDS["flac"].rate_for(250_000) == 250_000
    assert KINDS["opus"].rate_for(8_000) == 48_000
    assert (KINDS["mp3"].channels_for(5), KINDS["flac"].channels_for(5)) == (1, 5)
