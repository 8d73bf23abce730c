"""Sounds broken on purpose: the small form of F-11 (`make faults ONLY=F-11` does the whole)."""

import os
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from analysis.core import sandbox
from analysis.core.errors import SourceRejected
from analysis.core.job import Limits
from analysis.core.pipe import array_decoder, pitch
from analysis.io.recording import Recording
from analysis.io.riff import wav_promise
from tests import signals
from tests.analysis.fuzzed import FAULTS, INJURIES, Broken, examine, fuzzed_sounds, whole_sounds

COUNT = 45


def test_the_same_seed_gives_the_same_files() -> None:
    first, again = list(fuzzed_sounds(80)), list(fuzzed_sounds(80))
    assert first == again
    assert first != list(fuzzed_sounds(80, seed=1))
    assert {each.injury for each in first} == set(INJURIES)
    whole = whole_sounds()
    changed = sum(each.data != whole[each.made_from] for each in first)
    print(f"{changed} of {len(first)} are other bytes than what they were made from")
    assert changed > 60


@pytest.mark.slow
def test_each_fuzzed_sound_is_ok_partial_or_rejected(tmp_path: Path) -> None:
    """R-21: no crash, no hang, each with its sentence."""
    tmp_path.chmod(0o711)
    examined = examine(fuzzed_sounds(COUNT, seed=7), tmp_path)
    found = Counter(each.verdict for each in examined)
    print(f"{len(examined)} files: {dict(found)}")
    assert [each for each in examined if each.verdict in FAULTS] == []
    assert min(found[each] for each in ("ok", "partial", "rejected")) > 0


@pytest.mark.parametrize("suffix", sorted(whole_sounds()))
def test_what_is_broken_was_whole(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(whole_sounds()[suffix])
    told = sandbox.probe(path)
    assert told.integrity == "ok"
    assert told.channels == 2
    assert told.duration == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize("kept", [20, 25, 34], ids=["no chunk", "half a format", "no align"])
def test_a_wav_that_ends_in_its_header_promises_nothing(tmp_path: Path, kept: int) -> None:
    """Found by F-11."""
    path = tmp_path / "x.wav"
    path.write_bytes(whole_sounds()["wav"][:kept])
    descriptor = os.open(path, os.O_RDONLY)
    try:
        assert wav_promise(descriptor) is None
    finally:
        os.close(descriptor)
    with pytest.raises(SourceRejected):
        sandbox.probe(path)


def test_pitch_comes_back_from_a_sound_far_beyond_full_scale(tmp_path: Path) -> None:
    """Found by F-11: Essentia's PitchYinFFT never returned from bytes read as huge floats."""
    bits = np.random.default_rng(3).integers(0, 2**32, 60_000, np.uint32)
    path = signals.write(tmp_path / "x.wav", bits.view(np.float32)[np.newaxis], subtype="FLOAT")
    descriptor = os.open(path, os.O_RDONLY)
    recording = Recording(descriptor, Limits())
    loudest = max(float(np.abs(block).max()) for block in recording.blocks(0, None, 1 << 16))
    recording.close()
    os.close(descriptor)
    assert loudest > 1e8
    examined = examine(
        [Broken("loud.wav", "f32.wav", "noise", path.read_bytes())],
        tmp_path,
        processors=("pitch",),
        limits=Limits(base_s=5.0),
    )
    assert [each.verdict for each in examined] == ["partial"]


def test_pitch_is_the_same_however_loud() -> None:
    """A power of two changes no bit of the answer."""
    tone = signals.harmonic(330, 1)
    ours, loud = (
        (array_decoder(signal, signals.RATE) | pitch).run()["pitch"].frames("f0").values
        for signal in (tone, tone * np.float32(2**24))
    )
    assert np.nanmedian(ours) == pytest.approx(330, rel=0.005)
    np.testing.assert_array_equal(ours, loud)


def test_the_header_of_a_long_wav_may_be_cut(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(b"RF64\xff\xff\xff\xffWAVEds64" + struct.pack("<I", 28) + bytes(10))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        assert wav_promise(descriptor) is None
    finally:
        os.close(descriptor)
