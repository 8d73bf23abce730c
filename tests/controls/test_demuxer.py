"""Control of tests/analysis/io/test_recording.py: libav left to itself opens other files (X-20)."""

import os
from pathlib import Path

import av
import pytest

from analysis.core.errors import SourceRejected
from analysis.io import formats
from analysis.io.libav import LibavReader
from tests import signals

LISTS = ["ffconcat version 1.0\nfile {}\n", "ffconcat version 1.0\n# a\nfile '{}'\n"]


def test_without_a_forced_demuxer_a_list_named_wav_plays_another_file(tmp_path: Path) -> None:
    other = signals.write(tmp_path / "other.wav", signals.noise(1))
    kinds = [formats.WAV, formats.MP3, formats.OGG, formats.FLAC, formats.MP4]
    opened = refused = 0
    for text in LISTS:
        path = tmp_path / "x.wav"
        path.write_text(text.format(other.name))
        with av.open(str(path), "r") as container:
            opened += sum(frame.samples for frame in container.decode(audio=0)) == 44_100
        for kind in kinds:
            descriptor = os.open(path, os.O_RDONLY)
            try:
                reader = LibavReader(descriptor, kind)
            except SourceRejected:
                refused += 1
            else:
                refused += not list(reader.blocks(0, 1000))
                reader.close()
            finally:
                os.close(descriptor)
    print(f"{opened} of {len(LISTS)} lists opened the other file; forced, {refused} did not")
    assert opened == len(LISTS) >= 2
    assert refused == len(LISTS) * len(kinds)
    with pytest.raises(SourceRejected):
        formats.sniff(LISTS[0].encode())
