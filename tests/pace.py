"""How slow this machine is at the moment: what is bounded by the clock is given so much longer.

    assert time.monotonic() - began < allowed(1)

On an idle machine the bound is as written. Where the processor is slower, or others work on it at
once, the same work lasts longer by the clock, and that is no fault of the house.
"""

import os
import time

#: Seconds that `_work` takes on an idle machine of ours.
USUAL_S = 0.02


def allowed(seconds: float) -> float:
    """Return how long something may last here and now that lasts so many seconds elsewhere."""
    return seconds * slowness()


def slowness() -> float:
    """Return how many times longer work lasts by the clock than on an idle machine; at least 1."""
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return max(1.0, waiting, max(_work() for _ in range(3)) / USUAL_S)


def _work() -> float:
    began = time.perf_counter()
    sum(range(1_000_000))
    return time.perf_counter() - began
