"""Marks along an axis: round numbers, as many as there is room for."""

import math

_TIMES = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 36_000)


def step_of_time(span_s: float, most: int) -> float:
    """Return a round step, in seconds, of which the span has at most so many."""
    if span_s / most < 1:
        return step(span_s, most)
    return next((each for each in _TIMES if span_s / each <= most), float(_TIMES[-1]))


def step(span: float, most: int) -> float:
    """Return 1, 2 or 5 times a power of ten, of which the span has at most so many."""
    least = span / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= least * (1 - 1e-9))


def ticks(low: float, high: float, by: float) -> list[float]:
    """Return the multiples of a step from `low` to `high`."""
    first, last = math.ceil(low / by - 1e-9), math.floor(high / by + 1e-9)
    return [number * by for number in range(first, last + 1)]


def clock(seconds: float, by: float) -> str:
    """Return a time as people read it: 12.5 s, 1:05, 1:02:03.

    >>> clock(0.25, 0.05), clock(65, 5), clock(3723, 60)
    ('0.25 s', '1:05', '1:02:03')
    """
    if by < 1:
        return f"{seconds:.{max(0, -math.floor(math.log10(by) + 1e-9))}f} s"
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


def frequency(hertz: float) -> str:
    """Return a frequency as people read it.

    >>> frequency(0), frequency(500), frequency(12_500)
    ('0 Hz', '500 Hz', '12.5 kHz')
    """
    return f"{hertz:g} Hz" if hertz < 1000 else f"{hertz / 1000:g} kHz"
