"""Control of the lists of bridged algorithms: the libraries themselves would open files."""

from pathlib import Path

import essentia.standard as es
import pytest

from analysis.bridges.listed import listing
from analysis.core.errors import InvalidParameters
from analysis.core.registry import discover
from tests import signals

OPENING = ["MonoLoader", "AudioLoader", "YamlInput", "MetadataReader", "MusicExtractor"]
OPENING += ["FreesoundExtractor", "MonoWriter", "AudioWriter", "YamlOutput", "EasyLoader"]


def test_without_the_list_an_algorithm_by_name_reads_a_file(tmp_path: Path) -> None:
    path = signals.write(tmp_path / "x.wav", signals.sine(440, 1))
    samples = getattr(es, "MonoLoader")(filename=str(path))()  # noqa: B009 - as a bridge would
    assert len(samples) == 44_100
    told = discover().get("essentia_bridge").Params
    listed = {each.name for each in listing("essentia").algorithms}
    refused = 0
    for name in OPENING:
        assert hasattr(es, name)
        assert name not in listed
        with pytest.raises(InvalidParameters):
            told.read({"algorithm": name})
        refused += 1
    print(f"{len(OPENING)} algorithms that open files examined, {refused} refused")
    assert refused == 10
