"""How often the nearest sound is of the same recording, and of the same kind, beside chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.core.pipe import array_decoder, embedding
from tests.analysis.detection.material import RATE, Material, Mono, pink

SEED = 8


@dataclass(frozen=True)
class Likeness:
    """Shares from 0 to 1."""

    excerpts: int
    recording: float
    recording_by_chance: float
    kind: float
    kind_by_chance: float


def point(signal: NDArray[np.float32], rate: int = RATE) -> NDArray[np.float64]:
    """Return the vector of (channels, n)."""
    found = (array_decoder(signal, rate) | embedding).run()["embedding"]
    return np.asarray(found.vector("vector").values, np.float64)


def excerpts(piece: Mono) -> list[Mono]:
    """Three excerpts of 1.2 s, overlapping by half at most; none of a shorter piece."""
    length = round(1.2 * RATE)
    if len(piece) < 2 * length:
        return []
    starts = np.linspace(0, len(piece) - length, 3)
    return [piece[int(start) : int(start) + length] for start in starts]


def likeness(sounds: Material) -> Likeness:
    """Measure on the demo's recordings, each excerpt with a gain and a noise of its own."""
    rng = np.random.default_rng(SEED)
    kinds = {"speech": sounds.speech, "music": sounds.music, "animals": sounds.animals}
    who: list[tuple[str, int]] = []
    points = []
    for kind, pieces in kinds.items():
        for number, piece in enumerate(pieces):
            for excerpt in excerpts(piece):
                noise = pink(rng, len(excerpt)) * 10 ** (-rng.uniform(15, 35) / 20)
                mixed = (excerpt + noise) * 10 ** (rng.uniform(-50, -25) / 20)
                points.append(point(mixed.astype(np.float32)[np.newaxis]))
                who.append((kind, number))
    cosines = np.array(points) @ np.array(points).T
    np.fill_diagonal(cosines, -2)
    nearest = [who[int(at)] for at in cosines.argmax(axis=1)]
    count = len(who)
    same = [sum(a == b for b in who) - 1 for a in who]
    same_kind = [sum(a[0] == b[0] for b in who) - 1 for a in who]
    return Likeness(
        excerpts=count,
        recording=float(np.mean([a == b for a, b in zip(who, nearest, strict=True)])),
        recording_by_chance=float(np.mean(same)) / (count - 1),
        kind=float(np.mean([a[0] == b[0] for a, b in zip(who, nearest, strict=True)])),
        kind_by_chance=float(np.mean(same_kind)) / (count - 1),
    )
