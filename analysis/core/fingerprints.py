"""How fingerprints of two sounds lie upon each other: best offset and bit error rate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BITS = 32
SAME_BELOW = 0.35
"""Haitsma & Kalker, section 4.3: below this the two are the same recording."""
_LEAST_FRAMES = 64


@dataclass(frozen=True)
class Match:
    """Where the second fingerprint lies best upon the first."""

    offset: int
    """Frame of the first on which the second's first frame lies; negative: it begins earlier."""
    bit_error_rate: float
    """Share of the bits that differ where both have some: 0 the same, 0.5 nothing in common."""
    frames: int
    """How many frames were compared."""

    @property
    def is_same(self) -> bool:
        return self.bit_error_rate < SAME_BELOW


def words_of(rows: NDArray[np.float32]) -> NDArray[np.uint32]:
    """Fingerprint words, (n,), of rows of two halves, (n, 2); 0 where there is none (NaN)."""
    halves = np.nan_to_num(rows).astype(np.uint32)
    return np.asarray(halves[:, 0] << 16 | halves[:, 1], np.uint32)


def best_match(
    first: NDArray[np.float32], second: NDArray[np.float32], *, least_frames: int = _LEAST_FRAMES
) -> Match | None:
    """Return the offset at which two fingerprints agree beyond chance the most.

    Bits are correlated for all offsets at once, so two fingerprints of an hour take seconds.
    Of all offsets at which at least `least_frames` have a word in both, the one counts whose
    agreement is the least likely by chance: (0.5 - rate) sqrt(frames) is the greatest.

    Parameters
    ----------
    first, second : (n, 2) and (m, 2), as the processor `fingerprint` gives; NaN is left out.

    Returns
    -------
    None where there is no such offset.
    """
    size = 1 << (len(first) + len(second)).bit_length()
    has = [np.isfinite(rows[:, 0]) for rows in (first, second)]
    counts = np.round(_correlated(has[0].astype(float), has[1].astype(float), size))
    agreement = np.zeros(size)
    words = [words_of(first), words_of(second)]
    for bit in range(BITS):
        signs = [_signs(word, known, bit) for word, known in zip(words, has, strict=True)]
        agreement += _correlated(signs[0], signs[1], size)
    enough = counts >= least_frames
    if not enough.any():
        return None
    pairs = np.maximum(counts, 1)
    rates = 0.5 - np.round(agreement) / (2 * BITS * pairs)
    surprise = np.where(enough, (0.5 - rates) * np.sqrt(pairs), -np.inf)
    at = int(surprise.argmax())
    offset = at if at < len(first) else at - size
    return Match(offset, float(rates[at]), int(counts[at]))


def _signs(words: NDArray[np.uint32], known: NDArray[np.bool_], bit: int) -> NDArray[np.float64]:
    """1 where a bit is set, -1 where it is not, 0 where there is no word."""
    is_set = words >> np.uint32(bit) & np.uint32(1) == 1
    return np.where(is_set, 1.0, -1.0) * known


def _correlated(
    first: NDArray[np.float64], second: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    """Sum over n of first[n + k] second[n], for each k; negative k from the end of the array."""
    spectrum = np.fft.rfft(first, size) * np.conj(np.fft.rfft(second, size))
    return np.asarray(np.fft.irfft(spectrum, size))
