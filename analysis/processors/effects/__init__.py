"""Effects of the house: gain, filters, another sample rate (S-14)."""

from analysis.processors.effects.filtering import Filter
from analysis.processors.effects.gain import Gain
from analysis.processors.effects.resampling import Resample

__all__ = ["Filter", "Gain", "Resample"]
