"""Functions of librosa by name."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

import numpy as np
from numpy.typing import NDArray

from analysis.bridges.listed import listing
from analysis.bridges.outputs import give, places, promised
from analysis.bridges.params import BridgeParams
from analysis.core.errors import SignalTooShort
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params
from analysis.core.processor import Kind, Outputs, Processor, Provides
from analysis.core.signal import Sound
from analysis.core.wire import JSON

RATE, HOP = 22_050, 512
LONGEST_S = 300.0
SHORTEST_S = 1.0
_MONO = Samples(mono=True, rate=RATE)


@dataclass(frozen=True)
class LibrosaParams(BridgeParams):
    library: ClassVar[str] = "librosa"
    default: ClassVar[str] = "feature.spectral_centroid"

    algorithm: str = "feature.spectral_centroid"
    parameters: dict[str, JSON] = field(default_factory=dict)


class LibrosaBridge(Processor[LibrosaParams]):
    """One of the functions in docs/bridges.md, on the mono mix at 22,050 Hz, librosa's own rate.

    They take the sound at once: at most five minutes, longer ones are refused. Frame k is centred
    on sample k * hop_length. Numbers are the library's own, in its units. librosa is loaded in the
    child that runs this, and nowhere else.
    """

    Params: ClassVar[type[Params]] = LibrosaParams
    id = "librosa_bridge"
    version = "1.0.0"
    kind: ClassVar[Kind] = "analyzer"
    label = "librosa, by name"
    description = "A function of librosa by its name, with the parameters that it declares."
    reference = "McFee et al., librosa: audio and music signal analysis in Python, SciPy 2015"
    needs: ClassVar[tuple[Need[Any], ...]] = (_MONO,)
    provides: ClassVar[tuple[Provides, ...]] = ()
    determinism = "none"
    libraries: ClassVar[tuple[str, ...]] = ("librosa", "numba")
    cost = 50.0
    experimental = True

    def __init__(self, params: LibrosaParams) -> None:
        super().__init__(params)
        self._listed = params.listed
        self.provides = self._listed.provides()  # type: ignore[misc]  # of this function

    @classmethod
    def preload(cls) -> None:
        """Load librosa whole: it loads its parts on first use, and behind the wall there is none.

        A short sound goes through every function of the list, so that what numba compiles is
        compiled.
        """
        import librosa
        import soxr  # noqa: F401 - the resampler's, while files can still be opened

        for module in pkgutil.iter_modules(librosa.__path__):
            if module.name != "display":  # it draws, with a library that is not here
                importlib.import_module(f"librosa.{module.name}")
        sound = np.random.default_rng(1).standard_normal(RATE * 3).astype(np.float32)
        for each in listing("librosa").algorithms:
            _function(each.name)(y=sound, sr=RATE)

    def wants(self, sound: Sound) -> Sequence[Need[Any]]:
        promised(self._listed.name, sound.duration_s, LONGEST_S)
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out, self._sound = out, sound
        self._kept: list[NDArray[np.float32]] = []
        self._held = 0

    def block(self, view: View) -> None:
        samples = view[_MONO][0]
        self._kept.append(samples.copy())
        self._held += len(samples)
        promised(self._listed.name, self._held / RATE, LONGEST_S)

    def close(self, frames: int) -> None:
        whole = np.concatenate([*self._kept, np.zeros(0, np.float32)])
        if len(whole) < SHORTEST_S * RATE:
            raise SignalTooShort(f"{self._listed.name} needs a second of sound at least.")
        found = _function(self._listed.name)(y=whole, sr=RATE, **self.params.parameters)
        outputs = found if isinstance(found, tuple) else (found,)
        framewise = {told.name for told in self._listed.outputs if told.kind == "frames"}
        if not framewise:
            give(self._out, self._listed, outputs)
            return
        for name, values in zip(self._listed.positions, outputs, strict=True):
            self._give_frames(name, np.asarray(values, np.float32))

    def _give_frames(self, name: str, values: NDArray[np.float32]) -> None:
        step = self.params.parameters.get("hop_length", HOP)
        hop = (step if isinstance(step, int) else HOP) * self._sound.sample_rate / RATE
        rows = np.ascontiguousarray(values.T)
        length = round(self._held / RATE * self._sound.sample_rate)
        rows = rows[: 1 + int(length // hop)]
        if rows.ndim == 2 and rows.shape[1] == 1:
            rows = rows[:, 0]
        axis = places(rows.shape[1]) if rows.ndim == 2 else None
        self._out.curve(name, hop=hop, axis=axis).append(rows)


def _function(name: str) -> Callable[..., Any]:
    """Return a function of the list; the list is what keeps all others out."""
    import librosa

    found: Any = librosa
    for part in name.split("."):
        found = getattr(found, part)
    return cast(Callable[..., Any], found)
