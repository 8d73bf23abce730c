"""Any Vamp plug-in of this machine, where the host is installed (extra `vamp`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.bridges.outputs import promised
from analysis.core.errors import InvalidParameters, LibraryMissing
from analysis.core.needs import Need, Samples, View
from analysis.core.params import Params, param
from analysis.core.processor import Kind, Outputs, Processor, Provides
from analysis.core.signal import Sound

if find_spec("vamp") is None:
    raise LibraryMissing("the Vamp host", "vamp")

_MONO = Samples(mono=True)
LONGEST_S = 600.0


@dataclass(frozen=True)
class VampParams(Params):
    plugin: str = param("vamp-example-plugins:amplitudefollower", "Library and plug-in.")
    output: str = param("", "One of its outputs; none: the first.")


class VampHost(Processor[VampParams]):
    """One output of a plug-in that the operator installed (VAMP_PATH); its own numbers and units.

    The plug-in is named, never given: nothing is loaded from where a user says. It hears the mono
    mix, ten minutes at most. What it finds stands in `found` at the times that it gives.
    """

    Params: ClassVar[type[Params]] = VampParams
    id = "vamp_host"
    version = "1.0.0"
    kind: ClassVar[Kind] = "analyzer"
    label = "Vamp plug-in"
    description = "One output of a Vamp plug-in that is installed on this machine."
    reference = "Cannam et al., The Vamp Audio Analysis Plugin API, vamp-plugins.org"
    needs: ClassVar[tuple[Need[Any], ...]] = (_MONO,)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("found", "events", "What it found", "1", "The first value of each feature."),
    )
    determinism = "none"
    libraries: ClassVar[tuple[str, ...]] = ("vamphost",)
    licence = "GPL-2.0-or-later"
    cost = 50.0
    experimental = True

    @classmethod
    def preload(cls) -> None:
        import vamp

        for name in vamp.list_plugins():  # each loads its library, which cannot be done later
            vamp.get_outputs_of(name)

    def wants(self, sound: Sound) -> Sequence[Need[Any]]:
        promised(self.params.plugin, sound.duration_s, LONGEST_S)
        return self.needs

    def open(self, sound: Sound, out: Outputs) -> None:
        import vamp

        if self.params.plugin not in vamp.list_plugins():
            raise InvalidParameters(f"No Vamp plug-in {self.params.plugin!r} is installed here.")
        self._rate, self._out = sound.sample_rate, out
        self._kept: list[NDArray[np.float32]] = []
        self._held = 0

    def block(self, view: View) -> None:
        samples = view[_MONO][0]
        self._kept.append(samples.copy())
        self._held += len(samples)
        promised(self.params.plugin, self._held / self._rate, LONGEST_S)

    def close(self, frames: int) -> None:
        import vamp

        whole = np.concatenate([*self._kept, np.zeros(0, np.float32)])
        sink = self._out.events("found")
        for each in vamp.process_audio(whole, self._rate, self.params.plugin, self.params.output):
            at = float(each["timestamp"])
            values = each.get("values")
            first = float(values[0]) if values is not None and len(values) else None
            if 0 <= at <= frames / self._rate:
                sink.add(at, label=str(each.get("label", ""))[:200], value=first)
