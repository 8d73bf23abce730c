"""Sounds broken on purpose, and what becomes of them in the sandboxed child (R-21, F-11).

    for broken in fuzzed_sounds(folder, count=500): ...
    verdicts = examine(broken_sounds, folder)

The same seed gives the same files. Every file of the plan is one of nine whole sounds (two of WAV)
after one of five injuries: cut, bits flipped, header forged, pieces swapped, another name.
"""

import io
import itertools
import random
import shutil
import struct
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Literal

import av
import numpy as np
import soundfile

from analysis.core.errors import ChildCrashed, ChildTimedOut, SourceRejected
from analysis.core.job import Job, Limits, Node
from analysis.core.sandbox import run_pass
from tests import signals

SEED = 20_261_201
RATE = 44_100
Verdict = Literal["ok", "partial", "rejected", "crashed", "hung", "unexplained"]
#: What a fuzzed sound may be; the others are faults.
CLASSES: tuple[Verdict, ...] = ("ok", "partial", "rejected")
FAULTS: tuple[Verdict, ...] = ("crashed", "hung", "unexplained")
PROCESSORS = (
    *("technical", "level", "loudness", "waveform", "spectrogram", "onset"),
    *("mel", "mfcc", "chroma", "silence", "pitch", "tempo"),
)
_EXTREMES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF)


@dataclass(frozen=True)
class Broken:
    """A sound after its injury; `name` is what it pretends to be."""

    name: str
    made_from: str
    injury: str
    data: bytes


@dataclass(frozen=True)
class Examined:
    """What became of one: its class or fault, and the sentence told with it."""

    broken: Broken
    verdict: Verdict
    said: str
    took_s: float


@cache
def whole_sounds() -> dict[str, bytes]:
    """Return a second and a half of stereo in each format, by suffix; `f32.wav` holds floats."""
    left = signals.harmonic(220, 1.0, rate=RATE)
    tone = np.concatenate([left, signals.noise(0.5, rate=RATE)], axis=1)
    signal = np.concatenate([tone, 0.5 * tone[:, ::-1]], axis=0)
    kinds = {
        "wav": ("WAV", "PCM_16"),
        "f32.wav": ("WAV", "FLOAT"),
        "aiff": ("AIFF", "PCM_24"),
        "flac": ("FLAC", "PCM_16"),
        "ogg": ("OGG", "VORBIS"),
    }
    sounds = {suffix: _by_sndfile(signal, *kind) for suffix, kind in kinds.items()}
    coded = {"mp3": ("mp3", "libmp3lame"), "opus": ("ogg", "libopus"), "m4a": ("mp4", "aac")}
    sounds |= {suffix: _by_libav(signal, *kind) for suffix, kind in coded.items()}
    return {suffix: _renumbered(data) for suffix, data in sounds.items()}


def _by_sndfile(signal: signals.Signal, container: str, subtype: str) -> bytes:
    held = io.BytesIO()
    soundfile.write(held, signal.T, RATE, format=container, subtype=subtype)
    return held.getvalue()


def _by_libav(signal: signals.Signal, container: str, codec: str) -> bytes:
    held = io.BytesIO()
    rate = 48_000 if codec == "libopus" else RATE
    with av.open(held, "w", format=container) as writing:
        stream = writing.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "stereo"
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(signal), "fltp", layout="stereo")
        frame.sample_rate = RATE
        resampler = av.AudioResampler(
            format=stream.format, layout="stereo", rate=rate, frame_size=stream.frame_size or 960
        )
        for part in itertools.chain(resampler.resample(frame), resampler.resample(None)):
            writing.mux(stream.encode(part))
        writing.mux(stream.encode(None))
    return held.getvalue()


def _renumbered(data: bytes) -> bytes:
    """Return an Ogg file with the serial number 1 in the place of one by chance; others as is."""
    pages = data.split(b"OggS") if data.startswith(b"OggS") else []
    made = b""
    for page in pages[1:]:
        bare = b"OggS" + page[:10] + struct.pack("<I", 1) + page[14:18] + bytes(4) + page[22:]
        made += bare[:22] + struct.pack("<I", _ogg_checksum(bare)) + bare[26:]
    return made or data


def _ogg_checksum(page: bytes) -> int:
    """CRC-32 of RFC 3533: polynomial 0x04c11db7, from the high bit down, from 0."""
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value >> 31 else 0)) & 0xFFFF_FFFF
    return value


def fuzzed_sounds(count: int, *, seed: int = SEED) -> Iterator[Broken]:
    """Give the first `count` of the plan: every format after every injury, over and over."""
    sounds = whole_sounds()
    pairs = [(suffix, injury) for injury in INJURIES for suffix in sounds]
    for number, (suffix, injury) in zip(range(count), itertools.cycle(pairs), strict=False):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 (which bit flips is no secret)
        data = INJURIES[injury](sounds[suffix], chance)
        name = suffix.rpartition(".")[2]
        if injury == "misnamed":
            name = chance.choice([each for each in sounds if each != suffix and "." not in each])
        yield Broken(f"{number:05}.{name}", suffix, injury, data)


