"""Basic Pitch's own code out of its wheel, without TensorFlow: what our port is held against.

The wheel is installed for its model. Its note creation is read from it; the packages that it would
import and that these functions do not use are stood in for by empty modules.
"""

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

Notes = list[tuple[int, int, int, float]]


class Reference(Protocol):
    def output_to_notes_polyphonic(
        self, frames: NDArray[np.float32], onsets: NDArray[np.float32], **options: Any
    ) -> Notes: ...

    def model_frames_to_time(self, n_frames: int) -> NDArray[np.float64]: ...


@contextmanager
def standing_in(modules: dict[str, ModuleType]) -> Iterator[None]:
    kept = {name: sys.modules[name] for name in modules if name in sys.modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]
        sys.modules.update(kept)


@cache
def reference() -> Reference:
    """Return the module `basic_pitch.note_creation` as it is published."""
    spec = importlib.util.find_spec("basic_pitch")
    assert spec is not None
    assert spec.submodule_search_locations
    path = Path(next(iter(spec.submodule_search_locations))) / "note_creation.py"
    package = ModuleType("basic_pitch")
    package.__path__ = [str(path.parent)]
    stand_ins = {name: ModuleType(name) for name in ("mir_eval", "resampy", "pretty_midi")}
    for name in ("PrettyMIDI", "Instrument", "Note", "PitchBend"):
        setattr(stand_ins["pretty_midi"], name, SimpleNamespace)
    import librosa  # noqa: F401 - it and what it loads stay, what stands in goes
    import scipy.io.wavfile
    import scipy.signal  # noqa: F401 - as librosa

    with standing_in(stand_ins | {"basic_pitch": package}):
        found = importlib.util.spec_from_file_location("basic_pitch.note_creation", path)
        assert isinstance(found, ModuleSpec)
        assert found.loader is not None
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
    return cast(Reference, module)
