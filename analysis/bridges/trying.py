"""`python -m analysis.bridges.trying NAME FED`: does an algorithm of Essentia do its work on
sounds of two sorts, with outputs of one size? Exit 0 if so.
"""

import sys
from typing import Any

import numpy as np

from analysis.bridges.essentia_signatures import FRAME, HOP, RATE, _of
from analysis.bridges.feeding import frames_of, peaks_of, spectra_of

MOST = 8192


def main(name: str, fed: str) -> int:
    import essentia.standard as es

    listed = _of(name, getattr(es, name).__struct__)
    assert listed is not None  # noqa: S101 - the parent listed it
    sizes = set()
    rng = np.random.default_rng(1)
    t = np.arange(3 * RATE) / RATE
    tone = 0.3 * np.sin(2 * np.pi * 330 * t) + 0.1 * np.sin(2 * np.pi * 660 * t)
    for signal in (0.1 * rng.standard_normal(len(t)), tone + 0.001 * rng.standard_normal(len(t))):
        samples = signal.astype(np.float32)
        compute = getattr(es, name)(**listed.set_here)
        for given in _given(fed, samples):
            found = compute(*given)
            outputs = found if isinstance(found, tuple) else (found,)
            sizes.add(tuple(_size(each) for each in outputs) if fed != "whole" else len(outputs))
            if any(_size(each) > MOST for each in outputs):
                return 2
    return 0 if len(sizes) == 1 else 1


def _given(fed: str, samples: Any) -> list[tuple[Any, ...]]:
    if fed == "whole":
        return [(samples,)]
    frames = frames_of(samples, FRAME, HOP)
    if fed == "frame":
        return [(frame,) for frame in frames]
    spectra = spectra_of(frames)
    if fed == "spectrum":
        return [(spectrum,) for spectrum in spectra]
    return [pair for pair in map(peaks_of(FRAME), spectra) if len(pair[0])]


def _size(output: Any) -> int:
    return len(output) if hasattr(output, "__len__") and not isinstance(output, str) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
