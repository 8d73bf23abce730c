"""P-1: CPU of one pass over ten minutes of stereo, against peers that make the same products.

The products are those of the goal: peaks, level, EBU R 128, spectrogram, mel bands, MFCC, chroma
and onset curve; ours writes HDF5 and tiles on the way. What the peers find is compared with ours
before any figure is given: integrated loudness within 0.1 LU, and as many frames.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import essentia.standard as es
import librosa
import numpy as np
import pyloudnorm
import soundfile
from scipy import fft

from analysis.core.job import Job, Node
from analysis.core.sandbox import run_pass
from tests.benchmarks import longsounds
from tests.benchmarks.measures import Measure

PRODUCTS = (
    *("technical", "level", "loudness", "waveform", "spectrogram"),
    *("mel", "mfcc", "chroma", "onset"),
)
_ROUNDS = 3
_MINUTES = 10


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        wav = longsounds.write(Path(folder) / "x.wav", _MINUTES)
        flac = longsounds.write(Path(folder) / "x.flac", _MINUTES)
        ours, loudness = _pass(wav)
        signal = _read(wav)
        librosa.onset.onset_strength(y=signal[:44_100, 0], sr=longsounds.RATE)  # compiles
        integrated, peer = _timed(lambda: _chained(signal))
        _agree(integrated, loudness)
        yield Measure(
            "P-1a",
            ours,
            "CPU s",
            f"{', '.join(PRODUCTS)} of {_MINUTES} min WAV; the peer neither decodes nor writes",
            peer,
            f"librosa {version('librosa')} with one STFT passed on, pyloudnorm",
            _ROUNDS,
        )
        integrated, peer = _timed(lambda: _standard(signal))
        _agree(integrated, loudness)
        yield Measure(
            "P-1b",
            ours,
            "CPU s",
            "the same pass; the peer neither decodes nor writes",
            peer,
            f"essentia {version('essentia')} standard, one spectrum a frame for all",
            _ROUNDS,
        )
        ours, _ = _pass(flac)
        _, floor = _timed(lambda: _floor(flac))
        how = "the same of FLAC against libsndfile and one float32 rfft 2048/512 of the mono mix"
        yield Measure("P-1c", ours, "CPU s", how, floor, "scipy.fft", _ROUNDS)


def _pass(path: Path) -> tuple[float, float]:
    """Least CPU seconds of a pass without imports, and the integrated loudness it found."""
    seconds, loudness = [], 0.0
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as work:
            outcome = run_pass(Job(tuple(Node(p, p) for p in PRODUCTS), work), path)
        seconds.append(outcome.timings["cpu"])
        values = {o.name: o.value for n in outcome.nodes for o in n.outputs}
        loudness = values["integrated"] or 0.0
    return min(seconds), loudness


def _timed(call: Callable[[], float]) -> tuple[float, float]:
    answers, seconds = [], []
    for _ in range(_ROUNDS):
        began = time.process_time()
        answers.append(call())
        seconds.append(time.process_time() - began)
    return answers[0], min(seconds)


def _read(path: Path) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    signal, _ = soundfile.read(path, dtype="float32", always_2d=True)
    return np.asarray(signal)


def _chained(signal: "np.ndarray[tuple[int, int], np.dtype[np.float32]]") -> float:
    """What a user of librosa would write who knows to pass the STFT on."""
    rate = longsounds.RATE
    folded = signal[: len(signal) // 256 * 256].reshape(-1, 256, 2)
    folded.min(axis=1)
    folded.max(axis=1)
    np.sqrt((signal**2).mean())
    mono = librosa.to_mono(signal.T)
    power = np.abs(librosa.stft(mono, n_fft=2048, hop_length=512)) ** 2
    librosa.power_to_db(power)
    mel = librosa.feature.melspectrogram(S=power, sr=rate, n_mels=40)
    decibels = librosa.power_to_db(mel)
    librosa.feature.mfcc(S=decibels, n_mfcc=13)
    librosa.feature.chroma_stft(S=power, sr=rate, n_fft=2048, hop_length=512)
    librosa.onset.onset_strength(S=decibels, sr=rate)
    return float(pyloudnorm.Meter(rate).integrated_loudness(signal.astype(np.float64)))


def _standard(signal: "np.ndarray[tuple[int, int], np.dtype[np.float32]]") -> float:
    """What a user of essentia would write: frame by frame, each spectrum made once."""
    rate = longsounds.RATE
    folded = signal[: len(signal) // 256 * 256].reshape(-1, 256, 2)
    folded.min(axis=1)
    folded.max(axis=1)
    mono = es.MonoMixer()(signal, 2)
    es.RMS()(mono)
    window, spectrum = es.Windowing(type="hann"), es.Spectrum(size=2048)
    bands = es.MFCC(inputSize=1025, sampleRate=rate, numberBands=40, numberCoefficients=13)
    peaks = es.SpectralPeaks(sampleRate=rate, minFrequency=40, maxFrequency=5000)
    chroma = es.HPCP(sampleRate=rate, minFrequency=40, maxFrequency=5000)
    onset, silent = es.OnsetDetection(method="hfc", sampleRate=rate), np.zeros(1025, np.float32)
    kept: list[tuple[object, ...]] = []
    for frame in es.FrameGenerator(mono, frameSize=2048, hopSize=512):
        magnitudes = spectrum(window(frame))
        mel, cepstrum = bands(magnitudes)
        places = peaks(magnitudes)
        kept.append((magnitudes, mel, cepstrum, chroma(*places), onset(magnitudes, silent)))
    if abs(len(kept) - len(mono) / 512) > 4:
        raise AssertionError(f"{len(kept)} frames are not those of ours")
    *_, integrated, _ = es.LoudnessEBUR128(sampleRate=rate)(signal)
    return float(integrated)


def _agree(peer: float, ours: float) -> None:
    if abs(peer - ours) > 0.1:
        raise AssertionError(f"the peers disagree: {peer} and {ours} LUFS")


def _floor(path: Path) -> float:
    window = np.hanning(2049)[:-1].astype(np.float32)
    rest = np.zeros(0, np.float32)
    with soundfile.SoundFile(path) as file:
        for block in file.blocks(1 << 16, dtype="float32", always_2d=True):
            mono = np.concatenate([rest, block.mean(axis=1)])
            rows = max(0, 1 + (len(mono) - 2048) // 512)
            if rows:
                frames = np.lib.stride_tricks.sliding_window_view(mono, 2048)[::512]
                fft.rfft(frames * window, axis=1)
            rest = mono[rows * 512 :]
    return 0.0
