"""Which processors there are: the built-in list beside the entry points of other packages.

A processor that cannot be imported does not disturb the others: it is listed with its reason.
"""

import importlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from typing import Any, cast

from analysis.core.errors import LibraryMissing, ModelMissing, UnknownProcessor
from analysis.core.processor import Processor

ENTRY_POINT_GROUP = "sonotheque.processors"
BUILT_IN = {
    "technical": "analysis.processors.technical:Technical",
    "level": "analysis.processors.level:Level",
    "loudness": "analysis.processors.loudness:Loudness",
    "waveform": "analysis.processors.waveform:Waveform",
    "spectrogram": "analysis.processors.spectrogram:Spectrogram",
    "onset": "analysis.processors.onset:Onset",
    "pitch": "analysis.processors.pitch:Pitch",
    "mel": "analysis.processors.mel:MelBands",
    "mfcc": "analysis.processors.mfcc:MelCepstrum",
    "chroma": "analysis.processors.chroma:PitchClasses",
    "spectral": "analysis.processors.spectral:SpectralShape",
    "silence": "analysis.processors.silence:Silence",
    "tempo": "analysis.processors.tempo:Tempo",
    "dissonance": "analysis.processors.dissonance:Dissonance",
    "tuning": "analysis.processors.tuning:Tuning",
    "key": "analysis.processors.key:Key",
    "chords": "analysis.processors.chords:Chords",
    "pitch_histogram": "analysis.processors.pitch_histogram:PitchHistogram",
    "saturation": "analysis.processors.saturation:Saturation",
    "clicks": "analysis.processors.clicks:Clicks",
    "gaps": "analysis.processors.gaps:Gaps",
    "noise_bursts": "analysis.processors.noise_bursts:NoiseBursts",
    "hum": "analysis.processors.hum:Hum",
    "cuts": "analysis.processors.cuts:Cuts",
    "false_stereo": "analysis.processors.false_stereo:FalseStereo",
    "noise_level": "analysis.processors.noise_level:NoiseLevel",
    "segmentation": "analysis.processors.segmentation:Segmentation",
    "harmonic_percussive": "analysis.processors.harmonic_percussive:HarmonicPercussive",
    "constant_q": "analysis.processors.constant_q:ConstantQ",
    "harmonics": "analysis.processors.harmonics:Harmonics",
    "attack": "analysis.processors.attack:Attack",
    "speech_music": "analysis.processors.speech_music:SpeechMusic",
    "speech_silero": "analysis.processors.speech_silero:SpeechSilero",
    "pitch_swift": "analysis.processors.pitch_swift:PitchSwift",
    "notes": "analysis.processors.notes:NoteTranscription",
    "polyphony": "analysis.processors.polyphony:Polyphony",
    "melody": "analysis.processors.melody:Melody",
    "fingerprint": "analysis.processors.fingerprint:Fingerprint",
    "embedding": "analysis.processors.embedding:Embedding",
    "listening_copy": "analysis.processors.listening_copy:ListeningCopy",
}
"""The same lines as in pyproject.toml: found also where the project is not installed."""
OPTIONAL = {
    "essentia_bridge": "analysis.processors.essentia_bridge:EssentiaBridge",
    "librosa_bridge": "analysis.processors.librosa_bridge:LibrosaBridge",
    "aubio_pitch": "analysis.processors.aubio_pitch:AubioPitch",
    "vamp_host": "analysis.processors.vamp_host:VampHost",
}
"""Ways to other libraries: in no preset of the house, and missing where their library is."""

ProcessorClass = type[Processor[Any]]


@dataclass(frozen=True)
class BrokenProcessor:
    """An entry point that gave no processor."""

    name: str
    target: str
    reason: str


@dataclass(frozen=True)
class Registry:
    """What `discover` found."""

    processors: dict[str, ProcessorClass]
    broken: tuple[BrokenProcessor, ...] = ()

    def get(self, processor_id: str) -> ProcessorClass:
        if processor_id in self.processors:
            return self.processors[processor_id]
        reasons = [b.reason for b in self.broken if b.name == processor_id]
        raise UnknownProcessor(processor_id, reasons[0] if reasons else "")


def targets() -> dict[str, str]:
    """Names and `module:Class` of all processors, without importing any."""
    ours = BUILT_IN | OPTIONAL
    found = dict(ours)
    for point in entry_points(group=ENTRY_POINT_GROUP):
        if ours.get(point.name, point.value) == point.value:
            found[point.name] = point.value
        else:  # a stranger under one of our names is listed as broken, never preferred
            found[f"{point.name} ({point.value})"] = point.value
    return found


@cache
def discover(plugins: tuple[str, ...] = ()) -> Registry:
    """Import every processor there is; `plugins` adds `module:Class` to them."""
    return load({**targets(), **{target: target for target in plugins}})


def load_only(ids: set[str], plugins: tuple[str, ...] = ()) -> Registry:
    """Import the processors of these ids and no others: a child pays only for what it runs."""
    wanted = {name: target for name, target in targets().items() if name in ids}
    return load({**wanted, **{target: target for target in plugins}})


def load(named: dict[str, str]) -> Registry:
    processors: dict[str, ProcessorClass] = {}
    broken: list[BrokenProcessor] = []
    for name, target in named.items():
        try:
            processor = _import(target)
            check(processor, processors)
        except (LibraryMissing, ModelMissing) as error:
            broken.append(BrokenProcessor(name, target, str(error)))
        except Exception as error:  # noqa: BLE001 - foreign code runs at import
            broken.append(BrokenProcessor(name, target, f"{type(error).__name__}: {error}"))
        else:
            processors[processor.id] = processor
    return Registry(processors, tuple(broken))


def _import(target: str) -> ProcessorClass:
    module, _, attribute = target.partition(":")
    return cast(ProcessorClass, getattr(importlib.import_module(module), attribute))


def check(processor: ProcessorClass, known: dict[str, ProcessorClass]) -> None:
    """Hold a class against what a processor declares.

    Raises
    ------
    TypeError : it declares too little or oddly, or bears an id that is taken.
    """
    for name in ("id", "version", "kind", "label", "description", "provides"):
        if not hasattr(processor, name):
            raise TypeError(f"{processor.__name__} does not declare {name!r}")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", processor.id):
        raise TypeError(f"{processor.id!r} is no processor id (a-z, 0-9 and _)")
    if not re.fullmatch(r"\d+\.\d+\.\d+", processor.version):
        raise TypeError(f"{processor.version!r} is no version (1.2.3)")
    if processor.id in known:
        raise TypeError(f"the id {processor.id!r} is already taken by {known[processor.id]}")
    processor.Params.params_schema()
    for model in processor.models:
        if model.missing:
            raise ModelMissing(model.missing)


@cache
def library_builds(names: tuple[str, ...]) -> dict[str, str]:
    """Installed versions of distributions; `absent` where there is none."""
    builds = {}
    for name in names:
        try:
            builds[name] = version(name)
        except PackageNotFoundError:
            builds[name] = "absent"
    return builds


def builds_of(processor: ProcessorClass) -> dict[str, str]:
    """The library builds in the reuse key of a computation (D-07)."""
    shared = ("numpy", "scipy", "soundfile", "av")
    return library_builds(tuple(sorted({*shared, *processor.libraries})))
