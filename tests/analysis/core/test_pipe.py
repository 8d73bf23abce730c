"""The notebook's face: chained with `|`, without Django (S-01, S-03, S-09, S-57, S-59)."""

import gc
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from analysis.core import pipe
from analysis.core.errors import InvalidParameters, SourceRejected
from analysis.core.pipe import array_decoder, decoder, level, pitch, waveform
from tests import signals

ROOT = Path(__file__).parents[3]

WITHOUT_DJANGO = """
import sys
BLOCKED = {'django', 'celery', 'archive', 'config', 'psycopg', 'librosa', 'numba'}
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in BLOCKED:
            raise ImportError(f'{name} is blocked')
sys.meta_path.insert(0, Blocked())
from analysis.core.pipe import decoder, level, loudness, waveform, spectrogram, onset, pitch
from analysis.core.pipe import listening_copy, technical
results = (decoder(sys.argv[1]) | technical | level() | loudness | waveform() | spectrogram
           | onset | pitch(f_min=100) | listening_copy).run()
print({name: results[name].outcome.status for name in results})
print(round(results['level'].value('peak'), 2))
print(sorted({n.split('.')[0] for n in sys.modules} & BLOCKED))
"""


def test_it_runs_where_django_cannot_be_imported(tmp_path: Path) -> None:
    path = signals.write(tmp_path / "x.wav", signals.sine(440, 2, db=-6))
    found = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, str(path)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    statuses, peak, loaded = found.stdout.splitlines()
    assert statuses.count("'done'") == 7
    assert "'listening_copy': 'skipped'" in statuses
    assert float(peak) == pytest.approx(-6, abs=0.01)
    assert loaded == "[]"


def test_results_are_read_by_name() -> None:
    results = (array_decoder(signals.harmonic(220, 1), 44_100) | level | pitch).run()
    assert list(results) == ["level", "pitch"]
    f0 = results["pitch"].frames("f0")
    assert f0.values.shape == f0.times.shape == results["pitch"]["f0"].shape
    assert np.nanmedian(f0.values) == pytest.approx(220, rel=0.01)
    assert "peak=" in repr(results["level"])


def test_equal_steps_are_computed_once_and_others_side_by_side() -> None:
    source = array_decoder(signals.harmonic(220, 1), 44_100)
    results = (source | pitch | pitch() | pitch(f_min=100.0) | level).run()
    assert list(results) == ["pitch", "pitch-2", "level"]
    assert results["pitch-2"].outcome.params["f_min"] == 100.0


def test_an_interval_is_given_in_seconds(tmp_path: Path) -> None:
    signal = np.concatenate([signals.silence(1), signals.sine(440, 1)], axis=1)
    path = signals.write(tmp_path / "x.flac", signal)
    silent = (decoder(path, end=1) | level).run()["level"]
    loud = (decoder(path, start=1) | level).run()["level"]
    assert silent.value("peak") is None
    assert loud.value("rms") == pytest.approx(-3.01, abs=0.01)


def test_files_go_when_nobody_holds_them() -> None:
    found = (array_decoder(signals.noise(1), 44_100) | waveform).run()["waveform"]
    (path,) = found.files("tiles")
    gc.collect()
    assert path.exists()
    del found
    gc.collect()
    assert not path.exists()


def test_mistakes_are_told_at_once() -> None:
    with pytest.raises(InvalidParameters, match="'hopp' is not known here"):
        pitch(hopp=3)
    with pytest.raises(InvalidParameters, match="is no processor"):
        array_decoder([0.0], 1000) | "level"  # type: ignore[operator]
    with pytest.raises(AttributeError, match="no processor and no effect is called 'levle'"):
        pipe.levle  # noqa: B018
    with pytest.raises(SourceRejected, match="no samples"):
        (array_decoder([], 1000) | level).run()
    with pytest.raises(SourceRejected, match="not numbers"):
        (array_decoder([np.nan], 1000) | level).run()
