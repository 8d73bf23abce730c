"""The archive asks, the walled child answers (D-06)."""

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from analysis.core import sandbox
from analysis.core.errors import SourceRejected
from archive.errors import NotSound
from archive.sniffing import probe


def test_the_registered_probe_answers_and_agrees_with_libsndfile(tmp_path: Path) -> None:
    y = 0.3 * np.sin(2 * np.pi * 440 * np.arange(24_000) / 48_000)
    for name in ("a.wav", "a.flac", "a.aiff"):
        soundfile.write(tmp_path / name, np.stack([y, y], axis=1), 48_000, subtype="PCM_16")
        said, found = soundfile.info(tmp_path / name), probe(tmp_path / name)
        assert (found.sample_rate, found.channels, found.frame_count, found.duration_s) == (
            said.samplerate,
            said.channels,
            said.frames,
            said.duration,
        )
        assert (found.format, found.bit_depth, found.is_whole) == (said.format.lower(), 16, True)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"Dear archive,\n", "text"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "list that names other files"),
        (bytes(8192), "zeros only"),
        (b"fLaC" + bytes(4096), "no sound can be read"),
    ],
    ids=["empty", "text", "ffconcat", "zeros", "broken flac"],
)
def test_what_is_no_sound_is_called_what_it_is(tmp_path: Path, data: bytes, sentence: str) -> None:
    """R-22: an ffconcat list opens no other file."""
    (tmp_path / "x.wav").write_bytes(data)
    with pytest.raises(NotSound, match=sentence) as caught:
        probe(tmp_path / "x.wav")
    assert str(tmp_path) not in str(caught.value)


def test_the_child_says_what_a_file_is(tone: Path) -> None:
    found = sandbox.probe(tone)
    assert (found.format, found.codec, found.sample_rate) == ("wav", "pcm_s16", 44_100)
    assert (found.frames, found.integrity) == (3 * 44_100, "ok")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty (0 bytes)."),
        (b"Dear diary, " * 500, "The file is text, not a sound, whatever its name says."),
        (b"ffconcat version 1.0\nfile tone.wav\n", "a list that names other files"),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n", "a list that names other files"),
        (bytes(range(256)) * 8, "in no sound format that is read here"),
    ],
    ids=["empty", "text", "ffconcat", "hls", "binary"],
)
def test_what_is_no_sound_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(content)
    with pytest.raises(SourceRejected) as refused:
        sandbox.probe(path)
    assert reason in refused.value.reason
    assert refused.value.reason.endswith(".")


def test_a_folder_a_missing_file_and_a_fifo_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path, tmp_path / "missing.wav", tmp_path / "fifo"):
        with pytest.raises(SourceRejected):
            sandbox.probe(path)
