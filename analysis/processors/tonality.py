"""Peaks of the spectrum as tonal processors ask for them."""

from analysis.core.errors import NotApplicable
from analysis.core.needs import SpectralPeaks
from analysis.core.needs.peaks import tonal_window
from analysis.core.signal import Sound

_LEAST_RATE = 4_000


def peaks_of(sound: Sound, f_min: float = 40.0, f_max: float = 5_000.0) -> SpectralPeaks:
    """Return the peaks between two frequencies, as far up as the sound reaches.

    Raises
    ------
    NotApplicable : its sample rate is too low for tones to be told apart.
    """
    if sound.sample_rate < _LEAST_RATE:
        raise NotApplicable(
            f"Tones are told apart from a sample rate of {_LEAST_RATE} Hz on; this sound has "
            f"{sound.sample_rate} Hz."
        )
    window = tonal_window(sound.sample_rate)
    return SpectralPeaks(window, window // 2, f_min, min(f_max, 0.49 * sound.sample_rate))
