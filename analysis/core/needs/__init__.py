"""What processors may ask for instead of the file, each computed once for all who ask.

A need is a frozen dataclass: equal needs are one computation. `requires` names the needs it is
made from; `start` gives its running state, fed once per block and once more at the end.

    Samples ─┬─ Samples(mono, rate) ─┬─ Stft ─┬─ Mel ─┬─ LogMel ── Mfcc
             └─ Buckets              │        │       └─ OnsetStrength
                                     │        ├─ Chroma
                                     │        ├─ F0
                                     │        └─ SpectralPeaks ── Hpcp
                                     ├─ Chunks
                                     └─ NoteActivations ── Notes
"""

from analysis.core.needs.base import Need, Running, View
from analysis.core.needs.buckets import Buckets, BucketStats
from analysis.core.needs.cepstra import LogMel, Mfcc
from analysis.core.needs.chroma import Chroma
from analysis.core.needs.chunks import Chunk, Chunks
from analysis.core.needs.f0 import F0, Pitches
from analysis.core.needs.notes import Note, NoteActivations, NoteBatch, Notes
from analysis.core.needs.onsets import OnsetStrength
from analysis.core.needs.peaks import Hpcp, PeakRows, SpectralPeaks
from analysis.core.needs.samples import Samples
from analysis.core.needs.spectra import Mel, Stft, hann, mel_filters

__all__ = [
    "F0",
    "BucketStats",
    "Buckets",
    "Chroma",
    "Chunk",
    "Chunks",
    "Hpcp",
    "LogMel",
    "Mel",
    "Mfcc",
    "Need",
    "Note",
    "NoteActivations",
    "NoteBatch",
    "Notes",
    "OnsetStrength",
    "PeakRows",
    "Pitches",
    "Running",
    "Samples",
    "SpectralPeaks",
    "Stft",
    "View",
    "hann",
    "mel_filters",
]
