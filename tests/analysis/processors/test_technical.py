"""Technical properties are those of the samples (S-63)."""

from pathlib import Path

import pytest

from analysis.core.pipe import decoder, technical
from tests import signals


@pytest.mark.parametrize(
    ("name", "subtype", "codec", "bits"),
    [
        ("x.wav", "PCM_16", "pcm_s16", 16),
        ("x.wav", "PCM_24", "pcm_s24", 24),
        ("x.wav", "FLOAT", "pcm_f32", 32),
        ("x.flac", "PCM_24", "flac", 24),
        ("x.aiff", "PCM_16", "pcm_s16", 16),
        ("x.ogg", "VORBIS", "vorbis", None),
        ("x.mp3", "MPEG_LAYER_III", "mp3", None),
    ],
)
def test_it_tells_what_was_written(
    tmp_path: Path, name: str, subtype: str, codec: str, bits: int | None
) -> None:
    signal = signals.noise(1.5, rate=48_000, channels=2)
    path = signals.write(tmp_path / name, signal, rate=48_000, subtype=subtype)
    found = (decoder(path) | technical).run()["technical"]
    assert found["format"].label == name.removeprefix("x.")
    assert found["codec"].label == codec
    assert found.value("bit_depth") == bits
    assert found.value("sample_rate") == 48_000
    assert found.value("channels") == 2
    assert found.value("frames") == 72_000
    assert found.value("duration") == pytest.approx(1.5)