def _cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing; sometimes all but the first bytes of the header are."""
    longest = 200 if chance.random() < 0.3 else len(data)
    return data[: chance.randrange(longest)]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    """From one bit to one in a thousand, anywhere or in the header alone."""
    spoilt = bytearray(data)
    reach = len(data) if chance.random() < 0.6 else 512
    for _ in range(chance.choice((1, 8, 64, len(data) // 1000))):
        spoilt[chance.randrange(reach)] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _forged(data: bytes, chance: random.Random) -> bytes:
    """Fields near the beginning say 0, the most that they can hold, or what comes to mind."""
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        form = chance.choice(("<H", ">H", "<I", ">I", "<Q", ">Q"))
        size = struct.calcsize(form)
        value = chance.choice((*_EXTREMES, chance.getrandbits(32))) & (256**size - 1)
        at = chance.randrange(4, 120)
        spoilt[at : at + size] = struct.pack(form, value)
    return bytes(spoilt)


def _swapped(data: bytes, chance: random.Random) -> bytes:
    """Chunks, pages, atoms or plain pieces in another order, some twice and some not at all."""
    marks = [0, *_marks(data)]
    if len(marks) < 4:
        marks = sorted({0, *(chance.randrange(len(data)) for _ in range(8))})
    pieces = [data[a:b] for a, b in itertools.pairwise([*marks, len(data)])]
    first = 0 if chance.random() < 0.3 else 1
    a, b = chance.randrange(first, len(pieces)), chance.randrange(first, len(pieces))
    pieces[a], pieces[b] = pieces[b], pieces[a]
    what = chance.random()
    if what < 0.25:
        pieces.insert(b, pieces[a])
    elif what < 0.5:
        pieces.pop(chance.randrange(first, len(pieces)))
    return b"".join(pieces)


def _marks(data: bytes) -> list[int]:
    """Where a chunk, a page or an atom of a known name begins, after the first."""
    atoms = (b"moov", b"mdat", b"free", b"trak")
    names = (
        b"fmt ",
        b"fact",
        b"data",
        b"PEAK",
        b"COMM",
        b"SSND",
        b"OggS",
        b"\xff\xf8",
        b"\xff\xfb",
    )
    found = set[int]()
    for name in names:
        at = data.find(name, 1)
        while at > 0 and len(found) < 64:
            found.add(at - 4 if name in atoms else at)
            at = data.find(name, at + 1)
    return sorted(found)


def _misnamed(data: bytes, chance: random.Random) -> bytes:
    """Whole under a wrong name, behind the beginning of another format, or a list of files."""
    what = chance.random()
    if what < 0.4:
        return data
    if what < 0.7:
        return chance.choice((b"RIFF\0\0\0\0WAVE", b"OggS", b"fLaC", b"ID3\4\0\0\0\0\1\0")) + data
    lists = (b"ffconcat version 1.0\nfile x.wav\n", b"#EXTM3U\nx.wav\n", b"Dear archive,\n")
    return chance.choice(lists) + (data if what < 0.85 else b"")


INJURIES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": _cut,
    "flipped": _flipped,
    "forged": _forged,
    "swapped": _swapped,
    "misnamed": _misnamed,
}


def examine(
    broken: Iterable[Broken],
    folder: Path,
    *,
    at_once: int = 2,
    processors: tuple[str, ...] = PROCESSORS,
    plugins: tuple[str, ...] = (),
    limits: Limits | None = None,
) -> list[Examined]:
    """Put each through a child of its own, with processors of every kind of output.

    `plugins` add `module:Class` to them: a control plants a crash or a hang.
    """
    planted = tuple(each.rpartition(":")[2].lower() for each in plugins)
    nodes = tuple(Node(name, name) for name in (*processors, *planted))
    job = Job(nodes=nodes, work="", plugins=plugins, limits=limits or Limits())
    look = partial(_examine_one, folder=folder, job=job)
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(look, broken))


def _examine_one(broken: Broken, *, folder: Path, job: Job) -> Examined:
    path = folder / broken.name
    path.write_bytes(broken.data)
    work = folder / f"{broken.name}.work"
    work.mkdir()
    began = time.monotonic()
    verdict, said = _judged(replace(job, work=str(work)), path)
    took = time.monotonic() - began
    shutil.rmtree(work)
    return Examined(broken, verdict, said, took)


def _judged(job: Job, path: Path) -> tuple[Verdict, str]:
    try:
        outcome = run_pass(job, path)
    except SourceRejected as rejected:
        return ("rejected" if rejected.reason.endswith(".") else "unexplained"), rejected.reason
    except ChildCrashed as crashed:
        return "crashed", f"{crashed} {crashed.stderr[-300:]}"
    except ChildTimedOut as late:
        return "hung", str(late)
    failed = [f"{n.processor}: {n.message}" for n in outcome.nodes if n.status == "failed"]
    if failed:
        return "unexplained", "; ".join(failed)
    if outcome.sound.integrity == "partial" and not outcome.sound.note:
        return "unexplained", "partial without a reason"
    return outcome.sound.integrity, outcome.sound.note
